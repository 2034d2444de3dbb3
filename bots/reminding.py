"""Reminders: wished for, ended, and due; never in the night, once a day, only with the consent to notices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Q

from bots.models import UNDELIVERED, Outbound, Reminder
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import locked_counter
from meum.kernel.errors import ConsentMissing, Invalid
from meum.people.models import Person
from meum.people.services import withdraw
from nutrition.queries import day_summary

EARLIEST, LATEST = time(7, 30), time(21, 20)
QUIET_FROM = time(21, 30)
LATE_BY = timedelta(minutes=30)
"""What could not be sent within this time is not sent that day."""


def refuse_night(at: time) -> None:
    """Raise Invalid for a time at which nobody is reminded."""
    if not EARLIEST <= at <= LATEST:
        raise Invalid(
            "reminder_in_the_night",
            f"a reminder comes between {EARLIEST:%H:%M} and {LATEST:%H:%M}",
            field="at",
            earliest=f"{EARLIEST.hour}:{EARLIEST:%M}",
            latest=f"{LATEST:%H:%M}",
        )


def set_reminder(*, person: Person, at: time) -> Reminder:
    """Keep when a person wants to be reminded.

    Raises Invalid for a time in the night, ConsentMissing without the agreement to notices.
    """
    refuse_night(at)
    with transaction.atomic():
        locked_counter(person)
        if not has_consent(person=person, purpose=Purpose.NOTICES):
            raise ConsentMissing("consent_missing", "reminders need an agreement", purpose=Purpose.NOTICES)
        minute = at.hour * 60 + at.minute
        return Reminder.objects.update_or_create(person=person, defaults={"at_minute": minute})[0]


def end_reminder(*, person: Person, door: Door) -> bool:
    """Forget the wish, and withdraw the agreement to notices; tell whether there was one."""
    with transaction.atomic():
        locked_counter(person)
        was_on = reminder_of(person=person) is not None
        if has_consent(person=person, purpose=Purpose.NOTICES):
            withdraw(person=person, purpose=Purpose.NOTICES, door=door)
        return was_on


def forget_reminder(person: Person) -> None:
    """Forget the wish, and what is on its way by it, in the transaction that ends the agreement to notices."""
    for reminder in Reminder.objects.filter(person=person):
        Outbound.objects.filter(key__startswith=_key(reminder), state__in=UNDELIVERED).delete()
        reminder.delete()


def key_of(*, reminder: Reminder, now: datetime) -> str:
    """Return what makes the message of one day the same."""
    return f"{_key(reminder)}{reminder.person.clock.local(now).date()}"


def _key(reminder: Reminder) -> str:
    return f"remind:{reminder.pk}:"


def over_at(*, reminder: Reminder, now: datetime) -> datetime:
    """Return from when on the reminder of today is not sent any more: late, or in the night."""
    local = reminder.person.clock.local(now).replace(second=0, microsecond=0)
    at = local.replace(hour=reminder.at_minute // 60, minute=reminder.at_minute % 60)
    return min(at + LATE_BY, local.replace(hour=QUIET_FROM.hour, minute=QUIET_FROM.minute))


def reminder_of(*, person: Person) -> time | None:
    """Return when a person is reminded, None when they are not."""
    found = Reminder.objects.filter(person=person).first()
    return time(*divmod(found.at_minute, 60)) if found else None


def due_reminders(*, now: datetime) -> Iterator[Reminder]:
    """Yield the reminders whose time is now: agreed to, not given today, and nothing logged today yet."""
    rows = Reminder.objects.filter(person__is_active=True).select_related("person").order_by("pk")
    for reminder in rows.iterator(chunk_size=500):
        if _is_time(reminder, now) and _is_wanted(reminder.person, now):
            yield reminder


def claim(*, reminder: Reminder, now: datetime) -> bool:
    """Note that a person is reminded on this day; tell whether nobody else did."""
    today = reminder.person.clock.local(now).date()
    rows = Reminder.objects.filter(Q(latest_day=None) | ~Q(latest_day=today), pk=reminder.pk)
    return bool(rows.update(latest_day=today))


def _is_time(reminder: Reminder, now: datetime) -> bool:
    local = reminder.person.clock.local(now)
    late = timedelta(minutes=local.hour * 60 + local.minute - reminder.at_minute)
    is_day = EARLIEST <= local.time() < QUIET_FROM
    return is_day and timedelta() <= late < LATE_BY and reminder.latest_day != local.date()


def _is_wanted(person: Person, now: datetime) -> bool:
    agreed = all(has_consent(person=person, purpose=each) for each in (Purpose.NOTICES, Purpose.HEALTH_RECORDS))
    return agreed and not day_summary(person=person, day=person.clock.day_of(now)).meals
