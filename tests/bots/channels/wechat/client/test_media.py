"""Pictures come from where the account may fetch them, from nowhere else, and only when they are whole pictures."""

from __future__ import annotations

import socket
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.client import MediaError, fetch_media, upload_image
from bots.channels.wechat.client.media import MOST_UPLOAD_BYTES, public_address
from bots.models import WeChatCircuit
from meum.files.photos import clean_photo
from tests.bots.channels.wechat.calling import use_account_of
from tests.wxsim.accounts import AccountKind
from tests.wxsim.media import Media
from tests.wxsim.pictures import PLATE, grey_png
from tests.wxsim.simulator import Simulator

pytestmark = pytest.mark.network
GET, PICTURE = "/cgi-bin/media/get", "/mmbiz_jpg"


@pytest.fixture
def photo(wxsim: Simulator) -> Media:
    return wxsim.world.media.put(PLATE, kind="image", app_id=wxsim.account.app_id)


def fetched(wxsim: Simulator, photo: Media) -> bytes:
    return fetch_media(photo.media_id, wxsim.world.pic_url(photo.media_id))


def test_a_picture_is_fetched_by_its_media_id_first(wxsim: Simulator, photo: Media) -> None:
    wxsim.faults.api("pic_404", path=PICTURE, times=0)

    assert fetched(wxsim, photo) == clean_photo(PLATE)
    wxsim.assert_clean()


@pytest.mark.parametrize(
    ("fault", "value"),
    [("html200", 0), ("errcode", 40007), ("truncate", 500), ("http", 500), ("not_an_image", 0), ("reset", 0)],
)
def test_t10_what_is_no_picture_is_fetched_by_its_address(
    fault: str, value: int, wxsim: Simulator, photo: Media
) -> None:
    wxsim.faults.api(fault, value, path=GET)

    assert fetched(wxsim, photo) == clean_photo(PLATE)


def test_t10_half_a_picture_with_a_right_length_is_none(wxsim: Simulator) -> None:
    half = wxsim.world.media.put(PLATE[:300], kind="image", app_id=wxsim.account.app_id)

    with pytest.raises(MediaError):
        fetched(wxsim, half)


def test_t10_a_number_is_no_picture(wxsim: Simulator) -> None:
    number = wxsim.world.media.put(b"12345", kind="image", app_id=wxsim.account.app_id)

    with pytest.raises(MediaError):
        fetched(wxsim, number)


def test_a_killed_token_is_replaced_before_the_address_is_tried(wxsim: Simulator, photo: Media) -> None:
    wxsim.faults.api("token_kill_other", path=GET)
    wxsim.faults.api("pic_404", path=PICTURE, times=0)

    assert fetched(wxsim, photo)
    assert len(wxsim.tokens.fetches()) == 2


def test_t24_without_the_right_the_address_is_used_and_nothing_else_asked(
    wxsim: Simulator, photo: Media, settings: Settings
) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    use_account_of(wxsim, settings)

    assert fetched(wxsim, photo) == clean_photo(PLATE)
    assert not wxsim.record.calls(GET)


def test_t24_a_right_that_was_lost_is_learned(wxsim: Simulator, photo: Media) -> None:
    wxsim.become(kind=AccountKind.UNVERIFIED_SERVICE)

    assert fetched(wxsim, photo) == fetched(wxsim, photo) == clean_photo(PLATE)
    assert not has(Capability.MEDIA)
    wxsim.assert_clean()


def test_a_picture_that_comes_ends_the_trouble_there_was(wxsim: Simulator, photo: Media) -> None:
    wxsim.faults.api("errcode", 45011, path=GET)
    fetched(wxsim, photo)
    assert WeChatCircuit.objects.get(ended_at=None).trouble == "minute_quota"

    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        fetched(wxsim, photo)

    assert not WeChatCircuit.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("fault", ["pic_404", "pic_redirect_private", "pic_bomb", "not_an_image"])
def test_t24_a_bad_address_gives_no_picture(fault: str, wxsim: Simulator, photo: Media, settings: Settings) -> None:
    wxsim.become(kind=AccountKind.PERSONAL_SUBSCRIPTION)
    use_account_of(wxsim, settings)
    wxsim.faults.api(fault, path=PICTURE)

    with pytest.raises(MediaError):
        fetched(wxsim, photo)


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1/mmbiz_jpg/1/0",
        "http://mmbiz.qpic.cn.example/1",
        "http://mmbiz.qpic.cn@127.0.0.1/1",
        "http://mmbiz.qpic.cn:8000/1",
        "file:///etc/passwd",
        "http://[::1/1",
        "",
    ],
)
def test_t24_pictures_come_from_the_platform_alone(url: str, settings: Settings) -> None:
    settings.WECHAT_PIC_HOSTS = ["mmbiz.qpic.cn"]

    with pytest.raises(MediaError):
        fetch_media("", url)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "192.168.1.1"])
def test_t24_a_listed_host_with_a_private_address_is_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in ("120.204.0.1", address)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_of, **_more: found)

    with pytest.raises(MediaError):
        public_address("mmbiz.qpic.cn")


@pytest.mark.parametrize("content", [b"", b"GIF89a", PLATE + bytes(MOST_UPLOAD_BYTES)])
def test_only_small_pictures_are_uploaded(content: bytes, wxsim: Simulator) -> None:
    with pytest.raises(MediaError):
        upload_image(content)

    assert not wxsim.record.calls()


def test_a_png_is_uploaded_whole(wxsim: Simulator) -> None:
    upload_image(grey_png(8, 8))

    assert [media.content for media in wxsim.world.media.uploads()] == [grey_png(8, 8)]
