"""The journal app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.journal"

    def ready(self) -> None:
        """Register the phrases."""
        from meum.journal import phrases  # noqa: F401
