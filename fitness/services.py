"""Every write about the body: measures, activities, sleep."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from fitness.compendium import CompendiumActivity, activities
from fitness.domain.energy import ASSUMED_WEIGHT_KG, MOST_MINUTES, activity_energy
from fitness.domain.measures import Kind, is_plausible_measure
from fitness.domain.paces import (
    FAMILY_OF_CODE,
    MOST_DISTANCE_M,
    code_by_speed,
    is_possible_speed,
    usual_minutes,
)
from fitness.domain.sleep import MOST_MINUTES as MOST_SLEEP_MINUTES
from fitness.domain.sleep import sleep_minutes
from fitness.models import Activity, BodyMeasurement, Sleep
from fitness.queries import latest_weight
from fitness.reading import ActivityDraft, MeasurementDraft, SleepDraft
from meum.journal.models import Door, Entry, Evidence, new_id
from meum.journal.services import recording
from meum.kernel.errors import Invalid
from meum.people.models import Person

StorableDraft = MeasurementDraft | ActivityDraft | SleepDraft


def log_measurement(
    *,
    person: Person,
    author: Person,
    door: Door,
    at: datetime,
    kind: str,
    value: float,
    diastolic_mmhg: float | None = None,
    words: str = "",
    evidence: Evidence = Evidence.FORM,
    entry_id: UUID | None = None,
) -> BodyMeasurement:
    """Store one figure in the unit of its kind; return it.

    Raises ConsentMissing without consent to health records, Invalid for an unknown kind or an impossible figure,
    Conflict when `entry_id` holds something else.
    """
    entry = BodyMeasurement(id=entry_id or new_id(), at=at, kind=_known_kind(kind), words=words, evidence=evidence)
    _set_figures(entry, value, diastolic_mmhg)
    with recording(person=person, author=author, door=door) as changes:
        return changes.create(entry)


def correct_measurement(
    *,
    person: Person,
    author: Person,
    door: Door,
    entry_id: UUID,
    revision: int | None = None,
    at: datetime | None = None,
    value: float | None = None,
    diastolic_mmhg: float | None = None,
) -> BodyMeasurement:
    """Change what is given of a measurement; return it.

    Raises as `log_measurement` does, NotFound for an unknown one, Stale when `revision` is not the latest.
    """
    with recording(person=person, author=author, door=door) as changes:
        entry = changes.fetch(BodyMeasurement, entry_id, revision=revision)
        entry.at = at or entry.at
        lower = entry.diastolic_mmhg if diastolic_mmhg is None else diastolic_mmhg
        _set_figures(entry, entry.value if value is None else value, lower)
        return changes.update(entry)


def log_activity(
    *,
    person: Person,
    author: Person,
    door: Door,
    at: datetime,
    code: str,
    minutes: float | None = None,
    distance_m: float | None = None,
    words: str = "",
    evidence: Evidence = Evidence.FORM,
    entry_id: UUID | None = None,
) -> Activity:
    """Store one activity with the energy it cost; return it.

    Where a distance and a time tell the speed, the Compendium's row of that speed is taken in place of `code`; a
    distance alone is given a usual time. The person's latest weight counts, else an assumed one with a wide interval.
    Raises as `log_measurement` does, Invalid for an unknown code, a missing or impossible time or distance.
    """
    entry = Activity(id=entry_id or new_id(), at=at, words=words, evidence=evidence)
    _set_activity(entry, code, minutes, distance_m)
    _set_weight(entry, person)
    _set_energy(entry)
    with recording(person=person, author=author, door=door) as changes:
        return changes.create(entry)


def correct_activity(
    *,
    person: Person,
    author: Person,
    door: Door,
    entry_id: UUID,
    revision: int | None = None,
    at: datetime | None = None,
    code: str | None = None,
    minutes: float | None = None,
    distance_m: float | None = None,
) -> Activity:
    """Change what is given of an activity and count its energy anew with the weight it was logged with; return it.

    Raises as `log_activity` does, NotFound for an unknown one, Stale when `revision` is not the latest.
    """
    with recording(person=person, author=author, door=door) as changes:
        entry = changes.fetch(Activity, entry_id, revision=revision)
        entry.at = at or entry.at
        told = None if entry.is_duration_assumed else entry.minutes
        if (code, minutes, distance_m) != (None, None, None):
            _set_activity(
                entry,
                entry.code if code is None else code,
                told if minutes is None else minutes,
                entry.distance_m if distance_m is None else distance_m,
            )
            _set_energy(entry)
        return changes.update(entry)


def log_sleep(
    *,
    person: Person,
    author: Person,
    door: Door,
    woke_at: datetime,
    asleep_at: datetime | None = None,
    minutes: float | None = None,
    words: str = "",
    evidence: Evidence = Evidence.FORM,
    entry_id: UUID | None = None,
) -> Sleep:
    """Store one sleep on the day of waking; return it. Either `asleep_at` or `minutes` is needed.

    Raises as `log_measurement` does, Invalid for a missing or impossible length.
    """
    entry = Sleep(id=entry_id or new_id(), words=words, evidence=evidence)
    _set_sleep(entry, woke_at, asleep_at, minutes)
    with recording(person=person, author=author, door=door) as changes:
        return changes.create(entry)


def correct_sleep(
    *,
    person: Person,
    author: Person,
    door: Door,
    entry_id: UUID,
    revision: int | None = None,
    woke_at: datetime | None = None,
    asleep_at: datetime | None = None,
    minutes: float | None = None,
) -> Sleep:
    """Change what is given of a sleep; new times give a new length. Return it.

    Raises as `log_sleep` does, NotFound for an unknown one, Stale when `revision` is not the latest.
    """
    with recording(person=person, author=author, door=door) as changes:
        entry = changes.fetch(Sleep, entry_id, revision=revision)
        bed = asleep_at or entry.asleep_at
        is_moved = bed is not None and (woke_at, asleep_at) != (None, None)
        length = minutes if minutes is not None or is_moved else entry.minutes
        _set_sleep(entry, woke_at or entry.at, bed, length)
        return changes.update(entry)


def log_drafts(
    *,
    person: Person,
    author: Person,
    door: Door,
    drafts: Sequence[StorableDraft],
    evidence: Evidence = Evidence.WORDS,
) -> list[Entry]:
    """Store everything that one message told of the body in one recording, which one undo takes back; return it.

    Raises as the single services do, and nothing is stored when one draft cannot be.
    """
    entries = [_entry_of(draft, person, evidence) for draft in drafts]
    with recording(person=person, author=author, door=door) as changes:
        return [changes.create(entry) for entry in entries]


def _entry_of(draft: StorableDraft, person: Person, evidence: Evidence) -> Entry:
    if draft.problem:
        raise Invalid(draft.problem, "this draft cannot be stored")
    if isinstance(draft, MeasurementDraft):
        figure = BodyMeasurement(at=draft.at, kind=draft.kind.value, words=draft.words, evidence=evidence)
        _set_figures(figure, draft.value, draft.diastolic_mmhg)
        return figure
    if isinstance(draft, SleepDraft):
        sleep = Sleep(words=draft.words, evidence=evidence)
        _set_sleep(sleep, draft.at, draft.asleep_at, draft.minutes)
        return sleep
    activity = Activity(at=draft.at, words=draft.words, evidence=evidence)
    _set_activity(activity, draft.code, draft.minutes, draft.distance_m)
    _set_weight(activity, person)
    _set_energy(activity)
    return activity


def _known_kind(kind: str) -> str:
    try:
        return Kind(kind).value
    except ValueError as error:
        raise Invalid("unknown_measure", "no such measure of the body", field="kind") from error


def _set_figures(entry: BodyMeasurement, value: float, diastolic_mmhg: float | None) -> None:
    if not is_plausible_measure(Kind(entry.kind), value, diastolic_mmhg):
        raise Invalid(f"impossible_{entry.kind}", "the figure lies outside what is plausible", field="value")
    entry.value, entry.diastolic_mmhg = value, diastolic_mmhg


def _known_activity(code: str) -> CompendiumActivity:
    if code not in activities():
        raise Invalid("unknown_activity", "no such code in the Compendium", field="code")
    return activities()[code]


def _set_activity(entry: Activity, code: str, minutes: float | None, distance_m: float | None) -> None:
    """Fix what was done, how long and how far; the row of the speed is taken where the speed is known."""
    _known_activity(code)
    if distance_m is not None and not 0 < distance_m <= MOST_DISTANCE_M:
        raise Invalid("impossible_distance", "a distance is more than 0 and at most 1000 km", field="distance_m")
    usual = None if distance_m is None else usual_minutes(code=code, distance_m=distance_m)
    entry.is_duration_assumed = minutes is None
    entry.minutes = _checked_minutes(usual if minutes is None else minutes)
    entry.distance_m = distance_m
    if minutes is not None and distance_m is not None:
        if not is_possible_speed(code=code, minutes=minutes, distance_m=distance_m):
            raise Invalid("impossible_speed", "nobody covers this distance in this time", field="minutes")
        code = code_by_speed(code=code, minutes=minutes, distance_m=distance_m)
    found = _known_activity(code)
    entry.edition, entry.code, entry.met = found.edition, found.code, found.met
    entry.name_zh, entry.name_en = found.name_zh, found.name_en


def _checked_minutes(minutes: float | None) -> float:
    if minutes is None:
        raise Invalid("duration_missing", "tell how long the activity took", field="minutes")
    if not 0 < minutes <= MOST_MINUTES:
        raise Invalid("impossible_duration", "an activity takes more than 0 and at most 24 hours", field="minutes")
    return minutes


def _set_weight(entry: Activity, person: Person) -> None:
    known = latest_weight(person=person)
    entry.is_weight_assumed = known is None
    entry.weight_kg = ASSUMED_WEIGHT_KG.mid if known is None else known.value


def _set_energy(entry: Activity) -> None:
    is_speed_known = entry.distance_m is not None and not entry.is_duration_assumed and entry.code in FAMILY_OF_CODE
    energy = activity_energy(
        met=entry.met,
        weight_kg=None if entry.is_weight_assumed else entry.weight_kg,
        minutes=entry.minutes,
        is_speed_known=is_speed_known,
        is_duration_assumed=entry.is_duration_assumed,
    )
    entry.energy_kcal_low, entry.energy_kcal_mid, entry.energy_kcal_high = energy.low, energy.mid, energy.high


def _set_sleep(entry: Sleep, woke_at: datetime, asleep_at: datetime | None, minutes: float | None) -> None:
    if asleep_at is None and minutes is None:
        raise Invalid("sleep_length_missing", "tell when the sleep began or how long it was", field="asleep_at")
    try:
        elapsed = MOST_SLEEP_MINUTES if asleep_at is None else sleep_minutes(asleep_at=asleep_at, woke_at=woke_at)
    except ValueError as error:
        raise Invalid("impossible_sleep", str(error), field="asleep_at") from error
    length = elapsed if minutes is None else minutes
    if not 0 < length <= elapsed:
        raise Invalid("impossible_sleep", "sleep is at most as long as the time in between", field="minutes")
    entry.at, entry.asleep_at, entry.minutes = woke_at, asleep_at, length
