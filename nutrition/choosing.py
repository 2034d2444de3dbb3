"""Foods that a person chose, of the catalogue or their own, with amounts in grams or measures, as drafts of a meal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from meum.domain.intervals import Interval
from meum.kernel.errors import Invalid, NotFound
from meum.language.measures import Dimension, measure_named
from meum.people.models import Person
from nutrition.catalogue.bare_energy import energy_draft
from nutrition.catalogue.queries import BULK, BULK_OF_VERSION, portions_of, visible_foods
from nutrition.domain.drafts import Macros, MealItemDraft
from nutrition.models.catalogue import Food, FoodVersion, Portion
from nutrition.models.own_foods import OwnFood
from nutrition.reading.lexicon import portion_key


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFood:
    """One food by its id (its current version is taken) or by the id of a version, and an amount.

    The amount is `grams` of edible part, or a `quantity` of a `measure`: one of the food's portions, a unit of
    weight, or one of volume where the density of the food is known. In place of a food there may be bare `energy_kcal`,
    with what is known of its `macros` in g.
    """

    food_id: UUID | None = None
    food_version_id: UUID | None = None
    grams: Interval | None = None
    quantity: float | None = None
    measure: str = ""
    words: str = ""
    energy_kcal: Interval | None = None
    macros: Mapping[str, float | None] | None = None


def item_drafts(*, chosen: Sequence[ChosenFood], person: Person) -> list[MealItemDraft]:
    """Return chosen foods as drafts, in their order, with at most four queries however many there are.

    Raises Invalid where a food or an amount is missing or told twice, or the food has no such portion; NotFound for
    an unknown food.
    """
    for position, choice in enumerate(chosen):
        _check(choice, position)
    by_measure = [choice for choice in chosen if choice.measure]
    foods = _foods_of_all(chosen, by_measure, person)
    own = _own_foods(chosen, by_measure, foods, person)
    foods |= {pk: row.food_version.food for pk, row in own.items() if pk not in foods}
    if any(_key(choice) not in foods for choice in chosen if choice.food_id or choice.measure):
        raise NotFound("unknown_food", "there is no such food")
    portions: dict[UUID, list[Portion]] = {}
    if by_measure:
        portions = portions_of({foods[_key(choice)].pk for choice in by_measure})
        portions |= {food.pk: food.household_portions for food in own.values()}
    return [
        _energy(choice)
        if choice.energy_kcal
        else MealItemDraft(
            food_version_id=choice.food_version_id or _version_in_use(foods[_key(choice)], own),
            grams=choice.grams or _weighed(choice, position, foods[_key(choice)], portions),
            quantity=choice.quantity if choice.measure else None,
            measure=choice.measure,
            words=choice.words,
        )
        for position, choice in enumerate(chosen)
    ]


def _energy(choice: ChosenFood) -> MealItemDraft:
    assert choice.energy_kcal is not None  # asked before
    return energy_draft(kcal=choice.energy_kcal, macros=Macros(**(choice.macros or {})), words=choice.words)


def _check(choice: ChosenFood, position: int) -> None:
    if choice.energy_kcal is not None:
        if choice.food_id or choice.food_version_id or choice.grams or choice.measure:
            raise Invalid("energy_or_food", "bare energy has no food", field=f"items/{position}/energy_kcal")
        return
    if any(grams is not None for grams in (choice.macros or {}).values()):
        raise Invalid("energy_or_food", "macronutrients belong to bare energy", field=f"items/{position}/energy_kcal")
    if (choice.food_id is None) == (choice.food_version_id is None):
        raise Invalid("food_not_told", "name a food by one id", field=f"items/{position}/food_id")
    if (choice.grams is None) != bool(choice.measure):
        raise Invalid("amount_not_told", "give grams, or a measure and a quantity", field=f"items/{position}/grams")
    if choice.quantity is not None and choice.quantity <= 0:
        raise Invalid("invalid_value", "a quantity is more than 0", field=f"items/{position}/quantity")


def _key(choice: ChosenFood) -> UUID:
    key = choice.food_id or choice.food_version_id
    assert key is not None  # checked before
    return key


def _foods_of_all(chosen: Sequence[ChosenFood], by_measure: Sequence[ChosenFood], person: Person) -> dict[UUID, Food]:
    """Return what the catalogue has by the id it was chosen by; of versions their foods, with grams none is needed."""
    food_ids = {choice.food_id for choice in chosen if choice.food_id}
    version_ids = {choice.food_version_id for choice in by_measure if choice.food_version_id}
    found: dict[UUID, Food] = {}
    if food_ids:
        found |= {food.pk: food for food in visible_foods().select_related(None).filter(pk__in=food_ids)}
    if version_ids:
        eaten = FoodVersion.objects.filter(Q(food__owner=None) | Q(food__owner=person), pk__in=version_ids)
        found |= {version.pk: version.food for version in eaten.select_related("food").defer(*BULK)}
    return found


def _own_foods(
    chosen: Sequence[ChosenFood], by_measure: Sequence[ChosenFood], foods: Mapping[UUID, Food], person: Person
) -> Mapping[UUID, OwnFood]:
    """Return those of the person's own foods that may be meant, by their ids; asked only where one may be."""
    ids = {choice.food_id for choice in chosen if choice.food_id and choice.food_id not in foods}
    versions = {key for key in map(_key, by_measure) if key in foods and foods[key].owner_id}
    if not ids and not versions:
        return {}
    rows = OwnFood.objects.filter(person=person, deleted_at=None).filter(Q(pk__in=ids) | Q(food_version__in=versions))
    return {row.pk: row for row in rows.select_related("food_version__food").defer(*BULK_OF_VERSION)}


def _version_in_use(food: Food, own: Mapping[UUID, OwnFood]) -> UUID:
    return own[food.pk].food_version_id if food.pk in own else food.current_id


def _weighed(choice: ChosenFood, position: int, food: Food, portions: Mapping[UUID, Sequence[Portion]]) -> Interval:
    quantity = 1.0 if choice.quantity is None else choice.quantity
    told = portion_key(choice.measure)
    for portion in portions.get(food.pk, ()):
        if portion_key(portion.unit) == told:
            return portion.grams.scaled(quantity)
    measure = measure_named(choice.measure)
    if measure is not None and measure.dimension is Dimension.MASS:
        return Interval.exact(quantity * measure.factor)
    if measure is not None and measure.dimension is Dimension.VOLUME and food.density_g_per_ml:
        return Interval.exact(quantity * measure.factor * food.density_g_per_ml)
    raise Invalid("unknown_portion", "this food has no such portion", field=f"items/{position}/measure")
