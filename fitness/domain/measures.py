"""The measures of a body: unit, LOINC code and plausible range of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from meum.domain.languages import Lang

HEIGHT_CM = (50.0, 260.0)
"""Plausible heights; a height belongs to the profile and is no measurement of a day."""


class Kind(StrEnum):
    """A measure of the body that is logged by day."""

    WEIGHT = "weight"
    WAIST = "waist"
    HIP = "hip"
    NECK = "neck"
    BODY_FAT = "body_fat"
    RESTING_HEART_RATE = "resting_heart_rate"
    BLOOD_PRESSURE = "blood_pressure"


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """Hold what is fixed about a measure: UCUM-like unit, LOINC code, plausible bounds, digits shown, names."""

    unit: str
    loinc: str
    low: float
    high: float
    digits: int
    name_zh: str
    name_en: str

    def name(self, lang: Lang) -> str:
        """Return the name in a language."""
        return self.name_zh if lang is Lang.ZH else self.name_en

    def is_plausible(self, value: float) -> bool:
        """Tell whether a figure lies within the bounds; NaN does not."""
        return self.low <= value <= self.high


# Bounds are ours: wide enough for every adult body on record that walks into a diary, narrow enough to catch a
# slipped digit or unit. Codes: LOINC; blood pressure is the panel, its two figures are 8480-6 and 8462-4.
KINDS: Mapping[Kind, MeasureFacts] = MappingProxyType(
    {
        Kind.WEIGHT: MeasureFacts("kg", "29463-7", 20, 400, 1, "体重", "weight"),
        Kind.WAIST: MeasureFacts("cm", "8280-0", 40, 200, 1, "腰围", "waist"),
        Kind.HIP: MeasureFacts("cm", "62409-8", 50, 220, 1, "臀围", "hip"),
        Kind.NECK: MeasureFacts("cm", "56074-8", 20, 80, 1, "颈围", "neck"),
        Kind.BODY_FAT: MeasureFacts("%", "41982-0", 2, 75, 1, "体脂率", "body fat"),
        Kind.RESTING_HEART_RATE: MeasureFacts("1/min", "40443-4", 25, 180, 0, "静息心率", "resting heart rate"),
        Kind.BLOOD_PRESSURE: MeasureFacts("mmHg", "85354-9", 50, 280, 0, "血压", "blood pressure"),
    }
)
DIASTOLIC_MMHG = (20.0, 200.0)
"""Plausible lower figures of a blood pressure."""


def is_plausible_pressure(systolic: float, diastolic: float) -> bool:
    """Tell whether two figures in mmHg may be one blood pressure."""
    facts = KINDS[Kind.BLOOD_PRESSURE]
    return facts.is_plausible(systolic) and DIASTOLIC_MMHG[0] <= diastolic <= DIASTOLIC_MMHG[1] and diastolic < systolic


def is_plausible_measure(kind: Kind, value: float, diastolic_mmhg: float | None) -> bool:
    """Tell whether a figure in the kind's unit, with its second one for a blood pressure, may be true."""
    if kind is Kind.BLOOD_PRESSURE:
        return diastolic_mmhg is not None and is_plausible_pressure(value, diastolic_mmhg)
    return diastolic_mmhg is None and KINDS[kind].is_plausible(value)
