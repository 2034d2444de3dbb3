"""Skin notes in the admin site."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from meum.journal.models import Access
from meum.people.models import Person
from skincare.domain import SkinRatings
from tests.admin_pages import share, signed_in, text_of
from tests.factories.diary import NOON
from tests.factories.skincare import make_skin_note

pytestmark = pytest.mark.usefixtures("that_friday")

LIST = "/admin/skincare/skinnote/"


def test_notes_are_those_of_the_people_who_share(ada: Person, ben: Person, chen: Person) -> None:
    share(ada, ben)
    make_skin_note(person=ada, ratings=SkinRatings(redness=3))
    make_skin_note(person=chen, ratings=SkinRatings(itch=9))

    page = text_of(signed_in(ben).get(LIST))

    assert "redness 3" in page
    assert "itch 9" not in page
    assert set(Access.objects.values_list("person", flat=True)) == {ada.pk}


@pytest.mark.parametrize("notes", [1, 40])
def test_a_page_of_notes_costs_as_much_for_40_as_for_1(
    ada: Person, ben: Person, notes: int, django_assert_num_queries: Any
) -> None:
    share(ada, ben)
    for number in range(notes):
        make_skin_note(person=ada, at=NOON - timedelta(hours=number))
    client = signed_in(ben)

    with django_assert_num_queries(5):
        client.get(LIST)
