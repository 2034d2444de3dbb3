"""The forms of body measurements, activities and sleep."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from fitness.domain.energy import MOST_MINUTES
from fitness.domain.measures import KINDS
from meum.kernel.api_forms import IntervalShown
from meum.kernel.fields import ChoiceField, InstantField, NumberField, TextField
from meum.people.api.entries import EntrySerializer


class MeasurementSerializer(EntrySerializer):
    """One figure of the body, in the unit of its kind; the kind of an entry stays as it is."""

    kind = ChoiceField(choices=[(kind.value, kind.value) for kind in KINDS])
    value = NumberField(help_text="in the unit of the kind; for blood pressure the systolic")
    unit = serializers.CharField(read_only=True, source="facts.unit")
    diastolic_mmhg = NumberField(required=False, allow_null=True, help_text="for blood pressure only")

    @classmethod
    def correct_arguments(cls, told: Any) -> dict[str, Any]:
        """Leave out the kind."""
        return {name: value for name, value in super().correct_arguments(told).items() if name != "kind"}


class ActivitySerializer(EntrySerializer):
    """Something done with the body; without minutes a usual pace over the distance is taken."""

    code = TextField(max_length=8, help_text="of the Compendium of Physical Activities")
    minutes = NumberField(required=False, min_value=0, max_value=MOST_MINUTES)
    distance_m = NumberField(required=False, min_value=0)
    name_zh = serializers.CharField(read_only=True)
    name_en = serializers.CharField(read_only=True)
    met = serializers.FloatField(read_only=True)
    is_duration_assumed = serializers.BooleanField(read_only=True)
    weight_kg = serializers.FloatField(read_only=True, help_text="the body weight it was counted with")
    is_weight_assumed = serializers.BooleanField(read_only=True)
    energy_kcal = IntervalShown(read_only=True, source="energy", help_text="gross, rest included")
    net_energy_kcal = IntervalShown(read_only=True, source="net_energy")


class SleepSerializer(EntrySerializer):
    """One sleep, of the day of waking: `at` is the waking instant; `asleep_at` or `minutes` is needed."""

    at_name: ClassVar[str] = "woke_at"

    asleep_at = InstantField(required=False)
    minutes = NumberField(required=False, min_value=0, max_value=MOST_MINUTES)


class ActivityKindSerializer(serializers.Serializer[Any]):
    """One row of the Compendium of Physical Activities."""

    code = serializers.CharField()
    edition = serializers.CharField()
    met = serializers.FloatField()
    category = serializers.CharField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()


class ActivityKindsSerializer(serializers.Serializer[Any]):
    """The rows that fit best."""

    results = ActivityKindSerializer(many=True)
