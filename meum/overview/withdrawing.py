"""What becomes of records whose agreement was taken back: they wait for a change of mind, then they are erased."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from meum.jobs import services as jobs
from meum.journal.models import Consent, Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import locked_counter
from meum.overview.erasure import ERASE, erasure_of
from meum.overview.models import Cause, Erasure
from meum.people.identities import RETURN_WITHIN, UNFOLLOWED
from meum.people.models import Person

KEPT_FOR = timedelta(days=15)
"""How long records stay after a withdrawal, for who agrees again."""


def erase_withdrawn(*, now: datetime) -> int:
    """Begin to erase the records of who withdrew and did not agree again in time; return how many people.

    Who left a platform has as long as for the return.
    """
    due = list(Person.objects.filter(pk__in=_over(now).values("person")).order_by("pk")[:100])
    return sum(_begin(person, now) for person in due)


def _begin(person: Person, now: datetime) -> bool:
    with transaction.atomic():
        locked_counter(person)
        agrees = has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)
        if agrees or erasure_of(person=person) is not None:
            return False
        erasure = Erasure.objects.create(person=person, cause=Cause.WITHDRAWN, asked_at=now)
        jobs.enqueue(ERASE, key=f"{ERASE}:{erasure.pk}", erasure_id=erasure.pk)
        return True


def _over(now: datetime) -> models.QuerySet[Consent]:
    """Return the withdrawals whose time is over, where nothing was agreed to after them."""
    answers = Consent.objects.filter(purpose=Purpose.HEALTH_RECORDS)
    later = answers.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))
    left = Q(evidence=UNFOLLOWED)
    is_over = (~left & Q(at__lt=now - KEPT_FOR)) | (left & Q(at__lt=now - RETURN_WITHIN))
    return answers.filter(is_over, ~Exists(later), is_given=False)
