"""What a message about the skin was understood as, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from skincare.domain import ApplicationDraft, SkinRatings


@dataclass(frozen=True, slots=True, kw_only=True)
class SkinDraft:
    """One note: what was rated, counted, said and applied; `problem` is the code of an error, or empty."""

    at: datetime
    words: str
    ratings: SkinRatings
    lesions: int | None = None
    condition: str = ""
    applications: tuple[ApplicationDraft, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SkinReading:
    """Hold the draft of a message, if it told of the skin, and the rest of it in the person's own words."""

    draft: SkinDraft | None
    rest: str
