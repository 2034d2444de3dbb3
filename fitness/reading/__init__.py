"""Sentences about the body to drafts; pure, the words for activities are passed in."""

from fitness.reading.drafts import (
    ActivityDraft,
    BodyDraft,
    BodyReading,
    HeightDraft,
    MeasurementDraft,
    SleepDraft,
    Unkept,
    UnkeptDraft,
)
from fitness.reading.lexicon import ActivityLexicon
from fitness.reading.reader import read_body

__all__ = [
    "ActivityDraft",
    "ActivityLexicon",
    "BodyDraft",
    "BodyReading",
    "HeightDraft",
    "MeasurementDraft",
    "SleepDraft",
    "Unkept",
    "UnkeptDraft",
    "read_body",
]
