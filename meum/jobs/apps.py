"""The jobs app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.jobs"

    def ready(self) -> None:
        """Register the phrases."""
        from meum.jobs import phrases  # noqa: F401
