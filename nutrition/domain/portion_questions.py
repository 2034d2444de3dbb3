"""The one question about the size of a portion: the one whose answers cut the estimate of energy most; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import mean

from meum.domain.intervals import Interval

_MATTERS_KCAL = 100
"""An answer that narrows the energy by less is not worth a question (own rule)."""


class Asked(StrEnum):
    """What is asked of a portion."""

    SIZE = "size"
    """Small, medium or large."""
    PEOPLE = "people"
    """Shared by one, two or three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortionQuestion:
    """Hold a question and the grams that each of its three answers means."""

    asked: Asked
    answers: tuple[Interval, ...]


def best_question(*, grams: Interval, kcal_per_gram: float, is_shared: bool) -> PortionQuestion | None:
    """Return the question that cuts the width of the energy most on average, None where none cuts much.

    `is_shared` tells that the dish is put on the table for several people, so that it may be eaten in part.
    """
    size = _size(grams)
    if not is_shared:
        return size if _cut(grams, size.answers) * kcal_per_gram >= _MATTERS_KCAL else None
    # Whoever tells the size of a shared dish has not told how much of it was theirs.
    unsure = {size: [_in_part(answer) for answer in size.answers]}
    people = _people(grams)
    cuts = {question: _cut(_in_part(grams), unsure.get(question, question.answers)) for question in (size, people)}
    best = max(cuts, key=lambda question: cuts[question])
    return best if cuts[best] * kcal_per_gram >= _MATTERS_KCAL else None


def _in_part(grams: Interval) -> Interval:
    """Return an amount of which up to three may have eaten."""
    return Interval(grams.low / 3, grams.mid, grams.high)


def _size(grams: Interval) -> PortionQuestion:
    """Cut the estimate in three at the middles of its halves."""
    small, large = (grams.low + grams.mid) / 2, (grams.mid + grams.high) / 2
    answers = (
        Interval(grams.low, (grams.low + small) / 2, small),
        Interval(small, grams.mid, large),
        Interval(large, (large + grams.high) / 2, grams.high),
    )
    return PortionQuestion(asked=Asked.SIZE, answers=answers)


def _people(grams: Interval) -> PortionQuestion:
    return PortionQuestion(asked=Asked.PEOPLE, answers=tuple(grams.scaled(1 / people) for people in (1, 2, 3)))


def _cut(before: Interval, after: Sequence[Interval]) -> float:
    """Return by how many grams the estimate gets narrower, if each answer is as likely as another."""
    return (before.high - before.low) - mean(each.high - each.low for each in after)
