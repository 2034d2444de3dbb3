"""How a day of a person stands to the Chinese food pagoda and to the limit of added sugar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meum.domain.intervals import Interval
from nutrition.catalogue.patterns import POSITIONS
from nutrition.catalogue.queries import patterns_of
from nutrition.domain.adequacy import Standing, standing_of
from nutrition.domain.indices import SUGAR_GRAMS_A_TSP
from nutrition.domain.layers import STEPS, Step, layer_grams, purines_mg, step_grams
from nutrition.domain.targets import Bound
from nutrition.queries.diary import DaySummary
from nutrition.queries.kinds import DayKinds, Eaten, coverage_of, day_kinds, eaten_of

ADDED_SUGAR = Bound(tag="added_sugar", low=None, high=50.0, certainty="C")
"""Grams a day, better below 25 (Dietary Guidelines for Chinese Residents 2022)."""
_SUGAR = POSITIONS["add_sugars"]


@dataclass(frozen=True, slots=True)
class StepStanding:
    """How many raw grams of a step of the pagoda were eaten, and how that stands."""

    step: Step
    grams: Interval
    standing: Standing


@dataclass(frozen=True, slots=True)
class SugarStanding:
    """How many grams of added sugar were eaten by the best figures; lower bounds where `coverage` is not whole."""

    grams: Interval
    coverage: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class DayGuidelines:
    """A day beside the guidelines; the coverage of the steps is that of `kinds`.

    `purines_mg` are those of the kinds of food, without drinks, sauces and stock cubes; no guideline bounds them for
    everybody.
    """

    kinds: DayKinds
    steps: tuple[StepStanding, ...]
    added_sugar: SugarStanding
    purines_mg: Interval
    purines_coverage: float


def day_guidelines(summary: DaySummary) -> DayGuidelines:
    """Return how a day stands, in one query."""
    kinds = day_kinds(summary)
    of_layers = layer_grams(kinds.grams)
    purines, told_share = purines_mg(kinds.grams)
    grams = [(step, step_grams(step, of_layers)) for step in STEPS]
    return DayGuidelines(
        kinds=kinds,
        steps=tuple(
            StepStanding(step, amount, standing_of(amount, coverage=kinds.coverage, bound=step.bound))
            for step, amount in grams
        ),
        added_sugar=_added_sugar(list(eaten_of(summary))),
        purines_mg=purines,
        purines_coverage=min(kinds.coverage, told_share),
    )


def _added_sugar(eaten: Sequence[Eaten]) -> SugarStanding:
    patterns = patterns_of({each.version_id for each in eaten})
    grams = Interval.exact(0)
    for each in eaten:
        per_100_g = patterns[each.version_id]
        if per_100_g is not None:
            grams += each.portion.grams.scaled(float(per_100_g[_SUGAR]) * SUGAR_GRAMS_A_TSP / 100)
    coverage = coverage_of(eaten, lambda each: each.food_id is not None and patterns[each.version_id] is not None)
    return SugarStanding(grams, coverage, standing_of(grams, coverage=coverage, bound=ADDED_SUGAR))
