"""The chat page, with and without scripts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bots.models import Inbound
from bots.services import conversation_of
from bots.templatetags.chat_text import together
from meum.journal.models import Door
from meum.people.models import Person
from tests.factories.people import make_person

HTMX = {"HX-Request": "true"}


@pytest.fixture
def page(client: Client, ada: Person) -> Client:
    """Return a browser in which Ada is signed in."""
    client.force_login(ada)
    return client


def body(response: Any) -> str:
    """Return the page with plain blanks."""
    text: str = response.content.decode()
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_stranger_is_sent_to_the_sign_in(client: Client, db: None) -> None:
    response = client.get("/chat/")

    assert response.status_code == 302
    assert response["Location"] == "/sign-in/?next=/chat/"


def test_a_session_that_ended_meanwhile_leads_the_whole_page_to_the_sign_in(client: Client, db: None) -> None:
    response = client.post("/chat/", {"text": "你好"}, headers=HTMX)

    assert response["HX-Redirect"] == "/sign-in/"


def test_the_first_visit_greets_once(page: Client) -> None:
    page.get("/chat/")
    shown = body(page.get("/chat/"))

    assert shown.count("<p>你好。</p>") == 1


def test_a_newcomer_can_press_the_answers(client: Client, db: None) -> None:
    person = make_person(has_agreed=False)
    client.force_login(person)

    shown = body(client.get("/chat/"))

    assert re.findall(r'name="choice" value="(\d)"', shown) == ["1", "2", "0"]


def test_without_scripts_the_form_brings_the_whole_page_back(page: Client) -> None:
    shown = body(page.post("/chat/", {"text": "体重 61.5", "message_id": "m1"}))

    assert "<p>体重 61.5</p>" in shown
    assert "<p>已记：体重 61.5 公斤。</p>" in shown
    assert shown.startswith("<!doctype html>")


def test_a_page_with_a_history_does_not_greet_anew(page: Client) -> None:
    page.post("/chat/", {"text": "谢谢"})

    assert "<p>你好。</p>" not in page.get("/chat/").content.decode()


def test_a_page_that_is_posted_again_logs_once(page: Client) -> None:
    page.post("/chat/", {"text": "体重 61.5", "message_id": "m1"})
    shown = body(page.post("/chat/", {"text": "体重 61.5", "message_id": "m1"}))

    assert shown.count("已记：体重 61.5 公斤。") == 1
    assert Inbound.objects.count() == 1


def test_with_htmx_only_the_new_bubbles_come(page: Client) -> None:
    shown = body(page.post("/chat/", {"text": "体重 61.5", "message_id": "m1"}, headers=HTMX))

    assert "<html" not in shown
    assert "<p>已记：体重 61.5 公斤。</p>" in shown


def test_a_page_has_a_key_of_its_own_for_what_is_sent_from_it(page: Client) -> None:
    keys = {re.findall(r'name="message_id" value="([^"]+)"', body(page.get("/chat/")))[0] for _ in range(2)}

    assert len(keys) == 2


def test_a_pressed_answer_counts_as_typed(page: Client) -> None:
    page.post("/chat/", {"text": "体重 130", "message_id": "m1"})

    shown = body(page.post("/chat/", {"choice": "2", "text": "", "message_id": "m2"}, headers=HTMX))

    assert "体重 65 公斤" in shown


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_an_answer_is_shown_with_its_words_not_as_a_bare_number(page: Client, headers: dict[str, str]) -> None:
    page.post("/chat/", {"text": "体重 130", "message_id": "m1"})

    at_once = body(page.post("/chat/", {"choice": "2", "message_id": "m2"}, headers=headers))
    later = body(page.get("/chat/"))

    assert '<div class="bubble mine"><p>2 体重 65 公斤</p></div>' in at_once
    assert '<div class="bubble mine"><p>2 体重 65 公斤</p></div>' in later


def test_a_number_that_answers_nothing_is_shown_as_it_was_typed(page: Client) -> None:
    page.post("/chat/", {"text": "体重 130", "message_id": "m1"})

    assert '<div class="bubble mine"><p>7</p></div>' in body(page.post("/chat/", {"text": "7", "message_id": "m2"}))


def test_the_history_is_there_at_the_next_visit(page: Client) -> None:
    page.post("/chat/", {"text": "体重 61.5", "message_id": "m1"})

    shown = body(page.get("/chat/"))

    assert "<p>体重 61.5</p>" in shown
    assert "<p>已记：体重 61.5 公斤。</p>" in shown


def test_words_before_the_agreement_are_shown_but_not_kept(client: Client, db: None) -> None:
    client.force_login(make_person(has_agreed=False))

    said = body(client.post("/chat/", {"text": "吃了米饭", "message_id": "m1"}))
    later = body(client.get("/chat/"))

    assert "吃了米饭" in said
    assert "吃了米饭" not in later


def test_nobody_sees_the_conversation_of_somebody_else(page: Client, chen: Person) -> None:
    page.post("/chat/", {"text": "体重 61.5", "message_id": "m1"})
    page.force_login(chen)

    assert "61.5" not in body(page.get("/chat/"))


def test_markup_in_words_is_shown_as_words(page: Client) -> None:
    shown = body(page.post("/chat/", {"text": "<script>alert(1)</script>", "message_id": "m1"}))

    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" in shown


def test_a_change_of_language_changes_the_page_too(page: Client, ada: Person) -> None:
    response = page.post("/chat/", {"choice": "English please", "message_id": "m1"}, headers=HTMX)

    assert response["HX-Trigger"] == "stale"
    assert '<html lang="en">' in body(page.get("/chat/"))


def test_the_page_runs_no_script_but_its_own(page: Client) -> None:
    response = page.get("/chat/")

    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert re.findall(r"<script(?![^>]* src=)", body(response)) == []
    assert re.findall(r' (?:on\w+|style)="', body(response)) == []
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("text", ["", "   ", "\x00", "🍜" * 3000])
def test_odd_input_is_answered(page: Client, text: str) -> None:
    assert page.post("/chat/", {"text": text, "message_id": "m1"}).status_code == 200


def test_a_post_needs_the_token_of_its_page(ada: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)

    assert client.post("/chat/", {"text": "你好"}).status_code == 403
    assert not Inbound.objects.exists()


@pytest.mark.parametrize("exchanges", [1, 40])
def test_the_history_costs_the_same_however_long(
    page: Client, ada: Person, exchanges: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page.get("/chat/")
    conversation = conversation_of(person=ada, door=Door.WEB)
    Inbound.objects.bulk_create(
        Inbound(
            conversation=conversation,
            sender=conversation.pk,
            message_id=str(n),
            sent_at=timezone.now(),
            state="done",
            words="x",
        )
        for n in range(exchanges)
    )

    with django_assert_num_queries(7):
        page.get("/chat/")


def test_a_number_stays_with_its_unit_and_a_range_together() -> None:
    assert together("约 255 千卡（210–330）") == "约 255\u00a0千卡（210\u2060–\u2060330）"
