"""Examples of every kind of entry, made by looking at its fields: a new kind is tested without a line here.

A kind whose constraints need particular values says so in `OVERRIDES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models

from meum.journal.models import Entry
from meum.journal.snapshots import kind_of
from nutrition.models import FoodVersion
from tests.factories.nutrition import FoodFactory

# Filled by the recording, or by the model's own defaults.
_GIVEN = {"id", "person", "door", "revision", "consent", "deleted_at", "at", "day"}
_GIVEN |= {"utc_offset_minutes", "day_boundary_hour", "evidence", "words", "source_id", "position"}

OVERRIDES: Mapping[str, Callable[[datetime], dict[str, Any]]] = {
    "fitness.Sleep": lambda at: {"asleep_at": at - timedelta(hours=8), "minutes": 480.0},
}


@dataclass(frozen=True)
class Example:
    """One entry and its children, not yet stored."""

    entry: Entry
    items: list[models.Model]


def entry_models() -> list[type[Entry]]:
    """Return every kind of entry of every app."""
    return sorted((m for m in apps.get_models() if issubclass(m, Entry)), key=kind_of)


def example_of(model: type[Entry], *, at: datetime) -> Example:
    """Make a valid entry of a kind, with one child where it has children."""
    items: list[models.Model] = []
    if model.has_items:
        related = {relation.name: relation for relation in model._meta.related_objects}["items"]
        items = [related.related_model(**_values(related.related_model, at, leave_out={related.field.name}))]
    return Example(model(at=at, **_values(model, at, leave_out=set())), items)


def change(entry: Entry) -> None:
    """Change an entry in a way that every kind allows."""
    entry.words = "told differently"


def _values(model: type[models.Model], at: datetime, *, leave_out: set[str]) -> dict[str, Any]:
    given = OVERRIDES[kind_of(model)](at) if kind_of(model) in OVERRIDES else {}
    wanted = [f for f in model._meta.concrete_fields if f.name not in _GIVEN | leave_out | given.keys()]
    return given | {f.name: _value(f, at) for f in wanted if not f.null and not f.has_default()}


def _value(field: models.Field[Any, Any], at: datetime) -> Any:
    if field.choices:
        return next(iter(field.flatchoices))[0]
    if isinstance(field, models.ForeignKey):
        return _related(field.related_model)
    if isinstance(field, models.DateTimeField):
        return at
    if isinstance(field, models.FloatField | models.IntegerField):
        return 60
    return "" if field.blank else "x"


def _related(model: type[models.Model]) -> models.Model:
    if model is FoodVersion:
        return FoodFactory().current
    raise LookupError(f"say in OVERRIDES how to make a {kind_of(model)}")
