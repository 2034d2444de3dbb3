"""Proof of consent after an erasure: found by who knows the name, by nobody else, and for three years."""

from __future__ import annotations

import io
import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.overview.erasure import ask_for_erasure
from meum.overview.joining import finish_joins, join
from meum.overview.models import Cause, ConsentProof
from meum.overview.proofs import clear_proofs, proofs_of, proofs_of_name
from meum.overview.withdrawing import erase_withdrawn
from meum.people.models import Identity, Person, Provider
from meum.people.services import TEXT_VERSIONS, share_with, withdraw
from tests.factories.everything import tables_with
from tests.factories.people import make_person

YEAR = timedelta(days=365)


def follower(name: str) -> Person:
    person = make_person(username=f"wechat_oa-{name}")
    person.set_unusable_password()
    person.save()
    Identity.objects.create(person=person, provider=Provider.WECHAT_OA, app_id="wx1", subject=f"open-{name}")
    return person


def is_erased(person: Person) -> bool:
    ask_for_erasure(person=person, cause=Cause.ASKED, door=Door.WECHAT)
    drain()
    return not Person.objects.filter(pk=person.pk).exists()


def answers_of(name: str) -> list[tuple[str, bool]]:
    found = proofs_of(provider=Provider.WECHAT_OA, app_id="wx1", subject=f"open-{name}")
    return list(found.values_list("purpose", "is_given"))


@pytest.mark.django_db
def test_who_knows_the_name_finds_what_was_agreed_to_and_when(ben: Person) -> None:
    person = follower("ada")
    share_with(person=person, nutritionist=ben, door=Door.WECHAT, evidence="让营养师ben看我的记录")
    agreed_at = timezone.now()

    assert is_erased(person)

    first, *rest = proofs_of(provider=Provider.WECHAT_OA, app_id="wx1", subject="open-ada")
    assert (first.purpose, first.is_given, first.text_version) == (
        Purpose.HEALTH_RECORDS,
        True,
        TEXT_VERSIONS[Purpose.HEALTH_RECORDS],
    )
    assert first.answered_at <= agreed_at <= first.erased_at
    assert [(proof.purpose, proof.is_given) for proof in rest] == [
        (Purpose.SHARING, True),
        (Purpose.HEALTH_RECORDS, False),
        (Purpose.SHARING, False),
    ]


@pytest.mark.django_db
def test_a_proof_names_nobody_and_tells_no_words(ben: Person) -> None:
    person = follower("ada")
    share_with(person=person, nutritionist=ben, door=Door.WECHAT, evidence="让营养师ben看我的记录")

    assert is_erased(person)

    assert ConsentProof.objects.exists()
    for told in ("open-ada", "wechat_oa-ada", str(person.pk), str(ben.pk), "让营养师"):
        assert tables_with(told, every=[ConsentProof]) == []
    assert answers_of("chen") == []


def test_a_sign_in_name_is_proved_for_too(ada: Person) -> None:
    assert is_erased(ada)

    found = proofs_of_name(username="ada")
    assert [(proof.purpose, proof.is_given) for proof in found] == [("health_records", True), ("health_records", False)]


def test_a_withdrawal_is_proved_when_the_records_are_erased(ada: Person) -> None:
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.WEB)
    erase_withdrawn(now=timezone.now() + timedelta(days=16))
    drain()

    assert [proof.is_given for proof in proofs_of_name(username="ada")] == [True, False]


def test_an_account_that_went_into_another_is_proved_by_the_name_that_moved(ada: Person) -> None:
    join(person=ada, other=follower("ada"), door=Door.WECHAT)
    finish_joins(now=timezone.now() + timedelta(days=8))
    drain()

    assert answers_of("ada") == [("health_records", True), ("health_records", False)]


@pytest.mark.django_db
def test_after_three_years_a_proof_is_gone() -> None:
    assert is_erased(follower("ada"))

    assert clear_proofs(now=timezone.now() + 3 * YEAR) == 0
    assert clear_proofs(now=timezone.now() + 3 * YEAR + timedelta(days=2)) == 2
    assert answers_of("ada") == []


@pytest.mark.django_db
def test_an_operator_asks_by_name_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_erased(follower("ada"))
    named = {"id": 1, "provider": "wechat_oa", "app_id": "wx1", "subject": "open-ada"}
    lines = [named, {"id": 2, "username": "nobody"}, {"id": 3}]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(map(json.dumps, lines)).encode())))
    out = io.StringIO()

    call_command("consent_proofs", stdout=out)

    found, nobody, unclear = map(json.loads, out.getvalue().splitlines())
    assert [proof["is_given"] for proof in found["proofs"]] == [True, False]
    assert set(found["proofs"][0]) == {"purpose", "is_given", "text_version", "door", "answered_at", "erased_at"}
    assert nobody["proofs"] == []
    assert unclear["error"]["code"] == "invalid_input"
