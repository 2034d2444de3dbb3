"""What WeChat pushes, as typed values: the outer and the inner XML, and the message in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from bots.dialogue.messages import Event, Incoming

MOST_BYTES = 64 * 1024
_MOST_ELEMENTS = 200
_NO_TEXT = "【收到不支持的消息类型，暂无法显示】"
_FAR = timedelta(days=2)
_EVENTS = {"image": Event.PHOTO, "voice": Event.VOICE}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Push:
    """Hold one push: whose it is, for which account, and the message when it is one that is answered."""

    open_id: str
    account_id: str
    incoming: Incoming | None


def fields_of(xml: str) -> Mapping[str, str]:
    """Return the fields of an XML push; raises ValueError for anything else, and for more than a push ever holds."""
    if "<!" in xml.replace("<![CDATA[", ""):
        raise ValueError("a push has no document type")
    try:
        root = ElementTree.fromstring(xml)  # noqa: S314 - without a document type there are no entities to expand
    except ElementTree.ParseError as error:
        raise ValueError("a push is XML") from error
    if root.tag != "xml" or sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise ValueError("a push is one flat element")
    return {field.tag: (field.text or "").strip() for field in root}


def push_of(fields: Mapping[str, str], *, now: datetime) -> Push | None:
    """Return the push that the fields hold, or None for a shape that is not known."""
    open_id, account_id, kind = (fields.get(name, "") for name in ("FromUserName", "ToUserName", "MsgType"))
    if not open_id or not account_id or not kind:
        return None
    return Push(open_id, account_id, _incoming(fields, kind.lower(), now))


def answer_xml(text: str, push: Push, *, now: datetime) -> str:
    """Return the inner XML of a text answer."""
    safe = _CONTROL.sub("", text).replace("]]>", "]]]]><![CDATA[>")
    return (
        f"<xml><ToUserName><![CDATA[{push.open_id}]]></ToUserName>"
        f"<FromUserName><![CDATA[{push.account_id}]]></FromUserName><CreateTime>{int(now.timestamp())}</CreateTime>"
        f"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{safe}]]></Content></xml>"
    )


def _incoming(fields: Mapping[str, str], kind: str, now: datetime) -> Incoming | None:
    at = _sent_at(fields.get("CreateTime", ""), now)
    if kind == "event":
        joined = fields.get("Event", "").lower() == "subscribe"
        return Incoming(message_id=_event_key(fields), at=at, event=Event.JOINED) if joined else None
    if not fields.get("MsgId"):
        return None
    key = _key(fields, "MsgId")
    text = fields.get("Content", "")
    if kind == "text" and text != _NO_TEXT:
        return Incoming(message_id=key, at=at, text=text)
    return Incoming(message_id=key, at=at, event=_EVENTS.get(kind, Event.UNREADABLE))


def _event_key(fields: Mapping[str, str]) -> str:
    return _key(fields, "CreateTime", "Event", "EventKey", "MsgID", "Ticket")


def _key(fields: Mapping[str, str], *names: str) -> str:
    """Return what makes a push the same when it comes again; message ids are unique only within one person."""
    parts = (fields.get(name, "") for name in ("ToUserName", "FromUserName", *names))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _sent_at(seconds: str, now: datetime) -> datetime:
    """Return when the person sent it, or now when the platform's clock says something impossible."""
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= 11):
        return now
    at = datetime.fromtimestamp(int(seconds), UTC)
    return at if abs(now - at) < _FAR else now
