"""The overview app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OverviewConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.overview"
    verbose_name = _("overview")

    def ready(self) -> None:
        """Register the phrases."""
        from meum.overview import phrases  # noqa: F401  # importing a table registers it
        from meum.overview.reports import phrases as words_of_reports  # noqa: F401  # the same
