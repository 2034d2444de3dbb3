"""Which of the foods that a message names its writer ate: a logistic regression over the words around each food.

The weights in `eaten.npy` are made by `manage.py train_eaten` from messages in which each food is marked.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from meum.language.scripts import is_han
from nutrition.reading.pieces import Amount, Counter, Food, Piece, Sized, Spans, Timed, Water
from nutrition.reading.telling import asks_to_log, is_about_food
from nutrition.reading.untold import AFTER_ALL, CUES

LEAST_ODDS = -0.3
"""Below these log-odds a food counts as only mentioned: a meal that nobody ate is worse than a question back."""
BUCKETS = 1 << 17
"""Places of the table; features are told apart by a checksum, and the few that share a place share a weight."""
TABLE = Path(__file__).parent / "eaten.npy"
_FOOD = "<food>"
_DENIED = "<denied>"
_MARKS = {Food: _FOOD, Water: _FOOD, Amount: "<amount>", Counter: "<amount>", Sized: "<size>", Timed: "<time>"}
_TOKEN = re.compile(r"[a-z']+|[\u3400-\u9fff]|[?!,.;:]|\n|\d+")
_ENDS = frozenset("?!,.;:\n")
_TALK = frozenset({"plan", "habit", "others", "for others", "opinion", "order", "question"})
_WINDOW = 3
_MOST_WORDS = 40
"""Words before and after a food, and of the whole message, that are looked at."""


Groups = tuple[Sequence[str], ...]
"""The names of a food's features: of the whole message, of its clause, right beside it, and in order around it."""
Places = tuple[NDArray[np.int64], ...]
"""Where the features of each group stand in the table."""


def eaten_in(text: str, pieces: Sequence[Piece], denied: Sequence[Piece], untold: Spans) -> frozenset[int]:
    """Return where the foods begin, in a cleaned text with its pieces, that its writer most likely ate.

    `denied` are pieces that are not asked about, such as milk in "without milk". `untold` is what the rules of
    `telling` take for talk; they are heard, and may be overruled, but not where somebody asks to log what they name.
    """
    if asks_to_log(text):
        foods = (piece for piece in pieces if isinstance(piece, Food | Water))
        return frozenset(food.start for food in foods if not untold.touch(food.start, food.end))
    eaten: list[int] = []
    shared: Places = ()
    for food, (of_message, *of_food) in features_of(text, pieces, denied, untold):
        shared = shared or places_of((of_message,))
        if odds_in(learned(), (*shared, *places_of(of_food))) >= LEAST_ODDS:
            eaten.append(food.start)
    return frozenset(eaten)


def odds_in(table: NDArray[np.float32], places: Places) -> float:
    """Return the log-odds by a table of weights: each group counts by its length; unweighed features do not count."""
    odds = float(table[BUCKETS])
    for group in places:
        weights = table[group]
        odds += float(weights.sum()) * scale_of(int(np.count_nonzero(weights)))
    return odds


def scale_of(features: int) -> float:
    """Return what each of so many weighed features of a group counts, so that each group is a vector of one length."""
    return 0.5 / math.sqrt(max(1, features))


def places_of(groups: Iterable[Iterable[str]]) -> Places:
    """Return the places of the features of each group; the place after the last bucket is that of the bias."""
    return tuple(
        np.array(sorted({zlib.crc32(feature.encode()) % BUCKETS for feature in group}), dtype=np.int64)
        for group in groups
    )


@cache
def learned() -> NDArray[np.float32]:
    """Return the weights in `eaten.npy`."""
    table: NDArray[np.float32] = np.load(TABLE).astype(np.float32)
    return table


@dataclass(frozen=True, slots=True)
class _Message:
    """Hold a message as tokens, foods and amounts masked: each token, where it begins, and which are foods."""

    tokens: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    foods: list[tuple[int, Food | Water]] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    """Where the writer says to have eaten after all, behind talk."""

    def clause(self, at: int) -> tuple[int, int]:
        """Return the first token of a token's clause and the one after its last; it ends where talk turns."""
        first, last = at, at + 1
        while first and self.tokens[first - 1] not in _ENDS and not self._is_turn(first):
            first -= 1
        while last < len(self.tokens) and self.tokens[last] not in _ENDS and not self._is_turn(last):
            last += 1
        return first, last

    def _is_turn(self, at: int) -> bool:
        """Tell whether a turn stands at a token or between the one before it and it."""
        return any(self.starts[at - 1] < turn <= self.starts[at] for turn in self.turns)


def features_of(
    text: str, pieces: Sequence[Piece], denied: Sequence[Piece], untold: Spans
) -> Iterator[tuple[Food | Water, Groups]]:
    """Yield each food of a cleaned text with the names of its features; those of the message are the same list."""
    message = _message(text, pieces, denied)
    if not message.foods:
        return
    cues = [_Cue(name, *match.span()) for name, cue in CUES.items() for match in cue.finditer(text)]
    message.turns.extend(_turns(text, cues))
    about = f"about {is_about_food(text, pieces)}"
    shared = [*_of_message(text, message), about, *{f"cue {cue.name}" for cue in cues}]
    for at, food in message.foods:
        is_untold = untold.touch(food.start, food.end)
        ruled = (f"untold {is_untold}", f"untold {is_untold} {about}")
        yield food, (shared, [*ruled, *_of_clause(message, at, cues)], [*_beside(message, at)], [*_around(message, at)])


@dataclass(frozen=True, slots=True)
class _Cue:
    """Hold a cue of talk, or of a meal, `text[start:end]`."""

    name: str
    start: int
    end: int


def _turns(text: str, cues: Sequence[_Cue]) -> Iterator[int]:
    for after in AFTER_ALL.finditer(text):
        if any(cue.name in _TALK and cue.end <= after.start() for cue in cues):
            yield after.start()


def _message(text: str, pieces: Sequence[Piece], denied: Sequence[Piece]) -> _Message:
    message = _Message()
    at = 0
    left_out = {piece.start for piece in denied}
    for piece in sorted([*pieces, *denied], key=lambda piece: piece.start):
        mark = _MARKS.get(type(piece))
        if mark is None or piece.start < at:
            continue
        _take(message, text, at, piece.start)
        if isinstance(piece, Food | Water):
            if piece.start in left_out:
                mark = _DENIED
            else:
                message.foods.append((len(message.tokens), piece))
        message.tokens.append(mark)
        message.starts.append(piece.start)
        at = piece.end
    _take(message, text, at, len(text))
    return message


def _take(message: _Message, text: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(text, start, end):
        message.tokens.append(match.group())
        message.starts.append(match.start())


def _of_message(text: str, message: _Message) -> Iterator[str]:
    framed = ["^", *message.tokens[: 2 * _MOST_WORDS], "$"]
    yield from _grams("all", framed, 2)
    yield f"foods {min(len(message.foods), 4)}"
    yield f"length {min(6, len(message.tokens).bit_length())}"
    yield f"chinese {any(map(is_han, text))}"


def _of_clause(message: _Message, at: int, cues: Sequence[_Cue]) -> Iterator[str]:
    """Yield the words of a food's clause before it and after it, and the cues there."""
    first, last = message.clause(at)
    before = message.tokens[max(first, at - _MOST_WORDS) : at]
    after = message.tokens[at + 1 : min(last, at + _MOST_WORDS)]
    yield from _grams("clause before", ["^", *before], 3)
    yield from _grams("clause after", [*after, message.tokens[last] if last < len(message.tokens) else "$"], 3)
    begin = message.starts[first]
    end = message.starts[last] if last < len(message.tokens) else message.starts[-1] + 1
    near = {(cue.name, cue.start < message.starts[at]) for cue in cues if begin <= cue.start < end}
    yield from {f"near {name}" for name, _ in near} or {"near nothing"}
    yield from (f"before {name}" for name, is_before in near if is_before)


def _beside(message: _Message, at: int) -> Iterator[str]:
    """Yield the words next to a food, across clauses."""
    before = ["^^", "^", *message.tokens[max(0, at - _WINDOW) : at]]
    after = [*message.tokens[at + 1 : at + 1 + _WINDOW], "$", "$$"]
    for many in range(1, _WINDOW + 1):
        yield f"left {' '.join(before[-many:])}"
        yield f"right {' '.join(after[:many])}"


def _around(message: _Message, at: int) -> Iterator[str]:
    """Yield all words before a food and all after it."""
    yield from (f"earlier {token}" for token in ("^", *message.tokens[max(0, at - _MOST_WORDS) : at]))
    yield from (f"later {token}" for token in (*message.tokens[at + 1 : at + 1 + _MOST_WORDS], "$"))


def _grams(name: str, tokens: Sequence[str], longest: int) -> Iterator[str]:
    for many in range(1, longest + 1):
        for at in range(len(tokens) - many + 1):
            yield f"{name} {' '.join(tokens[at : at + many])}"
