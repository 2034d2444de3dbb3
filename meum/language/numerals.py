"""Numbers as people write them, in figures and in words, Chinese and English, exact or vague."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meum.domain.intervals import Interval

LARGEST = 1e9
"""No amount in a diary is larger; longer rows of figures are telephone numbers and the like."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ONE_TO_NINE = "一二两三四五六七八九"

# Words that follow a Chinese number and count things: before them 一两 means "one or two", else one liang.
_COUNTERS = "个只枚颗粒块片根条串张包袋盒瓶罐听桶口把勺碗杯盘碟份瓣朵棵笼屉次天周组分小公"

_ZH_PLAIN = re.compile(
    rf"(?:(?P<yi>[{_ONE_TO_NINE}十百千万零]+)亿)?零?(?:(?P<wan>[{_ONE_TO_NINE}十百千零]+)万)?零?"
    rf"(?:(?P<thousand>[{_ONE_TO_NINE}])千)?零?(?:(?P<hundred>[{_ONE_TO_NINE}])百)?零?"
    rf"(?:(?P<ten>[{_ONE_TO_NINE}])?(?P<teen>十))?(?P<one>[零〇{_ONE_TO_NINE}])?"
)
_ZH_POINT = re.compile(r"点([零〇一二三四五六七八九]+)(?![十点时分])")
_ZH_PAIR = re.compile(
    rf"(?P<base>[{_ONE_TO_NINE}]?十)?(?P<low>[{_ONE_TO_NINE}])(?P<high>[{_ONE_TO_NINE}])(?P<unit>[十百千万]?)"
)
_ZH_FRACTION = re.compile(rf"(?P<under>百|十|[{_ONE_TO_NINE}]?十?[{_ONE_TO_NINE}])分之")
_ZH_FEW = re.compile(r"(?P<tens>[一二三四五六七八九]?十)?几(?P<unit>[十百千]?)")
_ZH_MORE = re.compile(r"[多几余]")

# 61,5 is a decimal comma unless things are counted after it (鸡蛋2,1个苹果) or the list goes on (1,2,3).
_ARABIC = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    rf"|(?<!\d,)\d{{1,3}},\d{{1,2}}(?![\d,.:/]|\s*(?![公小分])[{_COUNTERS}])"
    r"|\d+(?:\.\d+)?|\.\d+"
)
_THOUSANDS = re.compile(r",(?=\d{3})")
_OVER = re.compile(r"\s*/\s*(\d{1,3})(?![\d/])")
_MIXED = re.compile(r"\s+(\d{1,2})/(\d{1,2})(?![\d/])")
# 800千卡 holds 800 kilocalories; 2千克 two kilograms.
_TIMES_TEN = re.compile(r"[十百万亿](?!分之)|千(?!分之|[卡焦克米])")
_AND_HALF = re.compile(r"\s+and\s+(?:a\s+)?half\b|\s+and\s+1/2\b")
_BETWEEN = re.compile(r"\s*(?:-|~|到|至|或者?|\bto\b|\bor\b)\s*")

_EN_UNITS = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
_EN_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_EN_WORD = re.compile(r"[a-z]+")
_EN_JOIN = re.compile(r"(?:\s+and)?[\s-]+(?=[a-z])")
_EN_PARTS = [
    (re.compile(pattern + r"\b"), Interval(*bounds))
    for pattern, bounds in (
        (r"(?:a\s+)?half\s+(?:a\s+)?dozen", (6, 6, 6)),
        (r"(?:a|one)\s+dozen", (12, 12, 12)),
        (r"(?:a\s+)?couple(?:\s+of)?", (2, 2, 3)),
        (r"(?:a\s+)?pair\s+of", (2, 2, 2)),
        (r"(?:just\s+)?a\s+few|few", (2, 3, 5)),
        (r"several", (3, 4, 7)),
        (r"(?:a\s+|one\s+)?half(?:\s+of)?(?:\s+an?|\s+the)?", (0.5, 0.5, 0.5)),
        (r"(?:a\s+third|one[\s-]third)(?:\s+of)?(?:\s+an?|\s+the)?", (1 / 3, 1 / 3, 1 / 3)),
        (r"two[\s-]thirds(?:\s+of)?(?:\s+an?|\s+the)?", (2 / 3, 2 / 3, 2 / 3)),
        (r"(?:(?:a|one)[\s-])?quarter\s+(?:of\s+)?(?:an?|the)", (0.25, 0.25, 0.25)),
        (r"(?:a|one)[\s-]quarter(?:\s+of)?", (0.25, 0.25, 0.25)),
        (r"three[\s-]quarters(?:\s+of)?(?:\s+an?|\s+the)?", (0.75, 0.75, 0.75)),
    )
]
_EN_ARTICLE = re.compile(r"(?:an?|another)\b(?!\s+(?:lot|little|bit|few|couple|dozen|half|quarter|third|pair)\b)")
_ZH_PARTS = [
    ("大一半", Interval(0.55, 0.7, 0.9)),
    ("小一半", Interval(0.2, 0.35, 0.45)),
    ("一大半", Interval(0.55, 0.7, 0.9)),
    ("一小半", Interval(0.2, 0.35, 0.45)),
    ("大半", Interval(0.55, 0.7, 0.9)),
    ("小半", Interval(0.2, 0.35, 0.45)),
    ("一半", Interval.exact(0.5)),
    ("半", Interval.exact(0.5)),
    ("俩", Interval.exact(2)),
    ("仨", Interval.exact(3)),
]


@dataclass(frozen=True, slots=True)
class Numeral:
    """Hold one number found in a text: `text[start:end]`; `is_article` where only "a" or "an" was said."""

    value: Interval
    start: int
    end: int
    is_article: bool = False


def number_at(text: str, at: int) -> Numeral | None:
    """Return the longest number that begins at position `at` of a cleaned text, or None.

    Knows 一百五十, 两, 半, 三分之一, 二三十, 几个, 十来, 1.5万, 1,200, 1/2, 1 1/2, 2-3, "half a", "a couple of",
    "twenty-five", "one and a half", 61,5. A range has its bounds as low and high. Signs are not read.
    """
    first = _single_at(text, at)
    if first is None or first.is_article:
        return first
    return _range_from(text, first) or first


def numbers_in(text: str, start: int = 0, end: int | None = None) -> tuple[Numeral, ...]:
    """Return the numbers of a cleaned text that begin from `start` on and before `end`, from left to right."""
    found: list[Numeral] = []
    at, stop = start, len(text) if end is None else end
    while at < stop:
        numeral = number_at(text, at) if starts_word(text, at) else None
        if numeral:
            found.append(numeral)
        at = numeral.end if numeral else at + 1
    return tuple(found)


def starts_word(text: str, at: int) -> bool:
    """Tell whether a number or word may begin at `at`: not inside a Latin word or a row of figures."""
    if at == 0 or not text[at].isascii():
        return True
    before, here = text[at - 1], text[at]
    if here.isdigit():
        return not (before.isdigit() or (before == "." and at > 1 and text[at - 2].isdigit()))
    return not (before.isascii() and before.isalpha())


def _single_at(text: str, at: int) -> Numeral | None:
    char = text[at : at + 1]
    if char.isascii() and (char.isdigit() or char == "."):
        return _arabic_at(text, at)
    if char.isascii():
        return _english_at(text, at) if char.isalpha() else None
    return _chinese_at(text, at)


def _numeral(value: float, start: int, end: int) -> Numeral | None:
    return Numeral(Interval.exact(value), start, end) if 0 <= value <= LARGEST else None


def _arabic_at(text: str, at: int) -> Numeral | None:
    match = _ARABIC.match(text, at)
    if match is None or len(match.group()) > 14:
        return None
    value, end = float(_THOUSANDS.sub("", match.group()).replace(",", ".")), match.end()
    if part := _OVER.match(text, end):
        under = int(part.group(1))
        return _numeral(value / under, at, part.end()) if under else _numeral(value, at, end)
    if (part := _MIXED.match(text, end)) and int(part.group(2)):
        return _numeral(value + int(part.group(1)) / int(part.group(2)), at, part.end())
    if part := _AND_HALF.match(text, end):
        return _numeral(value + 0.5, at, part.end())
    while part := _TIMES_TEN.match(text, end):
        value, end = value * _TENS[part.group()], part.end()
    return _vague(text, value, at, end)


def _vague(text: str, value: float, start: int, end: int) -> Numeral | None:
    """Widen a round number that 多, 几 or 来 follows: 二十多 is 20 to 29, 十来个 about 10."""
    step = next((size for size in (1000, 100, 10) if value >= size and value % size == 0), 0)
    if step and _ZH_MORE.match(text, end):
        return Numeral(Interval(value, value + 0.3 * step, value + 0.9 * step), start, end + 1)
    if step and text[end : end + 1] == "来":
        return Numeral(Interval(value * 0.9, value, value + 0.3 * step), start, end + 1)
    return _numeral(value, start, end)


def _chinese_at(text: str, at: int) -> Numeral | None:
    for word, value in _ZH_PARTS:
        if text.startswith(word, at):
            return Numeral(value, at, at + len(word))
    return _fraction_at(text, at) or _few_at(text, at) or _pair_at(text, at) or _plain_at(text, at)


def _fraction_at(text: str, at: int) -> Numeral | None:
    match = _ZH_FRACTION.match(text, at)
    # One fraction alone: 三分之三分之三 has no end.
    above = _above_at(text, match.end()) if match and match.end() < len(text) else None
    if match is None or above is None:
        return None
    under = 100.0 if match["under"] == "百" else _value_of(match["under"])
    return _numeral(above.value.mid / under, at, above.end) if under else None


def _above_at(text: str, at: int) -> Numeral | None:
    return (
        _arabic_at(text, at) if text[at].isascii() else _few_at(text, at) or _pair_at(text, at) or _plain_at(text, at)
    )


def _few_at(text: str, at: int) -> Numeral | None:
    match = _ZH_FEW.match(text, at)
    if match is None:
        return None
    if match["tens"]:
        base = _value_of(match["tens"])
        return Numeral(Interval(base + 1, base + 4, base + 9), at, match.end("tens") + 1)
    step = _TENS.get(match["unit"], 1)
    return Numeral(Interval(2.0 * step, 3.0 * step, (5.0 if step == 1 else 9.0) * step), at, match.end())


def _pair_at(text: str, at: int) -> Numeral | None:
    """Read two neighbouring figures as a range: 两三个, 二三十, 十二三个, 三五个; 一两 only before a counter."""
    match = _ZH_PAIR.match(text, at)
    if match is None:
        return None
    low, high = sorted((_DIGITS[match["low"]], _DIGITS[match["high"]]))
    is_liang = match["high"] == "两" and text[match.end() : match.end() + 1] not in tuple(_COUNTERS + "十百千万")
    if (high - low != 1 and (low, high) != (3, 5)) or (is_liang and not match["unit"]):
        return None
    step, base = _TENS.get(match["unit"], 1), _value_of(match["base"] or "零")
    bounds = (base + low * step, base + high * step)
    return Numeral(Interval(bounds[0], sum(bounds) / 2, bounds[1]), at, match.end())


def _plain_at(text: str, at: int) -> Numeral | None:
    match = _ZH_PLAIN.match(text, at)
    if match is None or not match.group().strip("零〇"):
        return _numeral(0, at, at + 1) if text[at : at + 1] in ("零", "〇") else None
    end = match.end()
    value = _value_of_match(match)
    if point := _ZH_POINT.match(text, end):
        decimals = "".join(str(_DIGITS[char]) for char in point.group(1))
        return _numeral(value + float("0." + decimals), at, point.end())
    return _vague(text, value, at, end)


def _value_of(run: str) -> float:
    """Return the value of a run of Chinese figures; 0 for what is no number."""
    match = _ZH_PLAIN.match(run)
    return _value_of_match(match) if match else 0.0


def _value_of_match(match: re.Match[str]) -> float:
    parts = match.groupdict()
    value = sum(_value_of(parts[name]) * _TENS[sign] for name, sign in (("yi", "亿"), ("wan", "万")) if parts[name])
    value += sum(_DIGITS[parts[name]] * size for name, size in (("thousand", 1000), ("hundred", 100)) if parts[name])
    if parts["teen"]:
        value += 10 * (_DIGITS[parts["ten"]] if parts["ten"] else 1)
    if parts["one"]:
        value += _DIGITS[parts["one"]] * _step_before_tail(match)
    return value


def _step_before_tail(match: re.Match[str]) -> int:
    """Return 10 for the last figure of 一百五 (150), 100 for 三千五, 1000 for 一万二 and so on, else 1."""
    before = match.string[match.start("one") - 1] if match.start("one") > match.start() else ""
    return {"百": 10, "千": 100, "万": 1000, "亿": 10_000_000}.get(before, 1)


def _english_at(text: str, at: int) -> Numeral | None:
    for pattern, value in _EN_PARTS:
        if part := pattern.match(text, at):
            return Numeral(value, at, part.end())
    counted = _counted_at(text, at)
    if counted is not None:
        return counted
    article = _EN_ARTICLE.match(text, at)
    return Numeral(Interval.exact(1), at, article.end(), is_article=True) if article else None


def _counted_at(text: str, at: int) -> Numeral | None:
    """Read number words that follow each other: twenty-five, one hundred and fifty, two and a half."""
    total, end, here = 0, -1, at
    while (word := _EN_WORD.match(text, here)) and (step := _grown(total, word.group(), is_first=end < 0)):
        total, end = step[0], word.end()
        join = _EN_JOIN.match(text, end)
        if join is None or total > LARGEST:
            break
        here = join.end()
    if end < 0:
        return None
    half = _AND_HALF.match(text, end)
    return _numeral(total + 0.5, at, half.end()) if half else _numeral(total, at, end)


def _grown(total: int, word: str, *, is_first: bool) -> tuple[int] | None:
    """Return the total after one more number word, or None when the word does not continue the number."""
    if word in _EN_UNITS and (is_first or (total % 10 == 0 and total % 100 >= 20 and _EN_UNITS[word] < 10)):
        return (total + _EN_UNITS[word],)
    if word in _EN_UNITS and total and total % 100 == 0:
        return (total + _EN_UNITS[word],)
    if word in _EN_TENS and (is_first or (total and total % 100 == 0)):
        return (total + _EN_TENS[word],)
    factor = {"hundred": 100, "thousand": 1000, "dozen": 12}.get(word)
    return (total * factor,) if factor and not is_first else None


def _range_from(text: str, first: Numeral) -> Numeral | None:
    between = _BETWEEN.match(text, first.end)
    second = _single_at(text, between.end()) if between and between.end() < len(text) else None
    if second is None or second.is_article or second.value.mid <= first.value.mid:
        return None
    if not first.value.is_exact or not second.value.is_exact:
        return None
    low, high = first.value.mid, second.value.mid
    return Numeral(Interval(low, (low + high) / 2, high), first.start, second.end)
