"""Amounts in the words of a command: whether words are one, and where one ends and a name begins; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from meum.domain.intervals import Interval
from meum.language.numerals import starts_word
from meum.language.quantities import Quantity, quantity_at

UNFINISHED = "没吃完"
_SIZE = re.compile(r"^[大中小](?=[杯碗盘盒份块个片瓶罐勺根包袋])")
_DIGITS = "一二三四五六七八九"
_MOST, _SOME, _LITTLE = Interval(0.6, 0.75, 0.9), Interval(0.15, 0.35, 0.5), Interval(0.05, 0.15, 0.3)
# Parts that people name without a figure; how much each is, is our own guess, and the interval says so.
_SHARES = MappingProxyType(
    dict.fromkeys(("大半", "一大半", "大部分", "多半", "一多半", "most", "nearly all", "almost all"), _MOST)
    | {UNFINISHED: Interval(0.4, 0.75, 0.95)}
    | dict.fromkeys(("小半", "一小半", "一部分", "some", "part", "a part"), _SOME)
    | dict.fromkeys(("一点", "一点点", "一些", "一点儿", "几口", "两口", "一口"), _LITTLE)
    | dict.fromkeys(("a bit", "a little", "a little bit", "a few bites", "a bite", "a sip", "a few sips"), _LITTLE)
    | {"half of it": Interval.exact(0.5)}
)
# What is told against a guess rather than of a whole.
_AGAINST_GUESS = MappingProxyType(
    dict.fromkeys(("少一点", "a bit less", "less"), Interval(0.55, 0.7, 0.85))
    | dict.fromkeys(("多一点", "a bit more", "more"), Interval(1.15, 1.3, 1.5))
    | dict.fromkeys(("加倍", "两倍", "double"), Interval.exact(2))
)


@dataclass(frozen=True)
class Amounted:
    """Hold words cut into an amount and the name of what there is so much of; either may come first."""

    amount: str
    name: str


def one_of_a_size(words: str) -> str:
    """Return 一小碗 for 小碗 and 小碗的, other words as they are."""
    return _SIZE.sub(r"一\g<0>", words.strip().removesuffix("的"))


def is_amount(words: str) -> bool:
    """Tell whether the words are one quantity and nothing else: 150克, 两碗, 小碗, "2 cups"."""
    words = one_of_a_size(words)
    quantity = quantity_at(words, 0) if words else None
    return quantity is not None and not words[quantity.end :].strip()


def share_told(words: str) -> Interval | None:
    """Return the part of a whole that the words tell: 一半, 三分之一, "most"; None where they tell another amount."""
    text = words.strip()
    if vague := _SHARES.get(text):
        return vague
    quantity = quantity_at(text, 0) if text else None
    # 0.5 is a figure: half a bowl of two.
    is_bare = quantity is not None and quantity.measure is None and not text[quantity.end :].strip() and "." not in text
    return quantity.amount if quantity and is_bare and 0 < quantity.amount.mid < 1 else None


def share_of(words: str) -> Interval | None:
    """Return the part or the multiple of a portion that the words tell: 一半, 少一点, "double"; None otherwise."""
    return _AGAINST_GUESS.get(words.strip()) or share_told(words)


def is_little(words: str) -> bool:
    """Tell whether the words name a little of something: 一口, "a sip"; who says so may mean more of it."""
    return _SHARES.get(words.strip()) is _LITTLE


def amounted(words: str) -> Amounted | None:
    """Return 一碗半米饭, 米饭200克 or "3 eggs" cut in two; None where the words tell no amount or nothing else."""
    first = quantity_at(words, 0)
    if first is not None and _tells(first, words):
        name = words[first.end :].strip()
        return Amounted(words[: first.end].strip().removesuffix(" of").removesuffix("的"), name) if name else None
    for at in range(1, len(words)):
        last = quantity_at(words, at) if starts_word(words, at) else None
        if last is not None and not words[last.end :].strip() and words[:at].strip():
            return Amounted(words[at:].strip(), words[:at].strip())
    return None


def _tells(quantity: Quantity, words: str) -> bool:
    """Tell whether a quantity is no part of a name: 三明治 and "a pear" tell none."""
    if quantity.measure is not None:
        return True
    return not quantity.is_article and words[quantity.end : quantity.end + 1] in (" ", "")


def number_of(digit: str | None) -> int:
    """Return the value of one Arabic or Chinese digit, 0 for None."""
    if not digit:
        return 0
    return _DIGITS.index(digit) + 1 if digit in _DIGITS else int(digit)
