"""Copies, saved meals, bare energy and every nutrient over REST."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from rest_framework.test import APIClient

from meum.domain.intervals import Interval
from meum.journal.models import new_id
from meum.people.models import Person
from nutrition.models import Meal, SavedMeal
from tests.clients import client_of
from tests.factories.diary import make_meal
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.usefixtures("that_friday")

FRIDAY = "2026-11-20"
YESTERDAY_LUNCH = "2026-11-19T12:00:00+08:00"


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


def items_of(**told: Any) -> list[dict[str, Any]]:
    return [{"food_id": str(make_food(name_en="egg").pk), "grams": 100, **told}]


def test_a_meal_is_copied_once_for_one_key(phone: APIClient) -> None:
    phone.post("/api/v1/meals", {"at": YESTERDAY_LUNCH, "items": items_of()})
    body = {"from_day": "2026-11-19", "from_slot": "lunch", "to_slot": "dinner"}

    answers = [phone.post("/api/v1/meals/copy", body, headers={"Idempotency-Key": "one"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    (meal,) = answers[0].json()["results"]
    assert (meal["day"], meal["slot"], meal["items"][0]["name_en"]) == (FRIDAY, "dinner", "egg")
    assert Meal.objects.filter(day=FRIDAY).count() == 1


def test_nothing_to_copy_is_404(phone: APIClient) -> None:
    answer = phone.post("/api/v1/meals/copy", {"from_day": "2026-11-19"})

    assert (answer.status_code, answer.json()["code"]) == (404, "nothing_to_copy")


def test_one_item_is_moved_to_the_day_before(phone: APIClient) -> None:
    meal = phone.post("/api/v1/meals", {"at": YESTERDAY_LUNCH, "items": [*items_of(), *items_of(grams=50)]}).json()
    body = {"to_day": "2026-11-18", "to_slot": "dinner", "items": [meal["items"][1]["id"]]}

    answer = phone.post(f"/api/v1/meals/{meal['id']}/move", body)

    (moved,) = answer.json()["results"]
    assert (answer.status_code, moved["day"], moved["slot"]) == (200, "2026-11-18", "dinner")
    assert [item["grams"]["mid"] for item in moved["items"]] == [50]


def test_a_meal_of_somebody_else_is_not_moved(phone: APIClient, chen: Person) -> None:
    meal = make_meal(person=chen)

    answer = phone.post(f"/api/v1/meals/{meal.pk}/move", {"to_day": "2026-11-18"})

    assert (answer.status_code, Meal.objects.get().day) == (404, meal.day)


def test_a_saved_meal_is_kept_changed_logged_and_forgotten(phone: APIClient) -> None:
    saved = phone.post(
        "/api/v1/saved-meals", {"name": "gym breakfast", "slot": "breakfast", "items": items_of()}
    ).json()
    address = f"/api/v1/saved-meals/{saved['id']}"

    assert phone.patch(address, {"name": "gym food"}).json()["name"] == "gym food"
    (meal,) = phone.post(f"{address}/log", {"times": 2}).json()["results"]
    assert (meal["slot"], meal["items"][0]["grams"]["mid"]) == ("breakfast", 200)
    assert phone.delete(address).status_code == 204
    assert phone.get("/api/v1/saved-meals").json()["results"] == []


def test_a_saved_meal_is_logged_once_under_an_id_though_it_is_sent_again_later(phone: APIClient) -> None:
    saved = phone.post("/api/v1/saved-meals", {"name": "gym breakfast", "items": items_of()}).json()
    sent = {"id": str(new_id())}

    with time_machine.travel(0, tick=False) as clock:
        clock.move_to("2026-11-20T06:00:00+00:00")
        first = phone.post(f"/api/v1/saved-meals/{saved['id']}/log", sent)
        clock.move_to("2026-11-20T06:01:00+00:00")
        second = phone.post(f"/api/v1/saved-meals/{saved['id']}/log", sent)

    assert (first.status_code, second.json()) == (201, first.json())
    assert Meal.objects.count() == 1


@pytest.mark.parametrize("times", [0, -1])
def test_a_saved_meal_is_not_logged_less_than_no_times(phone: APIClient, times: float) -> None:
    saved = phone.post("/api/v1/saved-meals", {"name": "gym breakfast", "items": items_of()}).json()

    answer = phone.post(f"/api/v1/saved-meals/{saved['id']}/log", {"times": times})

    assert answer.status_code == 400
    assert not Meal.objects.exists()


def test_a_saved_meal_is_synced(phone: APIClient) -> None:
    phone.post("/api/v1/saved-meals", {"name": "gym breakfast", "items": items_of()})

    page = phone.get("/api/v1/sync").json()

    assert [(change["kind"], change["entry"]["name"]) for change in page["changes"]] == [
        ("saved_meal", "gym breakfast")
    ]
    assert [food["name_en"] for food in page["foods"]] == ["egg"]


def test_a_stranger_sees_and_logs_no_saved_meal_of_others(phone: APIClient, chen: Person) -> None:
    saved = phone.post("/api/v1/saved-meals", {"name": "gym breakfast", "items": items_of()}).json()
    stranger = client_of(chen)

    assert stranger.get(f"/api/v1/saved-meals/{saved['id']}").status_code == 404
    assert stranger.post(f"/api/v1/saved-meals/{saved['id']}/log", {}).status_code == 404
    assert not Meal.objects.exists()
    assert SavedMeal.objects.count() == 1


def test_bare_energy_has_no_grams_of_food(phone: APIClient) -> None:
    item = {"energy_kcal": {"low": 280, "mid": 350, "high": 420}, "protein_g": 20}

    meal = phone.post("/api/v1/meals", {"items": [item]}).json()

    (shown,) = meal["items"]
    assert (shown["grams"], shown["energy_kcal"]["mid"], shown["protein_g"], shown["fat_g"]) == (None, 350, 20, None)
    assert meal["totals"]["energy_kcal"] == {"low": 280, "mid": 350, "high": 420, "coverage": 1}
    assert (meal["totals"]["protein_g"]["mid"], meal["totals"]["fat_g"]) == (20, None)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ({"energy_kcal": 350, "grams": 100}, "energy_or_food"),
        ({"energy_kcal": 9000}, "impossible_energy"),
        ({"energy_kcal": 50, "fat_g": 30}, "macros_beyond_energy"),
    ],
)
def test_bare_energy_that_cannot_be_is_refused(phone: APIClient, item: dict[str, Any], code: str) -> None:
    answer = phone.post("/api/v1/meals", {"items": [item]})

    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_macronutrients_without_energy_are_refused(phone: APIClient) -> None:
    answer = phone.post("/api/v1/meals", {"items": items_of(protein_g=10)})

    assert answer.json()["code"] == "energy_or_food"


def test_every_nutrient_is_told_by_day_and_on_average(phone: APIClient, ada: Person) -> None:
    make_meal(person=ada, food=make_food(nutrients={"ENERC_KCAL": 100, "CAFFN": 40}), grams=Interval(80, 100, 120))

    told = phone.get("/api/v1/nutrients/eaten?from=2026-11-19&to=2026-11-20").json()

    assert told["days_counted"] == 1
    assert told["mean"][1] == {
        "tagname": "CAFFN",
        "unit": "mg",
        "low": 32,
        "mid": 40,
        "high": 48,
        "coverage": 1,
    }
    assert [(day["day"], day["meals"], len(day["nutrients"])) for day in told["days"]] == [
        ("2026-11-19", 0, 0),
        ("2026-11-20", 1, 2),
    ]


def test_more_than_a_month_of_nutrients_is_refused(phone: APIClient) -> None:
    answer = phone.get("/api/v1/nutrients/eaten?from=2026-10-01&to=2026-11-20")

    assert answer.status_code == 400


def test_the_nutrients_of_somebody_who_does_not_share_are_404(phone: APIClient, chen: Person) -> None:
    assert phone.get(f"/api/v1/nutrients/eaten?person={chen.pk}").status_code == 404
