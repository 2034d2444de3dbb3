"""The files app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.files"

    def ready(self) -> None:
        """Register the phrases."""
        from meum.files import phrases  # noqa: F401
