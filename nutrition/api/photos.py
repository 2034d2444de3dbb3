"""Photos of meals: sent, looked at by a worker, confirmed or dropped by the person."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.http import HttpResponseBase
from django.utils import timezone
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal.models import Door
from meum.kernel.api import ApiView, paged, parse
from meum.kernel.api_forms import AmountField, IntervalShown
from meum.kernel.errors import NotFound
from meum.kernel.fields import ChoiceField, IdField, InstantField, TextField
from meum.kernel.openapi import IDEMPOTENCY_KEY, PAGE_PARAMETERS, Operation, page_form
from meum.kernel.rendering import render, render_all
from meum.people.api.asking import asker
from meum.people.api.entries import named_by_the_client
from meum.people.api.once import answered_once
from meum.people.models import Person
from nutrition import queries, services
from nutrition.api.serializers import MealItemSerializer, MealSerializer, QuantityField, with_chosen
from nutrition.domain.dishes import Finding
from nutrition.models import MealSlot, PhotoState
from nutrition.photo_meals import ChosenDish, log_photo
from nutrition.services import MOST_ITEMS

MOST_DISHES = 9


class PhotoSent(serializers.Serializer[Any]):
    """A photo as it comes from a phone: JPEG, PNG, WebP or HEIC."""

    file = serializers.FileField(allow_empty_file=True)
    id = IdField(required=False, help_text="UUIDv7; the same id again is the same photo")
    at = InstantField(required=False, help_text="when it was taken; now when it is not there")
    note = TextField(required=False, allow_blank=True, max_length=200, help_text="how much of it, in words")


class CandidateShown(serializers.Serializer[Any]):
    """One dish that the photo may show; the estimates are of one portion."""

    number = serializers.IntegerField(help_text="1 is the likeliest")
    food_id = serializers.UUIDField()
    food_version_id = serializers.UUIDField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()
    probability = serializers.FloatField(help_text="0 to 1, calibrated")
    grams = AmountField(help_text="edible part")
    energy_kcal = IntervalShown(allow_null=True)


class GroupShown(serializers.Serializer[Any]):
    """The kind of dish, where the dish itself is unsure; empty where that is unknown too."""

    code = serializers.CharField()
    zh = serializers.CharField()
    en = serializers.CharField()


class PhotoShown(serializers.Serializer[Any]):
    """One photo; it counts for nothing until it is confirmed, and is deleted after a day without."""

    id = serializers.UUIDField()
    sent_at = serializers.DateTimeField()
    state = serializers.ChoiceField(choices=PhotoState.choices)
    finding = serializers.ChoiceField(
        choices=[(finding.value, finding.value) for finding in Finding],
        allow_blank=True,
        help_text="what came of looking at it; empty while it waits",
    )
    group = GroupShown()
    note = serializers.CharField()
    candidates = CandidateShown(many=True)
    meal_id = serializers.UUIDField(allow_null=True, help_text="the meal that was made of it")


class DishChosen(serializers.Serializer[Any]):
    """One candidate by its number, and how much of it: grams, or portions, or one portion."""

    number = serializers.IntegerField(min_value=1, max_value=MOST_DISHES)
    grams = AmountField(required=False)
    portions = QuantityField(required=False, max_value=20)


class PhotoConfirmed(serializers.Serializer[Any]):
    """What the photo shows, told in one way: dishes of the candidates, items as in a meal, or a text."""

    id = IdField(required=False, help_text="of the new meal")
    dishes = DishChosen(many=True, required=False, max_length=MOST_DISHES)  # type: ignore[call-arg]  # the list that `many` makes has a length
    items = MealItemSerializer(  # type: ignore[call-arg]  # as above
        many=True, required=False, max_length=MOST_ITEMS
    )
    text = TextField(required=False, max_length=2000)
    slot = ChoiceField(required=False, choices=MealSlot.choices)


class PhotoList(ApiView):
    """Take in photos, and list those there are."""

    parser_classes = [MultiPartParser]
    operations = {
        "GET": Operation(
            name="list_photos",
            tag="photos",
            summary="List photos of meals, the latest first; those that nobody confirmed are gone after a day",
            answer=page_form(PhotoShown),
            parameters=PAGE_PARAMETERS,
        ),
        "POST": Operation(
            name="send_photo",
            tag="photos",
            summary="Send a photo of a meal as multipart/form-data; a worker looks at it, so ask for it again",
            body=PhotoSent,
            answer=PhotoShown,
            status=202,
            parameters=(IDEMPOTENCY_KEY,),
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer one page."""
        rows = queries.visible_photos(owner=asker(request))
        return paged(
            request,
            rows,
            order=("-id",),
            render=lambda page: render_all(PhotoShown, queries.photo_summaries(page)),
        )

    def post(self, request: Request) -> Response:
        """Keep the photo and have it looked at; the same photo sent again answers how far it is."""
        told = parse(PhotoSent, request.data)
        person = asker(request)
        photo_id = told.get("id") or _id_of_key(request, person)
        photo = services.take_photo(
            person=person,
            door=Door.API,
            sent_at=told.get("at") or timezone.now(),
            content=told["file"].read(),
            photo_id=photo_id,
        )
        with transaction.atomic():
            if told.get("note"):
                services.note_beside(person=person, session=photo.session, note=told["note"])
            services.have_looked_at(photo_id=photo.pk)
        shown = render(PhotoShown, queries.photo_summary(owner=person, photo_id=photo.pk))
        return Response(shown, status=202, headers={"Location": f"{request.path}/{photo.pk}"})


def _id_of_key(request: Request, person: Person) -> UUID | None:
    """Return the id of the photo that came with an idempotency key: the same key is the same photo."""
    key = request.headers.get("Idempotency-Key")
    return uuid5(NAMESPACE_URL, f"{person.pk}/photos/{key}") if key else None


class PhotoDetail(ApiView):
    """One photo."""

    operations = {
        "GET": Operation(
            name="get_photo", tag="photos", summary="Show how far a photo is, and what it may show", answer=PhotoShown
        ),
        "DELETE": Operation(
            name="delete_photo",
            tag="photos",
            summary="Delete a photo that shows nothing to log; one that is confirmed loses its picture",
            status=204,
        ),
    }

    def get(self, request: Request, photo_id: UUID) -> Response:
        """Answer the photo."""
        return Response(render(PhotoShown, queries.photo_summary(owner=asker(request), photo_id=photo_id)))

    def delete(self, request: Request, photo_id: UUID) -> Response:
        """Delete it."""
        if not services.forget_photo(person=asker(request), photo_id=photo_id):
            raise NotFound("unknown_photo", "there is no such photo")
        return Response(status=204)


class PhotoConfirmation(ApiView):
    """Make a meal of a photo."""

    operations = {
        "POST": Operation(
            name="confirm_photo",
            tag="photos",
            summary="Log what a photo shows, eaten when it was sent; again, the same meal is answered, if it is there",
            body=PhotoConfirmed,
            answer=MealSerializer,
            status=201,
            parameters=(IDEMPOTENCY_KEY,),
        )
    }

    def post(self, request: Request, photo_id: UUID) -> HttpResponseBase:
        """Store the meal and answer it."""
        told = parse(PhotoConfirmed, request.data)
        person = asker(request)

        def respond() -> Response:
            asked = {"photo": str(photo_id), "told": request.data}
            with named_by_the_client(person, asked) if "id" in told else nullcontext():
                meal = log_photo(person=person, author=person, door=Door.API, photo_id=photo_id, **_arguments(told))
            rows = queries.visible_meals(owner=person).filter(pk=meal.pk)
            return Response(render_all(MealSerializer, queries.meal_summaries(rows))[0], status=201)

        return answered_once(request, respond)


def _arguments(told: Mapping[str, Any]) -> dict[str, Any]:
    chosen = {"items": with_chosen({"items": told["items"]})["items"]} if "items" in told else {}
    return {
        **chosen,
        "dishes": [ChosenDish(**dish) for dish in told.get("dishes", ())],
        "text": told.get("text", ""),
        "slot": told.get("slot", ""),
        "entry_id": told.get("id"),
    }
