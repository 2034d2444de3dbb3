"""The official account and the mini program of this deployment, and what each may do.

What an account may do follows from its type. Where the platform says otherwise (48001, 40200), the capability is
lowered for a week and then tried again: rights come and go with verification and irregularities.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.db import models
from django.utils import timezone

from bots.models import WeChatLimit

ASKED_AGAIN_AFTER = timedelta(days=7)


class AccountKind(StrEnum):
    """Name the types of official accounts that differ in their rights."""

    PERSONAL_SUBSCRIPTION = "personal_subscription"
    VERIFIED_SUBSCRIPTION = "verified_subscription"
    UNVERIFIED_SERVICE = "unverified_service"
    VERIFIED_SERVICE = "verified_service"
    TEST_ACCOUNT = "test_account"


class Mode(StrEnum):
    """Name how pushes are wrapped."""

    PLAIN = "plain"
    COMPATIBLE = "compatible"
    SAFE = "safe"


class Capability(StrEnum):
    """Name what an account may or may not do."""

    CUSTOMER_MESSAGE = "customer_message"
    MEDIA = "media"
    QR_SCENE = "qr_scene"
    MENU_API = "menu_api"
    USER_INFO = "user_info"
    OAUTH = "oauth"
    TEMPLATE = "template"
    BIZSEND = "bizsend"
    MSGMENU = "msgmenu"
    ENCRYPTION = "encryption"


_SUBSCRIPTION = frozenset(
    {Capability.CUSTOMER_MESSAGE, Capability.MEDIA, Capability.MENU_API, Capability.USER_INFO, Capability.ENCRYPTION}
)
_SERVICE = _SUBSCRIPTION | {Capability.QR_SCENE, Capability.OAUTH, Capability.TEMPLATE}
PROFILES: dict[AccountKind, frozenset[Capability]] = {
    AccountKind.PERSONAL_SUBSCRIPTION: frozenset({Capability.ENCRYPTION}),
    AccountKind.VERIFIED_SUBSCRIPTION: _SUBSCRIPTION,
    AccountKind.UNVERIFIED_SERVICE: frozenset({Capability.MENU_API, Capability.ENCRYPTION}),
    AccountKind.VERIFIED_SERVICE: _SERVICE | {Capability.BIZSEND, Capability.MSGMENU},
    AccountKind.TEST_ACCOUNT: _SERVICE - {Capability.ENCRYPTION},
}


@dataclass(frozen=True, kw_only=True)
class Account:
    """Hold what an official account, its operator and this server know together; shows none of its secrets."""

    app_id: str
    secret: str = field(default="", repr=False)
    gh_id: str = ""
    token: str = field(repr=False)
    aes_key: str = field(default="", repr=False)
    previous_aes_key: str = field(default="", repr=False)
    kind: AccountKind = AccountKind.PERSONAL_SUBSCRIPTION
    mode: Mode = Mode.SAFE
    api_base: str = "https://api.weixin.qq.com"
    pic_hosts: tuple[str, ...] = ()

    @property
    def key(self) -> bytes:
        """Return the 32 bytes of the AES key in use."""
        return key_bytes(self.aes_key)

    @property
    def keys(self) -> tuple[bytes, ...]:
        """Return the keys that may open a push: the one in use, then the one before it where there is one."""
        return tuple(key_bytes(each) for each in (self.aes_key, self.previous_aes_key) if each)


@dataclass(frozen=True, kw_only=True)
class MiniProgram:
    """Hold what the mini program and this server know together; shows no secret."""

    app_id: str
    secret: str = field(repr=False)
    api_base: str = "https://api.weixin.qq.com"


def key_bytes(aes_key: str) -> bytes:
    """Return the 32 bytes of an EncodingAESKey; raises ValueError unless it is 43 characters of base64."""
    key = base64.b64decode(aes_key + "=", validate=True)
    if len(key) != 32:
        raise ValueError("an AES key of WeChat has 43 characters")
    return key


def the_account() -> Account | None:
    """Return the account of the settings, None without one."""
    if not settings.WECHAT_APP_ID:
        return None
    return Account(
        app_id=settings.WECHAT_APP_ID,
        secret=settings.WECHAT_APP_SECRET,
        gh_id=settings.WECHAT_GH_ID,
        token=settings.WECHAT_TOKEN,
        aes_key=settings.WECHAT_AES_KEY,
        previous_aes_key=settings.WECHAT_PREVIOUS_AES_KEY,
        kind=AccountKind(settings.WECHAT_ACCOUNT_KIND),
        mode=Mode(settings.WECHAT_MODE),
        api_base=settings.WECHAT_API_BASE,
        pic_hosts=tuple(settings.WECHAT_PIC_HOSTS),
    )


def the_mini_account() -> Account | None:
    """Return the mini program as what pushes to us, always sealed; None where its pushes are not set up."""
    if not settings.WECHAT_MINI_TOKEN:
        return None
    return Account(
        app_id=settings.WECHAT_MINI_APP_ID,
        secret=settings.WECHAT_MINI_APP_SECRET,
        token=settings.WECHAT_MINI_TOKEN,
        aes_key=settings.WECHAT_MINI_AES_KEY,
        api_base=settings.WECHAT_API_BASE,
    )


def the_mini_program() -> MiniProgram | None:
    """Return the mini program of the settings, None without one."""
    if not settings.WECHAT_MINI_APP_ID:
        return None
    return MiniProgram(
        app_id=settings.WECHAT_MINI_APP_ID,
        secret=settings.WECHAT_MINI_APP_SECRET,
        api_base=settings.WECHAT_API_BASE,
    )


def may_be_sent(account: Account) -> bool:
    """Tell whether accounts of this type may send customer messages, whatever the platform said of this one."""
    return Capability.CUSTOMER_MESSAGE in PROFILES[account.kind]


def may_remind() -> bool:
    """Tell whether the account is of a type that may write first; without an account nothing stands against it."""
    account = the_account()
    return account is None or bool({Capability.CUSTOMER_MESSAGE, Capability.BIZSEND} & PROFILES[account.kind])


def may_scan() -> bool:
    """Tell whether the account is of a type that has codes to scan; without an account nothing stands against it."""
    account = the_account()
    return account is None or Capability.QR_SCENE in PROFILES[account.kind]


def has(capability: Capability) -> bool:
    """Tell whether the account may do something: its type allows it and the platform has not refused it this week.

    What is done by calls needs the AppSecret too.
    """
    account = the_account()
    if account is None or capability not in PROFILES[account.kind]:
        return False
    if capability is Capability.ENCRYPTION:
        return True
    return bool(account.secret) and not _limits(account.app_id).filter(capability=capability).exists()


def _limits(app_id: str) -> models.QuerySet[WeChatLimit]:
    return WeChatLimit.objects.filter(app_id=app_id, learned_at__gt=timezone.now() - ASKED_AGAIN_AFTER)


def lower(*, app_id: str, capability: Capability, code: int) -> bool:
    """Note that the platform refused a capability; tell whether that is news."""
    was_known = _limits(app_id).filter(capability=capability).exists()
    WeChatLimit.objects.update_or_create(
        app_id=app_id, capability=capability, defaults={"code": code, "learned_at": timezone.now()}
    )
    return not was_known


def forget_limits(limits: Iterable[WeChatLimit]) -> int:
    """Let the platform be asked for these rights again; return how many there were."""
    return WeChatLimit.objects.filter(pk__in=[limit.pk for limit in limits]).delete()[0]


def open_id_hash(open_id: str) -> str:
    """Return the keyed hash by which rows and logs know an open id."""
    return hmac.digest(settings.SECRET_KEY.encode(), f"wechat.open_id:{open_id}".encode(), hashlib.sha256).hex()
