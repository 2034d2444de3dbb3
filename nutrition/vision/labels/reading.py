"""A photo of a packet to its nutrition panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutrition.domain.panels import Panel
from nutrition.reading.panels import Word, are_upright, read_panel
from nutrition.vision.labels.spotting import spotted

if TYPE_CHECKING:
    from PIL.Image import Image

# Text is read from so many pixels a side; more cost memory and tell nothing new.
_READ_SIDE = 2000
# With less text than this a photo shows no panel, however it is turned.
_LEAST_WORDS = 6
# On average how sure the reader is of text the right way up; of text upside down it is much less.
_SURE = 0.93


def panel_in(picture: Image) -> Panel:
    """Return the panel on an RGB photo; one without columns where none was found.

    A photo held sideways or upside down is turned by what stands on it. Raises Unavailable without RapidOCR.
    """
    small = picture.copy()
    small.thumbnail((_READ_SIDE, _READ_SIDE))
    return read_panel(_read_upright(small, spotted(small)))


def _read_upright(picture: Image, words: list[Word]) -> list[Word]:
    """Return what stands in a photo once it is turned upright."""
    from PIL.Image import Transpose

    if len(words) < _LEAST_WORDS:
        return words
    if not are_upright(words):
        # What runs up or down was read as if the photo were turned to the left; unsure words mean the other way.
        turn = Transpose.ROTATE_90 if _sureness(words) >= _SURE else Transpose.ROTATE_270
        return spotted(picture.transpose(turn))
    if _sureness(words) >= _SURE:
        return words
    other = spotted(picture.transpose(Transpose.ROTATE_180))
    return max(words, other, key=_sureness)


def _sureness(words: list[Word]) -> float:
    """Return how sure the reader is of a sign on average, 0..1."""
    signs = sum(len(word.text) for word in words)
    return sum(word.score * len(word.text) for word in words) / signs if signs else 0.0
