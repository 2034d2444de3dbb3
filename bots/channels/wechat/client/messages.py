"""What goes to a person by itself: customer messages and the words that somebody is typing."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from bots.channels.wechat.account import Capability
from bots.channels.wechat.client import ledger
from bots.channels.wechat.client.calls import account_that_may, call
from bots.channels.wechat.client.errors import (
    NoAnswerError,
    Reason,
    RefusedError,
    SendRefused,
    StoppedError,
    WeChatError,
)
from bots.channels.wechat.client.reactions import NO_RIGHT, SYSTEM_BUSY
from bots.models.wechat_api import Trouble

MOST_BYTES = 2048
_SEND = "/cgi-bin/message/custom/send"
_TYPING = "/cgi-bin/message/custom/typing"
_STOPPED = frozenset({40001, 40013, 40014, 40125, 40164, 42001, 45009, 45011, 48004, 61004, 61007, 89501, 89503})
REASONS: Mapping[int, Reason] = {
    45015: Reason.WINDOW_CLOSED,
    45047: Reason.QUOTA_SPENT,
    43101: Reason.QUOTA_SPENT,
    45002: Reason.TOO_LONG,
    SYSTEM_BUSY: Reason.UNAVAILABLE,
    **dict.fromkeys((40003, 43004, 43019, 46004, 48002, 50002, 50005), Reason.UNREACHABLE),
    **dict.fromkeys(NO_RIGHT, Reason.NOT_ALLOWED),
    **dict.fromkeys(_STOPPED, Reason.STOPPED),
}
_POLL_SECONDS, _POLLS = 0.1, 30
"""For whoever sends to the same person at the same moment."""


def send_text(*, open_id: str, text: str) -> None:
    """Send one customer message; it takes one out of the person's quota.

    Raises SendRefused with the reason. Never call it in a transaction.
    """
    if not text or len(text.encode()) > MOST_BYTES:
        raise SendRefused(Reason.TOO_LONG)
    _send(open_id, {"msgtype": "text", "text": {"content": text}})


def send_image(*, open_id: str, media_id: str) -> None:
    """Send a picture that was uploaded within three days; raises as `send_text` does."""
    _send(open_id, {"msgtype": "image", "image": {"media_id": media_id}})


def typing(open_id: str) -> None:
    """Show for some seconds that an answer is being written, where the platform lets it; a failure changes nothing."""
    if not ledger.is_open(open_id):
        return
    try:
        account_that_may(Capability.CUSTOMER_MESSAGE)
        # Typing is a right of its own: its refusal says nothing of messages.
        call(
            path=_TYPING,
            json_body={"touser": open_id, "command": "Typing"},
            is_repeatable=False,
        )
    except WeChatError:
        return


def _send(open_id: str, message: Mapping[str, Any]) -> None:
    try:
        account_that_may(Capability.CUSTOMER_MESSAGE)
    except StoppedError as error:
        raise SendRefused(Reason.NOT_ALLOWED) from error
    _reserve(open_id)
    refused: SendRefused | None = None
    try:
        call(
            path=_SEND,
            capability=Capability.CUSTOMER_MESSAGE,
            json_body={"touser": open_id, **message},
            is_repeatable=False,
        )
    except WeChatError as error:
        refused = refusal_of(error)
    _settle(open_id, refused)
    if refused is not None:
        raise refused


def _reserve(open_id: str) -> None:
    """Wait for whatever is on its way to the same person; raises SendRefused when nothing may go."""
    for _ in range(_POLLS):
        if ledger.reserve(open_id):
            return
        if not ledger.is_open(open_id):
            raise SendRefused(Reason.WINDOW_CLOSED)
        if not ledger.remaining(open_id):
            raise SendRefused(Reason.QUOTA_SPENT)
        time.sleep(_POLL_SECONDS)
    raise SendRefused(Reason.UNAVAILABLE)


def refusal_of(error: WeChatError) -> SendRefused:
    """Return why a message did not go out; a code that nobody foresaw is not tried again."""
    if isinstance(error, NoAnswerError):
        return SendRefused(Reason.UNAVAILABLE, may_have_arrived=error.may_have_arrived)
    if isinstance(error, RefusedError):
        return SendRefused(REASONS.get(error.code, Reason.NOT_ALLOWED))
    is_right = isinstance(error, StoppedError) and error.trouble == Trouble.RIGHT_MISSING
    return SendRefused(Reason.NOT_ALLOWED if is_right else Reason.STOPPED)


def _settle(open_id: str, refused: SendRefused | None) -> None:
    if refused is not None and refused.reason is Reason.WINDOW_CLOSED:
        ledger.closed(open_id)
    elif refused is not None and refused.reason is Reason.QUOTA_SPENT:
        ledger.spent(open_id)
    else:
        ledger.settled(open_id, is_given_back=refused is not None and not refused.may_have_arrived)
