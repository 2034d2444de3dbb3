"""A nutritionist's pages: only who shares, only while it lasts, and each look is there for the person to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from meum.domain.intervals import Interval
from meum.journal.models import Access, Change, Door, Purpose
from meum.journal.services import note_look, withdraw_consent
from meum.people.models import Grant, Person
from meum.people.services import ProfileDraft, end_sharing, update_profile
from nutrition.models import Meal
from nutrition.services import WishesDraft, update_wishes
from tests.admin_pages import share, signed_in, text_of
from tests.factories.diary import NOON, make_drink, make_meal
from tests.factories.fitness import make_activity, make_measurement, make_sleep
from tests.factories.nutrition import make_food
from tests.factories.people import make_person
from tests.factories.skincare import make_skin_note

pytestmark = pytest.mark.usefixtures("that_friday")

LIST = "/admin/people-who-share/"
DAY = date(2026, 11, 20)


def page_of(person: Person) -> str:
    return f"{LIST}{person.pk}/"


def day_page(person: Person, day: date = DAY) -> str:
    return f"{LIST}{person.pk}/days/{day}/"


def meal_page(meal: Meal) -> str:
    return f"{LIST}{meal.person_id}/meals/{meal.pk}/"


def pages_of(person: Person) -> list[str]:
    return [page_of(person), day_page(person), meal_page(make_meal(person=person))]


def looks_at(person: Person) -> list[tuple[str, date | None]]:
    return list(Access.objects.filter(person=person).order_by("pk").values_list("what", "day"))


def test_the_list_shows_who_shares_and_nobody_else(ada: Person, ben: Person, chen: Person) -> None:
    share(ada, ben)

    page = text_of(signed_in(ben).get(LIST))

    assert page_of(ada) in page
    assert page_of(chen) not in page
    assert page_of(ben) not in page


def test_somebody_from_wechat_is_shown_by_their_name_else_by_a_short_label(ben: Person) -> None:
    made = "wechat_oa-01a20908-a465-7de2-9f6b-5a2c3d4e7f3a"
    ada = make_person(username=made)
    share(ada, ben)

    nameless = text_of(signed_in(ben).get(LIST))
    ada.name = "小明"
    ada.save()
    named = text_of(signed_in(ben).get(LIST))

    assert "<strong>WeChat 7F3A</strong>" in nameless
    assert "<strong>小明</strong><small>WeChat 7F3A</small>" in named
    assert made not in nameless + named


def test_nothing_of_a_stranger_is_there(ben: Person, chen: Person) -> None:
    for path in pages_of(chen):
        assert signed_in(ben).get(path).status_code == 404

    assert looks_at(chen) == []


def test_nothing_is_there_any_more_when_sharing_ends(ada: Person, ben: Person) -> None:
    share(ada, ben)
    pages = pages_of(ada)
    end_sharing(person=ada, nutritionist=ben, door=Door.WEB)

    assert [signed_in(ben).get(path).status_code for path in pages] == [404, 404, 404]
    assert page_of(ada) not in text_of(signed_in(ben).get(LIST))


def test_withdrawing_the_consent_alone_is_enough(ada: Person, ben: Person) -> None:
    share(ada, ben)
    withdraw_consent(person=ada, purpose=Purpose.SHARING, door=Door.WEB, recipient=ben)

    assert signed_in(ben).get(page_of(ada)).status_code == 404


def test_sharing_until_yesterday_shows_nothing_today(ada: Person, ben: Person) -> None:
    share(ada, ben)
    Grant.objects.update(until=timezone.now() - timedelta(days=1))

    assert signed_in(ben).get(page_of(ada)).status_code == 404


def test_a_correction_is_refused_once_sharing_has_ended(ada: Person, ben: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)
    end_sharing(person=ada, nutritionist=ben, door=Door.WEB)

    answer = signed_in(ben).post(meal_page(meal), {"do": "delete"})

    assert answer.status_code == 404
    assert Meal.objects.filter(deleted_at=None).count() == 1


def end_sharing_before_the_lock(person: Person, nutritionist: Person) -> Callable[..., Any]:
    """Return a wrapper of queries that ends the sharing just before the person's counter is locked."""
    told: list[str] = []

    def run(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        if "journal_counter" in sql and not told:
            told.append(sql)
            end_sharing(person=person, nutritionist=nutritionist, door=Door.WEB)
        return execute(sql, *arguments)

    return run


@pytest.mark.parametrize("do", ["grams", "remove", "delete", "undo", "the undo of the day"])
def test_a_correction_is_refused_when_sharing_ends_while_it_is_on_its_way(ada: Person, ben: Person, do: str) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)
    client = signed_in(ben)
    form = {"do": "grams", "number": 1, "revision": 1, "grams": "80"}
    client.post(meal_page(meal), form)
    path = day_page(ada) if do == "the undo of the day" else meal_page(meal)

    with connection.execute_wrapper(end_sharing_before_the_lock(ada, ben)):
        answer = client.post(path, {**form, "do": do, "revision": 2, "grams": "70"})

    assert answer.status_code == 404
    assert Change.objects.filter(person=ada).latest("number").number == 2


def test_each_look_is_there_for_the_person_to_read(ada: Person, ben: Person) -> None:
    share(ada, ben)
    client = signed_in(ben)

    for path in (LIST, *pages_of(ada)):
        assert client.get(path).status_code == 200

    assert looks_at(ada) == [
        ("overview.people", None),
        ("overview.person", None),
        ("overview.day", DAY),
        ("nutrition.Meal", DAY),
    ]
    assert set(Access.objects.values_list("viewer", "door")) == {(ben.pk, Door.ADMIN)}


def test_a_search_leaves_no_trace_with_those_it_does_not_show(ada: Person, ben: Person, chen: Person) -> None:
    share(ada, ben)
    share(chen, ben)

    signed_in(ben).get(f"{LIST}?q=ad")

    assert looks_at(chen) == []


def test_a_day_shows_what_was_eaten_done_and_noted(ada: Person, ben: Person) -> None:
    share(ada, ben)
    egg = make_food(name_en="boiled egg", nutrients={"ENERC_KCAL": 150, "PROCNT": 13, "FAT": 10, "CHOCDF": 1})
    make_meal(person=ada, food=egg, grams=Interval(90, 100, 120), words="two eggs")
    make_drink(person=ada, ml=300)
    make_measurement(person=ada, value=61.5)
    make_activity(person=ada)
    make_sleep(person=ada)
    make_skin_note(person=ada, at=NOON)

    page = text_of(signed_in(ben).get(day_page(ada)))

    for told in ("Boiled egg", "two eggs", "90–120", "<b>150</b>", "135–180", "300", "61.5", "7:00", "1:00"):
        assert told in page


@pytest.mark.parametrize(("minutes", "is_assumed"), [(None, True), (28, False)])
def test_a_time_that_nobody_told_is_marked_as_assumed(
    ada: Person, ben: Person, minutes: float | None, is_assumed: bool
) -> None:
    share(ada, ben)
    make_activity(person=ada, code="12050", minutes=minutes, distance_m=5000)

    assert ("<em>assumed</em>" in text_of(signed_in(ben).get(day_page(ada)))) is is_assumed


def test_what_is_unknown_is_never_shown_as_a_figure(ada: Person, ben: Person) -> None:
    share(ada, ben)
    make_meal(person=ada, food=make_food(nutrients={"ENERC_KCAL": 150}), grams=Interval.exact(50))
    make_meal(person=ada, food=make_food(nutrients={"ENERC_KCAL": 100, "PROCNT": 10}), grams=Interval.exact(50))

    page = text_of(signed_in(ben).get(day_page(ada)))

    assert "50% known" in page
    assert "unknown" in page


def test_a_persons_page_shows_profile_and_days(ada: Person, ben: Person) -> None:
    share(ada, ben)
    update_profile(person=ada, author=ada, door=Door.WEB, draft=ProfileDraft(height_cm=165))
    make_meal(person=ada)
    for day in range(3):
        make_measurement(person=ada, value=60 + day, at=NOON - timedelta(days=day))

    page = text_of(signed_in(ben).get(f"{page_of(ada)}?until={DAY}"))

    assert "165 cm" in page
    assert day_page(ada) in page
    assert day_page(ada, DAY - timedelta(days=13)) in page
    assert "<polyline" in page


def test_a_persons_page_shows_allergies_and_what_else_is_heeded(ada: Person, ben: Person) -> None:
    share(ada, ben)
    told = WishesDraft(allergies=["虾"], diet="halal", conditions=["gout"], goal="lose")
    update_wishes(person=ada, author=ada, door=Door.WEB, draft=told)

    page = text_of(signed_in(ben).get(page_of(ada)))

    assert all(word in page for word in ("<strong>虾</strong>", "halal", "gout", "lose weight"))


@pytest.mark.parametrize("day", ["2026-13-01", "1899-12-31", "2300-01-01", "yesterday", "2026-11-20T00", "%00"])
def test_a_day_that_cannot_be_is_not_there(ada: Person, ben: Person, day: str) -> None:
    share(ada, ben)

    assert signed_in(ben).get(f"{page_of(ada)}days/{day}/").status_code == 404
    assert signed_in(ben).get(page_of(ada), {"until": day}).status_code == 404


def test_odd_searches_find_nobody_and_break_nothing(ada: Person, ben: Person) -> None:
    share(ada, ben)

    for search in ("%", "'; --", "\x00x", "😀", "a" * 5000, "\u202eada\x00x"):
        assert page_of(ada) not in text_of(signed_in(ben).get(LIST, {"q": search}))


def test_a_name_is_shown_as_text(ada: Person, ben: Person) -> None:
    share(ada, ben)
    Person.objects.filter(pk=ada.pk).update(name="<script>alert(1)</script>")
    make_meal(person=ada, words="<img src=x onerror=alert(1)>")

    for path in (LIST, page_of(ada), day_page(ada)):
        page = text_of(signed_in(ben).get(path))
        assert "<script>alert(1)" not in page
        assert "<img src=x" not in page


def test_an_amount_is_corrected_under_the_nutritionists_name(ada: Person, ben: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)

    signed_in(ben).post(meal_page(meal), {"do": "grams", "number": 1, "revision": 1, "grams": "80"})

    assert meal.items.get().grams == Interval.exact(80)
    change = Change.objects.filter(person=ada).latest("number")
    assert (change.author, change.door, change.revision) == (ben, Door.ADMIN, 2)


def test_an_item_is_removed_and_with_the_last_one_the_meal(ada: Person, ben: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)

    answer = signed_in(ben).post(meal_page(meal), {"do": "remove", "number": 1, "revision": 1})

    assert answer.headers["Location"] == day_page(ada)
    assert not Meal.objects.filter(deleted_at=None).exists()


def test_a_deleted_meal_comes_back_from_the_page_of_the_day(ada: Person, ben: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)
    client = signed_in(ben)
    client.post(meal_page(meal), {"do": "delete"})

    assert "Take it back" in text_of(client.get(day_page(ada)))
    client.post(day_page(ada))

    assert Meal.objects.filter(deleted_at=None).get() == meal
    assert "Take it back" not in text_of(client.get(day_page(ada)))


def test_her_correction_is_taken_back_on_the_page_of_the_meal(ada: Person, ben: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)
    client = signed_in(ben)
    client.post(meal_page(meal), {"do": "grams", "number": 1, "revision": 1, "grams": "80"})

    client.post(meal_page(meal), {"do": "undo"})

    assert meal.items.get().grams == Interval.exact(100)


@pytest.mark.parametrize("page", ["day", "meal"])
def test_a_correction_is_not_taken_back_once_anything_was_changed_after_it(ada: Person, ben: Person, page: str) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)
    client = signed_in(ben)
    client.post(meal_page(meal), {"do": "grams", "number": 1, "revision": 1, "grams": "80"})
    make_measurement(person=ada)

    path = day_page(ada) if page == "day" else meal_page(meal)
    answer = client.post(path, {"do": "undo"}, follow=True)

    assert "This was changed again afterwards" in text_of(answer)
    assert meal.items.get().grams == Interval.exact(80)


def test_what_the_person_logged_is_not_offered_to_be_taken_back(ada: Person, ben: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)

    assert "Take it back" not in text_of(signed_in(ben).get(meal_page(meal)))
    assert signed_in(ben).post(day_page(ada)).status_code == 404
    assert Meal.objects.filter(deleted_at=None).count() == 1


def test_a_meal_changed_meanwhile_is_shown_again_with_the_reason(ada: Person, ben: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)
    client = signed_in(ben)
    form = {"do": "grams", "number": 1, "revision": 1}
    client.post(meal_page(meal), {**form, "grams": "80"})

    page = client.post(meal_page(meal), {**form, "grams": "70"}, follow=True)

    assert "This was changed in the meantime." in text_of(page)
    assert meal.items.get().grams == Interval.exact(80)


@pytest.mark.parametrize("grams", ["", "0", "-1", "nan", "inf", "5001", "1e999", "eighty", "80;drop"])
def test_an_impossible_amount_changes_nothing(ada: Person, ben: Person, grams: str) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)

    page = signed_in(ben).post(
        meal_page(meal), {"do": "grams", "number": 1, "revision": 1, "grams": grams}, follow=True
    )

    assert "One value is not possible" in text_of(page)
    assert (meal.items.get().grams, Change.objects.filter(person=ada).count()) == (Interval.exact(100), 1)


def test_an_unknown_correction_or_meal_changes_nothing(ada: Person, ben: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=ada)
    client = signed_in(ben)

    assert "One value" in text_of(client.post(meal_page(meal), {"do": "eat"}, follow=True))
    assert client.post(f"{page_of(ada)}meals/{uuid4()}/", {"do": "delete"}).status_code == 404
    assert Change.objects.filter(person=ada).count() == 1


def test_a_meal_of_somebody_else_is_not_found_under_a_person_who_shares(ada: Person, ben: Person, chen: Person) -> None:
    share(ada, ben)
    meal = make_meal(person=chen)

    assert signed_in(ben).get(f"{page_of(ada)}meals/{meal.pk}/").status_code == 404


@pytest.mark.parametrize("people", [1, 40])
def test_the_list_costs_seven_queries_however_many_share(
    ben: Person, people: int, django_assert_num_queries: Any
) -> None:
    for _ in range(people):
        share(make_person(), ben)
    client = signed_in(ben)

    with django_assert_num_queries(7):
        client.get(LIST)

    assert Access.objects.count() == people


@pytest.mark.parametrize("entries", [1, 40])
def test_a_day_costs_the_same_for_40_meals_as_for_1(
    ada: Person, ben: Person, entries: int, django_assert_num_queries: Any
) -> None:
    share(ada, ben)
    for minute in range(entries):
        make_meal(person=ada, at=NOON + timedelta(minutes=minute))
        make_drink(person=ada, at=NOON + timedelta(minutes=minute))
        make_skin_note(person=ada, at=NOON + timedelta(minutes=minute))
    client = signed_in(ben)
    client.get(day_page(ada))  # what foods consist of is in memory from now on

    with django_assert_num_queries(14):
        client.get(day_page(ada))


@pytest.mark.parametrize("entries", [1, 40])
def test_a_person_costs_the_same_for_40_days_as_for_1(
    ada: Person, ben: Person, entries: int, django_assert_num_queries: Any
) -> None:
    share(ada, ben)
    for day in range(entries):
        make_meal(person=ada, at=NOON - timedelta(days=day))
        make_measurement(person=ada, at=NOON - timedelta(days=day))
    client = signed_in(ben)

    with django_assert_num_queries(11):
        client.get(f"{page_of(ada)}?until={DAY}")


def test_looks_by_the_person_herself_are_not_noted(ben: Person) -> None:
    note_look(person=ben, viewer=ben, what="overview.person", door=Door.ADMIN)

    assert signed_in(ben).get(page_of(ben)).status_code == 200
    assert looks_at(ben) == []


def test_the_grant_says_since_when_she_shares(ada: Person, ben: Person) -> None:
    share(ada, ben)
    Grant.objects.update(since=NOON)

    assert "since 20 Nov 2026" in text_of(signed_in(ben).get(page_of(ada)))
