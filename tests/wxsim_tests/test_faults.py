"""What goes wrong at the API when a test says so."""

from __future__ import annotations

import http.client

import pytest

from tests.wxsim.pictures import PLATE
from tests.wxsim.simulator import Simulator
from tests.wxsim_tests.calling import Client, call
from tests.wxsim_tests.conftest import App

pytestmark = [pytest.mark.network, pytest.mark.once]

MENU = "/cgi-bin/menu/get"


@pytest.fixture
def client(wxsim: Simulator) -> Client:
    """Return the app's side of the API, with a token."""
    client = Client(wxsim)
    client.token()
    return client


@pytest.mark.parametrize(("name", "value", "code"), [("errcode", -1, -1), ("ip_not_whitelisted", 0, 40164)])
def test_a_code_is_answered_as_often_as_told(
    wxsim: Simulator, client: Client, name: str, value: float, code: int
) -> None:
    wxsim.faults.api(name, value, path=MENU, times=2)

    assert [client.get(MENU).code for _ in range(3)] == [code, code, 46003]


def test_quota_zero_ends_the_day(wxsim: Simulator, client: Client) -> None:
    wxsim.faults.api("quota_zero", path="/cgi-bin/stable_token")

    assert client.stable().code == 45009


@pytest.mark.parametrize(("name", "code"), [("token_expire_now", 42001), ("token_kill_other", 40001)])
def test_a_token_may_die_during_a_call(wxsim: Simulator, client: Client, name: str, code: int) -> None:
    wxsim.faults.api(name, path=MENU)

    assert client.get(MENU).code == code
    client.forget()
    assert client.get(MENU).code == 46003


@pytest.mark.parametrize("status", [500, 502, 504])
def test_a_gateway_answers_html(wxsim: Simulator, client: Client, status: int) -> None:
    wxsim.faults.api("http", status)

    got = client.get(MENU)

    assert (got.status, got.headers["content-type"]) == (status, "text/html")


def test_html_may_come_with_status_200(wxsim: Simulator, client: Client) -> None:
    wxsim.faults.api("html200")

    got = client.get(MENU)
    assert (got.status, got.body[:6]) == (200, b"<html>")


@pytest.mark.parametrize("name", ["reset", "truncate"])
def test_a_connection_may_break(wxsim: Simulator, client: Client, name: str) -> None:
    wxsim.faults.api(name, 5)

    with pytest.raises((OSError, http.client.HTTPException)):
        client.get(MENU)


def test_the_third_call_may_be_the_one_that_fails(wxsim: Simulator, client: Client) -> None:
    wxsim.faults.api("errcode", -1, nth=3)

    assert [client.get(MENU).code for _ in range(4)] == [46003, 46003, -1, 46003]


def test_chance_is_repeatable(wxsim: Simulator, client: Client) -> None:
    wxsim.faults.api("errcode", -1, times=0, probability=0.5)

    codes = [client.get(MENU).code for _ in range(8)]
    assert codes == [-1, -1, 46003, -1, 46003, -1, -1, 46003]


def test_a_picture_may_be_missing_elsewhere_too_large_or_none(wxsim: Simulator, app: App) -> None:
    url = str(wxsim.phone("ada").sends_photo().fields["PicUrl"]).removeprefix(wxsim.pic_base)
    for name in ("pic_404", "pic_redirect_private", "pic_bomb", "not_an_image"):
        wxsim.faults.api(name, path="/mmbiz_jpg/", nth=1)
    wxsim.faults.clear()

    got = []
    for name in ("pic_404", "pic_redirect_private", "pic_bomb", "not_an_image"):
        wxsim.faults.api(name)
        got.append(call(wxsim.pic_base, url))

    assert [each.status for each in got] == [404, 302, 200, 200]
    assert "169.254.169.254" in got[1].headers["location"]
    assert call(wxsim.pic_base, url).body == PLATE


def test_a_fault_that_is_not_known_is_refused(wxsim: Simulator) -> None:
    with pytest.raises(ValueError, match="no such fault"):
        wxsim.faults.api("typo")
