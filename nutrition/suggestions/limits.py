"""What 100 g or a portion of a food may contain at most under a condition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nutrition.domain.foods import FoodGroup
from nutrition.suggestions.facts import FoodFacts

# Food Standards Agency and Department of Health, Guide to creating a front of pack label (2013, 2016): from these
# amounts a label is red. 1.5 g of salt are 600 mg of sodium.
HIGH_SODIUM_MG = 600
HIGH_SATURATED_G = 5
HIGH_SUGAR_G, HIGH_SUGAR_DRINK_G = 22.5, 11.25
# A cup of milk holds about 12 g of lactose, as much as most people who lack lactase stand at a sitting (EFSA 2010;
# NIH consensus 2010). Half of it for one food, as a meal has several.
LACTOSE_G_PER_CUP = 12
MOST_LACTOSE_G = 6
# EFSA (2015): 200 mg at once; in pregnancy 200 mg a day, of which one drink takes at most half.
CAFFEINE_MG = 100
# Retinol: the upper level in pregnancy is 3000 ug a day (EFSA 2006); one food takes at most half.
RETINOL_UG = 1500
_SERVED_G, _POURED_G = 100, 250
_SUGAR_IN_TSP_G = 4.2


@dataclass(frozen=True, slots=True)
class Limit:
    """An amount that a food may not reach, and how it is called."""

    name_zh: str
    name_en: str
    amount: Callable[[FoodFacts], float]
    most: float

    def is_broken(self, food: FoodFacts) -> bool:
        """Tell whether a food has more; what is not known is not more."""
        return self.amount(food) > self.most


def portion_g(food: FoodFacts) -> float:
    """Return the grams that are served at once: the food's own portion, else a glass or 100 g."""
    return food.served_g or (_POURED_G if food.is_drink else _SERVED_G)


def _sodium(food: FoodFacts) -> float:
    return food.amount("NA")


def _saturated(food: FoodFacts) -> float:
    """Return the saturated fat of a food, none for nuts, which guidelines advise all the same."""
    return 0.0 if food.group is FoodGroup.NUT else food.amount("FASAT")


def _added_sugar(food: FoodFacts) -> float:
    return food.pattern("add_sugars") * _SUGAR_IN_TSP_G


def _poured_sugar(food: FoodFacts) -> float:
    """Return the sugar that is added to a drink or comes of juice; milk's own does not count."""
    if not food.is_drink:
        return 0.0
    return food.amount("SUGAR") if food.pattern("f_juice") > 0 else _added_sugar(food)


def _lactose(food: FoodFacts) -> float:
    return food.pattern("d_milk") * LACTOSE_G_PER_CUP * portion_g(food) / 100


def _caffeine(food: FoodFacts) -> float:
    return food.amount("CAFFN") * portion_g(food) / 100


def _retinol(food: FoodFacts) -> float:
    return food.amount("RETOL") * portion_g(food) / 100


_SALT = Limit("钠含量高", "high in sodium", _sodium, HIGH_SODIUM_MG)
_SWEET = Limit("添加糖多", "high in added sugar", _added_sugar, HIGH_SUGAR_G)
_SWEET_DRINK = Limit("含糖饮料", "sugary drink", _poured_sugar, HIGH_SUGAR_DRINK_G / 2)
_FAT = Limit("饱和脂肪高", "high in saturated fat", _saturated, HIGH_SATURATED_G)
_LACTOSE = Limit("乳糖多", "much lactose", _lactose, MOST_LACTOSE_G)
_CAFFEINE = Limit("咖啡因多", "much caffeine", _caffeine, CAFFEINE_MG)
_RETINOL = Limit("维生素 A（视黄醇）多", "much retinol", _retinol, RETINOL_UG)

CONDITION_LIMITS: Mapping[str, tuple[Limit, ...]] = {
    "hypertension": (_SALT,),
    "ckd3_no_dialysis": (_SALT,),
    "type2_diabetes": (_SWEET, _SWEET_DRINK),
    "gout": (_SWEET_DRINK,),
    "dyslipidaemia": (_FAT,),
    "lactose_intolerance": (_LACTOSE,),
    "pregnant": (_CAFFEINE, _RETINOL),
    "breastfeeding": (_CAFFEINE,),
    "minors": (_CAFFEINE,),
}
"""Limits by condition."""
