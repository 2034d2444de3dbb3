"""The app that knows foods and keeps the diary."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NutritionConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "nutrition"
    verbose_name = _("nutrition")

    def ready(self) -> None:
        """Register the phrases, and what ends with an agreement."""
        from meum.journal.models import Purpose
        from meum.people.services import when_withdrawn
        from nutrition import panel_phrases, phrases, wish_phrases  # noqa: F401  # importing a table registers it
        from nutrition.services.memories import forget_withdrawn_memories
        from nutrition.services.packets import forget_packets
        from nutrition.services.photos import forget_withdrawn

        for purpose in (Purpose.HEALTH_RECORDS, Purpose.PHOTOS_KEPT, Purpose.IMPROVEMENT):
            when_withdrawn(purpose=purpose, end=forget_withdrawn)
        when_withdrawn(purpose=Purpose.HEALTH_RECORDS, end=forget_packets)
        for purpose in (Purpose.HEALTH_RECORDS, Purpose.PERSONAL_PHOTO_MEMORY):
            when_withdrawn(purpose=purpose, end=forget_withdrawn_memories)
