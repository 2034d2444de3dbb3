"""The files app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Name the app."""

    name = "meum.files"
