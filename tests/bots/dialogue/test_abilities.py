"""Nothing is offered that the account of this deployment cannot do."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from bots.channels.wechat.account import AccountKind
from bots.models import Reminder
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.people.models import Person
from tests.bots.conftest import Say

SILENT = (AccountKind.PERSONAL_SUBSCRIPTION, AccountKind.UNVERIFIED_SERVICE)
SPEAKING = (AccountKind.VERIFIED_SERVICE, AccountKind.VERIFIED_SUBSCRIPTION, AccountKind.TEST_ACCOUNT)


@pytest.fixture
def account(settings: Settings, request: pytest.FixtureRequest) -> None:
    """Run with an official account of a type."""
    settings.WECHAT_APP_ID = "wx1"
    settings.WECHAT_ACCOUNT_KIND = request.param.value


@pytest.mark.parametrize("account", SILENT, indirect=True)
@pytest.mark.usefixtures("account")
@pytest.mark.parametrize("text", ["每天晚上8点提醒我", "提醒 20:30", "remind me at 8 pm"])
def test_an_account_that_may_not_write_first_sets_no_reminder(ada: Person, say: Say, text: str) -> None:
    reply = say(ada, text, door=Door.WECHAT)

    assert reply.lines[0].startswith(("这个公众号不能主动给人发消息", "This account may not write to people first"))
    assert reply.pending is None
    assert not Reminder.objects.exists()
    assert not has_consent(person=ada, purpose=Purpose.NOTICES)


@pytest.mark.parametrize("account", SILENT, indirect=True)
@pytest.mark.usefixtures("account")
def test_its_help_names_no_reminder_and_no_scan(ada: Person, say: Say) -> None:
    assert "提醒 20:00" not in say(ada, "帮助", door=Door.WECHAT).text
    assert say(ada, "绑定", door=Door.WECHAT).lines[0].endswith("会得到一个绑定码；把它发给我：绑定 ABCD-2345")


@pytest.mark.parametrize("account", SILENT, indirect=True)
@pytest.mark.usefixtures("account")
def test_a_reminder_can_still_be_ended_there(ada: Person, say: Say) -> None:
    assert say(ada, "关闭提醒", door=Door.WECHAT).lines == ("现在没有提醒。",)


@pytest.mark.parametrize("account", SPEAKING, indirect=True)
@pytest.mark.usefixtures("account")
def test_an_account_that_may_offers_it(ada: Person, say: Say) -> None:
    assert "提醒 20:00" in say(ada, "帮助", door=Door.WECHAT).text
    assert say(ada, "提醒 20:30", door=Door.WECHAT).lines[0].startswith("每天 20:30")
