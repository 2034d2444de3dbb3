"""Reads about people; who may see whom is decided here and nowhere else."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.utils import timezone

from meum.journal.models import Consent, Purpose
from meum.kernel.errors import NotFound
from meum.language.scripts import simplified
from meum.people.models import Grant, Person, Profile, Role


def visible_people(*, viewer: Person) -> models.QuerySet[Person]:
    """Return the people whose records `viewer` may see: the viewer, and those whose grant and consent are in force.

    Only whoever is a nutritionist now, by what is stored, and whose account is open sees anybody else.
    """
    return Person.objects.filter(models.Q(pk=viewer.pk) | models.Q(pk__in=_open_grants(viewer).values("person")))


def _open_grants(viewer: Person) -> models.QuerySet[Grant]:
    return _grants_in_force().filter(viewer=viewer)


def _grants_in_force() -> models.QuerySet[Grant]:
    now = timezone.now()
    latest = (
        Consent.objects.filter(
            person=models.OuterRef("person"), purpose=Purpose.SHARING, recipient=models.OuterRef("viewer")
        )
        .order_by("-id")
        .values("is_given")[:1]
    )
    in_time = models.Q(until=None) | models.Q(until__gt=now)
    grants = Grant.objects.filter(
        in_time, viewer__role=Role.NUTRITIONIST, viewer__is_active=True, ended_at=None, since__lte=now
    )
    return grants.annotate(is_agreed=models.Subquery(latest)).filter(is_agreed=True)


def grants_in_force(*, person: Person) -> models.QuerySet[Grant]:
    """Return the grants by which somebody sees a person now, with the nutritionist, the earliest first."""
    return _grants_in_force().filter(person=person).select_related("viewer").order_by("id")


def visible_person(*, viewer: Person, person_id: UUID) -> Person:
    """Return one person whom `viewer` may see; raises NotFound, whether or not such a person exists."""
    found = visible_people(viewer=viewer).filter(pk=person_id).first()
    if found is None:
        raise NotFound("not_found", "no such person for this viewer")
    return found


def open_grant(*, person: Person, viewer: Person) -> Grant | None:
    """Return the grant by which a nutritionist sees a person, or None."""
    return _open_grants(viewer).filter(person=person).first()


def profile_of(*, person: Person) -> Profile | None:
    """Return a person's profile, or None before one was told."""
    return Profile.objects.filter(person=person, deleted_at=None).first()


def nutritionists() -> models.QuerySet[Person]:
    """Return those with whom people may share."""
    return Person.objects.filter(role=Role.NUTRITIONIST, is_active=True)


def nutritionist(*, nutritionist_id: UUID) -> Person:
    """Return the nutritionist of an id; raises NotFound when there is none."""
    found = nutritionists().filter(pk=nutritionist_id).first()
    if found is None:
        raise NotFound("not_a_nutritionist", "there is no such nutritionist")
    return found


def nutritionists_named(*, name: str) -> list[Person]:
    """Return the nutritionists of a sign-in name or a name; nobody else is looked for."""
    # A database folds the case, but does not know that 陳 is 陈; they are few.
    return [each for each in nutritionists().order_by("id") if is_called(each, name)]


def is_called(person: Person, name: str) -> bool:
    """Tell whether a name is the person's name or sign-in name, whatever its case and script."""
    return bool(name) and simplified(name) in {simplified(person.name), simplified(person.username)}


def grants_of(*, person: Person) -> models.QuerySet[Grant]:
    """Return with whom a person shares or shared, with the nutritionist."""
    return Grant.objects.filter(person=person).select_related("viewer")


def open_grant_of(*, person: Person, grant_id: UUID) -> Grant:
    """Return one of a person's grants that was not ended; raises NotFound when there is none."""
    found = grants_of(person=person).filter(pk=grant_id, ended_at=None).first()
    if found is None:
        raise NotFound("not_found", "no such open grant of this person")
    return found
