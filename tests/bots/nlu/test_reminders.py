"""Which messages are about being reminded."""

from __future__ import annotations

from datetime import time

import pytest

from bots.nlu.reminders import Wish, asks_for_other_reminder, reminder_wish

pytestmark = pytest.mark.once

OFF = Wish(is_off=True)


@pytest.mark.parametrize(
    ("plain", "wish"),
    [
        ("提醒 20:30", Wish(at=time(20, 30))),
        ("提醒", Wish()),
        ("提醒我", Wish()),
        ("每天晚上8点提醒我", Wish(at=time(20, 0))),
        ("每天8点半提醒我记录", Wish(at=time(8, 30))),
        ("设置提醒 晚上9点", Wish(at=time(21, 0))),
        ("remind me at 8 pm", Wish(at=time(20, 0))),
        ("set a reminder at 20:15", Wish(at=time(20, 15))),
        ("remind me", Wish()),
        ("晚上12点提醒我", Wish(at=time(0, 0))),
        ("每晚12点提醒我", Wish(at=time(0, 0))),
        ("凌晨12点提醒我", Wish(at=time(0, 0))),
        ("中午12点提醒我", Wish(at=time(12, 0))),
        ("每晚8点提醒我", Wish(at=time(20, 0))),
        ("每天早8点提醒我", Wish(at=time(8, 0))),
        ("每天中午提醒我吃饭", Wish(at=time(12, 0))),
        ("提醒 20.30", Wish(at=time(20, 30))),
        ("remind me at 12am", Wish(at=time(0, 0))),
        ("remind me at 12 pm", Wish(at=time(12, 0))),
        ("remind me at midnight", Wish(at=time(0, 0))),
        ("remind me at 12 at night", Wish(at=time(0, 0))),
        ("remind me at 12 noon", Wish(at=time(12, 0))),
        ("remind me at 8 every day", Wish(at=time(8, 0))),
        ("remind me every evening", Wish(at=time(20, 0))),
        ("每天晚上8点提醒我记录饮食", Wish(at=time(20, 0))),
        ("remind me to log my meals at 8 pm", Wish(at=time(20, 0))),
        ("关闭提醒", OFF),
        ("不要再提醒我了", OFF),
        ("stop reminders", OFF),
        ("turn off my reminders", OFF),
        ("提醒我明天买牛奶", None),
        ("remind me to buy milk", None),
        ("晚饭8点吃了面", None),
        ("20:30", None),
        ("", None),
    ],
)
def test_a_wish_is_read(plain: str, wish: Wish | None) -> None:
    assert reminder_wish(plain) == wish


@pytest.mark.parametrize(
    "plain",
    [
        "每天提醒我喝水",
        "每小时提醒我喝水",
        "提醒我吃药",
        "提醒我明天买牛奶",
        "今晚8点提醒我",
        "remind me to drink water",
        "remind me tomorrow at 8",
        "set a reminder to take my vitamins",
    ],
)
def test_a_reminder_of_something_else_or_of_one_day_is_told_apart(plain: str) -> None:
    assert reminder_wish(plain) is None
    assert asks_for_other_reminder(plain)


@pytest.mark.parametrize(
    "plain",
    ["谢谢提醒我", "医生提醒我少吃糖", "提醒我喝水，中午吃了面", "it reminds me of mom's soup", "晚饭8点吃了面"],
)
def test_who_tells_of_a_reminder_asks_for_none(plain: str) -> None:
    assert not asks_for_other_reminder(plain)
