"""Every model of ours says whose its rows are and how personal; export, erasure and retention walk by it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from meum.people.models import Person

OURS = ("meum.", "fitness", "nutrition", "skincare", "bots")
MODELS = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith(OURS)]
NAMES = [model._meta.label for model in MODELS]


def person_at_the_end_of(model: type[models.Model]) -> type[models.Model]:
    """Follow `owner_path` field by field; raises FieldDoesNotExist for a path that leads nowhere."""
    here = model
    for name in getattr(model, "owner_path", "").split("__"):
        field = here._meta.pk if name == "pk" else here._meta.get_field(name)
        assert field is not None
        here = field.related_model if isinstance(field.related_model, type) else here
    return here


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_a_model_says_how_personal_it_is(model: type[models.Model]) -> None:
    personal = getattr(model, "personal", "")
    assert personal in {"exported", "erased_only", "none"}
    if personal == "erased_only":
        assert len(getattr(model, "personal_reason", "")) > 10


@pytest.mark.parametrize("model", [m for m in MODELS if getattr(m, "personal", "") != "none"], ids=lambda m: m.__name__)
def test_a_personal_model_leads_to_its_person(model: type[models.Model]) -> None:
    try:
        owner = person_at_the_end_of(model)
    except FieldDoesNotExist as error:
        pytest.fail(f"owner_path leads nowhere: {error}")

    assert owner is Person


@pytest.mark.parametrize("model", [m for m in MODELS if getattr(m, "personal", "") == "none"], ids=lambda m: m.__name__)
def test_a_model_without_owner_points_to_nobody_who_would_lose_it(model: type[models.Model]) -> None:
    cascades = [
        field.name
        for field in model._meta.concrete_fields
        if field.related_model is Person and getattr(field.remote_field, "on_delete", None) is models.CASCADE
    ]

    assert cascades == []
