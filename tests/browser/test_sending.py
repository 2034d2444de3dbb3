"""Sending in the web chat: nothing typed is lost, said twice or out of order."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from bots.models import Inbound
from tests.browser.conftest import Browse
from tests.browser.test_first_minutes import agreed, say

pytestmark = [pytest.mark.once, pytest.mark.network, pytest.mark.django_db(transaction=True)]

CHAT = re.compile("/chat/$")


def said() -> list[str]:
    return list(Inbound.objects.exclude(words="").order_by("sent_at").values_list("words", flat=True))


def test_what_is_said_before_the_answer_came_waits_and_keeps_its_order(browse: Browse) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with browse() as page:
        agreed(page)
        page.route(CHAT, hold, times=1)
        for words in ("体重 61.5", "撤销", "体重 62"):
            say(page, words)
        expect(page.locator(".bubble.mine")).to_have_text(["1 同意", "体重 61.5", "撤销", "体重 62"])
        expect(page.locator(".typing")).to_have_count(1)
        assert len(held) == 1

        held[0].continue_()

        expect(page.locator(".exchange time")).to_have_count(5)
        expect(page.locator(".exchange").last).to_contain_text("已记：体重 62 公斤。")
    assert said() == ["体重 61.5", "撤销", "体重 62"]


def test_a_key_pressed_twice_sends_once(browse: Browse) -> None:
    with browse() as page:
        agreed(page)
        page.locator("#text").fill("体重 61.5")
        page.evaluate(
            """() => {
              const press = () => new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
              const text = document.getElementById("text");
              text.dispatchEvent(press());
              text.dispatchEvent(press());
            }"""
        )
        say(page, "帮助")

        expect(page.locator(".exchange time")).to_have_count(4)
    assert said() == ["体重 61.5", "帮助"]


def test_an_answer_pressed_twice_is_given_once(browse: Browse) -> None:
    with browse() as page:
        agreed(page)
        say(page, "体重 130")
        page.locator(".choices button").nth(1).dblclick()
        expect(page.locator(".bubble.mine").last).to_have_text("2 体重 65 公斤")
        say(page, "帮助")

        expect(page.locator(".exchange time")).to_have_count(5)
    assert said() == ["体重 130", "2", "帮助"]


def test_words_that_could_not_be_sent_stay_and_are_sent_again_in_order(browse: Browse) -> None:
    with browse(has_faults=True) as page:
        agreed(page)
        page.route(CHAT, lambda route: route.abort())
        say(page, "体重 61.5")
        expect(page.get_by_role("alert")).to_contain_text("没有发出去")
        expect(page.locator(".typing")).to_have_count(0)
        page.unroute(CHAT)

        page.get_by_role("button", name="再发一次").click()

        expect(page.get_by_role("log")).to_contain_text("已记：体重 61.5 公斤。")
        expect(page.get_by_role("alert")).to_have_count(0)
    assert said() == ["体重 61.5"]


def test_an_answer_that_was_lost_on_its_way_is_not_logged_twice(browse: Browse) -> None:
    with browse(has_faults=True) as page:
        agreed(page)
        page.route(CHAT, lambda route: (route.fetch(), route.abort())[1])
        say(page, "体重 61.5")
        expect(page.get_by_role("alert")).to_be_visible()
        page.unroute(CHAT)

        say(page, "帮助")

        expect(page.locator(".exchange time")).to_have_count(4)
    assert said() == ["体重 61.5", "帮助"]


def test_a_change_of_language_waits_for_what_is_being_written(browse: Browse) -> None:
    with browse() as page:
        agreed(page)
        page.locator("#text").fill("weight 61.5 kg")
        page.get_by_role("button", name="EN").click()
        expect(page.locator(".exchange time")).to_have_count(3)
        expect(page.locator("#text")).to_have_value("weight 61.5 kg")

        page.locator("#text").press("Enter")

        expect(page.locator("html")).to_have_attribute("lang", "en")
    assert said() == ["English please", "weight 61.5 kg"]
