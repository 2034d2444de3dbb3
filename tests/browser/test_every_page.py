"""Every page in a real browser, in both languages and both sizes: no error, nothing cut off, room for a thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from meum.people.models import Person
from tests.admin_pages import share
from tests.browser.conftest import Browse
from tests.browser.test_first_minutes import sign_up
from tests.factories.diary import make_meal
from tests.factories.people import PASSWORD

pytestmark = [pytest.mark.once, pytest.mark.network, pytest.mark.django_db(transaction=True)]

SMALL = """(elements) => elements.filter((element) => {
  const box = element.getBoundingClientRect();
  return box.height && (box.height < 44 || box.width < 44);
}).map((element) => element.outerHTML)"""


@pytest.fixture
def diary(ada: Person, ben: Person) -> Person:
    """Return Ada, who shares a meal of today with Ben."""
    share(ada, ben)
    make_meal(person=ada)
    return ada


def check(page: Page, touched: str) -> None:
    """Ask of a page that it fits the screen, and that what is pressed on it is large enough."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert page.locator(touched).evaluate_all(SMALL) == [], page.url


def press(page: Page, way: str) -> None:
    """Go on to another page."""
    with page.expect_navigation():
        page.locator(way).first.click()


sizes_and_languages = pytest.mark.parametrize(("locale", "width"), [("zh-CN", 390), ("en-GB", 320), ("en-GB", 1280)])


@sizes_and_languages
def test_pages_around_the_chat(browse: Browse, locale: str, width: int) -> None:
    with browse(locale=locale, width=width) as page:
        for path in ("/", "/sign-in/", "/sign-up/"):
            page.goto(path)
            check(page, "button, .button, .home, input:not([type=hidden], [type=radio]), .option")
        sign_up(page)
        page.locator(".choices button").first.click()
        expect(page.locator(".exchange time")).to_have_count(2)
        check(page, "button, textarea")


@sizes_and_languages
def test_pages_of_a_nutritionist(browse: Browse, diary: Person, locale: str, width: int) -> None:
    with browse(locale=locale, width=width) as page:
        page.goto("/admin/")
        page.locator("[name=username]").fill("ben")
        page.locator("[name=password]").fill(PASSWORD)
        press(page, "#login-form button")
        for way in (".m-client", "a.m-dayline:not(.is-empty)", ".m-meal-head .m-link", ".m-item h2 a", ".m-button"):
            check(
                page,
                ".meum :is(button, .m-button, input:not([type=hidden]), .m-client, a.m-dayline, .m-link, .m-bar a)",
            )
            press(page, way)
        check(page, ".meum :is(button, input:not([type=hidden]))")
        for path in ("nutrition/food", "nutrition/meal", "nutrition/drink", "fitness/bodymeasurement"):
            page.goto(f"/admin/{path}/")
            check(page, "#changelist-search input")


def test_the_description_of_the_api(browse: Browse) -> None:
    with browse(width=1280) as page:
        page.goto("/api/docs/")

        expect(page.get_by_role("heading", name="Meum")).to_be_visible()
