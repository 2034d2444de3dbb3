"""Every write of the skin diary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from meum.journal.models import Door, Evidence, new_id
from meum.journal.services import recording
from meum.kernel.errors import Invalid
from meum.people.models import Person
from skincare.domain import (
    LONGEST_CONDITION,
    LONGEST_PRODUCT,
    MOST_APPLICATIONS,
    MOST_LESIONS,
    RATINGS,
    ApplicationDraft,
    PartOfDay,
    SkinRatings,
    Step,
)
from skincare.models import SkinApplication, SkinNote


def log_skin_note(
    *,
    person: Person,
    author: Person,
    door: Door,
    at: datetime,
    ratings: SkinRatings | None = None,
    lesions: int | None = None,
    condition: str = "",
    applications: Sequence[ApplicationDraft] = (),
    words: str = "",
    evidence: Evidence = Evidence.FORM,
    entry_id: UUID | None = None,
) -> SkinNote:
    """Store one note about the skin; return it.

    Raises ConsentMissing without consent to health records, Invalid for a note without anything in it, a rating off
    the scale, an impossible count or an unknown step, Conflict when `entry_id` holds something else.
    """
    note = SkinNote(id=entry_id or new_id(), at=at, words=words, evidence=evidence)
    _set_condition(note, ratings or SkinRatings(), lesions, condition)
    rows = _rows(applications)
    _refuse_empty(note, rows)
    with recording(person=person, author=author, door=door) as changes:
        return changes.create(note, items=rows)


def correct_skin_note(
    *,
    person: Person,
    author: Person,
    door: Door,
    entry_id: UUID,
    revision: int | None = None,
    at: datetime | None = None,
    ratings: SkinRatings | None = None,
    lesions: int | None = None,
    condition: str | None = None,
    applications: Sequence[ApplicationDraft] | None = None,
) -> SkinNote:
    """Change what is given of a note; `ratings` and `applications` replace all of theirs. Return the note.

    Raises as `log_skin_note` does, NotFound for an unknown one, Stale when `revision` is not the latest.
    """
    rows = None if applications is None else _rows(applications)
    with recording(person=person, author=author, door=door) as changes:
        note = changes.fetch(SkinNote, entry_id, revision=revision)
        note.at = at or note.at
        _set_condition(
            note,
            note.ratings if ratings is None else ratings,
            note.lesions if lesions is None else lesions,
            note.condition if condition is None else condition,
        )
        _refuse_empty(note, list(note.items.all()) if rows is None else rows)
        return changes.update(note, items=rows)


def _set_condition(note: SkinNote, ratings: SkinRatings, lesions: int | None, condition: str) -> None:
    if lesions is not None and not (isinstance(lesions, int) and 0 <= lesions <= MOST_LESIONS):
        raise Invalid("impossible_lesions", "a count of spots is 0 to 300", field="lesions", most=MOST_LESIONS)
    if len(condition) > LONGEST_CONDITION:
        raise Invalid("too_long_text", "these words are too long", field="condition", most=LONGEST_CONDITION)
    for name in RATINGS:
        setattr(note, name, getattr(ratings, name))
    note.lesions, note.condition = lesions, condition


def _refuse_empty(note: SkinNote, rows: Sequence[SkinApplication]) -> None:
    if not (note.ratings.told() or note.lesions is not None or note.condition or rows):
        raise Invalid("empty_skin_note", "a note says how the skin is or what was applied")


def _rows(applications: Sequence[ApplicationDraft]) -> list[SkinApplication]:
    if len(applications) > MOST_APPLICATIONS:
        raise Invalid(
            "too_many_applications", "a note holds at most 30 steps", field="applications", most=MOST_APPLICATIONS
        )
    return [_row(draft) for draft in applications]


def _row(draft: ApplicationDraft) -> SkinApplication:
    if draft.step not in list(Step):
        raise Invalid("unknown_step", "no such step of a routine", field="step")
    if draft.slot and draft.slot not in list(PartOfDay):
        raise Invalid("unknown_slot_of_day", "a step belongs to morning or evening", field="slot")
    if len(draft.product) > LONGEST_PRODUCT:
        raise Invalid("too_long_text", "this name is too long", field="product", most=LONGEST_PRODUCT)
    return SkinApplication(step=draft.step, product=draft.product, slot=draft.slot, is_skipped=draft.is_skipped)
