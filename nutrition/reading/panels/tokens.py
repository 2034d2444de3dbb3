"""A row of a panel as a sequence of names, figures and sayings of how much food is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutrition.domain.panels import Per
from nutrition.reading.panels.figures import About, Figure, abouts_in, bare_hundred, figures_in, plain
from nutrition.reading.panels.names import Named, names_in, nearly_named
from nutrition.reading.panels.rows import Cell, Row

# The amount stands before the name in this line alone.
_INCLUDES = re.compile(r"incl(?:udes?|\.)?\s*(?P<amount>[\d.]+\s*[gq9]?)\s*(?P<name>added\s*sugars?)")
# An energy of a day in the small print.
_OF_A_DAY = re.compile(r"\d,?\d{3}\s*(?:calories|kcal|k?cal)?\s*(?:a|per)\s*day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One thing said in a row: a name, a figure, or how much food is meant; `x` is its middle in pixels."""

    x: float
    name: str | None = None
    figure: Figure | None = None
    about: About | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRow:
    """What a row says, and whether it begins with words that nobody knows."""

    tokens: tuple[Token, ...]
    begins_unknown: bool


def token_row(row: Row) -> TokenRow:
    """Return what a row says."""
    texts = [_rewritten(plain(cell.text)) for cell in row]
    joined = _joined_sizes(" ".join(texts))
    tokens = [token for cell, text in zip(row, texts, strict=True) for token in _tokens(cell, text)]
    if joined is not None and not any(token.about and token.about.size for token in tokens):
        # The words and the grams of a serving's size often stand apart in their row.
        tokens.insert(0, Token(x=row[0].center, about=joined))
    return TokenRow(tokens=tuple(tokens), begins_unknown=_begins_unknown(texts, tokens))


def _joined_sizes(text: str) -> About | None:
    return next((about for about in abouts_in(text) if about.size and not about.is_column), None)


def _rewritten(text: str) -> str:
    return _OF_A_DAY.sub("", _INCLUDES.sub(r"\g<name> \g<amount>", text))


def _begins_unknown(texts: list[str], tokens: list[Token]) -> bool:
    """Tell whether words stand before the first figure that are no name."""
    has_letters = re.match(r"[^\d]*?[a-z一-鿿]{2}", texts[0]) is not None if texts else False
    begins = tokens[0] if tokens else None
    return has_letters and (begins is None or (begins.name is None and not re.match(r"\W*(?:nrv|dv)", texts[0])))


def _tokens(cell: Cell, text: str) -> Iterator[Token]:
    """Yield what a cell says from left to right; what tells how much food is meant holds no other figure."""
    abouts = abouts_in(text)
    if not abouts and (per := bare_hundred(text)):
        abouts = [About(per, None, 0, len(text), is_column=True)]
    names = [named for named in names_in(text) if not _is_within(named, abouts)]
    figures = [figure for figure in figures_in(text) if not _is_within(figure, abouts)]
    if (not names or _has_words_before(text, names[0])) and (name := nearly_named(_words_before(text, figures))):
        names = [Named(name, 0, 1)]
    # A digit that belongs to a name, as in vitamin b12, is no amount.
    figures = [figure for figure in figures if not _is_within(figure, names)]
    parts: list[About | Named | Figure] = [*abouts, *names, *figures]
    for part in sorted(parts, key=lambda part: part.start):
        x = cell.left + (cell.right - cell.left) * (part.start + part.end) / 2 / max(len(text), 1)
        yield Token(
            x=x,
            name=part.name if isinstance(part, Named) else None,
            figure=part if isinstance(part, Figure) else None,
            about=part if isinstance(part, About) else None,
        )


def _has_words_before(text: str, named: Named) -> bool:
    """Tell whether other words stand before a name, which may belong to it and be misread."""
    return re.search(r"[a-z]{3}", text[: named.start]) is not None


def _words_before(text: str, figures: list[Figure]) -> str:
    return text[: figures[0].start] if figures and figures[0].digits else text


def _is_within(part: Named | Figure, others: list[About] | list[Named]) -> bool:
    return any(part.start < other.end and other.start < part.end for other in others)


def per_of(row: TokenRow) -> list[tuple[Per, float]]:
    """Return the columns that a row announces, each with its middle in pixels."""
    return [(token.about.per, token.x) for token in row.tokens if token.about and token.about.is_column]
