"""Messages of every kind, together, twice and out of order: each has one effect, and its own answer."""

from __future__ import annotations

import pytest

from bots.models import Inbound, InboundState
from fitness.models import BodyMeasurement
from tests.bots.channels.wechat.conftest import Follower
from tests.wxsim import messages
from tests.wxsim.judging import Verdict
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("webhook")]


def test_t02_one_message_many_times_is_one_log_and_one_answer(wxsim: Simulator, follower: Follower) -> None:
    ada, _ = follower("ada")
    ben, _ = follower("ben")

    delivery = ada.says("体重 61.5 公斤", faults={"dup_parallel": 2, "dup": 1}, message_id="7250021412600020992")
    other = ben.says("体重 80 公斤", message_id="7250021412600020992")
    late = wxsim.again(delivery)

    assert len(delivery.replies) == 1
    assert late.replies == delivery.replies
    assert (other.shown or "").startswith("已记：体重 80 公斤。")
    assert sorted(BodyMeasurement.objects.values_list("value", flat=True)) == [61.5, 80.0]
    wxsim.assert_clean()


def test_t03_an_undo_that_comes_late_takes_nothing_of_a_later_message(wxsim: Simulator, follower: Follower) -> None:
    ada, _ = follower("ada")
    said = [messages.text(words) for words in ("撤销", "体重 61.5 公斤", "体重 62 公斤")]

    _, first, second = wxsim.out_of_order([(ada, each) for each in said], order=[1, 2, 0])

    assert (first.shown or "").startswith("已记：体重 61.5 ")
    assert (second.shown or "").startswith("已记：体重 62 ")
    wxsim.assert_clean()
    assert BodyMeasurement.objects.filter(deleted_at=None).count() == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("今天皮肤有点干🍜", "今天皮肤有点干🍜"),
        ("今天皮肤有点干👩‍🍳1️⃣", "今天皮肤有点干👩‍🍳1️⃣"),
        ("今天皮肤有点干/::)[微笑]", "今天皮肤有点干"),
        ("今天\u200b皮肤有点干\u200f", "今天\u200b皮肤有点干\u200f"),
        ("体重 ６１.５ 公斤", "体重 ６１.５ 公斤"),
    ],
)
def test_t25_signs_of_every_kind_are_kept_or_cleaned(
    wxsim: Simulator, follower: Follower, text: str, kept: str
) -> None:
    ada, _ = follower("ada")

    delivery = ada.says(text)

    assert (delivery.shown or "").endswith("不对？发「撤销」。")
    assert Inbound.objects.exclude(words="").get().words == kept
    wxsim.assert_clean()


@pytest.mark.parametrize("text", ["/::)", "[微笑]", "\u200b", "<>&\"']]>", "１"])
def test_t25_a_text_of_nothing_but_signs_is_answered(wxsim: Simulator, follower: Follower, text: str) -> None:
    ada, _ = follower("ada")

    assert ada.says(text).verdicts == [Verdict.SHOWN]
    wxsim.assert_clean()


def test_t27_quick_messages_of_one_and_of_many_keep_their_order(wxsim: Simulator, follower: Follower) -> None:
    ada, _ = follower("ada")
    others = [follower(f"other-{number}")[0] for number in range(5)]

    under_way = [ada.says(f"体重 {60 + number} 公斤", waits=False) for number in range(6)]
    under_way += [other.says("体重 70 公斤", waits=False) for other in others]
    done = [delivery.wait() for delivery in under_way]

    told = [(delivery.shown or "").split()[1] for delivery in done]
    assert told == ["60", "61", "62", "63", "64", "65", *["70"] * 5]
    assert not Inbound.objects.exclude(state=InboundState.DONE).exists()
    wxsim.assert_clean()


def test_t29_what_cannot_be_read_gets_an_answer_in_words(wxsim: Simulator, follower: Follower) -> None:
    ada, _ = follower("ada")

    done = [
        ada.sends_voice(),
        ada.sends_video(),
        ada.sends_video(is_short=True),
        ada.sends_file(),
        ada.sends_link(),
        ada.sends_location(),
        ada.sends_sticker(),
        ada.sends(messages.unknown()),
    ]

    starts = ["语音我", "视频我", "视频我", "文件我", "链接我", "位置我", "这个表", "这种消"]
    assert [(delivery.shown or "")[:3] for delivery in done] == starts
    assert not Inbound.objects.exclude(words="").exists()
    wxsim.assert_clean()


def test_t29_events_that_ask_for_nothing_are_passed_over(wxsim: Simulator, follower: Follower) -> None:
    ada, _ = follower("ada")
    known = Inbound.objects.count()

    done = [ada.sends(messages.event(name)) for name in ("LOCATION", "VIEW", "TEMPLATESENDJOBFINISH", "something_new")]

    assert {verdict for delivery in done for verdict in delivery.verdicts} == {Verdict.SILENT}
    assert Inbound.objects.count() == known
    wxsim.assert_clean()
