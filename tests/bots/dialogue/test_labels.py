"""A photo of a nutrition label in the chat: read, shown, named, and kept by a digit alone."""

from __future__ import annotations

import pytest

from bots.dialogue.messages import Reply
from bots.tasks import answer_photos_left_behind, look_at_photo, read_label
from meum.jobs.running import drain
from meum.people.models import Person
from nutrition.models import Meal, MealPhoto, OwnFood
from nutrition.models.packets import Packet
from tests.bots.conftest import Say
from tests.bots.photos import key_of, latest_reply, send_photo
from tests.factories.engines import NOT_FOOD, ToldEngine, dishes
from tests.factories.packets import make_bar_photo, make_panel_photo
from tests.factories.photos import make_photo

pytestmark = pytest.mark.usefixtures("foods", "that_friday", "stored")
GTIN = "6901234567892"
DOUBTFUL = (
    ("营养成分表",),
    ("项目", "每100克(g)", "NRV%"),
    ("能量", "2850千焦(kJ)", "34%"),
    ("蛋白质", "6.5克(g)", "11%"),
    ("脂肪", "18.0克(g)", "30%"),
    ("碳水化合物", "62.3克(g)", "21%"),
    ("钠", "455毫克(mg)", "23%"),
)


@pytest.fixture(autouse=True)
def packet_seen(engine: ToldEngine) -> ToldEngine:
    """Let the engine see no food, as it does on a packet."""
    engine.sees(NOT_FOOD)
    return engine


def show(person: Person, *contents: bytes, seconds: float = 0) -> Reply:
    """Send photos together, have them looked at and read, and return what is said of them."""
    for content in contents:
        send_photo(person, content=content, seconds=seconds)
    drain()
    return latest_reply(person)


def test_a_label_is_shown_and_asked_about_and_nothing_is_kept(ada: Person) -> None:
    reply = show(ada, make_panel_photo())

    assert reply.text.splitlines() == [
        "读到营养成分表，每 100 克：能量 1850 千焦（442 千卡），蛋白质 6.5 克，脂肪 18 克，"
        "碳水化合物 62.3 克，钠 455 毫克。",
        "它叫什么？连一份多少一起写更好，比如：纯牛奶 一盒250毫升",
        "0 不存",
    ]
    assert (OwnFood.objects.count(), Meal.objects.count(), MealPhoto.objects.count()) == (0, 0, 0)


def test_a_name_and_a_digit_keep_it_and_words_find_it(ada: Person, say: Say) -> None:
    show(ada, make_panel_photo())

    asked = say(ada, "苏打饼干 一包30克", at="14:01")
    assert asked.lines == ("存成你自己的食物「苏打饼干」？一包 30 克，每 100 克 442 千卡。数值不对就回 0。",)
    assert not OwnFood.objects.exists()
    say(ada, "1", at="14:02")

    assert "苏打饼干" in say(ada, "吃了一包苏打饼干", at="14:03").lines[0]
    item = Meal.objects.get().items.get()
    assert (item.food_version, item.grams_mid) == (OwnFood.objects.get().food_version, 30)


def test_in_english(ben: Person, say: Say) -> None:
    say(ben, "help", at="13:59")
    say(ben, "hello there", at="13:59")
    reply = show(ben, make_panel_photo())
    assert reply.lines[0].startswith("Read from the label. 100 g: 1850 kJ (442 kcal), ")

    say(ben, "it's called soda crackers", at="14:01")
    say(ben, "1", at="14:02")

    assert OwnFood.objects.get().name == "soda crackers"


def test_what_does_not_fit_is_said(ada: Person) -> None:
    assert "能量和蛋白质、脂肪、碳水化合物对不上，请核对一下。" in show(ada, make_panel_photo(DOUBTFUL)).lines


def test_a_digit_that_was_not_offered_gets_a_kind_line_and_loses_nothing(ada: Person, say: Say) -> None:
    show(ada, make_panel_photo())

    assert say(ada, "7", at="14:01").lines[0].startswith("还没有存：先写个名字")
    say(ada, "苏打饼干", at="14:02")
    assert say(ada, "7", at="14:03").lines[0].startswith("这里回 1 就存")
    say(ada, "1", at="14:04")

    assert OwnFood.objects.get().name == "苏打饼干"


def test_nought_keeps_nothing(ada: Person, say: Say) -> None:
    show(ada, make_panel_photo())
    say(ada, "苏打饼干", at="14:01")

    assert say(ada, "0", at="14:02").lines[0].startswith("好的，没有存。")
    assert (OwnFood.objects.count(), Packet.objects.count()) == (0, 0)


def test_what_was_eaten_meanwhile_is_logged_and_the_label_waits(ada: Person, say: Say) -> None:
    show(ada, make_panel_photo())

    say(ada, "我吃了一个鸡蛋", at="14:01")
    assert Meal.objects.count() == 1
    assert say(ada, "营养成分表", at="14:02").lines[0].startswith("读到营养成分表")


def test_unknown_bars_ask_for_the_label_once(ada: Person) -> None:
    first = show(ada, make_bar_photo(GTIN))
    assert first.lines[0] == f"条形码 {GTIN} 我还不认识，没有记。"
    assert "拍一张它的营养成分表" in first.lines[1]

    again = show(ada, make_bar_photo(GTIN), seconds=60)

    assert "拍一张" not in "".join(again.lines)


def test_the_label_after_the_bars_is_kept_with_their_number(ada: Person, say: Say) -> None:
    show(ada, make_bar_photo(GTIN))
    assert f"条形码 {GTIN} 会一起记住。" in show(ada, make_panel_photo(), seconds=60).lines

    say(ada, "苏打饼干", at="14:02")
    say(ada, "1", at="14:03")

    assert OwnFood.objects.get().gtin == GTIN


def test_bars_and_label_together_are_one_packet(ada: Person) -> None:
    assert f"条形码 {GTIN} 会一起记住。" in show(ada, make_panel_photo(), make_bar_photo(GTIN)).lines


def test_of_two_labels_the_other_waits_for_its_word(ada: Person, say: Say) -> None:
    show(ada, make_panel_photo(), make_panel_photo(DOUBTFUL))
    say(ada, "苏打饼干", at="14:01")

    assert "还有一张营养成分表，发「标签」接着存。" in say(ada, "1", at="14:02").lines
    say(ada, "标签", at="14:03")
    say(ada, "夹心饼干", at="14:04")
    say(ada, "1", at="14:05")

    assert sorted(OwnFood.objects.values_list("name", flat=True)) == ["夹心饼干", "苏打饼干"]


def test_a_dish_beside_a_label_is_asked_first(ada: Person, engine: ToldEngine) -> None:
    engine.sees(dishes(key_of("米饭")), NOT_FOOD)

    reply = show(ada, make_photo(), make_panel_photo())

    assert reply.lines[0].endswith("另外读到一张营养成分表，发「标签」就接着存。")
    assert reply.choices[0].label.startswith("米饭")


def test_a_panel_without_energy_says_what_to_photograph_better(ada: Person) -> None:
    reply = show(ada, make_panel_photo(tuple(line for line in DOUBTFUL if line[0] != "能量")))

    assert reply.lines[0].startswith("营养成分表没有读全")
    assert not OwnFood.objects.exists()


def test_a_surely_seen_dish_is_never_read(ada: Person, engine: ToldEngine) -> None:
    engine.sees(dishes(key_of("米饭")))
    show(ada, make_panel_photo())

    assert not Packet.objects.exists()


def test_a_worker_that_dies_while_reading_is_followed_by_another(ada: Person) -> None:
    send_photo(ada, content=make_panel_photo())
    photo = MealPhoto.objects.get()
    looked = look_at_photo(photo_id=str(photo.pk))
    assert looked is not None
    looked()
    # Read, and killed before anything was stored.
    assert read_label(packet_id=str(Packet.objects.get().pk), photo_id=str(photo.pk)) is not None
    answer_photos_left_behind()

    drain()
    drain()

    assert latest_reply(ada).lines[0].startswith("读到营养成分表")
    assert Packet.objects.count() == 1
