"""Photos in the web chat: a form that works without scripts, an answer that comes by looking again."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from bots.models import Inbound, InboundState
from meum.files.models import PrivateFile
from meum.jobs.running import drain
from meum.people.models import Person
from nutrition.models import Meal, MealPhoto
from tests.bots.photos import key_of
from tests.factories.engines import ToldEngine, dishes
from tests.factories.people import make_person
from tests.factories.photos import make_giant_png, make_photo

pytestmark = pytest.mark.usefixtures("foods")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def page(client: Client, ada: Person) -> Client:
    """Return a browser in which Ada is signed in."""
    client.force_login(ada)
    return client


@pytest.fixture(autouse=True)
def noodles(engine: ToldEngine, foods: None) -> ToldEngine:
    """Let the engine see noodles, or rice."""
    engine.sees(dishes(key_of("牛肉面"), key_of("米饭")))
    return engine


def photo(content: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile("IMG_1.jpg", content or make_photo(), content_type="image/jpeg")


def body(response: Any) -> str:
    text: str = response.content.decode()
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_without_scripts_the_page_shows_the_photo_and_the_question_when_it_is_opened_again(page: Client) -> None:
    posted = body(page.post("/chat/", {"text": "", "photo": photo(), "message_id": "m1"}))
    drain()
    again = body(page.get("/chat/"))

    assert "正在认照片…" in posted
    assert '<a href="/chat/">看结果</a>' in posted
    assert re.search(r'<img src="/files/[^"]+" alt="照片">', posted)
    assert "<p>看起来像（选了才记" in again
    assert re.findall(r'name="choice" value="(\d)"', again) == ["1", "2", "0"]
    page.post("/chat/", {"choice": "1", "message_id": "m2"})
    assert Meal.objects.get().evidence == "photo"


def test_with_scripts_the_bubble_looks_again_until_the_answer_is_there(page: Client) -> None:
    posted = body(page.post("/chat/", {"text": "", "photo": photo(), "message_id": "m1"}, headers=HTMX))
    found = re.search(r'hx-get="(/chat/answers/[^"]+)" hx-trigger="load delay:1s"', posted)
    assert found is not None

    waiting = body(page.get(found[1], headers=HTMX))
    drain()
    answered = body(page.get(found[1], headers=HTMX))

    assert "hx-get" in waiting
    assert "hx-get" not in answered
    assert "<p>看起来像（选了才记" in answered
    assert re.findall(r'name="choice" value="(\d)"', answered) == ["1", "2", "0"]


def test_a_note_in_the_same_form_names_the_dish(page: Client, noodles: ToldEngine) -> None:
    shown = body(page.post("/chat/", {"text": "两个苹果", "photo": photo(), "message_id": "m1"}, headers=HTMX))
    drain()

    assert "苹果 2 个" in shown
    assert (Meal.objects.get().evidence, noodles.looks) == ("photo", 0)
    assert not Inbound.objects.filter(state=InboundState.PENDING).exists()


def test_an_amount_in_the_same_form_goes_with_the_choice(page: Client) -> None:
    page.post("/chat/", {"text": "半份", "photo": photo(), "message_id": "m1"})
    drain()
    page.post("/chat/", {"choice": "1", "message_id": "m2"})

    assert Meal.objects.get().items.get().grams_mid == 300


def test_several_photos_of_one_form_are_one_question(page: Client) -> None:
    page.post("/chat/", {"text": "", "photo": [photo(), photo(), photo()], "message_id": "m1"})
    drain()

    assert "3 张照片看起来像（选了才记）：" in body(page.get("/chat/"))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_of_more_than_nine_photos_nine_are_taken_and_that_is_said(page: Client, headers: dict[str, str]) -> None:
    files = [photo() for _ in range(11)]

    shown = body(page.post("/chat/", {"text": "", "photo": files, "message_id": "m1"}, headers=headers))
    drain()

    assert "<p>一次最多 9 张照片" in shown
    assert MealPhoto.objects.count() == 9
    assert "9 张照片看起来像（选了才记）：" in body(page.get("/chat/"))


def test_nine_photos_are_not_too_many(page: Client) -> None:
    shown = body(page.post("/chat/", {"photo": [photo() for _ in range(9)], "message_id": "m1"}, headers=HTMX))

    assert "一次最多" not in shown
    assert MealPhoto.objects.count() == 9


def test_too_many_photos_are_told_in_english_too(ada: Person, page: Client) -> None:
    page.post("/chat/", {"choice": "English please", "message_id": "m0"})

    shown = body(page.post("/chat/", {"photo": [photo() for _ in range(10)], "message_id": "m1"}, headers=HTMX))

    assert "At most 9 photos at a time" in shown


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_is_no_photo_is_said_beside_the_photos_that_are(page: Client, headers: dict[str, str]) -> None:
    files = [photo(b"%PDF-1.4"), photo(), photo(b"%PDF-1.4")]

    shown = body(page.post("/chat/", {"text": "", "photo": files, "message_id": "m1"}, headers=headers))

    assert shown.count("这种文件用不了，请换一种格式。") == 2
    assert shown.count("正在认照片…") == 1
    assert shown.count('<div class="bubble mine photo">') == 3


def test_a_form_that_is_posted_again_is_the_same_photo(page: Client, noodles: ToldEngine) -> None:
    for _ in range(2):
        page.post("/chat/", {"text": "", "photo": photo(), "message_id": "m1"})
        drain()

    assert (MealPhoto.objects.count(), PrivateFile.objects.count(), noodles.looks) == (1, 1, 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "文件是空的，请重新选择。"),
        (b"MZ\x90\x00 this is a program", "这种文件用不了，请换一种格式。"),
        (b"%PDF-1.4", "这种文件用不了，请换一种格式。"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "这种文件用不了，请换一种格式。"),
        (make_photo()[:200], "这张照片打不开，请重新拍一张或换一张。"),
        (make_giant_png(width=20_000, height=20_000), "照片像素太多了"),
    ],
)
def test_what_is_no_photo_is_said_at_once_and_nothing_is_kept(content: bytes, said: str, page: Client) -> None:
    file = SimpleUploadedFile("IMG_1.jpg", content, content_type="image/jpeg")

    shown = body(page.post("/chat/", {"text": "", "photo": file, "message_id": "m1"}, headers=HTMX))

    assert said in shown
    assert (MealPhoto.objects.count(), PrivateFile.objects.count()) == (0, 0)


def test_a_photo_that_is_too_big_is_said_at_once(page: Client, settings: Settings) -> None:
    settings.UPLOAD_MAX_MIB = 0

    assert "文件太大了" in body(page.post("/chat/", {"photo": photo(), "message_id": "m1"}, headers=HTMX))
    assert not MealPhoto.objects.exists()


def test_a_newcomer_is_asked_first_and_nothing_is_kept(client: Client, db: None) -> None:
    client.force_login(make_person(username="dora", has_agreed=False))
    client.get("/chat/")

    shown = body(client.post("/chat/", {"photo": photo(), "message_id": "m1"}))

    assert "你同意吗？" in shown
    assert (MealPhoto.objects.count(), PrivateFile.objects.count()) == (0, 0)


def test_nobody_sees_the_answers_of_others(page: Client, client: Client, chen: Person) -> None:
    page.post("/chat/", {"photo": photo(), "message_id": "m1"})
    inbound = Inbound.objects.get(state=InboundState.PENDING)

    client.force_login(chen)

    assert client.get(f"/chat/answers/{inbound.pk}").status_code == 404


def test_who_is_not_signed_in_is_led_to_the_sign_in(client: Client, db: None) -> None:
    response = client.get("/chat/answers/0193a0d0-0000-7000-8000-000000000000", headers=HTMX)

    assert response["HX-Redirect"] == "/sign-in/"
