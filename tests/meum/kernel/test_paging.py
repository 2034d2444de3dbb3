"""Pages that neither skip nor repeat."""

from __future__ import annotations

import pytest

from meum.journal.models import Consent
from meum.kernel.paging import Page, limit_of, page_of
from meum.kernel.problem import QueryInvalid
from meum.people.models import Person
from tests.factories.people import make_person

ORDER = ("-username", "-id")


def people(*, limit: int = 2, cursor: str = "", filters: dict[str, str] | None = None) -> Page[Person]:
    return page_of(Person.objects.all(), order=ORDER, limit=limit, cursor=cursor, filters=filters or {})


def names(page: Page[Person]) -> list[str]:
    return [person.username for person in page.rows]


@pytest.fixture
def _five(db: None) -> None:
    for name in "abcde":
        make_person(username=name, has_agreed=False)


@pytest.mark.usefixtures("_five")
def test_pages_follow_one_another_to_the_end() -> None:
    first = people()
    second = people(cursor=first.cursor or "")
    third = people(cursor=second.cursor or "")

    assert [names(page) for page in (first, second, third)] == [["e", "d"], ["c", "b"], ["a"]]
    assert third.cursor is None


@pytest.mark.usefixtures("_five")
def test_rows_that_come_and_go_meanwhile_are_neither_skipped_nor_repeated() -> None:
    first = people()
    make_person(username="z", has_agreed=False)
    Person.objects.get(username="d").delete()

    assert names(people(cursor=first.cursor or "")) == ["c", "b"]


@pytest.mark.usefixtures("_five")
def test_a_full_page_that_is_the_last_one_has_no_cursor() -> None:
    assert people(limit=5).cursor is None


@pytest.mark.usefixtures("_five")
def test_a_cursor_of_other_filters_is_refused() -> None:
    first = people(filters={"from": "2026-01-01"})

    with pytest.raises(QueryInvalid, match="another list"):
        people(cursor=first.cursor or "", filters={"from": "2026-01-02"})


@pytest.mark.usefixtures("_five")
@pytest.mark.parametrize("cursor", ["x", "a:b", "早饭", "W10:x", "\ud800", "x" * 5000])
def test_a_made_up_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(QueryInvalid) as refused:
        people(cursor=cursor)

    assert refused.value.code == "invalid_cursor"


def test_a_cursor_of_another_kind_of_list_is_refused(ada: Person, ben: Person) -> None:
    first = page_of(Consent.objects.all(), order=("-id",), limit=1, cursor="", filters={})

    with pytest.raises(QueryInvalid, match="another list"):
        people(cursor=first.cursor or "")


@pytest.mark.parametrize("text", ["0", "201", "-1", "1.5", "x", "٣", "99999", " 5", "1e1"])
def test_a_limit_is_a_whole_number_up_to_two_hundred(text: str) -> None:
    with pytest.raises(QueryInvalid) as refused:
        limit_of(text)

    assert refused.value.code == "invalid_limit"
