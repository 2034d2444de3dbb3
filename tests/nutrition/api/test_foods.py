"""The catalogue over REST."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from meum.people.models import Person
from nutrition.catalogue.nutrients import SIZE
from tests.clients import client_of
from tests.factories.nutrition import make_food


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada)


@pytest.mark.parametrize("typed", ["4006381333931", "4006381-333931", "04006381333931"])
def test_a_product_is_found_by_the_number_under_its_bar_code(phone: APIClient, typed: str) -> None:
    biscuit = make_food(name_en="biscuit")
    type(biscuit).objects.filter(pk=biscuit.pk).update(gtin="4006381333931")

    [found] = phone.get("/api/v1/foods", {"gtin": typed}).json()["results"]

    assert (found["id"], found["score"]) == (str(biscuit.pk), 1.0)


def test_a_number_that_no_product_has_finds_nothing(phone: APIClient) -> None:
    assert phone.get("/api/v1/foods", {"gtin": "73513537"}).json() == {"results": []}


@pytest.mark.parametrize("typed", ["4006381333930", "123", "biscuit", "14006381333938"])
def test_a_wrong_number_is_refused(phone: APIClient, typed: str) -> None:
    answer = phone.get("/api/v1/foods", {"gtin": typed})

    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "gtin")


def test_a_food_is_found_by_either_name(phone: APIClient) -> None:
    egg = make_food(name_zh="鸡蛋", name_en="egg")

    for typed in ("鸡蛋", "鷄蛋", "egg", "EGGS"):
        found = phone.get("/api/v1/foods", {"q": typed}).json()["results"]
        assert found[0]["id"] == str(egg.pk)


@pytest.mark.parametrize("typed", ["", "🙂", "'; DROP TABLE food; --", "<script>", "x" * 200, "%", "\u202eabc"])
def test_nonsense_finds_nothing_and_breaks_nothing(phone: APIClient, typed: str) -> None:
    make_food(name_zh="鸡蛋", name_en="egg")

    answer = phone.get("/api/v1/foods", {"q": typed})

    assert (answer.status_code, answer.json()) == (200, {"results": []})


@pytest.mark.parametrize("typed", ["x" * 201, "a\x00b", "\x1b[0m"])
def test_unfit_words_are_refused(phone: APIClient, typed: str) -> None:
    answer = phone.get("/api/v1/foods", {"q": typed})

    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "q")


def test_a_food_shows_its_portions_and_what_is_known_of_it(phone: APIClient) -> None:
    egg = make_food(name_zh="鸡蛋", nutrients={"ENERC_KCAL": 144, "NA": None}, portions={"个": (45, 50, 60)})

    food = phone.get(f"/api/v1/foods/{egg.pk}").json()

    assert food["portions"] == [
        {"unit": "个", "detail": "", "grams": {"low": 45, "mid": 50, "high": 60}, "is_default": True}
    ]
    assert food["nutrients_per_100g"] == [{"tagname": "ENERC_KCAL", "unit": "kcal", "amount": 144.0, "is_trace": False}]


def test_a_food_shows_how_sound_it_is_and_what_it_holds(phone: APIClient) -> None:
    egg = make_food(name_zh="鸡蛋", nutrients={"ENERC_KCAL": 144})
    egg.versions.update(grade="C", grade_reasons="hardly_known")
    type(egg).objects.filter(pk=egg.pk).update(allergens="egg", has_all_allergens=True)

    food = phone.get(f"/api/v1/foods/{egg.pk}", headers={"Accept-Language": "en"}).json()

    assert (food["grade"], food["gtin"]) == ("C", None)
    assert food["grade_reasons"] == [
        {"code": "hardly_known", "text": "Fewer than 6 of the 15 main nutrients are known."}
    ]
    assert food["allergens"] == {"contains": ["egg"], "are_all_known": True}


def test_a_food_that_is_held_already_is_not_sent_again(phone: APIClient) -> None:
    egg = make_food(name_zh="鸡蛋")
    tag = phone.get(f"/api/v1/foods/{egg.pk}")["ETag"]

    answer = phone.get(f"/api/v1/foods/{egg.pk}", headers={"If-None-Match": tag})

    assert (answer.status_code, answer.content) == (304, b"")


def test_an_unknown_food_is_not_found(phone: APIClient) -> None:
    assert phone.get(f"/api/v1/foods/{uuid4()}").json()["code"] == "unknown_food"


def test_every_nutrient_is_listed_in_one_query(phone: APIClient, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert len(phone.get("/api/v1/nutrients").json()["results"]) == SIZE


def test_a_food_whose_portions_changed_is_sent_again(phone: APIClient) -> None:
    egg = make_food(name_zh="鸡蛋", portions={"个": (45, 50, 60)})
    tag = phone.get(f"/api/v1/foods/{egg.pk}")["ETag"]
    egg.portions.update(grams_mid=52)

    answer = phone.get(f"/api/v1/foods/{egg.pk}", headers={"If-None-Match": tag})

    assert (answer.status_code, answer.json()["portions"][0]["grams"]["mid"]) == (200, 52)
