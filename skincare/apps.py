"""The skincare app."""

from django.apps import AppConfig


class SkincareConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "skincare"

    def ready(self) -> None:
        """Register the phrases."""
        from skincare import phrases  # noqa: F401
