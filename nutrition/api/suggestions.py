"""What a person could eat next."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from meum.kernel.api import ApiView, parse
from meum.kernel.errors import Invalid
from meum.kernel.fields import ChoiceField, TextField, WholeField
from meum.kernel.language import active_language
from meum.kernel.openapi import Operation
from meum.language.times import MealSlot
from meum.people.api.asking import asker
from nutrition.queries import next_meal
from nutrition.suggestions.asking import offer_shown

_MOST_DAYS_AHEAD = 7
_MOST_WORDS = 40


def _words(about: str, *, most: int = _MOST_WORDS) -> serializers.ListField:
    return serializers.ListField(child=TextField(max_length=60), required=False, max_length=most, help_text=about)


class SuggestionAsked(serializers.Serializer[Any]):
    """Which meal, and what to heed this time beside the wishes that are kept."""

    meal = ChoiceField(
        required=False,
        choices=[(slot.value, slot.value) for slot in MealSlot],
        help_text="the next one that is not logged where it is not told",
    )
    days_ahead = WholeField(required=False, min_value=0, max_value=_MOST_DAYS_AHEAD)
    without = _words("words for foods to leave out")
    at_hand = _words("words for foods to use up")
    refused = _words("`food` of dishes that were offered before and are not wanted", most=400)


class ServingShown(serializers.Serializer[Any]):
    """One food of a meal, with its household measure."""

    food = serializers.CharField()
    food_id = serializers.UUIDField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()
    grams = serializers.FloatField()
    measure = serializers.CharField()


class OptionShown(serializers.Serializer[Any]):
    """One meal that fits; to log it, make a meal of its items."""

    items = ServingShown(many=True)
    totals = serializers.DictField(child=serializers.FloatField())
    reasons = serializers.ListField(child=serializers.CharField())


class SuggestionShown(serializers.Serializer[Any]):
    """Up to three meals, the best first."""

    day = serializers.DateField()
    meal = serializers.CharField()
    is_usual_size = serializers.BooleanField(
        help_text="true where an ordinary size, age or activity stands in for what was not told"
    )
    options = OptionShown(many=True)
    absent = serializers.ListField(
        child=serializers.CharField(), help_text="where nothing fits: the parts of the meal for which nothing is left"
    )


class Suggestions(ApiView):
    """What could be eaten next."""

    operations = {
        "POST": Operation(
            name="suggest_meal",
            tag="suggestions",
            summary="Suggest up to three meals that fit the person; nothing is stored",
            body=SuggestionAsked,
            answer=SuggestionShown,
        )
    }

    def post(self, request: Request) -> Response:
        """Answer the meals; 409 before the sex is told, 403 for whoever is under 18."""
        told = parse(SuggestionAsked, request.data)
        slot = told.pop("meal", None)
        try:
            advice = next_meal(person=asker(request), at=timezone.now(), slot=MealSlot(slot) if slot else None, **told)
        except ValueError as error:
            raise Invalid("unknown_wish", str(error), field="without") from error
        return Response(
            {
                "day": advice.day.isoformat(),
                "meal": advice.slot.value,
                "is_usual_size": advice.is_usual_size,
                "options": [offer_shown(offer, active_language()) for offer in advice.offers],
                "absent": list(advice.absent),
            }
        )
