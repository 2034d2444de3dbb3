"""Put people into a place that is measured; print as JSON how to act as them.

`python -m bench.people COUNT` makes COUNT people who have agreed to health records, the first with a day of meals.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import django

MEALS_OF_THE_DAY = 4
ITEMS_OF_A_MEAL = 3
PASSWORD = "a-measured-password-2"  # noqa: S105  # of people who live for minutes on a socket


def main(count: int) -> None:
    """Make the people; print the token of the first, foods to log and the day that is summed up."""
    django.setup()
    from meum.people.sessions import open_sign_in
    from nutrition.models.catalogue import Food

    people = [_person(number) for number in range(count)]
    foods = list(Food.objects.select_related("current").order_by("-prior", "key")[:ITEMS_OF_A_MEAL])
    day = _day_of_meals(people[0], foods)
    told: dict[str, Any] = {
        "token": open_sign_in(person=people[0]).access,
        "people": [str(person.pk) for person in people],
        "foods": [str(food.pk) for food in foods],
        "versions": [str(food.current_id) for food in foods],
        "day": day,
    }
    print(json.dumps(told))


def _person(number: int) -> Any:
    from meum.journal.models import Door, Purpose
    from meum.people.models import AgeBand
    from meum.people.services import TEXT_VERSIONS, agree, sign_up

    person = sign_up(username=f"bench-{number}", password=PASSWORD, age_band=AgeBand.ADULT, language="zh")
    purpose = Purpose.HEALTH_RECORDS
    agree(person=person, purpose=purpose, text_version=TEXT_VERSIONS[purpose], door=Door.SYSTEM)
    return person


def _day_of_meals(person: Any, foods: list[Any]) -> str:
    """Log the meals of a day that is over; return the day."""
    from meum.domain.intervals import Interval
    from meum.journal.models import Door
    from nutrition.domain.drafts import MealItemDraft
    from nutrition.services import log_meal

    noon = datetime.now(UTC).replace(hour=4, minute=0) - timedelta(days=3)
    items = [MealItemDraft(food_version_id=food.current_id, grams=Interval(80, 100, 120)) for food in foods]
    for meal in range(MEALS_OF_THE_DAY):
        logged = log_meal(person=person, author=person, door=Door.SYSTEM, at=noon + timedelta(hours=meal), items=items)
    return logged.day.isoformat()


if __name__ == "__main__":
    main(int(sys.argv[1]))
