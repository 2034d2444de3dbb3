"""The font of reports: an open one with Han characters, brought by the system."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from meum.kernel.errors import Unavailable

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_MEASURED_AT = 100


def font_path() -> Path:
    """Return the file of the font; raises Unavailable where it is not installed."""
    path = Path(settings.REPORT_FONT)
    if not path.is_file():
        raise Unavailable("no_report_font", f"there is no font at {path}; install one or set REPORT_FONT")
    return path


def has_font() -> bool:
    """Tell whether reports can be drawn here."""
    return Path(settings.REPORT_FONT).is_file()


def font_of(size: float) -> FreeTypeFont:
    """Return the font in pixels."""
    return _font(str(font_path()), size)


@lru_cache(maxsize=32)
def _font(path: str, size: float) -> FreeTypeFont:
    from PIL import ImageFont

    # The basic layout suffices for Han and Latin, and does not depend on libraries that may be missing.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


class FontRuler:
    """Measure text in the font of reports."""

    def width(self, words: str, *, size: float) -> float:
        """Return how wide one line is."""
        return font_of(_MEASURED_AT).getlength(words) * size / _MEASURED_AT
