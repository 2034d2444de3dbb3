"""The first minutes of somebody new, in a real browser at the size of a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from fitness.models import BodyMeasurement
from tests.browser.conftest import Browse
from tests.factories.people import PASSWORD

pytestmark = [pytest.mark.once, pytest.mark.network, pytest.mark.django_db(transaction=True)]


def sign_up(page: Page) -> None:
    page.goto("/")
    page.locator("a[href='/sign-up/']").click()
    page.locator("input[value=adult]").check()
    page.locator("input[name=username]").fill("dora")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("form[method=post] button.wide").click()
    # Whole with its scripts: what is pressed before posts the page in another way.
    page.wait_for_url("**/chat/")


def agreed(page: Page) -> None:
    sign_up(page)
    page.get_by_role("button", name="同意").first.click()
    expect(page.get_by_role("log")).to_contain_text("已记下你的同意")


def say(page: Page, text: str) -> None:
    page.locator("#text").fill(text)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("locale", "agree", "text", "answer"),
    [
        ("zh-CN", "同意", "体重 61.5", "已记：体重 61.5 公斤。"),
        ("en-GB", "Agree", "weight 61.5 kg", "Logged: weight 61.5 kg."),
    ],
)
def test_from_the_front_page_to_the_first_log(browse: Browse, locale: str, agree: str, text: str, answer: str) -> None:
    with browse(locale=locale) as page:
        sign_up(page)
        page.get_by_role("button", name=agree).first.click()
        expect(page.locator(".exchange time")).to_have_count(2)

        say(page, text)

        expect(page.get_by_role("log")).to_contain_text(answer)
        expect(page.locator("#text")).to_have_value("")
    assert BodyMeasurement.objects.count() == 1


def test_it_works_without_scripts(browse: Browse) -> None:
    with browse(has_scripts=False) as page:
        sign_up(page)
        page.get_by_role("button", name="同意").first.click()
        page.locator("#text").fill("体重 61.5")
        page.locator(".send").click()

        expect(page.get_by_role("log")).to_contain_text("已记：体重 61.5 公斤。")


def test_nothing_is_wider_than_the_screen(browse: Browse) -> None:
    with browse() as page:
        sign_up(page)
        page.get_by_role("button", name="同意").first.click()
        expect(page.locator(".exchange time")).to_have_count(2)
        say(page, "x" * 400)
        expect(page.locator(".exchange time")).to_have_count(3)

        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_newest_words_are_in_sight(browse: Browse) -> None:
    with browse() as page:
        sign_up(page)
        page.get_by_role("button", name="同意").first.click()
        expect(page.locator(".exchange time")).to_have_count(2)
        for number in range(6):
            say(page, "帮助")
            expect(page.locator(".exchange time")).to_have_count(number + 3)

        expect(page.locator(".exchange").last).to_be_in_viewport(ratio=1)


def test_without_scripts_the_newest_words_are_in_sight_too(browse: Browse) -> None:
    with browse(has_scripts=False) as page:
        sign_up(page)
        page.get_by_role("button", name="同意").first.click()
        for _ in range(4):
            page.locator("#text").fill("帮助")
            page.locator(".send").click()

        expect(page.locator(".exchange").last).to_be_in_viewport(ratio=1)
        page.reload()
        expect(page.locator(".exchange").last).to_be_in_viewport(ratio=1)


def test_a_short_conversation_stands_on_top(browse: Browse) -> None:
    with browse() as page:
        sign_up(page)

        box = page.locator(".exchange").first.bounding_box()

        assert box is not None
        assert box["y"] < 120


def test_the_other_language_is_one_press_away(browse: Browse) -> None:
    with browse() as page:
        sign_up(page)

        page.get_by_role("button", name="EN").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.get_by_role("button", name="Sign out").click()

        expect(page.locator("html")).to_have_attribute("lang", "en")
