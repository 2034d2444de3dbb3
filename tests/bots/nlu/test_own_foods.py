"""What teaches a food, what a label and a recipe say, and what only sounds like it."""

from __future__ import annotations

import pytest

from bots.nlu.commands import command_of
from bots.nlu.keywords import Intent
from bots.nlu.own_foods import DishTold, LabelTold, dish_in, label_in, name_to_forget, teaching_in
from meum.language.scripts import clean


def taught(text: str) -> tuple[str, LabelTold | DishTold] | None:
    told = clean(text)
    teaching = teaching_in(told.text)
    if teaching is None:
        return None
    body = told.text[slice(*teaching.body)]
    return told.quote(*teaching.name), label_in(body) or dish_in(body)


@pytest.mark.parametrize(
    ("text", "name", "dish"),
    [
        ("记住 我的奶昔：香蕉一根、牛奶250ml", "我的奶昔", DishTold("香蕉一根、牛奶250ml")),
        ("记住我的奶昔是香蕉一根、牛奶250ml", "我的奶昔", DishTold("香蕉一根、牛奶250ml")),
        ("請記住「我的奶昔」＝香蕉一根", "我的奶昔", DishTold("香蕉一根")),
        ("remember My Shake = 1 banana, 250 ml milk", "My Shake", DishTold("1 banana, 250 ml milk")),
        ("please remember my toast is bread and butter", "my toast", DishTold("bread and butter")),
        ("记住 红烧肉：五花肉500克，做好450克，4份", "红烧肉", DishTold("五花肉500克", 4, 450)),
        ("记住 炖牛肉：牛肉一斤，做好1.2公斤，做四人份", "炖牛肉", DishTold("牛肉一斤", 4, 1200)),
        ("remember stew: 500 g beef; makes 4; cooked 900 g", "stew", DishTold("500 g beef", 4, 900)),
        ("remember stew: 2 servings of rice, 1 egg", "stew", DishTold("2 servings of rice, 1 egg")),
    ],
)
def test_a_dish_is_taught_by_what_goes_into_it(text: str, name: str, dish: DishTold) -> None:
    assert taught(text) == (name, dish)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "我的能量棒 一根45克 190大卡 蛋白质10克",
            "我的能量棒",
            LabelTold({"ENERC_KCAL": 190, "PROCNT": 10}, unit="根", grams=45),
        ),
        (
            "my energy bar: 45 g, 190 kcal, 10 g protein",
            "my energy bar",
            LabelTold({"ENERC_KCAL": 190, "PROCNT": 10}, grams=45),
        ),
        (
            "my bar 1 bar (45 g) 190 calories 10 g protein 5 g fat",
            "my bar",
            LabelTold({"ENERC_KCAL": 190, "PROCNT": 10, "FAT": 5}, unit="bar", grams=45),
        ),
        (
            "My bar 45g 190 kcal protein 10g fat 5g carbs 20 g sodium 0.12g",
            "My bar",
            LabelTold({"ENERC_KCAL": 190, "PROCNT": 10, "FAT": 5, "CHOCDF": 20, "NA": 120}, grams=45),
        ),
        (
            "我的酸奶 每100克 72大卡 钠65 一杯180克",
            "我的酸奶",
            LabelTold({"ENERC_KCAL": 72, "NA": 65}, is_per_100=True, unit="杯", grams=180),
        ),
        (
            "remember granola per 100 g: 1883 kJ",
            "granola",
            LabelTold({"ENERC_KCAL": 450.0}, is_per_100=True),
        ),
        ("记住 燕麦饼 190大卡", "燕麦饼", LabelTold({"ENERC_KCAL": 190})),
    ],
)
def test_a_food_is_taught_by_its_label(text: str, name: str, label: LabelTold) -> None:
    assert taught(text) == (name, label)


@pytest.mark.parametrize(
    "text",
    [
        "my lunch 350 kcal",
        "my lunch: rice 200 g 350 kcal",
        "我的午饭：米饭200克 350大卡",
        "我的体重 62.5公斤",
        "my goal is 1800 kcal",
        "my shake",
        "my energy bar 190 kcal",
        "吃了我的能量棒 一根45克 190大卡",
        "had my bar, 45 g, 190 kcal",
        "记住我对花生过敏",
        "remember to drink water",
        "remember my name is Ada",
        "记住",
    ],
)
def test_a_log_and_talk_teach_nothing(text: str) -> None:
    assert taught(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("忘掉我的奶昔", "我的奶昔"),
        ("请忘掉「我的奶昔」吧", "我的奶昔"),
        ("删除食物 能量棒", "能量棒"),
        ("forget my shake", "my shake"),
        ("please forget about my shake.", "my shake"),
        ("forget it", ""),
        ("忘了吃早饭", ""),
        ("I forgot my lunch", ""),
    ],
)
def test_a_food_is_forgotten_by_name(text: str, name: str) -> None:
    assert name_to_forget(clean(text).text) == name


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("记住 我的奶昔：香蕉一根", Intent.TEACH),
        ("忘掉我的奶昔", Intent.FORGET),
        ("我的食物", Intent.OWN_FOODS),
        ("My foods", Intent.OWN_FOODS),
    ],
)
def test_these_are_commands(text: str, intent: Intent) -> None:
    command = command_of(clean(text).text)

    assert command is not None
    assert command.intent is intent
