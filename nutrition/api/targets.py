"""The targets of a day, and how the day stands to them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from meum.domain.intervals import Interval
from meum.kernel.api import ApiView, day_asked
from meum.kernel.errors import Conflict
from meum.kernel.openapi import Operation, parameter
from meum.people.api.asking import PERSON, subject
from nutrition.api.serializers import FigureShown, estimate, figure, share
from nutrition.domain.adequacy import Standing
from nutrition.domain.expenditure import FORMULA, LEARNED
from nutrition.domain.layers import KINDS_A_DAY, STEPS, Kind
from nutrition.queries import (
    DayGuidelines,
    DayStanding,
    NutrientStanding,
    StepStanding,
    day_guidelines,
    day_standing,
    expenditure_of,
)
from nutrition.queries.guidelines import ADDED_SUGAR


class EnergyShown(serializers.Serializer[Any]):
    """Energy in kcal a day; eight of ten lie between low and high."""

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


class StepShown(serializers.Serializer[Any]):
    """One step of the Chinese food pagoda, in grams of raw food."""

    step = serializers.CharField(help_text="such as `vegetables` or `soy_and_nuts`")
    at_least_g = serializers.FloatField(allow_null=True)
    at_most_g = serializers.FloatField(allow_null=True)
    standing = serializers.ChoiceField(choices=[(standing.value, standing.value) for standing in Standing])
    eaten_g = FigureShown(allow_null=True, help_text="null where no food eaten is known by its kinds")


class KindShown(serializers.Serializer[Any]):
    """A kind of food."""

    kind = serializers.CharField()
    layer = serializers.CharField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()


class PagodaShown(serializers.Serializer[Any]):
    """The day beside the Chinese food pagoda (2022); grain and soy dry, dairy as liquid milk."""

    certainty = serializers.CharField()
    kinds_a_day = serializers.IntegerField(help_text="how many kinds a day should hold, oil and seasoning aside")
    kinds = KindShown(many=True, help_text="those of which 10 g or more were eaten; with less coverage at least these")
    coverage = serializers.FloatField(help_text="0 to 1: the share of the food whose kinds are known")
    steps = StepShown(many=True)


class AddedSugarShown(serializers.Serializer[Any]):
    """The added sugar of the day."""

    at_most_g = serializers.FloatField()
    standing = serializers.ChoiceField(choices=[(standing.value, standing.value) for standing in Standing])
    eaten_g = FigureShown(allow_null=True, help_text="null where nobody knows of any food eaten")


class TargetsShown(serializers.Serializer[Any]):
    """The targets of a day."""

    day = serializers.DateField()
    region = serializers.CharField(help_text="whose reference intakes they are")
    energy_kcal = EnergyShown(
        allow_null=True, help_text="null without birth date, height, weight and how active a week is"
    )
    energy_method = serializers.ChoiceField(
        choices=[(FORMULA, FORMULA), (LEARNED, LEARNED)],
        help_text="`learned` from log and scale, in the units of the person's own log, or by `formula`",
    )
    nutrients = TargetShown(many=True)
    pagoda = PagodaShown()
    added_sugar = AddedSugarShown()
    purines_mg = FigureShown(
        allow_null=True, help_text="of the food, without drinks, sauces and stock cubes; null where none is known"
    )


class ExpenditureShown(serializers.Serializer[Any]):
    """The energy that is spent in a day, by the days before it."""

    day = serializers.DateField()
    kcal_per_day = EnergyShown(help_text="what the body spends, as far as can be known without knowing what was missed")
    logged_kcal_per_day = EnergyShown(
        help_text="the same in the units of the person's own log: what they would log on days that keep the weight"
    )
    trend_kg = serializers.FloatField(help_text="the weight without its noise")
    method = serializers.ChoiceField(
        choices=[(FORMULA, FORMULA), (LEARNED, LEARNED)],
        help_text="`formula` until four days and three weighings over a week are there to learn from",
    )


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
                "energy_kcal": energy and _energy(energy),
                "energy_method": LEARNED if told.targets.is_learned else FORMULA,
                "nutrients": [_shown(told, each) for each in told.nutrients],
                **_guidelines_shown(day_guidelines(told.day)),
            }
        )


class ExpenditureView(ApiView):
    """The energy that a person spends."""

    operations = {
        "GET": Operation(
            name="get_expenditure",
            tag="days",
            summary="Show the energy that a person spends, learned from what was logged and weighed",
            answer=ExpenditureShown,
            parameters=(
                parameter("day", "today when it is not told", {"type": "string", "format": "date"}),
                PERSON,
            ),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer what is spent; 409 where too little is known or it is better not counted."""
        day = day_asked(request, "day")
        owner = subject(request, what="day")
        day = day or owner.clock.day_of(timezone.now())
        spent = expenditure_of(person=owner, day=day)
        if spent is None:
            raise Conflict("no_expenditure", "birth date, height, weight and activity are needed, and no pregnancy")
        return Response(
            {
                "day": day.isoformat(),
                "kcal_per_day": _energy(spent.kcal),
                "logged_kcal_per_day": _energy(spent.logged_kcal),
                "trend_kg": round(spent.trend_kg, 2),
                "method": spent.method,
            }
        )


def _energy(kcal: Interval) -> dict[str, float]:
    return {"low": kcal.low, "mid": kcal.mid, "high": kcal.high}


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


def _guidelines_shown(told: DayGuidelines) -> dict[str, Any]:
    kinds = sorted(told.kinds.counted, key=lambda kind: kind.key)
    return {
        "pagoda": {
            "certainty": STEPS[0].bound.certainty,
            "kinds_a_day": KINDS_A_DAY,
            "kinds": [_kind_shown(kind) for kind in kinds],
            "coverage": share(told.kinds.coverage),
            "steps": [_step_shown(each, told.kinds.coverage) for each in told.steps],
        },
        "added_sugar": {
            "at_most_g": ADDED_SUGAR.high,
            "standing": told.added_sugar.standing.value,
            "eaten_g": estimate(told.added_sugar.grams, coverage=told.added_sugar.coverage),
        },
        "purines_mg": estimate(told.purines_mg, coverage=told.purines_coverage),
    }


def _kind_shown(kind: Kind) -> dict[str, str]:
    return {"kind": kind.key, "layer": kind.layer.value, "name_zh": kind.zh, "name_en": kind.en}


def _step_shown(each: StepStanding, coverage: float) -> dict[str, Any]:
    return {
        "step": each.step.key,
        "at_least_g": each.step.low,
        "at_most_g": each.step.high,
        "standing": each.standing.value,
        "eaten_g": estimate(each.grams, coverage=coverage),
    }
