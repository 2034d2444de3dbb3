"""The app that knows foods and keeps the diary."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NutritionConfig(AppConfig):
    """Name the app and its keys."""

    name = "nutrition"
    verbose_name = _("nutrition")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the phrases."""
        from nutrition import phrases  # noqa: F401
