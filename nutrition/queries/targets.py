"""What a person's day should hold, and how a day stands to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fitness.queries import latest_weight
from meum.kernel.errors import Conflict, Forbidden
from meum.people.models import AgeBand, Person, Profile
from meum.people.queries import profile_of
from nutrition.catalogue.nutrients import Nutrient, nutrient
from nutrition.domain.adequacy import Standing, standing_of
from nutrition.domain.targets import Body, Bound, DayTargets, Sex, day_targets
from nutrition.queries.diary import DaySummary, day_summary
from nutrition.targets.tables import reference_intakes

_DAYS_A_YEAR = 365.25
_GROWN_UP = 18
_SOME_AGE = 35.0
"""Stands in for an age that was not told; only iron after 50 and a few amounts after 65 differ."""


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

    Raises Conflict before the sex is told, which most reference intakes go by, and Forbidden for whoever is under 18.
    """
    profile = profile_of(person=person)
    age = _age(profile, day)
    if person.age_band == AgeBand.TEEN or (age is not None and age < _GROWN_UP):
        raise Forbidden("targets_of_adults", "targets are for adults")
    if profile is None or not profile.sex_at_birth:
        raise Conflict("sex_not_told", "reference intakes depend on the sex recorded at birth")
    weight = latest_weight(person=person)
    body = Body(
        sex=Sex(profile.sex_at_birth),
        age_years=_SOME_AGE if age is None else age,
        region=profile.region,
        weight_kg=weight.value if weight else None,
        height_cm=profile.height_cm,
        # What a body needs depends on its age: no energy of somebody of some age.
        activity=profile.activity_level or None if age is not None else None,
    )
    return day_targets(body, reference_intakes())


def day_standing(*, person: Person, day: date) -> DayStanding:
    """Return how a day of a person stands to its targets; raises what `targets_of` does."""
    targets = targets_of(person=person, day=day)
    eaten = day_summary(person=person, day=day)
    known = sorted((nutrient(tag) for tag in targets.bounds), key=lambda each: each.position)
    return DayStanding(eaten, targets, tuple(_standing(each, targets.bounds[each.tagname], eaten) for each in known))


def _standing(of: Nutrient, bound: Bound, eaten: DaySummary) -> NutrientStanding:
    amount, coverage = eaten.totals.interval(of.position), float(eaten.totals.coverage[of.position])
    standing = standing_of(amount, coverage=coverage, bound=bound)
    missing = max(0.0, bound.low - amount.mid) if bound.low is not None and standing is not Standing.NOT_KNOWN else 0.0
    return NutrientStanding(of, bound, standing, missing)


def _age(profile: Profile | None, day: date) -> float | None:
    """Return the age in years, None where no birth date was told."""
    if profile is None or profile.birth_date is None:
        return None
    return (day - profile.birth_date).days / _DAYS_A_YEAR
