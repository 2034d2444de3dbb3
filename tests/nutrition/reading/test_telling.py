"""What was eaten told apart from what is asked, planned, bought or only mentioned."""

from __future__ import annotations

import pytest

from meum.domain.intervals import Interval
from meum.language.measures import MEASURES
from meum.language.quantities import Quantity
from meum.language.times import MealSlot, Moment
from nutrition.reading.lexicon import Candidate
from nutrition.reading.pieces import Amount, Counter, Food, Piece, Timed, Unknown, Word
from nutrition.reading.telling import is_about_food, untold_in
from nutrition.reading.words import Role
from tests.nutrition.reading.american import eaten
from tests.nutrition.reading.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "how many calories are in a banana?",
        "is a banana healthy",
        "should I eat pizza or rice?",
        "can I eat eggs?",
        "hi, what about popcorn?",
        "ok so how much protein is in an egg",
    ],
)
def test_a_question_tells_nothing_eaten(text: str) -> None:
    assert eaten(text) == []


@pytest.mark.parametrize(
    "text", ["can of coke and crackers", "am: 2 eggs", "中午多吃了两个包子", "晚上少吃了一碗饭", "应该吃了两个鸡蛋"]
)
def test_what_only_begins_like_a_question_or_a_plan_is_told(text: str) -> None:
    assert untold_in(text).taken == ()


@pytest.mark.parametrize(
    "text",
    [
        "I'm going to eat pizza",
        "I want some cake",
        "pizza tomorrow",
        "craving popcorn",
        "I'll have rice",
        "I need to eat an apple",
        "thinking about cake",
        "a recipe for chocolate cake",
    ],
)
def test_a_plan_tells_nothing_eaten(text: str) -> None:
    assert eaten(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "苹果多少卡？",
        "100克米饭碳水多少",
        "米饭怎么做",
        "鸡蛋能不能吃",
        "明天吃米饭",
        "我想吃披萨",
        "晚点吃苹果",
        "别吃鸡蛋",
        "打算吃饺子",
    ],
)
def test_chinese_questions_and_plans_tell_nothing_eaten(text: str, read: Read) -> None:
    assert read(text).items == ()


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("what I had was rice", "Rice, white, cooked, NS as to fat"),
        ("I had an apple later in the day", "Apple, raw"),
        ("I ate an apple, is that ok?", "Apple, raw"),
        ("I ate an apple, tomorrow pizza", "Apple, raw"),
        ("I ate an apple. How much protein is that?", "Apple, raw"),
        ("I ate 1.5 apples. Tomorrow I'll have pizza", "Apple, raw"),
    ],
)
def test_what_was_eaten_beside_a_question_or_a_plan_counts(text: str, food: str) -> None:
    assert eaten(text) == [food]


def test_only_the_clause_that_asks_is_left_out() -> None:
    text = "吃了米饭，鸡蛋多少卡？"

    assert untold_in(text).taken == ((5, len(text)),)


@pytest.mark.parametrize(
    "text",
    [
        "must buy bananas and rice at the supermarket",
        "groceries: bananas, rice",
        "stocked up on bananas, in the fridge",
    ],
)
def test_shopping_fills_the_fridge(text: str) -> None:
    assert eaten(text) == []


@pytest.mark.parametrize("text", ["早餐超市买的面包", "超市买了米饭当午饭", "下单了一碗米饭"])
def test_what_was_bought_for_a_meal_is_told(text: str) -> None:
    assert untold_in(text).taken == ()


@pytest.mark.parametrize("text", ["had rice on my way to work", "rice for lunch on my way home"])
def test_a_way_told_is_no_talk(text: str) -> None:
    assert eaten(text) == ["Rice, white, cooked, NS as to fat"]


@pytest.mark.parametrize("text", ["在超市囤了米饭和鸡蛋", "冰箱：米饭，鸡蛋"])
def test_chinese_shopping_fills_the_fridge(text: str, read: Read) -> None:
    assert read(text).items == ()


def test_what_was_eaten_out_of_the_fridge_counts() -> None:
    assert eaten("ate a banana from the fridge") == ["Banana, raw"]


_TEXT = "x" * 99
_HONEY, _TALK = Food(10, 15, (Candidate("honey"),), "honey"), (Unknown(0, 3), Unknown(4, 8))
_SPOON = Quantity(Interval.exact(1), MEASURES["tbsp"], None, 9, 10)


def test_more_unknown_words_than_foods_are_talk_about_something_else() -> None:
    assert not is_about_food(_TEXT, [*_TALK, _HONEY])
    assert is_about_food(_TEXT, [_TALK[0], _HONEY])


def test_words_without_a_food_are_left_to_be_quoted() -> None:
    assert is_about_food(_TEXT, [*_TALK])


@pytest.mark.parametrize(
    "evidence",
    [
        Word(9, 10, Role.VERB),
        Timed(9, 10, Moment(9, 10, slot=MealSlot.LUNCH)),
        Amount(9, 10, _SPOON),
        Counter(9, 10, MEASURES["tbsp"]),
    ],
)
def test_a_verb_a_meal_or_an_amount_beside_the_food_makes_it_a_log(evidence: Piece) -> None:
    assert is_about_food(_TEXT, [*_TALK, evidence, _HONEY])


def test_an_amount_beside_no_food_makes_no_log() -> None:
    assert not is_about_food(_TEXT, [Amount(0, 1, _SPOON), *_TALK, _HONEY])


def test_of_talk_about_something_else_nothing_is_kept_or_quoted(read: Read) -> None:
    reading = read("昨晚梦见龙虎和凤鸾抢鸡蛋")

    assert (reading.items, reading.unknown) == ((), ())


@pytest.mark.parametrize("text", ["that banana phone is mine", "my pizza shirt", "it was honey for the ears"])
def test_who_speaks_of_a_food_without_a_word_of_eating_tells_no_meal(text: str) -> None:
    assert eaten(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "my husband ate the entire pizza while I was at yoga",
        "hubby had rice and eggs tonight, lucky him",
        "the slugs ate all my apples again",
        "my boyfriend made her rice with honey",
        'my trainer said "eat more chicken and rice"',
    ],
)
def test_what_others_ate_is_not_the_speakers(text: str) -> None:
    assert eaten(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "孩子他爸吃了三碗米饭",
        "老公一个人干掉三碗米饭",
        "女儿中午在幼儿园吃了三碗米饭",
        "他点了一碗米饭 吃得真香",
        "给儿子煎了两个鸡蛋",
    ],
)
def test_chinese_meals_of_others_are_not_the_speakers(text: str, read: Read) -> None:
    assert read(text).items == ()


@pytest.mark.parametrize("text", ["和爸妈一起吃了米饭", "同事给了一个苹果", "妈妈做的米饭", "老公吃了鸡蛋 我吃了米饭"])
def test_who_ate_with_others_or_what_they_gave_did_eat(text: str, read: Read) -> None:
    assert read(text).items


@pytest.mark.parametrize(
    "text",
    [
        "normally I eat 2 eggs a day",
        "I always get pizza on Fridays",
        "honestly rice is a crime",
        "eggs are 6 bucks a dozen now",
        "shopping list: apples, 2 eggs, rice",
        "recipe for 4: 500 g rice, 1 apple",
        "50% OFF all large pizzas this weekend only!",
        "delete the pizza",
        "making rice for grandma",
    ],
)
def test_habits_opinions_lists_and_orders_tell_nothing_eaten(text: str) -> None:
    assert eaten(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "平时早上吃两个鸡蛋",
        "买菜清单：鸡蛋30个 苹果",
        "我对鸡蛋过敏",
        "要是吃一碗米饭呢",
        "减肥能吃米饭不",
        "等于两碗米饭",
    ],
)
def test_chinese_habits_opinions_and_lists_tell_nothing_eaten(text: str, read: Read) -> None:
    assert read(text).items == ()


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("wanted an apple but ended up with a banana", "Banana, raw"),
        ("I wanted an apple but had a banana", "Banana, raw"),
        ("lunch is a banana", "Banana, raw"),
    ],
)
def test_what_was_eaten_after_all_counts(text: str, food: str) -> None:
    assert eaten(text) == [food]


def test_chinese_wishes_end_where_something_was_eaten_after_all(read: Read) -> None:
    assert [item.name for item in read("本来想吃苹果结果吃了米饭").items] == ["米饭"]
    assert [item.name for item in read("本来想吃炸鸡的，最后还是煮了碗饺子").items] == ["饺子"]


@pytest.mark.parametrize(
    "text",
    [
        "the dog just stole a whole pizza off the counter",
        "any good pizza places near union square?",
        "rice vs popcorn, fewer calories?",
        "wish I had some cake in the house",
        "put a honey and yogurt mask on my face",
        "booked a table for pizza on friday",
        "I'd have had the pizza if it wasn't 45 dollars",
        "they forgot my fries and the burger, got a refund",
        "meal prepped 5 boxes of rice for the week",
    ],
)
def test_talk_of_food_that_was_not_eaten_tells_nothing(text: str) -> None:
    assert eaten(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "我室友一个人干掉了一整碗米饭 服了",
        "隔壁桌点了一碗米饭",
        "周末约了朋友去吃披萨",
        "我觉得苹果就是邪教",
        "前年在日本吃的那碗米饭我能记一辈子",
        "面包烤糊了 扔了",
        "外卖送错了 我点的米饭给我送了份面条",
        "吃米饭真的能瘦?",
    ],
)
def test_chinese_talk_of_food_that_was_not_eaten_tells_nothing(text: str, read: Read) -> None:
    assert read(text).items == ()


@pytest.mark.parametrize("text", ["吃了米饭 剩下的扔了", "吃了一碗米饭，够吗？", "我和室友吃了米饭"])
def test_what_was_eaten_before_the_rest_was_lost_or_asked_about_counts(text: str, read: Read) -> None:
    assert read(text).items
