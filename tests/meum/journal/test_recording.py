"""What is done in one go is one group, one transaction and one undo."""

from __future__ import annotations

import pytest

from meum.journal import services as journal
from meum.journal.models import Change, Counter, Door
from meum.kernel.errors import Invalid
from meum.people.models import Person, Profile
from meum.people.services import ProfileDraft, update_profile


def tell_height(person: Person, height_cm: float) -> None:
    update_profile(person=person, author=person, door=Door.API, draft=ProfileDraft(height_cm=height_cm))


def test_services_within_a_recording_join_it(ada: Person) -> None:
    with journal.recording(person=ada, author=ada, door=Door.API):
        tell_height(ada, 160)
        tell_height(ada, 161)

    assert Change.objects.filter(person=ada).values("group").distinct().count() == 1
    journal.undo_latest(person=ada, author=ada, door=Door.API)
    assert not Profile.objects.filter(deleted_at=None).exists()


def test_a_part_that_is_refused_leaves_the_other_parts(ada: Person) -> None:
    def tell_and_fail() -> None:
        with journal.recording(person=ada, author=ada, door=Door.API):
            tell_height(ada, 161)
            raise Invalid("impossible", "not this one")

    with journal.recording(person=ada, author=ada, door=Door.API):
        tell_height(ada, 160)
        with pytest.raises(Invalid):
            tell_and_fail()
        tell_height(ada, 162)

    assert Profile.objects.get().height_cm == 162
    assert [change.number for change in Change.objects.order_by("number")] == [1, 2]


def test_writes_for_another_person_stay_apart(ada: Person, chen: Person) -> None:
    with journal.recording(person=ada, author=ada, door=Door.API):
        tell_height(ada, 160)
        tell_height(chen, 180)

    assert [change.person_id for change in Change.objects.order_by("pk")] == [chen.pk, ada.pk]


def test_a_failure_on_the_way_leaves_nothing(ada: Person) -> None:
    def write_and_fail() -> None:
        with journal.recording(person=ada, author=ada, door=Door.API):
            tell_height(ada, 160)
            raise RuntimeError("the power went out")

    with pytest.raises(RuntimeError):
        write_and_fail()

    assert not Profile.objects.exists()
    assert not Change.objects.exists()
    assert not Counter.objects.filter(latest_number__gt=0).exists()
    tell_height(ada, 161)
    assert Change.objects.get().number == 1


def test_old_snapshots_are_blanked_but_the_numbers_stay(ada: Person) -> None:
    tell_height(ada, 160)
    made = Change.objects.get()

    assert journal.blank_old_changes(now=made.at) == 0
    assert journal.blank_old_changes(now=made.at.replace(year=made.at.year + 1)) == 1

    blanked = Change.objects.get()
    assert (blanked.number, blanked.before, blanked.after) == (1, None, None)
    assert blanked.entry_id == made.entry_id
