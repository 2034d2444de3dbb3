"""The targets of a day over REST."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from rest_framework.test import APIClient

from fitness.domain.measures import Kind
from fitness.services import log_measurement
from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import AgeBand, Person
from meum.people.services import ProfileDraft, update_profile
from nutrition.models import Food
from tests.clients import client_of
from tests.factories.diary import make_meal
from tests.factories.nutrition import make_food
from tests.factories.people import make_person

pytestmark = pytest.mark.usefixtures("that_friday")
AT = "2026-11-20T08:00:00+08:00"


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


def tell(ada: Person, **facts: Any) -> None:
    update_profile(person=ada, author=ada, door=Door.API, draft=ProfileDraft(**facts))


def eat(phone: APIClient, grams: float) -> None:
    food = make_food(name_en="tofu", nutrients={"ENERC_KCAL": 100, "CA": 350, "NA": 5})
    items = [{"food_id": str(food.pk), "grams": grams}]
    assert phone.post("/api/v1/meals", {"at": AT, "items": items}, format="json").status_code == 201


def test_a_day_is_shown_beside_the_reference_intakes(ada: Person, phone: APIClient) -> None:
    tell(ada, sex_at_birth="female", birth_date=date(1996, 1, 1), height_cm=165, activity_level="sedentary")
    log_measurement(person=ada, author=ada, door=Door.API, at=datetime.fromisoformat(AT), kind=Kind.WEIGHT, value=60)
    eat(phone, 200)

    shown = phone.get("/api/v1/targets?day=2026-11-20").json()

    assert (shown["day"], shown["region"], round(shown["energy_kcal"]["mid"])) == ("2026-11-20", "CN", 1845)
    calcium = next(each for each in shown["nutrients"] if each["tagname"] == "CA")
    assert (calcium["at_least"], calcium["at_most"], calcium["standing"]) == (800, 2000, "low")
    assert calcium["eaten"]["mid"] == 700
    iron = next(each for each in shown["nutrients"] if each["tagname"] == "FE")
    assert (iron["eaten"], iron["standing"]) == (None, "not_known")


def test_without_a_birth_date_there_is_no_energy_but_the_rest(ada: Person, phone: APIClient) -> None:
    tell(ada, sex_at_birth="male", height_cm=180, activity_level="light")

    shown = phone.get("/api/v1/targets").json()

    assert shown["energy_kcal"] is None
    assert next(each for each in shown["nutrients"] if each["tagname"] == "CA")["at_least"] == 800


def test_before_the_sex_is_told_it_is_asked_for(phone: APIClient) -> None:
    answer = phone.get("/api/v1/targets")

    assert (answer.status_code, answer.json()["code"]) == (409, "sex_not_told")


def test_whoever_is_under_18_gets_no_targets(ada: Person, phone: APIClient) -> None:
    tell(ada, sex_at_birth="female", birth_date=date(2010, 1, 1))
    assert phone.get("/api/v1/targets").json()["code"] == "targets_of_adults"

    Person.objects.filter(pk=ada.pk).update(age_band=AgeBand.TEEN)
    assert phone.get("/api/v1/targets").status_code == 403


def test_nobody_sees_the_targets_of_another(phone: APIClient) -> None:
    bob = make_person()
    assert phone.get(f"/api/v1/targets?person={bob.pk}").status_code == 404


@pytest.mark.usefixtures("everyday_catalogue")
def test_a_day_is_shown_beside_the_food_pagoda(ada: Person, phone: APIClient) -> None:
    tell(ada, sex_at_birth="female")
    make_meal(person=ada, food=Food.objects.get(key="everyday:apple"), grams=Interval(180, 220, 260))

    shown = phone.get("/api/v1/targets?day=2026-11-20").json()

    pagoda = shown["pagoda"]
    assert (pagoda["kinds_a_day"], pagoda["coverage"], pagoda["certainty"]) == (12, 1, "C")
    assert pagoda["kinds"] == [{"kind": "apple", "layer": "fruits", "name_zh": "苹果", "name_en": "apple"}]
    steps = {each["step"]: each for each in pagoda["steps"]}
    assert steps["fruits"] == {
        "step": "fruits",
        "at_least_g": 200,
        "at_most_g": None,
        "standing": "about",
        "eaten_g": {"low": 180, "mid": 220, "high": 260, "coverage": 1},
    }
    assert (steps["dairy"]["standing"], steps["oil"]["standing"]) == ("low", "enough")
    # 1 mg in 100 g of apple, other samples a fifth more or less.
    assert shown["purines_mg"] == {"low": 1.44, "mid": 2.2, "high": 3.12, "coverage": 1}
    assert shown["added_sugar"] == {
        "at_most_g": 50,
        "standing": "enough",
        "eaten_g": {"low": 0, "mid": 0, "high": 0, "coverage": 1},
    }


def test_food_of_unknown_kind_is_neither_little_nor_free_of_sugar(ada: Person, phone: APIClient) -> None:
    tell(ada, sex_at_birth="female")
    eat(phone, 200)

    shown = phone.get("/api/v1/targets?day=2026-11-20").json()

    assert {each["standing"] for each in shown["pagoda"]["steps"]} == {"not_known"}
    assert all(each["eaten_g"] is None for each in shown["pagoda"]["steps"])
    assert (shown["added_sugar"]["standing"], shown["added_sugar"]["eaten_g"]) == ("not_known", None)
    assert shown["purines_mg"] is None


def test_caffeine_and_alcohol_have_limits(ada: Person, phone: APIClient) -> None:
    tell(ada, sex_at_birth="male")
    food = make_food(nutrients={"ENERC_KCAL": 100, "CAFFN": 450, "ALC": 10})
    make_meal(person=ada, food=food)

    told = {each["tagname"]: each for each in phone.get("/api/v1/targets?day=2026-11-20").json()["nutrients"]}

    assert (told["CAFFN"]["at_most"], told["CAFFN"]["standing"]) == (400, "high")
    assert (told["ALC"]["at_most"], told["ALC"]["standing"]) == (15, "enough")
