"""Photos are kept, or learned from, only after a yes of their own, and not a moment longer than they may be."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django import Settings

from bots.dialogue.photo_question import photo_reply
from bots.dialogue.speaking import turn_beside
from bots.services import conversation_of
from meum.files.models import PrivateFile
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.people.models import Person
from nutrition.models import MealPhoto, PhotoMemory
from nutrition.queries import PhotoSummary, photos_of_session
from tests.bots.conftest import Say
from tests.bots.photos import key_of, latest_reply, send_photo, show_photo
from tests.factories.engines import ToldEngine, dishes, looks

pytestmark = pytest.mark.usefixtures("foods", "that_friday")


@pytest.fixture(autouse=True)
def noodles(engine: ToldEngine, foods: None) -> ToldEngine:
    """Let the engine see noodles, or rice."""
    engine.sees(dishes(key_of("牛肉面"), key_of("米饭")))
    return engine


def test_keeping_is_asked_for_with_its_text_and_begins_with_a_yes(ada: Person, say: Say) -> None:
    asked = say(ada, "保留照片", at="13:00")
    said = say(ada, "1", at="13:01")
    show_photo(ada)
    say(ada, "1", at="14:01")

    assert asked.lines == (
        "照片平时认完就删。要保留吗？",
        "我同意 Meum 保留我确认过的餐照，只给我自己看；我可以随时停止，照片随即删除。",
    )
    assert said.lines == ("好的，之后确认过的餐照会保留。发「不保留照片」随时全部删除。",)
    assert PrivateFile.objects.count() == 1


def test_a_no_keeps_nothing(ada: Person, say: Say) -> None:
    say(ada, "保留照片", at="13:00")

    assert say(ada, "0", at="13:01").lines == ("没有保留照片。认完就删。",)
    assert not has_consent(person=ada, purpose=Purpose.PHOTOS_KEPT)


def test_ending_deletes_what_was_kept_and_leaves_the_records(ada: Person, say: Say) -> None:
    say(ada, "保留照片", at="13:00")
    say(ada, "1", at="13:01")
    show_photo(ada)
    say(ada, "1", at="14:01")

    assert say(ada, "不保留照片", at="14:02").lines == ("好的，不再保留照片，留着的也删了。记录不变。",)
    assert PrivateFile.objects.count() == 0
    assert MealPhoto.objects.get().meal is not None


def test_dishes_are_remembered_after_a_yes_and_forgotten_at_once(ada: Person, say: Say, noodles: ToldEngine) -> None:
    noodles.sees(dishes(key_of("牛肉面"), is_known=False, imprint=looks(0)))
    asked = say(ada, "记住我的菜", at="13:00")
    said = say(ada, "1", at="13:01")
    show_photo(ada)
    say(ada, "0 米饭", at="14:01")
    send_photo(ada, seconds=300)
    drain()
    again = latest_reply(ada)
    ended = say(ada, "忘掉我的菜", at="14:03")

    assert asked.lines == (
        "要我记住你吃过的菜吗？下次拍到会先认出来。",
        "我同意 Meum 记住我确认过的餐照的样子（一串数字，不是照片），好认出我吃过的菜，只给我自己用；"
        "我可以随时停止，记住的随即删除。",
    )
    assert said.lines == ("好的，之后你确认过的菜我会记得。发「忘掉我的菜」随时停止并删除。",)
    assert again.choices[0].label.startswith("米饭")
    assert ended.lines == ("好的，不再记你的菜，记住的也忘了。饮食记录不变。",)
    assert not PhotoMemory.objects.exists()


def test_remembering_is_asked_for_in_english_too(ada: Person, say: Say) -> None:
    asked = say(ada, "please remember my dishes", at="13:00")

    assert asked.lines[0] == "Shall I remember your dishes, so that I know them the next time?"
    assert say(ada, "0", at="13:01").lines == ("No dishes are remembered. “remember my dishes” begins it.",)
    assert not has_consent(person=ada, purpose=Purpose.PERSONAL_PHOTO_MEMORY)


def test_examples_are_kept_by_an_agreement_of_their_own_until_it_ends(ada: Person, say: Say) -> None:
    say(ada, "帮助改进", at="13:00")
    say(ada, "1", at="13:01")
    show_photo(ada)
    say(ada, "2", at="14:01")
    photo = MealPhoto.objects.get()
    assert photo.example_consent is not None
    assert (PrivateFile.objects.count(), photo.candidates.count()) == (1, 2)

    say(ada, "不帮助改进", at="14:02")

    photo.refresh_from_db()
    assert photo.example_consent_id is None
    assert PrivateFile.objects.count() == 0
    assert [candidate.position for candidate in photo.candidates.all()] == [2]


def test_an_outside_engine_is_used_after_a_yes_to_the_text_that_names_it_and_ended_at_once(
    ada: Person, say: Say, settings: Settings
) -> None:
    settings.EXTERNAL_ENGINE_URL, settings.EXTERNAL_ENGINE_OPERATOR = "https://engine.test/v1", "Example Ltd"
    asked = say(ada, "用外部识别", at="13:00")
    said = say(ada, "1", at="13:01")
    is_agreed = has_consent(person=ada, purpose=Purpose.EXTERNAL_ENGINE)
    ended = say(ada, "停用外部识别", at="13:02")

    assert asked.lines == (
        "外部识别可能认得更准，不过照片会离开这台服务器。要用吗？",
        "我同意 Meum 把我之后发的餐照发给外部识别服务（Example Ltd）来认菜：只发照片，去掉拍摄信息，"
        "照片里找到的人脸先遮住；我可以随时停止，之后不再发，已经发出的 Meum 收不回。",
    )
    assert said.lines == ("好的，之后的餐照也会发给外部识别。发「停用外部识别」随时停止。",)
    assert is_agreed
    assert ended.lines == ("好的，照片不再发给外部识别。记录不变。",)
    assert not has_consent(person=ada, purpose=Purpose.EXTERNAL_ENGINE)


def test_where_there_is_no_outside_engine_none_is_asked_for(ada: Person, say: Say) -> None:
    assert say(ada, "用外部识别", at="13:00").lines == ("这里没有接外部识别，照片只在这里认。",)
    assert say(ada, "停用外部识别", at="13:01").lines == ("没有用外部识别，照片只在这里认。",)


def test_what_an_outside_engine_saw_is_told_as_such(ada: Person, say: Say) -> None:
    reply = show_photo(ada)
    MealPhoto.objects.update(engine="chat_completions")

    again = photo_reply(turn_beside(conversation_of(person=ada, door=Door.WEB), at=timezone.now()), of_session(ada))

    assert again.lines == (f"（外部识别）{reply.lines[0]}", *reply.lines[1:])


def of_session(person: Person) -> list[PhotoSummary]:
    return photos_of_session(owner=person, session=MealPhoto.objects.get().session)
