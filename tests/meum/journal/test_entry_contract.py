"""What every kind of entry of every app keeps: history, undo, sync, owner, day, id, consent."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import models

from meum.journal import queries
from meum.journal import services as journal
from meum.journal.models import Action, Change, Door, Entry, Purpose, new_id
from meum.journal.snapshots import kind_of
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, NotFound, Stale
from meum.people.models import Person
from meum.people.services import PreferencesDraft, update_preferences
from tests.factories.entries import change, entry_models, example_of

pytestmark = [
    pytest.mark.storage,
    pytest.mark.django_db,
    pytest.mark.parametrize("model", entry_models(), ids=kind_of),
]

NOON = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai


def create(person: Person, model: type[Entry], *, at: datetime = NOON) -> Entry:
    example = example_of(model, at=at)
    with journal.recording(person=person, author=person, door=Door.API) as changes:
        return changes.create(example.entry, items=example.items)


def correct(person: Person, entry: Entry) -> Entry:
    with journal.recording(person=person, author=person, door=Door.API) as changes:
        found = changes.fetch(type(entry), entry.pk)
        change(found)
        return changes.update(found)


def delete(person: Person, entry: Entry) -> None:
    journal.remove_entry(person=person, author=person, door=Door.API, model=type(entry), entry_id=entry.pk)


def undo(person: Person) -> None:
    journal.undo_latest(person=person, author=person, door=Door.API)


def redo(person: Person) -> None:
    journal.redo_latest(person=person, author=person, door=Door.API)


def stored(entry: Entry) -> Entry:
    return type(entry)._default_manager.get(pk=entry.pk)


def test_creating_is_the_first_change(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)

    made = Change.objects.get(person=ada)
    assert (made.number, made.action, made.kind, made.revision) == (1, Action.CREATE, kind_of(model), 1)
    assert made.before is None
    assert (made.after or {})["id"] == str(entry.pk)
    assert stored(entry).consent.purpose == Purpose.HEALTH_RECORDS


def test_a_change_keeps_what_was_before(ada: Person, model: type[Entry]) -> None:
    entry = correct(ada, create(ada, model))

    latest = queries.history(person=ada)[0]
    assert (latest.number, latest.revision, latest.action) == (2, 2, Action.UPDATE)
    words = [(snapshot or {})["words"] for snapshot in (latest.before, latest.after)]
    assert words == ["", "told differently"]
    assert stored(entry).revision == 2


def test_changing_nothing_leaves_no_trace(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)

    with journal.recording(person=ada, author=ada, door=Door.API) as changes:
        changes.update(changes.fetch(model, entry.pk))

    assert stored(entry).revision == 1
    assert Change.objects.filter(person=ada).count() == 1


def test_a_deleted_entry_is_gone_but_leaves_a_tombstone(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)

    delete(ada, entry)

    with pytest.raises(NotFound):
        delete(ada, entry)
    assert stored(entry).deleted_at is not None


def test_undo_and_redo_walk_through_a_life(ada: Person, model: type[Entry]) -> None:
    entry = correct(ada, create(ada, model))
    delete(ada, entry)

    undo(ada)
    assert (stored(entry).deleted_at, stored(entry).words) == (None, "told differently")
    undo(ada)
    assert stored(entry).words == ""
    undo(ada)
    assert stored(entry).deleted_at is not None
    for _ in range(3):
        redo(ada)

    assert stored(entry).deleted_at is not None
    assert stored(entry).revision == 9


def test_sync_tells_every_change_in_order(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)
    delete(ada, entry)

    first = queries.changes_since(person=ada, number=0, limit=1)
    second = queries.changes_since(person=ada, number=first.cursor, limit=1)

    assert [first.has_more, second.has_more] == [True, False]
    assert [page.changes[0].action for page in (first, second)] == [Action.CREATE, Action.DELETE]
    assert second.changes[0].after is None


def test_a_stranger_can_neither_see_nor_touch_it(ada: Person, chen: Person, model: type[Entry]) -> None:
    entry = create(ada, model)

    with pytest.raises(NotFound):
        correct(chen, entry)
    with pytest.raises(NotFound):
        delete(chen, entry)

    assert stored(entry).revision == 1
    assert not Change.objects.filter(person=chen).exists()


def test_an_older_revision_changes_nothing(ada: Person, model: type[Entry]) -> None:
    entry = correct(ada, create(ada, model))

    with (
        pytest.raises(Stale),
        journal.recording(person=ada, author=ada, door=Door.API) as changes,
    ):
        changes.fetch(model, entry.pk, revision=1)


@pytest.mark.parametrize(
    ("zone", "boundary", "at", "day"),
    [
        ("Asia/Shanghai", 4, datetime(2026, 3, 9, 19, 59, tzinfo=UTC), date(2026, 3, 9)),
        ("Asia/Shanghai", 4, datetime(2026, 3, 9, 20, 0, tzinfo=UTC), date(2026, 3, 10)),
        # Clocks go forward in New York on 8 March 2026 and back on 1 November.
        ("America/New_York", 3, datetime(2026, 3, 8, 6, 59, tzinfo=UTC), date(2026, 3, 7)),
        ("America/New_York", 3, datetime(2026, 3, 8, 7, 0, tzinfo=UTC), date(2026, 3, 8)),
        ("America/New_York", 2, datetime(2026, 11, 1, 6, 30, tzinfo=UTC), date(2026, 10, 31)),
        ("America/New_York", 2, datetime(2026, 11, 1, 7, 0, tzinfo=UTC), date(2026, 11, 1)),
        ("Pacific/Kiritimati", 0, datetime(2026, 3, 9, 10, 0, tzinfo=UTC), date(2026, 3, 10)),
    ],
)
def test_an_entry_belongs_to_the_persons_own_day(
    ada: Person, model: type[Entry], zone: str, boundary: int, at: datetime, day: date
) -> None:
    update_preferences(person=ada, draft=PreferencesDraft(time_zone=zone, day_boundary_hour=boundary))

    assert stored(create(ada, model, at=at)).day == day


def test_travel_leaves_written_days_where_they_are(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model, at=datetime(2026, 3, 9, 22, 0, tzinfo=UTC))  # the 10th in Shanghai
    update_preferences(person=ada, draft=PreferencesDraft(time_zone="America/New_York"))

    correct(ada, entry)

    assert (stored(entry).day, stored(entry).utc_offset_minutes) == (date(2026, 3, 10), 480)


def test_the_same_id_twice_is_one_entry(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)
    again = type(entry)._default_manager.get(pk=entry.pk)
    again._state.adding = True
    items = [type(item)(**_own_values(item)) for item in entry.items.all()] if model.has_items else []  # type: ignore[attr-defined]  # has_items promises it

    with journal.recording(person=ada, author=ada, door=Door.API) as changes:
        changes.create(again, items=items)

    assert model._default_manager.filter(person=ada).count() == 1
    assert Change.objects.filter(person=ada).count() == 1


def _own_values(item: models.Model) -> dict[str, object]:
    return {f.attname: getattr(item, f.attname) for f in item._meta.concrete_fields if f.name != "id"}


def test_an_id_that_holds_something_else_is_refused(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)
    other = example_of(model, at=NOON)
    other.entry.id = entry.pk
    change(other.entry)

    with (
        pytest.raises(Conflict),
        journal.recording(person=ada, author=ada, door=Door.API) as changes,
    ):
        changes.create(other.entry, items=other.items)

    assert stored(entry).words == ""


def test_somebody_elses_id_is_simply_not_valid(ada: Person, chen: Person, model: type[Entry]) -> None:
    entry = create(ada, model)
    other = example_of(model, at=NOON)
    other.entry.id = entry.pk

    with (
        pytest.raises(Invalid, match="cannot be used"),
        journal.recording(person=chen, author=chen, door=Door.API) as changes,
    ):
        changes.create(other.entry, items=other.items)

    assert stored(entry).person_id == ada.pk


def test_without_agreement_nothing_is_stored(ada: Person, model: type[Entry]) -> None:
    journal.withdraw_consent(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    with pytest.raises(ConsentMissing):
        create(ada, model)

    assert not model._default_manager.exists()
    assert not Change.objects.exists()


@pytest.mark.parametrize("at", [datetime(1899, 1, 1, tzinfo=UTC), datetime(2300, 1, 1, tzinfo=UTC)])
def test_a_time_beyond_all_diaries_is_refused(ada: Person, model: type[Entry], at: datetime) -> None:
    with pytest.raises(Invalid):
        create(ada, model, at=at)

    assert not model._default_manager.exists()


def test_every_model_has_a_day_index_that_begins_with_the_person(model: type[Entry]) -> None:
    assert ["person", "day"] in [list(index.fields) for index in model._meta.indexes]


def test_ids_made_later_sort_later(model: type[Entry]) -> None:
    made = [new_id() for _ in range(100)]

    assert made == sorted(made)
