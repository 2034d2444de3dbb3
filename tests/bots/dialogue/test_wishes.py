"""Allergies, diets, conditions, dislikes and goals told in the conversation."""

from __future__ import annotations

import pytest

from bots.nlu.wishes import Wish
from meum.people.models import AgeBand, Person
from nutrition.models import EatingWishes
from nutrition.queries import told_wishes
from tests.bots.conftest import Say


def test_an_allergy_is_kept_and_what_it_does_is_said(ada: Person, say: Say) -> None:
    lines = say(ada, "我对花生和虾过敏").lines

    assert lines[0] == "记下了：对花生过敏，对虾过敏。"
    assert "成分不清楚的也避开" in lines[1]
    assert told_wishes(person=ada).allergies == ["花生", "虾"]


def test_one_undo_takes_it_back(ada: Person, say: Say) -> None:
    say(ada, "我对花生过敏")
    say(ada, "我吃素")
    say(ada, "撤销")

    assert (told_wishes(person=ada).allergies, told_wishes(person=ada).diet) == (["花生"], "")
    say(ada, "撤销")
    assert not EatingWishes.objects.filter(deleted_at=None).exists()


def test_it_is_over_when_the_person_says_so(ada: Person, say: Say) -> None:
    say(ada, "我对花生过敏")

    assert say(ada, "我对花生不过敏了").lines[0] == "不再避开：对花生过敏。"
    assert told_wishes(person=ada).allergies == []
    assert say(ada, "我对花生不过敏了").lines[0] == "对花生过敏本来就没有记。"


def test_another_diet_or_trimester_takes_the_place_of_the_one_before(ada: Person, say: Say) -> None:
    for text in ("我吃素", "我怀孕8周了", "我是纯素食者", "我怀孕20周了", "目标减重", "目标保持体重"):
        say(ada, text)

    kept = told_wishes(person=ada)
    assert (kept.diet, kept.conditions, kept.goal) == ("vegan", ["pregnant_2"], "maintain")


def test_everything_that_is_kept_is_shown(ada: Person, say: Say) -> None:
    assert "还没有记过忌口" in say(ada, "我的忌口").text
    for text in ("我对虾过敏", "我有高血压", "我不吃香菜", "目标减重"):
        say(ada, text)

    assert say(ada, "我的忌口").lines[0] == "你的要求：对虾过敏，不吃香菜，高血压，目标减重。"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("我对青霉素过敏", "我不认识叫「青霉素」的食物"),
        ("我妈对虾过敏", "我只记你自己的"),
        ("I'm allergic to penicillin", "I know no food called “penicillin”"),
    ],
)
def test_what_is_not_kept_is_said_so_that_nobody_relies_on_it(ada: Person, say: Say, text: str, said: str) -> None:
    say(ada, "English please" if text.isascii() else "说中文")

    assert said in say(ada, text).text
    assert not EatingWishes.objects.exists()


@pytest.mark.usefixtures("foods")
def test_what_was_eaten_beside_a_diet_is_logged(ada: Person, say: Say) -> None:
    assert "早餐：鸡蛋 2 个" in say(ada, "我吃素，早饭两个鸡蛋").text


def test_who_still_grows_gets_no_goal_to_lose_weight(ada: Person, say: Say) -> None:
    Person.objects.filter(pk=ada.pk).update(age_band=AgeBand.TEEN)
    ada.refresh_from_db()

    assert "18 岁" in say(ada, "目标减重").text
    assert not EatingWishes.objects.exists()


@pytest.mark.parametrize("kind", Wish)
def test_every_kind_has_its_words(ada: Person, say: Say, kind: Wish) -> None:
    told = {
        Wish.ALLERGY: "I'm allergic to milk",
        Wish.DIET: "I'm halal",
        Wish.CONDITION: "I have gout",
        Wish.DISLIKE: "I hate mushrooms",
        Wish.GOAL: "goal: gain weight",
    }
    say(ada, "English please")

    assert say(ada, told[kind]).lines[0].startswith("Noted: ")
