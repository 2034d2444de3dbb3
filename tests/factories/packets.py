"""Photos of packets, drawn: bars, and panels as printed lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from nutrition.reading.panels import Word

FONT = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
PANEL = (
    ("营养成分表",),
    ("项目", "每100克(g)", "NRV%"),
    ("能量", "1850千焦(kJ)", "22%"),
    ("蛋白质", "6.5克(g)", "11%"),
    ("脂肪", "18.0克(g)", "30%"),
    ("碳水化合物", "62.3克(g)", "21%"),
    ("钠", "455毫克(mg)", "23%"),
)
"""A Chinese panel, line by line."""


def words_of(*lines: Sequence[str] | str, size: float = 20.0, slope: float = 0.0) -> list[Word]:
    """Return the words of printed lines as a reader of photos would: one a cell, columns 200 pixels apart."""
    rows = [(line,) if isinstance(line, str) else line for line in lines]
    return [
        _word(text, left=200.0 * column, top=2 * size * row, size=size, slope=slope)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]


def _word(text: str, *, left: float, top: float, size: float, slope: float) -> Word:
    right = left + 0.8 * size * len(text)
    up, down = top + slope * left, top + slope * right
    return Word(text=text, corners=((left, up), (right, down), (right, down + size), (left, up + size)))


@cache
def make_panel_photo(lines: tuple[tuple[str, ...], ...] = PANEL) -> bytes:
    """Draw lines of a panel as a photo."""
    picture = Image.new("RGB", (530, 38 * len(lines) + 30), "white")
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(FONT, 22)
    for row, cells in enumerate(lines):
        for column, text in enumerate(cells):
            pen.text((20 + 175 * column, 15 + 38 * row), text, "black", font)
    return _as_jpeg(picture)


def make_bar_photo(gtin: str = "6901234567892", *, turned: float = 0) -> bytes:
    """Draw the bars of an EAN-13 or EAN-8 on a packet, turned by degrees."""
    import zxingcpp

    formats = {13: "EAN-13", 12: "UPC-A", 8: "EAN-8"}
    kind = zxingcpp.barcode_format_from_str(formats[len(gtin)])
    bars = Image.fromarray(np.asarray(zxingcpp.create_barcode(gtin, kind).to_image(scale=4)))
    packet = Image.new("RGB", (1000, 700), (240, 240, 235))
    packet.paste(bars, (250, 200))
    return _as_jpeg(packet.rotate(turned, fillcolor=(240, 240, 235)))


def _as_jpeg(picture: Image.Image) -> bytes:
    written = BytesIO()
    picture.save(written, "JPEG", quality=92)
    return written.getvalue()
