"""Reminders by the conversation and over REST: asked for, agreed to, ended."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from bots.models import Reminder
from bots.reminding import LATEST, claim, due_reminders, over_at, reminder_of, set_reminder
from meum.journal.models import Change, Door, Purpose
from meum.journal.queries import has_consent
from meum.people.identities import leave
from meum.people.models import Identity, Person, Provider
from meum.people.services import TEXT_VERSIONS, agree, withdraw
from tests.bots.conftest import Say
from tests.clients import client_of
from tests.factories.diary import make_meal

EIGHT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)  # 20:00 in Shanghai


def reminded(person: Person, at: time = time(20, 0)) -> Reminder:
    agree(person=person, purpose=Purpose.NOTICES, text_version=TEXT_VERSIONS[Purpose.NOTICES], door=Door.API)
    return set_reminder(person=person, at=at)


def test_a_reminder_is_set_after_a_text_and_a_yes(ada: Person, say: Say) -> None:
    asked = say(ada, "每天晚上8点提醒我")
    assert reminder_of(person=ada) is None

    done = say(ada, "1")

    assert "你同意吗" in asked.lines[0]
    assert done.lines[0] == "好的，每天 20:00 提醒。"
    assert reminder_of(person=ada) == time(20, 0)
    assert has_consent(person=ada, purpose=Purpose.NOTICES)


@pytest.mark.parametrize("yes", ["同意", "好的", "1"])
def test_a_plain_yes_is_one(ada: Person, say: Say, yes: str) -> None:
    say(ada, "每天晚上8点提醒我")
    say(ada, yes)

    assert reminder_of(person=ada) == time(20, 0)


@pytest.mark.parametrize("no", ["不同意", "不要", "不用了"])
def test_a_no_to_the_reminder_takes_no_other_agreement_back(ada: Person, say: Say, no: str) -> None:
    say(ada, "每天晚上8点提醒我")
    say(ada, no)

    assert reminder_of(person=ada) is None
    assert has_consent(person=ada, purpose=Purpose.HEALTH_RECORDS)


def test_a_no_sets_nothing(ada: Person, say: Say) -> None:
    say(ada, "提醒 20:30")
    say(ada, "0")

    assert not Reminder.objects.exists()
    assert not has_consent(person=ada, purpose=Purpose.NOTICES)


def test_another_time_needs_no_new_agreement_and_off_ends_both(ada: Person, say: Say) -> None:
    reminded(ada)

    assert say(ada, "提醒 19:15").lines[0] == "好的，每天 19:15 提醒。"
    assert say(ada, "关闭提醒").lines == ("已关闭提醒。",)
    assert say(ada, "关闭提醒").lines == ("现在没有提醒。",)
    assert not has_consent(person=ada, purpose=Purpose.NOTICES)


def test_the_latest_time_is_one_that_comes(ada: Person) -> None:
    reminded(ada, LATEST)

    assert len(list(due_reminders(now=EIGHT + timedelta(minutes=84)))) == 1
    assert list(due_reminders(now=EIGHT + timedelta(minutes=90))) == []


@pytest.mark.parametrize("text", ["每天提醒我喝水", "提醒我喝一杯牛奶", "remind me to drink 2 glasses of water"])
def test_a_reminder_of_something_else_logs_nothing_and_says_what_there_is(ada: Person, say: Say, text: str) -> None:
    reply = say(ada, text)

    assert reply.lines[-1] in ("想要的话，发：提醒 20:00", "For that send: remind me at 8 pm")
    assert not Change.objects.filter(person=ada).exists()
    assert not Reminder.objects.exists()


def test_twelve_in_the_evening_is_midnight_and_refused(ada: Person, say: Say) -> None:
    assert "7:30 到 21:20" in say(ada, "晚上12点提醒我").text


@pytest.mark.parametrize("at", ["23:00", "21:30", "6:30"])
def test_the_night_is_quiet(ada: Person, say: Say, at: str) -> None:
    assert "7:30 到 21:20" in say(ada, f"提醒 {at}").text


def test_it_is_due_at_its_time_once_a_day_and_not_late(ada: Person) -> None:
    reminder = reminded(ada)
    around = [EIGHT + timedelta(minutes=minutes) for minutes in (-1, 0, 29, 30)]

    assert [len(list(due_reminders(now=now))) for now in around] == [0, 1, 1, 0]
    assert [claim(reminder=reminder, now=EIGHT) for _ in range(2)] == [True, False]
    assert list(due_reminders(now=EIGHT)) == []
    assert len(list(due_reminders(now=EIGHT + timedelta(days=1)))) == 1


@pytest.mark.parametrize(("at", "over"), [(time(20, 0), "20:30"), (time(21, 15), "21:30")])
def test_it_is_over_after_half_an_hour_and_in_the_night(ada: Person, at: time, over: str) -> None:
    until = over_at(reminder=reminded(ada, at), now=EIGHT)

    assert f"{ada.clock.local(until):%H:%M}" == over


def test_who_logged_something_is_not_reminded(ada: Person) -> None:
    reminded(ada)
    make_meal(person=ada)

    assert list(due_reminders(now=EIGHT)) == []


@pytest.mark.parametrize("purpose", [Purpose.NOTICES, Purpose.HEALTH_RECORDS])
def test_who_withdrew_is_not_reminded(ada: Person, purpose: Purpose) -> None:
    reminded(ada)
    withdraw(person=ada, purpose=purpose, door=Door.API)

    assert list(due_reminders(now=EIGHT)) == []
    assert not Reminder.objects.exists()
    assert not has_consent(person=ada, purpose=Purpose.NOTICES)


def test_who_unfollows_is_not_reminded_after_a_return(ada: Person) -> None:
    reminded(ada)
    identity = Identity.objects.create(person=ada, provider=Provider.WECHAT_OA, app_id="wx1", subject="open-1")

    leave(identity=identity, at=EIGHT)

    assert has_consent(person=ada, purpose=Purpose.HEALTH_RECORDS)
    assert not has_consent(person=ada, purpose=Purpose.NOTICES)
    assert reminder_of(person=ada) is None


def test_a_reminder_is_kept_over_rest(ada: Person) -> None:
    phone = client_of(ada)
    assert phone.put("/api/v1/me/reminder", {"at": "20:30"}).status_code == 403
    phone.post("/api/v1/consents", {"purpose": "notices", "text_version": TEXT_VERSIONS[Purpose.NOTICES]})

    assert phone.put("/api/v1/me/reminder", {"at": "20:30"}).json() == {"at": "20:30"}
    assert phone.put("/api/v1/me/reminder", {"at": "22:30"}).status_code == 400
    assert phone.get("/api/v1/me/reminder").json() == {"at": "20:30"}
    assert phone.delete("/api/v1/me/reminder").status_code == 204
    assert phone.get("/api/v1/me/reminder").json() == {"at": None}
