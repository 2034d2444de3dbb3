"""Proof that somebody agreed, which outlives their erasure for three years and names nobody.

Who asks for it tells the name by which they were known: the same digest finds the answers. The digest needs this
installation's key, so that a copy of the table tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from meum.journal.models import Consent
from meum.overview.models import ConsentProof
from meum.people.identities import digest_of
from meum.people.models import Identity, Join, Person

KEPT_FOR = timedelta(days=3 * 365 + 1)
_SIGN_IN_NAME = "sign-in name"


def keep_proofs(*, person: Person, at: datetime) -> int:
    """Keep what a person agreed to and withdrew, before it is deleted; return how many rows that took.

    Words, names and whom they shared with are left out.
    """
    answers = list(Consent.objects.filter(person=person).order_by("pk"))
    rows = [_proof(answer, digest, at) for digest in sorted(set(_digests(person))) for answer in answers]
    return len(ConsentProof.objects.bulk_create(rows))


def proofs_of(*, provider: str, app_id: str, subject: str) -> models.QuerySet[ConsentProof]:
    """Return what an erased identity had agreed to, in order."""
    return _found(digest_of(provider, app_id, subject))


def proofs_of_name(*, username: str) -> models.QuerySet[ConsentProof]:
    """Return what an erased account with a sign-in name had agreed to, in order."""
    return _found(digest_of(_SIGN_IN_NAME, username))


def clear_proofs(*, now: datetime) -> int:
    """Delete the proofs whose three years are over; return how many."""
    return ConsentProof.objects.filter(erased_at__lt=now - KEPT_FOR).delete()[0]


def _found(digest: str) -> models.QuerySet[ConsentProof]:
    return ConsentProof.objects.filter(subject_digest=digest).order_by("pk")


def _proof(answer: Consent, digest: str, at: datetime) -> ConsentProof:
    return ConsentProof(
        subject_digest=digest,
        purpose=answer.purpose,
        is_given=answer.is_given,
        text_version=answer.text_version,
        door=answer.door,
        answered_at=answer.at,
        erased_at=at,
    )


def _digests(person: Person) -> Iterator[str]:
    """Yield what each name of a person is known by; those that went to another account prove for this one as well."""
    moved = Join.objects.filter(resting=person).values_list("moved", flat=True)
    went = [identity_id for ids in moved for identity_id in ids]
    for identity in Identity.objects.filter(Q(person=person) | Q(pk__in=went)):
        yield digest_of(identity.provider, identity.app_id, identity.subject)
    if person.has_usable_password():
        yield digest_of(_SIGN_IN_NAME, person.username)
