"""A number with its measure: 一碗半, 三斤半, 两小杯, "8-ounce", "2 x 100 g", "500 ml x 3", "a large bowl of"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from meum.domain.intervals import Interval
from meum.language.measures import Measure, Size, measure_at, size_at
from meum.language.numerals import Numeral, number_at, starts_word

_GAP = re.compile(r"[ \t]*-?[ \t]*")
_TIMES = re.compile(r"[ \t]*[x×*][ \t]*(?=[\d.])")
_HALF_MORE = re.compile(r"半(?![个斤两碗杯勺小天只块份])|\s+(?:and|n|&)\s+(?:a\s+)?half\b")
_ABOUT_MORE = re.compile(r"[多来](?![个碗杯])")
_LINK = re.compile(r"\s+of(?:\s+(?:the|my|some|an?))?(?=\s)|\s*的(?!时|话)")
_WHOLE = re.compile(r"\s*(?:整|whole\b|full\b|满满)")
_REPEATED = ("ml", "l", "g")
_VESSEL = re.compile(r"\s*[杯瓶罐包袋盒个只支听条份块片根]")
_BARE = re.compile(r"[碗杯盘碟份勺瓶罐包袋盒个只块片根条串张口颗粒枚]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold an amount told in `text[start:end]`: `amount` counts `measure`, or pieces where no measure was said."""

    amount: Interval
    measure: Measure | None
    size: Size | None
    start: int
    end: int
    is_article: bool = False

    @property
    def canonical(self) -> Interval:
        """Return the amount in the canonical unit of the measure's dimension (g, ml, m, kcal), or the bare count."""
        return self.amount.scaled(self.measure.factor) if self.measure else self.amount


def quantity_at(text: str, at: int) -> Quantity | None:
    """Return the longest quantity that begins at `at` of a cleaned text, or None.

    A number alone is a quantity without measure. A following "of" or 的 belongs to it.
    """
    numeral = number_at(text, at)
    if numeral is None:
        return None
    return _product_from(text, numeral) or _repeated(text, _measured(text, numeral))


def bare_quantity_at(text: str, at: int) -> Quantity | None:
    """Return the quantity of a counter without a number, as after a verb: 来碗面 is one bowl, 斤半 a jin and a half."""
    sized = size_at(text, at)
    begin = sized[1] if sized else at
    if begin >= len(text) or not _BARE.match(text, begin):
        return None
    return _measured(text, Numeral(Interval.exact(1), at, at))


def quantities_in(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of a cleaned text that begin from `start` on and before `end`, from left to right."""
    found: list[Quantity] = []
    at, stop = start, len(text) if end is None else end
    while at < stop:
        quantity = quantity_at(text, at) if starts_word(text, at) else None
        if quantity:
            found.append(quantity)
        at = quantity.end if quantity else at + 1
    return tuple(found)


def _product_from(text: str, count: Numeral) -> Quantity | None:
    """Read 2 x 100 g as 200 g; a product of bare numbers (5x5) is left alone."""
    times = _TIMES.match(text, count.end)
    factor = number_at(text, times.end()) if times else None
    each = _measured(text, factor) if factor else None
    if each is None or each.measure is None:
        return None
    return Quantity(count.value.times(each.amount), each.measure, each.size, count.start, each.end)


def _repeated(text: str, each: Quantity) -> Quantity:
    """Read 500 ml x 3 as 1500 ml; of other measures (50 kg x 10) a product is left alone."""
    times = _TIMES.match(text, each.end) if each.measure and each.measure.word in _REPEATED else None
    count = number_at(text, times.end()) if times else None
    if count is None:
        return each
    vessel = _VESSEL.match(text, count.end)
    return replace(each, amount=each.amount.times(count.value), end=vessel.end() if vessel else count.end)


def _measured(text: str, numeral: Numeral) -> Quantity:
    size, begin = None, numeral.end
    measured = measure_at(text, _skipped(text, begin))
    if measured is None:
        size, begin = _size_after(text, numeral.end)
        measured = measure_at(text, _skipped(text, begin))
    if measured is None:
        end = begin if size else numeral.end
        return Quantity(numeral.value, None, size, numeral.start, end, numeral.is_article)
    measure, end = measured
    amount, end = _more(text, numeral.value, measure, end)
    link = _LINK.match(text, end)
    return Quantity(amount, measure, size, numeral.start, link.end() if link else end, numeral.is_article)


def _size_after(text: str, at: int) -> tuple[Size | None, int]:
    whole = _WHOLE.match(text, at)
    begin = whole.end() if whole else at
    sized = size_at(text, _skipped(text, begin))
    return sized or (None, begin)


def _skipped(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _more(text: str, amount: Interval, measure: Measure, end: int) -> tuple[Interval, int]:
    """Add what follows the measure: 一碗半, 三斤多, 三斤二两, "two cups and a half"."""
    if half := _HALF_MORE.match(text, end):
        return amount + Interval.exact(0.5), half.end()
    liang = number_at(text, end) if measure.word == "斤" and end < len(text) else None
    if liang and liang.value.mid < 10 and text.startswith("两", liang.end):
        return amount + liang.value.scaled(0.1), liang.end + 1
    if about := _ABOUT_MORE.match(text, end):
        return amount + Interval(0.0, 0.2, 0.5), about.end()
    return amount, end
