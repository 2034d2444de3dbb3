"""The skincare app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SkincareConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "skincare"
    verbose_name = _("skin")

    def ready(self) -> None:
        """Register the phrases."""
        from skincare import phrases  # noqa: F401  # importing a table registers it
