"""What kinds of food a person ate, in raw grams, as far as the foods tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np

from meum.domain.intervals import Interval
from meum.domain.nutrients import Portion
from nutrition.catalogue.kinds import UNKNOWN, FoodKinds, kinds_of_food
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.queries import food_vectors
from nutrition.domain.indices import ENERGY
from nutrition.domain.layers import Kind, kinds_counted
from nutrition.queries.diary import DaySummary


@dataclass(frozen=True, slots=True)
class DayKinds:
    """The raw grams of each kind of food of a day.

    `coverage` 0..1 is the share of what was eaten, by its grams or by its energy, whichever is less, whose kinds are
    known; with less the grams are lower bounds.
    """

    day: date
    grams: Mapping[Kind, Interval]
    coverage: float

    @property
    def counted(self) -> frozenset[Kind]:
        """Return the kinds of which enough was eaten to count."""
        return kinds_counted(self.grams)


@dataclass(frozen=True, slots=True)
class Eaten:
    """One food that was eaten or drunk; `food_id` is None of bare energy, of which nobody knows what it was."""

    food_id: UUID | None
    version_id: UUID
    portion: Portion

    @property
    def kinds(self) -> FoodKinds:
        """Return the kinds in 100 g of it."""
        return UNKNOWN if self.food_id is None else kinds_of_food(self.food_id)

    def knows(self, tagname: str) -> bool:
        """Tell whether a nutrient has a figure."""
        return self.portion.vector.is_known(position_of(tagname))

    def amount(self, tagname: str) -> float:
        """Return how much of a nutrient it holds by the best figures, 0 where that is not known."""
        per_100_g = float(self.portion.vector.amounts[position_of(tagname)])
        return 0.0 if np.isnan(per_100_g) else per_100_g * self.portion.grams.mid / 100


def day_kinds(summary: DaySummary) -> DayKinds:
    """Return the kinds of food of a day, in no query but for vectors of drinks that are not in memory."""
    eaten = list(eaten_of(summary))
    grams: defaultdict[Kind, Interval] = defaultdict(lambda: Interval.exact(0))
    for each in eaten:
        for kind, per_100_g in each.kinds.grams.items():
            grams[kind] += per_100_g.times(each.portion.grams).scaled(1 / 100)
    return DayKinds(summary.day, dict(grams), coverage_of(eaten, lambda each: each.kinds.is_known))


def eaten_of(summary: DaySummary) -> Iterator[Eaten]:
    """Yield every food and drink of a day."""
    for meal in summary.meals:
        for item in meal.items:
            yield Eaten(None if item.is_bare_energy else item.food_id, item.food_version_id, item.portion)
    vectors = food_vectors({drink.food_version_id for drink in summary.drinks})
    for drink in summary.drinks:
        portion = Portion(vectors[drink.food_version_id], drink.volume)
        yield Eaten(drink.food_version.food_id, drink.food_version_id, portion)


def coverage_of(eaten: Sequence[Eaten], is_known: Callable[[Eaten], bool]) -> float:
    """Return the smaller of two shares of what is known, 0..1: of the grams, bare energy aside, and of the energy.

    By its grams alone a day of much water would seem known; by its energy alone one of vegetables that nobody told.
    """
    grams = [(each.portion.grams.mid, is_known(each)) for each in eaten if each.food_id is not None]
    energy = [(each.amount(ENERGY), is_known(each)) for each in eaten]
    return min(_share(grams), _share(energy))


def _share(told: Sequence[tuple[float, bool]]) -> float:
    total = sum(amount for amount, _ in told)
    return sum(amount for amount, is_known in told if is_known) / total if total > 0 else 0.0
