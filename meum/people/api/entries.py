"""The whole REST face of a kind of entry, from one declaration and one serializer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.http import HttpResponseBase
from django.urls import URLPattern, path
from django.utils import timezone as clock
from drf_spectacular.types import OpenApiTypes
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal.models import Door, Entry, Evidence
from meum.journal.services import recording, remove_entry
from meum.journal.snapshots import kind_of
from meum.kernel.api import (
    ApiView,
    day_asked,
    is_known,
    paged,
    parameter_invalid,
    parse,
    revision_wanted,
    tag_of,
    with_tag,
)
from meum.kernel.errors import NotFound
from meum.kernel.fields import IdField, InstantField, TextField
from meum.kernel.openapi import (
    IDEMPOTENCY_KEY,
    IF_MATCH,
    IF_NONE_MATCH,
    PAGE_PARAMETERS,
    Operation,
    page_form,
    parameter,
)
from meum.kernel.rendering import render_all
from meum.people.api.asking import PERSON, asker, subject
from meum.people.api.once import answered_once
from meum.people.models import Person

LATEST_FIRST = ("-day", "-at", "-id")
DAYS = (
    parameter("from", "first day, YYYY-MM-DD", OpenApiTypes.DATE),
    parameter("to", "last day, included", OpenApiTypes.DATE),
)


class EntryInstantField(InstantField):
    """Show the instant with the offset that was in force for the person."""

    def get_attribute(self, instance: Any) -> datetime:
        """Return the instant in the entry's own offset."""
        at: datetime = instance.at
        return at.astimezone(timezone(timedelta(minutes=instance.utc_offset_minutes)))

    def to_representation(self, value: datetime) -> str:
        """Return RFC 3339 with the offset."""
        return value.isoformat()


class EntrySerializer(serializers.Serializer[Any]):
    """What every kind of entry takes and shows; `id` may be chosen by the client (UUIDv7)."""

    id = IdField(required=False)
    revision = serializers.IntegerField(read_only=True)
    at = EntryInstantField(required=False, help_text="now when it is not there")
    day = serializers.DateField(read_only=True, help_text="the person's own calendar day")
    door = serializers.ChoiceField(read_only=True, choices=Door.choices)
    evidence = serializers.ChoiceField(read_only=True, choices=Evidence.choices)
    words = TextField(required=False, allow_blank=True, max_length=2000)

    at_name: ClassVar[str] = "at"

    @classmethod
    def log_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the service's arguments of a new entry; a kind whose service has other names overrides this."""
        rest = {name: value for name, value in told.items() if name not in ("id", "at")}
        return {**rest, "entry_id": told.get("id"), cls.at_name: told.get("at") or clock.now()}

    @classmethod
    def correct_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the service's arguments of a change; the id and the words of an entry stay as they are."""
        rest = {name: value for name, value in told.items() if name not in ("id", "at", "words")}
        return {**rest, **({cls.at_name: told["at"]} if "at" in told else {})}


def as_they_are(rows: Sequence[Any]) -> Sequence[Any]:
    """Return rows that the serializer reads by themselves."""
    return rows


@dataclass(frozen=True, kw_only=True)
class EntryKind:
    """One kind of entry: what it is called, its model, serializer, reads and writes.

    `one` and `many` name it in operation ids; `visible(owner=)` reads, `log(person=, author=, door=, ...)` and
    `correct(person=, author=, door=, entry_id=, revision=, ...)` write. `shown` turns rows into what is serialized.
    """

    one: str
    many: str
    model: type[Entry]
    serializer: type[EntrySerializer]
    visible: Callable[..., models.QuerySet[Any]]
    log: Callable[..., Entry]
    correct: Callable[..., Entry]
    shown: Callable[[Sequence[Any]], Sequence[Any]] = as_they_are

    @property
    def address(self) -> str:
        """Return the path of the list."""
        return self.many.replace("_", "-")

    def render(self, rows: Sequence[Any]) -> list[dict[str, Any]]:
        """Return rows as JSON holds them."""
        return render_all(self.serializer, self.shown(rows))

    def found(self, *, owner: Person, entry_id: UUID) -> dict[str, Any]:
        """Return one entry as JSON holds it; raises NotFound when it is not this person's."""
        rendered = self.render(list(self.visible(owner=owner).filter(pk=entry_id)))
        if not rendered:
            raise NotFound("not_found", "no such entry of this person")
        return rendered[0]

    def current(self, *, owner: Person, ids: Collection[UUID]) -> list[dict[str, Any]]:
        """Return those entries of a person that are not deleted, as JSON holds them."""
        return self.render(list(self.visible(owner=owner).filter(pk__in=ids)))

    def after_write(self, entry: Entry, *, owner: Person) -> dict[str, Any]:
        """Return a written entry; one with children is read again, as their names are not at hand."""
        return self.found(owner=owner, entry_id=entry.pk) if self.model.has_items else self.render([entry])[0]


@dataclass(frozen=True, kw_only=True)
class Followed:
    """What sync sends of one model: a name, and how its rows are read by their ids."""

    name: str
    current: Callable[..., list[dict[str, Any]]]


# By the name of the model in the journal; every recorded model is here.
followed: dict[str, Followed] = {}


class EntryView(ApiView):
    """A view of one kind."""

    kind: EntryKind

    def answer(self, entry: dict[str, Any], *, status: int = 200) -> Response:
        """Return one entry with its entity tag."""
        return with_tag(Response(entry, status=status), tag_of(UUID(entry["id"]), entry["revision"]))


class EntryList(EntryView):
    """List entries, and make one."""

    kind: EntryKind = None  # type: ignore[assignment]  # as_view() sets it and refuses names that are not there

    def operation_of(self, method: str) -> Operation:
        """Return what the schema tells of a method."""
        kind, form = self.kind, self.kind.serializer
        if method == "GET":
            return Operation(
                name=f"list_{kind.many}",
                tag=kind.many,
                summary="List entries, the latest day first",
                answer=page_form(form),
                parameters=(*DAYS, *PAGE_PARAMETERS, PERSON),
            )
        return Operation(
            name=f"log_{kind.one}",
            tag=kind.many,
            summary="Store a new entry",
            body=form,
            answer=form,
            status=201,
            parameters=(IDEMPOTENCY_KEY,),
            has_etag=True,
        )

    def get(self, request: Request) -> Response:
        """Answer one page of entries, within days when these are told."""
        first, last = day_asked(request, "from"), day_asked(request, "to")
        if first and last and first > last:
            raise parameter_invalid("to", "field.days_order")
        owner = subject(request, what=kind_of(self.kind.model))
        rows = self.kind.visible(owner=owner)
        rows = rows.filter(day__gte=first) if first else rows
        rows = rows.filter(day__lte=last) if last else rows
        filters = {"kind": self.kind.one, "person": str(owner.pk), "from": str(first), "to": str(last)}
        return paged(request, rows, order=LATEST_FIRST, render=self.kind.render, filters=filters)

    def post(self, request: Request) -> HttpResponseBase:
        """Store a new entry and answer it."""
        told = parse(self.kind.serializer, request.data)
        person = asker(request)

        def respond() -> Response:
            # What the catalogue knows now is asked only for a request that was not answered before.
            arguments = self.kind.serializer.log_arguments(told)
            with named_by_the_client(person, request.data) if "id" in told else nullcontext():
                return self.log(person, arguments)

        return answered_once(request, respond)

    def log(self, person: Person, told: Mapping[str, Any]) -> Response:
        """Store an entry of the signed-in person and answer it."""
        entry = self.kind.log(person=person, author=person, door=Door.API, **told)
        return self.answer(self.kind.after_write(entry, owner=person), status=201)


def named_by_the_client(person: Person, told: object) -> AbstractContextManager[object]:
    """Let the entry remember what was told under its id, so that telling it again is answered with the entry."""
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]
    return recording(person=person, author=person, door=Door.API, told=digest)


class EntryDetail(EntryView):
    """Show, change and delete one entry."""

    kind: EntryKind = None  # type: ignore[assignment]  # as_view() sets it and refuses names that are not there

    def operation_of(self, method: str) -> Operation:
        """Return what the schema tells of a method."""
        kind, form = self.kind, self.kind.serializer
        return {
            "GET": Operation(
                name=f"get_{kind.one}",
                tag=kind.many,
                summary="Show one entry",
                answer=form,
                parameters=(PERSON, IF_NONE_MATCH),
                has_etag=True,
            ),
            "PATCH": Operation(
                name=f"correct_{kind.one}",
                tag=kind.many,
                summary="Change what is given; the rest stays",
                body=form,
                answer=form,
                parameters=(IF_MATCH,),
                has_etag=True,
            ),
            "DELETE": Operation(
                name=f"delete_{kind.one}",
                tag=kind.many,
                summary="Delete; an undo brings it back",
                status=204,
                parameters=(IF_MATCH,),
            ),
        }[method]

    def get(self, request: Request, entry_id: UUID) -> Response:
        """Answer one entry, or 304."""
        owner = subject(request, what=kind_of(self.kind.model), entry_id=entry_id)
        entry = self.kind.found(owner=owner, entry_id=entry_id)
        tag = tag_of(entry_id, entry["revision"])
        return with_tag(Response(status=304), tag) if is_known(request, tag) else self.answer(entry)

    def patch(self, request: Request, entry_id: UUID) -> Response:
        """Change an entry and answer it."""
        person = asker(request)
        told = self.kind.serializer.correct_arguments(parse(self.kind.serializer, request.data, is_partial=True))
        entry = self.kind.correct(
            person=person,
            author=person,
            door=Door.API,
            entry_id=entry_id,
            revision=revision_wanted(request, entry_id),
            **told,
        )
        return self.answer(self.kind.after_write(entry, owner=person))

    def delete(self, request: Request, entry_id: UUID) -> Response:
        """Delete an entry."""
        person = asker(request)
        remove_entry(
            person=person,
            author=person,
            door=Door.API,
            model=self.kind.model,
            entry_id=entry_id,
            revision=revision_wanted(request, entry_id),
        )
        return Response(status=204)


def entry_routes(kind: EntryKind, *, list_view: type[EntryList] = EntryList) -> list[URLPattern]:
    """Return the addresses of a kind, and let sync know how it is shown."""
    followed[kind_of(kind.model)] = Followed(name=kind.one, current=kind.current)
    return [
        path(kind.address, list_view.as_view(kind=kind), name=f"{kind.many}"),
        path(f"{kind.address}/<uuid:entry_id>", EntryDetail.as_view(kind=kind), name=f"{kind.one}"),
    ]
