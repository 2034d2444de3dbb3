"""A click is as if its words were typed, today and when the menu has changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from bots.channels.wechat.client import ledger
from bots.channels.wechat.menu import our_menu
from bots.dialogue.clicks import SAYS, as_said
from bots.dialogue.messages import Event, Incoming
from bots.nlu.commands import command_of
from meum.domain.languages import Lang
from tests.bots.channels.wechat.calling import use_account_of
from tests.wxsim.judging import Verdict
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _account(wxsim: Simulator, settings: Settings, live_server: LiveServer) -> None:
    use_account_of(wxsim, settings)
    wxsim.aim(f"{live_server.url}/wechat/")


@pytest.mark.parametrize("key", SAYS)
@pytest.mark.parametrize("lang", Lang)
def test_what_an_entry_says_is_a_command(key: str, lang: Lang) -> None:
    assert command_of(SAYS[key][lang]) is not None


def test_every_entry_of_the_menu_says_something() -> None:
    entries = [entry for button in our_menu()["button"] for entry in button.get("sub_button", [button])]

    assert {entry["key"] for entry in entries if entry["type"] == "click"} <= set(SAYS)


def test_t21_a_click_is_answered_as_its_words(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")
    ada.follows()

    clicked = [ada.clicks(key).shown for key in ("m1.privacy", "m1.help")]

    assert clicked == [ada.says(words).shown for words in ("隐私", "帮助")]
    wxsim.assert_clean()


def test_t21_an_unknown_key_gets_the_help_and_an_old_one_its_meaning(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")
    ada.follows()

    assert ada.clicks("m0.gone").shown == ada.clicks("m1.help").shown
    assert ada.clicks("m1.suggest").shown == ada.says("吃什么").shown
    wxsim.assert_clean()


def test_t21_a_view_says_nothing(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")
    ada.follows()

    assert ada.views("https://meum.example/wechat/sign-in/").verdicts == [Verdict.SILENT]
    wxsim.assert_clean()


def test_t21_a_click_allows_three_messages_for_a_minute(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")
    ada.follows()
    ada.clicks("m1.help")

    assert ledger.remaining(ada.open_id) == wxsim.quota.remaining(ada.open_id) == 3


def test_a_click_speaks_the_persons_language() -> None:
    clicked = Incoming(
        message_id="1", at=datetime(2026, 11, 20, 12, tzinfo=UTC), event=Event.CLICKED, argument="m1.week"
    )

    assert [as_said(clicked, lang=lang).text for lang in (Lang.ZH, Lang.EN)] == ["本周", "this week"]
