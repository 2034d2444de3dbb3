"""What the body did, in the admin site."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from meum.journal.models import Access
from meum.people.models import Person
from tests.admin_pages import share, signed_in, text_of
from tests.factories.fitness import MORNING, make_activity, make_measurement, make_sleep

pytestmark = pytest.mark.usefixtures("that_friday")

LISTS = ["bodymeasurement", "activity", "sleep"]


@pytest.mark.parametrize("name", LISTS)
def test_rows_are_those_of_the_people_who_share(ada: Person, ben: Person, chen: Person, name: str) -> None:
    share(ada, ben)
    for person in (ada, chen):
        make_measurement(person=person)
        make_activity(person=person)
        make_sleep(person=person)

    page = text_of(signed_in(ben).get(f"/admin/fitness/{name}/"))

    assert ">ada<" in page
    assert "chen" not in page
    assert set(Access.objects.values_list("person", flat=True)) == {ada.pk}


def test_each_figure_has_its_unit(ada: Person, ben: Person) -> None:
    share(ada, ben)
    make_measurement(person=ada, value=61.5)
    make_measurement(person=ada, kind="blood_pressure", value=128, diastolic_mmhg=82)

    page = text_of(signed_in(ben).get("/admin/fitness/bodymeasurement/"))

    assert "61.5 kg" in page
    assert "128/82 mmHg" in page


def test_one_activity_is_shown_read_only(ada: Person, ben: Person) -> None:
    share(ada, ben)
    activity = make_activity(person=ada)
    path = f"/admin/fitness/activity/{activity.pk}/change/"

    assert "kcal, rest included" in text_of(signed_in(ben).get(path)).lower()
    assert signed_in(ben).post(path, {}).status_code == 403


@pytest.mark.parametrize("rows", [1, 40])
@pytest.mark.parametrize("name", LISTS)
def test_a_page_costs_as_much_for_40_rows_as_for_1(
    ada: Person, ben: Person, name: str, rows: int, django_assert_num_queries: Any
) -> None:
    share(ada, ben)
    for number in range(rows):
        at = MORNING - timedelta(days=number)
        make_measurement(person=ada, at=at)
        make_activity(person=ada, at=at)
        make_sleep(person=ada, woke_at=at)
    client = signed_in(ben)

    with django_assert_num_queries(5):
        client.get(f"/admin/fitness/{name}/")
