"""What a food contains, asked by name: the food that the words mean, its nutrients, and the grams of a measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from meum.domain.intervals import Interval
from meum.domain.languages import Lang, language_of
from meum.kernel.errors import Invalid, NotFound
from meum.language.lexicon import key_of
from meum.language.quantities import Quantity, bare_quantity_at, quantity_at
from meum.language.scripts import simplified
from nutrition.catalogue.grading import Reason, reasons_of
from nutrition.catalogue.lexicon import meal_lexicon
from nutrition.catalogue.nutrients import amounts_of, nutrient
from nutrition.catalogue.queries import food_vector, visible_foods
from nutrition.catalogue.search import search_foods
from nutrition.domain.foods import Grade
from nutrition.models.catalogue import Food
from nutrition.reading.portions import Told, weigh

# Below this a search found something else than what was asked for.
_LEAST_SCORE = 0.45


@dataclass(frozen=True, slots=True)
class FoodAnswer:
    """What is known of one food: amounts per 100 g by tagname, None where unknown; grams of the measure asked for.

    `reasons` say what stands against its figures.
    """

    food_id: UUID
    name: str
    per_100g: Mapping[str, float | None]
    grams: Interval | None
    source: str
    grade: Grade
    reasons: Sequence[Reason]


def food_meant(query: str) -> Food:
    """Return the food that a meal reader takes the words for, else the best that search finds.

    Raises NotFound when no food is called anything like it.
    """
    named = meal_lexicon().names.get(key_of(query))
    if named:
        return visible_foods().get(key=named[0].food)
    hits = search_foods(query=query, limit=1)
    if not hits or hits[0].score < _LEAST_SCORE:
        raise NotFound("unknown_food", "no food is called anything like that")
    return visible_foods().get(pk=hits[0].food_id)


def food_facts(*, query: str, tagnames: Sequence[str] = (), measure: str = "") -> FoodAnswer:
    """Return what the food of a query contains in 100 g of edible part, and what a measure such as "1 碗" weighs.

    Without tagnames all that is known is told. Raises NotFound for an unknown food, Invalid for an unknown tagname
    or a measure that is no amount.
    """
    food = food_meant(query)
    known = amounts_of(food_vector(food.current_id))
    return FoodAnswer(
        food_id=food.pk,
        name=food.current.name(language_of(query, Lang.ZH)),
        per_100g={tagname: known.get(tagname) for tagname in map(_known_tag, tagnames)} if tagnames else known,
        grams=_weighed(food, measure) if measure else None,
        source=food.current.provenance,
        grade=Grade(food.current.grade),
        reasons=reasons_of(food.current.grade_reasons),
    )


def _known_tag(tagname: str) -> str:
    try:
        return nutrient(tagname).tagname
    except ValueError as error:
        raise Invalid("unknown_nutrient", str(error), field="nutrients") from error


def _weighed(food: Food, measure: str) -> Interval:
    lexicon = meal_lexicon()
    told = Told(quantities=(_quantity(measure),))
    return weigh(told, facts=lexicon.facts(food.key), generic=lexicon.generic).grams


def _quantity(measure: str) -> Quantity:
    text = simplified(measure).strip()
    quantity = quantity_at(text, 0) or bare_quantity_at(text, 0)
    if quantity is None:
        raise Invalid(
            "measure_not_understood", "a measure is a number and a unit, as in 1 cup or 两个", field="measure"
        )
    return quantity
