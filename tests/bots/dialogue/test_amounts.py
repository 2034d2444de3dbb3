"""How much of one nutrient, and how several days stand."""

from __future__ import annotations

import pytest

from meum.journal.models import Door
from meum.people.models import AgeBand, Person
from meum.people.services import ProfileDraft, update_profile
from nutrition.services import WishesDraft, update_wishes
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.usefixtures("foods")


@pytest.fixture
def drinks(foods: None) -> None:
    """Make a drink with caffeine and one with alcohol."""
    cup = {"杯": (200.0, 250.0, 300.0), "cup": (200.0, 250.0, 300.0)}
    known = {"ENERC_KCAL": 1, "CAFFN": 40, "ALC": 0}
    make_food(name_zh="黑咖啡", name_en="black coffee", nutrients=known, portions=cup, is_drink=True)
    make_food(name_zh="黄酒", name_en="rice wine", nutrients={"ENERC_KCAL": 90, "ALC": 12}, portions=cup, is_drink=True)


@pytest.mark.usefixtures("drinks")
def test_caffeine_is_told_with_its_interval_or_as_a_least_with_its_coverage(ada: Person, say: Say) -> None:
    say(ada, "一杯黑咖啡", at="09:00")

    assert say(ada, "今天咖啡因多少", at="10:00").lines == ("今天咖啡因：约 100 毫克（80–120）。",)
    say(ada, "一杯黄酒", at="19:00")
    assert say(ada, "how much caffeine today", at="20:00").lines == (
        "今天咖啡因：至少 80 毫克，吃的东西里 50% 有这项数据。",
    )


@pytest.mark.usefixtures("drinks")
def test_a_day_tells_caffeine_and_alcohol_when_there_are_any(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="08:00")
    assert "咖啡因" not in say(ada, "今天", at="08:01").lines[0]

    say(ada, "一杯黑咖啡、一杯黄酒", at="09:00")
    line = say(ada, "今天", at="10:00").lines[0]

    assert "；咖啡因 至少 80 毫克；酒精 至少 24 克。" in line


def test_a_nutrient_that_no_food_knows_is_not_told_as_none(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="09:00")

    assert say(ada, "今天的钙", at="10:00").lines == ("今天吃的东西都没有钙的数据，说不出有多少。",)
    assert say(ada, "昨天的钙", at="10:00").lines == ("昨天还没有记录。",)


def test_a_week_counts_the_days_with_meals_alone(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00", day="2026-11-17")
    say(ada, "两碗米饭", at="12:00", day="2026-11-19")

    reply = say(ada, "这周吃得怎么样", at="12:00")

    assert reply.lines == (
        "11-16 到 11-20：5 天里 2 天有饮食记录。",
        "有记录的日子平均每天：约 350 千卡（315–385）；蛋白质 7.8 克，碳水 80 克，脂肪 0.9 克。",
        "没记的不算：11-16，11-18，11-20。",
    )


@pytest.mark.parametrize("text", ["最近7天", "过去七天吃得怎么样", "past 7 days", "this week", "本周"])
def test_several_days_are_asked_for_in_many_ways(ada: Person, say: Say, text: str) -> None:
    say(ada, "一碗米饭", at="12:00")

    reply = say(ada, text, at="12:01")

    assert "1" in reply.lines[0]
    assert "230" in reply.lines[1]


def test_a_nutrient_over_a_week_is_a_mean_of_the_days_with_meals(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00", day="2026-11-17")
    say(ada, "三碗米饭", at="12:00", day="2026-11-19")

    assert say(ada, "这周平均蛋白质", at="12:00").lines == ("11-16 到 11-20 蛋白质：平均每天约 10 克（9.4–11）。",)


def test_a_span_without_meals_says_so(ada: Person, say: Say) -> None:
    assert say(ada, "上周", at="12:00").lines[0] == "11-09 到 11-15 没有饮食记录。"


@pytest.mark.parametrize("text", ["蛋白质够了吗", "今天蛋白质吃得够不够", "am i getting enough protein?"])
def test_whether_it_is_enough_needs_the_sex(ada: Person, say: Say, text: str) -> None:
    say(ada, "一碗米饭", at="08:00")

    reply = say(ada, text, at="09:00")

    assert reply.lines == ("今天蛋白质：约 5.2 克（4.7–5.7）。", "够不够要看性别：发「男」或「女」告诉我，再问一次。")


def test_whether_it_is_enough_is_told_beside_the_reference_intake(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="08:00")
    assert say(ada, "女", at="08:30").lines == ("记下了。", "不对？发「撤销」。")

    reply = say(ada, "蛋白质够了吗", at="09:00")

    assert reply.lines == ("今天蛋白质：约 5.2 克（4.7–5.7）。", "参考摄入量是每天 55 克，还差约 50 克。")
    assert say(ada, "胆固醇超标了吗", at="09:01").lines[-1] == "这一项没有参考摄入量，说不出够不够、多不多。"
    assert say(ada, "这周蛋白质够吗", at="09:02").lines[-1] == "够不够按一天算：可以问「今天蛋白质够吗」。"


def test_whoever_is_still_growing_is_not_judged(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="08:00")
    Person.objects.filter(pk=ada.pk).update(age_band=AgeBand.TEEN)
    ada.refresh_from_db()

    lines = say(ada, "蛋白质够了吗", at="09:00").lines

    assert lines == ("今天蛋白质：约 5.2 克（4.7–5.7）。", "够不够只给成年人算；还在长身体，请和家长或医生一起看。")


@pytest.mark.parametrize("text", ["is rice good for weight loss?", "is rice bad for you", "can diabetics eat rice?"])
def test_what_a_food_is_good_for_is_no_part_of_its_name(ada: Person, say: Say, text: str) -> None:
    make_food(name_zh="减肥米饼", name_en="weight loss rice cake")
    make_food(name_zh="糖尿病米糕", name_en="diabetic rice dessert")

    assert say(ada, text).lines[0].startswith("100 g of rice: about 115 kcal")


@pytest.mark.usefixtures("drinks")
def test_alcohol_and_caffeine_are_judged_by_their_limits(ada: Person, say: Say) -> None:
    update_profile(person=ada, author=ada, door=Door.WEB, draft=ProfileDraft(sex_at_birth="male"))
    say(ada, "一杯黄酒", at="19:00")

    assert say(ada, "今天酒精超了吗", at="20:00").lines[-1] == "建议每天不超过 15 克，超过了。"
    assert say(ada, "今天咖啡因超了吗", at="20:01").lines[-1] == "吃的东西里有这项数据的太少，说不出够不够。"


@pytest.mark.usefixtures("drinks")
def test_while_expecting_any_alcohol_is_above_the_limit(ada: Person, say: Say) -> None:
    update_profile(person=ada, author=ada, door=Door.WEB, draft=ProfileDraft(sex_at_birth="female"))
    update_wishes(person=ada, author=ada, door=Door.WEB, draft=WishesDraft(conditions=["pregnant_2"]))
    say(ada, "一杯黄酒", at="19:00")

    assert say(ada, "今天酒精超了吗", at="20:00").lines[-1] == "建议每天不超过 0 克，超过了。"
