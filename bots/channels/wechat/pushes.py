"""What WeChat pushes, as typed values: whose push it is, what it opens, and the message in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bots.channels.wechat.photos import sealed_source
from bots.channels.wechat.texts import without_faces
from bots.dialogue.messages import Event, Incoming, SentPhoto

MOST_LETTERS = 64
"""An open id has 28; a longer one is nobody's."""
EVENT_KEYS = f"{'0' * 20}-"
"""How the keys of events begin. Nobody writes before they follow: of one second the event came before the message."""
_NO_TEXT = "收到不支持的消息类型"
_NEAR = timedelta(minutes=10)
"""How far the platform's clock may be from ours to tell when something was sent."""
_KINDS = {
    "image": Event.PHOTO,
    "voice": Event.VOICE,
    "video": Event.VIDEO,
    "shortvideo": Event.VIDEO,
    "file": Event.FILE,
    "link": Event.LINK,
    "location": Event.LOCATION,
}
_EVENTS = {
    "subscribe": Event.JOINED,
    "unsubscribe": Event.LEFT,
    "scan": Event.SCANNED,
    "click": Event.CLICKED,
    "user_authorization_revoke": Event.REVOKED,
    "user_authorization_cancellation": Event.CANCELLED,
}
OF_THE_PLATFORM = frozenset({Event.REVOKED, Event.CANCELLED})
ONLY_OF_THE_KNOWN = frozenset({Event.LEFT, *OF_THE_PLATFORM})
"""What concerns nobody who was not known before; no person is made for it."""


@dataclass(frozen=True, kw_only=True)
class Push:
    """Hold one push: who sent it, to which account, about whom, and the message, None where nothing is answered.

    `app_id` is told where an event of the platform may be about somebody at another app than the one it is pushed to.
    """

    sender: str
    account_id: str
    open_id: str
    app_id: str
    incoming: Incoming | None
    sent_at: datetime


def push_of(fields: Mapping[str, str], *, now: datetime) -> Push | None:
    """Return the push that the fields hold, or None for a shape that is not known."""
    sender, account_id, kind = (fields.get(name, "") for name in ("FromUserName", "ToUserName", "MsgType"))
    if not sender or len(sender) > MOST_LETTERS or not account_id or not kind:
        return None
    at = _sent_at(fields.get("CreateTime", ""), now)
    incoming = _event(fields, at) if kind.lower() == "event" else _message(fields, kind.lower(), at)
    is_of_platform = incoming is not None and incoming.event in OF_THE_PLATFORM
    open_id = fields.get("OpenID", "") if is_of_platform else sender
    return Push(
        sender=sender,
        account_id=account_id,
        open_id=open_id,
        app_id=fields.get("AppID", "") if is_of_platform else "",
        incoming=incoming if 0 < len(open_id) <= MOST_LETTERS else None,
        sent_at=at,
    )


def _message(fields: Mapping[str, str], kind: str, at: datetime) -> Incoming | None:
    if not fields.get("MsgId"):
        return None
    # Of two messages of one second the one with the lower number was sent first.
    number = fields["MsgId"]
    key = f"{number.rjust(20, '0')}-{_key(fields, 'MsgId')[:40]}" if _is_number(number) else _key(fields, "MsgId")
    text = without_faces(fields.get("Content", ""))
    if kind != "text":
        return Incoming(message_id=key, at=at, event=_KINDS.get(kind, Event.UNREADABLE), photo=_photo(fields, kind))
    if _NO_TEXT in text:
        return Incoming(message_id=key, at=at, event=Event.STICKER)
    return Incoming(message_id=key, at=at, text=text)


def _photo(fields: Mapping[str, str], kind: str) -> SentPhoto | None:
    media_id, address = fields.get("MediaId", ""), fields.get("PicUrl", "")
    if kind != "image" or not (media_id or address):
        return None
    return SentPhoto(sealed=sealed_source(media_id=media_id[:256], address=address[:1024]))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 20


def _event(fields: Mapping[str, str], at: datetime) -> Incoming | None:
    event = _EVENTS.get(fields.get("Event", "").lower())
    if event is None:
        return None
    argument = fields.get("RevokeInfo" if event is Event.REVOKED else "EventKey", "")
    # An event has no id of its own; two of one second differ in what they are about.
    key = _key(fields, "CreateTime", "Event", "EventKey", "MsgID", "Ticket", "AppID", "OpenID", "RevokeInfo")
    return Incoming(
        message_id=f"{EVENT_KEYS}{key[:40]}", at=at, event=event, argument=argument.removeprefix("qrscene_")
    )


def _key(fields: Mapping[str, str], *names: str) -> str:
    """Return what makes a push the same when it comes again; message ids are unique only within one person."""
    parts = (fields.get(name, "") for name in ("ToUserName", "FromUserName", *names))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _sent_at(seconds: str, now: datetime) -> datetime:
    """Return when the person sent it, or now when the platform's clock tells another time than ours."""
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= 11):
        return now
    at = datetime.fromtimestamp(int(seconds), UTC)
    return at if abs(now - at) <= _NEAR else now
