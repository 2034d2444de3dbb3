"""What a sentence about the body was understood as, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from fitness.domain.measures import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurementDraft:
    """A figure of the body in the unit of its kind.

    `alternatives` are other readings in the same unit where none was told and another unit is likely (体重130 may be
    130 kg or 65 kg). `problem` is the code of an error, or empty.
    """

    kind: Kind
    value: float
    at: datetime
    words: str
    diastolic_mmhg: float | None = None
    alternatives: tuple[float, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeightDraft:
    """A height in cm, for the profile."""

    height_cm: float
    at: datetime
    words: str
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDraft:
    """An activity by its Compendium code, with what was told of time and distance."""

    code: str
    at: datetime
    words: str
    minutes: float | None = None
    distance_m: float | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SleepDraft:
    """A sleep; `at` is the waking, `asleep_at` is None where only the length was told."""

    at: datetime
    words: str
    asleep_at: datetime | None = None
    minutes: float | None = None
    problem: str = ""


class Unkept(StrEnum):
    """A kind of thing that is understood but has no place here."""

    STEPS = "steps"
    BLOOD_SUGAR = "blood_sugar"
    TEMPERATURE = "temperature"
    HEART_RATE = "heart_rate"
    BLOOD_OXYGEN = "blood_oxygen"
    BLOOD_VALUES = "blood_values"
    BODY_VALUES = "body_values"
    GIRTHS = "girths"
    CYCLE = "cycle"
    MEDICINE = "medicine"
    WEIGHT_CHANGE = "weight_change"
    """How much was lost or gained, without the weight."""
    NO_FIGURE = "no_figure"
    """A measure of the body without its figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnkeptDraft:
    """Something understood but not kept, so that it can be said."""

    kind: Unkept
    at: datetime
    words: str
    problem: str = ""


BodyDraft = MeasurementDraft | HeightDraft | ActivityDraft | SleepDraft | UnkeptDraft


@dataclass(frozen=True, slots=True)
class BodyReading:
    """Hold the drafts of one message, and the rest of it that they did not use, in the person's own words."""

    drafts: tuple[BodyDraft, ...]
    rest: str
