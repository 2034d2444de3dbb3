"""Sentences about meals, and the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal.models import Door
from meum.kernel.api import ApiView, is_known, parameter_invalid, parse, text_asked, with_tag
from meum.kernel.errors import NotFound
from meum.kernel.openapi import IF_NONE_MATCH, Operation, parameter
from meum.kernel.paging import limit_of
from meum.kernel.rendering import render, render_all
from meum.people.api.asking import asker
from meum.people.api.entries import EntryList
from meum.people.models import Person
from nutrition import services
from nutrition.api.serializers import (
    FoodFoundShown,
    FoodsFoundShown,
    FoodShown,
    MealLogged,
    NutrientShown,
    NutrientsShown,
    Sentence,
    SittingShown,
    TotalsField,
    UnderstandingShown,
)
from nutrition.catalogue.nutrients import NUTRIENTS
from nutrition.catalogue.queries import visible_foods
from nutrition.catalogue.search import FoodHit, foods_of_gtin, search_foods
from nutrition.choosing import item_drafts
from nutrition.models.catalogue import Portion
from nutrition.queries import own_food_as_food, understand_meal
from nutrition.sentences import LoggedSentence, log_sentence


class FoodList(ApiView):
    """Search in the catalogue."""

    operations = {
        "GET": Operation(
            name="search_foods",
            tag="foods",
            summary="Find foods by name (Chinese in either script, pinyin, English) or by bar code; own foods too",
            answer=FoodsFoundShown,
            parameters=(
                parameter("q", "what somebody typed"),
                parameter("gtin", "in place of q: the number under a bar code, 8, 12 or 13 digits"),
                parameter("limit", "1 to 200", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}),
            ),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer the foods that fit best; for a bar code the products that have it."""
        limit = limit_of(request.query_params.get("limit", ""))
        gtin = text_asked(request, "gtin")
        found = _of_gtin(request, gtin) if gtin else _named(request, limit)
        return Response({"results": render_all(FoodFoundShown, found)})


def _named(request: Request, limit: int) -> list[FoodHit]:
    return search_foods(query=text_asked(request, "q"), limit=limit, person=asker(request))


def _of_gtin(request: Request, gtin: str) -> list[FoodHit]:
    try:
        return foods_of_gtin(gtin=gtin, person=asker(request))
    except ValueError as error:
        raise parameter_invalid("gtin", "field.gtin_form") from error


class FoodDetail(ApiView):
    """One food."""

    operations = {
        "GET": Operation(
            name="get_food",
            tag="foods",
            summary="Show a food with its portions and nutrients",
            answer=FoodShown,
            parameters=(IF_NONE_MATCH,),
            has_etag=True,
        )
    }

    def get(self, request: Request, food_id: UUID) -> Response:
        """Answer the food, or 304."""
        portions = Prefetch("portions", queryset=Portion.objects.order_by("position"))
        food = visible_foods().prefetch_related(portions).filter(pk=food_id).first()
        food = food or own_food_as_food(person=asker(request), food_id=food_id)
        if food is None:
            raise NotFound("unknown_food", "there is no such food")
        shown = render(FoodShown, food)
        # Portions, group and density change without a new version: the tag is of all that is shown.
        tag = sha256(JSONRenderer().render(shown)).hexdigest()[:32]
        if is_known(request, tag):
            return with_tag(Response(status=304), tag)
        return with_tag(Response(shown), tag)


class NutrientList(ApiView):
    """What the catalogue knows of foods."""

    operations = {
        "GET": Operation(
            name="list_nutrients", tag="foods", summary="List the substances and their units", answer=NutrientsShown
        )
    }

    def get(self, request: Request) -> Response:
        """Answer the whole table."""
        return Response({"results": render_all(NutrientShown, NUTRIENTS)})


class MealList(EntryList):
    """List meals, and make one of items or of a sentence."""

    def operation_of(self, method: str) -> Operation:
        """Return what the schema tells of a method."""
        operation = super().operation_of(method)
        return replace(operation, answer=MealLogged) if method == "POST" else operation

    def log(self, person: Person, told: Mapping[str, Any]) -> Response:
        """Store the meal and answer it with what was not understood."""
        if "text" not in told:
            told = {**told, "items": item_drafts(chosen=told["items"], person=person)}
            logged = LoggedSentence(services.log_meal(person=person, author=person, door=Door.API, **told), ())
        else:
            sentence = {name: told[name] for name in ("text", "at", "entry_id", "slot") if name in told}
            logged = log_sentence(person=person, author=person, door=Door.API, **sentence)
        shown = self.kind.after_write(logged.meal, owner=person)
        return self.answer({**shown, "unknown": list(logged.unknown)}, status=201)


class UnderstandView(ApiView):
    """Read a sentence without storing it."""

    operations = {
        "POST": Operation(
            name="understand_meal",
            tag="meals",
            summary="Read a sentence about eating; nothing is stored",
            body=Sentence,
            answer=UnderstandingShown,
        )
    }

    def post(self, request: Request) -> Response:
        """Answer what was understood."""
        told = parse(Sentence, request.data)
        at = told.get("at") or timezone.now()
        person = asker(request)
        understood = understand_meal(text=told["text"], at=at, counted_by=person.clock, person=person)
        shown = {
            "sittings": render_all(SittingShown, understood.sittings),
            "unknown": list(understood.not_logged),
            "totals": TotalsField().to_representation(understood.totals()),
        }
        return Response(shown)
