"""The fitness app."""

from django.apps import AppConfig


class FitnessConfig(AppConfig):
    """Name the app."""

    name = "fitness"
