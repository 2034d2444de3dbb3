"""How much of a food was eaten where somebody says what part it was, or what was left: 吃了一半, 剩了几口."""

from __future__ import annotations

from collections.abc import Sequence

from meum.domain.intervals import Interval
from meum.language.quantities import Quantity
from nutrition.reading.pieces import Piece, Word
from nutrition.reading.words import Role

# Shares eaten of what was left a bit of, some of, a lot, or a serving or a few pieces; own guess.
EATEN_OF_LEFT = {
    Role.LITTLE: Interval(0.75, 0.85, 0.95),
    Role.SOME: Interval(0.6, 0.8, 0.95),
    Role.MUCH: Interval(0.15, 0.35, 0.6),
}
_HALF_LEFT = Interval(0.4, 0.6, 0.85)
_BITES = frozenset({"口", "个", "只", "片", "块", "勺", "根", "颗"})


def is_part(quantity: Quantity) -> bool:
    """Tell whether an amount is a part of something told: 一半, "a third"."""
    return quantity.measure is None and 0 < quantity.amount.mid < 1


def says_left(piece: Piece) -> bool:
    """Tell whether a word says that what follows was not eaten."""
    return isinstance(piece, Word) and piece.role is Role.LEFT


def part_eaten(segment: Sequence[Piece], quantity: Quantity) -> Interval | None:
    """Return the part of a food that was eaten: 吃了一半, 剩了三分之一; None where the amount is no part."""
    if not is_part(quantity):
        return None
    return _rest(quantity.amount) if any(map(says_left, segment)) else quantity.amount


def eaten_beside(left: Quantity, whole: Sequence[Quantity] = ()) -> Interval:
    """Return the share of a food that was eaten where so much was left of it, and so much there was."""
    if is_part(left):
        return _rest(left.amount)
    told = next((each for each in whole if each.measure == left.measure and each.amount.mid > left.amount.mid), None)
    if told is not None and left.amount.mid >= 1:
        return Interval.exact(1 - left.amount.mid / told.amount.mid)
    is_bite = left.measure is not None and left.measure.word in _BITES
    return EATEN_OF_LEFT[Role.LITTLE] if is_bite or left.measure is None else _HALF_LEFT


def _rest(share: Interval) -> Interval:
    return Interval(max(0.0, 1 - share.high), max(0.0, 1 - share.mid), 1 - share.low)
