"""What a person's day should hold: energy that keeps the weight, and the reference intakes of a country; pure.

A goal is the recommended intake (RNI, RDA, PRI) or, where there is none, the adequate intake; never the average
requirement, which half of the people exceed. A limit counts what comes from food. Nothing here is medical advice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from meum.domain.intervals import Interval

ACTIVITY_FACTORS: Mapping[str, float] = {
    "sedentary": 1.4,
    "light": 1.55,
    "moderate": 1.7,
    "active": 1.85,
    "very_active": 2.0,
}
"""Total energy as a multiple of that at rest: the physical activity levels 1.40, 1.70 and 2.00 of the Chinese reference
intakes of 2023, and the means between them. The usual 1.2 for people who sit was never measured in a living person."""
_SPREAD = 0.17
"""Eight people in ten lie so near to what the formula says: 1.28 standard deviations of 13 %."""
GOALS = ("lose", "maintain", "gain")
_LOSING_KCAL, _LOSING_SHARE, _GAINING_KCAL = 500.0, 0.2, 300.0
_LOSING_KCAL_KG = 0.01 * 7700 / 7
"""One per cent of the weight in a week at 7700 kcal a kilogram, in kcal a day for each kilogram."""
_TRAINING_PROTEIN_G_KG, _TRAINING_BMI = 1.2, 25.0
"""The low end of what keeps muscle while losing or builds it (Leidy et al. 2015, Am J Clin Nutr 101:1320S: 1.2 to 1.6
g/kg), for each kilogram up to that of a body mass index of 25: fat needs none."""
_THIN_BMI = 18.5
_STAGES = ("breastfeeding", "pregnant_3", "pregnant_2", "pregnant_1")
_SOME_TRIMESTER = "pregnant_2"
"""Stands in where only pregnancy was told."""
_GOALS = ("RI", "AI")
EXPECTING = frozenset({"pregnant", *_STAGES})
NO_LOSING = EXPECTING | {"eating_disorder_history"}
_ADDED_KCAL: Mapping[str, Mapping[str, float]] = {
    "CN": {"pregnant_1": 0.0, "pregnant_2": 250.0, "pregnant_3": 400.0, "breastfeeding": 400.0},
    "US": {"pregnant_1": 0.0, "pregnant_2": 340.0, "pregnant_3": 452.0, "breastfeeding": 330.0},
    "EU": {"pregnant_1": 70.0, "pregnant_2": 260.0, "pregnant_3": 500.0, "breastfeeding": 500.0},
}
"""Energy a day on top of a woman's own: China 2023, NASEM 2005 (breastfeeding in the first half year), EFSA 2013."""
_PROTEIN = "PROCNT"
_KCAL_PER_GRAM = {_PROTEIN: 4.0}
_KCAL_PER_GRAM_OF_FAT = 9.0


class Sex(StrEnum):
    """Sex recorded at birth; the value is stored."""

    FEMALE = "female"
    MALE = "male"


_FLOOR_KCAL = {Sex.FEMALE: 1200.0, Sex.MALE: 1500.0}


_CAFFEINE_MG, _CAFFEINE_MG_EXPECTING = 400.0, 200.0
_ALCOHOL_G = {
    ("CN", Sex.FEMALE): 15.0,
    ("CN", Sex.MALE): 15.0,
    ("US", Sex.FEMALE): 14.0,
    ("US", Sex.MALE): 28.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What is known of a body; without weight, height or activity some targets cannot be told.

    `stage` is pregnant_1, pregnant_2, pregnant_3 (the trimester), breastfeeding, or empty.
    """

    sex: Sex
    age_years: float
    region: str
    weight_kg: float | None = None
    height_cm: float | None = None
    activity: str | None = None
    stage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One reference intake of a country; `sex` is empty for both, ages in months, `to_months` exclusive.

    `kind`: RI, AI, UL, CDRR_LIMIT, RANGE_LOW, RANGE_HIGH; `basis`: day, kg_day, pct_energy, increment_per_day. `stage`
    is one of a body, or pregnant for every trimester; such an intake takes the place of that for everybody, an
    increment is added to it. `certainty`: A where two transcriptions agree, B where one was seen, C where none was.
    """

    region: str
    tag: str
    kind: str
    sex: str
    stage: str
    from_months: float
    to_months: float | None
    value: float
    basis: str
    certainty: str

    def fits(self, body: Body) -> bool:
        """Tell whether it is for this body."""
        months = body.age_years * 12
        in_age = self.from_months <= months and (self.to_months is None or months < self.to_months)
        in_stage = self.stage in ("", body.stage) or (self.stage == "pregnant" and body.stage.startswith("pregnant"))
        return in_age and in_stage and self.region == body.region and self.sex in ("", body.sex)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """How much of a nutrient a day should hold, in the unit of the nutrient's tagname: at least, at most."""

    tag: str
    low: float | None
    high: float | None
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTargets:
    """The energy (kcal) of the goal, None where too little is known, and bounds by tagname.

    `is_learned` tells that the energy was learned from log and scale, and is in the units of the person's own log.
    """

    body: Body
    energy_kcal: Interval | None
    bounds: Mapping[str, Bound]
    is_learned: bool = False


def resting_energy(*, sex: Sex, weight_kg: float, height_cm: float, age_years: float) -> float:
    """Return the energy at rest in kcal a day (Mifflin and others 1990, Am J Clin Nutr 51:241), for adults."""
    constant = 5 if sex is Sex.MALE else -161
    return 9.99 * weight_kg + 6.25 * height_cm - 4.92 * age_years + constant


def day_targets(
    body: Body,
    intakes: Iterable[Intake],
    *,
    goal: str = "maintain",
    conditions: frozenset[str] = frozenset(),
    learned: Interval | None = None,
) -> DayTargets:
    """Return the targets of a day; shares of energy are of the energy of the goal: lose, maintain or gain.

    `learned` is the energy that keeps the weight as the person logs it, in place of the formula's; it is moved up where
    it is below what a goal may be: somebody who logs half must not be told to eat half.

    Losing takes 500 kcal, 20 % of the energy or what 1 % of the weight in a week holds away, whichever is least, and
    never goes below 1200 kcal (women) or 1500
    (men), nor below what keeps the weight where that is less. Who must not lose weight gets what keeps it: below a body
    mass index of 18.5, expecting or breastfeeding, and with an eating disorder told. Gaining adds 300 kcal. Whoever
    loses or gains has a goal of at least 1.2 g of protein a kilogram, within the limit of the reference. Raises
    ValueError for a goal or an activity of no name, and for anybody under 18.
    """
    if body.age_years < 18:
        raise ValueError("targets are for adults")
    if goal not in GOALS:
        raise ValueError(f"a goal is one of {', '.join(GOALS)}")
    body = replace(body, stage=_stage_of(body, conditions))
    energy = formula_energy(body)
    if energy is not None:
        kept = energy if learned is None else _not_too_low(learned, min(energy.mid, _FLOOR_KCAL[body.sex]))
        energy = _of_goal(body, kept, goal, conditions)
    values: dict[str, dict[str, tuple[float, str]]] = defaultdict(dict)
    # What is for everybody first, then what takes its place or is added to it.
    for intake in sorted((each for each in intakes if each.fits(body)), key=lambda each: each.stage != ""):
        value = _a_day(intake, body, energy)
        if value is not None:
            before = values[intake.tag].get(intake.kind, (0.0, "A"))[0]
            is_added = intake.basis == "increment_per_day"
            if intake.stage and intake.kind in _GOALS and not is_added:
                values[intake.tag] = {kind: told for kind, told in values[intake.tag].items() if kind not in _GOALS}
            values[intake.tag][intake.kind] = (value + before if is_added else value, intake.certainty)
    bounds = {tag: _bound(tag, kinds) for tag, kinds in values.items()}
    if goal != "maintain" and _PROTEIN in bounds:
        bounds[_PROTEIN] = _for_muscle(body, bounds[_PROTEIN])
    is_learned = learned is not None and energy is not None
    return DayTargets(body=body, energy_kcal=energy, bounds=bounds, is_learned=is_learned)


def _stage_of(body: Body, conditions: frozenset[str]) -> str:
    """Return the stage that conditions tell of a woman; raises ValueError for a man."""
    if not conditions & EXPECTING:
        return body.stage
    if body.sex is Sex.MALE:
        raise ValueError("pregnancy and breastfeeding are told of a woman")
    return next((stage for stage in _STAGES if stage in conditions), _SOME_TRIMESTER)


def _not_too_low(energy: Interval, floor: float) -> Interval:
    moved = max(0.0, floor - energy.mid)
    return Interval(energy.low + moved, energy.mid + moved, energy.high + moved)


def _of_goal(body: Body, energy: Interval, goal: str, conditions: frozenset[str]) -> Interval:
    """Return the energy of a goal from that which keeps the weight."""
    if goal == "maintain":
        return energy
    change = _GAINING_KCAL if goal == "gain" else -_deficit(body, energy, conditions)
    return Interval(energy.low + change, energy.mid + change, energy.high + change)


def _deficit(body: Body, energy: Interval, conditions: frozenset[str]) -> float:
    assert body.weight_kg is not None  # the energy was made of both
    assert body.height_cm is not None
    is_thin = body.weight_kg / (body.height_cm / 100) ** 2 < _THIN_BMI
    if is_thin or conditions & NO_LOSING:
        return 0.0
    safe = min(_LOSING_KCAL, _LOSING_SHARE * energy.mid, _LOSING_KCAL_KG * body.weight_kg)
    return max(0.0, min(safe, energy.mid - _FLOOR_KCAL[body.sex]))


def _for_muscle(body: Body, bound: Bound) -> Bound:
    """Return the goal of protein of who loses or gains; without height or weight that of everybody."""
    if body.weight_kg is None or body.height_cm is None or bound.low is None:
        return bound
    lean_kg = min(body.weight_kg, _TRAINING_BMI * (body.height_cm / 100) ** 2)
    wanted = _TRAINING_PROTEIN_G_KG * lean_kg
    return replace(bound, low=max(bound.low, wanted if bound.high is None else min(wanted, bound.high)))


def with_conditions(targets: DayTargets, conditions: frozenset[str]) -> DayTargets:
    """Return the targets with the limits that conditions ask for, as information: the doctor's word goes first.

    Sodium 2000 mg with high blood pressure (WHO 2012) and kidney disease (KDIGO 2024), protein 0.8 g/kg there;
    saturated fat 7 % of energy and cholesterol 300 mg with dyslipidaemia (China 2023).
    """
    bounds = dict(targets.bounds)
    for condition in sorted(conditions):
        for tag, limit in _limits_of(condition, targets).items():
            bound = bounds.get(tag, Bound(tag=tag, low=None, high=None, certainty="B"))
            low = None if bound.low is None else min(bound.low, limit)
            bounds[tag] = replace(bound, low=low, high=min(limit, limit if bound.high is None else bound.high))
    return replace(targets, bounds=bounds)


def _limits_of(condition: str, targets: DayTargets) -> dict[str, float]:
    body, energy = targets.body, targets.energy_kcal
    if condition == "hypertension":
        return {"NA": 2000.0}
    if condition == "ckd3_no_dialysis":
        return {"NA": 2000.0, **({"PROCNT": 0.8 * body.weight_kg} if body.weight_kg else {})}
    if condition == "dyslipidaemia":
        return {"CHOLE": 300.0, **({"FASAT": 0.07 * energy.mid / _KCAL_PER_GRAM_OF_FAT} if energy else {})}
    return {}


def with_drinking_limits(targets: DayTargets) -> DayTargets:
    """Return the targets with limits of caffeine (mg) and alcohol (g), where the region's guideline has one.

    Caffeine: EFSA 2015, for everybody. Alcohol: Dietary Guidelines for Chinese Residents 2022, Dietary Guidelines for
    Americans 2020 (one drink of 14 g, two for men); none at all while expecting or breastfeeding.
    """
    body = targets.body
    caffeine, alcohol = _CAFFEINE_MG, _ALCOHOL_G.get((body.region, body.sex))
    if body.stage:
        caffeine, alcohol = _CAFFEINE_MG_EXPECTING, 0.0
    bounds = dict(targets.bounds) | {"CAFFN": Bound(tag="CAFFN", low=None, high=caffeine, certainty="B")}
    if alcohol is not None:
        bounds["ALC"] = Bound(tag="ALC", low=None, high=alcohol, certainty="C")
    return replace(targets, bounds=bounds)


def formula_energy(body: Body) -> Interval | None:
    """Return the kcal of a day that keeps the weight, by formula; None where the body or its activity is not known.

    Eight people in ten lie inside the interval. Raises ValueError for an activity of no name.
    """
    if body.activity is not None and body.activity not in ACTIVITY_FACTORS:
        raise ValueError(f"an activity is one of {', '.join(ACTIVITY_FACTORS)}")
    if body.weight_kg is None or body.height_cm is None or body.activity is None:
        return None
    resting = resting_energy(sex=body.sex, weight_kg=body.weight_kg, height_cm=body.height_cm, age_years=body.age_years)
    added = _ADDED_KCAL[body.region][body.stage] if body.stage else 0.0
    return Interval.around(resting * ACTIVITY_FACTORS[body.activity] + added, share=_SPREAD)


def _a_day(intake: Intake, body: Body, energy: Interval | None) -> float | None:
    """Return an intake as an amount a day, None where what it depends on is not known."""
    if intake.basis == "kg_day":
        return None if body.weight_kg is None else intake.value * body.weight_kg
    if intake.basis == "pct_energy":
        per_gram = _KCAL_PER_GRAM.get(intake.tag, _KCAL_PER_GRAM_OF_FAT)
        return None if energy is None else intake.value / 100 * energy.mid / per_gram
    return intake.value


def _bound(tag: str, kinds: Mapping[str, tuple[float, str]]) -> Bound:
    """Return the goal and the lowest limit of one nutrient."""
    goal = next((kinds[kind] for kind in (*_GOALS, "RANGE_LOW") if kind in kinds), None)
    limits = [kinds[kind] for kind in ("CDRR_LIMIT", "UL", "RANGE_HIGH") if kind in kinds]
    limit = min(limits, default=None)
    certainties = [certainty for told in (goal, limit) if told for certainty in told[1]]
    return Bound(
        tag=tag,
        low=goal[0] if goal else None,
        high=limit[0] if limit else None,
        certainty=max(certainties),
    )
