"""One plain form for what people type: compatibility forms, scripts and case folded away, the way back kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from opencc import OpenCC

from meum.language.emoji import spelled_out

READ_AT_MOST = 2000
"""Characters of one message that are read; what follows is left out and said so."""

# Cs lone surrogates, Co private use (the readers mask with it), Cn unassigned, Cf invisible marks, Cc controls.
_DROPPED = frozenset({"Cs", "Co", "Cn", "Cf", "Cc"})
_BLANKS = {"\t": " ", "\n": "\n", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n"}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_QUOTES = {"‘": "'", "’": "'", "“": '"', "”": '"', "′": "'", "″": '"', "⁄": "/"}
# The mark after a sign that says only that it is shown in colours.
_COLOURED = {"\ufe0f": ""}
_SAME = _BLANKS | _DASHES | _QUOTES | _COLOURED
_FULL_COMMA = "，"


@dataclass(frozen=True, slots=True)
class CleanText:
    """Hold the plain form of a message and where each of its characters came from.

    `origins` has one more entry than `text`: the last one is the end of what was read of `source`.
    """

    text: str
    source: str
    origins: tuple[int, ...]
    is_cut: bool = False

    def quote(self, start: int, end: int) -> str:
        """Return the person's own words behind `text[start:end]`, without invisible characters."""
        piece = self.source[self.origins[start] : self.origins[end]]
        return "".join(char for char in piece if char.isprintable()).strip()


def clean(text: str, *, limit: int = READ_AT_MOST) -> CleanText:
    """Return `text` in NFKC, simplified Chinese and folded case, without control characters and lone surrogates.

    Pictures of food become their words. A full-width comma after a figure ends the number: 苹果3，500克米饭.
    Reads `limit` characters at most and sets `is_cut` where there were more. Never raises on any str.
    """
    source = text[:limit]
    pieces: list[str] = []
    origins: list[int] = []
    for start, end, words in _with_pictures(source):
        piece = _plain(source[start:end]) if words is None else words
        if piece[:1].isdigit() and "/" in piece and pieces and pieces[-1][-1:].isdigit():
            piece = " " + piece  # "1½" is one and a half, not 11/2
        pieces.append(piece)
        origins.extend([start] * len(piece))
        if _ends_number(source, start):
            pieces.append(" ")
            origins.append(end)
    return CleanText(_simplified("".join(pieces)), source, (*origins, len(source)), is_cut=len(text) > limit)


def _ends_number(source: str, at: int) -> bool:
    before = source[at - 1 : at]
    return source[at] == _FULL_COMMA and before.isascii() and before.isdigit()


def simplified(text: str) -> str:
    """Return `text` cleaned, as a bare string; for names that go into a lexicon."""
    # Most names are English or pinyin, in which only the case can differ.
    if text.isascii() and text.isprintable():
        return text[:READ_AT_MOST].lower()
    return clean(text).text


def is_han(char: str) -> bool:
    """Tell whether a character is a Chinese ideograph."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇"


def _with_pictures(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield (start, end, words) of each cluster; the words are None where the signs themselves are read."""
    if text.isascii():
        yield from ((at, at + 1, None) for at in range(len(text)))
        return
    begin = 0
    for start, end, words in (*spelled_out(text), (len(text), len(text), "")):
        yield from ((begin + a, begin + b, None) for a, b in _clusters(text[begin:start]))
        if start < end:
            yield start, end, words
        begin = end


def _clusters(text: str) -> list[tuple[int, int]]:
    """Cut into base characters with the combining marks that follow them."""
    starts = [at for at, char in enumerate(text) if at == 0 or not unicodedata.combining(char)]
    return list(zip(starts, [*starts, len(text)][1:], strict=True))


@lru_cache(maxsize=8192)
def _plain(cluster: str) -> str:
    if len(cluster) == 1 and cluster in _SAME:
        return _SAME[cluster]
    folded = unicodedata.normalize("NFKC", cluster).casefold()
    return "".join(_SAME.get(char, char) for char in folded if char in _SAME or _is_kept(char))


def _is_kept(char: str) -> bool:
    return unicodedata.category(char) not in _DROPPED


def _simplified(text: str) -> str:
    if text.isascii():
        return text
    converted: str = _converter().convert(text)
    # The way back to the source needs equal lengths; a phrase that changes length is converted sign by sign.
    return converted if len(converted) == len(text) else "".join(map(_simplified_sign, text))


def _simplified_sign(char: str) -> str:
    converted: str = _converter().convert(char)
    return converted if len(converted) == 1 else char


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
