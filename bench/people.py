"""Put people into a place that is measured; print as JSON how to act as them.

`python -m bench.people COUNT` makes COUNT people who have agreed to health records, the first with a day of meals.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import django

django.setup()

from meum.domain.intervals import Interval
from meum.journal.models import Door, Purpose
from meum.people.models import AgeBand, Person
from meum.people.services import TEXT_VERSIONS, agree, sign_up
from meum.people.sessions import open_sign_in
from nutrition.domain.drafts import MealItemDraft
from nutrition.models.catalogue import Food
from nutrition.services import log_meal

MEALS_OF_THE_DAY = 4
ITEMS_OF_A_MEAL = 3
PASSWORD = "a-measured-password-2"  # noqa: S105  # of people who live for minutes on a socket


def main(count: int) -> None:
    """Make the people; print the token of the first, foods to log and the day that is summed up."""
    people = [make_person(number) for number in range(count)]
    foods = list(Food.objects.filter(is_listed=True).order_by("-prior", "key")[:ITEMS_OF_A_MEAL])
    told = {
        "token": open_sign_in(person=people[0]).access,
        "people": [str(person.pk) for person in people],
        "foods": [str(food.pk) for food in foods],
        "versions": [str(food.current_id) for food in foods],
        "day": day_of_meals(people[0], foods),
    }
    print(json.dumps(told))


def make_person(number: int) -> Person:
    """Make an adult who has agreed to health records."""
    records = Purpose.HEALTH_RECORDS
    person = sign_up(username=f"bench-{number}", password=PASSWORD, age_band=AgeBand.ADULT, language="zh")
    agree(person=person, purpose=records, text_version=TEXT_VERSIONS[records], door=Door.SYSTEM)
    return person


def day_of_meals(person: Person, foods: Sequence[Food]) -> str:
    """Log the meals of a day that is over; return the day."""
    noon = datetime.now(UTC).replace(hour=4, minute=0) - timedelta(days=3)
    items = [MealItemDraft(food_version_id=food.current_id, grams=Interval(80, 100, 120)) for food in foods]
    hours = [noon + timedelta(hours=number) for number in range(MEALS_OF_THE_DAY)]
    meals = [log_meal(person=person, author=person, door=Door.SYSTEM, at=at, items=items) for at in hours]
    return meals[0].day.isoformat()


if __name__ == "__main__":
    main(int(sys.argv[1]))
