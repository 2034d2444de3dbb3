"""Every write of staff, or of whoever runs the server, about an account: role, and whether it is open."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from meum.kernel.errors import Conflict, Forbidden, NotFound
from meum.people.models import Grant, Person, Role, SignIn


def change_account(*, person: Person, author: Person, role: Role, is_active: bool) -> Person:
    """Set an account's role and whether it is open; return the person.

    Whoever stops being a nutritionist loses sight of everybody; whoever is closed is signed out everywhere. Raises
    Forbidden when the author is not staff, Conflict when the place would be left without staff.
    """
    if author.role != Role.STAFF or not author.is_active:
        raise Forbidden("forbidden", "only staff change accounts")
    with transaction.atomic():
        # Locked in key order, so that two of the staff cannot close each other at once.
        staff = Person.objects.select_for_update().filter(role=Role.STAFF, is_active=True).order_by("pk")
        others = [member for member in staff if member.pk != person.pk]
        if not others and not (role == Role.STAFF and is_active):
            raise Conflict("last_staff", "somebody of the staff must stay")
        person.role, person.is_active = role, is_active
        person.save(update_fields=["role", "is_active"])
        _end_what_is_over(person)
    return person


def give_role(*, username: str, role: Role) -> Person:
    """Set the role of an account from the server's own terminal, where the first of the staff is made.

    Raises NotFound for an unknown sign-in name.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(username=username).first()
        if person is None:
            raise NotFound("not_found", "nobody has this sign-in name")
        person.role = role
        person.save(update_fields=["role"])
        _end_what_is_over(person)
    return person


def _end_what_is_over(person: Person) -> None:
    now = timezone.now()
    if person.role != Role.NUTRITIONIST or not person.is_active:
        Grant.objects.filter(viewer=person, ended_at=None).update(ended_at=now)
    if not person.is_active:
        SignIn.objects.filter(person=person, revoked_at=None).update(revoked_at=now)
