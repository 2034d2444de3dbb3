"""What the tests of Tencent's API share: the account of the simulator in the settings, and a window that is open."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import wechatpy.crypto.cryptography  # noqa: F401  # slow at first, and a push here is answered within a second
from django.db import connections
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat.client.ledger import Scene, opened
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator


def use_account_of(wxsim: Simulator, settings: Settings) -> None:
    """Let the app be the account that the simulator plays."""
    account = wxsim.account
    settings.WECHAT_APP_ID, settings.WECHAT_APP_SECRET = account.app_id, account.secret
    settings.WECHAT_TOKEN, settings.WECHAT_AES_KEY, settings.WECHAT_GH_ID = (
        account.token,
        account.aes_key,
        account.gh_id,
    )
    settings.WECHAT_ACCOUNT_KIND = account.kind.value.replace("-", "_")
    settings.WECHAT_MODE = account.mode.value
    settings.WECHAT_API_BASE = wxsim.api_base
    settings.WECHAT_PIC_HOSTS = [wxsim.pic_base]
    mini = wxsim.mini_program
    settings.WECHAT_MINI_APP_ID, settings.WECHAT_MINI_APP_SECRET = mini.app_id, mini.secret
    settings.WECHAT_MINI_TOKEN, settings.WECHAT_MINI_AES_KEY = mini.token, mini.aes_key


def follower(wxsim: Simulator, name: str = "ada") -> Phone:
    """Return a person who follows and has just said something, on both sides."""
    phone = wxsim.phone(name)
    phone.person.is_following = True
    wxsim.quota.open(phone.open_id, "message")
    opened(open_id=phone.open_id, scene=Scene.MESSAGE, at=timezone.now())
    return phone


def at_once(actions: list[Callable[[], object]]) -> list[BaseException | None]:
    """Do several things at once in threads of their own; return what each raised."""

    def tried(action: Callable[[], object]) -> BaseException | None:
        try:
            action()
        except Exception as error:  # noqa: BLE001 - the tests look at it
            return error
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(tried, actions))
