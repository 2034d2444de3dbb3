"""Sentences about the skin to drafts; pure."""

from skincare.reading.drafts import SkinDraft, SkinReading
from skincare.reading.reader import read_skin

__all__ = ["SkinDraft", "SkinReading", "read_skin"]
