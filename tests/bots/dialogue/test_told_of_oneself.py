"""What somebody tells of their own life gets a short kind answer; nothing of it is stored and nobody is praised."""

from __future__ import annotations

import pytest

from bots.nlu.circumstances import CIRCUMSTANCES
from bots.nlu.feelings import Feeling
from meum.domain.languages import Lang
from meum.kernel.phrases import phrase
from meum.people.models import AgeBand, Person
from nutrition.models import Meal
from tests.bots.conftest import Say
from tests.factories.people import make_person


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("我在备孕", Feeling.PREGNANT),
        ("我在坐月子", Feeling.NURSING),
        ("我今天只吃了300大卡", Feeling.RESTRICTING),
        ("我想瘦到80斤", Feeling.LOSING),
        ("我在低碳饮食", Feeling.DIET),
        ("对不起", Feeling.SORRY),
        ("我要投诉", Feeling.COMPLAINT),
        ("退订", Feeling.UNSUBSCRIBE),
    ],
)
def test_it_is_answered_in_one_line_and_not_logged(ada: Person, say: Say, text: str, feeling: Feeling) -> None:
    assert say(ada, text).lines == (phrase(Lang.ZH, f"chat.feeling.{feeling}"),)
    assert not Meal.objects.exists()


@pytest.mark.parametrize(
    "text",
    ["I only ate 300 calories today", "I want to eat 500 calories a day", "today I ate just 400 calories"],
)
def test_very_little_for_a_day_is_answered_with_care_and_not_logged(say: Say, text: str) -> None:
    ada = make_person(language="en")

    (line,) = say(ada, text).lines

    assert "doctor" in line
    assert not Meal.objects.exists()


@pytest.mark.parametrize("name", ["pregnant", "nursing", "restricting", "losing", "losing.minor"])
def test_the_answer_names_who_can_help(name: str) -> None:
    assert "医生" in phrase(Lang.ZH, f"chat.feeling.{name}")
    assert "doctor" in phrase(Lang.EN, f"chat.feeling.{name}")


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_no_answer_praises(name: str) -> None:
    told = phrase(Lang.ZH, f"chat.feeling.{name}") + phrase(Lang.EN, f"chat.feeling.{name}").lower()

    assert not any(word in told for word in ("真棒", "加油", "厉害", "恭喜", "great", "well done", "congrat"))


@pytest.mark.usefixtures("foods")
def test_what_was_eaten_beside_it_is_logged(ada: Person, say: Say) -> None:
    lines = say(ada, "我怀孕了，早饭两个鸡蛋").lines

    assert lines[0] == "早餐：鸡蛋 2 个（约 100 克）。"
    assert phrase(Lang.ZH, "chat.feeling.pregnant") in lines


@pytest.mark.usefixtures("foods")
def test_who_binged_is_told_what_was_kept_and_no_figures(ada: Person, say: Say) -> None:
    lines = say(ada, "又暴食了，吃了三个苹果").lines

    assert lines[0] == "午餐：苹果 3 个（约 570 克）。"
    assert phrase(Lang.ZH, "chat.feeling.binge") in lines
    assert not any("千卡" in line for line in lines)


@pytest.mark.parametrize("text", ["我想减肥", "我想每天只吃500大卡", "I want to lose weight"])
def test_who_is_under_18_is_sent_to_a_parent(ada: Person, say: Say, text: str) -> None:
    ada.age_band = AgeBand.TEEN
    ada.save()
    lang = Lang.EN if text.isascii() else Lang.ZH
    say(ada, "English please" if text.isascii() else "说中文")

    assert say(ada, text).lines == (phrase(lang, "chat.feeling.losing.minor"),)


@pytest.mark.parametrize("text", ["我15岁想减肥", "我今年16岁，想减肥"])
def test_a_young_age_told_with_the_wish_to_lose_weight_is_heard(ada: Person, say: Say, text: str) -> None:
    noted, care = say(ada, text).lines

    assert noted.startswith("知道了，年龄段：14 到 17 岁。")
    assert care == phrase(Lang.ZH, "chat.feeling.losing.minor")


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize(
    "text",
    [
        "能吃苹果吗",
        "我能不能吃苹果",
        "苹果可以吃吗",
        "可以吃苹果么",
        "减肥可以吃苹果吗",
        "晚上能吃苹果吗",
        "能多吃苹果吗",
        "is it ok to eat apples",
        "is it bad to eat an apple?",
        "am I allowed to eat apples",
        "can I eat an apple?",
    ],
)
def test_whether_a_food_may_be_eaten_is_answered_with_its_figures(ada: Person, say: Say, text: str) -> None:
    say(ada, "English please" if text.isascii() else "说中文")

    lines = say(ada, text).lines

    assert "53" in lines[0] or "55" in lines[0]
    assert not Meal.objects.exists()


@pytest.mark.parametrize("text", ["我有糖尿病能吃西瓜吗", "糖尿病", "孕妇能吃西瓜吗", "can pregnant women eat sushi?"])
def test_what_is_for_a_doctor_ends_in_no_example(say: Say, text: str) -> None:
    ada = make_person(language="en" if text.isascii() else "zh")

    (line,) = say(ada, text).lines

    assert "医生" in line or "doctor" in line


@pytest.mark.parametrize("text", ["你是AI吗", "are you a human?"])
def test_a_program_says_that_it_is_one_before_anything_is_agreed(say: Say, text: str) -> None:
    lang = Lang.EN if text.isascii() else Lang.ZH
    newcomer = make_person(language=lang, has_agreed=False)

    assert say(newcomer, text).lines == (phrase(lang, "chat.about_meum.program"),)


@pytest.mark.usefixtures("foods")
def test_a_greeting_before_a_meal_is_no_food(ada: Person, say: Say) -> None:
    lines = say(ada, "早上好，一碗小米粥", at="08:00").lines

    assert lines[0] == "早餐：小米粥 1 碗（约 250 克）。"
    assert not any("没认出" in line for line in lines)
