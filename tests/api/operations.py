"""Every operation of the API, read from its schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True)
class Called:
    """One method of one address."""

    name: str
    method: str
    address: str
    facts: Mapping[str, Any]

    @property
    def is_open(self) -> bool:
        """Tell whether it needs no sign-in."""
        return not self.facts.get("security")

    def filled(self, **parts: str) -> str:
        """Return the address with its placeholders filled; what is not given is an id of nothing."""
        names = ("entry_id", "food_id", "grant_id", "sign_in_id", "group", "photo_id")
        usual = dict.fromkeys(names, NOBODY)
        return self.address.format(**{**usual, "purpose": "health_records", "day": "2026-11-23", **parts})


NOBODY = "01920000-0000-7000-8000-000000000000"


@cache
def schema() -> dict[str, Any]:
    """Return the OpenAPI document."""
    document: dict[str, Any] = SchemaGenerator().get_schema(  # type: ignore[no-untyped-call]  # drf-spectacular has no types
        request=None, public=True
    )
    return document


def operations() -> list[Called]:
    """Return every operation, by its address and method."""
    return [
        Called(facts["operationId"], method, address, facts)
        for address, methods in schema()["paths"].items()
        for method, facts in methods.items()
        if method in METHODS
    ]


def form(reference: str) -> dict[str, Any]:
    """Return the schema that a reference names."""
    found: dict[str, Any] = schema()["components"]["schemas"][reference.rpartition("/")[2]]
    return found
