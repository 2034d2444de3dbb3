"""What stands beside the entries of the diary: copying, moving, saved meals logged, nutrients over several days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from meum.domain.nutrients import NutrientTotals
from meum.journal.models import Door
from meum.kernel.api import ApiView, day_asked, parameter_invalid, parse
from meum.kernel.fields import ChoiceField, DayField, IdField, InstantField, TextField
from meum.kernel.openapi import IDEMPOTENCY_KEY, Operation
from meum.kernel.rendering import render_all
from meum.people.api.asking import PERSON, asker, subject
from meum.people.api.entries import DAYS, EntrySerializer, named_by_the_client
from meum.people.api.once import answered_once
from meum.people.models import Person
from nutrition import queries
from nutrition.api.serializers import (
    FigureShown,
    MealItemSerializer,
    MealSerializer,
    QuantityField,
    TotalsField,
    figure,
    with_chosen,
)
from nutrition.catalogue.nutrients import NUTRIENTS
from nutrition.models.diary import Meal, MealSlot
from nutrition.services import MOST_ITEMS, copy_meals, log_saved_meal, move_meal

MOST_DAYS = 31
DAYS_SHOWN = 7


class CopyAsked(serializers.Serializer[Any]):
    """Which day, or which meal of it, is logged again, and as what."""

    from_day = DayField()
    from_slot = ChoiceField(required=False, choices=MealSlot.choices, help_text="every meal when it is not there")
    to_day = DayField(required=False, help_text="today when it is not there")
    to_slot = ChoiceField(required=False, choices=MealSlot.choices, help_text="as it was when it is not there")


class MealsMade(serializers.Serializer[Any]):
    """The meals that were written."""

    results = MealSerializer(many=True)


class MealCopies(ApiView):
    """Log again what was eaten on an earlier day."""

    operations = {
        "POST": Operation(
            name="log_meals_again",
            tag="meals",
            summary="Log a meal, or all meals of a day, again; foods count as they are known now",
            body=CopyAsked,
            answer=MealsMade,
            status=201,
            parameters=(IDEMPOTENCY_KEY,),
        )
    }

    def post(self, request: Request) -> HttpResponseBase:
        """Store the new meals and answer them."""
        told = parse(CopyAsked, request.data)
        person, now = asker(request), timezone.now()
        told.setdefault("to_day", person.clock.day_of(now))
        return answered_once(
            request,
            lambda: _made(person, copy_meals(person=person, author=person, door=Door.API, now=now, **told)),
        )


class MoveAsked(serializers.Serializer[Any]):
    """To which day or slot a meal is moved, or which of its items."""

    to_day = DayField(required=False, help_text="as it was when it is not there")
    to_slot = ChoiceField(required=False, choices=MealSlot.choices, help_text="as it was when it is not there")
    items = serializers.ListField(
        child=IdField(), required=False, max_length=MOST_ITEMS, help_text="ids of items; the whole meal without them"
    )


class MealMoves(ApiView):
    """Move a meal to another day or slot."""

    operations = {
        "POST": Operation(
            name="move_meal",
            tag="meals",
            summary="Move a meal, or some of its items, to another day or slot, to its usual hour",
            body=MoveAsked,
            answer=MealsMade,
            parameters=(IDEMPOTENCY_KEY,),
        )
    }

    def post(self, request: Request, entry_id: UUID) -> HttpResponseBase:
        """Move it and answer the meal that holds it now."""
        told = parse(MoveAsked, request.data)
        person, now, item_ids = asker(request), timezone.now(), told.pop("items", ())

        def respond() -> Response:
            meal = move_meal(
                person=person,
                author=person,
                door=Door.API,
                meal_id=entry_id,
                item_ids=item_ids,
                now=now,
                **told,
            )
            return _made(person, [meal], status=200)

        return answered_once(request, respond)


class SavedMealSerializer(EntrySerializer):
    """A list of foods under a name of the person's own; `at` is when it was saved."""

    name = TextField(max_length=40)
    slot = ChoiceField(required=False, allow_blank=True, choices=MealSlot.choices, help_text="empty: for any meal")
    items = MealItemSerializer(many=True, max_length=MOST_ITEMS)  # type: ignore[call-arg]  # the list that `many` makes has a length
    totals = TotalsField(read_only=True)

    @classmethod
    def log_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the items as chosen foods."""
        return with_chosen(super().log_arguments(told))

    @classmethod
    def correct_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the items as chosen foods, when they are given; they replace all items."""
        return with_chosen(super().correct_arguments(told))


class LogSavedAsked(serializers.Serializer[Any]):
    """When a saved meal was eaten, and how much of it."""

    id = IdField(required=False, help_text="of the new meal")
    at = InstantField(required=False, help_text="now when it is not there")
    slot = ChoiceField(required=False, choices=MealSlot.choices)
    times = QuantityField(required=False, max_value=20, help_text="1 when it is not there")


class SavedMealLogs(ApiView):
    """Log a saved meal."""

    operations = {
        "POST": Operation(
            name="log_meal_from_saved",
            tag="saved_meals",
            summary="Log a saved meal; foods count as they are known now",
            body=LogSavedAsked,
            answer=MealsMade,
            status=201,
            parameters=(IDEMPOTENCY_KEY,),
        )
    }

    def post(self, request: Request, entry_id: UUID) -> HttpResponseBase:
        """Store the meal and answer it."""
        told = parse(LogSavedAsked, request.data)
        person = asker(request)

        def respond() -> Response:
            asked = {"saved_meal": str(entry_id), "told": request.data}
            with named_by_the_client(person, asked) if "id" in told else nullcontext():
                meal = log_saved_meal(
                    person=person,
                    author=person,
                    door=Door.API,
                    saved_meal_id=entry_id,
                    at=told.get("at") or timezone.now(),
                    slot=told.get("slot", ""),
                    times=told.get("times", 1.0),
                    entry_id=told.get("id"),
                )
                return _made(person, [meal])

        return answered_once(request, respond)


def _made(person: Person, meals: Sequence[Meal], *, status: int = 201) -> Response:
    """Return meals just stored, read again with the names of their foods."""
    rows = queries.visible_meals(owner=person).filter(pk__in=[meal.pk for meal in meals]).order_by("at", "pk")
    return Response({"results": render_all(MealSerializer, queries.meal_summaries(rows))}, status=status)


class EatenNutrientShown(FigureShown):
    """The amount of one nutrient; one that no food eaten has a figure for is not there."""

    tagname = serializers.CharField()
    unit = serializers.CharField()


class EatenDayShown(serializers.Serializer[Any]):
    """Every nutrient of one day; a day without meals was not logged and does not count."""

    day = serializers.DateField()
    meals = serializers.IntegerField(help_text="how many")
    nutrients = EatenNutrientShown(many=True)


class EatenShown(serializers.Serializer[Any]):
    """Every nutrient of each day, and of a day on average over those with meals."""

    days_counted = serializers.IntegerField(help_text="days with meals; the mean is taken over them")
    mean = EatenNutrientShown(many=True)
    days = EatenDayShown(many=True)


class EatenNutrients(ApiView):
    """Every nutrient over several days."""

    operations = {
        "GET": Operation(
            name="list_eaten_nutrients",
            tag="days",
            summary=f"Show every nutrient eaten, by day and on average: {DAYS_SHOWN} days when none are told, "
            f"{MOST_DAYS} at most",
            answer=EatenShown,
            parameters=(*DAYS, PERSON),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer each day from the first to the last, and the mean of those that count."""
        first, last = day_asked(request, "from"), day_asked(request, "to")
        owner = subject(request, what="day")
        last = last or owner.clock.day_of(timezone.now())
        first = first or last - timedelta(days=DAYS_SHOWN - 1)
        if not 0 <= (last - first).days < MOST_DAYS:
            raise parameter_invalid("to", "field.days_range", most=MOST_DAYS)
        told = queries.range_summary(person=owner, first=first, last=last)
        days = [
            {"day": day.day.isoformat(), "meals": len(day.meals), "nutrients": _shown(day.totals)} for day in told.days
        ]
        return Response({"days_counted": len(told.counted), "mean": _shown(told.mean), "days": days})


def _shown(totals: NutrientTotals) -> list[dict[str, Any]]:
    return [
        {"tagname": nutrient.tagname, "unit": nutrient.unit, **known}
        for nutrient in NUTRIENTS
        if (known := figure(totals, nutrient.position)) is not None
    ]
