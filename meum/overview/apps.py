"""The overview app."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """Name the app."""

    name = "meum.overview"
