"""The examples of docs/reference/rest.md, run in their order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.core.cache import cache

from tests.clients import stranger

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "rest.md"
EXAMPLE = re.compile(r"```http\n(?P<asked>.*?)```\n```json\n(?P<status>\d+) (?P<answer>.*?)```", re.DOTALL)


class Example(NamedTuple):
    """One request of the page, and the part of the answer that the page shows."""

    method: str
    address: str
    headers: dict[str, str]
    body: str
    status: int
    answer: Any


def examples() -> Iterator[Example]:
    for found in EXAMPLE.finditer(PAGE.read_text("utf-8")):
        head, _, body = found["asked"].partition("\n\n")
        (line, *headers) = head.strip().splitlines()
        method, address = line.split(" ")
        told = dict(header.split(": ", 1) for header in headers)
        yield Example(method, address, told, body.strip(), int(found["status"]), json.loads(found["answer"]))


def shows(whole: Any, part: Any) -> bool:
    """Tell whether an answer holds what the page shows of it."""
    if isinstance(part, dict):
        return all(name in whole and shows(whole[name], below) for name, below in part.items())
    if isinstance(part, list):
        return len(whole) == len(part) and all(map(shows, whole, part))
    return bool(whole == part)


@pytest.mark.django_db
def test_the_page_tells_what_happens() -> None:
    cache.clear()
    phone = stranger()

    for each in examples():
        answer = phone.generic(each.method, each.address, each.body, "application/json", headers=each.headers)
        assert (each.address, answer.status_code) == (each.address, each.status)
        assert shows(answer.json(), each.answer), answer.json()
        if "access" in answer.json():
            phone.credentials(HTTP_AUTHORIZATION=f"Bearer {answer.json()['access']}")
