"""The commands of whoever runs the account: each says in one line how things stand, and tells no secret."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from bots.channels.wechat.menu import our_menu
from bots.models import WeChatToken
from tests.bots.channels.wechat.calling import use_account_of
from tests.wxsim.accounts import AccountKind, Mode
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _account(wxsim: Simulator, settings: Settings) -> None:
    use_account_of(wxsim, settings)


def told(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def checked() -> tuple[int, list[str]]:
    out = StringIO()
    try:
        call_command("wechat_check", stdout=out)
    except SystemExit as ended:
        return int(str(ended.code)), out.getvalue().splitlines()
    return 0, out.getvalue().splitlines()


def test_the_token_is_told_of_but_never_shown(wxsim: Simulator) -> None:
    said = told("wechat_token")

    assert said.startswith("the token is good; it lasts until ")
    assert not wxsim.leaks_in(said)


def test_a_leaked_token_is_replaced_by_the_operator_alone(wxsim: Simulator) -> None:
    told("wechat_token")
    leaked = WeChatToken.objects.get().value

    assert "replaced" in told("wechat_token", "--force")

    assert wxsim.tokens.fault_of(leaked) == 40001
    with pytest.raises(CommandError, match="the same token"):
        call_command("wechat_token", "--force")


def test_without_a_secret_there_is_no_token(settings: Settings) -> None:
    settings.WECHAT_APP_SECRET = ""

    with pytest.raises(CommandError, match="WECHAT_APP_SECRET"):
        call_command("wechat_token")


def test_t21_the_menu_is_put_shown_and_deleted(wxsim: Simulator, settings: Settings) -> None:
    settings.PUBLIC_URL = "https://meum.example"

    told("wechat_menu")
    assert wxsim.menu == our_menu()
    assert "https://meum.example/wechat/sign-in/" in told("wechat_menu", "--show")

    told("wechat_menu", "--delete")
    assert not wxsim.world.menus
    assert told("wechat_menu", "--show") == "null\n"
    wxsim.assert_clean()


def test_an_account_without_menus_by_the_api_is_told_so(wxsim: Simulator, settings: Settings) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    use_account_of(wxsim, settings)

    with pytest.raises(CommandError, match="right_missing"):
        call_command("wechat_menu")
    assert not wxsim.record.calls()


def test_an_account_that_is_set_up_has_no_wrong_point(
    wxsim: Simulator, settings: Settings, live_server: LiveServer
) -> None:
    settings.PUBLIC_URL = live_server.url
    told("wechat_menu")

    status, lines = checked()

    # A test's server has a port that Tencent would not call.
    assert [line for line in lines if line.startswith("WRONG")] == [
        f"WRONG address: {live_server.url}/wechat/ -> Tencent calls ports 80 and 443 only; put a proxy before Meum"
    ]
    assert status == 1
    assert {f"ok    verification: {live_server.url}/wechat/ is what the console needs", "ok    menu: works"} <= set(
        lines
    )
    assert not wxsim.leaks_in("\n".join(lines))
    wxsim.assert_clean()


def test_an_address_that_is_not_listed_is_named_with_its_fix(wxsim: Simulator) -> None:
    wxsim.faults.api("ip_not_whitelisted", path="/cgi-bin/stable_token", times=0)

    _, lines = checked()

    found = next(line for line in lines if line.startswith("WRONG access token: refused with 40164"))
    assert "add this server's address (203.0.113.9) to the IP list" in found


def test_a_wrong_secret_is_told_from_a_right_one(settings: Settings) -> None:
    settings.WECHAT_APP_SECRET = "f" * 32

    _, lines = checked()

    assert any("WECHAT_APP_SECRET is wrong" in line for line in lines)
    assert not any("f" * 32 in line for line in lines)


def test_a_webhook_that_does_not_answer_is_found(wxsim: Simulator, settings: Settings) -> None:
    settings.PUBLIC_URL = "http://127.0.0.1:9"

    _, lines = checked()

    assert any(line.startswith("WRONG verification: no answer") for line in lines)


def test_a_right_that_was_refused_is_told_with_its_code(wxsim: Simulator) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    checked()

    _, lines = checked()

    assert any(line.startswith("WRONG customer_message: refused on ") and "(48001)" in line for line in lines)
    wxsim.assert_clean()


def test_a_personal_account_is_told_what_it_can_do(wxsim: Simulator, settings: Settings) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION, mode=Mode.PLAIN)
    use_account_of(wxsim, settings)

    _, lines = checked()

    assert "note  customer_message: not of this type of account" in lines
    assert any(line.startswith("note  encryption: pushes are not in safe mode") for line in lines)
    wxsim.assert_clean()


def test_without_an_account_the_first_step_is_told(settings: Settings) -> None:
    settings.WECHAT_APP_ID = ""

    assert checked() == (1, ["WRONG account: none -> set WECHAT_APP_ID, WECHAT_TOKEN and WECHAT_AES_KEY"])


def test_a_mini_program_whose_events_are_not_taken_is_noted(settings: Settings) -> None:
    settings.WECHAT_MINI_TOKEN = ""

    assert any(line.startswith("note  mini program: its events are not taken") for line in checked()[1])
