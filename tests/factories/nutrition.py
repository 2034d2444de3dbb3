"""Makers of foods."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from uuid import UUID, uuid4

from django.db import transaction

from meum.domain.languages import Lang
from nutrition.catalogue.naming import folded
from nutrition.catalogue.nutrients import spread_of, vector_of
from nutrition.domain.foods import FoodGroup, NameKind
from nutrition.models.catalogue import CatalogueSource, Food, FoodName, FoodVersion, Portion

_numbers = count(1)


def make_source(name: str = "own") -> CatalogueSource:
    """Make a source of foods, or take the one of that name, with a new stamp as after a load."""
    facts = {"title": "Foods of a test", "edition": "1", "licence": "CC0-1.0", "stamp": uuid4()}
    return CatalogueSource.objects.update_or_create(name=name, defaults=facts)[0]


@transaction.atomic
def make_food(
    *,
    name_zh: str = "",
    name_en: str = "",
    nutrients: Mapping[str, float | None] | None = None,
    spread: Mapping[str, tuple[float, float]] | None = None,
    portions: Mapping[str, tuple[float, float, float]] | None = None,
    aliases: Mapping[str, Lang] | None = None,
    group: FoodGroup = FoodGroup.DISH,
    prior: int = 30,
    is_drink: bool = False,
    density_g_per_ml: float | None = None,
    key: str = "",
    source: str = "own",
    pk: UUID | None = None,
) -> Food:
    """Make a food with its first version; without a name it is called 食物 and a number.

    `nutrients` are by tagname per 100 g, `spread` their least and most as factors of them, `portions` by unit as grams
    low, mid, high, the first being the default.
    """
    number, told = next(_numbers), spread_of(spread or {})
    name_zh = name_zh or ("" if name_en else f"食物{number}")
    food = Food(
        pk=pk or uuid4(),
        key=key or f"own:{number}",
        source=make_source(source),
        group=group,
        prior=prior,
        is_drink=is_drink,
        density_g_per_ml=density_g_per_ml,
    )
    food.current = FoodVersion(
        food=food,
        number=1,
        name_zh=name_zh,
        name_en=name_en,
        nutrients=vector_of(nutrients or {"ENERC_KCAL": 100}).to_bytes(),
        spread=None if told is None else told.to_bytes(),
        edition="1",
        provenance="made for a test",
    )
    food.save(force_insert=True)
    food.current.save(force_insert=True)
    names = {name_zh: Lang.ZH, name_en: Lang.EN} | dict(aliases or {})
    for text, lang in names.items():
        if text:
            FoodName.objects.create(food=food, lang=lang, text=text, folded=folded(text), kind=NameKind.NAME)
    for position, (unit, (low, mid, high)) in enumerate((portions or {}).items()):
        Portion.objects.create(
            food=food,
            position=position,
            unit=unit,
            grams_low=low,
            grams_mid=mid,
            grams_high=high,
            basis="test",
            is_default=position == 0,
        )
    return food


FoodFactory = make_food
