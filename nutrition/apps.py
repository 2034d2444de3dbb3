"""The app that knows foods and keeps the diary."""

from __future__ import annotations

from django.apps import AppConfig


class NutritionConfig(AppConfig):
    """Name the app and its keys."""

    name = "nutrition"
    verbose_name = "Nutrition"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the phrases."""
        from nutrition import phrases  # noqa: F401
