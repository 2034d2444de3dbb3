"""A panel on paper: fonts, ink, ruled lines."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bench.labels.printed import Line, Printed

_ROOT = Path("/usr/share/fonts")
PACKAGES = (
    "fonts-wqy-microhei",
    "fonts-wqy-zenhei",
    "fonts-arphic-ukai",
    "fonts-arphic-uming",
    "fonts-noto-cjk",
    "fonts-dejavu-core",
    "fonts-liberation2",
    "fonts-freefont-ttf",
    "fonts-lato",
    "fonts-open-sans",
)
# Regular and bold; of collections Debian's first face is the Chinese one of the mainland, for Noto the third.
_CHINESE = (
    ("truetype/wqy/wqy-microhei.ttc", "truetype/wqy/wqy-microhei.ttc", 0),
    ("truetype/wqy/wqy-zenhei.ttc", "truetype/wqy/wqy-zenhei.ttc", 0),
    ("truetype/arphic/ukai.ttc", "truetype/arphic/ukai.ttc", 0),
    ("truetype/arphic/uming.ttc", "truetype/arphic/uming.ttc", 0),
    ("opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc", 2),
    ("opentype/noto/NotoSerifCJK-Regular.ttc", "opentype/noto/NotoSerifCJK-Bold.ttc", 2),
)
_LATIN = (
    ("truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", 0),
    ("truetype/dejavu/DejaVuSerif.ttf", "truetype/dejavu/DejaVuSerif-Bold.ttf", 0),
    ("truetype/liberation2/LiberationSans-Regular.ttf", "truetype/liberation2/LiberationSans-Bold.ttf", 0),
    ("truetype/dejavu/DejaVuSansCondensed.ttf", "truetype/dejavu/DejaVuSansCondensed-Bold.ttf", 0),
    ("truetype/freefont/FreeSans.ttf", "truetype/freefont/FreeSansBold.ttf", 0),
    ("truetype/freefont/FreeSerif.ttf", "truetype/freefont/FreeSerifBold.ttf", 0),
    ("truetype/lato/Lato-Regular.ttf", "truetype/lato/Lato-Bold.ttf", 0),
    ("truetype/open-sans/OpenSans-Regular.ttf", "truetype/open-sans/OpenSans-Bold.ttf", 0),
)


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a panel is printed; sizes in pixels."""

    regular: str
    bold: str
    face: int
    size: int
    ink: tuple[int, int, int]
    paper: tuple[int, int, int]
    has_grid: bool
    spacing: float
    column_gap: int

    def font(self, line: Line) -> ImageFont.FreeTypeFont:
        """Return the font of a line."""
        return _font(self.bold if line.is_bold else self.regular, max(8, round(self.size * line.scale)), self.face)


@cache
def _font(path: str, size: int, face: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_ROOT / path), size, index=face)


def missing_fonts() -> list[str]:
    """Return the font files that are not installed."""
    named = {path for regular, bold, _ in (*_CHINESE, *_LATIN) for path in (regular, bold)}
    return sorted(path for path in named if not (_ROOT / path).exists())


def draw_look(chance: random.Random, printed: Printed) -> Look:
    """Return a look by chance; Latin panels are at times set in a font made for Chinese."""
    choices = _LATIN if printed.has_latin_only and chance.random() < 0.85 else _CHINESE
    regular, bold, face = chance.choice(choices)
    tone = chance.randint(0, 70)
    light = chance.randint(200, 255)
    ink, paper = (tone, tone, chance.randint(0, 90)), (light, light, max(0, light - chance.randint(0, 40)))
    if chance.random() < 0.12:
        ink, paper = paper, ink
    size = chance.randint(20, 40)
    return Look(
        regular=regular,
        bold=bold,
        face=face,
        size=size,
        ink=ink,
        paper=paper,
        has_grid=chance.random() < 0.5,
        spacing=chance.uniform(1.35, 1.9),
        column_gap=round(size * chance.uniform(0.8, 2.5)),
    )


def draw_panel(printed: Printed, look: Look) -> Image.Image:
    """Return the panel as a picture, with a margin around it."""
    return _running(printed, look) if printed.is_running else _table(printed.lines, look)


def _width(text: str, font: ImageFont.FreeTypeFont) -> int:
    return round(font.getlength(text))


def _table(lines: Sequence[Line], look: Look) -> Image.Image:
    margin, step = look.size, look.size * look.spacing
    count = max(len(line.cells) for line in lines)
    widths = [0] * count
    for line in lines:
        for place, cell in enumerate(() if line.spans else line.cells):
            # With fewer cells than columns the last cell stands at the right.
            at = place if place < len(line.cells) - 1 else count - 1
            widths[at] = max(widths[at], _width(cell, look.font(line)) + (line.indent * look.size if not place else 0))
    inner = max(sum(widths) + look.column_gap * (count - 1), *(_width(li.cells[0], look.font(li)) for li in lines))
    heights = [round(step * max(line.scale, 0.75)) for line in lines]
    picture = Image.new("RGB", (inner + 2 * margin, sum(heights) + 2 * margin), look.paper)
    pen, top = ImageDraw.Draw(picture), margin
    for line, height in zip(lines, heights, strict=True):
        _draw_line(pen, line, look, (margin, top), widths, inner)
        top += height
        if look.has_grid:
            pen.line((margin // 2, top - height // 8, picture.width - margin // 2, top - height // 8), look.ink, 2)
    if look.has_grid:
        pen.rectangle(
            (margin // 2, margin // 2, picture.width - margin // 2, picture.height - margin // 2),
            outline=look.ink,
            width=3,
        )
    return picture


def _draw_line(
    pen: ImageDraw.ImageDraw, line: Line, look: Look, at: tuple[int, int], widths: Sequence[int], inner: int
) -> None:
    font, (left, top) = look.font(line), at
    x = left + line.indent * look.size
    pen.text((x, top), line.cells[0], look.ink, font)
    starts = [left + sum(widths[:place]) + look.column_gap * place for place in range(len(widths))]
    for place, cell in enumerate(line.cells[1:], start=1):
        is_last = place == len(line.cells) - 1
        x = left + inner - _width(cell, font) if is_last else starts[place]
        pen.text((x, top), cell, look.ink, font)


def _running(printed: Printed, look: Look) -> Image.Image:
    """Return the parts set one behind the other, wrapped where a line is full."""
    font, margin = look.font(printed.lines[0]), look.size
    width = look.size * 24
    rows, row = [], ""
    for line in printed.lines:
        joined = f"{row} {line.cells[0]}".strip()
        if row and _width(joined, font) > width:
            rows.append(row)
            joined = line.cells[0]
        row = joined
    rows.append(row)
    step = round(look.size * look.spacing)
    picture = Image.new("RGB", (width + 2 * margin, step * len(rows) + 2 * margin), look.paper)
    pen = ImageDraw.Draw(picture)
    for number, text in enumerate(rows):
        pen.text((margin, margin + number * step), text, look.ink, font)
    return picture
