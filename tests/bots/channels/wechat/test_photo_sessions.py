"""Photos sent in a row over WeChat are one session: one question for all of them, two replies at most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from bots.models import Inbound, PhotoMessage
from bots.tasks import looking
from meum.jobs.running import drain
from meum.people.models import Person
from nutrition.models import MealPhoto
from tests.bots.channels.wechat.conftest import Follower
from tests.bots.channels.wechat.test_photos import ASKED, nothing_is_kept
from tests.bots.photos import key_of
from tests.factories.engines import ToldEngine, dishes
from tests.wxsim.judging import Verdict
from tests.wxsim.phones import Phone
from tests.wxsim.pictures import PLATE
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network


@pytest.fixture
def wxsim(tmp_path: Path) -> Iterator[Simulator]:
    """Return Tencent's side with waits as long as in life: nine messages of one person have their turns in a row."""
    with Simulator(scale=1, clock_file=tmp_path / "clock") as simulator:
        yield simulator


@pytest.fixture
def ada(follower: Follower) -> tuple[Phone, Person]:
    """Return Ada: her phone and herself."""
    return follower("ada")


@pytest.fixture(autouse=True)
def noodles(engine: ToldEngine, ada: tuple[Phone, Person], foods: None) -> ToldEngine:
    """Let the engine see noodles, or rice."""
    engine.sees(dishes(key_of("牛肉面"), key_of("米饭")))
    return engine


def test_t28_nine_photos_in_a_second_are_one_session(
    wxsim: Simulator, ada: tuple[Phone, Person], noodles: ToldEngine
) -> None:
    phone, _ = ada
    before = len(phone.answers)

    done = phone.sends_photos([PLATE] * 9, key="m1.photo")
    drain()

    assert {verdict for delivery in done for verdict in delivery.verdicts} == {Verdict.SILENT}
    assert PhotoMessage.objects.values("session").distinct().count() == 1
    assert len(phone.answers) - before == 1
    lines = phone.answers[-1].splitlines()
    assert lines[0] == "9 张照片看起来像（选了才记）："
    assert [line.split("   ")[0][0] for line in lines[1:4]] == ["1", "4", "7"]
    assert len(lines) == 5
    assert phone.says("全部不要").shown == "好的，这 9 张都没有记，照片也删了。"
    assert nothing_is_kept()
    assert noodles.looks == 9
    wxsim.assert_clean()


def test_t28_photos_that_come_while_the_first_is_answered_get_one_more_reply(
    wxsim: Simulator, ada: tuple[Phone, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "SETTLES", timedelta(hours=1))
    phone, _ = ada
    before = len(phone.answers)

    phone.sends_photo()
    drain()
    for _ in range(8):
        phone.sends_photo()
        drain()
    drain(now=timezone.now() + timedelta(hours=2))

    assert len(phone.answers) - before == 2
    assert phone.answers[-1].startswith("9 张照片看起来像")
    wxsim.assert_clean()


def test_t28_a_photo_half_a_minute_later_is_asked_about_alone(wxsim: Simulator, ada: tuple[Phone, Person]) -> None:
    phone, _ = ada
    phone.sends_photos([PLATE] * 9)
    drain()
    Inbound.objects.filter(photo_message__isnull=False).update(sent_at=timezone.now() - timedelta(seconds=31))

    phone.sends_photo()
    drain()

    assert phone.answers[-1] == ASKED
    assert MealPhoto.objects.count() == 1
    wxsim.assert_clean()
