"""The picture of a week in the web chat: it comes by looking again."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from bots.channels.web.reports import AWAITED_FOR
from meum.jobs.running import drain
from meum.overview.models import Report
from meum.people.models import Person
from tests.factories.weeks import make_whole_day

pytestmark = pytest.mark.usefixtures("that_friday", "stored")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def page(client: Client, ada: Person) -> Client:
    """Return a browser in which Ada, who logged a day, is signed in."""
    make_whole_day(ada, 1)
    client.force_login(ada)
    return client


def body(response: Any) -> str:
    text: str = response.content.decode()
    return text


def ask(page: Client) -> str:
    posted = body(page.post("/chat/", {"text": "周报", "message_id": "m1"}, headers=HTMX))
    found = re.search(r'hx-get="(/chat/reports/[^"]+)" hx-trigger="load delay:1s"', posted)
    assert found is not None
    return found[1]


def test_the_bubble_looks_again_until_the_picture_is_there(page: Client) -> None:
    address = ask(page)

    waiting = body(page.get(address, headers=HTMX))
    drain()
    drawn = body(page.get(address, headers=HTMX))

    assert "正在画图…" in waiting
    found = re.search(r'<img src="(/files/[^"]+)" alt="一周小结的图">', drawn)
    assert found is not None
    with closing(page.get(found[1])) as picture:
        assert picture["Content-Type"] == "image/png"


def test_the_history_shows_the_picture(page: Client) -> None:
    ask(page)
    drain()

    assert 'alt="一周小结的图"' in body(page.get("/chat/"))


def test_what_was_not_drawn_in_time_is_asked_for_no_more(page: Client) -> None:
    address = ask(page)
    Report.objects.update(asked_at=timezone.now() - AWAITED_FOR - timedelta(seconds=1))

    assert body(page.get(address)).strip() == ""


def test_nobody_else_sees_it(page: Client, chen: Person, client: Client) -> None:
    address = ask(page)
    drain()
    other = Client()

    assert other.get(address).status_code == 404
    other.force_login(chen)
    assert body(other.get(address)).strip() == ""
