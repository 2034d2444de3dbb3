"""A photo on which several dishes stand: up to six are offered, and several of them picked."""

from __future__ import annotations

import pytest
from django.utils import timezone

from meum.people.models import Person
from nutrition.queries import day_summary
from tests.bots.conftest import Say
from tests.bots.photos import key_of, show_photo
from tests.factories.engines import ToldEngine, dishes

pytestmark = pytest.mark.usefixtures("foods", "that_friday")


def test_of_a_photo_with_several_dishes_up_to_six_are_offered_in_five_lines(
    ada: Person, say: Say, engine: ToldEngine
) -> None:
    keys = [key_of(name) for name in ("牛肉面", "米饭", "鸡蛋", "苹果", "牛奶")]
    engine.sees(dishes(*keys, has_several=True))

    lines = show_photo(ada).text.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines[0] == "像是好几样菜。有哪几样（选了才记）？"
    assert [line.count("千卡") for line in lines[1:3]] == [3, 1]
    assert lines[3] == "回「1、3 一半」选几样；没列出的直接写菜名，都不要回 0。"

    say(ada, "2、4 一半")
    (meal,) = day_summary(person=ada, day=ada.clock.day_of(timezone.now())).meals
    assert [(item.name_zh, item.grams.mid) for item in meal.items] == [("米饭", 200), ("苹果", 95)]


def test_of_a_photo_with_one_dish_three_are_offered(ada: Person, engine: ToldEngine) -> None:
    engine.sees(dishes(*(key_of(name) for name in ("牛肉面", "米饭", "鸡蛋", "苹果"))))

    assert len(show_photo(ada).choices) == 4
