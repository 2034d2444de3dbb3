"""Makers of skin notes; they go through the service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from meum.journal.models import Door
from meum.people.models import Person
from skincare import services
from skincare.domain import ApplicationDraft, SkinRatings
from skincare.models import SkinNote

EVENING = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)  # 21:00 in Shanghai


def make_skin_note(
    *,
    person: Person,
    ratings: SkinRatings | None = None,
    lesions: int | None = None,
    applications: Sequence[ApplicationDraft] = (),
    at: datetime = EVENING,
) -> SkinNote:
    """Log a note of skin that is a bit dry, or what is asked for."""
    return services.log_skin_note(
        person=person,
        author=person,
        door=Door.API,
        at=at,
        ratings=SkinRatings(dryness=3) if ratings is None else ratings,
        lesions=lesions,
        applications=applications,
    )
