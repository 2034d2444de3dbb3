"""What is done in one go is one group, one transaction and one undo."""

from __future__ import annotations

import pytest

from meum.journal import services as journal
from meum.journal.models import Change, Counter, Door, Purpose, new_id
from meum.kernel.errors import Conflict, Invalid
from meum.people.models import Person, Profile
from meum.people.services import ProfileDraft, update_profile
from tests.factories.people import agree_to_sharing


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


def test_a_recording_is_about_one_person(ada: Person, chen: Person) -> None:
    with (
        pytest.raises(RuntimeError, match="one person"),
        journal.recording(person=ada, author=ada, door=Door.API),
    ):
        tell_height(chen, 180)

    assert not Change.objects.exists()


def test_another_purpose_or_author_is_a_group_beside(ada: Person, ben: Person) -> None:
    journal.give_consent(person=ada, purpose=Purpose.NOTICES, text_version="1", door=Door.API)
    agree_to_sharing(ada, ben)
    with journal.recording(person=ada, author=ada, door=Door.API):
        tell_height(ada, 160)
        with journal.recording(person=ada, author=ben, door=Door.ADMIN) as his:
            his.update(taller(his.fetch(Profile, Profile.objects.get().pk)))
        with journal.recording(person=ada, author=ada, door=Door.API, purpose=Purpose.NOTICES) as hers:
            hers.update(taller(hers.fetch(Profile, Profile.objects.get().pk)))

    changes = Change.objects.order_by("number")
    assert [(change.number, change.author_id) for change in changes] == [(1, ada.pk), (2, ben.pk), (3, ada.pk)]
    assert len({change.group for change in changes}) == 3


def taller(profile: Profile) -> Profile:
    profile.height_cm = (profile.height_cm or 0) + 1
    return profile


def test_a_refused_part_may_be_tried_again_under_the_same_id(ada: Person) -> None:
    entry_id = new_id()

    def tell_and_fail() -> None:
        with journal.recording(person=ada, author=ada, door=Door.API) as changes:
            changes.create(Profile(id=entry_id, height_cm=161))
            raise Invalid("impossible", "not this one")

    with journal.recording(person=ada, author=ada, door=Door.API) as changes:
        with pytest.raises(Invalid):
            tell_and_fail()
        changes.create(Profile(id=entry_id, height_cm=162))

    assert Profile.objects.get(pk=entry_id).height_cm == 162


def test_telling_the_same_again_under_an_id_is_the_same_request(ada: Person) -> None:
    entry_id = new_id()

    for height_cm in (160, 161):  # what the server derives may differ; what was told decides
        with journal.recording(person=ada, author=ada, door=Door.API, told="digest") as changes:
            changes.create(Profile(id=entry_id, height_cm=height_cm))
    with (
        pytest.raises(Conflict, match="something else"),
        journal.recording(person=ada, author=ada, door=Door.API, told="another") as changes,
    ):
        changes.create(Profile(id=entry_id, height_cm=160))

    assert Profile.objects.get().height_cm == 160


def test_what_is_there_may_be_deleted_after_a_withdrawal(ada: Person) -> None:
    tell_height(ada, 160)
    journal.withdraw_consent(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    journal.remove_entry(person=ada, author=ada, door=Door.API, model=Profile, entry_id=Profile.objects.get().pk)

    deletion = Change.objects.order_by("-number")[0]
    assert Profile.objects.get().deleted_at is not None
    assert (deletion.action, deletion.before, deletion.after) == ("delete", None, None)


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
