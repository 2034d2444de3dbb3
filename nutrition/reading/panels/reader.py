"""Words of a photo to the panel that they make up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutrition.domain.panels import Panel, Per
from nutrition.reading.panels.figures import Figure, plain
from nutrition.reading.panels.mending import mended
from nutrition.reading.panels.names import IGNORED
from nutrition.reading.panels.placing import Head, Line, placed
from nutrition.reading.panels.rows import Word, rows_of
from nutrition.reading.panels.tokens import TokenRow, per_of, token_row

# What only panels by the American rules say.
_AMERICAN = re.compile(r"nutrition\s*facts|daily\s*value|total\s*carb|%\s*dv")


def read_panel(words: Sequence[Word]) -> Panel:
    """Return the panel that words of a photo make up; a panel without columns where there is none."""
    rows = [token_row(row) for row in rows_of(words)]
    lines = _lines(rows)
    heads = _heads(rows, lines)
    serving = _serving(rows)
    if heads == [Head(None, 0.0)] and serving:
        heads = [Head(Per.SERVING, 0.0)]
    columns = mended(placed(lines, heads))
    told = tuple(column for column in columns if column.amounts)
    counts_fibre = any(_AMERICAN.search(plain(word.text)) for word in words)
    return Panel(columns=told, serving=serving, counts_fibre=counts_fibre)


def _serving(rows: Sequence[TokenRow]) -> float | None:
    abouts = (token.about for row in rows for token in row.tokens if token.about)
    return next((about.size for about in abouts if about.size and about.per is Per.SERVING), None)


def _lines(rows: Sequence[TokenRow]) -> list[Line]:
    """Return each name with the figures behind it; a line that ran over goes on in the next row."""
    lines: dict[str, Line] = {}
    latest: Line | None = None
    for number, row in enumerate(rows):
        if row.begins_unknown:
            latest = None
        for token in row.tokens:
            if token.name is not None:
                latest = _begun(lines, token.name, number)
            elif token.figure and latest is not None:
                _add(latest, token.figure, token.x, number)
    return [line for line in lines.values() if line.name != IGNORED]


def _begun(lines: dict[str, Line], name: str, row: int) -> Line:
    """Return the line of a name; what is told a second time is not listened to, but a second spelling is."""
    known = lines.get(name)
    if known is not None and not known.amounts:
        known.row = row
        return known
    if known is not None or name == IGNORED:
        return Line(IGNORED, row)
    lines[name] = Line(name, row)
    return lines[name]


def _add(line: Line, figure: Figure, x: float, row: int) -> None:
    if not figure.digits:
        line.unit = line.unit or figure.unit
        return
    goes_on = row == line.row + 1 and (not line.amounts or figure.unit in ("%", "kcal", "kJ"))
    if row == line.row or goes_on:
        line.figures.append((figure, x))


def _heads(rows: Sequence[TokenRow], lines: Sequence[Line]) -> list[Head]:
    """Return the columns from left to right; a panel that does not say has one of unknown measure."""
    first = min((line.row for line in lines if line.amounts), default=len(rows))
    announced = [head for row in rows[: first + 1] for head in per_of(row)]
    if not announced:
        announced = [head for row in rows for head in per_of(row)][:1]
    heads: list[Head] = []
    for per, x in sorted(announced, key=lambda head: head[1]):
        if all(per is not head.per for head in heads):
            heads.append(Head(per, x))
    return heads or [Head(None, 0.0)]
