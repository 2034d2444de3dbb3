"""Amounts in the words of a command: whether words are one, and where one ends and a name begins; pure."""

from __future__ import annotations

from dataclasses import dataclass

from meum.language.numerals import starts_word
from meum.language.quantities import Quantity, quantity_at

_DIGITS = "一二三四五六七八九"


@dataclass(frozen=True)
class Amounted:
    """Hold words cut into an amount and the name of what there is so much of; either may come first."""

    amount: str
    name: str


def is_amount(words: str) -> bool:
    """Tell whether the words are one quantity and nothing else: 150克, 两碗, "2 cups"."""
    quantity = quantity_at(words, 0) if words else None
    return quantity is not None and not words[quantity.end :].strip()


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
