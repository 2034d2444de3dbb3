"""The purines of a day."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from nutrition.catalogue.drafts import food_id_of
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food


@pytest.fixture(autouse=True)
def dishes(db: None) -> None:
    """Make rice, of which purines are told, and a soup of which nobody knows anything."""
    bowl = {"碗": (200.0, 200.0, 200.0)}
    nutrients = {"ENERC_KCAL": 100.0}
    make_food(name_zh="米饭", name_en="rice", nutrients=nutrients, portions=bowl, pk=food_id_of("everyday:rice"))
    make_food(name_zh="神秘汤", name_en="mystery soup", nutrients=nutrients, portions=bowl)


def test_they_are_told_with_their_interval(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00")

    # 200 g of cooked rice are 72.6 g of raw, 36.67 mg in 100 g; 31 less a fifth to 44 and a fifth more.
    assert say(ada, "今天嘌呤多少", at="13:00").lines == (
        "今天食物里的嘌呤：约 27 毫克（18–38）。",
        "饮料、酱料和浓汤宝不算在内；要控制嘌呤，请听医生的。",
    )


def test_where_some_food_is_not_known_they_are_a_least(ada: Person, say: Say) -> None:
    say(ada, "一碗米饭", at="12:00")
    say(ada, "一碗神秘汤", at="12:10")

    assert say(ada, "嘌呤", at="13:00").lines[0] == "今天食物里的嘌呤：至少 18 毫克，吃的东西里 50% 有数据。"


def test_what_nobody_measured_is_not_told_as_none(ada: Person, say: Say) -> None:
    say(ada, "一碗神秘汤", at="12:00")

    assert say(ada, "嘌呤", at="13:00").lines == ("今天吃的东西都没有嘌呤的数据，说不出有多少。",)


def test_a_day_without_meals_has_none_to_tell(ada: Person, say: Say) -> None:
    assert say(ada, "昨天嘌呤多少", at="13:00").lines[0] == "昨天还没有记录。"
