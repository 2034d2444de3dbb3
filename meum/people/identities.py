"""What becomes of an outside identity: it leaves and returns, is erased, or turns out to be the same person's."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import consent_in_force, locked_counter
from meum.kernel.prepared import Prepared
from meum.people.models import Identity, Person, Provider, Tombstone
from meum.people.services import withdraw

TOMBSTONE_KEPT = timedelta(days=30)
RETURN_WITHIN = timedelta(days=30)
"""How long the records of somebody who left are kept for a return."""
UNFOLLOWED = "unfollowed"
"""How a withdrawal tells that nobody said it: the person left the platform."""
_KNOWN = Prepared(
    lambda provider, app_id, subject: Identity.objects.filter(
        provider=provider, app_id=app_id, subject=subject
    ).select_related("person")
)


def digest_of(*parts: str) -> str:
    """Return a digest that only this installation can make, so that a copy of the database tells nothing."""
    return hmac.digest(settings.SECRET_KEY.encode(), "\n".join(parts).encode(), hashlib.sha256).hex()


def identity_of(*, provider: Provider, app_id: str, subject: str) -> Identity | None:
    """Return a known identity with its person, or None."""
    return _KNOWN.first(provider=provider, app_id=app_id, subject=subject)


def may_be_written_to(*, provider: Provider, app_id: str, subject: str) -> bool:
    """Tell whether something may be sent to an identity: it is known, follows, and its person is not being erased."""
    found = identity_of(provider=provider, app_id=app_id, subject=subject)
    return found is not None and found.left_at is None and found.person.is_active


def bury(*, person: Person, at: datetime) -> None:
    """Keep a digest of each of a person's identities, before they are erased."""
    for identity in Identity.objects.filter(person=person):
        digest = digest_of(identity.provider, identity.app_id, identity.subject)
        Tombstone.objects.update_or_create(subject_digest=digest, defaults={"erased_at": at})


def was_erased_after(*, provider: Provider, app_id: str, subject: str, sent_at: datetime) -> bool:
    """Tell whether a message was sent before its sender was erased: a late repetition, which starts nobody anew."""
    digest = digest_of(provider, app_id, subject)
    return Tombstone.objects.filter(subject_digest=digest, erased_at__gte=sent_at).exists()


def clear_tombstones(*, now: datetime) -> int:
    """Forget identities that were erased a month ago; return how many."""
    return Tombstone.objects.filter(erased_at__lt=now - TOMBSTONE_KEPT).delete()[0]


def has_other_way_in(*, person: Person, besides: Identity) -> bool:
    """Tell whether a person uses the account through anything but one identity."""
    others = person.identities.filter(left_at=None).exclude(pk=besides.pk)
    return person.has_usable_password() or others.exists()


def leave(*, identity: Identity, at: datetime) -> None:
    """Note that an identity left, which ends the agreement to notices; without another way in also the main one.

    Once more is the same: the clock goes on from the first time. A leave that comes after a later sign of life is over.
    """
    person = identity.person
    with transaction.atomic():
        locked_counter(person)
        if not Identity.objects.filter(pk=identity.pk, left_at=None).exclude(seen_at__gt=at).update(left_at=at):
            return
        _end_notices(person, Door.WECHAT, UNFOLLOWED)
        is_agreed = has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)
        if is_agreed and not has_other_way_in(person=person, besides=identity):
            withdraw(person=person, purpose=Purpose.HEALTH_RECORDS, door=Door.WECHAT, evidence=UNFOLLOWED)


def leave_by(*, person: Person, identity_id: UUID, at: datetime) -> None:
    """Note that a person left a platform under one of their names there; see `leave`."""
    identity = Identity.objects.select_related("person").filter(person=person, pk=identity_id).first()
    if identity is not None:
        leave(identity=identity, at=at)


def forget_identity(*, person: Person, identity_id: UUID, door: Door, evidence: str) -> None:
    """Delete how a platform names a person who goes on without it, and end the agreement to notices over it."""
    with transaction.atomic():
        locked_counter(person)
        forgotten = Identity.objects.filter(person=person, pk=identity_id)
        if forgotten.filter(provider=Provider.WECHAT_OA).exists():
            _end_notices(person, door, evidence)
        forgotten.delete()


def hand_back(*, identity_ids: Sequence[str], giver: Person, taker: Person, door: Door) -> None:
    """Give identities back to the account that they came from, and end the giver's notices over a chat among them.

    Must run inside a transaction that holds the giver's counter.
    """
    returned = Identity.objects.filter(pk__in=identity_ids, person=giver)
    if returned.filter(provider=Provider.WECHAT_OA).exists():
        _end_notices(giver, door, "unlinked")
    returned.update(person=taker)


def _end_notices(person: Person, door: Door, evidence: str) -> None:
    if has_consent(person=person, purpose=Purpose.NOTICES):
        withdraw(person=person, purpose=Purpose.NOTICES, door=door, evidence=evidence)


def note_sign_of_life(*, identity: Identity, at: datetime) -> bool:
    """Note that a person did something through an identity, which ends a leave from before; tell whether it did."""
    rows = Identity.objects.filter(pk=identity.pk)
    earlier = rows.filter(Q(seen_at=None) | Q(seen_at__lt=at))
    # Hardly anybody has left, so mostly this is all.
    if earlier.filter(left_at=None).update(seen_at=at):
        return False
    earlier.update(seen_at=at)
    return bool(rows.filter(left_at__lte=at).update(left_at=None))


def is_older_than_life(*, identity: Identity, at: datetime) -> bool:
    """Tell whether an identity gave a sign of life after a time."""
    return Identity.objects.filter(pk=identity.pk, seen_at__gt=at).exists()


def note_union_id(*, provider: Provider, app_id: str, subject: str, union_id: str) -> bool:
    """Keep what tells that two identities are one person's; only with the agreement to health records.

    Tells whether it is kept.
    """
    found = identity_of(provider=provider, app_id=app_id, subject=subject)
    if found is None or not has_consent(person=found.person, purpose=Purpose.HEALTH_RECORDS):
        return False
    return bool(Identity.objects.filter(pk=found.pk).update(union_id=union_id))


def same_person_elsewhere(*, person: Person) -> Person | None:
    """Return another account that belongs to the same WeChat user, by union id; None when there is none."""
    known = Identity.objects.filter(person=person).exclude(union_id="").values("union_id")
    others = Identity.objects.filter(union_id__in=known, person__is_active=True).exclude(person=person)
    found = others.select_related("person").order_by("created_at").first()
    return found.person if found else None


def agreed_since_leaving(*, identity: Identity) -> bool:
    """Tell whether a person agreed to health records after an identity left, so that they must have returned."""
    consent = consent_in_force(person=identity.person, purpose=Purpose.HEALTH_RECORDS)
    return consent is not None and identity.left_at is not None and consent.at > identity.left_at


def left_for_good(*, now: datetime) -> QuerySet[Identity]:
    """Return the identities that left a month ago and did not return, the earliest first."""
    gone = Identity.objects.filter(left_at__lt=now - RETURN_WITHIN)
    return gone.select_related("person").order_by("left_at", "pk")
