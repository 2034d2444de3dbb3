"""The bots app."""

from django.apps import AppConfig


class BotsConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "bots"

    def ready(self) -> None:
        """Register the phrases."""
        from bots import phrases  # noqa: F401  # importing a table registers it
