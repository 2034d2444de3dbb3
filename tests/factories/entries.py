"""Examples of every kind of entry, made by looking at its fields: a new kind is tested without a line here.

A kind whose constraints need particular values says so in `OVERRIDES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.apps import apps
from django.db import models

from meum.journal.models import Entry, Recorded
from meum.journal.snapshots import kind_of

# Filled by the recording, or by the model's own defaults.
_GIVEN = {"id", "person", "door", "revision", "consent", "deleted_at", "at", "day"}
_GIVEN |= {"utc_offset_minutes", "day_boundary_hour", "evidence", "words", "source_id", "position"}

OVERRIDES: Mapping[str, Callable[[datetime], dict[str, Any]]] = {
    "fitness.Sleep": lambda at: {"asleep_at": at - timedelta(hours=8), "woke_at": at, "minutes": 480.0},
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
        items = [_filled(cast(type[models.Model], related.related_model), at, leave_out={related.field.name})]
    return Example(cast(Entry, _filled(model, at, at=at)), items)


def change(entry: Recorded) -> None:
    """Change an entry in a way that every kind allows."""
    entry.words = "told differently"  # type: ignore[attr-defined]  # every entry keeps words


def _filled(model: type[models.Model], at: datetime, *, leave_out: set[str] = frozenset(), **values: Any) -> models.Model:  # type: ignore[assignment]  # a frozenset reads as well as a set here
    override = OVERRIDES.get(kind_of(model), lambda _: {})(at)
    fields = [f for f in model._meta.concrete_fields if f.name not in _GIVEN | leave_out and not f.null]
    made = {f.name: _value(f, at) for f in fields if f.name not in override and not f.has_default()}
    return model(**made, **override, **values)


def _value(field: models.Field[Any, Any], at: datetime) -> Any:
    if field.choices:
        return next(iter(field.flatchoices))[0]
    if isinstance(field, models.ForeignKey):
        return _related(cast(type[models.Model], field.related_model))
    if isinstance(field, models.DateTimeField):
        return at
    if isinstance(field, models.FloatField | models.IntegerField):
        return 60
    return "" if field.blank else "x"


def _related(model: type[models.Model]) -> models.Model:
    from tests.factories.nutrition import FoodFactory

    if kind_of(model) == "nutrition.FoodVersion":
        return cast(models.Model, FoodFactory().current)
    raise LookupError(f"say in OVERRIDES how to make a {kind_of(model)}")
