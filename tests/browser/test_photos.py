"""A photo in the web chat on a phone: chosen, looked at before it is sent, answered by itself, confirmed by a touch."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from meum.jobs.running import run
from meum.jobs.waking import ring
from nutrition.models import Meal
from tests.browser.conftest import Browse
from tests.browser.test_first_minutes import agreed
from tests.factories.engines import ToldEngine, dishes
from tests.factories.nutrition import make_food
from tests.factories.photos import make_photo

pytestmark = [pytest.mark.once, pytest.mark.network, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def at_work(engine: ToldEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let jobs be done as soon as they are committed, by an engine that sees noodles or rice."""
    make_food(key="own:noodles", name_zh="牛肉面", portions={"碗": (450, 600, 800)})
    make_food(key="own:rice", name_zh="米饭", portions={"碗": (180, 200, 220)})
    engine.sees(dishes("own:noodles", "own:rice"))
    monkeypatch.setattr(ring, "_publish", lambda job: run(job_id=job.pk))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Return the path of a photo."""
    path = tmp_path / "lunch.jpg"
    path.write_bytes(make_photo(size=(400, 300)))
    return path


def choose(page: Page, *photos: Path) -> None:
    page.locator("input[type=file][multiple]").set_input_files(list(photos))


def test_a_photo_is_shown_before_it_is_sent_and_asked_about_by_itself(browse: Browse, photo: Path) -> None:
    with browse() as page:
        agreed(page)
        choose(page, photo)
        expect(page.locator(".photos img")).to_have_count(1)

        page.locator(".send").click()

        expect(page.locator(".photos img")).to_have_count(0)
        expect(page.get_by_role("log")).to_contain_text("看起来像（选了才记")
        expect(page.locator(".bubble.photo img")).to_have_js_property("naturalWidth", 400)
        page.locator(".choices button").first.click()
        expect(page.get_by_role("log")).to_contain_text("牛肉面")
        expect(page.locator(".choices button")).to_have_count(4)
        page.get_by_role("button", name="大份").click()
        expect(page.get_by_role("log")).to_contain_text("约 980 克")
    assert Meal.objects.get().evidence == "photo"


def test_a_photo_can_be_left_out_again(browse: Browse, photo: Path) -> None:
    with browse() as page:
        agreed(page)
        choose(page, photo, photo)
        page.locator(".photos button").first.click()

        expect(page.locator(".photos img")).to_have_count(1)


def test_of_more_than_nine_photos_the_first_nine_stay_and_that_is_said(browse: Browse, photo: Path) -> None:
    with browse() as page:
        agreed(page)
        choose(page, *[photo] * 6)
        expect(page.locator("#too-many")).to_be_hidden()
        choose(page, *[photo] * 5)
        expect(page.locator(".photos img")).to_have_count(9)
        expect(page.locator("#too-many")).to_have_text("一次最多 9 张照片：先用前 9 张，其余的请接着再发。")

        page.locator(".send").click()

        expect(page.get_by_role("log")).to_contain_text("9 张照片看起来像")
        expect(page.locator("#too-many")).to_be_hidden()


def test_a_note_goes_with_its_photo(browse: Browse, photo: Path) -> None:
    with browse() as page:
        agreed(page)
        choose(page, photo)
        page.locator("#text").fill("一碗米饭")
        page.locator(".send").click()

        expect(page.get_by_role("log")).to_contain_text("米饭 1 碗")
        expect(page.locator(".bubble.mine").last).to_have_text("一碗米饭")
    assert Meal.objects.get().evidence == "photo"


def test_it_works_without_scripts(browse: Browse, photo: Path) -> None:
    with browse(has_scripts=False) as page:
        agreed(page)
        choose(page, photo)
        page.locator(".send").click()
        page.goto("/chat/")

        expect(page.get_by_role("log")).to_contain_text("看起来像（选了才记")
        page.locator(".choices button").first.click()
        expect(page.get_by_role("log")).to_contain_text("牛肉面")


def test_nothing_is_wider_than_the_screen(browse: Browse, photo: Path) -> None:
    with browse(width=360) as page:
        agreed(page)
        choose(page, *[photo] * 9)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360

        page.locator(".send").click()
        expect(page.get_by_role("log")).to_contain_text("9 张照片看起来像")

        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        expect(page.locator(".choices button")).to_have_count(10)


@pytest.mark.parametrize("kind", ["pdf", "jpg"])
def test_what_is_no_photo_is_said_in_words(kind: str, browse: Browse, tmp_path: Path) -> None:
    path = tmp_path / f"file.{kind}"
    path.write_bytes(b"%PDF-1.4")
    with browse() as page:
        agreed(page)
        choose(page, path)
        page.locator(".send").click()

        expect(page.get_by_role("log")).to_contain_text("这种文件用不了")
