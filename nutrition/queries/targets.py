"""What a person's day should hold, and how a day stands to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from meum.people.models import Person
from meum.people.queries import profile_of
from nutrition.catalogue.nutrients import Nutrient, nutrient
from nutrition.domain.adequacy import Standing, standing_of
from nutrition.domain.expenditure import LEARNED
from nutrition.domain.targets import (
    Body,
    Bound,
    DayTargets,
    Sex,
    day_targets,
    with_conditions,
    with_drinking_limits,
)
from nutrition.queries.bodies import body_of, conditions_of
from nutrition.queries.diary import DaySummary, day_summary
from nutrition.queries.expenditure import expenditure_of_body
from nutrition.queries.wishes import told_wishes
from nutrition.targets.tables import reference_intakes

_SOME_ACTIVITY = "light"
_SOME_HEIGHT_CM = {Sex.FEMALE: 160.0, Sex.MALE: 172.0}
_SOME_BMI = 22.0
"""Somebody of ordinary size (own choice), to plan a meal with where height or weight was not told."""


@dataclass(frozen=True, slots=True)
class NutrientStanding:
    """How one nutrient of a day stands to its target."""

    nutrient: Nutrient
    bound: Bound
    standing: Standing
    missing: float
    """How much is missing to the goal by the best figure, 0 where nothing is, in the nutrient's unit."""


@dataclass(frozen=True, slots=True)
class DayStanding:
    """A day with its targets, each nutrient in the order of the table of nutrients."""

    day: DaySummary
    targets: DayTargets
    nutrients: tuple[NutrientStanding, ...]

    def those(self, standing: Standing) -> list[NutrientStanding]:
        """Return the nutrients that stand so, those of which most is missing, as a share of the goal, first."""
        return sorted(
            (each for each in self.nutrients if each.standing is standing),
            key=lambda each: -each.missing / (each.bound.low or 1),
        )


def targets_of(*, person: Person, day: date) -> DayTargets:
    """Return what a day of a person should hold; without height, weight, birth date or activity no energy.

    The goal and the conditions that the person told are heeded. Raises Conflict before the sex is told, which most
    reference intakes go by, and Forbidden for whoever is under 18.
    """
    return _targets(body_of(person=person, day=day), person, day)


def planning_targets(*, person: Person, day: date) -> tuple[DayTargets, bool]:
    """Return targets that have an energy, and whether somebody of ordinary size and age stands in for what is not told.

    Raises what `targets_of` does.
    """
    body = body_of(person=person, day=day)
    is_known = None not in (body.weight_kg, body.height_cm, body.activity)
    height = body.height_cm or _SOME_HEIGHT_CM[body.sex]
    usual = replace(
        body,
        height_cm=height,
        weight_kg=body.weight_kg or _SOME_BMI * (height / 100) ** 2,
        activity=body.activity or _activity_told(person) or _SOME_ACTIVITY,
    )
    return _targets(usual, person, day), not is_known


def _targets(body: Body, person: Person, day: date) -> DayTargets:
    told = told_wishes(person=person)
    conditions = conditions_of(told, body)
    spent = expenditure_of_body(body, conditions, person=person, day=day)
    targets = day_targets(
        body,
        reference_intakes(),
        goal=told.goal or "maintain",
        conditions=conditions,
        learned=spent.logged_kcal if spent and spent.method == LEARNED else None,
    )
    return with_conditions(targets, conditions)


def _activity_told(person: Person) -> str | None:
    profile = profile_of(person=person)
    return (profile.activity_level or None) if profile else None


def day_standing(*, person: Person, day: date) -> DayStanding:
    """Return how a day of a person stands to its targets and to the limits of caffeine and alcohol.

    Raises what `targets_of` does.
    """
    targets = with_drinking_limits(targets_of(person=person, day=day))
    eaten = day_summary(person=person, day=day)
    known = sorted((nutrient(tag) for tag in targets.bounds), key=lambda each: each.position)
    return DayStanding(eaten, targets, tuple(_standing(each, targets.bounds[each.tagname], eaten) for each in known))


def _standing(of: Nutrient, bound: Bound, eaten: DaySummary) -> NutrientStanding:
    amount, coverage = eaten.totals.interval(of.position), float(eaten.totals.coverage[of.position])
    standing = standing_of(amount, coverage=coverage, bound=bound)
    missing = max(0.0, bound.low - amount.mid) if bound.low is not None and standing is not Standing.NOT_KNOWN else 0.0
    return NutrientStanding(of, bound, standing, missing)
