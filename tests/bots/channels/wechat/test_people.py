"""People who leave and come back, take back what was allowed, are sent codes of others, or have two accounts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat import delivery
from bots.dialogue.messages import Reply
from meum.jobs.running import drain
from meum.journal import services as journal
from meum.journal.models import Door, Evidence, Purpose
from meum.journal.queries import has_consent
from meum.overview.erasure import erase_those_who_left
from meum.people.identities import note_union_id
from meum.people.linking import Offer, offer_link
from meum.people.models import Identity, Join, Person, Provider
from nutrition.models import Meal
from tests.bots.channels.wechat.calling import use_account_of
from tests.bots.channels.wechat.conftest import after
from tests.factories.diary import make_meal
from tests.factories.entries import example_of
from tests.factories.everything import tables_with
from tests.factories.people import make_person
from tests.wxsim import messages
from tests.wxsim.accounts import AccountKind
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]

Follower = Callable[[str], tuple[Phone, Person]]
SENDS = "/cgi-bin/message/custom/send"


def test_t18_who_leaves_is_sent_nothing_and_asked_anew_on_a_return(
    wxsim: Simulator, wechat_only: tuple[Phone, Person]
) -> None:
    phone, person = wechat_only
    make_meal(person=person)
    sent = len(wxsim.record.calls(SENDS))

    phone.unfollows()
    phone.unfollows()
    with transaction.atomic():
        assert delivery.say(person=person, reply=Reply(("提醒",))) is None
    drain()
    wxsim.clock.advance(60)
    phone.follows()

    assert len(wxsim.record.calls(SENDS)) == sent
    assert phone.answers[-1].startswith("欢迎回来。")
    assert len(phone.answers[-1].splitlines()) <= 5
    assert not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)
    phone.says("同意")
    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)
    assert Meal.objects.filter(person=person).count() == 1
    wxsim.assert_clean()


def test_t18_what_waited_for_somebody_who_left_is_dropped(
    wxsim: Simulator, settings: Settings, wechat_only: tuple[Phone, Person]
) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    use_account_of(wxsim, settings)
    phone, person = wechat_only
    with transaction.atomic():
        delivery.say(person=person, reply=Reply(("那条结果",)))

    phone.unfollows()
    wxsim.clock.advance(60)
    phone.follows()
    phone.says("你好")

    assert not any("那条结果" in answer for answer in phone.answers)
    wxsim.assert_clean()


def test_t18_whose_return_was_lost_returns_by_writing(wxsim: Simulator, wechat_only: tuple[Phone, Person]) -> None:
    phone, person = wechat_only
    phone.unfollows()
    wxsim.clock.advance(60)
    phone.says("你好")
    phone.says("同意")

    assert Identity.objects.get(person=person).left_at is None
    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)
    wxsim.assert_clean()


def test_t18_who_returns_by_a_code_has_returned(
    wxsim: Simulator, settings: Settings, wechat_only: tuple[Phone, Person]
) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    phone, person = wechat_only
    phone.unfollows()
    wxsim.clock.advance(60)

    phone.follows(scene=offer_link(person=make_person(username="chen")).scene)

    assert Identity.objects.get(person=person).left_at is None
    wxsim.assert_clean()


def test_t18_a_leave_that_comes_after_the_return_changes_nothing(
    wxsim: Simulator, settings: Settings, wechat_only: tuple[Phone, Person]
) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    use_account_of(wxsim, settings)
    phone, person = wechat_only
    with transaction.atomic():
        delivery.say(person=person, reply=Reply(("那条结果",)))

    phone.sends({**messages.unsubscribe(), "CreateTime": int(wxsim.clock.now()) - 60})
    phone.says("你好")

    assert any("那条结果" in answer for answer in phone.answers)
    assert has_consent(person=person, purpose=Purpose.HEALTH_RECORDS)
    wxsim.assert_clean()


def test_t18_who_does_not_return_within_a_month_is_erased(wxsim: Simulator, wechat_only: tuple[Phone, Person]) -> None:
    phone, person = wechat_only
    phone.unfollows()
    phone.unfollows()

    assert erase_those_who_left(now=timezone.now() + timedelta(days=29)) == 0
    assert erase_those_who_left(now=timezone.now() + timedelta(days=31)) == 1
    drain()
    wxsim.clock.advance(60)
    phone.follows()

    assert not Person.objects.filter(pk=person.pk).exists()
    assert phone.answers[-1].startswith("你好，我是 Meum。")
    wxsim.assert_clean()


@pytest.mark.parametrize(("codes", "steps_left"), [("12", 0), ("1,12", 0), ("999", 1), ("", 1)])
def test_t19_what_is_taken_back_is_deleted_and_nothing_else(
    wxsim: Simulator, follower: Follower, codes: str, steps_left: int
) -> None:
    phone, person = follower("ada")
    walks = apps.get_model("fitness.Activity")
    meal = make_meal(person=person)
    example = example_of(walks, at=timezone.now())
    example.entry.evidence = Evidence.IMPORT
    with journal.recording(person=person, author=person, door=Door.WECHAT) as changes:
        changes.create(example.entry)

    phone.revokes(codes)
    drain()

    assert walks.objects.filter(person=person).count() == steps_left
    assert Meal.objects.filter(pk=meal.pk).exists()
    wxsim.assert_clean()


def test_t19_a_closed_account_is_erased_and_the_platform_is_not_taken_for_the_person(
    wxsim: Simulator, wechat_only: tuple[Phone, Person], follower: Follower
) -> None:
    phone, person = wechat_only
    _, other = follower("chen")
    make_meal(person=person)

    phone.closes_wechat()
    drain()

    assert list(Person.objects.values_list("pk", flat=True)) == [other.pk]
    assert not Meal.objects.exists()
    wxsim.assert_clean()


def test_t19_an_app_account_outlives_the_closed_wechat_account(wxsim: Simulator, follower: Follower) -> None:
    phone, person = follower("ada")
    meal = make_meal(person=person)

    phone.closes_wechat()
    drain()

    assert Meal.objects.filter(pk=meal.pk).exists()
    assert not Identity.objects.filter(person=person).exists()
    wxsim.assert_clean()


@pytest.fixture
def attack(wxsim: Simulator, settings: Settings, webhook: str) -> tuple[Phone, Offer, Person]:
    """Return a victim's phone, the code that an attacker had them scan, and the attacker's account."""
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    attacker = make_person(username="mallory88")
    victim = wxsim.phone("victim")
    victim.follows()
    return victim, offer_link(person=attacker), attacker


def scans(phone: Phone, offer: Offer) -> None:
    phone.sends(messages.scan(scene=offer.scene, ticket="a-ticket"))


def wrong(offer: Offer) -> str:
    return "1000" if offer.code != "1000" else "1001"


def is_linked(account: Person) -> bool:
    return Identity.objects.filter(person=account).exists()


def test_t20_a_scan_alone_links_nothing_and_shows_whose_account_asks(
    wxsim: Simulator, attack: tuple[Phone, Offer, Person]
) -> None:
    victim, offer, attacker = attack

    scans(victim, offer)
    victim.says("好的")
    victim.says("1")
    victim.says("确认绑定")

    assert any("mal****ry88" in answer for answer in victim.answers)
    assert not any("mallory88" in answer for answer in victim.answers)
    assert not is_linked(attacker)
    wxsim.assert_clean()


def test_t20_five_wrong_digits_close_the_code(wxsim: Simulator, attack: tuple[Phone, Offer, Person]) -> None:
    victim, offer, attacker = attack
    scans(victim, offer)
    for _ in range(5):
        victim.says(wrong(offer))

    victim.says(offer.code)
    victim.says("1")

    assert not is_linked(attacker)
    wxsim.assert_clean()


def test_t20_a_code_is_over_after_ten_minutes_and_after_one_use(
    wxsim: Simulator, attack: tuple[Phone, Offer, Person]
) -> None:
    victim, offer, attacker = attack
    with after(minutes=11):
        scans(victim, offer)
        victim.says(offer.code)
        victim.says("1")
    assert not is_linked(attacker)

    own = offer_link(person=attacker)
    for say in (lambda: scans(victim, own), lambda: victim.says(own.code), lambda: victim.says("1")):
        say()
    second = wxsim.phone("second")
    second.follows()
    scans(second, own)

    assert Identity.objects.get(person=attacker).subject == victim.open_id
    assert "失效" in second.answers[-1]
    wxsim.assert_clean()


def two_accounts(wxsim: Simulator, phone: Phone, chat: Person, *, agrees: bool) -> Person:
    """Make the account that the same WeChat user has in the mini program, and tell of both whose they are."""
    mini = make_person(username="mini", has_agreed=agrees)
    mini.set_unusable_password()
    mini.save()
    app_id = wxsim.mini_program.app_id
    Identity.objects.create(person=mini, provider=Provider.WECHAT_MINI, app_id=app_id, subject=phone.mini_open_id)
    official = wxsim.account.app_id
    note_union_id(provider=Provider.WECHAT_OA, app_id=official, subject=phone.open_id, union_id=phone.union_id)
    note_union_id(provider=Provider.WECHAT_MINI, app_id=app_id, subject=phone.mini_open_id, union_id=phone.union_id)
    return mini


def test_t22_two_accounts_are_joined_once_after_two_agreements_and_a_yes(
    wxsim: Simulator, wechat_only: tuple[Phone, Person]
) -> None:
    phone, chat = wechat_only
    mini = two_accounts(wxsim, phone, chat, agrees=True)
    make_meal(person=mini)

    phone.says("合并账号")
    phone.says("1", faults={"dup": 1})
    phone.says("合并账号")

    assert Join.objects.count() == 1
    assert Meal.objects.filter(person=chat, deleted_at=None).count() == 1
    assert phone.answers[-1].startswith("没有找到")
    wxsim.assert_clean()


@pytest.mark.parametrize("answer", ["0", "不合并"])
def test_t22_who_refuses_keeps_two_accounts(wxsim: Simulator, wechat_only: tuple[Phone, Person], answer: str) -> None:
    phone, chat = wechat_only
    make_meal(person=two_accounts(wxsim, phone, chat, agrees=True))

    phone.says("合并账号")
    phone.says(answer)

    assert not Join.objects.exists()
    wxsim.assert_clean()


def test_t22_a_side_that_did_not_agree_is_not_found(wxsim: Simulator, wechat_only: tuple[Phone, Person]) -> None:
    phone, chat = wechat_only
    two_accounts(wxsim, phone, chat, agrees=False)

    phone.says("合并账号")
    phone.says("1")

    assert not Join.objects.exists()
    wxsim.assert_clean()


@pytest.mark.parametrize(("days", "is_undone"), [(6, True), (8, False)])
def test_t22_a_join_can_be_undone_for_a_week(
    wxsim: Simulator, wechat_only: tuple[Phone, Person], days: int, is_undone: bool
) -> None:
    phone, chat = wechat_only
    mini = two_accounts(wxsim, phone, chat, agrees=True)
    make_meal(person=mini)
    phone.says("合并账号")
    phone.says("1")

    with after(days=days):
        phone.says("解绑")
        phone.says("1")

    assert Identity.objects.filter(person=mini).exists() is is_undone
    assert Meal.objects.filter(person=chat, deleted_at=None).exists() is not is_undone
    wxsim.assert_clean()


def test_before_the_agreement_nothing_but_ids_and_states_is_stored(wxsim: Simulator, webhook: str) -> None:
    phone = wxsim.phone("ada")
    phone.follows()
    for words in ("早上吃了 canary-7c 两个鸡蛋", "我叫 canary-7c", "体重 61.5 canary-7c", "1", "canary-7c 你好"):
        phone.says(words)
    phone.sends_photo(b"canary-7c")
    phone.sends_link()
    phone.sends_location()

    every = [model for model in apps.get_models() if model._meta.app_label != "contenttypes"]
    assert tables_with("canary-7c", every=every) == []
    assert tables_with("61.5", every=every) == []
    wxsim.assert_clean()


def test_deleting_everything_in_wechat_leaves_a_digest_and_begins_anew(
    wxsim: Simulator, wechat_only: tuple[Phone, Person]
) -> None:
    phone, person = wechat_only
    make_meal(person=person)
    phone.says("删除我的数据")
    code = re.search(r"：(\d{4})", phone.answers[-1])
    assert code is not None

    phone.says(code[1])
    drain()

    every = [model for model in apps.get_models() if model._meta.app_label != "contenttypes"]
    assert "好的，从现在起不再记录" in phone.answers[-1]
    assert not Person.objects.filter(pk=person.pk).exists()
    assert tables_with(phone.open_id, every=every) == []
    wxsim.clock.advance(60)
    phone.says("你好")
    assert phone.answers[-1].startswith("你好，我是 Meum。")
    wxsim.assert_clean()


def test_the_shared_id_is_asked_for_after_the_agreement_and_not_before(
    wxsim: Simulator, settings: Settings, webhook: str
) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    phone = wxsim.phone("ada")
    phone.follows()
    phone.says("1")
    drain()
    assert wxsim.record.calls("/cgi-bin/user/info") == ()

    phone.says("同意")
    drain()

    assert Identity.objects.get(subject=phone.open_id).union_id == phone.union_id
    wxsim.assert_clean()


def test_who_leaves_with_one_phone_is_still_there_with_another(wxsim: Simulator, follower: Follower) -> None:
    old, person = follower("ada")
    new = wxsim.phone("ada-new")
    identity = Identity.objects.create(
        person=person, provider=Provider.WECHAT_OA, app_id=wxsim.account.app_id, subject=new.open_id
    )
    new.follows()

    old.unfollows()

    identity.refresh_from_db()
    assert identity.left_at is None
    assert Identity.objects.get(subject=old.open_id).left_at is not None
