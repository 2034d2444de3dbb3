"""The catalogue over REST."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch
from rest_framework.request import Request
from rest_framework.response import Response

from meum.kernel.api import ApiView, is_known, text_asked, with_tag
from meum.kernel.errors import NotFound
from meum.kernel.openapi import IF_NONE_MATCH, Operation, parameter
from meum.kernel.paging import limit_of
from meum.kernel.rendering import render, render_all
from nutrition.api.serializers import (
    FoodFoundShown,
    FoodsFoundShown,
    FoodShown,
    NutrientShown,
    NutrientsShown,
)
from nutrition.catalogue.nutrients import NUTRIENTS
from nutrition.catalogue.queries import visible_foods
from nutrition.catalogue.search import search_foods
from nutrition.models.catalogue import Portion


class FoodList(ApiView):
    """Search in the catalogue."""

    operations = {
        "GET": Operation(
            name="search_foods",
            tag="foods",
            summary="Find foods by name: Chinese in either script, pinyin, English",
            answer=FoodsFoundShown,
            parameters=(
                parameter("q", "what somebody typed"),
                parameter("limit", "1 to 200", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}),
            ),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer the foods that fit best."""
        limit = limit_of(request.query_params.get("limit", ""))
        found = search_foods(query=text_asked(request, "q"), limit=limit)
        return Response({"results": render_all(FoodFoundShown, found)})


class FoodDetail(ApiView):
    """One food."""

    operations = {
        "GET": Operation(
            name="get_food",
            tag="foods",
            summary="Show a food with its portions and nutrients",
            answer=FoodShown,
            parameters=(IF_NONE_MATCH,),
            has_tag=True,
        )
    }

    def get(self, request: Request, food_id: UUID) -> Response:
        """Answer the food, or 304."""
        portions = Prefetch("portions", queryset=Portion.objects.order_by("position"))
        food = visible_foods().prefetch_related(portions).filter(pk=food_id).first()
        if food is None:
            raise NotFound("unknown_food", "there is no such food")
        tag = str(food.current_id)
        if is_known(request, tag):
            return with_tag(Response(status=304), tag)
        return with_tag(Response(render(FoodShown, food)), tag)


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
