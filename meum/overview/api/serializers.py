"""The forms of days and of sync."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from fitness.api.serializers import ActivitySerializer, MeasurementSerializer, SleepSerializer
from meum.kernel.api_forms import AmountField, FigureField
from nutrition.api.serializers import DrinkSerializer, FoodVersionShown, MealSerializer, TotalsField
from skincare.api.serializers import SkinNoteSerializer


class DayShown(serializers.Serializer[Any]):
    """Everything of one of a person's own days, and what it counts to."""

    day = serializers.DateField()
    totals = TotalsField(source="food.totals")
    water_ml = AmountField(source="food.water_ml")
    meals = MealSerializer(source="food.meals", many=True)
    drinks = DrinkSerializer(source="food.drinks", many=True)
    measurements = MeasurementSerializer(source="body.measurements", many=True)
    activities = ActivitySerializer(source="body.activities", many=True)
    activity_minutes = FigureField(source="body.activity_minutes")
    activity_energy_kcal = AmountField(source="body.energy", help_text="gross, rest included")
    activity_net_energy_kcal = AmountField(source="body.net_energy", help_text="beyond rest")
    sleeps = SleepSerializer(source="body.sleeps", many=True)
    sleep_minutes = FigureField(source="body.sleep_minutes")
    skin_notes = SkinNoteSerializer(source="skin", many=True)


class ShortDayShown(serializers.Serializer[Any]):
    """What a person ate and drank on one day, in figures."""

    day = serializers.DateField()
    meals = serializers.SerializerMethodField(help_text="how many")
    totals = TotalsField()
    water_ml = AmountField()

    def get_meals(self, summary: Any) -> int:
        """Return how many meals there were."""
        return len(summary.meals)


class ShortDaysShown(serializers.Serializer[Any]):
    """Each day from the first to the last."""

    results = ShortDayShown(many=True)


class SyncedShown(serializers.Serializer[Any]):
    """One entry that changed, as it is now; a tombstone when it was deleted."""

    kind = serializers.CharField(help_text="such as meal, drink, sleep, profile")
    id = serializers.UUIDField()
    revision = serializers.IntegerField()
    is_deleted = serializers.BooleanField()
    entry = serializers.DictField(allow_null=True, help_text="as its own address shows it; null for a tombstone")


class SyncPage(serializers.Serializer[Any]):
    """One page of what changed, and where to go on."""

    foods = FoodVersionShown(many=True, help_text="every food version that the page refers to; they never change")
    changes = SyncedShown(many=True)
    cursor = serializers.CharField(help_text="for `since`, next time")
    has_more = serializers.BooleanField(help_text="there is another page now")
