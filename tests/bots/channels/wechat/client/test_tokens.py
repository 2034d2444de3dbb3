"""One token for all processes: fetched once, renewed in time, replaced once, never by accident."""

from __future__ import annotations

import multiprocessing
import time
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import time_machine
from django.db import connections
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat.account import Account, the_account
from bots.channels.wechat.client import StoppedError, WeChatError, send_text, upload_image
from bots.channels.wechat.client.tokens import replace_by_force, token_of
from bots.models import WeChatCircuit, WeChatToken
from tests.bots.channels.wechat.calling import at_once, follower
from tests.wxsim.pictures import PLATE
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network


@pytest.fixture
def account() -> Account:
    found = the_account()
    assert found is not None
    return found


def _say_token(said: multiprocessing.SimpleQueue[str]) -> None:
    account = the_account()
    try:
        said.put(token_of(account) if account is not None else "no account")
    except WeChatError as error:
        # The parent waits for one word of each.
        said.put(repr(error))


def test_t30_twenty_cold_processes_fetch_one_token(wxsim: Simulator, account: Account) -> None:
    wxsim.faults.api("delay", 0.5, path="/cgi-bin/stable_token", times=0)
    fork = multiprocessing.get_context("fork")
    said: multiprocessing.SimpleQueue[str] = fork.SimpleQueue()
    # A child must not go on with a connection of its parent's.
    connections.close_all()

    workers = [fork.Process(target=_say_token, args=(said,)) for _ in range(20)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert {said.get() for _ in workers} == {token_of(account)}
    assert len(wxsim.tokens.fetches()) == 1
    wxsim.assert_clean()


@pytest.mark.parametrize("what_happens", ["kill", "expire_now"])
def test_t06_twenty_workers_whose_token_is_over_replace_it_once(
    what_happens: str, wxsim: Simulator, account: Account
) -> None:
    phones = [follower(wxsim, f"person {number}") for number in range(20)]
    token_of(account)
    getattr(wxsim.tokens, what_happens)()

    raised = at_once([partial(send_text, open_id=phone.open_id, text="好") for phone in phones])

    assert raised == [None] * 20
    assert [phone.answers for phone in phones] == [["好"]] * 20
    assert len(wxsim.tokens.fetches()) == 2


@pytest.mark.parametrize("fault", ["token_expire_now", "token_kill_other"])
def test_t06_an_upload_is_whole_when_it_is_sent_again_with_a_new_token(fault: str, wxsim: Simulator) -> None:
    follower(wxsim)
    wxsim.faults.api(fault, path="/cgi-bin/media/upload")

    media_id = upload_image(PLATE)

    assert [(media.media_id, media.content) for media in wxsim.world.media.uploads()] == [(media_id, PLATE)]
    assert len(wxsim.tokens.fetches()) == 2
    wxsim.assert_clean()


def test_t06_a_token_that_is_refused_again_and_again_is_not_fetched_again_and_again(wxsim: Simulator) -> None:
    ada = follower(wxsim)
    wxsim.faults.api("errcode", 40001, path="/cgi-bin/message", times=0)

    raised = [at_once([lambda: send_text(open_id=ada.open_id, text="好")])[0] for _ in range(3)]

    assert [str(error) for error in raised] == ["stopped"] * 3
    assert len(wxsim.record.calls("/cgi-bin/message/custom/send")) == 2
    assert len(wxsim.tokens.fetches()) == 2


def test_a_token_is_renewed_within_its_last_five_minutes(wxsim: Simulator, account: Account) -> None:
    with time_machine.travel(datetime(2026, 11, 20, 6, tzinfo=UTC)) as traveller:
        first = token_of(account)
        traveller.shift(7200 - 310)
        assert token_of(account) == first
        traveller.shift(80)

        assert token_of(account) != first

    assert len(wxsim.tokens.fetches()) == 2
    wxsim.assert_clean()


def test_the_token_before_serves_on_while_no_new_one_is_to_be_had(wxsim: Simulator, account: Account) -> None:
    with time_machine.travel(datetime(2026, 11, 20, 6, tzinfo=UTC)) as traveller:
        first = token_of(account)
        wxsim.faults.api("http", 502, path="/cgi-bin/stable_token", times=0)

        traveller.shift(7200 - 200)
        assert token_of(account) == first

        traveller.shift(200)
        with pytest.raises(WeChatError):
            token_of(account)


def test_whoever_lost_the_lease_does_not_write_an_older_token(wxsim: Simulator, account: Account) -> None:
    wxsim.faults.api("delay", 2, path="/cgi-bin/stable_token")

    def let_another_one_take_over() -> None:
        while not WeChatToken.objects.filter(fence=1).exists():
            time.sleep(0.01)
        WeChatToken.objects.update(
            fence=2, value="newer", refresh_at=timezone.now() + timedelta(hours=1), leased_until=None
        )

    raised = at_once([lambda: token_of(account), let_another_one_take_over])

    assert raised == [None, None]
    assert WeChatToken.objects.get().value == "newer"


def test_a_lease_of_a_dead_process_ends(wxsim: Simulator, account: Account) -> None:
    WeChatToken.objects.create(app_id=account.app_id, fence=7, leased_until=timezone.now() + timedelta(seconds=0.3))

    assert token_of(account)
    assert len(wxsim.tokens.fetches()) == 1


def test_a_leaked_token_is_replaced_by_force(wxsim: Simulator, account: Account) -> None:
    leaked = token_of(account)

    assert replace_by_force(account)

    assert wxsim.tokens.fault_of(leaked) == 40001
    assert wxsim.tokens.fault_of(token_of(account)) == 0
    assert not replace_by_force(account)


def test_t30_an_address_that_is_not_listed_opens_the_circuit_and_is_named(
    wxsim: Simulator, account: Account, caplog: pytest.LogCaptureFixture
) -> None:
    wxsim.faults.api("ip_not_whitelisted", path="/cgi-bin/stable_token", times=0)

    raised = at_once([lambda: token_of(account) for _ in range(8)])

    assert {type(error).__mro__[1] for error in raised} == {WeChatError}
    assert len(wxsim.record.calls("/cgi-bin/stable_token")) == 1
    trouble = WeChatCircuit.objects.get()
    assert (trouble.trouble, trouble.code, trouble.address) == ("address_not_listed", 40164, "203.0.113.9")
    assert [vars(record)["reason"] for record in caplog.records if record.levelname == "ERROR"] == [
        "address_not_listed"
    ]
    assert not wxsim.leaks_in(caplog.text)


def test_t30_a_day_without_tokens_lasts_until_midnight_in_china(wxsim: Simulator, account: Account) -> None:
    with time_machine.travel(datetime(2026, 11, 20, 6, tzinfo=UTC)) as traveller:
        wxsim.faults.api("quota_zero", path="/cgi-bin/stable_token")
        for _ in range(2):
            with pytest.raises(WeChatError):
                token_of(account)
        assert len(wxsim.record.calls("/cgi-bin/stable_token")) == 1

        traveller.move_to(datetime(2026, 11, 20, 16, 0, 1, tzinfo=UTC))

        assert token_of(account)
    assert WeChatCircuit.objects.get().ended_at is not None


def test_without_a_secret_nothing_is_called(wxsim: Simulator, settings: Settings) -> None:
    settings.WECHAT_APP_SECRET = ""

    with pytest.raises(StoppedError):
        upload_image(PLATE)

    assert not wxsim.record.calls()
