"""Change or take out what was logged of the body today: 体重改成62, 删掉跑步, "change the run to 40 minutes"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.body import dated_text, entry_text
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.corrections import Correction, Kind
from fitness import services as fitness
from fitness.models import Activity, BodyMeasurement, Sleep
from fitness.queries import body_day, understand_body
from fitness.reading import ActivityDraft, MeasurementDraft, SleepDraft
from meum.journal.services import remove_entry

Told = MeasurementDraft | ActivityDraft | SleepDraft
Kept = BodyMeasurement | Activity | Sleep

_CORRECTS: Mapping[type[Told], Callable[..., Kept]] = {
    MeasurementDraft: fitness.correct_measurement,
    ActivityDraft: fitness.correct_activity,
    SleepDraft: fitness.correct_sleep,
}
_SAMPLES = ("30 min", "8 h", "60", "120/80")
"""Amounts with which a bare name is read as something of the body; the first that fits tells what it is."""


class CorrectBodyHandler(Handler):
    """Change a measure, an activity or a sleep of today by its name, or take it out."""

    def accepts(self, turn: Turn) -> bool:
        """Take a correction that names something of the body."""
        correction = turn.heard.correction
        return correction is not None and correction.is_sure and _told(turn, correction) is not None

    def answer(self, turn: Turn) -> Reply:
        """Do it to the latest one of today; say so where there is none."""
        correction = turn.heard.correction
        assert correction is not None  # accepts() has seen both
        told = _told(turn, correction)
        assert told is not None
        entry = _latest_like(turn, told)
        if entry is None:
            return Reply((turn.say("no_entry_of", words=turn.say("quote", words=correction.name)),))
        if correction.kind is Kind.REMOVE:
            text = entry_text(turn, entry)
            remove_entry(
                person=turn.person,
                author=turn.person,
                door=turn.door,
                model=type(entry),
                entry_id=entry.pk,
                revision=entry.revision,
            )
            return Reply((turn.say("taken_out", name=text), turn.say("next.undo")))
        return Reply((turn.say("body", told=dated_text(turn, _changed(turn, entry, told))), turn.say("next.undo")))


def _told(turn: Turn, correction: Correction) -> Told | None:
    """Read the name with its amount as one thing of the body; None where it is something else."""
    if not correction.name:
        return None
    amount = correction.amount or correction.food
    samples = _SAMPLES if correction.kind is Kind.REMOVE else (amount,)
    readings = (_read(turn, f"{correction.name} {sample}") for sample in samples)
    return next((told for told in readings if told is not None), None)


def _read(turn: Turn, text: str) -> Told | None:
    reading = understand_body(person=turn.person, text=text, at=turn.incoming.at)
    told = [draft for draft in reading.drafts if isinstance(draft, Told) and not draft.problem]
    return told[0] if len(told) == len(reading.drafts) == 1 and not reading.rest.strip() else None


def _latest_like(turn: Turn, told: Told) -> Kept | None:
    """Return the latest entry of today of the same kind: of the same measure, of the same family of activities."""
    day = body_day(person=turn.person, day=turn.person.clock.day_of(turn.incoming.at))
    entries: list[Kept] = []
    if isinstance(told, MeasurementDraft):
        entries = [entry for entry in day.measurements if entry.kind == told.kind]
    elif isinstance(told, ActivityDraft):
        # The first two figures of a Compendium code name the family, the others how fast.
        entries = [entry for entry in day.activities if entry.code[:2] == told.code[:2]]
    else:
        entries = list(day.sleeps)
    return max(entries, key=lambda entry: (entry.at, entry.pk), default=None)


def _changed(turn: Turn, entry: Kept, told: Told) -> Kept:
    return _CORRECTS[type(told)](
        person=turn.person,
        author=turn.person,
        door=turn.door,
        entry_id=entry.pk,
        revision=entry.revision,
        **_values(told),
    )


def _values(told: Told) -> dict[str, Any]:
    """Return what an entry is to hold, by the names that its service has for it."""
    if isinstance(told, MeasurementDraft):
        return {"value": told.value, "diastolic_mmhg": told.diastolic_mmhg}
    if isinstance(told, ActivityDraft):
        return {"minutes": told.minutes, "distance_m": told.distance_m}
    return {
        "minutes": told.minutes,
        "asleep_at": told.asleep_at,
        "woke_at": told.at if told.asleep_at else None,
    }
