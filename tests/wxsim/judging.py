"""What the platform makes of an answer to a push, and what it finds wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tests.wxsim.accounts import Account, Mode
from tests.wxsim.crypto import signature_of
from tests.wxsim.markup import Fields, root_of, texts_of
from tests.wxsim.posting import Answer

FAULT_TEXT = "该公众号提供的服务出现故障，请稍后再试"
MOST_BYTES_OF_TEXT = 2048
KINDS = frozenset({"text", "image", "voice", "video", "music", "news", "transfer_customer_service"})


class Verdict(StrEnum):
    """Name what became of one attempt."""

    SILENT = "silent"
    SHOWN = "shown"
    FAULT = "fault"
    TIMED_OUT = "timed out"
    BROKEN = "broken"
    REFUSED = "refused"
    LOST = "lost"


@dataclass(frozen=True)
class Judgement:
    """Hold the verdict, what the person reads, and the rule that was broken, if one was."""

    verdict: Verdict
    kind: str = ""
    text: str = ""
    media_id: str = ""
    problem: str = ""


def judge(answer: Answer, *, fields: Fields, account: Account, is_old_key: bool = False) -> Judgement:
    """Return what the platform makes of an answer to the push of these fields."""
    if answer.status >= 500:
        return Judgement(Verdict.BROKEN, problem=f"status {answer.status}")
    if answer.status >= 400:
        return Judgement(Verdict.REFUSED, problem=f"status {answer.status}")
    if answer.status != 200:
        return Judgement(Verdict.FAULT, problem=f"status {answer.status}")
    if answer.body.strip() in (b"", b"success"):
        return Judgement(Verdict.SILENT)
    try:
        reply = _opened(answer.body, account, is_old_key)
        return _reply(reply, texts_of(reply), fields)
    except ValueError as error:
        return Judgement(Verdict.FAULT, problem=str(error))


def _opened(body: bytes, account: Account, is_old_key: bool) -> bytes:
    """Return the XML inside; raises ValueError for an envelope that is wrong or missing."""
    outer = texts_of(body)
    if "Encrypt" not in outer:
        if account.mode is Mode.SAFE:
            raise ValueError("a plain reply to an account in safe mode")
        return body
    if account.mode is Mode.PLAIN:
        raise ValueError("a sealed reply to an account in plain mode")
    sealed, stamp, nonce = outer["Encrypt"], outer.get("TimeStamp", ""), outer.get("Nonce", "")
    if not stamp.isdigit() or not nonce:
        raise ValueError("a sealed reply without TimeStamp or Nonce")
    if outer.get("MsgSignature") != signature_of(account.token, stamp, nonce, sealed):
        raise ValueError("a sealed reply with a wrong MsgSignature")
    return account.safe_mode(is_old=is_old_key).open(sealed)


def _reply(xml: bytes, reply: Mapping[str, str], fields: Fields) -> Judgement:
    if (reply.get("ToUserName"), reply.get("FromUserName")) != (fields["FromUserName"], fields["ToUserName"]):
        raise ValueError("the names of a reply are not those of the push, swapped")
    kind = reply.get("MsgType", "")
    if kind not in KINDS:
        raise ValueError("a kind of reply that there is not")
    if not reply.get("CreateTime", "").isdigit():
        raise ValueError("a reply without CreateTime")
    if kind == "text":
        return _text(reply.get("Content", ""))
    if kind == "news":
        return _news(xml)
    if kind == "transfer_customer_service":
        return Judgement(Verdict.SILENT, kind=kind)
    media_id = root_of(xml).findtext(f"{kind.capitalize()}/MediaId", "")
    return Judgement(Verdict.SHOWN, kind=kind, media_id=media_id)


def _text(content: str) -> Judgement:
    if not content:
        raise ValueError("a text reply without text")
    if len(content.encode()) > MOST_BYTES_OF_TEXT:
        raise ValueError(f"a text reply of {len(content.encode())} bytes")
    return Judgement(Verdict.SHOWN, kind="text", text=content)


def _news(xml: bytes) -> Judgement:
    articles = root_of(xml).findall("Articles/item")
    if len(articles) != 1:
        raise ValueError(f"a news reply of {len(articles)} articles")
    return Judgement(Verdict.SHOWN, kind="news", text=articles[0].findtext("Title", ""))
