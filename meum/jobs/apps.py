"""The jobs app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Name the app."""

    name = "meum.jobs"
