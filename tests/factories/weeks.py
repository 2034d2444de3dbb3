"""Makers of a week of meals."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import Person
from meum.people.services import ProfileDraft, update_profile
from nutrition.models import Food
from tests.factories.diary import NOON, make_meal
from tests.factories.nutrition import make_food

HOURS = {"breakfast": -4, "lunch": 0, "dinner": 7}


def at(days_ago: int, slot: str = "lunch") -> datetime:
    """Return the hour of a meal, so many days before Friday 20 November 2026."""
    return NOON - timedelta(days=days_ago) + timedelta(hours=HOURS[slot])


def make_whole_day(person: Person, days_ago: int, *, food: Food | None = None) -> None:
    """Log three meals of 200 g of a food on one day."""
    food = food or make_food(nutrients={"ENERC_KCAL": 300, "PROCNT": 10, "FIBTG": 1})
    for slot in HOURS:
        make_meal(person=person, food=food, grams=Interval.exact(200), at=at(days_ago, slot))


def tell_body(person: Person) -> None:
    """Tell what targets depend on."""
    draft = ProfileDraft(
        sex_at_birth="female", birth_date=date(1992, 3, 4), height_cm=165, activity_level="light", region="CN"
    )
    update_profile(person=person, author=person, door=Door.WEB, draft=draft)
