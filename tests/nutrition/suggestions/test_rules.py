"""Hard rules by example, and a slow look at every food of the catalogue and its ingredients."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable

import pytest

from meum.domain.languages import Lang
from nutrition.suggestions.cookbook import facts_by_key
from nutrition.suggestions.facts import FoodFacts
from nutrition.suggestions.menu import menu
from nutrition.suggestions.rules import Refusal, refusal
from nutrition.suggestions.wishes import CONDITIONS, DIETS, Wishes, parse_wishes
from nutrition.suggestions.words import TABLE, told_by


def why(key: str, wishes: Wishes) -> Refusal | None:
    return refusal(facts_by_key()[f"everyday:{key}"], wishes)


@pytest.mark.parametrize(
    ("key", "allergen"),
    [
        ("kung_pao_chicken", "peanut"),
        ("red_braised_pork", "soy"),
        ("red_braised_pork", "小麦"),
        ("oyster_lettuce", "shellfish"),
        ("fruit_salad_mayo", "egg"),
        ("hot_dry_noodles", "芝麻"),
        ("milk", "milk"),
        ("cashew_chicken", "tree_nut"),
        ("mango_sago", "mango"),
        ("mango_sago", "芒果"),
        ("buckwheat_noodles", "buckwheat"),
        ("steamed_bass", "海鲜"),
        ("shrimp", "shellfish"),
        ("oyster", "shellfish"),
    ],
)
def test_nobody_is_offered_what_they_react_to(key: str, allergen: str) -> None:
    assert why(key, parse_wishes(allergens=[allergen])) is not None


def test_a_food_of_which_not_all_is_known_is_kept_away_and_it_is_said() -> None:
    unknown = next(food for food in facts_by_key().values() if not food.allergens.is_known)
    told = refusal(unknown, Wishes(allergens=frozenset({"lupin"})))
    assert told is not None
    assert told.found(Lang.ZH) == "成分不全"
    assert told.found(Lang.EN) == "ingredients not fully known"


@pytest.mark.parametrize(
    ("key", "diet"),
    [
        ("minced_pork_eggplant", "vegetarian"),
        ("oyster_lettuce", "vegetarian"),
        ("baby_cabbage_broth", "vegetarian"),
        ("tomato_egg", "vegan"),
        ("milk", "vegan"),
        ("honey", "vegan"),
        ("beef", "pescatarian"),
        ("garlic_spinach", "buddhist_vegetarian"),
        ("chive_eggs", "buddhist_vegetarian"),
        ("pepper_pork", "halal"),
        ("drunken_chicken", "halal"),
        ("maoxuewang", "halal"),
        ("jelly_cup", "halal"),
        ("shrimp", "kosher"),
        ("braised_eel", "kosher"),
        ("cheeseburger", "kosher"),
        ("tomato_brisket", "no_beef"),
        ("twice_cooked_pork", "no_pork"),
        ("bacon", "no_pork"),
    ],
)
def test_a_diet_keeps_away_what_it_forbids(key: str, diet: str) -> None:
    assert why(key, parse_wishes(diet=diet)) is not None


@pytest.mark.parametrize(
    ("key", "diet"),
    [
        ("shredded_potato", "vegetarian"),
        ("tomato_egg", "vegetarian"),
        ("avocado", "vegan"),
        ("tofu", "vegan"),
        ("salmon", "pescatarian"),
        ("rice", "buddhist_vegetarian"),
        ("chicken_breast", "halal"),
        ("lamb", "halal"),
        ("salmon", "kosher"),
        ("milk", "no_beef"),
        ("chicken_breast", "no_pork"),
    ],
)
def test_a_diet_leaves_what_it_allows(key: str, diet: str) -> None:
    assert why(key, parse_wishes(diet=diet)) is None


@pytest.mark.parametrize(
    ("key", "condition"),
    [
        ("pickles", "hypertension"),
        ("instant_noodles", "hypertension"),
        ("cola", "type2_diabetes"),
        ("pork_liver", "gout"),
        ("oyster", "gout"),
        ("orange_juice", "gout"),
        ("bacon", "ckd3_no_dialysis"),
        ("bacon", "dyslipidaemia"),
        ("milk", "lactose_intolerance"),
        ("salmon_sashimi", "pregnant_1"),
        ("pork_liver", "pregnant_3"),
        ("coffee", "iron_deficiency"),
        ("energy_drink", "minors"),
        ("steamed_bun", "coeliac"),
        ("oatmeal", "coeliac"),
    ],
)
def test_a_condition_keeps_away_what_harms(key: str, condition: str) -> None:
    told = why(key, parse_wishes(conditions=[condition]))
    assert told is not None
    assert told.rule == condition


def test_cheese_holds_little_lactose() -> None:
    assert why("cheese", parse_wishes(conditions=["lactose_intolerance"])) is None


@pytest.mark.parametrize(
    ("name", "lang", "tag"),
    [
        ("鱼香茄子", Lang.ZH, "fish"),
        ("牛油果", Lang.ZH, "beef"),
        ("鸡腿菇", Lang.ZH, "poultry"),
        ("奶白菜", Lang.ZH, "animal"),
        ("鸡胸肉", Lang.ZH, "pork"),
        ("eggplant", Lang.EN, "animal"),
        ("butternut squash", Lang.EN, "animal"),
        ("kidney beans", Lang.EN, "organ"),
        ("wine vinegar", Lang.EN, "alcohol"),
        ("oyster mushroom", Lang.EN, "purine"),
    ],
)
def test_words_that_mislead_tell_nothing(name: str, lang: Lang, tag: str) -> None:
    assert tag not in told_by(name, lang)


@pytest.mark.parametrize(
    ("name", "tag"),
    [("鱼香肉丝", "pork"), ("糖醋里脊", "pork"), ("料酒", "alcohol"), ("醪糟", "alcohol"), ("藠头", "pungent")],
)
def test_words_tell_what_cooks_mean_by_them(name: str, tag: str) -> None:
    assert tag in told_by(name, Lang.ZH)


@pytest.mark.parametrize(
    "told", [{"allergens": ["unobtainium"]}, {"diet": "breatharian"}, {"conditions": ["dragonpox"]}]
)
def test_what_nobody_knows_is_an_error_that_names_it(told: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"unobtainium|breatharian|dragonpox"):
        parse_wishes(**told)  # type: ignore[arg-type]  # a table of words


def test_a_food_that_is_not_liked_is_refused() -> None:
    told = why("milk", parse_wishes(dislikes=["everyday:milk"]))
    assert told is not None
    assert told.rule == "dislikes"


# What must never pass, written down a second time and looked for in the plainest way.
PLAIN = {
    "vegetarian": (
        "牛肉 羊肉 鸡肉 猪肉 鸭 排骨 虾 鱼丸 蚝油",
        "pork beef lamb chicken duck shrimp salmon gelatins lard",
    ),
    "halal": ("猪 火腿 培根 料酒 啤酒 猪血", "pork bacon ham lard beer sake gelatins"),
    "no_pork": ("猪 火腿 培根 叉烧 排骨", "pork bacon ham lard"),
    "no_beef": ("牛肉 牛腩 牛排 肥牛", "beef veal brisket"),
    "buddhist_vegetarian": ("蒜 韭菜 洋葱 猪肉 鸡肉", "garlic onions leeks chives pork chicken"),
    "kosher": ("猪 虾 鳝 扇贝", "pork bacon shrimp crab eel catfish scallop"),
}
MISLEADING = re.compile(
    r"素排骨|龙虾片|虾夷葱|chicken egg|hen egg|duck egg|duck sauce|crab apple|meat ?less|vegetarian|root beer"
    r"|ginger beer|nonalcoholic|non-alcoholic|素[虾鸭]|eggs?, duck|lamb'?s lettuce|egg, duck|veggie|鸭蛋|鸭梨"
    r"|chicken of the woods"
    r"|soy bacon|vegan|meat substitute"
)


def texts(food: FoodFacts) -> Iterable[str]:
    yield from (text.lower() for _, text in food.names)
    for part in food.ingredients:
        yield part.name_zh.lower()
        yield part.name_en.lower()


@pytest.mark.parametrize("diet", PLAIN)
def test_no_food_of_the_catalogue_with_a_plain_word_passes(diet: str) -> None:
    zh, en = PLAIN[diet]
    word = re.compile("|".join([*zh.split(), rf"\b(?:{'|'.join(en.split())})\b"]))
    passed = [
        food.key
        for food in facts_by_key().values()
        if any(word.search(MISLEADING.sub("", text)) for text in texts(food))
        and refusal(food, parse_wishes(diet=diet)) is None
    ]
    assert passed == []


PLAIN_ALLERGENS = {
    "peanut": ("花生酱 花生米 宫保", "peanuts"),
    "milk": ("牛奶 黄油 奶酪 酸奶", "cheese yogurt"),
    "egg": ("鸡蛋 皮蛋 蛋黄", "omelette mayonnaise"),
    "soy": ("酱油 豆腐 黄豆 豆浆", "tofu shoyu miso"),
    "wheat": ("馒头 吐司 饺子", "bread"),
    "fish": ("三文鱼 鳕鱼 金枪鱼 鱼露", "salmon cod tuna"),
    "crustaceans": ("虾仁 虾皮 螃蟹 小龙虾", "shrimp lobster"),
    "molluscs": ("蚝油 扇贝 蛤蜊 鱿鱼", "scallop squid"),
    "sesame": ("芝麻酱 麻酱 香油", "sesame tahini"),
    "tree_nuts": ("核桃 腰果 开心果", "walnuts cashew"),
}


@pytest.mark.parametrize("allergen", PLAIN_ALLERGENS)
def test_no_food_with_a_plain_word_for_an_allergen_passes(allergen: str) -> None:
    zh, en = PLAIN_ALLERGENS[allergen]
    word = re.compile("|".join([*zh.split(), rf"\b(?:{'|'.join(en.split())})\b"]))
    passed = [
        (food.key, hit)
        for food in facts_by_key().values()
        if (hit := next(filter(word.search, texts(food)), None))
        and refusal(food, parse_wishes(allergens=[allergen])) is None
    ]
    assert passed == []


def test_each_rule_leaves_a_share_of_the_menu() -> None:
    each = [
        *({"diet": diet} for diet in DIETS),
        *({"conditions": [one]} for one in CONDITIONS),
        *({"allergens": [one]} for one in ("peanut", "milk", "egg", "soy", "wheat", "fish", "shellfish", "sesame")),
    ]
    for told in each:
        wishes = parse_wishes(**told)  # type: ignore[arg-type]  # a table of words
        left = sum(refusal(food, wishes) is None for food in menu()) / len(menu())
        assert left > 0.15, told


def test_each_word_stands_once_in_the_table() -> None:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [(row["lang"], row["word"]) for row in csv.DictReader(lines)]
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("key", ["soy_milk", "green_tea"])
def test_words_that_mislead_refuse_nothing_to_a_vegan(key: str) -> None:
    """Soya milk holds no milk, and 碧螺春 no snail."""
    assert why(key, parse_wishes(diet="vegan")) is None
