"""Reads about the body that more than one door needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import models
from rapidfuzz import fuzz

from fitness.compendium import CompendiumActivity, activities, activity_lexicon, words_by_code
from fitness.domain.measures import Kind
from fitness.models import Activity, BodyMeasurement, Sleep
from fitness.reading import BodyDraft, BodyReading, MeasurementDraft, read_body
from meum.domain.intervals import Interval
from meum.journal.queries import in_order
from meum.kernel.errors import NotFound
from meum.kernel.prepared import Prepared
from meum.language.scripts import simplified
from meum.people.models import Person

__all__ = [
    "BodyDay",
    "WeightPoint",
    "activities_of_day",
    "activity_lexicon",
    "activity_named",
    "body_day",
    "latest_measurement",
    "latest_weight",
    "measurements_of_day",
    "search_activities",
    "sleep_of_day",
    "understand_body",
    "visible_activities",
    "visible_measurements",
    "visible_sleeps",
    "weight_series",
]
_LIKE_ENOUGH = 75
_LATEST = Prepared(
    lambda person, kind: BodyMeasurement.objects.filter(person_id=person, kind=kind, deleted_at=None).order_by(
        "-at", "-id"
    )[:1]
)


@dataclass(frozen=True, slots=True)
class WeightPoint:
    """One weighing."""

    day: date
    at: datetime
    weight_kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyDay:
    """What a person told of their body on one of their days; energy in kcal."""

    day: date
    measurements: tuple[BodyMeasurement, ...]
    activities: tuple[Activity, ...]
    sleeps: tuple[Sleep, ...]

    @property
    def activity_minutes(self) -> float:
        """Return how long the activities took."""
        return sum(activity.minutes for activity in self.activities)

    @property
    def energy(self) -> Interval:
        """Return what the activities cost, rest included."""
        return sum((activity.energy for activity in self.activities), Interval.exact(0))

    @property
    def net_energy(self) -> Interval:
        """Return what the activities cost beyond rest."""
        return sum((activity.net_energy for activity in self.activities), Interval.exact(0))

    @property
    def sleep_minutes(self) -> float:
        """Return how long the sleep was that ended on the day, naps included."""
        return sum(sleep.minutes for sleep in self.sleeps)

    @property
    def revisions(self) -> list[tuple[UUID, int]]:
        """Return which revision of which entry this was made from; equal lists mean equal days."""
        entries: list[BodyMeasurement | Activity | Sleep] = [*self.measurements, *self.activities, *self.sleeps]
        return [(entry.pk, entry.revision) for entry in entries]


def visible_measurements(*, owner: Person) -> models.QuerySet[BodyMeasurement]:
    """Return a person's measurements."""
    return BodyMeasurement.objects.filter(person=owner, deleted_at=None)


def visible_activities(*, owner: Person, category: str = "") -> models.QuerySet[Activity]:
    """Return a person's activities, those under one heading of the Compendium where it is given."""
    rows = Activity.objects.filter(person=owner, deleted_at=None)
    codes = [code for code, row in activities().items() if row.category == category]
    return rows.filter(code__in=codes) if category else rows


def visible_sleeps(*, owner: Person) -> models.QuerySet[Sleep]:
    """Return a person's sleeps."""
    return Sleep.objects.filter(person=owner, deleted_at=None)


def weight_series(*, person: Person, since: date, until: date) -> list[WeightPoint]:
    """Return the weighings of the days from `since` to `until`, both included, the earliest first."""
    rows = visible_measurements(owner=person).filter(kind=Kind.WEIGHT.value, day__range=(since, until))
    return [WeightPoint(*row) for row in rows.order_by("at", "id").values_list("day", "at", "value")]


def latest_measurement(*, person: Person, kind: Kind) -> BodyMeasurement | None:
    """Return the person's latest figure of a kind, or None."""
    return _LATEST.first(person=person.pk, kind=kind.value)


def latest_weight(*, person: Person) -> BodyMeasurement | None:
    """Return the person's latest weight, or None."""
    return latest_measurement(person=person, kind=Kind.WEIGHT)


def measurements_of_day(*, person: Person, day: date) -> list[BodyMeasurement]:
    """Return the measurements of one of the person's days in their order."""
    return in_order(visible_measurements(owner=person).filter(day=day))


def activities_of_day(*, person: Person, day: date) -> list[Activity]:
    """Return the activities of one of the person's days in their order."""
    return in_order(visible_activities(owner=person).filter(day=day))


def sleep_of_day(*, person: Person, day: date) -> list[Sleep]:
    """Return the sleep that ended on one of the person's days, naps included."""
    return in_order(visible_sleeps(owner=person).filter(day=day))


def body_day(*, person: Person, day: date) -> BodyDay:
    """Return what a person told of their body on one of their days."""
    return BodyDay(
        day=day,
        measurements=tuple(measurements_of_day(person=person, day=day)),
        activities=tuple(activities_of_day(person=person, day=day)),
        sleeps=tuple(sleep_of_day(person=person, day=day)),
    )


def activity_named(code: str) -> CompendiumActivity:
    """Return the row of a Compendium code; raises NotFound for an unknown one."""
    if code not in activities():
        raise NotFound("unknown_activity", "no such code in the Compendium")
    return activities()[code]


def search_activities(*, query: str = "", limit: int = 20) -> list[CompendiumActivity]:
    """Return the activities whose names or words are most like a query; those with everyday words come first."""
    wanted = simplified(query).strip()
    everyday = words_by_code()
    scored = [(_likeness(wanted, row, everyday), row) for row in activities().values()]
    kept = [(score, row) for score, row in scored if score >= _LIKE_ENOUGH]
    ranked = sorted(kept, key=lambda pair: (-pair[0], pair[1].code not in everyday, pair[1].code))
    return [row for _, row in ranked[:limit]]


def _likeness(wanted: str, row: CompendiumActivity, everyday: Mapping[str, tuple[str, ...]]) -> float:
    """Return 0 to 101: 101 for one of the everyday words themselves."""
    if not wanted:
        return 100
    if wanted in everyday.get(row.code, ()):
        return 101
    names = (row.name_zh, row.name_en, *everyday.get(row.code, ()))
    return max(fuzz.partial_ratio(wanted, name.casefold()) for name in names if name)


def understand_body(*, person: Person | None, text: str, at: datetime) -> BodyReading:
    """Return what a message tells about the body, read with the person's zone and latest weight; stores nothing."""
    now = at if person is None else person.clock.local(at)
    reading = read_body(text, now=now, lexicon=activity_lexicon())
    latest = latest_weight(person=person) if person is not None and any(map(_is_weight, reading.drafts)) else None
    if latest is None:
        return reading
    # The latest weight tells in which unit a bare figure is; most messages have none, and are spared that query.
    return read_body(text, now=now, lexicon=activity_lexicon(), latest_weight_kg=latest.value)


def _is_weight(draft: BodyDraft) -> bool:
    return isinstance(draft, MeasurementDraft) and draft.kind is Kind.WEIGHT
