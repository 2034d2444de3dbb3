"""Foods of one's own over REST: taught, shown, eaten, and hidden from everybody else."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from meum.people.models import Person
from nutrition.models import Food, Meal, OwnFood
from tests.admin_pages import share
from tests.clients import client_of
from tests.factories.diary import make_own_food
from tests.factories.nutrition import make_food

AT = "2026-11-23T08:10:00+08:00"
BAR = {
    "name": "energy bar",
    "portion": {"unit": "bar", "grams": 50},
    "label": {"per": "portion", "energy_kcal": 190, "protein_g": 10, "sodium_mg": 60},
}


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


@pytest.fixture
def other_phone(chen: Person) -> APIClient:
    """Return the phone of a stranger."""
    return client_of(chen, language="en")


@pytest.fixture
def milk(db: None) -> Food:
    """Return something to make a dish of."""
    return make_food(
        name_en="milk", nutrients={"ENERC_KCAL": 60, "PROCNT": 3, "WATER": 88}, portions={"杯": (200, 240, 260)}
    )


def teach(phone: APIClient, **told: Any) -> Any:
    return phone.post("/api/v1/own-foods", {"at": AT, **(told or BAR)}).json()


def test_a_label_is_told_back_for_a_portion(phone: APIClient) -> None:
    bar = teach(phone)

    assert (bar["name"], bar["portion"], bar["items"]) == (
        "energy bar",
        {"unit": "bar", "grams": {"low": 50, "mid": 50, "high": 50}},
        [],
    )
    assert bar["totals"]["protein_g"]["mid"] == 10
    assert bar["totals"]["fat_g"] is None


def test_a_dish_is_told_by_its_parts(phone: APIClient, milk: Food) -> None:
    parts = [{"food_id": str(milk.pk), "measure": "杯", "quantity": 2}]

    dish = teach(phone, name="cocoa", items=parts, cooked_grams=400, portions=2)

    assert [(item["name_en"], item["measure"], item["grams"]["mid"]) for item in dish["items"]] == [("milk", "杯", 480)]
    assert (dish["portion"]["grams"]["mid"], dish["totals"]["energy_kcal"]["mid"]) == (200, pytest.approx(144))


def test_an_own_food_is_found_shown_and_eaten_like_any_other(phone: APIClient) -> None:
    bar = teach(phone)

    [hit] = phone.get("/api/v1/foods", {"q": "energy bar"}).json()["results"]
    shown = phone.get(f"/api/v1/foods/{hit['id']}").json()
    item = {"food_id": hit["id"], "measure": "bar", "quantity": 2}
    meal = phone.post("/api/v1/meals", {"at": AT, "items": [item]}).json()

    assert (hit["id"], hit["source"]) == (bar["id"], "own_food")
    assert (shown["food_version_id"], [each["unit"] for each in shown["portions"]]) == (bar["food_version_id"], ["bar"])
    assert (meal["items"][0]["grams"]["mid"], meal["totals"]["energy_kcal"]["mid"]) == (100, 380)


def test_a_version_may_be_eaten_by_its_measure(phone: APIClient) -> None:
    item = {"food_version_id": teach(phone)["food_version_id"], "measure": "bar"}

    assert phone.post("/api/v1/meals", {"at": AT, "items": [item]}).json()["items"][0]["grams"]["mid"] == 50


def test_a_correction_is_in_force_from_now_on(phone: APIClient) -> None:
    bar = teach(phone)
    change = {"label": {"per": "100g", "energy_kcal": 400}}

    changed = phone.patch(f"/api/v1/own-foods/{bar['id']}", change).json()
    meal = phone.post("/api/v1/meals", {"at": AT, "items": [{"food_id": bar["id"], "grams": 100}]}).json()

    assert changed["food_version_id"] != bar["food_version_id"]
    assert meal["totals"]["energy_kcal"]["mid"] == 400


def test_a_sentence_means_it(phone: APIClient) -> None:
    make_food(key="everyday:water", name_en="water", is_drink=True)
    bar = teach(phone)

    read = phone.post("/api/v1/meals/understand", {"text": "ate 2 energy bars"}).json()
    meal = phone.post("/api/v1/meals", {"at": AT, "text": "ate 2 energy bars"}).json()

    assert read["sittings"][0]["items"][0]["food_id"] == bar["id"]
    assert meal["items"][0]["food_version_id"] == bar["food_version_id"]


@pytest.mark.parametrize("address", ["own-foods", "foods"])
def test_a_stranger_finds_nothing_at_its_address(ada: Person, other_phone: APIClient, address: str) -> None:
    bar = make_own_food(person=ada, name="oat bar")

    assert other_phone.get(f"/api/v1/{address}/{bar.pk}").status_code == 404
    assert other_phone.get("/api/v1/foods", {"q": "oat bar"}).json()["results"] == []
    assert other_phone.get("/api/v1/own-foods").json()["results"] == []


@pytest.mark.parametrize("by", ["food_id", "food_version_id"])
@pytest.mark.parametrize("amount", [{"grams": 10}, {"measure": "bar"}])
def test_a_stranger_can_neither_eat_it_nor_cook_with_it(
    ada: Person, other_phone: APIClient, by: str, amount: dict[str, Any]
) -> None:
    bar = make_own_food(person=ada, name="oat bar", unit="bar")
    item = {by: str(bar.pk if by == "food_id" else bar.food_version_id), **amount}

    eaten = other_phone.post("/api/v1/meals", {"at": AT, "items": [item]})
    cooked = other_phone.post("/api/v1/own-foods", {"at": AT, "name": "mine", "items": [item]})

    assert [answer.status_code for answer in (eaten, cooked)] == [404, 404]
    assert (Meal.objects.count(), OwnFood.objects.count()) == (0, 1)


def test_a_stranger_can_neither_change_nor_delete_it(ada: Person, other_phone: APIClient) -> None:
    address = f"/api/v1/own-foods/{make_own_food(person=ada, name='oat bar').pk}"

    answers = [other_phone.patch(address, {"name": "mine"}), other_phone.delete(address)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert OwnFood.objects.get().name == "oat bar"


def test_a_deleted_food_is_offered_no_more(phone: APIClient) -> None:
    bar = teach(phone)

    assert phone.delete(f"/api/v1/own-foods/{bar['id']}").status_code == 204

    assert phone.get(f"/api/v1/foods/{bar['id']}").status_code == 404
    assert phone.get("/api/v1/foods", {"q": "energy bar"}).json()["results"] == []


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"name": "x"}, "label_or_items"),
        ({"name": "x", "label": {"per": "portion", "energy_kcal": 9}}, "portion_not_weighed"),
        ({"name": "x", "items": [], "label": {"per": "100g"}}, "invalid_fields"),
        ({"name": "", "label": {"per": "100g", "energy_kcal": 9}}, "invalid_fields"),
    ],
)
def test_what_cannot_be_is_refused(phone: APIClient, told: dict[str, Any], code: str) -> None:
    assert teach(phone, **told)["code"] == code
    assert not OwnFood.objects.exists()


def test_a_nutritionist_reads_what_is_shared_and_writes_nothing(ada: Person, ben: Person, chen: Person) -> None:
    share(ada, ben)
    bar = make_own_food(person=ada, name="oat bar")
    make_own_food(person=chen, name="rye bar")
    her_phone = client_of(ben)

    [shared] = her_phone.get("/api/v1/own-foods", {"person": str(ada.pk)}).json()["results"]

    assert shared["id"] == str(bar.pk)
    assert her_phone.get("/api/v1/own-foods", {"person": str(chen.pk)}).status_code == 404
    assert her_phone.patch(f"/api/v1/own-foods/{bar.pk}", {"name": "hers"}).status_code == 404
