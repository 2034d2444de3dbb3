"""Store what one sentence says about one meal."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from meum.journal.models import Door, Evidence
from meum.journal.services import recording
from meum.kernel.errors import Invalid
from meum.people.models import Person
from nutrition.models.diary import Meal
from nutrition.queries import Sitting, understand_meal
from nutrition.services import log_drink, log_meal


class LoggedSentence(NamedTuple):
    """The meal of a sentence, and the pieces of it that may be food and are not known."""

    meal: Meal
    unknown: tuple[str, ...]


def log_sentence(
    *,
    person: Person,
    author: Person,
    door: Door,
    text: str,
    at: datetime,
    slot: str = "",
    entry_id: UUID | None = None,
) -> LoggedSentence:
    """Store the meal, and the water with it, that a sentence said at an instant tells of: one group, one undo.

    A `slot` that is given says which meal it was, whatever the sentence calls it.

    Raises Invalid when it tells of no food or of several meals, and as `log_meal` does.
    """
    understood = understand_meal(text=text, at=at, counted_by=person.clock, person=person)
    sitting = _only_meal(understood.sittings)
    with recording(person=person, author=author, door=door):
        meal = log_meal(
            person=person,
            author=author,
            door=door,
            at=sitting.at,
            slot=slot or sitting.slot,
            items=[item.draft for item in sitting.items],
            words=text,
            evidence=Evidence.WORDS,
            entry_id=entry_id,
        )
        for number, drink in enumerate(sitting.drinks):
            log_drink(
                person=person,
                author=author,
                door=door,
                at=sitting.at,
                food_version_id=drink.food_version_id,
                volume_ml=drink.volume_ml,
                words=drink.words,
                evidence=Evidence.WORDS,
                # The same sentence sent again names the same drinks.
                entry_id=uuid5(meal.pk, str(number)),
            )
    return LoggedSentence(meal, understood.not_logged)


def _only_meal(sittings: tuple[Sitting, ...]) -> Sitting:
    meals = [sitting for sitting in sittings if sitting.items]
    if not meals:
        raise Invalid("nothing_understood", "no food was found in the sentence", field="text")
    if len(sittings) > 1:
        raise Invalid("several_meals", "the sentence tells of several meals; send each alone", field="text")
    return meals[0]
