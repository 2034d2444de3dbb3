"""Rows as JSON holds them, by a form that is read once: a day of forty meals must not cost a serializer each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from rest_framework import serializers

Form = Callable[[], serializers.BaseSerializer[Any]]
_Reader = Callable[[Any], Any]
# What JSON holds as it is; every other field says itself how it is shown.
_PLAIN = (serializers.CharField, serializers.FloatField, serializers.IntegerField, serializers.BooleanField)


def render(form: Form, row: object) -> dict[str, Any]:
    """Return what a form shows of one row: as the serializer itself would, only faster."""
    rendered: dict[str, Any] = _renderer_of(form)(row)
    return rendered


def render_all(form: Form, rows: Iterable[object]) -> list[dict[str, Any]]:
    """Return what a form shows of each row."""
    return [*map(_renderer_of(form), rows)]


@cache
def _renderer_of(form: Form) -> _Reader:
    return _of_serializer(form())


def _of_serializer(serializer: Any) -> _Reader:
    readers: Mapping[str, _Reader] = {
        name: _reader_of(field) for name, field in serializer.fields.items() if not field.write_only
    }

    def read(row: Any) -> dict[str, Any]:
        return {name: reader(row) for name, reader in readers.items()}

    return read


def _reader_of(field: Any) -> _Reader:
    value_of = _value_reader(field)
    shown = _shown_by(field)
    if shown is None:
        return value_of

    def read(row: Any) -> Any:
        value = value_of(row)
        return None if value is None else shown(value)

    return read


def _value_reader(field: Any) -> _Reader:
    if type(field).get_attribute is not serializers.Field.get_attribute:
        reader: _Reader = field.get_attribute
        return reader
    if field.source == "*":
        return lambda row: row
    value_of = attrgetter(field.source)
    return lambda row: value() if callable(value := value_of(row)) and not hasattr(value, "all") else value


def _shown_by(field: Any) -> _Reader | None:
    """Return what turns a field's value into JSON; None where it already is."""
    if isinstance(field, serializers.ListSerializer):
        each = _of_serializer(field.child)
        return lambda rows: [each(row) for row in (rows.all() if hasattr(rows, "all") else rows)]
    if isinstance(field, serializers.Serializer):
        return _of_serializer(field)
    if isinstance(field, serializers.ChoiceField):
        return str
    if isinstance(field, _PLAIN) and type(field).to_representation in {kind.to_representation for kind in _PLAIN}:
        return None
    shown: _Reader = field.to_representation
    return shown
