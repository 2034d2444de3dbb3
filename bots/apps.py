"""The bots app."""

from django.apps import AppConfig


class BotsConfig(AppConfig):
    """Name the app."""

    name = "bots"
