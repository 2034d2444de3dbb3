"""Meals over REST."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from meum.people.models import Person
from nutrition.models import Drink, Food, Meal
from tests.clients import client_of
from tests.factories.nutrition import make_food

BREAKFAST = "2026-11-23T08:10:00+08:00"


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


@pytest.fixture
def egg(db: None) -> Food:
    """Return a food with a household measure."""
    return make_food(
        name_zh="鸡蛋", name_en="egg", nutrients={"ENERC_KCAL": 144, "PROCNT": 13}, portions={"个": (45, 50, 60)}
    )


def log(phone: APIClient, *items: dict[str, Any], **told: Any) -> Any:
    headers = told.pop("headers", {})
    return phone.post("/api/v1/meals", {"at": BREAKFAST, "items": list(items), **told}, headers=headers)


def test_a_meal_in_grams_is_stored_and_told_back(phone: APIClient, egg: Food) -> None:
    answer = log(phone, {"food_id": str(egg.pk), "grams": 100})
    meal = answer.json()

    assert answer.status_code == 201
    assert (meal["slot"], meal["day"], meal["at"], meal["door"]) == ("breakfast", "2026-11-23", BREAKFAST, "api")
    assert [(item["name_zh"], item["grams"]) for item in meal["items"]] == [
        ("鸡蛋", {"low": 100, "mid": 100, "high": 100})
    ]
    assert meal["totals"]["energy_kcal"] == {"low": 144, "mid": 144, "high": 144, "coverage": 1}


def test_what_is_not_known_of_a_food_is_null_not_zero(phone: APIClient, egg: Food) -> None:
    totals = log(phone, {"food_id": str(egg.pk), "grams": 100}).json()["totals"]

    assert totals["sodium_mg"] is None


def test_a_measure_is_weighed_with_the_foods_own_portions(phone: APIClient, egg: Food) -> None:
    item = log(phone, {"food_id": str(egg.pk), "measure": "个", "quantity": 2}).json()["items"][0]

    assert (item["grams"], item["quantity"], item["measure"]) == ({"low": 90, "mid": 100, "high": 120}, 2, "个")


@pytest.mark.parametrize(("measure", "grams"), [("克", 30), ("g", 30), ("kg", 30_000 / 10)])
def test_a_measure_may_be_a_unit_of_weight(phone: APIClient, egg: Food, measure: str, grams: float) -> None:
    quantity = 3 if measure == "kg" else 30
    item = log(phone, {"food_version_id": str(egg.current_id), "measure": measure, "quantity": quantity}).json()

    assert item["items"][0]["grams"]["mid"] == grams


@pytest.mark.parametrize(
    ("item", "code", "pointer"),
    [
        ({"grams": 100}, "food_not_told", "/items/0/food_id"),
        ({"food_id": "FOOD"}, "amount_not_told", "/items/0/grams"),
        ({"food_id": "FOOD", "grams": 100, "measure": "个"}, "amount_not_told", "/items/0/grams"),
        ({"food_id": "FOOD", "measure": "桶"}, "unknown_portion", "/items/0/measure"),
        ({"food_id": "FOOD", "grams": "100"}, "invalid_fields", "/items/0/grams"),
        ({"food_id": "FOOD", "grams": {"low": 5, "mid": 3, "high": 9}}, "invalid_fields", "/items/0/grams"),
        ({"food_id": "x", "grams": 100}, "invalid_fields", "/items/0/food_id"),
        ({"food_id": "FOOD", "grams": -1}, "impossible_grams", "/grams"),
        ({"food_id": "FOOD", "grams": 1e300}, "impossible_grams", "/grams"),
    ],
)
def test_an_item_that_cannot_be_is_refused_with_its_place(
    phone: APIClient, egg: Food, item: dict[str, Any], code: str, pointer: str
) -> None:
    told = {name: str(egg.pk) if value == "FOOD" else value for name, value in item.items()}

    answer = log(phone, told)

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert not Meal.objects.exists()


def test_an_unknown_food_is_not_found(phone: APIClient) -> None:
    answer = log(phone, {"food_id": str(uuid4()), "grams": 100})

    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_food")


def test_a_meal_needs_items_or_a_text_not_both(phone: APIClient, egg: Food) -> None:
    neither = phone.post("/api/v1/meals", {"at": BREAKFAST})
    both = log(phone, {"food_id": str(egg.pk), "grams": 100}, text="两个鸡蛋")

    assert [answer.json()["code"] for answer in (neither, both)] == ["items_or_text", "items_or_text"]
    assert all(name in neither.json()["detail"] for name in ("items", "text"))


def test_a_sentence_becomes_a_meal_with_the_persons_words(phone: APIClient, egg: Food) -> None:
    answer = phone.post("/api/v1/meals", {"text": "早饭两个鸡蛋", "at": BREAKFAST})
    meal = answer.json()

    assert answer.status_code == 201
    assert (meal["words"], meal["evidence"], meal["items"][0]["grams"]["mid"]) == ("早饭两个鸡蛋", "words", 100)
    assert meal["unknown"] == []


def test_a_sentence_sent_twice_with_one_id_is_one_meal_and_one_glass(phone: APIClient, egg: Food) -> None:
    make_food(name_zh="水", name_en="water", key="everyday:water", is_drink=True)
    body = {"id": str(uuid4()), "text": "早饭两个鸡蛋，一杯水", "at": BREAKFAST}

    answers = [phone.post("/api/v1/meals", body) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert (Meal.objects.count(), Drink.objects.count()) == (1, 1)


def test_a_sentence_without_food_is_refused_kindly(phone: APIClient, egg: Food) -> None:
    answer = phone.post("/api/v1/meals", {"text": "🙂🙂", "at": BREAKFAST})

    assert (answer.status_code, answer.json()["code"]) == (400, "nothing_understood")


def test_a_sentence_of_two_meals_is_to_be_sent_one_by_one(phone: APIClient, egg: Food) -> None:
    answer = phone.post("/api/v1/meals", {"text": "早饭两个鸡蛋，午饭三个鸡蛋", "at": "2026-11-23T13:10:00+08:00"})

    assert (answer.json()["code"], Meal.objects.count()) == ("several_meals", 0)


def test_understanding_stores_nothing(phone: APIClient, egg: Food) -> None:
    answer = phone.post("/api/v1/meals/understand", {"text": "早饭两个鸡蛋", "at": BREAKFAST})
    sitting = answer.json()["sittings"][0]

    assert (sitting["slot"], sitting["items"][0]["food_id"]) == ("breakfast", str(egg.pk))
    assert answer.json()["totals"]["energy_kcal"]["mid"] == 144
    assert not Meal.objects.exists()


def test_what_was_understood_can_be_sent_as_a_meal(phone: APIClient, egg: Food) -> None:
    sitting = phone.post("/api/v1/meals/understand", {"text": "早饭两个鸡蛋", "at": BREAKFAST}).json()["sittings"][0]
    items = [{name: item[name] for name in ("food_version_id", "grams", "words")} for item in sitting["items"]]

    assert log(phone, *items, slot=sitting["slot"]).status_code == 201


def test_items_replace_all_items_of_a_meal(phone: APIClient, egg: Food) -> None:
    meal = log(phone, {"food_id": str(egg.pk), "grams": 100}, {"food_id": str(egg.pk), "grams": 50}).json()

    changed = phone.patch(f"/api/v1/meals/{meal['id']}", {"items": [{"food_id": str(egg.pk), "grams": 60}]}).json()

    assert [item["grams"]["mid"] for item in changed["items"]] == [60]
    assert changed["revision"] == 2


def test_water_is_a_drink(phone: APIClient) -> None:
    water = make_food(name_zh="水", name_en="water", is_drink=True)

    drink = phone.post("/api/v1/drinks", {"food_version_id": str(water.current_id), "volume_ml": 250}).json()

    assert (drink["name_zh"], drink["volume_ml"]["mid"]) == ("水", 250)


@pytest.mark.parametrize("quantity", [0, -1])
def test_none_of_a_measure_is_refused(phone: APIClient, egg: Food, quantity: float) -> None:
    answer = log(phone, {"food_id": str(egg.pk), "measure": "个", "quantity": quantity})

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_value")
    assert answer.json()["errors"][0]["pointer"] == "/items/0/quantity"
    assert not Meal.objects.exists()


def test_grams_and_volumes_come_without_the_noise_of_counting(phone: APIClient) -> None:
    rice, water = make_food(portions={"碗": (162, 180, 198)}), make_food(name_en="water", is_drink=True)
    item = log(phone, {"food_id": str(rice.pk), "measure": "碗", "quantity": 1.1}).json()["items"][0]
    for volume in (0.1, 0.2):
        phone.post("/api/v1/drinks", {"at": BREAKFAST, "food_version_id": str(water.current_id), "volume_ml": volume})

    assert item["grams"] == {"low": 178.2, "mid": 198, "high": 217.8}
    assert phone.get("/api/v1/days/2026-11-23").json()["water_ml"] == {"low": 0.3, "mid": 0.3, "high": 0.3}


@pytest.mark.parametrize(("grams", "coverage"), [(1, 0.999), (4000, 0.001)])
def test_a_coverage_is_never_rounded_to_all_or_nothing(phone: APIClient, grams: float, coverage: float) -> None:
    salty, unknown = make_food(nutrients={"NA": 5}), make_food(nutrients={"NA": None, "ENERC_KCAL": 1})
    answer = log(phone, {"food_id": str(unknown.pk), "grams": grams}, {"food_id": str(salty.pk), "grams": 4001 - grams})

    assert answer.json()["totals"]["sodium_mg"]["coverage"] == coverage


def test_a_request_sent_again_is_answered_even_when_its_food_is_gone(phone: APIClient, egg: Food) -> None:
    item, key = {"food_id": str(egg.pk), "grams": 100}, {"Idempotency-Key": "breakfast"}
    first = log(phone, item, headers=key)
    Food.objects.filter(pk=egg.pk).update(is_listed=False)

    again = log(phone, item, headers=key)

    assert (again.status_code, again.json()) == (201, first.json())
    assert log(phone, item).status_code == 404


def test_a_sentence_with_a_slot_is_stored_as_that_meal(phone: APIClient, egg: Food) -> None:
    answer = phone.post("/api/v1/meals", {"at": BREAKFAST, "text": "鸡蛋一个", "slot": "snack"})

    assert (answer.status_code, answer.json()["slot"]) == (201, "snack")


def test_what_is_not_drunk_is_no_drink(phone: APIClient, egg: Food) -> None:
    answer = phone.post("/api/v1/drinks", {"food_version_id": str(egg.current_id), "volume_ml": 250})

    assert (answer.status_code, answer.json()["code"]) == (400, "not_a_drink")
    assert not Drink.objects.exists()


def test_a_drink_does_not_become_a_solid_food(phone: APIClient, egg: Food) -> None:
    water = make_food(name_en="water", is_drink=True)
    drink = phone.post("/api/v1/drinks", {"food_version_id": str(water.current_id), "volume_ml": 250}).json()

    answer = phone.patch(f"/api/v1/drinks/{drink['id']}", {"food_version_id": str(egg.current_id)})

    assert (answer.status_code, answer.json()["code"]) == (400, "not_a_drink")
