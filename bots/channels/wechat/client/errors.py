"""What can come of a call to WeChat; no text of these errors holds an address, a token or anybody's id.

WeChatError
├── NoAnswerError   nothing that can be used came back
│   └── NoTokenError  no token came, so the call was not made
├── RefusedError    the platform answered with an error code
├── StoppedError    the call was not made: the account may not, or a trouble is open
├── MediaError      there is no picture to be had
└── SendRefused     a message did not go out, with the reason that decides what happens to it
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Say why a message did not go out."""

    WINDOW_CLOSED = "window_closed"
    QUOTA_SPENT = "quota_spent"
    NOT_ALLOWED = "not_allowed"
    UNREACHABLE = "unreachable"
    TOO_LONG = "too_long"
    UNAVAILABLE = "unavailable"
    STOPPED = "stopped"


class WeChatError(Exception):
    """Say that something with WeChat did not work."""


class NoAnswerError(WeChatError):
    """Say that no answer came that can be used; `kind` is one of a few words.

    `may_have_arrived` is False where the call surely never reached the platform.
    """

    def __init__(self, kind: str, *, may_have_arrived: bool = True) -> None:
        """Keep what went wrong."""
        super().__init__(kind)
        self.kind = kind
        self.may_have_arrived = may_have_arrived


class NoTokenError(NoAnswerError):
    """Say that no token came for a call, which therefore was not made."""

    def __init__(self, kind: str) -> None:
        """Keep what went wrong; nothing can have arrived."""
        super().__init__(kind, may_have_arrived=False)


class RefusedError(WeChatError):
    """Carry the platform's error code and the number that its support asks for."""

    def __init__(self, code: int, *, path: str, request_number: str = "", server_address: str = "") -> None:
        """Keep the code; the platform's own sentence is read for these facts and dropped."""
        super().__init__(f"{path}: {code}")
        self.code = code
        self.path = path
        self.request_number = request_number
        self.server_address = server_address


class StoppedError(WeChatError):
    """Say that a call was not made; `trouble` names why."""

    def __init__(self, trouble: str) -> None:
        """Keep the trouble."""
        super().__init__(trouble)
        self.trouble = trouble


class MediaError(WeChatError):
    """Say that a picture could not be had, or is none."""


class SendRefused(WeChatError):
    """Say why a message did not go out; `may_have_arrived` when nobody knows whether it did."""

    def __init__(self, reason: Reason, *, may_have_arrived: bool = False) -> None:
        """Keep the reason."""
        super().__init__(reason.value)
        self.reason = reason
        self.may_have_arrived = may_have_arrived
