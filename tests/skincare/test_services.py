"""Skin notes are stored with what was applied, corrected, and refused when they cannot be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from meum.journal.models import Change, Door
from meum.journal.services import undo_latest
from meum.kernel.errors import ConsentMissing, Invalid, NotFound
from meum.people.models import Person
from skincare import queries, services
from skincare.domain import ApplicationDraft, SkinRatings, Step
from skincare.models import SkinNote
from tests.factories.people import make_person
from tests.factories.skincare import EVENING, make_skin_note

TODAY = date(2026, 11, 20)
SUNSCREEN = ApplicationDraft(step=Step.SUNSCREEN, product="防晒霜", slot="morning")
ACID = ApplicationDraft(step=Step.EXFOLIANT, slot="evening", is_skipped=True)


def applied(note: SkinNote) -> list[tuple[str, str, bool]]:
    return list(note.items.order_by("position").values_list("step", "slot", "is_skipped"))


def test_a_note_keeps_ratings_spots_and_steps_in_order(ada: Person) -> None:
    note = make_skin_note(person=ada, ratings=SkinRatings(oil=6, itch=0), lesions=2, applications=[SUNSCREEN, ACID])

    assert (note.ratings, note.lesions) == (SkinRatings(oil=6, itch=0), 2)
    assert applied(note) == [("sunscreen", "morning", False), ("exfoliant", "evening", True)]


def test_a_correction_replaces_what_is_given_and_undo_brings_it_back(ada: Person) -> None:
    note = make_skin_note(person=ada, ratings=SkinRatings(oil=6), applications=[SUNSCREEN, ACID])

    corrected = services.correct_skin_note(
        person=ada, author=ada, door=Door.API, entry_id=note.pk, ratings=SkinRatings(oil=2), applications=[ACID]
    )

    assert (corrected.oil, len(applied(corrected))) == (2, 1)
    undo_latest(person=ada, author=ada, door=Door.API)
    assert (SkinNote.objects.get().oil, len(applied(note))) == (6, 2)


@pytest.mark.parametrize("lesions", [-1, 301, 10**9])
def test_an_impossible_count_of_spots_is_refused(ada: Person, lesions: int) -> None:
    with pytest.raises(Invalid) as error:
        make_skin_note(person=ada, lesions=lesions)

    assert error.value.code == "impossible_lesions"
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    ("drafts", "code"),
    [
        ([ApplicationDraft(step="gold")], "unknown_step"),
        ([ApplicationDraft(step=Step.MASK, slot="noon")], "unknown_slot_of_day"),
        ([ApplicationDraft(step=Step.MASK, product="x" * 201)], "too_long_text"),
        ([SUNSCREEN] * 31, "too_many_applications"),
    ],
)
def test_an_impossible_step_is_refused(ada: Person, drafts: list[ApplicationDraft], code: str) -> None:
    with pytest.raises(Invalid) as error:
        make_skin_note(person=ada, applications=drafts)

    assert error.value.code == code
    assert not SkinNote.objects.exists()


def test_a_note_without_anything_in_it_is_refused(ada: Person) -> None:
    with pytest.raises(Invalid) as error:
        make_skin_note(person=ada, ratings=SkinRatings())

    assert error.value.code == "empty_skin_note"


def test_a_note_cannot_be_corrected_into_nothing(ada: Person) -> None:
    note = make_skin_note(person=ada, applications=[SUNSCREEN])

    with pytest.raises(Invalid):
        services.correct_skin_note(
            person=ada, author=ada, door=Door.API, entry_id=note.pk, ratings=SkinRatings(), applications=[]
        )

    assert (SkinNote.objects.get().dryness, len(applied(note))) == (3, 1)


def test_words_that_are_too_long_are_refused(ada: Person) -> None:
    with pytest.raises(Invalid) as error:
        services.log_skin_note(person=ada, author=ada, door=Door.API, at=EVENING, condition="干" * 501)

    assert error.value.code == "too_long_text"


def test_without_consent_nothing_is_stored(db: None) -> None:
    with pytest.raises(ConsentMissing):
        make_skin_note(person=make_person(has_agreed=False))

    assert not SkinNote.objects.exists()


def test_nobody_sees_or_corrects_what_is_anothers(ada: Person, chen: Person) -> None:
    note = make_skin_note(person=ada)

    with pytest.raises(NotFound):
        services.correct_skin_note(person=chen, author=chen, door=Door.API, entry_id=note.pk, lesions=9)

    assert queries.notes_of_day(person=chen, day=TODAY) == []
    assert not queries.visible_skin_notes(owner=chen).exists()
    assert queries.notes_of_day(person=ada, day=TODAY) == [note]


@pytest.mark.parametrize("rows", [1, 40])
def test_a_day_of_notes_costs_two_queries(
    ada: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for minute in range(rows):
        make_skin_note(person=ada, applications=[SUNSCREEN, ACID], at=EVENING + timedelta(minutes=minute))

    with django_assert_num_queries(2):
        notes = queries.notes_of_day(person=ada, day=TODAY)
        shown = [item.step for note in notes for item in note.items.all()]

    assert len(shown) == 2 * rows
