"""What a sentence says about eating, in foods of the catalogue; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from meum.domain.days import DayClock
from meum.domain.intervals import Interval
from meum.domain.languages import Lang, name_in
from meum.domain.nutrients import NutrientTotals, Portion, totals_of
from meum.kernel.errors import Unavailable
from meum.people.models import Person
from nutrition.catalogue.lexicon import Spoken, lexicon_with, spoken
from nutrition.catalogue.nutrients import SIZE
from nutrition.catalogue.queries import NamedVersion, food_vectors
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.slots import eaten_at, slot_of
from nutrition.models.catalogue import FoodVersion
from nutrition.models.own_foods import OwnFood
from nutrition.queries.own_foods import own_foods_in_use
from nutrition.reading.drafts import Again, DrinkDraft, ItemDraft, MealDraft, OddAmount
from nutrition.reading.reader import read_meal

WATER = "everyday:water"
MOST_LETTERS_KEPT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class FoodChoice:
    """One food that a word may mean."""

    food_id: UUID
    food_version_id: UUID
    key: str
    name_zh: str
    name_en: str

    def name(self, lang: Lang) -> str:
        """Return the food's name in a language, in the other one where there is none."""
        return name_in(lang, zh=self.name_zh, en=self.name_en)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodItem:
    """One food of a sentence: what it was taken for, what else it may be, and how much of it.

    `draft` is what `log_meal` stores; `confidence` lies in 0..1; `portion` holds the vector per 100 g and the grams.
    """

    food: FoodChoice
    draft: MealItemDraft
    portion: Portion
    alternatives: tuple[FoodChoice, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodDrink:
    """Plain water that was drunk; a millilitre weighs a gram."""

    food: FoodChoice
    portion: Portion
    volume_ml: Interval
    words: str
    is_amount_assumed: bool

    @property
    def food_version_id(self) -> UUID:
        """Return the version of water that `log_drink` stores."""
        return self.food.food_version_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What was eaten and drunk at one time."""

    at: datetime
    slot: str
    items: tuple[UnderstoodItem, ...]
    drinks: tuple[UnderstoodDrink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """All that a message says about eating and drinking; `unknown` quotes what may be food and is not known.

    `odd` holds amounts that cannot be, `mentioned` quotes foods that are named in a message which tells of none eaten,
    `share` the part that was eaten of something told before.
    """

    sittings: tuple[Sitting, ...]
    unknown: tuple[str, ...]
    again: Again | None
    odd: tuple[OddAmount, ...]
    share: Interval | None
    mentioned: tuple[str, ...]
    is_denial: bool
    is_plan: bool
    is_cut: bool

    @property
    def items(self) -> tuple[UnderstoodItem, ...]:
        """Return the items of every sitting in the order told."""
        return tuple(item for sitting in self.sittings for item in sitting.items)

    @property
    def drinks(self) -> tuple[UnderstoodDrink, ...]:
        """Return the drinks of every sitting in the order told."""
        return tuple(drink for sitting in self.sittings for drink in sitting.drinks)

    @property
    def not_logged(self) -> tuple[str, ...]:
        """Return the words of whatever makes no item: not known, or in an amount that cannot be."""
        return (*self.unknown, *(odd.words for odd in self.odd))

    def totals(self) -> NutrientTotals:
        """Return what all items and drinks count to."""
        portions = [item.portion for item in self.items] + [drink.portion for drink in self.drinks]
        return totals_of(portions, size=SIZE)


def understand_meal(*, text: str, at: datetime, counted_by: DayClock, person: Person | None = None) -> Understanding:
    """Return what a message says about eating and drinking, in foods of the catalogue.

    `at` is when it was said, `counted_by` the clock the person lives by. The own foods of the `person` go before those
    of the catalogue; whoever has none pays one small query. Stores nothing; never raises on any text,
    but Unavailable where the catalogue was not loaded.
    """
    own = own_foods_in_use(person=person) if person else []
    catalogue = spoken()
    reading = read_meal(text, lexicon=lexicon_with(own, lexicon=catalogue.lexicon), now=counted_by.local(at))
    foods = _Foods({key for item in reading.items for key in (item.food, *item.alternatives)} | {WATER}, own, catalogue)
    return Understanding(
        sittings=tuple(_sitting(meal, foods, at, counted_by) for meal in reading.meals),
        unknown=reading.unknown,
        again=reading.again,
        odd=reading.odd,
        share=reading.share,
        mentioned=reading.mentioned,
        is_denial=reading.is_denial,
        is_plan=reading.is_plan,
        is_cut=reading.is_cut,
    )


class _Foods:
    """The current versions and vectors of the foods that one reading names."""

    def __init__(self, keys: Set[str], own: Iterable[OwnFood], catalogue: Spoken) -> None:
        mine = {food.food_key: food.food_version for food in own if food.food_key in keys}
        self._versions: Mapping[str, NamedVersion | FoodVersion] = {**catalogue.versions(keys - mine.keys()), **mine}
        self._vectors = food_vectors({version.pk for version in self._versions.values()})

    def choice(self, key: str) -> FoodChoice:
        version = self._versions.get(key)
        if version is None:
            raise Unavailable("catalogue_not_loaded", "the catalogue does not hold this food; load it with make setup")
        return FoodChoice(
            food_id=version.food_id,
            food_version_id=version.pk,
            key=key,
            name_zh=version.name_zh,
            name_en=version.name_en,
        )

    def portion(self, key: str, grams: Interval) -> Portion:
        return Portion(self._vectors[self._versions[key].pk], grams)


def _sitting(meal: MealDraft, foods: _Foods, said_at: datetime, counted_by: DayClock) -> Sitting:
    when = meal.when
    at = eaten_at(slot=when.slot, day_offset=when.day_offset, clock=when.clock, now=said_at, counted_by=counted_by)
    return Sitting(
        at=at,
        slot=when.slot or slot_of(counted_by.local(at).time()),
        items=tuple(_item(item, foods) for item in meal.items),
        drinks=tuple(_drink(drink, foods) for drink in meal.drinks),
    )


def _drink(drink: DrinkDraft, foods: _Foods) -> UnderstoodDrink:
    return UnderstoodDrink(
        food=foods.choice(WATER),
        portion=foods.portion(WATER, drink.volume_ml),
        volume_ml=drink.volume_ml,
        words=drink.words[:MOST_LETTERS_KEPT],
        is_amount_assumed=not drink.is_amount_told,
    )


def _item(item: ItemDraft, foods: _Foods) -> UnderstoodItem:
    food = foods.choice(item.food)
    draft = MealItemDraft(
        food_version_id=food.food_version_id,
        grams=item.grams,
        quantity=item.amount.mid if item.amount and item.is_amount_told else None,
        measure=item.unit or "",
        is_amount_assumed=not item.is_amount_told,
        words=item.words[:MOST_LETTERS_KEPT],
    )
    return UnderstoodItem(
        food=food,
        draft=draft,
        portion=foods.portion(item.food, item.grams),
        alternatives=tuple(foods.choice(key) for key in item.alternatives),
        confidence=item.confidence,
    )
