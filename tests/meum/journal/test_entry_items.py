"""The children of an entry live with it: stored, changed and brought back together."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from meum.journal import services as journal
from meum.journal.models import Door, Entry
from meum.journal.snapshots import items_of, kind_of, snapshot_of
from meum.people.models import Person
from tests.factories.entries import entry_models, example_of

NOON = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.parametrize("model", [m for m in entry_models() if m.has_items], ids=kind_of),
]


def create(person: Person, model: type[Entry]) -> Entry:
    example = example_of(model, at=NOON)
    with journal.recording(person=person, author=person, door=Door.API) as changes:
        return changes.create(example.entry, items=example.items)


def replace_items(person: Person, entry: Entry, *, count: int) -> None:
    items = [example_of(type(entry), at=NOON).items[0] for _ in range(count)]
    with journal.recording(person=person, author=person, door=Door.API) as changes:
        changes.update(changes.fetch(type(entry), entry.pk), items=items)


def children(entry: Entry) -> object:
    return snapshot_of(entry, items_of(entry))["items"]


def test_children_come_back_as_they_were(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)
    before = children(entry)
    replace_items(ada, entry, count=3)

    journal.undo_latest(person=ada, author=ada, door=Door.API)

    assert children(entry) == before


def test_children_of_a_deleted_entry_come_back_with_it(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)
    before = children(entry)
    journal.remove_entry(person=ada, author=ada, door=Door.API, model=model, entry_id=entry.pk)

    journal.undo_latest(person=ada, author=ada, door=Door.API)

    assert children(entry) == before


def test_children_are_counted_from_0_in_their_order(ada: Person, model: type[Entry]) -> None:
    entry = create(ada, model)

    replace_items(ada, entry, count=3)

    assert [item["position"] for item in children(entry)] == [0, 1, 2]  # type: ignore[attr-defined]  # a list of dicts
