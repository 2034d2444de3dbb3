"""Reports are drawn as pictures and documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image
from pytest_django import Settings

from meum.domain.languages import Lang
from meum.journal.models import Door
from meum.kernel.errors import Unavailable
from meum.overview.domain.weeks import LESS, MORE
from meum.overview.reports.drawing.fonts import FontRuler
from meum.overview.reports.drawing.sheet import document_of, picture_of, sections_of
from meum.overview.reports.drawing.surface import MARGIN, WIDTH, Point, Surface
from meum.overview.reports.drawing.words import Words
from meum.overview.reports.week import ADVISED_KINDS, WeekReport, week_report
from meum.people.models import Person
from nutrition.models import Food
from nutrition.services import WishesDraft, update_wishes
from tests.factories.diary import make_meal
from tests.factories.fitness import make_measurement
from tests.factories.weeks import at, make_whole_day, tell_body

FRIDAY = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("that_friday")


class Writing:
    """Take what is written, and how far to the sides it reaches."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.ends: list[float] = []

    def text(
        self, at: Point, words: str, *, size: float, color: str = "", anchor: str = "l", is_bold: bool = False
    ) -> None:
        wide = FontRuler().width(words, size=size)
        left = at[0] - {"l": 0.0, "m": 0.5, "r": 1.0}[anchor] * wide
        self.words.append(words)
        self.ends += [left, left + wide]

    def box(self, at: Point, size: Point, *, color: str, radius: float = 0) -> None:
        """Leave shapes out."""

    def line(self, points: object, *, color: str, width: float = 1) -> None:
        """Leave shapes out."""

    def dot(self, at: Point, *, radius: float, color: str) -> None:
        """Leave shapes out."""


def written(week: WeekReport, lang: Lang, *, is_full: bool = False) -> Writing:
    writing = Writing()
    surface: Surface = writing
    for section in sections_of(week, lang, is_full=is_full):
        section.draw(surface, 0)
    return writing


@pytest.fixture
def week(ada: Person) -> WeekReport:
    """Return a week of four whole days with weighings."""
    tell_body(ada)
    for days_ago in range(1, 5):
        make_whole_day(ada, days_ago)
        make_measurement(person=ada, value=60 + days_ago / 10, at=at(days_ago, "breakfast"))
    return week_report(person=ada, last_day=FRIDAY, today=FRIDAY)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_picture_is_as_wide_as_a_phone_and_not_all_paper(week: WeekReport, lang: Lang) -> None:
    picture = Image.open(BytesIO(picture_of(week, lang)))

    assert (picture.format, picture.width) == ("PNG", 1080)
    assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 20


@pytest.mark.parametrize("lang", list(Lang))
def test_a_document_is_a_pdf(week: WeekReport, lang: Lang) -> None:
    document = document_of(week, lang)

    assert document.startswith(b"%PDF-")
    assert b"/FontFile2" in document


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_written_over_the_edge(week: WeekReport, lang: Lang) -> None:
    ends = written(week, lang, is_full=True).ends

    assert min(ends) >= MARGIN - 1
    assert max(ends) <= WIDTH - MARGIN + 1


def test_a_document_holds_every_nutrient_that_has_a_target(week: WeekReport) -> None:
    names = {Words(week, Lang.EN).name(each.nutrient) for each in week.nutrients}

    assert names <= set(written(week, Lang.EN, is_full=True).words)
    assert not names <= set(written(week, Lang.EN).words)


def test_days_that_are_not_whole_are_said_to_be_left_out(ada: Person) -> None:
    make_whole_day(ada, 1)
    make_meal(person=ada)

    told = Words(week_report(person=ada, last_day=FRIDAY, today=FRIDAY), Lang.EN).energy()

    assert told == (
        "Days logged in full hold about 1800 kcal on average (1800–1800). "
        "Grey days were not logged in full and are left out."
    )


def test_a_change_of_weight_is_that_of_the_figures_shown(ada: Person) -> None:
    for days_ago, kg in ((0, 61.86), (8, 61.84)):
        make_measurement(person=ada, value=kg, at=at(days_ago) - timedelta(hours=4))

    told = Words(week_report(person=ada, last_day=FRIDAY, today=FRIDAY), Lang.EN).weight()

    assert told == "This week 61.9 kg on average, the week before 61.8 kg (+0.1)."


def test_what_is_spent_is_told_as_the_person_logs_it(ada: Person) -> None:
    tell_body(ada)
    for days_ago in range(1, 15):
        make_measurement(person=ada, value=60, at=at(days_ago, "breakfast"))
        make_whole_day(ada, days_ago)

    def words() -> Words:
        return Words(week_report(person=ada, last_day=FRIDAY, today=FRIDAY), Lang.EN)

    assert words().energy().endswith("It comes from your log and weight: days logged so keep your weight.")
    assert words().weight().endswith("as the week before. Without the ups and downs of water, about 60.0 kg.")

    update_wishes(person=ada, author=ada, door=Door.WEB, draft=WishesDraft(goal="lose"))
    assert "By your log and weight, days logged at about 1" in words().energy()


@pytest.mark.parametrize("lang", list(Lang))
def test_every_piece_of_advice_has_its_words(week: WeekReport, lang: Lang) -> None:
    keys = ["log", "fine", *(f"more.{tag}" for tag in MORE), *(f"less.{tag}" for tag in LESS)]
    keys += [f"group.{kind}" for kind in ADVISED_KINDS]

    assert all(Words(week, lang).say(f"advice.{key}") for key in keys)


def test_who_must_not_eat_something_is_named_no_food(week: WeekReport) -> None:
    low = replace(week, advice="more.FE")

    assert "Lean meat" in Words(low, Lang.EN).advice()
    assert "what to eat" in Words(replace(low, has_wishes=True), Lang.EN).advice()


def test_without_a_font_nothing_is_drawn(week: WeekReport, settings: Settings) -> None:
    settings.REPORT_FONT = "/nowhere/font.ttc"

    with pytest.raises(Unavailable):
        picture_of(week, Lang.ZH)


@pytest.mark.usefixtures("everyday_catalogue")
def test_kinds_of_food_and_the_index_are_told_in_words(ada: Person) -> None:
    tell_body(ada)
    for days_ago in (1, 2, 3):
        make_whole_day(ada, days_ago, food=Food.objects.get(key="everyday:apple"))
    week = week_report(person=ada, last_day=FRIDAY, today=FRIDAY)

    words = Words(week, Lang.ZH)

    assert words.variety() == "这几天吃到 1 种食物，油和调味品不算；一周建议 25 种以上。"
    assert words.index().endswith("分，满分 100，按其中 100% 的食物算。")
    assert "这几天吃到 1 种食物" in "".join(written(week, Lang.ZH).words)
    assert Words(replace(week, is_scored=False), Lang.ZH).index() == ""


@pytest.mark.usefixtures("everyday_catalogue")
def test_kinds_are_a_least_where_some_food_is_not_known(ada: Person) -> None:
    make_whole_day(ada, 1, food=Food.objects.get(key="everyday:apple"))
    assert (
        Words(week_report(person=ada, last_day=FRIDAY, today=FRIDAY), Lang.EN).variety().startswith("Kinds of food: 1,")
    )

    make_whole_day(ada, 2)
    week = week_report(person=ada, last_day=FRIDAY, today=FRIDAY)

    assert Words(week, Lang.EN).variety().startswith("Kinds of food: at least 1,")
    assert Words(week, Lang.EN).index() == ""
