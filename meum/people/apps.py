"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.people"

    def ready(self) -> None:
        """Register the phrases."""
        from meum.people import phrases  # noqa: F401
