"""Photos whose dishes take their time to be seen: on every kind of account the question comes, and once."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from meum.jobs.running import drain
from meum.people.models import Person
from tests.bots.channels.wechat.conftest import Follower
from tests.bots.channels.wechat.test_photos import ASKED
from tests.bots.channels.wechat.test_slow_answers import personal, until_attempt
from tests.bots.photos import key_of
from tests.factories.engines import ToldEngine, dishes
from tests.wxsim.judging import Verdict
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network


@pytest.fixture
def ada(follower: Follower) -> tuple[Phone, Person]:
    """Return Ada: her phone and herself."""
    return follower("ada")


@pytest.fixture(autouse=True)
def noodles(engine: ToldEngine, ada: tuple[Phone, Person], foods: None) -> ToldEngine:
    """Let the engine see noodles, or rice."""
    engine.sees(dishes(key_of("牛肉面"), key_of("米饭")))
    return engine


def test_t04_a_verified_account_acknowledges_at_once_and_sends_the_question_later(
    wxsim: Simulator, ada: tuple[Phone, Person], noodles: ToldEngine
) -> None:
    phone, _ = ada

    delivery = phone.sends_photo(faults={"dup_parallel": 2})
    assert phone.answers[-1] != ASKED
    drain()

    assert set(delivery.verdicts) == {Verdict.SILENT}
    assert (phone.answers.count(ASKED), noodles.looks) == (1, 1)
    wxsim.assert_clean(allow=["late_answer"])


def test_t04_a_personal_account_holds_and_answers_the_third_attempt(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person], noodles: ToldEngine
) -> None:
    personal(wxsim, settings)
    phone, _ = ada

    delivery = phone.sends_photo(waits=False)
    until_attempt(3, delivery)
    drain()
    delivery.wait()

    assert delivery.verdicts == [Verdict.TIMED_OUT, Verdict.TIMED_OUT, Verdict.SHOWN]
    assert (delivery.shown, noodles.looks) == (ASKED, 1)
    wxsim.assert_clean(allow=["late_answer"])


def test_t04_a_personal_account_answers_with_the_next_message_when_it_takes_too_long(
    wxsim: Simulator, settings: Settings, ada: tuple[Phone, Person], noodles: ToldEngine
) -> None:
    personal(wxsim, settings)
    settings.WECHAT_ATTEMPTS = 1
    phone, _ = ada

    delivery = phone.sends_photo()
    drain()
    asked = phone.says("结果")
    logged = phone.says("2")

    assert delivery.shown == "正在看，请过几秒发「结果」查看。"
    assert asked.shown == f"刚才的结果：{ASKED}"
    assert "米饭" in (logged.shown or "")
    assert noodles.looks == 1
    wxsim.assert_clean(allow=["late_answer"])
