"""What a week says: which days count, how the mean day stands to its targets, which days differ most; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from meum.domain.intervals import Interval
from nutrition.domain.adequacy import Standing, standing_of
from nutrition.domain.targets import Bound

WEEK = 7
LEAST_DAYS = 3
"""With fewer whole days no day is set apart and no food is advised (own rule): two days are chance."""
MAIN_MEALS = frozenset({"breakfast", "lunch", "dinner"})
_LEAST_MEALS = 2
_KNOWN = frozenset({Standing.LOW, Standing.ABOUT, Standing.ENOUGH, Standing.HIGH})
_MET = frozenset({Standing.ABOUT, Standing.ENOUGH})
MORE = frozenset({"PROCNT", "FIBTG", "CA", "FE", "ZN", "MG", "VITA_RAE", "VITC", "FOLDFE"})
"""Nutrients of which more can be advised to anybody; potassium and phosphorus are nothing for weak kidneys."""
LESS = frozenset({"NA", "FASAT"})
_SELDOM = 0.5


def is_whole(slots: Collection[str], *, is_today: bool) -> bool:
    """Tell whether a day looks told in full: two of the three meals, and today the dinner too (own rule).

    A day that is not is never called one of little food.
    """
    mains = MAIN_MEALS & set(slots)
    return len(mains) >= _LEAST_MEALS and ("dinner" in mains or not is_today)


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount a day of one nutrient beside its target, in the unit of its tagname; `coverage` 0..1."""

    amount: Interval
    coverage: float
    bound: Bound

    @property
    def tag(self) -> str:
        """Return the tagname."""
        return self.bound.tag

    @property
    def standing(self) -> Standing:
        """Return how the amount stands to the target."""
        return standing_of(self.amount, coverage=self.coverage, bound=self.bound)

    @property
    def goal(self) -> float:
        """Return what the amount is drawn against: the least, or the most where there is no least."""
        return self.bound.low or self.bound.high or 0.0

    @property
    def is_maybe_high(self) -> bool:
        """Tell whether the best figure is above the most that is allowed, and the interval reaches below it."""
        high = self.bound.high
        return high is not None and self.amount.low <= high < self.amount.mid

    @property
    def off(self) -> float:
        """Return by which share of the bound the best figure is too low or too high; 0 where it is neither."""
        if self.standing is Standing.LOW and self.bound.low:
            return max(0.0, 1 - self.amount.mid / self.bound.low)
        if self.standing is Standing.HIGH and self.bound.high:
            return self.amount.mid / self.bound.high - 1
        return 0.0


@dataclass(frozen=True, slots=True)
class DayBeside:
    """A day beside its targets: how many nutrients are known and met, and the tagnames of those furthest off."""

    day: date
    met: int
    known: int
    low: tuple[str, ...]
    high: tuple[str, ...]

    @property
    def share(self) -> float:
        """Return the share of the known nutrients that are met."""
        return self.met / self.known


def day_beside(day: date, measured: Sequence[Measured], *, most: int = 2) -> DayBeside | None:
    """Return how a day stands, None where nothing is known."""
    known = [each for each in measured if each.standing in _KNOWN]
    if not known:
        return None
    met = sum(each.standing in _MET for each in known)
    low, high = (_furthest(known, standing)[:most] for standing in (Standing.LOW, Standing.HIGH))
    return DayBeside(day, met, len(known), low, high)


def _furthest(measured: Sequence[Measured], standing: Standing) -> tuple[str, ...]:
    those = [each for each in measured if each.standing is standing]
    return tuple(each.tag for each in sorted(those, key=lambda each: -each.off))


def extremes(days: Sequence[DayBeside]) -> tuple[DayBeside, DayBeside] | None:
    """Return the day nearest to its targets and the one furthest from them; None of too few days, or of equal ones."""
    if len(days) < LEAST_DAYS:
        return None
    nearest = max(days, key=lambda each: each.share)
    furthest = min(days, key=lambda each: each.share)
    return (nearest, furthest) if nearest.share > furthest.share else None


def advice_of(*, whole_days: int, measured: Sequence[Measured], seldom: Mapping[str, float]) -> str:
    """Return the key of the one piece of advice: what is furthest off its target, else a kind of food seen seldom.

    `seldom` is the share of the whole days on which each kind of food was eaten, those that may be advised.
    """
    if whole_days < LEAST_DAYS:
        return "log"
    named = [each for each in measured if each.tag in _advisable(each) and each.off > 0]
    if named:
        worst = max(named, key=lambda each: each.off)
        return f"{'less' if worst.standing is Standing.HIGH else 'more'}.{worst.tag}"
    rarest = min(seldom, key=lambda key: seldom[key], default="")
    return f"group.{rarest}" if rarest and seldom[rarest] < _SELDOM else "fine"


def _advisable(each: Measured) -> frozenset[str]:
    return LESS if each.standing is Standing.HIGH else MORE
