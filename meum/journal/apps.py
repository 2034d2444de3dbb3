"""The journal app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.journal"
    verbose_name = _("journal")

    def ready(self) -> None:
        """Register the phrases."""
        from meum.journal import phrases  # noqa: F401  # importing a table registers it
