"""What the app sends by itself: customer messages, typing, templates and notices."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from typing import Any

from tests.wxsim import messages
from tests.wxsim.accounts import Account, Right
from tests.wxsim.api.calls import ApiError, Asked, Route, Routes, Told, fine
from tests.wxsim.people import Person

MOST_BYTES_OF_TEXT = 2048
_WITH_MEDIA = frozenset({"image", "voice", "video"})
_LIMITS = {
    "thing": 20,
    "number": 32,
    "phrase": 5,
    "name": 10,
    "character_string": 32,
    "time": 40,
    "date": 40,
    "letter": 32,
}


def send(asked: Asked) -> Told:
    """Show a person one customer message, if the ledger allows it."""
    data = asked.json()
    if asked.is_escaped:
        raise ApiError(40033)
    person = asked.person(data.get("touser"))
    text, media_id = _content(asked, data)
    _refuse_unreachable(asked.account, person)
    with asked.world.lock:
        code = asked.world.quota.spend(person.open_id(asked.account.app_id))
    asked.world.record.add("ledger", asked.world.clock.now(), person=person.name, cause="send", refused=code)
    if code:
        raise ApiError(code)
    asked.world.show(person, kind=str(data["msgtype"]), text=text, source="customer", media_id=media_id)
    return fine()


def _refuse_unreachable(account: Account, person: Person) -> None:
    if Right.MINI_PROGRAM not in account.rights and (not person.is_following or person.has_blocked):
        raise ApiError(45015)
    if person.has_messages_off:
        raise ApiError(48002)


def _content(asked: Asked, data: Mapping[str, Any]) -> tuple[str, str]:
    """Return the words and the media id of a message; raises ApiError for one that cannot be."""
    kind = str(data.get("msgtype", ""))
    part = data.get(kind)
    if not isinstance(part, dict):
        raise ApiError(40008 if kind not in _KINDS else 47001)
    if kind in _WITH_MEDIA:
        media_id = str(part.get("media_id", ""))
        if asked.world.media.get(media_id, app_id=asked.account.app_id) is None:
            raise ApiError(40007)
        return "", media_id
    if kind == "msgmenu" and Right.MSGMENU not in asked.account.rights:
        raise ApiError(40200)
    if kind == "news" and len(part.get("articles", [])) != 1:
        raise ApiError(45008)
    if kind not in _KINDS:
        raise ApiError(40008)
    return _words(_KINDS[kind](part)), ""


def _words(text: str) -> str:
    if not text:
        raise ApiError(44004)
    if len(text.encode()) > MOST_BYTES_OF_TEXT:
        raise ApiError(45002)
    return text


def _menu_text(part: Mapping[str, Any]) -> str:
    entries = [str(entry.get("content", "")) for entry in part.get("list", [])]
    return "\n".join([str(part.get("head_content", "")), *entries, str(part.get("tail_content", ""))]).strip()


_KINDS = {
    "text": lambda part: str(part.get("content", "")),
    "news": lambda part: str(part["articles"][0].get("title", "")),
    "link": lambda part: str(part.get("title", "")),
    "miniprogrampage": lambda part: str(part.get("title", "")),
    "music": lambda part: str(part.get("title", "")),
    "mpnews": lambda part: str(part.get("media_id", "")),
    "msgmenu": _menu_text,
}


def typing(asked: Asked) -> Told:
    """Show or end the words that somebody is typing."""
    data = asked.json()
    person = asked.person(data.get("touser"))
    if data.get("command") not in ("Typing", "CancelTyping"):
        raise ApiError(45072)
    open_id = person.open_id(asked.account.app_id)
    if not asked.world.quota.is_open(open_id):
        raise ApiError(45080)
    is_typing = data["command"] == "Typing"
    if is_typing and open_id in asked.world.typing:
        raise ApiError(45081)
    (asked.world.typing.add if is_typing else asked.world.typing.discard)(open_id)
    return fine()


def template(asked: Asked) -> Told:
    """Show a template message to a follower and tell later how it fared."""
    data = asked.json()
    person, template_id = _noticed(asked, data)
    if not person.is_following:
        raise ApiError(43004)
    message_id = secrets.randbelow(10**18)
    asked.world.show(person, kind="template", text=_values(data), source="template")
    asked.world.push_later(person, messages.template_finished(message_id=message_id), asked.account)
    asked.world.record.add("template", asked.world.clock.now(), person=person.name, template=template_id)
    return fine(msgid=message_id)


def notice(asked: Asked) -> Told:
    """Show a notice that the person accepted, and take one acceptance away."""
    data = asked.json()
    person, template_id = _noticed(asked, data)
    _check_lengths(data.get("data", {}))
    with asked.world.lock:
        if person.has_blocked or person.notice_credits.get(template_id, 0) < 1:
            raise ApiError(43101)
        person.notice_credits[template_id] -= 1
    message_id = secrets.randbelow(10**18)
    asked.world.show(person, kind="notice", text=_values(data), source="notice")
    sent = messages.notice_sent(template_id=template_id, message_id=message_id)
    asked.world.push_later(person, sent, asked.account)
    return fine(msgid=message_id) if Right.MINI_PROGRAM in asked.account.rights else fine()


def _noticed(asked: Asked, data: Mapping[str, Any]) -> tuple[Person, str]:
    person, template_id = asked.person(data.get("touser")), str(data.get("template_id", ""))
    if template_id not in asked.world.templates:
        raise ApiError(40037)
    if not isinstance(data.get("data"), dict):
        raise ApiError(47003)
    return person, template_id


def _check_lengths(fields: Mapping[str, Any]) -> None:
    for name, part in fields.items():
        limit = _LIMITS.get(re.sub(r"\d+$", "", name))
        if limit is None or not isinstance(part, dict) or not 0 < len(str(part.get("value", ""))) <= limit:
            raise ApiError(47003)


def _values(data: Mapping[str, Any]) -> str:
    return "\n".join(str(part.get("value", "")) for part in data["data"].values() if isinstance(part, dict))


ROUTES: Routes = {
    "/cgi-bin/message/custom/send": Route(send, right=Right.CUSTOMER_MESSAGE),
    "/cgi-bin/message/custom/typing": Route(typing, right=Right.CUSTOMER_MESSAGE),
    "/cgi-bin/message/custom/business/typing": Route(typing, right=Right.MINI_PROGRAM),
    "/cgi-bin/message/template/send": Route(template, right=Right.TEMPLATE),
    "/cgi-bin/message/subscribe/bizsend": Route(notice, right=Right.BIZSEND),
    "/cgi-bin/message/subscribe/send": Route(notice, right=Right.MINI_PROGRAM),
}
