"""The files app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.files"
    verbose_name = _("files")

    def ready(self) -> None:
        """Register the phrases."""
        from meum.files import phrases  # noqa: F401  # importing a table registers it
