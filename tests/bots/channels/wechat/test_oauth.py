"""A follower opens their own pages inside WeChat; nobody else does, and nobody is led elsewhere."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from meum.domain.languages import Lang
from meum.people.models import Person, Provider, Role
from meum.people.services import person_for_identity
from tests.bots.channels.wechat.calling import use_account_of
from tests.wxsim.accounts import AccountKind
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _account(wxsim: Simulator, settings: Settings) -> None:
    use_account_of(wxsim, settings)
    settings.PUBLIC_URL = "https://meum.example"


@pytest.fixture
def follower(wxsim: Simulator) -> Phone:
    phone = wxsim.phone("ada")
    person_for_identity(
        provider=Provider.WECHAT_OA, app_id=wxsim.account.app_id, subject=phone.open_id, language=Lang.ZH
    )
    return phone


def sent(client: Client, wanted: str = "") -> dict[str, str]:
    """Begin a sign-in; return the query with which WeChat is asked."""
    away = client.get("/wechat/sign-in/", {"next": wanted} if wanted else {})
    assert away["Location"].startswith("https://open.weixin.qq.com/connect/oauth2/authorize?")
    return {name: values[0] for name, values in parse_qs(urlsplit(away["Location"]).query).items()}


def back(client: Client, code: str, state: str) -> HttpResponse:
    answer = client.get("/wechat/signed-in/", {"code": code, "state": state})
    assert isinstance(answer, HttpResponse)
    return answer


def test_a_follower_opens_the_own_pages_without_a_question(client: Client, wxsim: Simulator, follower: Phone) -> None:
    asked = sent(client)
    answer = back(client, follower.oauth_code(), asked["state"])

    assert (asked["scope"], asked["redirect_uri"]) == ("snsapi_base", "https://meum.example/wechat/signed-in/")
    assert answer["Location"] == "/chat/"
    assert client.get("/chat/").status_code == 200
    wxsim.assert_clean()


def test_the_page_that_was_wanted_opens(client: Client, follower: Phone) -> None:
    assert back(client, follower.oauth_code(), sent(client, "/chat/?day=1")["state"])["Location"] == "/chat/?day=1"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", "x"]
)
def test_nobody_is_led_elsewhere(elsewhere: str, client: Client, follower: Phone) -> None:
    assert back(client, follower.oauth_code(), sent(client, elsewhere)["state"])["Location"] == "/chat/"


def test_a_browser_that_was_not_sent_is_not_signed_in(client: Client, follower: Phone) -> None:
    state = sent(Client())["state"]

    assert back(client, follower.oauth_code(), state).status_code == 403
    assert client.get("/chat/").status_code == 302


@pytest.mark.parametrize("state", ["", "0" * 32, "某"])
def test_a_state_that_was_not_sent_is_refused(state: str, client: Client, follower: Phone) -> None:
    sent(client)

    assert back(client, follower.oauth_code(), state).status_code == 403


def test_a_state_is_good_once(client: Client, follower: Phone) -> None:
    state = sent(client)["state"]
    back(client, "no such code", state)

    assert back(client, follower.oauth_code(), state).status_code == 403


def test_whoever_never_talked_to_the_account_is_told_to_follow(client: Client, wxsim: Simulator) -> None:
    answer = back(client, wxsim.phone("stranger").oauth_code(), sent(client)["state"])

    assert answer.status_code == 403
    assert "请先关注公众号" in answer.content.decode()
    assert not Person.objects.exists()


@pytest.mark.parametrize("change", [{"role": Role.STAFF}, {"is_active": False}])
def test_who_sees_other_peoples_records_tells_a_password(
    change: dict[str, object], client: Client, follower: Phone
) -> None:
    Person.objects.update(**change)

    assert back(client, follower.oauth_code(), sent(client)["state"]).status_code == 403
    assert "_auth_user_id" not in client.session


def test_a_used_code_opens_nothing(client: Client, follower: Phone) -> None:
    code = follower.oauth_code()
    back(client, code, sent(client)["state"])

    assert back(Client(), code, sent(client)["state"]).status_code == 403


def test_an_account_without_the_right_has_no_such_page(client: Client, wxsim: Simulator, settings: Settings) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SUBSCRIPTION)
    use_account_of(wxsim, settings)

    assert client.get("/wechat/sign-in/").status_code == 404
    assert client.get("/wechat/signed-in/").status_code == 404


def test_wechat_that_does_not_answer_signs_nobody_in(
    client: Client, wxsim: Simulator, follower: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    wxsim.faults.api("html200", path="/sns/oauth2")

    answer = back(client, follower.oauth_code(), sent(client)["state"])

    assert "_auth_user_id" not in client.session
    assert not wxsim.leaks_in(caplog.text + answer.content.decode())
