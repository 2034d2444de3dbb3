"""What is asked for a suggestion without a person, checked, and how meals are written out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from meum.domain.languages import Lang
from meum.language.measure_names import measure_name
from meum.language.times import MealSlot
from nutrition.catalogue.nutrients import SIZE, nutrient, position_of
from nutrition.domain.targets import Body, DayTargets, Sex, day_targets, with_conditions
from nutrition.suggestions.menu import menu
from nutrition.suggestions.planner import Gain, Offer, Serving
from nutrition.suggestions.rules import refusals
from nutrition.suggestions.wishes import Wishes
from nutrition.targets.tables import reference_intakes

DAY, WEEK = "day", "week"
_REGIONS = ("CN", "US", "EU")
_SEXES = {"female": Sex.FEMALE, "f": Sex.FEMALE, "male": Sex.MALE, "m": Sex.MALE}
_BRINGS = {
    Lang.ZH: "补{name}：今天还差约 {lacked} {unit}，这一餐约 {brings} {unit}",
    Lang.EN: "{name}: about {lacked} {unit} still missing today, {brings} {unit} in this meal",
}
_MOST_REASONS = 3


@dataclass(frozen=True, kw_only=True)
class Range:
    """What a figure of a body may be."""

    low: float
    high: float


_POSSIBLE = {
    "age": Range(low=18, high=120),
    "height_cm": Range(low=100, high=250),
    "weight_kg": Range(low=25, high=400),
}


def targets_asked(profile: object, wishes: Wishes) -> DayTargets:
    """Return the targets of a day for a profile as commands take it. Raises ValueError that says what is wrong."""
    body = body_asked(profile)
    assert isinstance(profile, Mapping)  # a body was read from it
    goal = str(profile.get("goal", "maintain"))
    targets = day_targets(body, reference_intakes(), goal=goal, conditions=wishes.conditions)
    return with_conditions(targets, wishes.conditions)


def body_asked(profile: object) -> Body:
    """Return the body of a profile as commands take it. Raises ValueError that says what is wrong."""
    if not isinstance(profile, Mapping):
        raise ValueError("profile must be an object with sex, age, height_cm, weight_kg, activity, goal and region")
    figures = {name: _figure(profile, name, possible) for name, possible in _POSSIBLE.items()}
    sex = _SEXES.get(str(profile.get("sex")).lower())
    if sex is None:
        raise ValueError("profile.sex must be female or male")
    region = profile.get("region", "CN")
    if region not in _REGIONS:
        raise ValueError("profile.region must be CN, US or EU")
    return Body(
        sex=sex,
        age_years=figures["age"],
        region=region,
        height_cm=figures["height_cm"],
        weight_kg=figures["weight_kg"],
        activity=str(profile.get("activity", "light")),
    )


def _figure(profile: Mapping[str, Any], name: str, possible: Range) -> float:
    value = profile.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not possible.low <= value <= possible.high:
        raise ValueError(f"profile.{name} must be a number from {possible.low:g} to {possible.high:g}")
    return float(value)


def meals_asked(told: object) -> tuple[MealSlot, ...]:
    """Return the meal that is asked for and those after it; day and week begin with breakfast. Raises ValueError."""
    meals = (MealSlot.BREAKFAST, MealSlot.LUNCH, MealSlot.DINNER)
    if told in (DAY, WEEK):
        return meals
    if told == MealSlot.SNACK:
        return (MealSlot.SNACK,)
    if told not in meals:
        raise ValueError("for must be breakfast, lunch, dinner, snack, day or week")
    return meals[meals.index(MealSlot(str(told))) :]


def rules_at_work(wishes: Wishes) -> list[str]:
    """Return the keys of the rules that keep foods of the menu from these suggestions."""
    return sorted({refusal.rule for food in menu() for refusal in refusals(food, wishes)})


def targets_shown(targets: DayTargets) -> dict[str, Any]:
    """Return targets as they are written out, by tagname."""
    energy = targets.energy_kcal
    shown: dict[str, Any] = {
        tag: {"at_least": bound.low, "at_most": bound.high, "unit": nutrient(tag).unit}
        for tag, bound in sorted(targets.bounds.items())
    }
    if energy is not None:
        shown["energy_kcal"] = {"low": energy.low, "mid": energy.mid, "high": energy.high}
    return shown


def offer_shown(offer: Offer, lang: Lang) -> dict[str, Any]:
    """Return a meal as it is written out."""
    return {
        "items": [_serving_shown(serving, lang) for serving in offer.servings],
        "totals": _totals(offer),
        "reasons": [_reason(gain, lang) for gain in offer.gains[:_MOST_REASONS]],
    }


def day_shown(meals: Sequence[tuple[MealSlot, Offer]], lang: Lang) -> dict[str, Any]:
    """Return a day as it is written out."""
    return {"meals": [{"meal": slot.value, **offer_shown(offer, lang)} for slot, offer in meals]}


def _serving_shown(serving: Serving, lang: Lang) -> dict[str, Any]:
    food = serving.food
    measure = measure_name(food.measure_zh, quantity=serving.portions, lang=lang)
    return {
        "food": food.key,
        "food_id": str(food.food_id),
        "name_zh": food.name_zh,
        "name_en": food.name_en,
        "grams": round(serving.grams, 1),
        "measure": f"{serving.portions:g} {measure}".strip(),
    }


def _totals(offer: Offer) -> dict[str, float]:
    tags = {"energy_kcal": "ENERC_KCAL", "protein_g": "PROCNT", "fat_g": "FAT", "carbohydrate_g": "CHOCDF"}
    assert len(offer.amounts) == SIZE
    return {name: round(float(offer.amounts[position_of(tag)]), 1) for name, tag in tags.items()}


def _reason(gain: Gain, lang: Lang) -> str:
    each = nutrient(gain.tag)
    lacked, brings = (f"{amount:.0f}" if amount >= 10 else f"{amount:.1f}" for amount in (gain.lacked, gain.brings))
    return _BRINGS[lang].format(name=each.name(lang), lacked=lacked, brings=brings, unit=each.unit)
