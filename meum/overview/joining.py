"""Two accounts of one person become one: the records are copied, the first account rests a week, then it is erased.

What is copied is one recording of the account that goes on, so that its history, its sync and its undo know of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from meum.journal import services as journal
from meum.journal.models import Change, Door, Entry, Mode, Purpose, new_id
from meum.journal.queries import has_consent
from meum.journal.recording import Recording, locked_counter
from meum.journal.snapshots import items_of, model_of, restore, snapshot_of
from meum.kernel.errors import Conflict, ConsentMissing, NotFound
from meum.overview.erasure import ask_for_erasure
from meum.overview.models import Cause
from meum.people.carrying import carry_answers, take_answers_back
from meum.people.identities import forget_identity, hand_back
from meum.people.linking import use_offer
from meum.people.models import Identity, Join, Person, Provider, Role
from meum.people.services import end_all_sharing
from nutrition.services import (
    carry_photos,
    carry_wishes,
    copy_foods,
    drop_unused_foods,
    take_photos_back,
    take_wishes_back,
)

UNDO_WITHIN = timedelta(days=7)


def link(*, offer_id: UUID, other: Person, door: Door) -> Join:
    """Link a WeChat account with the app account that offered it; the offer is used up with it.

    Raises NotFound for an offer that is not open, and what `join` raises.
    """
    with transaction.atomic():
        return join(person=use_offer(offer_id=offer_id), other=other, door=door)


def join(*, person: Person, other: Person, door: Door) -> Join:
    """Let `other` go into the account of `person`: its identities move, its records are copied, its answers go along.

    Whoever saw the records of `other` sees them no longer. An account without records goes in without more; otherwise
    both need the agreement to health records, else ConsentMissing. Raises Conflict for one and the same account, and
    for a second WeChat account in one.
    """
    with transaction.atomic():
        for each in sorted((person, other), key=lambda one: one.pk):
            locked_counter(each)
        _refuse_impossible(person, other)
        moved = list(Identity.objects.filter(person=other).values_list("pk", flat=True))
        carried = carry_answers(giver=other, taker=person, door=door)
        carried += carry_wishes(giver=other, taker=person, door=door)
        group = _copy_records(person, other, door) if count_of_records(person=other) else None
        end_all_sharing(person=other, door=door)
        Identity.objects.filter(pk__in=moved).update(person=person)
        Person.objects.filter(pk=other.pk).update(is_active=False)
        return Join.objects.create(
            person=person,
            resting=other,
            moved=[str(pk) for pk in moved],
            carried=carried,
            group=group,
            joined_at=timezone.now(),
        )


def can_join(*, person: Person, other: Person) -> bool:
    """Tell whether both sides agreed as far as their records need it."""
    return not count_of_records(person=other) or all(
        has_consent(person=each, purpose=Purpose.HEALTH_RECORDS) for each in (person, other)
    )


def count_of_records(*, person: Person) -> int:
    """Return how many records a person has."""
    return sum(_records(model, person).count() for model in _kinds())


def _refuse_impossible(person: Person, other: Person) -> None:
    if person.pk == other.pk:
        raise Conflict("already_linked", "this is one account already")
    if other.role != Role.PERSON or other.has_usable_password():
        raise Conflict("not_joined", "an account with a sign-in of its own does not go into another one")
    theirs = Identity.objects.filter(person=other).values_list("provider", flat=True)
    if Identity.objects.filter(person=person, provider=Provider.WECHAT_OA, left_at=None).exists() and (
        Provider.WECHAT_OA in theirs
    ):
        raise Conflict("has_wechat", "the account is linked with another WeChat account")
    if not can_join(person=person, other=other):
        raise ConsentMissing("join_needs_consent", "both sides agree before records are joined")


def _kinds() -> list[type[Entry]]:
    return [model for model in apps.get_models() if issubclass(model, Entry)]


def _records(model: type[Entry], person: Person) -> models.QuerySet[Entry]:
    return model._default_manager.filter(person_id=person.pk, deleted_at=None).order_by("pk")


def _copy_records(person: Person, other: Person, door: Door) -> UUID:
    with journal.recording(person=person, author=person, door=door, mode=Mode.JOIN) as changes:
        foods = copy_foods(giver=other, taker=person)
        copies = {
            entry.pk: made
            for model in _kinds()
            for entry in _records(model, other)
            if (made := _copy(changes, entry, foods))
        }
        carry_photos(giver=other, taker=person, copies=copies)
        return changes.group


def _copy(changes: Recording, entry: Entry, copies: Mapping[UUID, UUID]) -> UUID | None:
    """Store an entry of the other account anew; what it consists of is of this account as well. Return its new id."""
    made = type(entry)()
    children: Sequence[models.Model] = restore(made, snapshot_of(entry, items_of(entry)))
    for row in (made, *children):
        row.pk = copies.get(row.pk) or new_id()
        if hasattr(row, "food_version_id"):
            row.food_version_id = copies.get(row.food_version_id, row.food_version_id)
    try:
        with changes.part():
            changes.create(made, items=children)
    except IntegrityError:
        # A saved meal or an own food whose name is taken: the one of the account that goes on stays.
        return None
    return made.pk


def undo_join(*, join: Join, door: Door) -> None:
    """Part two accounts again within a week: copies that nobody changed go, the identities go back.

    Raises NotFound when the join is final or undone.
    """
    with transaction.atomic():
        locked_counter(join.person)
        open_joins = Join.objects.filter(pk=join.pk, ended_at=None, joined_at__gt=timezone.now() - UNDO_WITHIN)
        if join.resting is None or not open_joins.update(ended_at=timezone.now()):
            raise NotFound("no_join", "there is nothing to part")
        if join.group is not None:
            _remove_copies(join.person, join.resting, join.group, door)
        take_answers_back(giver=join.resting, taker=join.person, names=join.carried, door=door)
        take_wishes_back(giver=join.resting, taker=join.person, names=join.carried, door=door)
        hand_back(identity_ids=join.moved, giver=join.person, taker=join.resting, door=door)
        Person.objects.filter(pk=join.resting.pk).update(is_active=True)


def _remove_copies(person: Person, resting: Person, group: UUID, door: Door) -> None:
    """Delete the copies that nobody changed, and really those that are deleted, as if they had never been here."""
    made = list(Change.objects.filter(person=person, group=group).values_list("kind", "entry_id"))
    take_photos_back(giver=resting, taker=person, copies=[entry_id for _, entry_id in made])
    with journal.recording(person=person, author=person, door=door, only_removes=True) as changes:
        for kind, entry_id in made:
            model = model_of(kind)
            if model._default_manager.filter(pk=entry_id, person_id=person.pk, deleted_at=None, revision=1).exists():
                changes.delete(changes.fetch(model, entry_id))
    for kind, entry_id in made:
        gone = model_of(kind)._default_manager.filter(pk=entry_id, person_id=person.pk).exclude(deleted_at=None)
        if gone.delete()[0]:
            blanked = Change.objects.filter(person=person, entry_id=entry_id)
            blanked.update(before=None, after=None, blanked_at=timezone.now())
    drop_unused_foods(owner=person)


def unlink(*, person: Person, door: Door) -> None:
    """Part an account from WeChat: within a week of the join as before it, later the identity is forgotten here.

    What is forgotten ends the agreement to notices over it. Raises NotFound where nothing is linked, or where WeChat is
    the only way into the account.
    """
    with transaction.atomic():
        latest = Join.objects.filter(person=person, ended_at=None).order_by("-joined_at").first()
        if latest is not None and latest.joined_at > timezone.now() - UNDO_WITHIN:
            undo_join(join=latest, door=door)
        elif is_linked(person=person):
            for identity in _wechat(person).order_by("pk"):
                forget_identity(person=person, identity_id=identity.pk, door=door, evidence="unlinked")
        else:
            raise NotFound("not_linked", "nothing is linked")


def _wechat(person: Person) -> models.QuerySet[Identity]:
    return Identity.objects.filter(person=person, provider=Provider.WECHAT_OA)


def is_linked(*, person: Person) -> bool:
    """Tell whether an account with a sign-in of its own is linked with WeChat."""
    return person.has_usable_password() and _wechat(person).exists()


def can_unlink(*, person: Person) -> bool:
    """Tell whether there is anything that `unlink` would part."""
    recent = Join.objects.filter(person=person, ended_at=None, joined_at__gt=timezone.now() - UNDO_WITHIN)
    return is_linked(person=person) or recent.exists()


def finish_joins(*, now: datetime) -> int:
    """Make the joins of a week ago final: the resting account is erased; return how many there were."""
    due = list(Join.objects.filter(ended_at=None, joined_at__lt=now - UNDO_WITHIN).select_related("person", "resting"))
    for each in due:
        with transaction.atomic():
            if Join.objects.filter(pk=each.pk, ended_at=None).update(ended_at=now) and each.resting is not None:
                ask_for_erasure(person=each.resting, cause=Cause.JOINED, door=Door.SYSTEM)
    return len(due)
