"""The fast way to show rows shows what the serializer itself would."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from rest_framework.renderers import JSONRenderer

from meum.kernel.rendering import render, render_all
from meum.people.api.serializers import PersonSerializer, PersonShown, ProfileShown
from meum.people.models import Person, Profile
from tests.api.kinds import all_kinds, body_of
from tests.clients import client_of


def as_json(value: Any) -> bytes:
    return bytes(JSONRenderer().render(value))


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.many)
def test_entries_are_shown_as_the_serializer_shows_them(ada: Person, kind: Any) -> None:
    client_of(ada).post(f"/api/v1/{kind.address}", body_of(kind))
    rows = kind.shown(list(kind.visible(owner=ada)))

    assert as_json(render_all(kind.serializer, rows)) == as_json(kind.serializer(rows, many=True).data)


@pytest.mark.parametrize("form", [PersonSerializer, PersonShown])
def test_people_are_shown_as_the_serializer_shows_them(ada: Person, form: Any) -> None:
    assert as_json(render(form, ada)) == as_json(form(ada).data)


def test_what_is_not_there_is_null() -> None:
    assert render(ProfileShown, Profile(revision=0))["height_cm"] is None
    assert render(PersonShown, SimpleNamespace(id=None, __str__=None))["id"] is None
