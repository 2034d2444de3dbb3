"""Log measures of the body, activities and sleep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bots.dialogue.handlers.base import Asker
from bots.dialogue.handlers.log import Note
from bots.dialogue.messages import Reply
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, energy_text, minutes_text
from bots.nlu.answers import Pick
from bots.nlu.feelings import Feeling
from fitness import services as fitness
from fitness.domain.measures import KINDS, Kind
from fitness.models import Activity, BodyMeasurement, Sleep
from fitness.reading import ActivityDraft, BodyDraft, HeightDraft, MeasurementDraft, SleepDraft, UnkeptDraft
from meum.domain.figures import plain_number
from meum.domain.languages import Lang
from meum.journal.models import Entry, Evidence
from meum.kernel.phrases import phrase
from meum.people.services import ProfileDraft, update_profile

_MOST_ENTRIES = 4
_UNITS_ZH = {"kg": "公斤", "cm": "厘米", "1/min": "次/分"}
_UNITS_EN = {"1/min": "a minute"}


class BodyLogger:
    """Store what a message tells of the body."""

    def hears(self, turn: Turn) -> bool:
        """Tell whether there is something of the body."""
        return bool(turn.heard.body)

    def log(self, turn: Turn) -> Note | None:
        """Store it; ask where a figure may be in one of two units."""
        drafts = turn.heard.body
        doubtful = next((draft for draft in drafts if _is_doubtful(draft)), None)
        problems = tuple(phrase(turn.lang, f"error.{problem}") for problem in _problems(turn))
        unkept = dict.fromkeys(draft.kind for draft in drafts if isinstance(draft, UnkeptDraft))
        facts = (*self._heights(turn), *self._stored(turn))
        return Note(
            facts=((turn.say("body", told=turn.say("and").join(facts)),) if facts else ()),
            details=(*problems, *(phrase(turn.lang, f"not_kept.{kind}") for kind in unkept)),
            next_step=turn.say("next.undo") if facts else "",
            asks=turn.say("which_unit", words=turn.say("quote", words=doubtful.words)) if doubtful else "",
            pending=_unit_question(turn, doubtful) if isinstance(doubtful, MeasurementDraft) else None,
        )

    def _heights(self, turn: Turn) -> list[str]:
        told = [draft for draft in turn.heard.body if isinstance(draft, HeightDraft) and not draft.problem]
        for draft in told:
            profile = ProfileDraft(height_cm=draft.height_cm)
            update_profile(person=turn.person, author=turn.person, door=turn.door, draft=profile)
        return [turn.say("height", cm=plain_number(draft.height_cm)) for draft in told]

    def _stored(self, turn: Turn) -> list[str]:
        storable = [
            draft
            for draft in turn.heard.body
            if isinstance(draft, MeasurementDraft | ActivityDraft | SleepDraft)
            and not draft.problem
            and not _is_doubtful(draft)
        ]
        if not storable:
            return []
        entries = fitness.log_drafts(person=turn.person, author=turn.person, door=turn.door, drafts=storable)
        return [dated_text(turn, entry) for entry in entries]


def _problems(turn: Turn) -> list[str]:
    """Return the codes of what is wrong, each once; a bad night has its kind word instead of the question."""
    is_answered = Feeling.SLEEPLESS in turn.heard.feelings
    codes = dict.fromkeys(draft.problem for draft in turn.heard.body if draft.problem)
    return [code for code in codes if not (is_answered and code == "sleep_length_missing")]


def entry_text(turn: Turn, entry: Entry) -> str:
    """Return one entry of the body in a few words."""
    if isinstance(entry, BodyMeasurement):
        return measure_text(turn.lang, Kind(entry.kind), entry.value, entry.diastolic_mmhg)
    if isinstance(entry, Sleep):
        return turn.say("slept", length=minutes_text(turn, entry.minutes))
    assert isinstance(entry, Activity)  # the three kinds of entry that fitness has
    key = "done.distance" if entry.distance_m else "done"
    return turn.say(
        key,
        name=short_name(entry.name(turn.lang)),
        km=plain_number((entry.distance_m or 0) / 1000),
        length=minutes_text(turn, entry.minutes, is_assumed=entry.is_duration_assumed),
        energy=energy_text(turn, entry.energy),
    )


def dated_text(turn: Turn, entry: Entry) -> str:
    """Return one entry of the body in a few words, with its day where that is not today."""
    told = entry_text(turn, entry)
    if entry.day == turn.person.clock.day_of(turn.incoming.at):
        return told
    return turn.say("told.figure", told=told, day=day_text(turn, entry.day))


def entries_text(turn: Turn, entries: Sequence[Entry]) -> str:
    """Return entries of the body in one line, the first four in words and how many there are in all."""
    shown = turn.say("and").join(entry_text(turn, entry) for entry in entries[:_MOST_ENTRIES])
    if len(entries) <= _MOST_ENTRIES:
        return shown
    return turn.say("items.more", named=shown, count=len(entries))


def measure_text(lang: Lang, kind: Kind, value: float, diastolic_mmhg: float | None = None) -> str:
    """Return a figure with its name and unit."""
    facts = KINDS[kind]
    unit = (_UNITS_ZH if lang is Lang.ZH else _UNITS_EN).get(facts.unit, facts.unit)
    figure = f"{value:.{facts.digits}f}".removesuffix(".0")
    if diastolic_mmhg is not None:
        figure = f"{figure}/{diastolic_mmhg:.0f}"
    return f"{facts.name(lang)} {figure} {unit}".replace(" %", "%")


def short_name(name: str) -> str:
    """Return an activity's name without the speed that the table tells it by; distance and time are shown instead."""
    return re.split(r"[\s,，]*(?=\d)", name, maxsplit=1)[0] or name


def _is_doubtful(draft: BodyDraft) -> bool:
    return isinstance(draft, MeasurementDraft) and bool(draft.alternatives) and not draft.problem


def _unit_question(turn: Turn, draft: MeasurementDraft) -> Question:
    values = (draft.value, *draft.alternatives)
    return Question(
        kind=QuestionKind.WEIGHT,
        choices=_unit_choices(turn, draft.kind, values),
        asked_at=turn.incoming.at,
        facts={"kind": draft.kind.value, "values": values, "at": draft.at.isoformat(), "words": draft.words},
    )


def _unit_choices(turn: Turn, kind: Kind, values: Sequence[float]) -> tuple[Choice, ...]:
    return numbered(*(measure_text(turn.lang, kind, value) for value in values), none=turn.say("none_of_them"))


class WhichUnitAsker(Asker):
    """Store the figure that was picked."""

    asks = (QuestionKind.WEIGHT,)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the figures that may be meant, each with its unit."""
        return _unit_choices(turn, Kind(question.facts["kind"]), question.facts["values"])

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Store it, or nothing when it was none of them."""
        if pick.number == 0:
            return Reply((turn.say("not_logged"), turn.say("example.weight")))
        entry = fitness.log_measurement(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            at=datetime.fromisoformat(question.facts["at"]),
            kind=question.facts["kind"],
            value=question.facts["values"][pick.number - 1],
            words=question.facts["words"],
            evidence=Evidence.WORDS,
        )
        return Reply((turn.say("body", told=dated_text(turn, entry)), turn.say("next.undo")))
