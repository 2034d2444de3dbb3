"""Read a whole table without holding it twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

PAGE_ROWS = 10_000


def row_by_row(rows: QuerySet[Any], *columns: str, page_rows: int = PAGE_ROWS) -> Iterator[tuple[Any, ...]]:
    """Yield the columns of each row, in the order of the keys.

    PostgreSQL hands over the whole result of a question at once, and pgbouncer allows no cursor that outlives a
    transaction: so the rows are asked for page by page, and no more than one page of them is in memory.
    """
    asked = rows.order_by("pk").values_list("pk", *columns)
    page = list(asked[:page_rows])
    while page:
        for row in page:
            yield row[1:]
        page = list(asked.filter(pk__gt=page[-1][0])[:page_rows])
