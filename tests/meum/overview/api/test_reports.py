"""The report of a week over REST."""

from __future__ import annotations

from contextlib import closing

import pytest
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from meum.jobs.running import drain
from meum.people.models import Person
from nutrition.models import Food
from tests.clients import client_of
from tests.factories.diary import make_meal
from tests.factories.weeks import make_whole_day, tell_body

WEEK = "/api/v1/reports/week"
pytestmark = pytest.mark.usefixtures("that_friday", "stored")


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada)


def test_the_figures_come_at_once(ada: Person, phone: APIClient) -> None:
    tell_body(ada)
    for days_ago in (1, 2, 3):
        make_whole_day(ada, days_ago)

    week = phone.get(WEEK, {"ending": "2026-11-20"}).json()

    protein = next(each for each in week["nutrients"] if each["tagname"] == "PROCNT")
    assert (week["first"], week["whole_days"], week["energy_kcal"]["mid"]) == ("2026-11-14", 3, 1800)
    assert protein["eaten"] == {"low": 60, "mid": 60, "high": 60}
    assert (protein["at_least"], protein["coverage"], protein["standing"]) == (55, 1, "enough")
    assert [day["is_whole"] for day in week["days"]] == [False] * 3 + [True] * 3 + [False]
    assert week["advice"] == "more.FIBTG"


@pytest.mark.usefixtures("everyday_catalogue")
def test_kinds_of_food_and_indices_come_with_their_coverage(ada: Person, phone: APIClient) -> None:
    for days_ago in (1, 2, 3):
        make_whole_day(ada, days_ago, food=Food.objects.get(key="everyday:apple"))

    eating = phone.get(WEEK).json()["eating"]

    assert (eating["days"], eating["kinds_of_food"], eating["kinds_coverage"]) == (3, 1, 1)
    assert (eating["hei_2020"]["coverage"], eating["chei_2017"]["coverage"]) == (1, 1)
    assert {"component": "fruits", "points": 10, "most": 10} in eating["chei_2017"]["components"]
    assert eating["hei_2020"]["points"] == pytest.approx(
        sum(each["points"] for each in eating["hei_2020"]["components"])
    )


def test_food_that_nobody_knows_gets_no_index(ada: Person, phone: APIClient) -> None:
    for days_ago in (1, 2, 3):
        make_whole_day(ada, days_ago)

    index = phone.get(WEEK).json()["eating"]["hei_2020"]

    assert index == {"points": None, "coverage": 0, "components": []}


def test_the_week_ends_today_when_no_day_is_told(phone: APIClient) -> None:
    assert phone.get(WEEK).json()["last"] == "2026-11-20"


def test_the_picture_and_the_document_are_there_once_they_are_drawn(ada: Person, phone: APIClient) -> None:
    make_whole_day(ada, 1)
    begun = phone.post(WEEK)
    drain()

    drawn = phone.post(WEEK).json()

    assert (begun.status_code, begun.json()["picture"], begun.json()["made_at"]) == (202, "", None)
    with closing(phone.get(drawn["picture"])) as picture, closing(phone.get(drawn["document"])) as document:
        assert (picture["Content-Type"], document["Content-Type"]) == ("image/png", "application/pdf")
        assert picture["Content-Disposition"].startswith("inline")
        assert document["Content-Disposition"].startswith("attachment")


def test_only_the_owner_gets_the_picture(ada: Person, chen: Person, phone: APIClient, client: Client) -> None:
    make_whole_day(ada, 1)
    phone.post(WEEK)
    drain()
    address = phone.post(WEEK).json()["picture"]

    assert client_of(chen).get(address).status_code == 404
    assert client.get(address).status_code == 401


def test_a_report_is_of_the_asker_alone(ada: Person, chen: Person) -> None:
    make_whole_day(ada, 1)

    week = client_of(chen).get(WEEK, {"person": str(ada.pk)}).json()

    assert week["whole_days"] == 0


def test_an_empty_week_is_not_drawn(phone: APIClient) -> None:
    answer = phone.post(WEEK)

    assert (answer.status_code, answer.json()["code"]) == (409, "empty_week")


def test_without_a_font_the_figures_are_there_and_no_picture(ada: Person, phone: APIClient, settings: Settings) -> None:
    settings.REPORT_FONT = "/nowhere/font.ttc"
    make_meal(person=ada)

    assert phone.get(WEEK).status_code == 200
    assert (phone.post(WEEK).status_code, phone.post(WEEK).json()["code"]) == (503, "no_report_font")
