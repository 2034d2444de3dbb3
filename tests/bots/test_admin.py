"""What is wrong with WeChat, in the admin site: for staff, and without anybody's messages or secrets."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from bots.channels.wechat.client.circuits import note
from bots.models import WeChatCircuit, WeChatLimit
from bots.models.wechat_api import Trouble
from bots.watching import troubles_by_name
from meum.people.models import Person, Role
from tests.admin_pages import signed_in, text_of
from tests.factories.people import make_person

TROUBLES, LIMITS = "/admin/bots/wechatcircuit/", "/admin/bots/wechatlimit/"


@pytest.fixture
def dora(db: None) -> Person:
    """Return Dora, one of the staff."""
    return make_person(username="dora", role=Role.STAFF)


@pytest.fixture
def trouble(db: None) -> WeChatCircuit:
    note(
        app_id="wx1",
        trouble=Trouble.ADDRESS_NOT_LISTED,
        calls="/cgi-bin/stable_token",
        code=40164,
        server_address="203.0.113.9",
        until=timezone.now() + timedelta(minutes=5),
    )
    return WeChatCircuit.objects.get()


def test_staff_see_which_address_is_not_listed(dora: Person, trouble: WeChatCircuit) -> None:
    page = text_of(signed_in(dora).get(TROUBLES))

    assert "address_not_listed" in page
    assert "203.0.113.9" in page


def test_staff_who_mended_it_need_not_wait(dora: Person, trouble: WeChatCircuit) -> None:
    chosen = {"action": "try_again_now", "_selected_action": [str(trouble.pk)]}

    page = text_of(signed_in(dora).post(TROUBLES, chosen, follow=True))

    assert "1 trouble is taken as mended." in page
    trouble.refresh_from_db()
    assert trouble.ended_at is not None


def test_a_right_is_asked_for_again_at_once(dora: Person) -> None:
    limit = WeChatLimit.objects.create(app_id="wx1", capability="media", code=48001, learned_at=timezone.now())

    chosen = {"action": "ask_again_now", "_selected_action": [str(limit.pk)]}
    signed_in(dora).post(LIMITS, chosen, follow=True)

    assert not WeChatLimit.objects.exists()


@pytest.mark.parametrize("address", [TROUBLES, LIMITS])
def test_nobody_else_sees_them(ben: Person, address: str) -> None:
    assert signed_in(ben).get(address).status_code in (302, 403)


def test_open_troubles_are_counted_for_whoever_watches(trouble: WeChatCircuit) -> None:
    assert troubles_by_name()["address_not_listed"] == 1.0
    assert troubles_by_name()["wrong_secret"] == 0.0


def test_the_same_trouble_again_is_one_row(trouble: WeChatCircuit, caplog: pytest.LogCaptureFixture) -> None:
    note(app_id="wx1", trouble=Trouble.ADDRESS_NOT_LISTED, calls="/cgi-bin/stable_token", code=40164)

    assert WeChatCircuit.objects.get().count == 2
    assert not [record for record in caplog.records if record.message == "trouble with WeChat"]
