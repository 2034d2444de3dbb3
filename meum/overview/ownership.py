"""Whose each stored row is, read from what the models declare; export and erasure walk by it."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from meum.journal.models import Personal
from meum.people.models import Person


def personal_models() -> Iterator[type[models.Model]]:
    """Yield every model whose rows belong to a person, in the order of their names."""
    declared = (model for model in apps.get_models(include_auto_created=True) if hasattr(model, "personal"))
    yield from sorted((model for model in declared if personal_of(model) != "none"), key=lambda m: m._meta.label)


def personal_of(model: type[models.Model]) -> Personal:
    """Return how personal a model of ours is."""
    personal: Personal = model.personal  # type: ignore[attr-defined]  # the caller asked for models that declare it
    return personal


def rows_of(model: type[models.Model], *, person: Person) -> models.QuerySet[models.Model]:
    """Return the rows of a personal model that belong to a person."""
    owner_path: str = model.owner_path  # type: ignore[attr-defined]  # declared beside `personal`
    return model._default_manager.filter(**{owner_path: person.pk})
