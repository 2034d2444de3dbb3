"""After the agreement was taken back: reading, deleting whole entries, agreeing again; and deleting everything."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bots.models import Conversation, Inbound
from fitness.models import BodyMeasurement
from meum.domain.intervals import Interval
from meum.journal.models import Change, Door, Purpose
from meum.journal.queries import has_consent
from meum.people.models import Person
from meum.people.services import withdraw
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Meal
from nutrition.services import save_meal
from tests.bots.conftest import Say
from tests.clients import client_of
from tests.factories.diary import NOON, make_meal, make_own_food
from tests.factories.fitness import make_measurement
from tests.factories.nutrition import make_food


def take_back(person: Person) -> None:
    withdraw(person=person, purpose=Purpose.HEALTH_RECORDS, door=Door.API)


@pytest.mark.parametrize(("text", "name"), [("今天", "米饭"), ("today", "rice")])
def test_a_day_can_still_be_read_and_is_not_stored_again(ada: Person, say: Say, text: str, name: str) -> None:
    make_meal(person=ada, food=make_food(name_zh="米饭", name_en="rice"))
    take_back(ada)
    say(ada, "你好" if name == "米饭" else "hello there")

    reply = say(ada, text, message_id="read")

    assert name in reply.text
    assert not Inbound.objects.filter(message_id="read").exists()


def test_an_empty_day_invites_nobody_to_log(ada: Person, say: Say) -> None:
    take_back(ada)

    assert say(ada, "今天").lines == ("今天还没有记录。",)


def test_who_never_agreed_has_no_day_to_read(newcomer: Callable[[], Person], say: Say) -> None:
    assert say(newcomer(), "今天").lines[0].startswith("你好，我是 Meum。")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("删", ["11-20 08:00 身体数据", "11-20 12:00 午餐"]),
        ("删 1", ["11-20 08:00 身体数据", "11-20 12:00 午餐"]),
        ("delete", ["body 11-20 08:00", "Lunch 11-20 12:00"]),
    ],
)
def test_delete_offers_whole_entries_without_their_values(ada: Person, say: Say, text: str, labels: list[str]) -> None:
    make_meal(person=ada)
    make_measurement(person=ada)
    take_back(ada)
    say(ada, "hello there" if text.isascii() else "你好")

    reply = say(ada, text)

    assert [choice.label for choice in reply.choices][:-1] == labels
    assert Conversation.objects.get().question is not None


def test_what_was_taught_or_saved_is_offered_by_its_kind(ada: Person, say: Say) -> None:
    make_own_food(person=ada)
    item = MealItemDraft(food_version_id=make_food().current_id, grams=Interval.exact(100))
    save_meal(person=ada, author=ada, door=Door.API, name="gym food", items=[item], at=NOON)
    take_back(ada)

    labels = [choice.label for choice in say(ada, "删").choices]

    assert labels == ["11-20 12:00 存的餐", "11-20 12:00 自己的食物", "都不删"]


def test_what_is_picked_is_deleted_as_rest_does_it(ada: Person, say: Say) -> None:
    meal, measurement = make_meal(person=ada), make_measurement(person=ada)
    take_back(ada)

    say(ada, "删")
    reply = say(ada, "2")

    assert reply.lines == ("已删除：11-20 12:00 午餐。还要删就再发「删」。",)
    assert Meal.objects.get(pk=meal.pk).deleted_at is not None
    assert BodyMeasurement.objects.get(pk=measurement.pk).deleted_at is None
    assert Change.objects.filter(person=ada).latest("number").before is None


def test_the_next_delete_offers_what_is_left(ada: Person, say: Say) -> None:
    make_meal(person=ada)
    take_back(ada)

    say(ada, "删")
    say(ada, "1")

    assert say(ada, "删").lines == ("没有可以删除的记录。",)


def test_a_pick_that_comes_again_deletes_nothing_more(ada: Person, say: Say) -> None:
    make_meal(person=ada)
    make_meal(person=ada)
    take_back(ada)
    say(ada, "删")

    first = say(ada, "1", message_id="pick")

    assert say(ada, "1", message_id="pick") == first
    assert Meal.objects.filter(deleted_at=None).count() == 1


def test_none_of_them_deletes_nothing(ada: Person, say: Say) -> None:
    make_meal(person=ada)
    take_back(ada)
    say(ada, "delete")

    say(ada, "0")

    assert Meal.objects.filter(deleted_at=None).count() == 1


def test_of_others_nothing_is_offered(ada: Person, chen: Person, say: Say) -> None:
    make_meal(person=chen)
    take_back(ada)

    assert say(ada, "删").lines == ("没有可以删除的记录。",)


def test_a_new_agreement_goes_on_with_what_is_there(ada: Person, say: Say) -> None:
    make_measurement(person=ada)
    say(ada, "撤回同意")

    say(ada, "同意")
    say(ada, "1")

    assert has_consent(person=ada, purpose=Purpose.HEALTH_RECORDS)
    assert "体重" in say(ada, "今天").text


def test_the_withdrawal_says_what_is_true(ada: Person, say: Say) -> None:
    entry = make_measurement(person=ada)

    assert "「删」" in say(ada, "撤回同意").text
    assert client_of(ada).delete(f"/api/v1/measurements/{entry.pk}").status_code == 204
