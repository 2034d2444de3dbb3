"""What a person must not or does not want to eat, and what they eat for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal.models import Door
from meum.journal.snapshots import kind_of
from meum.kernel.api import ApiView, is_known, parse, revision_wanted, tag_of, with_tag
from meum.kernel.fields import ChoiceField, TextField
from meum.kernel.openapi import IF_MATCH, IF_NONE_MATCH, Operation
from meum.kernel.rendering import render
from meum.people.api.asking import PERSON, asker, subject
from meum.people.models import Person
from nutrition import services
from nutrition.models.wishes import MOST_WORD_LETTERS, MOST_WORDS, EatingWishes, Goal
from nutrition.queries import told_wishes
from nutrition.suggestions.wishes import CONDITIONS, DIETS


class WishesSerializer(serializers.Serializer[Any]):
    """What to heed; a list takes the place of the one before, null forgets a diet or a goal."""

    revision = serializers.IntegerField(read_only=True)
    allergies = serializers.ListField(
        child=TextField(max_length=MOST_WORD_LETTERS),
        required=False,
        max_length=MOST_WORDS,
        help_text="keys or names of allergens, or the name of any food, such as `peanut`, `虾`, `mango`",
    )
    diet = ChoiceField(required=False, allow_null=True, choices=[(diet, diet) for diet in DIETS])
    conditions = serializers.ListField(
        child=ChoiceField(choices=[(each, each) for each in CONDITIONS]), required=False, max_length=len(CONDITIONS)
    )
    dislikes = serializers.ListField(
        child=TextField(max_length=MOST_WORD_LETTERS),
        required=False,
        max_length=MOST_WORDS,
        help_text="words for foods, such as `香菜`",
    )
    goal = ChoiceField(required=False, allow_null=True, choices=Goal.choices, help_text="what becomes of the weight")


class WishesShown(serializers.Serializer[Any]):
    """What is heeded now."""

    revision = serializers.IntegerField()
    allergies = serializers.ListField(child=serializers.CharField())
    diet = serializers.ChoiceField(choices=[(diet, diet) for diet in DIETS], allow_blank=True)
    conditions = serializers.ListField(child=serializers.CharField())
    dislikes = serializers.ListField(child=serializers.CharField())
    goal = serializers.ChoiceField(choices=Goal.choices, allow_blank=True)


class WishesView(ApiView):
    """What suggestions and targets heed of a person."""

    operations = {
        "GET": Operation(
            name="get_wishes",
            tag="suggestions",
            summary="Show allergies, diet, conditions, dislikes and goal; empty where nothing was told",
            answer=WishesShown,
            parameters=(PERSON, IF_NONE_MATCH),
            has_etag=True,
        ),
        "PATCH": Operation(
            name="change_wishes",
            tag="suggestions",
            summary="Change what is given of them",
            body=WishesSerializer,
            answer=WishesShown,
            parameters=(IF_MATCH,),
            has_etag=True,
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer them, or 304."""
        told = told_wishes(person=subject(request, what=kind_of(EatingWishes)))
        tag = _tag(told)
        return with_tag(Response(status=304), tag) if is_known(request, tag) else _shown(told)

    def patch(self, request: Request) -> Response:
        """Change them and answer all."""
        person = asker(request)
        values = parse(WishesSerializer, request.data, is_partial=True)
        existing = told_wishes(person=person)
        revision = revision_wanted(request, _tag_name(existing))
        told = services.update_wishes(
            person=person,
            author=person,
            door=Door.API,
            draft=services.WishesDraft(**{name: "" if value is None else value for name, value in values.items()}),
            wishes_id=existing.pk if existing.revision and revision is not None else None,
            revision=revision,
        )
        return _shown(told)


def current_wishes(*, owner: Person, ids: Collection[UUID]) -> list[dict[str, Any]]:
    """Return a person's wishes as sync sends them: with their id, as every entry has one."""
    rows = EatingWishes.objects.filter(person=owner, deleted_at=None, pk__in=ids)
    return [{"id": str(row.pk), **render(WishesShown, row)} for row in rows]


def _shown(told: EatingWishes) -> Response:
    return with_tag(Response(render(WishesShown, told)), _tag(told))


def _tag(told: EatingWishes) -> str:
    return tag_of(_tag_name(told), told.revision)


def _tag_name(told: EatingWishes) -> object:
    """Return the id: after an undo another row may take the place of this one, and count from 1 again."""
    return told.pk if told.revision else "wishes"
