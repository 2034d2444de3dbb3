"""Undo and redo take back what an author did, and refuse what would destroy a later change."""

from __future__ import annotations

import pytest

from meum.journal import services as journal
from meum.journal.models import Change, Door
from meum.kernel.errors import Conflict, NotFound
from meum.people.models import Person, Profile
from meum.people.services import ProfileDraft, update_profile
from tests.factories.people import agree_to_sharing


def tell_height(person: Person, height_cm: float, *, author: Person | None = None) -> Profile:
    draft = ProfileDraft(height_cm=height_cm)
    return update_profile(person=person, author=author or person, door=Door.API, draft=draft)


def height(person: Person) -> float | None:
    return Profile.objects.get(person=person, deleted_at=None).height_cm


def undo(person: Person, author: Person | None = None) -> None:
    journal.undo_latest(person=person, author=author or person, door=Door.API)


def redo(person: Person) -> None:
    journal.redo_latest(person=person, author=person, door=Door.API)


def test_undo_walks_back_and_redo_walks_forward(ada: Person) -> None:
    for centimetres in (160, 161, 162):
        tell_height(ada, centimetres)

    undo(ada)
    undo(ada)
    assert height(ada) == 160
    redo(ada)
    redo(ada)

    assert height(ada) == 162
    assert list(Change.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6, 7]


def test_a_new_edit_ends_what_can_be_redone(ada: Person) -> None:
    tell_height(ada, 160)
    tell_height(ada, 161)
    undo(ada)
    tell_height(ada, 170)

    with pytest.raises(NotFound):
        redo(ada)

    undo(ada)
    assert height(ada) == 160


def test_an_edit_ends_the_redo_of_what_was_undone_before_it(ada: Person) -> None:
    tell_height(ada, 160)
    tell_height(ada, 161)
    undo(ada)
    tell_height(ada, 170)
    undo(ada)
    redo(ada)

    with pytest.raises(NotFound):
        redo(ada)

    assert height(ada) == 170


def test_undoing_and_redoing_may_go_on_for_long(ada: Person) -> None:
    tell_height(ada, 160)
    tell_height(ada, 161)

    for _ in range(40):
        undo(ada)
        redo(ada)

    assert height(ada) == 161


def test_taking_back_an_undo_is_a_redo(ada: Person) -> None:
    tell_height(ada, 160)
    tell_height(ada, 161)
    undo(ada)
    undoing = Change.objects.order_by("-number")[0].group

    journal.undo_changes(person=ada, author=ada, door=Door.API, group=undoing)

    assert height(ada) == 161
    with pytest.raises(NotFound):
        redo(ada)
    undo(ada)
    assert height(ada) == 160


def test_a_group_that_was_brought_back_can_be_taken_back_by_its_name(ada: Person) -> None:
    tell_height(ada, 160)
    tell_height(ada, 161)
    edit = Change.objects.order_by("-number")[0].group
    undo(ada)
    redo(ada)

    journal.undo_changes(person=ada, author=ada, door=Door.API, group=edit)

    assert height(ada) == 160
    with pytest.raises(Conflict) as refused:
        journal.undo_changes(person=ada, author=ada, door=Door.API, group=edit)
    assert refused.value.code == "already_undone"


def test_what_is_too_old_is_not_undone(ada: Person) -> None:
    tell_height(ada, 160)
    made = Change.objects.get()
    journal.blank_old_changes(now=made.at.replace(year=made.at.year + 1))

    with pytest.raises(Conflict) as refused:
        journal.undo_changes(person=ada, author=ada, door=Door.API, group=made.group)

    assert refused.value.code == "too_old_to_undo"
    assert height(ada) == 160


def test_what_has_lost_its_place_says_so(ada: Person) -> None:
    tell_height(ada, 160)
    undo(ada)
    gone = Change.objects.order_by("-number")[0].group
    tell_height(ada, 170)

    with pytest.raises(Conflict) as refused:
        journal.undo_changes(person=ada, author=ada, door=Door.API, group=gone)

    assert refused.value.code == "place_taken"
    assert height(ada) == 170


def test_undoing_under_somebody_elses_later_correction_is_refused(ada: Person, ben: Person) -> None:
    agree_to_sharing(ada, ben)
    tell_height(ada, 160)
    tell_height(ada, 170, author=ben)

    with pytest.raises(Conflict) as refused:
        undo(ada)

    assert refused.value.code == "changed_since"
    assert height(ada) == 170


def test_with_nothing_left_undo_says_so(ada: Person) -> None:
    tell_height(ada, 160)
    undo(ada)

    with pytest.raises(NotFound) as refused:
        undo(ada)

    assert refused.value.code == "nothing_to_undo"


def test_the_latest_removal_is_brought_back_once(ada: Person) -> None:
    profile = tell_height(ada, 160)
    journal.remove_entry(person=ada, author=ada, door=Door.API, model=Profile, entry_id=profile.pk)

    journal.bring_back_latest(person=ada, author=ada, door=Door.API)

    assert height(ada) == 160
    with pytest.raises(NotFound):
        journal.bring_back_latest(person=ada, author=ada, door=Door.API)


def test_a_removal_by_somebody_else_is_not_brought_back_as_ones_own(ada: Person, ben: Person) -> None:
    agree_to_sharing(ada, ben)
    profile = tell_height(ada, 160)
    journal.remove_entry(person=ada, author=ben, door=Door.API, model=Profile, entry_id=profile.pk)

    with pytest.raises(NotFound):
        journal.bring_back_latest(person=ada, author=ada, door=Door.API)
