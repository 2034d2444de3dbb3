"""The number of the bar code in a photo, read by zxing-cpp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meum.kernel.errors import Unavailable
from nutrition.domain.gtin import gtin_of

if TYPE_CHECKING:
    from PIL.Image import Image

NEAR_SIDE = 1200
"""Pixels of the longer side that show the bars of a packet held to the camera."""
# First a small copy, which is fast; the bars of a packet far off need the whole photo.
_SIDES = (NEAR_SIDE, 4096)


def gtin_in(picture: Image) -> str:
    """Return the GTIN of a bar code in a photo as 13 digits, empty where there is none.

    Where there are several products the one whose bars are read first. Raises Unavailable without zxing-cpp.
    """
    return next((gtin for side in _SIDES for gtin in _gtins(picture, side)), "")


def _gtins(picture: Image, side: int) -> list[str]:
    try:
        import zxingcpp
    except ImportError as error:
        raise Unavailable("labels_unavailable", "zxing-cpp is not installed") from error
    import numpy as np

    grey = picture.convert("L")
    grey.thumbnail((side, side))
    # A UPC-E comes as the number that it stands for.
    formats = zxingcpp.barcode_formats_from_str("EAN-13|EAN-8|UPC-A|UPC-E")
    found = zxingcpp.read_barcodes(np.asarray(grey), formats=formats)
    return [gtin for code in found if (gtin := _checked(code.text))]


def _checked(text: str) -> str:
    """Return the 13 digits, empty for a wrong check digit or the number of a carton."""
    try:
        return gtin_of(text)
    except ValueError:
        return ""
