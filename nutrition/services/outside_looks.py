"""Asking an engine outside of this server about a photo: for whom, how often, and what is sent."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Model
from django.utils import timezone

from meum.files.outgoing import photo_to_send
from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import locked_counter
from meum.kernel.errors import MeumError
from meum.people.models import Person
from nutrition.domain.dishes import Recognition, with_alternatives
from nutrition.models.outside_looks import OutsideDay, OutsideDayOfPerson
from nutrition.models.photos import MealPhoto, PhotoState
from nutrition.vision.engines import outside_engine
from nutrition.vision.engines.base import Engine

logger = logging.getLogger(__name__)

SENT_SIDE = 1024
"""Pixels a side of what is sent: enough for dishes, and most models see no more."""
_KEPT = timedelta(days=7)
_NEEDED = (Purpose.HEALTH_RECORDS, Purpose.EXTERNAL_ENGINE)


class _LimitReachedError(Exception):
    """Say that it was asked often enough, so that what was counted already is rolled back."""


def seen_outside(*, photo: MealPhoto, content: bytes, seen: Recognition) -> tuple[Engine, Recognition] | None:
    """Return the engine outside and what it saw, behind it what was `seen` here; None where that stands alone.

    It is asked once at most of each photo, only of food, only where the person agreed and a look is left on the day.
    Whatever goes wrong with it is logged without the photo's person or what came. Not to be called in a transaction.
    """
    engine = outside_engine()
    if engine is None or not seen.is_food:
        return None
    try:
        if not _may_be_asked(photo.person):
            return None
        picture = photo_to_send(content, side=SENT_SIDE)
        return (engine, with_alternatives(engine.look(picture), seen)) if _counted(photo) else None
    except MeumError as error:
        logger.warning("the outside engine did not help", extra={"reason": error.detail})
        return None


def _may_be_asked(person: Person) -> bool:
    return all(has_consent(person=person, purpose=purpose) for purpose in _NEEDED)


def _counted(photo: MealPhoto) -> bool:
    """Count a look before it is had, so that a worker which dies over it has used it up; tell whether it may be had."""
    now = timezone.now()
    try:
        with transaction.atomic():
            # Of two workers at once the second finds the photo taken; under the lock no withdrawal comes between.
            locked_counter(photo.person)
            waiting = MealPhoto.objects.filter(pk=photo.pk, state=PhotoState.WAITING, sent_out_at=None)
            if not _may_be_asked(photo.person) or not waiting.update(sent_out_at=now):
                return False
            _count(
                OutsideDayOfPerson,
                most=settings.EXTERNAL_ENGINE_DAILY_EACH,
                of={"person": photo.person, "day": now.date()},
            )
            _count(OutsideDay, most=settings.EXTERNAL_ENGINE_DAILY, of={"day": now.date()})
    except _LimitReachedError:
        logger.info("the outside engine was asked often enough today")
        return False
    return True


def _count(model: type[Model], *, most: int, of: Mapping[str, Any]) -> None:
    """Count one more, unless that is too many; the database decides, so two at once cannot both be the last."""
    rows = model._default_manager
    rows.get_or_create(**of)
    if not rows.filter(**of, looks__lt=most).update(looks=F("looks") + 1):
        raise _LimitReachedError


def clear_outside_days(*, now: datetime) -> int:
    """Delete what was counted for persons on days long over; return how much that was."""
    return OutsideDayOfPerson.objects.filter(day__lt=(now - _KEPT).date()).delete()[0]
