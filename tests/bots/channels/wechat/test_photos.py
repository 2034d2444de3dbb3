"""Photos over WeChat: fetched by a job, looked at once, asked about in time, on every kind of account."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from bots.models import Inbound, InboundState, PhotoMessage
from meum.files.models import PrivateFile
from meum.jobs.running import drain
from meum.people.models import Person
from nutrition.models import Meal, MealPhoto
from tests.bots.channels.wechat.conftest import Follower, all_are_sent, eventually
from tests.bots.channels.wechat.test_slow_answers import personal, until_attempt
from tests.bots.photos import key_of
from tests.factories.engines import ToldEngine, dishes
from tests.wxsim.accounts import AccountKind
from tests.wxsim.judging import Verdict
from tests.wxsim.phones import Phone
from tests.wxsim.pictures import PLATE
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network

ASKED = "看起来像（选了才记；也可回「1 半份」「2 200克」）：\n1 牛肉面 约195–1110千卡\n2 米饭 约90–355千卡\n0 都不是"
APOLOGY = "这张照片没有收到或打不开，没有记。\n写菜名就能记，比如：番茄炒蛋一份"
GET, PICTURE = "/cgi-bin/media/get", "/mmbiz_jpg"


@pytest.fixture
def wxsim(tmp_path: Path) -> Iterator[Simulator]:
    """Return Tencent's side with waits as long as in life."""
    with Simulator(scale=1, clock_file=tmp_path / "clock") as simulator:
        yield simulator


@pytest.fixture
def ada(follower: Follower) -> tuple[Phone, Person]:
    """Return Ada: her phone and herself."""
    return follower("ada")


@pytest.fixture(autouse=True)
def noodles(engine: ToldEngine, ada: tuple[Phone, Person], foods: None, settings: Settings) -> ToldEngine:
    """Let the engine see noodles, or rice; the webhook waits as long as in life, as the platform does."""
    settings.WECHAT_HOLD_MILLISECONDS = 4500
    engine.sees(dishes(key_of("牛肉面"), key_of("米饭")))
    return engine


def nothing_is_kept() -> bool:
    """Tell whether no photo is in any table."""
    return not (MealPhoto.objects.exists() or PrivateFile.objects.exists() or Meal.objects.exists())


def test_a_photo_becomes_a_meal(wxsim: Simulator, ada: tuple[Phone, Person], noodles: ToldEngine) -> None:
    phone, person = ada

    sent = phone.sends_photo()
    drain()
    answered = phone.says("1 半份")

    assert sent.verdicts == [Verdict.SILENT]
    assert phone.answers[-2] == ASKED
    assert "牛肉面 0.5 份" in (answered.shown or "")
    assert (Meal.objects.get().person, noodles.looks) == (person, 1)
    assert not PrivateFile.objects.exists()
    wxsim.assert_clean()


@pytest.mark.parametrize(
    ("fault", "value"), [("html200", 0), ("errcode", 40007), ("truncate", 500), ("not_an_image", 0)]
)
def test_t10_a_medium_that_is_no_picture_is_fetched_by_its_address(
    fault: str, value: int, wxsim: Simulator, ada: tuple[Phone, Person]
) -> None:
    wxsim.faults.api(fault, value, path=GET, times=0)
    phone, _ = ada

    phone.sends_photo()
    drain()

    assert phone.answers[-1] == ASKED


@pytest.mark.parametrize("fault", ["html200", "truncate", "not_an_image"])
def test_t10_when_neither_way_leads_to_a_picture_it_apologises_and_keeps_nothing(
    fault: str, wxsim: Simulator, ada: tuple[Phone, Person], noodles: ToldEngine
) -> None:
    wxsim.faults.api(fault, 500, path=GET, times=0)
    wxsim.faults.api("pic_404", path=PICTURE, times=0)
    phone, _ = ada

    phone.sends_photo()
    drain()

    assert (phone.answers[-1], noodles.looks) == (APOLOGY, 0)
    assert nothing_is_kept()
    eventually(all_are_sent, "everything is confirmed")


def test_t10_half_a_picture_is_apologised_for(wxsim: Simulator, ada: tuple[Phone, Person]) -> None:
    phone, _ = ada

    phone.sends_photo(PLATE[:300])
    drain()

    assert phone.answers[-1] == APOLOGY
    assert nothing_is_kept()
    wxsim.assert_clean()


def test_t24_without_the_right_to_media_the_address_leads_to_the_picture(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person]
) -> None:
    personal(wxsim, settings)
    phone, _ = ada

    delivery = phone.sends_photo(waits=False)
    until_attempt(1, delivery)
    eventually(PhotoMessage.objects.exists, "the photo is noted")
    drain()

    assert delivery.wait().shown == ASKED
    assert [call.path for call in wxsim.world.record.calls(GET)] == []
    wxsim.assert_clean()


@pytest.mark.parametrize("fault", ["pic_404", "pic_redirect_private", "pic_bomb", "not_an_image"])
def test_t24_a_bad_address_is_apologised_for(
    fault: str, wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person]
) -> None:
    personal(wxsim, settings)
    wxsim.faults.api(fault, path=PICTURE, times=0)
    phone, _ = ada

    delivery = phone.sends_photo(waits=False)
    eventually(PhotoMessage.objects.exists, "the photo is noted")
    drain()

    assert delivery.wait().shown == APOLOGY
    assert nothing_is_kept()


def test_words_sent_right_after_a_photo_belong_to_it(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person], noodles: ToldEngine
) -> None:
    phone, _ = ada

    phone.sends_photo()
    noted = phone.says("两个苹果")
    drain()

    assert "苹果" in (noted.shown or "")
    assert (Meal.objects.get().evidence, noodles.looks) == ("photo", 0)
    assert not Inbound.objects.filter(state=InboundState.PENDING).exists()
    wxsim.assert_clean()


def test_what_a_photo_lies_under_is_not_readable_and_is_forgotten_once_it_is_fetched(
    wxsim: Simulator, ada: tuple[Phone, Person]
) -> None:
    phone, _ = ada
    phone.sends_photo()
    sealed = bytes(PhotoMessage.objects.get().sealed or b"")

    drain()

    assert sealed
    assert b"mmbiz" not in sealed
    assert PhotoMessage.objects.get().sealed is None


def test_whoever_has_not_agreed_is_asked_to_and_nothing_is_kept(wxsim: Simulator, webhook: str) -> None:
    phone = wxsim.phone("dora")
    phone.follows()

    phone.sends_photo()
    drain()

    assert "回复编号或年龄" in phone.answers[-1]
    assert nothing_is_kept()
    assert not PhotoMessage.objects.exists()


def test_every_account_kind_can_be_told_what_is_on_a_photo(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person]
) -> None:
    wxsim.become(kind=AccountKind.UNVERIFIED_SERVICE)
    settings.WECHAT_ACCOUNT_KIND = "unverified_service"
    phone, _ = ada

    delivery = phone.sends_photo(waits=False)
    eventually(PhotoMessage.objects.exists, "the photo is noted")
    drain()

    assert delivery.wait().shown == ASKED
    wxsim.assert_clean()
