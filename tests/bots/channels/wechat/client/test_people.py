"""What the platform tells of followers, and codes to scan."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from bots.channels.wechat.client import StoppedError, scene_code, user_info
from tests.bots.channels.wechat.calling import follower, use_account_of
from tests.wxsim.accounts import AccountKind
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network


def test_a_follower_is_known_by_the_shared_id_alone(wxsim: Simulator) -> None:
    ada = follower(wxsim)

    told = user_info(ada.open_id)

    assert (told.is_following, told.union_id) == (True, ada.union_id)
    assert ada.union_id not in repr(told)
    wxsim.assert_clean()


def test_of_who_left_nothing_is_told(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")

    told = user_info(ada.open_id)

    assert (told.is_following, told.union_id) == (False, "")


def test_a_code_leads_to_its_scene(wxsim: Simulator) -> None:
    code = scene_code("a-secret-of-128-bits", 600)

    assert wxsim.world.scenes[code.ticket].scene == "a-secret-of-128-bits"
    assert code.picture_url.startswith("https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=")
    assert code.ticket not in repr(code)
    wxsim.assert_clean()


@pytest.mark.parametrize(("scene", "seconds"), [("", 600), ("x" * 65, 600), ("x", 0), ("x", 2_592_001)])
def test_a_scene_that_cannot_be_is_not_asked_for(scene: str, seconds: int, wxsim: Simulator) -> None:
    with pytest.raises(ValueError, match="a scene has 1 to 64 characters"):
        scene_code(scene, seconds)

    assert not wxsim.record.calls()


def test_a_busy_platform_is_asked_three_times(wxsim: Simulator) -> None:
    wxsim.faults.api("errcode", -1, path="/cgi-bin/qrcode/create", times=2)

    assert scene_code("scene", 600).ticket
    assert len(wxsim.record.calls("/cgi-bin/qrcode/create")) == 3


@pytest.mark.parametrize("kind", [AccountKind.PERSONAL_SUBSCRIPTION, AccountKind.VERIFIED_SUBSCRIPTION])
def test_an_account_without_codes_asks_for_none(kind: AccountKind, wxsim: Simulator, settings: Settings) -> None:
    wxsim.become(kind=kind)
    use_account_of(wxsim, settings)

    with pytest.raises(StoppedError):
        scene_code("scene", 600)

    assert not wxsim.record.calls()
