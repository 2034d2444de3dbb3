"""An entry as plain values, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django.apps import apps
from django.db import models

from meum.journal.models import Recorded, Snapshot
from meum.kernel.errors import Conflict

_PLAIN = (bool, int, float, str, type(None))
# Who owns an entry and what allowed it are facts of the row, not of one version of it.
_NOT_OF_A_VERSION = {"person", "consent", "revision", "told"}


def kind_of(model: type[models.Model]) -> str:
    """Return the name of a model in the journal, as `app_label.ModelName`."""
    return f"{model._meta.app_label}.{model.__name__}"


def model_of(kind: str) -> type[Recorded]:
    """Return the model that a journal row names."""
    return cast(type[Recorded], apps.get_model(kind))


def items_of(entry: Recorded) -> list[models.Model]:
    """Return the stored children of an entry in their order; none for a model without them."""
    if not entry.has_items:
        return []
    return list(entry.items.order_by("position"))  # type: ignore[attr-defined]  # has_items promises the relation


def snapshot_of(entry: Recorded, items: Iterable[models.Model]) -> Snapshot:
    """Return the entry and its children as values that JSON can hold."""
    plain = _values(entry, leave_out=_NOT_OF_A_VERSION)
    if entry.has_items:
        link = _link_to(entry)
        plain["items"] = [_values(item, leave_out={link}) for item in items]
    return plain


def restore(entry: Recorded, snapshot: Snapshot) -> list[models.Model]:
    """Set the entry's fields from a snapshot of the latest form; return its children, not yet saved."""
    _set_values(entry, snapshot)
    return [_child_from(entry, values) for values in snapshot.get("items", [])]


def in_latest_form(model: type[Recorded], snapshot: Snapshot, *, schema: int) -> Snapshot:
    """Lead a snapshot of an older form to the model's latest one.

    Raises Conflict `changed_form` when no written way leads there.
    """
    while schema < model.snapshot_schema:
        if schema not in model.upcasters:
            raise Conflict("changed_form", "no upcaster leads from this snapshot to the model's latest form")
        snapshot = model.upcasters[schema](snapshot)
        schema += 1
    return snapshot


def _values(row: models.Model, *, leave_out: set[str]) -> Snapshot:
    return {
        field.attname: _plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.name not in leave_out
    }


def _plain(value: Any) -> Any:
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, datetime):
        # One instant has one text, whatever zone it came in.
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, list):
        return [_plain(each) for each in value]
    raise TypeError(f"a snapshot cannot hold a {type(value).__name__}")


def _set_values(row: models.Model, values: Snapshot) -> None:
    for field in row._meta.concrete_fields:
        if field.attname in values:
            setattr(row, field.attname, field.to_python(values[field.attname]))


def _child_from(entry: Recorded, values: Snapshot) -> models.Model:
    child = _items_relation(entry).related_model()
    _set_values(child, values)
    setattr(child, _link_to(entry), entry)
    return child


def _link_to(entry: Recorded) -> str:
    return _items_relation(entry).field.name


def _items_relation(entry: Recorded) -> models.ManyToOneRel:
    relation = {related.name: related for related in entry._meta.related_objects}["items"]
    return cast("models.ManyToOneRel", relation)


def linked(entry: Recorded, items: Sequence[models.Model]) -> list[models.Model]:
    """Tie children to their entry and number them in the order given."""
    link = _link_to(entry)
    for position, item in enumerate(items):
        setattr(item, link, entry)
        item.position = position  # type: ignore[attr-defined]  # every child row has a position
    return list(items)
