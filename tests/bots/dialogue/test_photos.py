"""A photo in the chat: what it may show is asked, and the person's word alone makes a meal of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from bots.models import Conversation, PhotoMessage
from bots.tasks import answer_photos_left_behind
from meum.files.models import PrivateFile
from meum.jobs.running import drain
from meum.journal.models import Door, Evidence, Purpose
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS, agree, withdraw
from nutrition.models import Meal, MealPhoto, PhotoState
from nutrition.queries import day_summary
from nutrition.tasks import tidy_photos
from tests.bots.conftest import Say
from tests.bots.photos import key_of, latest_reply, send_photo, show_photo
from tests.factories.engines import NOODLE_SOUP, NOT_FOOD, ToldEngine, dishes

pytestmark = pytest.mark.usefixtures("foods", "that_friday")


@pytest.fixture
def noodles(engine: ToldEngine) -> ToldEngine:
    """Let the engine see noodles, or rice, or an egg."""
    engine.sees(dishes(key_of("牛肉面"), key_of("米饭"), key_of("鸡蛋")))
    return engine


def eaten(person: Person) -> list[tuple[str, int]]:
    """Return the foods of today with their grams."""
    today = day_summary(person=person, day=person.clock.day_of(timezone.now()))
    return [(item.name_zh, round(item.grams.mid)) for meal in today.meals for item in meal.items]


def test_what_it_may_show_is_asked_in_five_lines_and_nothing_is_logged(ada: Person, noodles: ToldEngine) -> None:
    reply = show_photo(ada)

    assert reply.text.splitlines() == [
        "看起来像（选了才记；也可回「1 半份」「2 200克」）：",
        "1 牛肉面 约195–1110千卡",
        "2 米饭 约90–355千卡",
        "3 鸡蛋 约27–115千卡",
        "0 都不是",
    ]
    assert not Meal.objects.exists()


def test_a_number_logs_the_dish_as_eaten_when_the_photo_was_sent(ada: Person, say: Say, noodles: ToldEngine) -> None:
    sent_at = timezone.now()
    show_photo(ada)

    say(ada, "1", at="14:20")

    meal = Meal.objects.get()
    assert eaten(ada) == [("牛肉面", 600)]
    assert (meal.at, meal.evidence, meal.words) == (sent_at, Evidence.PHOTO, "1")
    assert meal.source_id == MealPhoto.objects.get(state=PhotoState.CONFIRMED).pk


@pytest.mark.parametrize(
    ("answer", "logged"),
    [
        ("1 半份", [("牛肉面", 300)]),
        ("2 200克", [("米饭", 200)]),
        ("2 150", [("米饭", 150)]),
        ("3 2", [("鸡蛋", 100)]),
        ("3 两个", [("鸡蛋", 100)]),
        ("1 少一点", [("牛肉面", 420)]),
        ("1，3 一半", [("牛肉面", 600), ("鸡蛋", 25)]),
        ("全部", [("牛肉面", 600), ("米饭", 200), ("鸡蛋", 50)]),
        ("米饭", [("米饭", 200)]),
        ("0 苹果", [("苹果", 190)]),
        ("不是，是两个苹果", [("苹果", 380)]),
        ("一个苹果", [("苹果", 190)]),
    ],
)
def test_answers_with_amounts_and_names(
    answer: str, logged: list[tuple[str, int]], ada: Person, say: Say, noodles: ToldEngine
) -> None:
    show_photo(ada)

    say(ada, answer, at="14:10")

    assert eaten(ada) == logged


def test_the_meal_is_one_undo_and_can_be_changed_as_words_can(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)
    say(ada, "1，2", at="14:01")

    say(ada, "改 2 120克", at="14:02")
    assert eaten(ada) == [("牛肉面", 600), ("米饭", 120)]
    say(ada, "撤销", at="14:03")
    assert eaten(ada) == [("牛肉面", 600), ("米饭", 200)]
    say(ada, "撤销", at="14:04")

    assert eaten(ada) == []


def test_digits_run_together_are_asked_back_and_log_nothing(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    reply = say(ada, "12", at="14:01")

    assert reply.lines == ("「12」是说 1、2 这几样吗？请这样回：1、2",)
    assert eaten(ada) == []
    say(ada, "1、2", at="14:02")
    assert eaten(ada) == [("牛肉面", 600), ("米饭", 200)]


def test_none_of_them_asks_for_the_name_once(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    assert say(ada, "0", at="14:01").lines == ("那是什么？写菜名就行，比如：番茄炒蛋一份。不想记就回 0。",)
    say(ada, "一个苹果", at="14:02")

    assert eaten(ada) == [("苹果", 190)]


def test_none_of_them_twice_drops_the_photo(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)
    say(ada, "0", at="14:01")

    assert say(ada, "0", at="14:02").lines == ("好的，没有记，照片也删了。",)
    assert (MealPhoto.objects.count(), PrivateFile.objects.count(), eaten(ada)) == (0, 0, [])


@pytest.mark.parametrize("answer", ["都不要", "算了", "不记了"])
def test_it_can_be_dropped_at_once(answer: str, ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    assert say(ada, answer, at="14:01").lines == ("好的，没有记，照片也删了。",)
    assert not MealPhoto.objects.exists()


def test_a_keyword_wins_and_the_question_stays(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    assert say(ada, "帮助", at="14:01").lines[0].startswith("记：")
    say(ada, "体重 61.5 公斤", at="14:02")
    say(ada, "1", at="20:00")

    assert eaten(ada) == [("牛肉面", 600)]


def test_what_is_not_understood_is_asked_once_more_then_the_photo_is_dropped(
    ada: Person, say: Say, noodles: ToldEngine
) -> None:
    show_photo(ada)

    again = say(ada, "🤔", at="14:01")
    dropped = say(ada, "🤔", at="14:02")

    assert again.lines == ("没看懂。照片上是哪一样？回编号，或写菜名：",)
    assert [choice.key for choice in again.choices] == ["1", "2", "3", "0"]
    assert dropped.lines[0] == "好的，没有记，照片也删了。"
    assert not MealPhoto.objects.exists()


def test_a_meal_told_for_another_time_is_a_meal_of_its_own(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    say(ada, "早饭一个苹果", at="14:10")
    say(ada, "1", at="14:11")

    assert sorted(eaten(ada)) == [("牛肉面", 600), ("苹果", 190)]


def test_words_half_an_hour_later_are_a_meal_of_their_own(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    say(ada, "一个苹果", at="14:31")

    assert (Meal.objects.get().evidence, MealPhoto.objects.count()) == (Evidence.WORDS, 1)


def test_the_number_that_was_asked_for_last_is_the_one_that_is_meant(
    ada: Person, say: Say, noodles: ToldEngine
) -> None:
    show_photo(ada)
    say(ada, "体重 130", at="14:05")

    assert say(ada, "2", at="14:06").lines[0] == "已记：体重 65 公斤。"
    say(ada, "2", at="14:07")

    assert eaten(ada) == [("米饭", 200)]


def test_a_photo_that_nobody_answers_is_deleted_after_a_day(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1), tick=False):
        tidy_photos()
        reply = say(ada, "1", at="14:02", day="2026-11-21")

    assert (MealPhoto.objects.count(), PrivateFile.objects.count(), Meal.objects.count()) == (0, 0, 0)
    assert reply.lines[0] == "这句我没看懂，什么都没有记。"


def test_a_new_photo_takes_the_place_of_one_that_was_not_answered(ada: Person, noodles: ToldEngine) -> None:
    show_photo(ada)

    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        show_photo(ada)

    assert MealPhoto.objects.count() == 1


def test_the_photo_is_deleted_once_it_is_confirmed(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    say(ada, "1", at="14:01")

    photo = MealPhoto.objects.get()
    assert (photo.file, PrivateFile.objects.count()) == (None, 0)
    assert [candidate.is_chosen for candidate in photo.candidates.all()] == [True]


def test_the_photo_stays_for_whoever_wants_photos_kept_until_they_do_no_longer(
    ada: Person, say: Say, noodles: ToldEngine
) -> None:
    kept = Purpose.PHOTOS_KEPT
    agree(person=ada, purpose=kept, text_version=TEXT_VERSIONS[kept], door=Door.WEB)
    show_photo(ada)
    say(ada, "1", at="14:01")
    assert MealPhoto.objects.get().file is not None

    withdraw(person=ada, purpose=kept, door=Door.WEB)

    assert (MealPhoto.objects.get().file, PrivateFile.objects.count()) == (None, 0)


def test_a_withdrawal_deletes_photos_that_wait(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)

    say(ada, "撤回同意", at="14:01")

    assert (MealPhoto.objects.count(), PrivateFile.objects.count()) == (0, 0)


def test_a_withdrawal_while_it_is_looked_at_leaves_nothing_behind(ada: Person, say: Say, noodles: ToldEngine) -> None:
    send_photo(ada)
    say(ada, "撤回同意", at="14:01")

    drain()

    assert (MealPhoto.objects.count(), PrivateFile.objects.count()) == (0, 0)


def test_no_food_is_said_kindly_and_forgotten_at_once(ada: Person, engine: ToldEngine) -> None:
    engine.sees(NOT_FOOD)

    reply = show_photo(ada)

    assert reply.lines == ("这张看着不像吃的，没有记，照片也删了。", "写菜名就能记，比如：番茄炒蛋一份")
    assert (MealPhoto.objects.count(), PrivateFile.objects.count()) == (0, 0)


def test_a_group_asks_which_of_its_dishes_it_is(ada: Person, say: Say, engine: ToldEngine) -> None:
    engine.sees(dishes(key_of("牛肉面"), is_known=False, group=NOODLE_SOUP))

    reply = show_photo(ada)

    assert reply.lines == ("像是汤面，哪一样我认不准。是这里面的吗？",)
    say(ada, "1", at="14:01")
    assert eaten(ada) == [("牛肉面", 600)]


def test_a_photo_that_is_not_known_asks_for_words(ada: Person, say: Say, engine: ToldEngine) -> None:
    engine.sees(dishes(is_known=False))

    reply = show_photo(ada)

    assert reply.lines == ("这张我认不准，没有记。", "写菜名就能记，比如：番茄炒蛋一份")
    say(ada, "一碗米饭", at="14:01")
    assert eaten(ada) == [("米饭", 200)]
    assert Meal.objects.get().evidence == Evidence.PHOTO


def test_without_an_engine_it_says_so_and_words_go_on(ada: Person, say: Say, engine: ToldEngine) -> None:
    reply = show_photo(ada)

    assert reply.lines == ("现在认不了照片，没有记。打字照常能记。", "写菜名就能记，比如：番茄炒蛋一份")
    say(ada, "一碗米饭", at="14:01")
    assert eaten(ada) == [("米饭", 200)]


def test_words_sent_before_the_answer_name_the_dish(ada: Person, say: Say, noodles: ToldEngine) -> None:
    send_photo(ada)

    say(ada, "一个苹果", at="14:01")
    drain()

    assert (eaten(ada), noodles.looks) == ([("苹果", 190)], 0)
    assert latest_reply(ada).lines[0].startswith("加餐：苹果")


def test_an_amount_sent_before_the_answer_goes_with_the_choice(ada: Person, say: Say, noodles: ToldEngine) -> None:
    send_photo(ada)

    reply = say(ada, "半份", at="14:00")
    drain()
    say(ada, "1", at="14:01")

    assert reply.lines == ("好，按「半份」算；是哪一样，等认好了你选。",)
    assert eaten(ada) == [("牛肉面", 300)]


def test_one_photo_is_looked_at_once_however_often_its_job_runs(ada: Person, noodles: ToldEngine) -> None:
    show_photo(ada)
    drain(now=timezone.now() + timedelta(hours=1))

    assert noodles.looks == 1


def test_a_photo_that_no_worker_looked_at_is_answered_in_the_end(ada: Person, engine: ToldEngine) -> None:
    send_photo(ada)

    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        tidy_photos()
        answer_photos_left_behind()

    assert latest_reply(ada).lines[0] == "现在认不了照片，没有记。打字照常能记。"


def test_several_photos_are_one_question_by_their_numbers(ada: Person, say: Say, engine: ToldEngine) -> None:
    engine.sees(*(dishes(key_of(name)) for name in ("牛肉面", "米饭", "鸡蛋", "苹果")), NOT_FOOD)
    for number in range(5):
        send_photo(ada, seconds=number / 10)
    drain()

    assert latest_reply(ada).text.replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "5 张照片看起来像（选了才记）：第 5 张认不准。",
        "1 牛肉面 约195–1110千卡   2 米饭 约90–355千卡   3 鸡蛋 约27–115千卡",
        "4 苹果 约35–170千卡",
        "回「1、3 一半」选几样，「全部」都记，「全部不要」都不记。",
    ]
    reply = say(ada, "1，4 一半", at="14:01")
    assert eaten(ada) == [("牛肉面", 600), ("苹果", 95)]
    assert reply.lines[-1] == "其余的没有记：要记就回编号，不要就发「全部不要」。"
    say(ada, "2", at="14:02")
    assert eaten(ada) == [("牛肉面", 600), ("苹果", 95), ("米饭", 200)]


def test_several_photos_can_all_be_dropped(ada: Person, say: Say, noodles: ToldEngine) -> None:
    for number in range(3):
        send_photo(ada, seconds=number / 10)
    drain()

    reply = say(ada, "全部不要", at="14:01")

    assert reply.lines == ("好的，这 3 张都没有记，照片也删了。",)
    assert (MealPhoto.objects.count(), PrivateFile.objects.count()) == (0, 0)


def test_photos_sent_together_get_two_replies_at_most(ada: Person, noodles: ToldEngine) -> None:
    send_photo(ada)
    drain()
    for number in range(1, 9):
        send_photo(ada, seconds=number / 10)
        drain()
    drain(now=timezone.now() + timedelta(seconds=10))

    assert latest_reply(ada).lines[0] == "9 张照片看起来像（选了才记）："
    assert PhotoMessage.objects.filter(is_answered=True).count() == 2
    assert PhotoMessage.objects.values("session").distinct().count() == 1


def test_a_tenth_photo_and_one_after_half_a_minute_begin_anew(ada: Person, noodles: ToldEngine) -> None:
    for number in range(10):
        send_photo(ada, seconds=number / 10)
    send_photo(ada, seconds=40)

    sessions = PhotoMessage.objects.values_list("session", flat=True)
    assert [list(sessions).count(session) for session in dict.fromkeys(sessions.order_by("id"))] == [9, 1, 1]


@pytest.mark.parametrize("word", ["1 600克", "不要", "一碗米饭"])
def test_a_photo_sent_soon_after_one_that_was_settled_is_a_photo_of_its_own(
    word: str, ada: Person, say: Say, noodles: ToldEngine
) -> None:
    show_photo(ada)
    say(ada, word, at="14:00:05")
    before = eaten(ada)

    send_photo(ada, seconds=10)
    drain()

    assert latest_reply(ada).lines[0].startswith("看起来像（选了才记")
    say(ada, "半份", at="14:00:12")
    say(ada, "1", at="14:00:14")
    assert eaten(ada) == [*before, ("牛肉面", 300)]


def test_photos_that_show_no_food_get_two_replies_at_most_too(ada: Person, engine: ToldEngine) -> None:
    engine.sees(NOT_FOOD)

    for number in range(5):
        send_photo(ada, seconds=number / 10)
        drain()

    assert PhotoMessage.objects.filter(is_answered=True).count() == 2


def test_a_photo_sent_after_words_beside_another_belongs_to_it(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)
    say(ada, "半份", at="14:00:02")

    send_photo(ada, seconds=4)

    assert PhotoMessage.objects.values("session").distinct().count() == 1


def test_an_english_speaker_is_asked_in_english(say: Say, ada: Person, noodles: ToldEngine) -> None:
    say(ada, "English please", at="13:59")

    reply = show_photo(ada)
    say(ada, "1 half", at="14:01")

    assert reply.lines == ("It looks like (logged once you choose; “1 half” or “2 200 g” work too):",)
    assert str(reply.choices[0]) == "1 beef noodles, 195–1110 kcal"
    assert eaten(ada) == [("牛肉面", 300)]


def test_nothing_of_the_photo_is_left_open_after_it_was_logged(ada: Person, say: Say, noodles: ToldEngine) -> None:
    show_photo(ada)
    say(ada, "2 200克", at="14:01")

    conversation = Conversation.objects.get(person=ada, channel=Door.WEB)
    assert (conversation.photo_session, conversation.question) == (None, None)
