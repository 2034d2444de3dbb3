"""Signing in to the mini program: WeChat vouches, we keep little and tell nothing that is WeChat's."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from bots.channels.wechat import mini
from bots.channels.wechat.mini import SESSION_KEY
from bots.channels.wechat.sealing import unseal
from bots.models import WeChatCircuit, WeChatSession
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.overview.models import Erasure
from meum.people.models import AgeBand, Identity, Person, Role, SignIn
from meum.people.services import TEXT_VERSIONS, agree, answer_age, withdraw
from tests.bots.channels.wechat.calling import use_account_of
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db]
ADDRESS = "/api/v1/sign-in/wechat-mini"


@pytest.fixture(autouse=True)
def _account(wxsim: Simulator, settings: Settings) -> None:
    use_account_of(wxsim, settings)


@pytest.fixture
def ada(wxsim: Simulator) -> Phone:
    return wxsim.phone("ada")


def signed_in(client: Client, js_code: str) -> tuple[int, dict[str, Any]]:
    answer = client.post(ADDRESS, {"js_code": js_code, "device_name": "小程序"}, content_type="application/json")
    return answer.status_code, answer.json()


def agreed() -> Person:
    person = Identity.objects.get().person
    answer_age(person=person, age_band=AgeBand.ADULT)
    agree(
        person=person,
        purpose=Purpose.HEALTH_RECORDS,
        text_version=TEXT_VERSIONS[Purpose.HEALTH_RECORDS],
        door=Door.API,
    )
    return person


def test_t23_a_code_opens_a_session_of_ours(client: Client, wxsim: Simulator, ada: Phone) -> None:
    status, told = signed_in(client, ada.login_code())

    assert status == 200
    assert (told["age_band"], told["has_consent"]) == ("", False)
    shown = client.get("/api/v1/me", headers={"Authorization": f"Bearer {told['tokens']['access']}"})
    assert shown.json()["id"] == told["tokens"]["person_id"]
    wxsim.assert_clean()


def test_t23_before_the_agreement_the_open_id_is_all_that_is_kept(client: Client, ada: Phone) -> None:
    signed_in(client, ada.login_code())

    identity = Identity.objects.get()
    assert (identity.provider, identity.subject, identity.union_id) == ("wechat_mini", ada.mini_open_id, "")
    assert not WeChatSession.objects.exists()
    assert SignIn.objects.get().device_name == ""


def test_t23_with_the_agreement_each_sign_in_replaces_the_sealed_key(
    client: Client, wxsim: Simulator, ada: Phone
) -> None:
    signed_in(client, ada.login_code())
    agreed()

    for _ in range(2):
        _, told = signed_in(client, ada.login_code())

        kept = WeChatSession.objects.get()
        assert unseal(bytes(kept.sealed_key), use=SESSION_KEY) == wxsim.world.session_keys[ada.mini_open_id]
    assert told["has_consent"]
    assert Identity.objects.get().union_id == ada.union_id
    assert Person.objects.count() == 1


def test_t23_no_answer_and_no_log_holds_what_is_wechats(
    client: Client, wxsim: Simulator, ada: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    code = ada.login_code()

    told = [signed_in(client, each) for each in (code, code, "no such code")]

    assert [status for status, _ in told] == [200, 401, 401]
    assert not wxsim.leaks_in(f"{told}{caplog.text}")


@pytest.mark.parametrize(
    ("code", "status", "ours"),
    [
        (40029, 401, "wechat_code_refused"),
        (40163, 401, "wechat_code_refused"),
        (45011, 429, "wechat_too_often"),
        (40226, 403, "wechat_blocked"),
        (-1, 503, "wechat_unavailable"),
        (40125, 503, "wechat_unavailable"),
    ],
)
def test_t23_each_refusal_of_wechat_is_an_error_of_ours(
    code: int, status: int, ours: str, client: Client, wxsim: Simulator, ada: Phone
) -> None:
    wxsim.faults.api("errcode", code, path="/sns/jscode2session")

    answered, told = signed_in(client, ada.login_code())

    assert (answered, told["code"]) == (status, ours)
    assert not Person.objects.exists()


@pytest.mark.parametrize("fault", ["html200", "reset", "truncate"])
def test_t23_without_an_answer_nobody_is_signed_in(fault: str, client: Client, wxsim: Simulator, ada: Phone) -> None:
    wxsim.faults.api(fault, 5, path="/sns/jscode2session")

    assert signed_in(client, ada.login_code())[0] == 503
    assert not SignIn.objects.exists()


def test_a_wrong_secret_is_told_to_the_operator_and_not_tried_again(
    client: Client, wxsim: Simulator, ada: Phone, settings: Settings
) -> None:
    settings.WECHAT_MINI_APP_SECRET = "another"

    assert [signed_in(client, ada.login_code())[0] for _ in range(2)] == [503, 503]

    assert WeChatCircuit.objects.get().trouble == "wrong_secret"
    assert len(wxsim.record.calls("/sns/jscode2session")) == 1


def test_two_accounts_of_one_owner_are_not_joined_by_themselves(client: Client, ada: Phone, wxsim: Simulator) -> None:
    signed_in(client, ada.login_code())
    person = agreed()
    Identity.objects.create(
        person=Person.objects.create(username="other"), provider="wechat_oa", subject=ada.open_id, union_id=ada.union_id
    )

    signed_in(client, ada.login_code())

    assert {identity.person.username for identity in Identity.objects.all()} == {person.username, "other"}


def test_a_withdrawal_deletes_the_sealed_key(client: Client, ada: Phone) -> None:
    signed_in(client, ada.login_code())
    person = agreed()
    signed_in(client, ada.login_code())

    withdraw(person=person, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    assert not WeChatSession.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_withdrawal_during_a_sign_in_clears_what_the_sign_in_keeps(
    client: Client, ada: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(client, ada.login_code())
    person, agreement = agreed(), has_consent

    def withdrawn() -> None:
        withdraw(person=person, purpose=Purpose.HEALTH_RECORDS, door=Door.API)
        connection.close()

    meanwhile = threading.Thread(target=withdrawn)

    def then_withdrawn(**asked: Any) -> bool:
        is_agreed = agreement(**asked)
        meanwhile.start()
        meanwhile.join(timeout=0.5)
        return is_agreed

    monkeypatch.setattr(mini, "has_consent", then_withdrawn)
    assert signed_in(client, ada.login_code())[0] == 200
    meanwhile.join()

    assert not WeChatSession.objects.exists()


def test_who_was_joined_with_another_account_during_a_sign_in_signs_in_again(
    client: Client, ada: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def joined(_person: Person) -> None:
        Identity.objects.update(person=Person.objects.create(username="other"))

    monkeypatch.setattr(mini, "refuse_who_signs_in_otherwise", joined)
    assert signed_in(client, ada.login_code())[1]["code"] == "wechat_code_refused"
    monkeypatch.undo()

    assert signed_in(client, ada.login_code())[0] == 200


def test_staff_and_closed_accounts_do_not_sign_in_by_wechat(client: Client, ada: Phone) -> None:
    signed_in(client, ada.login_code())

    Person.objects.update(role=Role.NUTRITIONIST)
    assert signed_in(client, ada.login_code())[1]["code"] == "password_needed"
    Person.objects.update(role=Role.PERSON, is_active=False)
    assert signed_in(client, ada.login_code())[0] == 401


def test_without_a_mini_program_there_is_no_such_sign_in(client: Client, settings: Settings) -> None:
    settings.WECHAT_MINI_APP_ID = ""

    assert signed_in(client, "a code")[0] == 404


def closed(client: Client, token: str, **proof: str) -> tuple[int, dict[str, Any]]:
    headers = {"Authorization": f"Bearer {token}"}
    answer = client.post("/api/v1/me/erasure", proof, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_who_has_only_the_mini_program_deletes_everything_by_a_fresh_code(
    client: Client, wxsim: Simulator, ada: Phone
) -> None:
    _, told = signed_in(client, ada.login_code())

    assert closed(client, told["tokens"]["access"], js_code=ada.login_code())[0] == 202

    drain()
    assert not Person.objects.exists()
    wxsim.assert_clean()


def test_a_code_that_was_used_or_is_somebody_else_s_or_none_deletes_nothing(
    client: Client, wxsim: Simulator, ada: Phone
) -> None:
    used = ada.login_code()
    _, told = signed_in(client, used)
    token = told["tokens"]["access"]
    stranger = wxsim.phone("chen").login_code()

    refused = [closed(client, token, js_code=used), closed(client, token, js_code=stranger), closed(client, token)]

    assert [status for status, _ in refused] == [401, 401, 401]
    assert [answer["code"] for _, answer in refused] == ["wechat_code_refused", "wechat_code_refused", "wrong_sign_in"]
    assert not Erasure.objects.exists()


def test_who_has_only_the_mini_program_gets_a_copy(client: Client, ada: Phone) -> None:
    _, told = signed_in(client, ada.login_code())
    agreed()
    headers = {"Authorization": f"Bearer {told['tokens']['access']}"}
    client.post("/api/v1/me/export", headers=headers)
    drain()

    made = client.post("/api/v1/me/export", headers=headers).json()

    assert b"".join(client.post(made["address"], {"code": made["code"]})).startswith(b"PK")
