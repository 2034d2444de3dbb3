"""The picture of a week over WeChat: after the words, where the account may send pictures."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from meum.jobs.models import Job
from meum.jobs.running import drain
from meum.people.models import Person
from tests.bots.channels.wechat.calling import use_account_of
from tests.factories.diary import make_meal
from tests.wxsim.accounts import AccountKind
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stored")]

SENDS = "/cgi-bin/message/custom/send"


def ask(phone: Phone, person: Person) -> None:
    make_meal(person=person, at=timezone.now())
    phone.says("周报")
    drain()


def test_the_picture_follows_the_words(wxsim: Simulator, settings: Settings, wechat_only: tuple[Phone, Person]) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    phone, person = wechat_only

    ask(phone, person)

    assert phone.answers[-2].splitlines()[0].endswith("记了 1 天，其中 0 天较完整。")
    assert [media.content[:4] for media in wxsim.world.media.uploads()] == [b"\x89PNG"]
    assert len(wxsim.record.calls(SENDS)) == 1
    wxsim.assert_clean()


def test_where_no_picture_may_be_sent_the_words_stand_alone(
    wxsim: Simulator, settings: Settings, wechat_only: tuple[Phone, Person]
) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    use_account_of(wxsim, settings)
    phone, person = wechat_only

    ask(phone, person)

    assert phone.answers[-1].splitlines()[0].endswith("记了 1 天，其中 0 天较完整。")
    assert not wxsim.world.media.uploads()
    assert not Job.objects.filter(name="bots.send_picture").exists()


def test_a_picture_that_the_platform_refuses_leaves_the_words(
    wxsim: Simulator, settings: Settings, wechat_only: tuple[Phone, Person]
) -> None:
    wxsim.become(kind=AccountKind.VERIFIED_SERVICE)
    use_account_of(wxsim, settings)
    phone, person = wechat_only
    wxsim.faults.api("errcode", 40009, path="/cgi-bin/media/upload")

    ask(phone, person)

    assert not wxsim.record.calls(SENDS)
    assert Job.objects.get(name="bots.send_picture").state == "done"
