"""Official accounts and what each type of them may do."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from enum import StrEnum

from tests.wxsim.crypto import SafeMode, new_aes_key


class AccountKind(StrEnum):
    """Name the types of accounts that differ in their rights."""

    PERSONAL_SUBSCRIPTION = "personal-subscription"
    VERIFIED_SUBSCRIPTION = "verified-subscription"
    UNVERIFIED_SERVICE = "unverified-service"
    VERIFIED_SERVICE = "verified-service"
    TEST_ACCOUNT = "test-account"
    MINI_PROGRAM = "mini-program"


class Mode(StrEnum):
    """Name how pushes are wrapped."""

    PLAIN = "plain"
    COMPATIBLE = "compatible"
    SAFE = "safe"


class Right(StrEnum):
    """Name what an account may or may not do."""

    CUSTOMER_MESSAGE = "customer_message"
    MEDIA = "media"
    MENU = "menu"
    QR_SCENE = "qr_scene"
    USER_INFO = "user_info"
    OAUTH = "oauth"
    TEMPLATE = "template"
    BIZSEND = "bizsend"
    MSGMENU = "msgmenu"
    MINI_PROGRAM = "mini_program"


_SUBSCRIPTION = frozenset({Right.CUSTOMER_MESSAGE, Right.MEDIA, Right.MENU, Right.USER_INFO})
_SERVICE = _SUBSCRIPTION | {Right.QR_SCENE, Right.OAUTH, Right.TEMPLATE}
RIGHTS: dict[AccountKind, frozenset[Right]] = {
    AccountKind.PERSONAL_SUBSCRIPTION: frozenset(),
    AccountKind.VERIFIED_SUBSCRIPTION: _SUBSCRIPTION,
    AccountKind.UNVERIFIED_SERVICE: frozenset({Right.MENU}),
    AccountKind.VERIFIED_SERVICE: _SERVICE | {Right.BIZSEND, Right.MSGMENU},
    AccountKind.TEST_ACCOUNT: _SERVICE,
    AccountKind.MINI_PROGRAM: frozenset({Right.MINI_PROGRAM, Right.CUSTOMER_MESSAGE, Right.MEDIA, Right.BIZSEND}),
}


@dataclass
class Account:
    """Hold one account as its console shows it."""

    app_id: str
    gh_id: str
    secret: str = field(default_factory=lambda: secrets.token_hex(16))
    token: str = field(default_factory=lambda: secrets.token_hex(12))
    aes_key: str = field(default_factory=new_aes_key)
    previous_aes_key: str = ""
    kind: AccountKind = AccountKind.VERIFIED_SERVICE
    mode: Mode = Mode.SAFE
    webhook: str = ""

    @property
    def rights(self) -> frozenset[Right]:
        """Return what the account may do."""
        return RIGHTS[self.kind]

    def become(self, *, kind: AccountKind | None = None, mode: Mode | None = None) -> None:
        """Change type or mode; raises ValueError for encryption on a test account, which has none."""
        kind, mode = kind or self.kind, mode or self.mode
        if kind is AccountKind.TEST_ACCOUNT and mode is not Mode.PLAIN:
            raise ValueError("a test account pushes in plain text only")
        self.kind, self.mode = kind, mode

    def safe_mode(self, *, is_old: bool = False) -> SafeMode:
        """Return the cipher of the current key, or of the one before it."""
        return SafeMode(aes_key=(self.previous_aes_key if is_old else "") or self.aes_key, app_id=self.app_id)

    def secrets_by_name(self) -> dict[str, str]:
        """Return what must never stand in a log, by a name that may."""
        named = {"secret": self.secret, "token": self.token, "aes_key": self.aes_key}
        return named | ({"previous_aes_key": self.previous_aes_key} if self.previous_aes_key else {})
