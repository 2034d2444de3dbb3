"""What is on its way over WeChat while its sender is linked with an account: logged once, in the account."""

from __future__ import annotations

import pytest

from fitness.models import BodyMeasurement
from meum.people.linking import offer_link
from meum.people.models import Identity, Person
from tests.factories.people import make_person
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def account(wechat_only: tuple[Phone, Person]) -> Person:
    """Return an app account that the phone has just been asked about: a yes links the two."""
    phone, _ = wechat_only
    account = make_person(username="chen")
    offer = offer_link(person=account)
    phone.says(f"绑定 {offer.typed}")
    phone.says(offer.code)
    return account


def weights_of(person: Person) -> int:
    return BodyMeasurement.objects.filter(person=person, deleted_at=None).count()


def test_a_message_beside_the_yes_is_logged_once_where_its_sender_is_then(
    wxsim: Simulator, wechat_only: tuple[Phone, Person], account: Person
) -> None:
    phone, person = wechat_only

    wxsim.push_together([lambda: phone.says("1"), lambda: phone.says("体重 61.5 公斤")])

    # Where the weight came first it answered the question, and nothing was linked.
    owner = Identity.objects.get(subject=phone.open_id).person
    assert owner in (person, account)
    assert weights_of(owner) == 1


def test_a_push_that_comes_again_after_the_link_logs_nothing_more(
    wxsim: Simulator, wechat_only: tuple[Phone, Person]
) -> None:
    phone, person = wechat_only
    logged = phone.says("体重 61.5 公斤")
    account = make_person(username="chen")
    offer = offer_link(person=account)
    for words in (f"绑定 {offer.typed}", offer.code, "1"):
        phone.says(words)

    again = wxsim.again(logged)

    assert again.replies == logged.replies
    assert (weights_of(person), weights_of(account)) == (1, 1)
    wxsim.assert_clean()
