"""Erasing a person: asked for, done by a job, and proved by a walk over every table that is somebody's."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from meum.files.models import Kind, PrivateFile
from meum.files.services import erase_file, erase_files_of
from meum.jobs import services as jobs
from meum.journal.models import Change, Door, Entry, Evidence, Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import locked_counter, recording
from meum.kernel.errors import Forbidden
from meum.overview.clearing import clear_records, hold_rows_that_stay, prove_gone
from meum.overview.models import Cause, Erasure
from meum.overview.ownership import personal_models, rows_of
from meum.overview.proofs import keep_proofs
from meum.people import identities
from meum.people.models import Identity, Join, Person, Role
from meum.people.services import withdraw
from nutrition.services import forget_memories

logger = logging.getLogger(__name__)

ERASE = "overview.erase_person"
FILES = "files"
OVERDUE = timedelta(hours=1)
"""After this time an erasure that is not done is begun again: its job gave up."""
# As user_authorization_revoke numbers them, of web pages, the mini program and the app (301: everything).
NAME_CODES = frozenset({"6", "19", "20", "205", "301"})
PHOTO_CODES = frozenset({"14", "207", "301"})
STEP_CODES = frozenset({"12", "301"})


def ask_for_erasure(*, person: Person, cause: Cause, door: Door) -> Erasure:
    """Close an account at once and enqueue its erasure; return it, the one under way when there is one.

    From here on nothing is stored, shown to others or sent for the person. Raises Forbidden for whoever works here:
    what they did with other people's records belongs to those.
    """
    if person.role != Role.PERSON:
        raise Forbidden("works_here", "an account that cares for others is closed by staff")
    with transaction.atomic():
        locked_counter(person)
        under_way = erasure_of(person=person)
        if under_way is not None and under_way.cause != Cause.WITHDRAWN:
            return under_way
        if has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
            withdraw(person=person, purpose=Purpose.HEALTH_RECORDS, door=door, evidence=cause)
        Person.objects.filter(pk=person.pk).update(is_active=False)
        asked = {"cause": cause, "asked_at": timezone.now()}
        # One that is only about records becomes one about everything.
        erasure = Erasure.objects.update_or_create(person=person, done_at=None, defaults=asked)[0]
        # The job belongs to nobody: it has to outlive the person.
        jobs.enqueue(ERASE, key=f"{ERASE}:{erasure.pk}:{cause}", erasure_id=erasure.pk)
        return erasure


def erasure_of(*, person: Person) -> Erasure | None:
    """Return the erasure of a person that is under way, or None."""
    return Erasure.objects.filter(person=person, done_at=None).first()


def erase(*, erasure_id: UUID) -> None:
    """Delete what an erasure is about, files included, and leave a receipt with counts; twice does no harm.

    That is everything a person owns, after a withdrawal alone what needs an agreement: who agreed again meanwhile keeps
    it. Raises LeftBehindError, which takes all of it back, when a table would still hold rows of the person.
    """
    with transaction.atomic():
        asked = Erasure.objects.filter(pk=erasure_id, done_at=None)
        person = Person.objects.filter(pk__in=asked.values("person")).first()
        if person is None:
            return
        # Before the counter, as whoever works on such a row takes the counter after it.
        hold_rows_that_stay(person=person)
        locked_counter(person)
        erasure = asked.select_for_update(of=("self",)).first()
        if erasure is None:
            return
        if erasure.cause != Cause.WITHDRAWN:
            _finish(erasure, person, _delete_account)
        elif has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
            erasure.delete()
        else:
            _finish(erasure, person, lambda withdrawn: clear_records(person=withdrawn))


def _finish(erasure: Erasure, person: Person, delete: Callable[[Person], object]) -> None:
    now, counts = timezone.now(), _counts_of(person)
    keep_proofs(person=person, at=now)
    files = erase_files_of(person=person)
    _erase_resting(person)
    delete(person)
    Erasure.objects.filter(pk=erasure.pk).update(person=None, done_at=now, counts={**counts, FILES: files})


def _delete_account(person: Person) -> None:
    identities.bury(person=person, at=timezone.now())
    person_id = person.pk
    person.delete()
    prove_gone(person=Person(pk=person_id), models=list(personal_models()))


def begin_overdue(*, now: datetime) -> int:
    """Begin the erasures anew that are not done after an hour, once an hour, and tell staff; return how many."""
    overdue = list(Erasure.objects.filter(done_at=None, asked_at__lt=now - OVERDUE).exclude(person=None))
    for erasure in overdue:
        logger.error("an erasure is not done after an hour", extra={"erasure_id": str(erasure.pk)})
        with transaction.atomic():
            jobs.enqueue(ERASE, key=f"{ERASE}:{erasure.pk}:{now:%Y%m%d%H}", erasure_id=erasure.pk)
    return len(overdue)


def _erase_resting(person: Person) -> None:
    """Erase the accounts that went into this one and still rest, as nobody else could ask for it."""
    joins = Join.objects.filter(person=person, ended_at=None).exclude(resting=None).select_related("resting")
    for join in joins:
        assert join.resting is not None  # left out above
        ask_for_erasure(person=join.resting, cause=Cause.JOINED, door=Door.SYSTEM)


def _counts_of(person: Person) -> dict[str, int]:
    counted = ((model._meta.label, rows_of(model, person=person).count()) for model in personal_models())
    return {label: count for label, count in counted if count}


def forget_revoked(*, person: Person, codes: Sequence[str]) -> None:
    """Delete what a person took back from the platform's hands, by its numbers; other numbers name what is not kept.

    Steps are those that the mini program told; a name and photos may have come from the platform.
    """
    told = set(codes)
    with transaction.atomic():
        locked_counter(person)
        if told & NAME_CODES:
            Person.objects.filter(pk=person.pk).update(name="")
        if told & PHOTO_CODES:
            for file in PrivateFile.objects.filter(person=person, kind=Kind.PHOTO).order_by("pk"):
                erase_file(file=file)
            forget_memories(person)
        if told & STEP_CODES:
            _forget_told_by_wechat(person)
    unknown = len(told - NAME_CODES - PHOTO_CODES - STEP_CODES)
    logger.info("an authorisation was revoked", extra={"deleted_kinds": len(told) - unknown, "other_kinds": unknown})


def _forget_told_by_wechat(person: Person) -> None:
    """Take out what WeChat itself told, such as steps; no snapshot of it stays for an undo."""
    told = {"person_id": person.pk, "door": Door.WECHAT, "evidence": Evidence.IMPORT}
    with recording(person=person, author=person, door=Door.WECHAT, only_removes=True) as changes:
        for model in (model for model in apps.get_models() if issubclass(model, Entry)):
            for entry_id in list(model._default_manager.filter(deleted_at=None, **told).values_list("pk", flat=True)):
                changes.delete(changes.fetch(model, entry_id))
    for model in (model for model in apps.get_models() if issubclass(model, Entry)):
        gone = model._default_manager.filter(**told)
        Change.objects.filter(person_id=person.pk, entry_id__in=gone.values("pk")).update(
            before=None, after=None, blanked_at=timezone.now()
        )
        gone.delete()


def erase_those_who_left(*, now: datetime) -> int:
    """Begin to erase whoever left a month ago, or forget the identity alone where the account lives on; count them."""
    gone = list(identities.left_for_good(now=now)[:100])
    for identity in gone:
        with transaction.atomic():
            _end(identity)
    return len(gone)


def _end(identity: Identity) -> None:
    """End one identity, unless it came back or moved meanwhile; the account lives on where another way leads."""
    person = identity.person
    # Before the identity, as a message that comes in notes a sign of life under it.
    locked_counter(person)
    same = Identity.objects.select_for_update(of=("self",)).filter(pk=identity.pk, person=person)
    if not same.exclude(left_at=None).exists():
        return
    is_only_way = person.role == Role.PERSON and not identities.has_other_way_in(person=person, besides=identity)
    if is_only_way and identities.agreed_since_leaving(identity=identity):
        identities.note_sign_of_life(identity=identity, at=timezone.now())
    elif is_only_way:
        ask_for_erasure(person=person, cause=Cause.LEFT, door=Door.SYSTEM)
    else:
        identity.delete()
