"""Every kind of entry that the API serves, found by walking its addresses, and an example body of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from meum.people.api.entries import EntryKind, EntryList
from tests.factories.nutrition import make_food

Body = dict[str, Any]
AT = "2026-11-23T12:10:00+08:00"
DAY = "2026-11-23"
_numbers = count(1)


def _version() -> str:
    return str(make_food(is_drink=True).current_id)


_numbers = count(1)
# What a new entry of a kind is made of beside its time, and a change of it.
BODIES: Mapping[str, Callable[[], Body]] = {
    "meals": lambda: {"items": [{"food_version_id": _version(), "grams": 100}]},
    "saved_meals": lambda: {
        "name": f"meal {next(_numbers)}",
        "items": [{"food_version_id": _version(), "grams": 100}],
    },
    "drinks": lambda: {"food_version_id": _version(), "volume_ml": 250},
    "own_foods": lambda: {
        "name": f"oat bar of {next(_numbers)}",
        "portion": {"unit": "bar", "grams": 45},
        "label": {"per": "portion", "energy_kcal": 190, "protein_g": 10},
    },
    "measurements": lambda: {"kind": "weight", "value": 61.5},
    "activities": lambda: {"code": "12150", "minutes": 30},
    "sleeps": lambda: {"minutes": 430},
    "skin_notes": lambda: {"ratings": {"oil": 3}, "applications": [{"step": "sunscreen", "slot": "morning"}]},
}
CHANGES: Mapping[str, Body] = {
    "meals": {"slot": "dinner"},
    "saved_meals": {"slot": "dinner"},
    "drinks": {"volume_ml": 300},
    "own_foods": {"portion": {"grams": 50}},
    "measurements": {"value": 62.0},
    "activities": {"minutes": 45},
    "sleeps": {"minutes": 400},
    "skin_notes": {"condition": "a little dry"},
}


def all_kinds() -> list[EntryKind]:
    """Return every kind that has addresses."""
    found = {kind.many: kind for kind in _kinds(get_resolver().url_patterns)}
    return [found[name] for name in sorted(found)]


def body_of(kind: EntryKind, **told: Any) -> Body:
    """Return the body of a new entry; a kind without an example here fails its test."""
    return {"at": AT, **BODIES[kind.many](), **told}


def _kinds(patterns: list[URLPattern | URLResolver]) -> Iterator[EntryKind]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _kinds(pattern.url_patterns)
        elif issubclass(getattr(pattern.callback, "cls", object), EntryList):
            yield vars(pattern.callback)["initkwargs"]["kind"]
