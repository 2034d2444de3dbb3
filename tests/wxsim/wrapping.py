"""One push as bytes: signed, sealed as the account's mode says, and spoiled as the faults say."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass

from tests.wxsim.accounts import Account, Mode
from tests.wxsim.crypto import new_nonce, signature_of
from tests.wxsim.markup import Fields, as_xml

ATTACKER = "oAttackerAttackerAttacker001"
STRANGE_APP_ID, STRANGE_GH_ID = "wx00000000000bad00", "gh_000000000bad"
_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
_BOMB = f'<!DOCTYPE xml [<!ENTITY e0 "lol">{_ENTITIES}]>'
_PROLOGS = {
    "doctype": "<!DOCTYPE xml>",
    "xxe": '<!DOCTYPE xml [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>',
    "bomb": _BOMB,
}


@dataclass(frozen=True)
class Request:
    """Hold one push ready to send; `bytes_per_second` 0 sends it at once."""

    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    bytes_per_second: float = 0


def wrap(
    fields: Fields, *, account: Account, now: float, faults: Mapping[str, float], stamp: tuple[str, str] | None = None
) -> Request:
    """Return the push of the fields at a time; `stamp` is the timestamp and nonce to use again."""
    timestamp, nonce = stamp or (str(int(now + faults.get("skew", 0))), new_nonce())
    inner = _spoiled(_inner(fields, faults), faults) if "inside" in faults else _inner(fields, faults)
    is_plain = account.mode is Mode.PLAIN or "downgrade" in faults
    sealed = "" if is_plain else _sealed(inner, account, faults)
    query = _query(account, fields, timestamp, nonce, sealed, faults)
    body = inner if is_plain else _envelope(inner, fields, account, sealed, faults)
    body = body if "inside" in faults else _spoiled(body, faults)
    body, headers = _packed(body, faults)
    return Request(query, headers, body, faults.get("slow_body", 0))


def _inner(fields: Fields, faults: Mapping[str, float]) -> bytes:
    changed = dict(fields)
    if "skew" in faults:
        changed["CreateTime"] = int(str(fields["CreateTime"])) + int(faults["skew"])
    if "wrong_gh_id" in faults:
        changed["ToUserName"] = STRANGE_GH_ID
    return as_xml(changed).encode(errors="surrogatepass")


def _sealed(inner: bytes, account: Account, faults: Mapping[str, float]) -> str:
    cipher = account.safe_mode(is_old="old_key" in faults)
    return cipher.seal(inner, app_id=STRANGE_APP_ID if "wrong_appid" in faults else "")


def _envelope(inner: bytes, fields: Fields, account: Account, sealed: str, faults: Mapping[str, float]) -> bytes:
    if "compat_mismatch" in faults:
        outer = dict(fields) | {"FromUserName": ATTACKER, "Content": "体重 61.5"}
        return as_xml(outer | {"Encrypt": sealed}).encode()
    if account.mode is Mode.COMPATIBLE:
        return inner.replace(b"</xml>", f"<Encrypt><![CDATA[{sealed}]]></Encrypt></xml>".encode())
    return as_xml({"ToUserName": account.gh_id, "Encrypt": sealed}).encode()


def _query(
    account: Account, fields: Fields, timestamp: str, nonce: str, sealed: str, faults: Mapping[str, float]
) -> dict[str, str]:
    if "no_signature" in faults:
        return {"timestamp": timestamp, "nonce": nonce}
    wrong = "0" * 40
    signature = wrong if "bad_signature" in faults else signature_of(account.token, timestamp, nonce)
    open_id = str(fields["FromUserName"])
    query = {"signature": signature, "timestamp": timestamp, "nonce": nonce, "openid": open_id}
    if sealed:
        signed = wrong if "bad_msg_signature" in faults else signature_of(account.token, timestamp, nonce, sealed)
        query |= {"encrypt_type": "aes", "msg_signature": signed}
    return query


def _spoiled(xml: bytes, faults: Mapping[str, float]) -> bytes:
    """Return a document with hostile markup in it."""
    for name, prolog in _PROLOGS.items():
        if name in faults:
            entity = b"" if name == "doctype" else b"<Extra>&e9;</Extra>"
            xml = prolog.encode() + xml.replace(b"</xml>", entity + b"</xml>")
    extra = b""
    if "deep" in faults:
        extra += b"<a>" * int(faults["deep"]) + b"</a>" * int(faults["deep"])
    extra += b"<s/>" * int(faults.get("siblings", 0))
    if "dup_element" in faults:
        extra += b"<FromUserName>" + ATTACKER.encode() + b"</FromUserName><MsgType>text</MsgType><Encrypt>A</Encrypt>"
    if "bad_utf8" in faults:
        extra += b"<Extra>\xff\xfe\xc3\x28</Extra>"
    if "big_body" in faults:
        extra += b"<Extra>" + b"x" * int(faults["big_body"] * (1 << 20)) + b"</Extra>"
    return xml[: -len(b"</xml>")] + extra + b"</xml>"


def _packed(body: bytes, faults: Mapping[str, float]) -> tuple[bytes, dict[str, str]]:
    if "json_body" in faults:
        return json.dumps({"ToUserName": STRANGE_GH_ID, "MsgType": "text"}).encode(), {
            "Content-Type": "application/json"
        }
    if "gzip_body" in faults:
        return gzip.compress(body), {"Content-Type": "text/xml", "Content-Encoding": "gzip"}
    return body, {"Content-Type": "text/xml"}
