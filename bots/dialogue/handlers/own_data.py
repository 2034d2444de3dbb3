"""What somebody told of their body and skin, asked for in words: 我的体重是多少, "how did I sleep this week"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import QuerySet

from bots.dialogue.handlers.amounts import dates_text, day_named, today
from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.handlers.body import entries_text, entry_text, measure_text
from bots.dialogue.handlers.skin import notes_parts
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, energy_text, items_text, joined, minutes_text, sentence
from bots.nlu.keywords import Intent
from bots.nlu.own_data import MEASURES, MOVEMENTS, Topic, asks_for_change, asks_for_latest
from bots.nlu.spans import Span, span_in
from fitness.domain.measures import Kind
from fitness.models import Activity, BodyMeasurement, Sleep
from fitness.queries import visible_activities, visible_measurements, visible_sleeps
from meum.domain.figures import plain_number
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.journal.queries import in_days, latest_of
from meum.kernel.phrases import phrase
from meum.language.times import DayPart, moments_in
from meum.people.models import Person
from meum.people.queries import profile_of
from skincare.models import SkinNote
from skincare.queries import visible_skin_notes

_CHANGE_DAYS = 30
_CATEGORIES = {
    Topic.WALKING: "walking",
    Topic.RUNNING: "running",
    Topic.CYCLING: "bicycling",
    Topic.SWIMMING: "water_activities",
}
"""Headings of the Compendium."""


@dataclass(frozen=True)
class _Source:
    """Hold where the entries of a topic are, and how those of a day and those of several days are told."""

    entries: Callable[[Person], QuerySet[Any]]
    told: Callable[[Turn, Sequence[Any]], str]
    summed: Callable[[Turn, Sequence[Any]], str]


class OwnDataHandler(Handler):
    """Tell what was logged of one thing: on a day, over several days, or the last time."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "我的体重；这周睡得怎么样", Lang.EN: "my weight; how did I sleep this week"}

    def accepts(self, turn: Turn) -> bool:
        """Take a question about what was told of body or skin."""
        return turn.wants(Intent.OWN_DATA)

    def answer(self, turn: Turn) -> Reply:
        """Return it; where there is nothing, the last time there was."""
        assert turn.heard.command is not None  # accepts() has seen it
        topic = Topic(turn.heard.command.argument)
        if topic is Topic.HEIGHT:
            return Reply(_height(turn))
        if topic is Topic.STEPS:
            return Reply((phrase(turn.lang, "not_kept.steps"), *_lines(turn, Topic.WALKING, is_found_only=True)))
        notes = (turn.say("told.burnt"),) if topic is Topic.BURNT else ()
        return Reply((*_lines(turn, topic), *notes))


def _lines(turn: Turn, topic: Topic, *, is_found_only: bool = False) -> tuple[str, ...]:
    source, days = _SOURCES[topic], _days_asked(turn, topic)
    entries = source.entries(turn.person)
    found = in_days(entries, first=days.first, last=days.last) if days else []
    if days and found:
        return (_found(turn, topic, days, found),)
    latest = latest_of(entries)
    if is_found_only:
        return ()
    if latest is None:
        return (turn.say("told.none", what=_what(turn, topic)), _example(turn, topic))
    line = turn.say("told.latest", day=day_text(turn, latest.day), told=source.told(turn, [latest]))
    return (_nothing(turn, topic, days), line) if days else (line,)


def _days_asked(turn: Turn, topic: Topic) -> Span | None:
    """Return the days that a question names, None for the last time; what is done day by day is asked of today."""
    if span := span_in(turn.heard.plain, today=today(turn)):
        return span
    if topic in MEASURES and asks_for_change(turn.heard.plain):
        return _until_today(turn, _CHANGE_DAYS)
    if asks_for_latest(turn.heard.plain):
        return None
    now = turn.person.clock.local(turn.incoming.at)
    moments = [each for each in moments_in(turn.heard.plain, now=now) if each.day_offset is not None]
    if not moments:
        return _until_today(turn, 1) if topic in (*MOVEMENTS, Topic.BURNT) else None
    # A sleep belongs to the day of waking: that of last night to today.
    is_night = topic is Topic.SLEEP and moments[0].part is DayPart.EVENING
    day = min(day_named(turn) + timedelta(days=is_night), today(turn))
    return Span(day, day, 0, 0)


def _until_today(turn: Turn, days: int) -> Span:
    return Span(today(turn) - timedelta(days=days - 1), today(turn), 0, 0)


def _found(turn: Turn, topic: Topic, days: Span, found: Sequence[Any]) -> str:
    if days.first == days.last:
        told = _SOURCES[topic].told(turn, found)
        return sentence(turn.say("told.day", day=day_text(turn, days.first), told=told))
    told = _SOURCES[topic].summed(turn, found)
    count = len({entry.day for entry in found})
    return turn.say("told.range", what=_what(turn, topic), count=count, told=told, **dates_text(days))


def _nothing(turn: Turn, topic: Topic, days: Span) -> str:
    what = _what(turn, topic)
    if days.first == days.last:
        return sentence(turn.say("told.none.day", day=day_text(turn, days.first), what=what))
    return turn.say("told.none.range", what=what, **dates_text(days))


def _what(turn: Turn, topic: Topic) -> str:
    return phrase(turn.lang, f"measure.{topic}") if topic in MEASURES else turn.say(f"told.what.{topic}")


def _example(turn: Turn, topic: Topic) -> str:
    key = Topic.ACTIVITY if topic in _CATEGORIES or topic is Topic.BURNT else topic
    return turn.say(f"example.{key}")


def _height(turn: Turn) -> tuple[str, ...]:
    profile = profile_of(person=turn.person)
    if profile is None or profile.height_cm is None:
        return turn.say("told.none", what=turn.say("told.what.height")), turn.say("example.height")
    return (sentence(turn.say("told.stated", told=turn.say("height", cm=plain_number(profile.height_cm)))),)


def _figures(turn: Turn, found: Sequence[BodyMeasurement]) -> str:
    return turn.say("and").join(entry_text(turn, entry) for entry in found)


def _figures_between(turn: Turn, found: Sequence[BodyMeasurement]) -> str:
    """Return the first and the last figure, without a word on which way is better."""
    if len(found) == 1:
        return _figure(turn, found[0])
    return turn.say("told.from_to", first=_figure(turn, found[0]), last=_figure(turn, found[-1]))


def _figure(turn: Turn, entry: BodyMeasurement) -> str:
    told = measure_text(turn.lang, Kind(entry.kind), entry.value, entry.diastolic_mmhg)
    return turn.say("told.figure", told=told, day=day_text(turn, entry.day))


def _sleeps(turn: Turn, found: Sequence[Sleep]) -> str:
    return turn.say("and").join(_sleep(turn, sleep) for sleep in found)


def _sleep(turn: Turn, sleep: Sleep) -> str:
    told = entry_text(turn, sleep)
    if sleep.asleep_at is None:
        return told
    start, end = (f"{turn.person.clock.local(at):%H:%M}" for at in (sleep.asleep_at, sleep.at))
    return turn.say("in_brackets", words=told, more=f"{start}–{end}")


def _sleeps_on_average(turn: Turn, found: Sequence[Sleep]) -> str:
    minutes = sum(sleep.minutes for sleep in found) / len({sleep.day for sleep in found})
    return turn.say("told.average", value=minutes_text(turn, minutes))


def _activities_in_all(turn: Turn, found: Sequence[Activity]) -> str:
    """Return how long, how far where each distance is known, and what they cost."""
    is_assumed = any(activity.is_duration_assumed for activity in found)
    length = minutes_text(turn, sum(activity.minutes for activity in found), is_assumed=is_assumed)
    far = [activity.distance_m for activity in found if activity.distance_m]
    km = [turn.say("told.km", km=plain_number(sum(far) / 1000))] if len(far) == len(found) else []
    return turn.say("told.in_all", told=joined(turn.lang, [length, *km, _cost(turn, found)]))


def _cost(turn: Turn, found: Sequence[Activity]) -> str:
    return energy_text(turn, sum((activity.energy for activity in found), Interval.exact(0)))


def _skin(turn: Turn, found: Sequence[SkinNote]) -> str:
    return items_text(turn, notes_parts(turn, found))


def _latest_skin(turn: Turn, found: Sequence[SkinNote]) -> str:
    """Return how the skin was on the last of the days."""
    latest = [note for note in found if note.day == found[-1].day]
    return turn.say("told.last", day=day_text(turn, found[-1].day), told=_skin(turn, latest))


def _measured(kind: str, person: Person) -> QuerySet[BodyMeasurement]:
    return visible_measurements(owner=person).filter(kind=kind)


def _moved(category: str, person: Person) -> QuerySet[Activity]:
    return visible_activities(owner=person, category=category)


def _slept(person: Person) -> QuerySet[Sleep]:
    return visible_sleeps(owner=person)


def _noted(person: Person) -> QuerySet[SkinNote]:
    return visible_skin_notes(owner=person)


_SOURCES: dict[Topic, _Source] = {
    **{topic: _Source(partial(_measured, topic.value), _figures, _figures_between) for topic in MEASURES},
    **{
        topic: _Source(partial(_moved, _CATEGORIES.get(topic, "")), entries_text, _activities_in_all)
        for topic in MOVEMENTS
    },
    Topic.BURNT: _Source(partial(_moved, ""), _cost, _cost),
    Topic.SLEEP: _Source(_slept, _sleeps, _sleeps_on_average),
    Topic.SKIN: _Source(_noted, _skin, _latest_skin),
}
