"""What was put on the skin, or left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_APPLICATIONS = 30
LONGEST_PRODUCT = 200


class Step(StrEnum):
    """What kind of product a step of a routine uses."""

    CLEANSER = "cleanser"
    MAKEUP_REMOVER = "makeup_remover"
    TONER = "toner"
    ESSENCE = "essence"
    SERUM = "serum"
    EYE_CREAM = "eye_cream"
    MOISTURISER = "moisturiser"
    SUNSCREEN = "sunscreen"
    MASK = "mask"
    EXFOLIANT = "exfoliant"
    RETINOID = "retinoid"
    VITAMIN_C = "vitamin_c"
    TREATMENT = "treatment"
    OTHER = "other"


class PartOfDay(StrEnum):
    """Whether a step belongs to the morning's or the evening's routine."""

    MORNING = "morning"
    EVENING = "evening"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDraft:
    """Hold one step as told: its kind, the product's words, the part of the day (or empty), done or skipped."""

    step: str
    product: str = ""
    slot: str = ""
    is_skipped: bool = False
