"""The people app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.people"
    verbose_name = _("people")

    def ready(self) -> None:
        """Register the phrases."""
        from meum.people import phrases  # noqa: F401  # importing a table registers it
