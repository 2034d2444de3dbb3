"""The fitness app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FitnessConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "fitness"
    verbose_name = _("body")

    def ready(self) -> None:
        """Register the phrases."""
        from fitness import phrases  # noqa: F401  # importing a table registers it
