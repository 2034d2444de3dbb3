"""Own foods of one account that go into another account of the same person, as copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.db import models, transaction

from meum.journal.models import Change, new_id
from meum.people.models import Person
from nutrition.models.catalogue import Food, FoodVersion
from nutrition.models.own_foods import OwnFood


def copy_foods(*, giver: Person, taker: Person) -> Mapping[UUID, UUID]:
    """Make copies of a person's foods that belong to another account; return the id of each copy by that of its food.

    The versions of the foods are among them. What teaches them, an `OwnFood`, is an entry and is copied as one.
    """
    copies: dict[UUID, UUID] = {}
    for food in Food.objects.filter(owner=giver).order_by("pk"):
        versions = list(FoodVersion.objects.filter(food=food).order_by("number"))
        copies |= {row.pk: new_id() for row in (food, *versions)}
        food.pk, food.owner, food.current_id = copies[food.pk], taker, copies[food.current_id]
        food.key = OwnFood(pk=food.pk).food_key
        food.save(force_insert=True)
        for version in versions:
            version.pk, version.food = copies[version.pk], food
        FoodVersion.objects.bulk_create(versions)
    return copies


def drop_unused_foods(*, owner: Person) -> None:
    """Delete the foods of a person that no `OwnFood` teaches and that no record and no history of theirs holds."""
    in_history = set(_versions_in_history(owner))
    untaught = Food.objects.filter(owner=owner).exclude(pk__in=OwnFood.objects.filter(person=owner).values("pk"))
    for food in untaught.exclude(versions__in=in_history).order_by("pk"):
        try:
            with transaction.atomic():
                food.delete()
        except models.RestrictedError:
            # Something is made of it still.
            continue


def _versions_in_history(person: Person) -> Iterator[UUID]:
    """Yield the food versions that an undo or a redo of a person may bring back."""
    changes = Change.objects.filter(person_id=person.pk, blanked_at=None, kind__startswith="nutrition.")
    for sides in changes.values_list("before", "after").iterator():
        for snapshot in filter(None, sides):
            for part in (snapshot, *snapshot.get("items", ())):
                if "food_version_id" in part:
                    yield UUID(part["food_version_id"])
