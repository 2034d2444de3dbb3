"""What a nutritionist corrected is told once, with the next answer, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bots.dialogue.messages import Reply
from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.journal.services import remove_entry, undo_latest
from meum.people.models import Person
from meum.people.services import share_with
from nutrition import services as nutrition
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Meal
from tests.bots.conftest import Say
from tests.factories.diary import make_meal
from tests.factories.nutrition import make_food

NEWS = ("另外，", "By the way: ")


@pytest.fixture
def meal(ada: Person, ben: Person) -> Meal:
    """Return Ada's lunch of two foods; she shares with Ben."""
    share_with(person=ada, nutritionist=ben, door=Door.API)
    rice, egg = (make_food(name_zh=zh, name_en=en) for zh, en in (("米饭", "rice"), ("鸡蛋", "egg")))
    meal = make_meal(person=ada, food=rice, grams=Interval.exact(200), slot="lunch")
    items = [MealItemDraft(food_version_id=egg.current_id, grams=Interval.exact(50))]
    return nutrition.add_items(person=ada, author=ada, door=Door.WEB, meal_id=meal.pk, items=items)


def correct(meal: Meal, by: Person, *, number: int = 1, grams: float = 150) -> None:
    nutrition.correct_item(
        person=meal.person, author=by, door=Door.ADMIN, meal_id=meal.pk, number=number, grams=Interval.exact(grams)
    )


def news_of(reply: Reply) -> list[str]:
    return [line for line in reply.lines if line.startswith(NEWS)]


@pytest.mark.parametrize(
    ("hello", "text", "day", "line"),
    [
        ("你好", "你好", "2026-11-20", "另外，营养师ben把今天的米饭改成了 150 克。不对？发「撤销更正」。"),
        ("你好", "你好", "2026-11-21", "另外，营养师ben把昨天的米饭改成了 150 克。不对？发「撤销更正」。"),
        (
            "hello there",
            "hello",
            "2026-11-20",
            "By the way: nutritionist ben changed rice (today) to 150 g. Not right? “undo the correction”.",
        ),
    ],
)
def test_a_correction_is_told_once(
    ada: Person, ben: Person, meal: Meal, say: Say, hello: str, text: str, day: str, line: str
) -> None:
    say(ada, hello, day=day, at="08:00")
    correct(meal, ben)

    assert news_of(say(ada, text, day=day)) == [line]
    assert news_of(say(ada, text, day=day)) == []


def test_it_is_told_in_one_channel_only(ada: Person, ben: Person, meal: Meal, say: Say) -> None:
    correct(meal, ben)
    say(ada, "你好", door=Door.WEB)

    assert news_of(say(ada, "你好", door=Door.TERMINAL)) == []


def test_the_answer_that_comes_again_tells_it_again(ada: Person, ben: Person, meal: Meal, say: Say) -> None:
    correct(meal, ben)

    first = say(ada, "你好", message_id="m")

    assert news_of(first)
    assert say(ada, "你好", message_id="m") == first


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (correct, "把今天的米饭改成了 150 克"),
        (
            lambda meal, ben: nutrition.remove_item(
                person=meal.person, author=ben, door=Door.ADMIN, meal_id=meal.pk, number=2
            ),
            "从今天的午餐去掉了鸡蛋",
        ),
        (
            lambda meal, ben: remove_entry(
                person=meal.person, author=ben, door=Door.ADMIN, model=Meal, entry_id=meal.pk
            ),
            "删除了今天的午餐",
        ),
        (
            lambda meal, ben: nutrition.correct_meal(
                person=meal.person, author=ben, door=Door.ADMIN, meal_id=meal.pk, slot="dinner"
            ),
            "改了今天的晚餐",
        ),
    ],
)
def test_each_kind_of_correction_has_its_words(
    ada: Person, ben: Person, meal: Meal, say: Say, act: Callable[[Meal, Person], object], told: str
) -> None:
    act(meal, ben)

    assert news_of(say(ada, "你好")) == [f"另外，营养师ben{told}。不对？发「撤销更正」。"]


def test_several_corrections_are_one_line(ada: Person, ben: Person, meal: Meal, say: Say) -> None:
    correct(meal, ben)
    correct(meal, ben, number=2, grams=60)

    assert news_of(say(ada, "你好")) == [
        "另外，你的记录被更正了 2 处，最近：营养师ben把今天的鸡蛋改成了 60 克。不对？发「撤销更正」。"
    ]


def test_what_the_nutritionist_took_back_herself_is_not_told(ada: Person, ben: Person, meal: Meal, say: Say) -> None:
    correct(meal, ben)
    undo_latest(person=ada, author=ben, door=Door.ADMIN)

    assert news_of(say(ada, "你好")) == []


def test_what_she_took_back_after_it_was_told_is_told(ada: Person, ben: Person, meal: Meal, say: Say) -> None:
    correct(meal, ben)
    say(ada, "你好")
    undo_latest(person=ada, author=ben, door=Door.ADMIN)

    assert news_of(say(ada, "你好")) == ["另外，营养师ben把今天的米饭改成了 200 克。不对？发「撤销更正」。"]


def test_ones_own_changes_are_no_news(ada: Person, ben: Person, meal: Meal, say: Say) -> None:
    correct(meal, ada)

    assert news_of(say(ada, "你好")) == []


def test_distress_is_answered_without_it_and_the_next_answer_tells_it(
    ada: Person, ben: Person, meal: Meal, say: Say
) -> None:
    correct(meal, ben)

    assert news_of(say(ada, "不想活了")) == []
    assert len(news_of(say(ada, "你好"))) == 1


def test_an_answer_without_room_leaves_it_for_the_next(ada: Person, ben: Person, meal: Meal, say: Say) -> None:
    correct(meal, ben)

    full = say(ada, "体重 130")

    assert len(full.lines) + bool(full.choices) <= 5
    assert len(news_of(full)) + len(news_of(say(ada, "你好"))) == 1


@pytest.mark.parametrize(("hello", "text"), [("你好", "撤销更正"), ("hello there", "undo the correction")])
def test_the_person_takes_the_correction_back(
    ada: Person, ben: Person, meal: Meal, say: Say, hello: str, text: str
) -> None:
    correct(meal, ben)
    say(ada, hello)

    reply = say(ada, text)

    assert reply.lines[0] in ("已撤销营养师ben的更正。", "Taken back: the correction by nutritionist ben.")
    assert meal.items.get(position=0).grams_mid == 200


def test_a_correction_taken_back_can_be_brought_back(ada: Person, ben: Person, meal: Meal, say: Say) -> None:
    correct(meal, ben)
    say(ada, "撤销更正")

    say(ada, "恢复")

    assert meal.items.get(position=0).grams_mid == 150


def test_an_undo_of_what_was_corrected_since_says_what_can_be_done(
    ada: Person, ben: Person, meal: Meal, say: Say
) -> None:
    correct(meal, ben)
    say(ada, "你好")

    reply = say(ada, "撤销")

    assert "「撤销更正」" in reply.lines[0]
    assert "「改 1 150克」" in reply.lines[0]
    assert meal.items.get(position=0).grams_mid == 150


def test_without_a_correction_there_is_none_to_take_back(ada: Person, meal: Meal, say: Say) -> None:
    assert say(ada, "撤销更正").lines == ("没有可以撤销的记录。",)
