"""What every kind of entry promises over REST; a new kind is tested by itself."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from meum.journal.models import Access, Change, Door, Purpose
from meum.journal.services import give_consent
from meum.people.api.entries import EntryKind
from meum.people.models import Person
from meum.people.services import share_with, withdraw
from tests.api.kinds import AT, CHANGES, DAY, all_kinds, body_of
from tests.clients import client_of
from tests.factories.people import make_person

pytestmark = pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.many)


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


def log(phone: APIClient, kind: EntryKind, *, key: str = "", **told: Any) -> Any:
    headers = {"Idempotency-Key": key} if key else {}
    return phone.post(f"/api/v1/{kind.address}", body_of(kind, **told), headers=headers)


def address(kind: EntryKind, entry: Any) -> str:
    return f"/api/v1/{kind.address}/{entry['id']}"


def rows(kind: EntryKind) -> int:
    return kind.model._default_manager.count()


def test_a_new_entry_is_answered_as_it_is_shown_later(phone: APIClient, kind: EntryKind) -> None:
    answer = log(phone, kind, words="as told")
    entry = {name: value for name, value in answer.json().items() if name != "unknown"}

    assert (answer.status_code, answer["ETag"]) == (201, f'"{entry["id"]}:1"')
    assert (entry["day"], entry["at"], entry["words"]) == (DAY, "2026-11-23T12:10:00+08:00", "as told")
    assert phone.get(address(kind, entry)).json() == entry


def test_the_same_id_again_is_the_same_entry(phone: APIClient, kind: EntryKind) -> None:
    body = body_of(kind, id=str(uuid4()))

    answers = [phone.post(f"/api/v1/{kind.address}", body) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert rows(kind) == 1


def test_an_id_that_holds_something_else_is_a_conflict(phone: APIClient, kind: EntryKind) -> None:
    entry = log(phone, kind).json()

    answer = log(phone, kind, id=entry["id"], words="something else")

    assert (answer.status_code, answer.json()["code"]) == (409, "id_in_use")


def test_an_id_of_somebody_else_cannot_be_used(phone: APIClient, chen: Person, kind: EntryKind) -> None:
    entry = log(phone, kind).json()

    answer = log(client_of(chen), kind, id=entry["id"])

    assert (answer.status_code, answer.json()["code"], rows(kind)) == (400, "invalid_id", 1)


def test_a_request_sent_twice_is_done_once(phone: APIClient, kind: EntryKind) -> None:
    body = body_of(kind)
    del body["at"]

    answers = [
        phone.post(f"/api/v1/{kind.address}", body, headers={"Idempotency-Key": "a-random-text"}) for _ in range(2)
    ]

    assert answers[0].json() == answers[1].json()
    assert answers[0]["ETag"] == answers[1]["ETag"]
    assert answers[1]["Idempotency-Replayed"] == "true"
    assert rows(kind) == 1


def test_a_key_of_another_request_is_refused(phone: APIClient, kind: EntryKind) -> None:
    log(phone, kind, key="a-random-text")

    answer = log(phone, kind, key="a-random-text", words="another")

    assert (answer.status_code, answer.json()["code"], rows(kind)) == (422, "idempotency_key_reused", 1)


def test_a_change_makes_a_new_revision(phone: APIClient, kind: EntryKind) -> None:
    created = log(phone, kind)

    answer = phone.patch(address(kind, created.json()), CHANGES[kind.many], headers={"If-Match": created["ETag"]})

    assert (answer.status_code, answer.json()["revision"]) == (200, 2)
    assert answer.json() == phone.get(address(kind, created.json())).json()


@pytest.mark.parametrize("tag", ['"other"', 'W/"{tag}"', '"{id}:7"', "nonsense"])
def test_an_old_or_foreign_tag_changes_nothing(phone: APIClient, kind: EntryKind, tag: str) -> None:
    entry = log(phone, kind).json()
    told = {"If-Match": tag.format(id=entry["id"], tag=f"{entry['id']}:1")}

    changed = phone.patch(address(kind, entry), CHANGES[kind.many], headers=told)
    deleted = phone.delete(address(kind, entry), headers=told)

    assert [changed.status_code, deleted.status_code] == [412, 412]
    assert phone.get(address(kind, entry)).json()["revision"] == 1


def test_the_time_moves_an_entry_to_its_day(phone: APIClient, kind: EntryKind) -> None:
    entry = log(phone, kind).json()

    moved = phone.patch(address(kind, entry), {"at": "2026-11-22T01:30:00+08:00"})

    assert (moved.status_code, moved.json()["day"]) == (200, "2026-11-21")


def test_a_deleted_entry_is_gone_until_an_undo(phone: APIClient, kind: EntryKind) -> None:
    created = log(phone, kind)
    entry = {name: value for name, value in created.json().items() if name != "unknown"}

    assert phone.delete(address(kind, entry), headers={"If-Match": created["ETag"]}).status_code == 204
    assert phone.get(address(kind, entry)).status_code == 404
    assert phone.delete(address(kind, entry)).status_code == 404
    assert phone.post("/api/v1/undo").status_code == 200
    assert phone.get(address(kind, entry)).json() == entry | {"revision": 3}


def test_an_entry_that_is_held_already_is_not_sent_again(phone: APIClient, kind: EntryKind) -> None:
    created = log(phone, kind)

    answer = phone.get(address(kind, created.json()), headers={"If-None-Match": created["ETag"]})

    assert (answer.status_code, answer.content) == (304, b"")


def test_a_list_has_pages_within_days(phone: APIClient, kind: EntryKind) -> None:
    times = [f"2026-11-{day}T12:00:00+08:00" for day in (18, 19, 20, 21)]
    ids = [log(phone, kind, at=at).json()["id"] for at in times]

    first = phone.get(f"/api/v1/{kind.address}?from=2026-11-19&to=2026-11-21&limit=2").json()
    second = phone.get(first["next"]).json()

    assert [row["id"] for row in first["results"]] == [ids[3], ids[2]]
    assert [row["id"] for row in second["results"]] == [ids[1]]
    assert second["next"] is None


def test_somebody_elses_entry_is_answered_like_one_that_is_not_there(
    phone: APIClient, chen: Person, kind: EntryKind
) -> None:
    entry, other = log(phone, kind).json(), client_of(chen, language="en")
    unknown = {"id": str(uuid4())}

    for act in (other.get, other.delete, lambda at: other.patch(at, CHANGES[kind.many])):
        hers, nobodys = act(address(kind, entry)), act(address(kind, unknown))
        assert (hers.status_code, hers.content) == (404, nobodys.content)
    assert Change.objects.filter(entry_id=entry["id"]).count() == 1


def test_a_nutritionist_reads_only_while_it_is_shared_and_each_look_is_told(
    phone: APIClient, ada: Person, ben: Person, kind: EntryKind
) -> None:
    entry, tablet = log(phone, kind).json(), client_of(ben)
    listed, shown = f"/api/v1/{kind.address}?person={ada.pk}", f"{address(kind, entry)}?person={ada.pk}"
    assert [tablet.get(listed).status_code, tablet.get(shown).status_code] == [404, 404]

    share_with(person=ada, nutritionist=ben, door=Door.API)

    assert [row["id"] for row in tablet.get(listed).json()["results"]] == [entry["id"]]
    assert tablet.get(shown).json()["id"] == entry["id"]
    looks = Access.objects.filter(person=ada, viewer=ben).order_by("pk").values_list("entry_id", flat=True)
    assert [str(entry_id) for entry_id in looks] == ["None", entry["id"]]


def test_a_nutritionist_changes_nothing_of_a_person(
    phone: APIClient, ada: Person, ben: Person, kind: EntryKind
) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)
    entry, tablet = log(phone, kind).json(), client_of(ben)

    assert tablet.delete(f"{address(kind, entry)}?person={ada.pk}").status_code == 404
    assert tablet.patch(f"{address(kind, entry)}?person={ada.pk}", CHANGES[kind.many]).status_code == 404


def test_without_consent_nothing_is_stored(phone: APIClient, ada: Person, kind: EntryKind) -> None:
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    answer = log(phone, kind)

    assert (answer.status_code, answer.json()["code"], rows(kind)) == (403, "consent_missing", 0)


def test_sync_sends_the_entry_then_its_tombstone(phone: APIClient, kind: EntryKind) -> None:
    entry = log(phone, kind).json()
    first = phone.get("/api/v1/sync").json()
    phone.delete(address(kind, entry))
    second = phone.get("/api/v1/sync", {"since": first["cursor"]}).json()

    assert [(row["kind"], row["entry"]["id"]) for row in first["changes"]] == [(kind.one, entry["id"])]
    assert [(row["id"], row["is_deleted"], row["entry"]) for row in second["changes"]] == [(entry["id"], True, None)]


@pytest.mark.parametrize(
    "told",
    [
        {"at": "2026-11-23T12:10:00"},
        {"at": "1899-12-31T00:00:00Z"},
        {"at": "2300-01-01T00:00:00Z"},
        {"at": "yesterday"},
        {"id": "not-an-id"},
        {"id": "'; DROP TABLE people_person; --"},
        {"words": 5},
        {"words": "x" * 2001},
    ],
)
def test_what_cannot_be_is_refused_with_its_place(phone: APIClient, kind: EntryKind, told: dict[str, Any]) -> None:
    answer = log(phone, kind, **told)

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_fields")
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/{name}" for name in told]
    assert rows(kind) == 0


def test_fields_that_are_not_ours_change_nothing(phone: APIClient, chen: Person, kind: EntryKind) -> None:
    odd: dict[str, Any] = {"person": str(chen.pk), "person_id": str(chen.pk), "revision": 9, "deleted_at": AT}
    answer = log(phone, kind, door="admin", evidence="photo", __proto__={"x": 1}, day="1999-01-01", **odd)

    assert (answer.json()["door"], answer.json()["revision"], answer.json()["day"]) == ("api", 1, DAY)
    assert "__proto__" not in answer.json()
    assert kind.model._default_manager.get().person_id != chen.pk


def count_of(client: APIClient, address: str, django_assert_max_num_queries: Any) -> int:
    with django_assert_max_num_queries(40) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_forty_entries_cost_as_many_queries_as_one(
    kind: EntryKind, django_assert_max_num_queries: Any, db: None
) -> None:
    addresses = [f"/api/v1/{kind.address}?limit=200", f"/api/v1/days/{DAY}", "/api/v1/sync?limit=200"]
    counts = []
    for entries in (1, 40):
        client = client_of(make_person())
        for _ in range(entries):
            assert log(client, kind).status_code == 201
        counts.append([count_of(client, each, django_assert_max_num_queries) for each in addresses])

    assert counts[0] == counts[1]


def test_agreeing_again_lets_go_on(phone: APIClient, ada: Person, kind: EntryKind) -> None:
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)
    give_consent(person=ada, purpose=Purpose.HEALTH_RECORDS, text_version="2026-11", door=Door.API)

    assert log(phone, kind).status_code == 201
