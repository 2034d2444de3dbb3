"""How much energy a person spends, learned from what they logged and weighed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import fmean

from fitness.queries import weight_series
from meum.people.models import Person
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.queries import food_vectors
from nutrition.domain.expenditure import LONGEST_DAYS, POSSIBLE_KCAL, POSSIBLE_KG, Expenditure, LoggedDay, expenditure
from nutrition.domain.targets import NO_LOSING, Body, formula_energy
from nutrition.models.diary import MealItem
from nutrition.queries.bodies import body_of, conditions_of
from nutrition.queries.wishes import told_wishes

_ENERGY = position_of("ENERC_KCAL")


def expenditure_of(*, person: Person, day: date) -> Expenditure | None:
    """Return the energy spent on a day, from the days before it and the weight until it; raises what `body_of` does.

    None without birth date, height, weight or how active a week is, and where weight tells of more than the balance of
    energy or had better not be counted with: pregnancy, breastfeeding, an eating disorder.
    """
    body = body_of(person=person, day=day)
    return expenditure_of_body(body, conditions_of(told_wishes(person=person), body), person=person, day=day)


def expenditure_of_body(body: Body, conditions: frozenset[str], *, person: Person, day: date) -> Expenditure | None:
    """Return what `expenditure_of` does, for a body of which the rest is known."""
    if conditions & NO_LOSING or formula_energy(body) is None:
        return None
    return expenditure(body, _logged_days(person, day))


def _logged_days(person: Person, last: date) -> list[LoggedDay]:
    """Return the days on which something was logged or weighed; the last is not over, so that its food is left out."""
    since = last - timedelta(days=LONGEST_DAYS - 1)
    eaten, weighed = _energy_by_day(person, since, last - timedelta(days=1)), _weight_by_day(person, since, last)
    return [
        LoggedDay(day=day, intake_kcal=eaten.get(day), weight_kg=weighed.get(day)) for day in {*eaten, *weighed, last}
    ]


def _energy_by_day(person: Person, since: date, until: date) -> dict[date, float]:
    rows = MealItem.objects.filter(
        meal__person=person, meal__deleted_at=None, meal__day__range=(since, until)
    ).values_list("meal__day", "food_version_id", "grams_mid")
    items = list(rows)
    vectors = food_vectors({version for _, version, _ in items})
    days: defaultdict[date, float] = defaultdict(float)
    for day, version, grams in items:
        kcal = vectors[version].amounts[_ENERGY] * grams / 100
        if kcal > 0:  # what is not known is nan
            days[day] += float(kcal)
    return {day: kcal for day, kcal in days.items() if kcal <= POSSIBLE_KCAL[1]}


def _weight_by_day(person: Person, since: date, until: date) -> dict[date, float]:
    days: defaultdict[date, list[float]] = defaultdict(list)
    for point in weight_series(person=person, since=since, until=until):
        days[point.day].append(point.weight_kg)
    means = {day: fmean(told) for day, told in days.items()}
    return {day: kg for day, kg in means.items() if POSSIBLE_KG[0] <= kg <= POSSIBLE_KG[1]}
