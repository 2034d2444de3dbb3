"""The skincare app."""

from django.apps import AppConfig


class SkincareConfig(AppConfig):
    """Name the app."""

    name = "skincare"
