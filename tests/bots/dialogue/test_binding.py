"""Linking WeChat with an app account, parting them again, and joining two accounts of one WeChat user."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
import time_machine
from django.utils import timezone

from bots.dialogue.messages import Event, Incoming, Reply
from bots.dialogue.turn import take
from bots.models import Inbound
from bots.reminding import reminder_of, set_reminder
from bots.services import conversation_of
from meum.domain.intervals import Interval
from meum.jobs.running import drain
from meum.journal.models import Change, Consent, Door, Purpose, new_id
from meum.journal.queries import has_consent
from meum.journal.services import withdraw_consent
from meum.overview.erasure import ask_for_erasure
from meum.overview.joining import finish_joins, undo_join, unlink
from meum.overview.models import Cause
from meum.people.identities import note_union_id
from meum.people.linking import Offer, offer_link
from meum.people.models import AgeBand, Identity, Join, Person, Provider
from meum.people.queries import visible_people
from meum.people.services import TEXT_VERSIONS, agree, person_for_identity, share_with
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Meal, OwnFood, SavedMeal
from nutrition.services import log_meal, save_meal
from tests.bots.conftest import Say
from tests.factories.diary import make_meal, make_own_food

APP = "wx1"


def wechat_user(subject: str = "open-1", *, provider: Provider = Provider.WECHAT_OA, agrees: bool = True) -> Person:
    person = person_for_identity(provider=provider, app_id=APP, subject=subject, language=Person().lang)
    if agrees:
        Person.objects.filter(pk=person.pk).update(age_band=AgeBand.ADULT)
        person.refresh_from_db()
        purpose = Purpose.HEALTH_RECORDS
        agree(person=person, purpose=purpose, text_version=TEXT_VERSIONS[purpose], door=Door.WECHAT)
    return person


def scans(person: Person, scene: str) -> Reply:
    incoming = Incoming(message_id=str(new_id()), at=timezone.now(), event=Event.SCANNED, argument=scene)
    return take(incoming, conversation=conversation_of(person=person, door=Door.WECHAT))


def says(person: Person, text: str) -> Reply:
    incoming = Incoming(message_id=str(new_id()), at=timezone.now(), text=text)
    return take(incoming, conversation=conversation_of(person=person, door=Door.WECHAT))


def wrong(offer: Offer) -> str:
    return "1000" if offer.code != "1000" else "1001"


def owner_of(subject: str = "open-1", provider: Provider = Provider.WECHAT_OA) -> Person:
    return Identity.objects.get(provider=provider, subject=subject).person


def linked(account: Person, user: Person) -> None:
    offer = offer_link(person=account)
    scans(user, offer.scene)
    says(user, offer.code)
    says(user, "1")


def test_a_scan_the_digits_and_a_yes_link_the_two(ada: Person) -> None:
    user, offer = wechat_user(agrees=False), offer_link(person=ada)

    asked = scans(user, offer.scene)
    named = says(user, offer.code)
    done = says(user, "确认绑定")

    assert "a****" in asked.lines[0]
    assert "4 位数字" in asked.lines[1]
    assert "a****" in named.lines[0]
    assert done.lines[0] == "已绑定账号 a****。"
    assert owner_of() == ada


def test_words_typed_do_what_a_scan_does(ada: Person) -> None:
    user, offer = wechat_user(), offer_link(person=ada)

    says(user, f"绑定 {offer.typed[:4].lower()}-{offer.typed[4:]}")
    says(user, offer.code)
    says(user, "1")

    assert owner_of() == ada


def test_a_scan_alone_links_nothing_whatever_is_said_next(ada: Person) -> None:
    user, offer = wechat_user(), offer_link(person=ada)
    scans(user, offer.scene)

    for words in ("1", "好的", "确认绑定", "同意"):
        says(user, words)

    assert owner_of() == user


def test_five_wrong_codes_close_the_offer(ada: Person) -> None:
    user, offer = wechat_user(), offer_link(person=ada)
    scans(user, offer.scene)
    told = [says(user, wrong(offer)).lines[0] for _ in range(5)]

    says(user, offer.code)
    says(user, "1")

    assert told[-1].startswith("错了五次")
    assert scans(user, offer.scene).lines == ("这个绑定码不对或已经失效，请重新生成一个。",)
    assert owner_of() == user


def test_an_offer_is_good_for_ten_minutes_and_once(ada: Person) -> None:
    user, offer = wechat_user(), offer_link(person=ada)

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert "失效" in scans(user, offer.scene).text
    linked(ada, user)
    assert "失效" in scans(wechat_user("open-2"), offer.scene).text


def test_time_may_run_out_between_the_digits_and_the_yes(ada: Person) -> None:
    user, offer = wechat_user(), offer_link(person=ada)
    scans(user, offer.scene)
    says(user, offer.code)

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert "失效" in says(user, "1").text

    assert owner_of() == user


def test_a_newer_offer_ends_the_one_before(ada: Person) -> None:
    older = offer_link(person=ada)
    offer_link(person=ada)

    assert "失效" in scans(wechat_user(), older.scene).text


def test_a_no_links_nothing(ada: Person) -> None:
    user, offer = wechat_user(), offer_link(person=ada)
    scans(user, offer.scene)
    says(user, offer.code)

    assert says(user, "0").lines == ("好的，什么都没有绑定。",)
    assert owner_of() == user


def test_the_question_says_who_will_see_what_is_recorded(ada: Person, ben: Person) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.WEB)
    user, offer = wechat_user(), offer_link(person=ada)
    make_meal(person=user)
    scans(user, offer.scene)

    asked = says(user, offer.code)

    assert asked.lines[1:] == ("这里的 1 条记录会一起过去。", "以后营养师ben能看到两边的全部记录。")
    assert len(asked.text.splitlines()) <= 5


def test_a_link_ends_what_was_shared_and_the_reminder_and_says_so(ada: Person, ben: Person) -> None:
    user, offer = wechat_user(), offer_link(person=ada)
    share_with(person=user, nutritionist=ben, door=Door.WECHAT)
    agree(person=user, purpose=Purpose.NOTICES, text_version=TEXT_VERSIONS[Purpose.NOTICES], door=Door.WECHAT)
    set_reminder(person=user, at=time(20))
    scans(user, offer.scene)
    says(user, offer.code)

    done = says(user, "1")

    assert done.lines[1].startswith("原来在这里的共享已结束")
    assert done.lines[2].startswith("原来在这里的提醒也停了")
    assert "解绑" in done.lines[-1]
    assert not visible_people(viewer=ben).filter(pk=ada.pk).exists()


def test_records_go_along_as_one_recording(ada: Person) -> None:
    user = wechat_user()
    meal = make_meal(person=user, words="午饭一碗米饭")

    linked(ada, user)

    copied = Meal.objects.get(person=ada)
    assert copied.pk != meal.pk
    assert (copied.at, copied.words, copied.items.count()) == (meal.at, meal.words, 1)


def test_records_go_nowhere_without_the_agreement_of_both_sides(ada: Person) -> None:
    user = wechat_user()
    make_meal(person=user)
    withdraw_consent(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)
    offer = offer_link(person=ada)
    scans(user, offer.scene)

    assert says(user, offer.code).lines[0].startswith("两边都同意")
    says(user, "1")
    assert not Meal.objects.filter(person=ada).exists()
    assert owner_of() == user


def test_an_undo_does_not_take_back_what_came_with_the_account(ada: Person) -> None:
    user = wechat_user()
    make_meal(person=user)
    linked(ada, user)

    assert "发「解绑」" in says(ada, "撤销").text
    assert Meal.objects.filter(person=ada, deleted_at=None).count() == 1
    make_meal(person=ada)
    says(ada, "撤销")
    assert Meal.objects.filter(person=ada, deleted_at=None).count() == 1


def test_unlinked_within_a_week_both_are_as_before(ada: Person) -> None:
    user = wechat_user()
    make_meal(person=user)
    linked(ada, user)
    mine = make_meal(person=ada)

    says(ada, "解绑")
    done = says(ada, "1")

    assert done.lines[0].startswith("已解绑")
    assert owner_of() == user
    assert Person.objects.get(pk=user.pk).is_active
    assert [meal.pk for meal in Meal.objects.filter(person=ada, deleted_at=None)] == [mine.pk]
    assert Meal.objects.filter(person=user, deleted_at=None).count() == 1


def test_who_was_linked_and_parted_again_can_be_erased_with_own_foods(ada: Person) -> None:
    user = wechat_user()
    item = MealItemDraft(food_version_id=make_own_food(person=user).food_version_id, grams=Interval.exact(45))
    log_meal(person=user, author=user, door=Door.WECHAT, at=timezone.now(), items=[item])
    linked(ada, user)
    undo_join(join=Join.objects.get(person=ada), door=Door.WEB)

    ask_for_erasure(person=user, cause=Cause.ASKED, door=Door.WECHAT)
    drain()

    assert not Person.objects.filter(pk=user.pk).exists()
    assert not Meal.objects.filter(person=ada).exists()
    assert not Change.objects.filter(person=ada, blanked_at=None).exists()


def test_after_a_week_the_join_is_final_and_the_resting_account_gone(ada: Person) -> None:
    user = wechat_user()
    own = make_own_food(person=user)
    make_meal(person=user, food=own.food_version.food)
    linked(ada, user)

    assert finish_joins(now=timezone.now() + timedelta(days=6)) == 0
    assert finish_joins(now=timezone.now() + timedelta(days=8)) == 1
    drain()

    assert not Person.objects.filter(pk=user.pk).exists()
    taught = OwnFood.objects.get(person=ada)
    assert (taught.name, taught.pk == own.pk) == (own.name, False)
    assert Meal.objects.get(person=ada).items.get().food_version == taught.food_version


@pytest.mark.parametrize(("words", "is_parted"), [("好的", True), ("是", True), ("不解绑", False), ("不要", False)])
def test_the_question_is_answered_in_plain_words(ada: Person, words: str, is_parted: bool) -> None:
    user = wechat_user()
    linked(ada, user)
    says(ada, "解绑")

    says(ada, words)

    assert (owner_of() == user) is is_parted


def test_unlinked_later_the_records_stay_in_the_account(ada: Person) -> None:
    user = wechat_user()
    make_meal(person=user)
    linked(ada, user)
    finish_joins(now=timezone.now() + timedelta(days=8))

    says(ada, "解绑")
    says(ada, "1")

    assert Meal.objects.filter(person=ada, deleted_at=None).count() == 1
    assert not Identity.objects.filter(person=ada).exists()


@pytest.mark.django_db
def test_wechat_alone_is_not_unlinked() -> None:
    user = wechat_user()

    assert says(user, "解绑").lines == ("现在没有绑定。",)
    assert owner_of() == user


def test_parting_what_is_linked_is_asked_for_first(ada: Person) -> None:
    linked(ada, wechat_user())

    reply = says(ada, "解绑")

    assert reply.lines[0].startswith("要把微信和账号分开吗？7 天内分开，两边恢复原样")
    assert [str(choice) for choice in reply.choices] == ["1 解绑", "0 不解绑"]
    assert owner_of() == ada


def test_an_account_has_one_wechat(ada: Person) -> None:
    linked(ada, wechat_user("open-1"))
    linked(ada, wechat_user("open-2"))

    assert owner_of("open-2") != ada


def test_the_web_chat_offers_a_code_that_is_not_stored(ada: Person, say: Say) -> None:
    reply = say(ada, "绑定")
    user = wechat_user()

    says(user, reply.lines[0].partition("发：")[2].partition("（")[0])
    says(user, reply.lines[1][-4:])
    says(user, "1")

    assert owner_of() == ada
    assert not Inbound.objects.filter(conversation__person=ada).exists()


def two_accounts_of_one(*, agrees: bool = True) -> tuple[Person, Person]:
    chat, mini = wechat_user("open-1"), wechat_user("mini-1", provider=Provider.WECHAT_MINI, agrees=agrees)
    for provider, subject in ((Provider.WECHAT_OA, "open-1"), (Provider.WECHAT_MINI, "mini-1")):
        note_union_id(provider=provider, app_id=APP, subject=subject, union_id="union-1")
    return chat, mini


@pytest.mark.django_db
def test_two_accounts_of_one_wechat_user_are_joined_after_a_yes() -> None:
    chat, mini = two_accounts_of_one()
    make_meal(person=mini)

    asked = says(chat, "合并账号")
    says(chat, "1")

    assert "1 条记录" in asked.lines[0]
    assert owner_of("mini-1", Provider.WECHAT_MINI) == chat
    assert Meal.objects.filter(person=chat).count() == 1
    assert Join.objects.count() == 1


def test_joining_two_accounts_says_who_will_see_both(ben: Person) -> None:
    chat, mini = two_accounts_of_one()
    make_meal(person=mini)
    share_with(person=chat, nutritionist=ben, door=Door.WECHAT)

    assert says(chat, "合并账号").lines[1] == "以后营养师ben能看到两边的全部记录。"


@pytest.mark.django_db
def test_no_union_id_is_kept_and_nothing_joined_without_agreement() -> None:
    chat, mini = two_accounts_of_one(agrees=False)

    assert says(chat, "合并账号").lines[0].startswith("没有找到")
    assert not Identity.objects.filter(person=mini).exclude(union_id="").exists()


@pytest.mark.django_db
def test_two_accounts_stay_apart_when_one_side_withdrew() -> None:
    chat, mini = two_accounts_of_one()
    make_meal(person=mini)
    withdraw_consent(person=mini, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    assert says(chat, "合并账号").lines[0].startswith("另一个账号还没有同意")
    assert not Join.objects.exists()


@pytest.mark.django_db
def test_a_no_joins_nothing_and_a_join_can_be_undone() -> None:
    chat, mini = two_accounts_of_one()
    make_meal(person=mini)
    says(chat, "合并账号")
    says(chat, "0")
    assert not Join.objects.exists()

    for words in ("合并账号", "1", "解绑", "1"):
        says(chat, words)

    assert owner_of("mini-1", Provider.WECHAT_MINI) == mini
    assert not Meal.objects.filter(person=chat, deleted_at=None).exists()


def test_a_saved_meal_whose_name_is_taken_stays_behind(ada: Person) -> None:
    user = wechat_user()
    for person in (ada, user):
        version = make_meal(person=person).items.get().food_version_id
        item = MealItemDraft(food_version_id=version, grams=Interval.exact(100))
        save_meal(person=person, author=person, door=Door.WEB, at=timezone.now(), name="老样子", items=[item])

    linked(ada, user)

    assert SavedMeal.objects.filter(person=ada, deleted_at=None).count() == 1
    assert Meal.objects.filter(person=ada).count() == 2


def test_parting_ends_the_agreement_to_notices_and_the_reminder(ada: Person) -> None:
    Identity.objects.create(person=ada, provider=Provider.WECHAT_OA, app_id=APP, subject="open-1")
    notices = Purpose.NOTICES
    agree(person=ada, purpose=notices, text_version=TEXT_VERSIONS[notices], door=Door.WECHAT)
    set_reminder(person=ada, at=time(20))

    unlink(person=ada, door=Door.API)

    assert not ada.identities.exists()
    assert not has_consent(person=ada, purpose=notices)
    assert reminder_of(person=ada) is None
    assert Consent.objects.filter(person=ada, purpose=notices).latest("pk").door == Door.API


def test_parting_within_a_week_ends_what_was_agreed_to_over_the_chat_that_goes(ada: Person) -> None:
    user, notices = wechat_user(), Purpose.NOTICES
    linked(ada, user)
    agree(person=ada, purpose=notices, text_version=TEXT_VERSIONS[notices], door=Door.WECHAT)
    set_reminder(person=ada, at=time(20))

    unlink(person=ada, door=Door.API)

    assert owner_of() == user
    assert not has_consent(person=ada, purpose=notices)
    assert reminder_of(person=ada) is None
