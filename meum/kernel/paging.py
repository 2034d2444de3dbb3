"""Lists as cursor pages: rows that come or go while somebody pages are neither skipped nor repeated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from django.core import signing
from django.db import models
from django.db.models import Q

from meum.kernel.problem import QueryInvalid

R = TypeVar("R", bound=models.Model)

USUAL_LIMIT = 50
LARGEST_LIMIT = 200
_signer = signing.Signer(salt="meum.kernel.paging")


class Page(NamedTuple, Generic[R]):
    """Hold the rows of one page and the cursor of the next one, None on the last page."""

    rows: list[R]
    cursor: str | None


def page_of(
    rows: models.QuerySet[R], *, order: Sequence[str], limit: int, cursor: str, filters: Mapping[str, str]
) -> Page[R]:
    """Return one page of rows in `order`, which ends with a unique key.

    Columns are ordered all upwards or all downwards (`-day`, `-at`, `-id`). Raises QueryInvalid for a cursor that is
    not ours, or was made with other filters.
    """
    found = rows.order_by(*order)
    if cursor:
        found = found.filter(_after(order, _place(cursor, order, filters)))
    page = list(found[: limit + 1])
    is_last = len(page) <= limit
    return Page(page[:limit], None if is_last else _cursor(page[limit - 1], order, filters))


def limit_of(text: str) -> int:
    """Return the number of rows asked for, 1 to 200; raises QueryInvalid for anything else."""
    if not text:
        return USUAL_LIMIT
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= LARGEST_LIMIT):
        raise QueryInvalid(
            "invalid_limit", "a limit is a whole number from 1 to 200", field="limit", most=LARGEST_LIMIT
        )
    return int(text)


def _after(order: Sequence[str], place: Sequence[Any]) -> Q:
    """Return the condition of being behind a place, column by column; the first column alone lets an index help."""
    step = "lt" if order[0].startswith("-") else "gt"
    columns = [column.lstrip("-") for column in order]
    behind = Q()
    for index, column in enumerate(columns):
        same = {columns[earlier]: place[earlier] for earlier in range(index)}
        behind |= Q(**same, **{f"{column}__{step}": place[index]})
    return Q(**{f"{columns[0]}__{step}e": place[0]}) & behind


def _cursor(row: models.Model, order: Sequence[str], filters: Mapping[str, str]) -> str:
    place = [_as_text(getattr(row, column.lstrip("-"))) for column in order]
    return _signer.sign_object([_digest(order, filters), *place])


def _place(cursor: str, order: Sequence[str], filters: Mapping[str, str]) -> list[Any]:
    try:
        digest, *place = _signer.unsign_object(cursor)
    except (signing.BadSignature, ValueError, UnicodeError) as error:
        raise QueryInvalid("invalid_cursor", "this cursor was not given out here", field="cursor") from error
    if digest != _digest(order, filters) or len(place) != len(order):
        raise QueryInvalid("invalid_cursor", "this cursor belongs to another list", field="cursor")
    return list(place)


def _digest(order: Sequence[str], filters: Mapping[str, str]) -> str:
    told = json.dumps([list(order), sorted(filters.items())])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _as_text(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
