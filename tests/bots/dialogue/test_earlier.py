"""What was eaten before is logged again by naming when it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fitness.models import BodyMeasurement
from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import Person
from nutrition.catalogue.bare_energy import energy_draft
from nutrition.models import Meal
from nutrition.queries import visible_meals
from nutrition.services import log_meal
from tests.bots.conftest import Say
from tests.factories.diary import NOON
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.usefixtures("foods")

THURSDAY, FRIDAY = "2026-11-19", "2026-11-20"


def eaten(person: Person, day: str) -> list[tuple[str, list[tuple[str, float]]]]:
    """Return the meals of a day with the grams of their foods."""
    meals = visible_meals(owner=person).filter(day=day).order_by("at", "id")
    return [(meal.slot, [(row.food_version.name_zh, row.grams_mid) for row in meal.items.all()]) for meal in meals]


@pytest.fixture
def after_thursday(ada: Person, say: Say) -> Person:
    """Return Ada after a day with breakfast and dinner."""
    say(ada, "早饭两个鸡蛋、一碗小米粥", at="08:00", day=THURSDAY)
    say(ada, "晚饭一碗牛肉面", at="18:30", day=THURSDAY)
    return ada


@pytest.mark.parametrize("text", ["早饭和昨天一样", "早饭同昨天", "same breakfast as yesterday"])
def test_a_copied_breakfast_is_answered_like_any_meal(after_thursday: Person, say: Say, text: str) -> None:
    reply = say(after_thursday, text, at="08:10")

    assert eaten(after_thursday, FRIDAY) == [("breakfast", [("鸡蛋", 100), ("小米粥", 250)])]
    assert len(reply.lines) == 3
    assert "255 千卡" in reply.lines[1] or "255 kcal" in reply.lines[1]


def test_a_copy_keeps_the_slot_unless_another_one_is_told(after_thursday: Person, say: Say) -> None:
    say(after_thursday, "把昨天的晚饭复制到今天", at="08:10")
    say(after_thursday, "午饭跟昨天晚饭一样", at="12:10")

    assert [slot for slot, _ in eaten(after_thursday, FRIDAY)] == ["dinner", "lunch"]


def test_a_whole_day_is_copied_and_taken_back_as_one(after_thursday: Person, say: Say) -> None:
    say(after_thursday, "和昨天吃的一样", at="21:00")

    assert [slot for slot, _ in eaten(after_thursday, FRIDAY)] == ["breakfast", "dinner"]

    say(after_thursday, "撤销", at="21:01")

    assert eaten(after_thursday, FRIDAY) == []


def test_what_is_told_beside_a_copy_joins_it(after_thursday: Person, say: Say) -> None:
    say(after_thursday, "早饭和昨天一样，再加一个苹果，体重61.5", at="08:10")

    assert eaten(after_thursday, FRIDAY) == [("breakfast", [("鸡蛋", 100), ("小米粥", 250), ("苹果", 190)])]
    assert BodyMeasurement.objects.get().value == 61.5


def test_a_meal_named_beside_a_copy_is_a_meal_of_its_own(after_thursday: Person, say: Say) -> None:
    say(after_thursday, "早饭和昨天一样，午饭一碗米饭", at="12:40")

    assert [slot for slot, _ in eaten(after_thursday, FRIDAY)] == ["breakfast", "lunch"]


@pytest.mark.parametrize("text", ["早饭和昨天一样，午饭+300大卡", "same breakfast as yesterday, lunch 300 kcal"])
def test_energy_of_another_meal_is_not_put_into_the_copy(after_thursday: Person, say: Say, text: str) -> None:
    say(after_thursday, text, at="12:40")

    assert eaten(after_thursday, FRIDAY) == [
        ("breakfast", [("鸡蛋", 100), ("小米粥", 250)]),
        ("lunch", [("能量", 300)]),
    ]


def test_energy_told_beside_a_copy_joins_it(after_thursday: Person, say: Say) -> None:
    say(after_thursday, "早饭和昨天一样，+100大卡", at="08:10")

    assert eaten(after_thursday, FRIDAY) == [("breakfast", [("鸡蛋", 100), ("小米粥", 250), ("能量", 100)])]


@pytest.mark.parametrize("text", ["晚饭和昨天早饭一样，午饭一碗米饭", "早饭和昨天一样，午饭一碗米饭"])
def test_what_is_told_beside_a_copy_is_kept_though_there_is_nothing_to_copy(ada: Person, say: Say, text: str) -> None:
    reply = say(ada, text, at="20:00")

    assert "没有记早餐" in reply.lines[0]
    assert reply.lines[1] == "午餐：米饭 1 碗（约 200 克）。"
    assert eaten(ada, FRIDAY) == [("lunch", [("米饭", 200)])]


def test_what_was_left_out_is_not_copied(after_thursday: Person, say: Say) -> None:
    say(after_thursday, "早饭和昨天一样，但是没吃鸡蛋", at="08:10")

    assert eaten(after_thursday, FRIDAY) == [("breakfast", [("小米粥", 250)])]


def test_leaving_out_what_was_not_in_it_copies_nothing(after_thursday: Person, say: Say) -> None:
    reply = say(after_thursday, "早饭和昨天一样，但是没吃苹果", at="08:10")

    assert reply.lines == ("那一餐里没有「苹果」，所以没有照着记。直接说吃了什么就行。",)
    assert eaten(after_thursday, FRIDAY) == []


def test_nothing_to_copy_is_said_with_what_there_is(after_thursday: Person, say: Say) -> None:
    reply = say(after_thursday, "午饭和昨天一样", at="12:10")

    assert reply.lines == ("昨天没有记午餐，所以没有照着记。", "昨天有：早餐，晚餐。")
    assert eaten(after_thursday, FRIDAY) == []


def test_an_empty_day_points_to_the_latest_one_with_meals(after_thursday: Person, say: Say) -> None:
    reply = say(after_thursday, "copy yesterday", at="12:10", day="2026-11-22")

    assert reply.lines == ("昨天没有记过吃的，所以没有照着记。", "最近有记录的一天是11-19。")


def test_the_same_message_twice_copies_once(after_thursday: Person, say: Say) -> None:
    first = say(after_thursday, "早饭和昨天一样", at="08:10", message_id="m-1")
    second = say(after_thursday, "早饭和昨天一样", at="08:10", message_id="m-1")

    assert first == second
    assert len(eaten(after_thursday, FRIDAY)) == 1


def test_a_copy_counts_by_what_the_food_is_known_to_hold_now(ada: Person, say: Say) -> None:
    food = make_food(name_zh="包子", nutrients={"ENERC_KCAL": 200}, portions={"个": (80, 80, 80)})
    say(ada, "早饭一个包子", at="08:00", day=THURSDAY)
    old = food.current
    food.current = type(old)(
        food=food, number=2, name_zh="包子", nutrients=old.nutrients, edition="2", provenance="a test"
    )
    food.current.save()
    food.save()

    say(ada, "早饭和昨天一样", at="08:10")

    versions = [row.food_version_id for meal in Meal.objects.order_by("day") for row in meal.items.all()]
    assert versions == [old.pk, food.current.pk]


def test_others_meals_are_never_copied(after_thursday: Person, chen: Person, say: Say) -> None:
    reply = say(chen, "早饭和昨天一样", at="08:10")

    assert reply.lines == ("昨天没有记早餐，所以没有照着记。",)
    assert eaten(chen, FRIDAY) == []


def test_what_is_to_come_is_not_logged(after_thursday: Person, say: Say) -> None:
    say(after_thursday, "明天早饭和昨天一样", at="08:10")

    assert Meal.objects.filter(day__gt=THURSDAY).count() == 0


def test_a_question_copies_nothing(after_thursday: Person, say: Say) -> None:
    say(after_thursday, "早饭和昨天一样吗？", at="08:10")

    assert eaten(after_thursday, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+350大卡", "午餐：能量 350 千卡。"),
        ("零食大概500卡", "加餐：能量约 500 千卡。"),
        ("+350 kcal, 20g protein", "午餐：能量 350 千卡（蛋白质 20 克）。"),
    ],
)
def test_bare_energy_is_said_without_grams_of_food(ada: Person, say: Say, text: str, line: str) -> None:
    say(ada, "今天", at="12:00")

    assert say(ada, text, at="12:10").lines[0] == line


def test_bare_energy_joins_the_foods_told_with_it(ada: Person, say: Say) -> None:
    reply = say(ada, "一碗米饭，+100大卡", at="12:10")

    assert reply.lines[0] == "午餐：米饭 1 碗（约 200 克），能量 100 千卡。"
    assert reply.lines[1].startswith("今天到现在：约 330 千卡")
    assert "蛋白质 至少 5.2 克" in reply.lines[1]


def test_bare_energy_is_changed_in_kcal_and_halved_with_its_macronutrients(ada: Person, say: Say) -> None:
    say(ada, "+200大卡，蛋白质10克", at="12:10")

    assert say(ada, "改 1 300", at="12:11").lines[0] == "午餐：能量 300 千卡（蛋白质 10 克）。"
    assert say(ada, "吃了一半", at="12:12").lines[0] == "午餐：能量 150 千卡（蛋白质 5 克）。"
    assert say(ada, "改 1 150克", at="12:13").lines[0].startswith("这个份量")


@pytest.fixture
def told_by_its_id(ada: Person) -> None:
    """Log 300 kcal as a phone may: the version of bare energy with its grams, and no measure."""
    energy = replace(energy_draft(kcal=Interval.exact(300)), quantity=None, measure="")
    log_meal(person=ada, author=ada, door=Door.API, at=NOON, items=[energy])


@pytest.mark.usefixtures("told_by_its_id")
def test_bare_energy_has_no_grams_however_it_came(ada: Person, say: Say) -> None:
    assert say(ada, "今天", at="13:00").lines[1] == "午餐 能量 300 千卡"


@pytest.mark.usefixtures("told_by_its_id")
def test_a_food_in_place_of_bare_energy_does_not_weigh_its_kilocalories(ada: Person, say: Say) -> None:
    say(ada, "不是能量，是米饭", at="13:00")

    assert eaten(ada, FRIDAY) == [("lunch", [("米饭", 200)])]


@pytest.mark.parametrize("text", ["+9000大卡", "+0大卡", "+50大卡 蛋白质30克"])
def test_energy_that_cannot_be_is_refused_with_the_reason(ada: Person, say: Say, text: str) -> None:
    reply = say(ada, text, at="12:10")

    assert "没有记" in reply.lines[0]
    assert not Meal.objects.exists()


def test_undo_takes_bare_energy_back(ada: Person, say: Say) -> None:
    say(ada, "+350大卡", at="12:10")

    assert say(ada, "撤销", at="12:11").lines[0] == "已撤销：午餐 能量 350 千卡。"
    assert eaten(ada, FRIDAY) == []
