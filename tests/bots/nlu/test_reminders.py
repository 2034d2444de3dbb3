"""Which messages are about being reminded."""

from __future__ import annotations

from datetime import time

import pytest

from bots.nlu.reminders import Wish, reminder_wish

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
