"""What is stored of a person, in the few figures that a check of a conversation looks at."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fitness.queries import latest_weight, visible_activities
from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from meum.people.models import Person
from meum.people.queries import profile_of
from nutrition.queries import MealSummary, day_summary, meal_summaries, told_wishes, visible_meals
from skincare.queries import visible_skin_notes


def stored_facts(*, person: Person, now: datetime, lang: Lang) -> dict[str, Any]:
    """Return the figures; the last meal is the one that was written last, foods by their names in `lang`."""
    meals = meal_summaries(visible_meals(owner=person).order_by("id"))
    today = day_summary(person=person, day=person.clock.day_of(now))
    weight, profile = latest_weight(person=person), profile_of(person=person)
    return {
        "consent": has_consent(person=person, purpose=Purpose.HEALTH_RECORDS),
        "meals_total": len(meals),
        "meals_today": len(today.meals),
        "items_total": sum(len(meal.items) for meal in meals),
        **_last_meal(meals[-1] if meals else None, lang),
        "water_ml_today": round(today.water_ml.mid, 1),
        "weight_kg": weight.value if weight else None,
        "height_cm": profile.height_cm if profile else None,
        "allergies": told_wishes(person=person).allergies,
        "exercise_total": visible_activities(owner=person).count(),
        "skin_total": visible_skin_notes(owner=person).count(),
    }


def _last_meal(meal: MealSummary | None, lang: Lang) -> dict[str, Any]:
    items = meal.items if meal else ()
    return {
        "grams_last_meal": round(sum(item.grams.mid for item in items), 1) if meal else None,
        "foods_last_meal": [item.name(lang) for item in items],
        "slot_last_meal": meal.slot if meal else None,
    }
