"""How much a message sounds like telling a meal, by its small words: a logistic regression over words, foods masked.

The weights in `mood.csv` are made by `manage.py train_mood` from messages that tell a meal and such that do not.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from types import MappingProxyType

from nutrition.reading.pieces import Amount, Counter, Food, Piece, Sized, Timed, Water
from nutrition.reading.untold import SOME_EATEN

LEAST_MOOD = -2.0
"""Below these log-odds a message tells no meal; in ten folds less than 1 of 100 meals is lost there."""
BIAS = ""
"""The feature that every message has."""
TABLE = Path(__file__).parent / "mood.csv"
_MARKS = {Food: "<food>", Water: "<food>", Amount: "<amount>", Counter: "<amount>", Sized: "<size>", Timed: "<time>"}
_TOKEN = re.compile(r"<[a-z]+>|[a-z']+|[\u3400-\u9fff]|[?!,.;:，。？]|\d+")


def sounds_like_a_meal(text: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether what a cleaned text tells of foods may be a meal; whoever says to have eaten is believed."""
    if SOME_EATEN.search(text) or not any(isinstance(piece, Food | Water) for piece in pieces):
        return True
    return mood_of(features_of(text, pieces)) > LEAST_MOOD


def features_of(text: str, pieces: Sequence[Piece]) -> frozenset[str]:
    """Return the words and pairs of words of a cleaned text, its foods, amounts, sizes and times as such."""
    tokens = [token for token, _ in groupby(_tokens(text, pieces))]
    framed = ["^", *tokens, "$"]
    return frozenset(framed) | {f"{first} {second}" for first, second in pairwise(framed)}


def _tokens(text: str, pieces: Sequence[Piece]) -> Iterator[str]:
    at = 0
    for piece in pieces:
        mark = _MARKS.get(type(piece))
        if mark is not None and piece.start >= at:
            yield from _TOKEN.findall(text[at : piece.start])
            yield mark
            at = piece.end
    yield from _TOKEN.findall(text[at:])


def mood_of(features: Iterable[str]) -> float:
    """Return the log-odds that a message with these features tells a meal."""
    weights = _weights()
    known = [weights[feature] for feature in features if feature in weights]
    return weights[BIAS] + sum(known) / math.sqrt(max(1, len(known)))


@cache
def _weights() -> MappingProxyType[str, float]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["feature"]: float(row["weight"]) for row in csv.DictReader(lines)})
