"""What a day still lacks, beside the reference intakes."""

from __future__ import annotations

import pytest

from bots.models import Conversation
from meum.people.models import AgeBand, Person, Profile
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.usefixtures("foods")


@pytest.fixture(autouse=True)
def kelp(foods: None) -> None:
    """Make a food that is salty and rich in calcium, of which nobody measured the iron."""
    make_food(
        name_zh="咸海带",
        name_en="salted kelp",
        nutrients={"ENERC_KCAL": 20, "CA": 900, "NA": 2500, "VITC": 5, "FIBTG": 6},
    )


def test_what_is_missing_and_what_is_too_much_is_told_in_five_lines(ada: Person, say: Say) -> None:
    say(ada, "女", at="07:00")
    say(ada, "咸海带100克", at="08:00")

    assert say(ada, "今天还差什么", at="09:00").lines == (
        "今天有数据的 4 种营养素里，1 种够或差不多够了。",
        "还差：维生素C约 95 毫克，膳食纤维约 19 克。",
        "偏多：钠约 2500 毫克（建议不超过 2000 毫克）。",
        "数据不够、说不准：蛋白质，钾，镁。",
        "依据中国居民膳食营养素参考摄入量（2023），供参考，不是诊断。",
    )


def test_the_sex_is_asked_for_first(ada: Person, say: Say) -> None:
    say(ada, "咸海带100克", at="08:00")

    reply = say(ada, "还缺什么", at="09:00")
    assert reply.lines[0] == "参考摄入量男女不同，先说这一样，再问我一次还差什么。"
    assert [choice.key for choice in reply.choices] == ["1", "2", "0"]

    say(ada, "1", at="09:01")
    assert Profile.objects.get(person=ada, deleted_at=None).sex_at_birth == "female"
    assert "还差" in say(ada, "还缺什么", at="09:05").text


def test_a_day_without_meals_has_nothing_to_compare(ada: Person, say: Say) -> None:
    say(ada, "男", at="07:00")

    assert say(ada, "还差什么", at="09:00").lines[0] == "今天还没有记录。"


def test_whoever_is_still_growing_is_sent_to_a_parent_or_doctor(ada: Person, say: Say) -> None:
    say(ada, "女", at="07:00")
    Person.objects.filter(pk=ada.pk).update(age_band=AgeBand.TEEN)
    ada.refresh_from_db()

    assert say(ada, "还差什么", at="09:00").lines == ("目标只给成年人算。还在长身体，请和家长、医生一起看怎么吃。",)


def test_it_is_told_in_english_by_the_american_intakes(ada: Person, say: Say) -> None:
    say(ada, "english", at="06:59")
    say(ada, "female", at="07:00")
    Profile.objects.filter(person=ada).update(region="US")
    say(ada, "100 g salted kelp", at="08:00")

    lines = say(ada, "what am i still missing today?", at="09:00").lines

    assert lines[0] == "Today, at or near the goal: 0 of the 4 nutrients that can be told."
    assert lines[1] == "Still missing: vitamin C about 70 mg, dietary fibre about 19 g, calcium about 100 mg."
    assert lines[-1] == "By the US dietary reference intakes; for information, not a diagnosis."


def test_a_sex_that_is_known_is_not_changed_by_a_word(ada: Person, say: Say) -> None:
    say(ada, "女", at="07:00")

    say(ada, "男", at="07:01")

    assert Profile.objects.get(person=ada, deleted_at=None).sex_at_birth == "female"
    assert Conversation.objects.filter(person=ada).exists()
