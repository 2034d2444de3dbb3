"""Which allergens are read from names and groups, by example; a table of words decides, so most tests are sayings."""

from __future__ import annotations

import pytest

from nutrition.catalogue.allergens import allergens_in_names, allergens_of
from nutrition.domain.allergens import AllergenFacts, allergens_of_codes
from nutrition.domain.foods import FoodGroup
from tests.nutrition.catalogue.drafts import draft


def facts(name: str, group: FoodGroup = FoodGroup.DISH, source: str = "sr28") -> AllergenFacts:
    zh, en = ("", name) if name.isascii() else (name, "")
    return allergens_of(draft(group=group, source=source, names=(), name_zh=zh, name_en=en))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("面条", "wheat"),
        ("花生酱", "peanut"),
        ("虾仁炒蛋", "crustaceans,egg"),
        ("豆浆", "soy"),
        ("牛奶", "milk"),
        ("蛋糕", "wheat,egg,milk"),
        ("酱油", "wheat,soy"),
        ("宫保鸡丁", "wheat,peanut,soy"),
        ("蚝油生菜", "wheat,soy,molluscs"),
        ("麻酱凉皮", "wheat,sesame"),
        ("西芹百合", "celery"),
        ("核桃露", "tree_nuts"),
        ("葡萄酒", "sulphites"),
        ("三文鱼刺身", "fish"),
        ("蒜蓉扇贝", "molluscs"),
        ("荞麦面", "wheat"),
        ("沙茶酱", "crustaceans,fish,peanut,soy"),
    ],
)
def test_chinese_names_tell_of_allergens(name: str, codes: str) -> None:
    assert allergens_in_names(zh=name) == allergens_of_codes(codes)


@pytest.mark.parametrize(
    "name",
    [
        "米粉",
        "河粉",
        "蟹味菇",
        "杏鲍菇",
        "鱼香草",
        "鱼腥草",
        "椰奶",
        "土豆",
        "绿豆",
        "蛋白质",
        "奶白菜",
        "牛油果",
        "赛螃蟹",
        "芝麻菜",
        "油麦菜",
    ],
)
def test_a_word_within_another_word_does_not_count(name: str) -> None:
    assert allergens_in_names(zh=name) == frozenset()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Bread, white", "wheat"),
        ("Peanut butter", "peanut"),
        ("Shrimp, fried", "crustaceans"),
        ("Soy milk", "soy"),
        ("Cake, chocolate", "wheat,egg,milk"),
        ("Pizza, cheese", "wheat,milk"),
        ("Almond milk", "tree_nuts"),
        ("Clam chowder", "molluscs"),
        ("Worcestershire sauce", "fish"),
        ("Imitation crab", "wheat,crustaceans,fish,egg"),
        ("Egg noodles", "wheat,egg"),
        ("Waffles", "wheat,egg,milk"),
        ("English muffin", "wheat"),
    ],
)
def test_english_names_tell_of_allergens(name: str, codes: str) -> None:
    assert allergens_in_names(en=name) == allergens_of_codes(codes)


@pytest.mark.parametrize(
    "name",
    [
        "Rice noodles",
        "Coconut milk",
        "Eggplant",
        "Butternut squash",
        "Corn tortilla",
        "Oyster mushrooms",
        "Cocoa butter",
    ],
)
def test_english_words_within_other_names_do_not_count(name: str) -> None:
    assert allergens_in_names(en=name) == frozenset()


@pytest.mark.parametrize(
    ("name", "group", "codes"),
    [
        ("Apples, raw, with skin", FoodGroup.FRUIT, ""),
        ("Celery, raw", FoodGroup.VEGETABLE, "celery"),
        ("Soy sauce made from soy and wheat (shoyu)", FoodGroup.LEGUME, "wheat,soy"),
        ("Salt, table", FoodGroup.SEASONING, ""),
        ("Butter, without salt", FoodGroup.DAIRY, "milk"),
        ("Pork, fresh, belly, raw", FoodGroup.MEAT, ""),
        ("鹌鹑蛋", FoodGroup.EGG, "egg"),
        ("传统豆腐", FoodGroup.DISH, "soy"),
    ],
)
def test_a_plain_food_of_one_thing_is_known_in_full(name: str, group: FoodGroup, codes: str) -> None:
    assert facts(name, group) == AllergenFacts(allergens_of_codes(codes), is_known=True)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Frankfurter, meat", FoodGroup.MEAT),
        ("Sauce, oyster, ready-to-serve", FoodGroup.SEASONING),
        ("Beans, baked, canned", FoodGroup.LEGUME),
        ("Chicken, breaded and fried", FoodGroup.POULTRY),
        ("KRAFT Something", FoodGroup.VEGETABLE),
        ("冷冻虾饺", FoodGroup.DISH),
        ("腌渍花胡瓜", FoodGroup.VEGETABLE),
        ("Soymilk, chocolate", FoodGroup.LEGUME),
    ],
)
def test_what_may_hold_more_is_not_known(name: str, group: FoodGroup) -> None:
    assert not facts(name, group).is_known


def test_what_is_eaten_may_be_cooked_in_anything() -> None:
    assert not facts("Broccoli, cooked", FoodGroup.VEGETABLE, source="fndds").is_known
    assert facts("Broccoli, raw", FoodGroup.VEGETABLE, source="fndds").is_known


def test_the_group_tells_where_the_name_does_not() -> None:
    assert facts("白鲳", FoodGroup.SEAFOOD).codes == "fish"
    assert facts("Quark", FoodGroup.DAIRY).codes == "milk"
    assert facts("仿刺参", FoodGroup.SEAFOOD).codes == ""
    assert facts("Coconut milk", FoodGroup.DAIRY).codes == ""
