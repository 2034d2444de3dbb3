"""Whole tables are read a page at a time."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meum.kernel.long_reads import row_by_row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [0, 1, 3, 4])
def test_every_row_comes_once_in_the_order_of_the_keys(count: int) -> None:
    made = [Group.objects.create(name=f"group {number}") for number in range(count)]
    rows = row_by_row(Group.objects.order_by("-name"), "name", page_rows=3)
    assert list(rows) == [(group.name,) for group in made]


def test_rows_are_chosen_before_they_are_read() -> None:
    Group.objects.bulk_create(Group(name=name) for name in ("salt", "soup", "stew", "tea"))
    rows = row_by_row(Group.objects.filter(name__startswith="s"), "name", page_rows=2)
    assert [name for (name,) in rows] == ["salt", "soup", "stew"]


def test_no_more_than_a_page_is_asked_for_at_once() -> None:
    Group.objects.bulk_create(Group(name=f"group {number}") for number in range(5))
    with CaptureQueriesContext(connection) as asked:
        next(row_by_row(Group.objects.all(), "name", page_rows=2))
    assert len(asked) == 1
    assert "LIMIT 2" in asked.captured_queries[0]["sql"]
