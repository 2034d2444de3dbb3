"""What became of a reply whose process was killed while it went out: whether its push comes again tells."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import RequestFactory
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat import delivery, proving
from bots.channels.wechat.views import receive
from bots.dialogue.messages import Reply
from bots.models import Conversation, Inbound, InboundState, Outbound, OutboundState, Way
from meum.journal.models import Door
from meum.people.models import Identity, Person, Provider
from tests.bots.channels.wechat.test_webhook import ACCOUNT, TEXT, pushed
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
GIVEN_AT = timezone.now()
NEXT_ATTEMPT = timedelta(seconds=5)
OVER = timedelta(seconds=60)


@pytest.fixture(autouse=True)
def _account(settings: Settings) -> None:
    settings.WECHAT_APP_ID, settings.WECHAT_TOKEN, settings.WECHAT_AES_KEY = (
        ACCOUNT.app_id,
        ACCOUNT.token,
        ACCOUNT.aes_key,
    )


def given(person: Person, *, key: str = "1", at: datetime = GIVEN_AT, carrier: Outbound | None = None) -> Outbound:
    """Store an answer as a process leaves it that was killed while its reply went out."""
    identity = Identity.objects.get_or_create(
        person=person, provider=Provider.WECHAT_OA, app_id=ACCOUNT.app_id, subject=f"o{person.username}"
    )[0]
    conversation = Conversation.objects.get_or_create(person=person, channel=Door.WECHAT)[0]
    cause = Inbound.objects.create(
        conversation=conversation,
        sender=identity.pk,
        message_id=key,
        sent_at=at,
        state=InboundState.DONE,
        reply=Reply(("好。",)).as_json(),
    )
    row = Outbound.objects.create(
        identity=identity,
        cause=cause,
        state=OutboundState.GIVING,
        held_until=at + delivery.window(),
        carrier=carrier,
    )
    Outbound.objects.filter(pk=row.pk).update(created_at=at)
    return row


def state_of(row: Outbound) -> tuple[str, str, int]:
    row.refresh_from_db()
    return row.state, row.way, row.repeats


RECEIVED, NOT_PROVEN = (OutboundState.SENT, Way.REPLY, 0), (OutboundState.WAITING, "", 1)


def test_what_did_not_come_again_though_it_could_was_received() -> None:
    row = given(make_person(username="ada"))
    given(make_person(username="ben"), at=GIVEN_AT + NEXT_ATTEMPT)

    proving.settle(now=GIVEN_AT + OVER)

    assert state_of(row) == RECEIVED


@pytest.mark.parametrize("seconds", [1, 30])
def test_without_another_push_in_that_time_nobody_knows_and_it_is_delivered_again(seconds: int) -> None:
    row = given(make_person(username="ada"))
    given(make_person(username="ben"), at=GIVEN_AT + timedelta(seconds=seconds))

    proving.settle(now=GIVEN_AT + OVER)

    assert state_of(row) == NOT_PROVEN


def test_after_its_last_attempts_a_push_stays_away_whatever_happened() -> None:
    row = given(make_person(username="ada"))
    Outbound.objects.filter(pk=row.pk).update(attempts=2)
    given(make_person(username="ben"), at=GIVEN_AT + NEXT_ATTEMPT)

    proving.settle(now=GIVEN_AT + OVER)

    assert state_of(row) == NOT_PROVEN


def test_while_it_may_come_again_it_is_left_alone() -> None:
    row = given(make_person(username="ada"))

    assert proving.settle(now=GIVEN_AT + delivery.window() - timedelta(seconds=1)) == 0
    assert state_of(row)[0] == OutboundState.GIVING


def test_one_more_attempt_begins_the_time_anew_for_all_that_the_reply_holds() -> None:
    ada, again_at = make_person(username="ada"), GIVEN_AT + NEXT_ATTEMPT
    row = given(ada)
    earlier = given(ada, key="0", carrier=row)

    delivery.come_again(row, now=again_at)

    ends = set(Outbound.objects.filter(pk__in=[row.pk, earlier.pk]).values_list("held_until", flat=True))
    assert ends == {again_at + delivery.window()}


@pytest.mark.parametrize("is_received", [True, False])
def test_what_a_reply_took_along_has_its_fate(is_received: bool) -> None:
    ada = make_person(username="ada")
    row = given(ada)
    earlier = given(ada, key="0", carrier=row)
    given(make_person(username="ben"), at=GIVEN_AT + (NEXT_ATTEMPT if is_received else OVER))

    proving.settle(now=GIVEN_AT + OVER)

    assert state_of(earlier) == ((OutboundState.SENT, Way.LATER_REPLY, 0) if is_received else NOT_PROVEN)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("kind", "late", "state"),
    [
        ("verified_service", 0, OutboundState.SENT),
        # The next attempt has a stamp of its own, and a stamp of long ago is of another clock.
        ("verified_service", 8, OutboundState.WAITING),
        ("verified_service", 240, OutboundState.SENT),
        ("personal_subscription", 8, OutboundState.SENT),
    ],
)
def test_a_push_that_waited_too_long_at_the_door_is_answered_by_a_message_where_that_can_be(
    rf: RequestFactory, settings: Settings, kind: str, late: int, state: str
) -> None:
    settings.WECHAT_ACCOUNT_KIND, settings.WECHAT_APP_SECRET = kind, "secret"
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        body, asked = pushed(TEXT.format(text="帮助", key="1"))
        traveller.shift(late)
        response = receive(rf.post(f"/wechat/?{urlencode(asked)}", data=body, content_type="text/xml"))
        response.close()

    assert Outbound.objects.get().state == state
    assert (response.content == b"success") == (state == OutboundState.WAITING)
