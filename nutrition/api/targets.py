"""The targets of a day, and how the day stands to them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from meum.kernel.api import ApiView, day_asked
from meum.kernel.openapi import Operation, parameter
from meum.people.api.asking import PERSON, subject
from nutrition.api.serializers import FigureShown, figure
from nutrition.domain.adequacy import Standing
from nutrition.queries import DayStanding, NutrientStanding, day_standing


class EnergyShown(serializers.Serializer[Any]):
    """The energy that keeps the weight, in kcal a day; eight people in ten lie between low and high."""

    low = serializers.FloatField()
    mid = serializers.FloatField()
    high = serializers.FloatField()


class TargetShown(serializers.Serializer[Any]):
    """How much of a nutrient a day should hold, and how the day stands."""

    tagname = serializers.CharField()
    unit = serializers.CharField()
    at_least = serializers.FloatField(allow_null=True)
    at_most = serializers.FloatField(allow_null=True)
    certainty = serializers.CharField(
        help_text="A: two transcriptions of the reference agree; B: one was seen; C: not checked against the document"
    )
    standing = serializers.ChoiceField(
        choices=[(standing.value, standing.value) for standing in Standing],
        help_text="`not_known` where less than 80 % of what was eaten has a figure; `about` where the interval lies "
        "across the goal",
    )
    eaten = FigureShown(allow_null=True, help_text="null where nothing eaten has a figure")


class TargetsShown(serializers.Serializer[Any]):
    """The targets of a day."""

    day = serializers.DateField()
    region = serializers.CharField(help_text="whose reference intakes they are")
    energy_kcal = EnergyShown(
        allow_null=True, help_text="null without birth date, height, weight and how active a week is"
    )
    nutrients = TargetShown(many=True)


class Targets(ApiView):
    """The targets of a day."""

    operations = {
        "GET": Operation(
            name="get_targets",
            tag="days",
            summary="Show what a day should hold by the reference intakes of the person's region, and how it stands",
            answer=TargetsShown,
            parameters=(
                parameter("day", "today when it is not told", {"type": "string", "format": "date"}),
                PERSON,
            ),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer the targets; 409 before the sex is told, 403 for whoever is under 18."""
        day = day_asked(request, "day")
        owner = subject(request, what="day")
        told = day_standing(person=owner, day=day or owner.clock.day_of(timezone.now()))
        energy = told.targets.energy_kcal
        return Response(
            {
                "day": told.day.day.isoformat(),
                "region": told.targets.body.region,
                "energy_kcal": energy and {"low": energy.low, "mid": energy.mid, "high": energy.high},
                "nutrients": [_shown(told, each) for each in told.nutrients],
            }
        )


def _shown(told: DayStanding, each: NutrientStanding) -> dict[str, Any]:
    return {
        "tagname": each.nutrient.tagname,
        "unit": each.nutrient.unit,
        "at_least": each.bound.low,
        "at_most": each.bound.high,
        "certainty": each.bound.certainty,
        "standing": each.standing.value,
        "eaten": figure(told.day.totals, each.nutrient.position),
    }
