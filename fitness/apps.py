"""The fitness app."""

from django.apps import AppConfig


class FitnessConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "fitness"

    def ready(self) -> None:
        """Register the phrases."""
        from fitness import phrases  # noqa: F401
