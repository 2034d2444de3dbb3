"""How a push is wrapped: who signed it, how large and how deep it may be, and what is sealed in it.

Only the AES is wechatpy's; the frame around it is checked here. Whatever is wrong is one error, which tells nobody why;
its reason is counted for the operator. Signatures are SHA-1 over the sorted parts, as the platform prescribes, compared
in constant time before anything is opened.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bots.channels.wechat.account import Account, Mode
from bots.channels.wechat.markup import MarkupError, fields_of

WINDOW_SECONDS = 600
_BLOCK = 32
"""WeChat pads to 32 bytes, although a block of AES has 16."""


class Fault(StrEnum):
    """Name what was wrong with a push, for the operator's count."""

    SIGNATURE = "signature"
    TIME = "time"
    ADDRESS = "address"
    DOWNGRADE = "downgrade"
    MARKUP = "markup"
    SEAL = "seal"
    ACCOUNT = "account"


class EnvelopeError(Exception):
    """Say that a push is not from the platform, or not for this account; the caller is never told why."""

    def __init__(self, fault: Fault) -> None:
        """Keep what was wrong, for the count."""
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, kw_only=True)
class Opened:
    """Hold the fields of a push, its XML, and the key that opened it: None for one that was not sealed."""

    fields: Mapping[str, str]
    xml: str
    key: bytes | None


def signature_of(*parts: str) -> str:
    """Return the SHA-1 of the sorted parts, in hexadecimal."""
    return hashlib.sha1("".join(sorted(parts)).encode(errors="replace"), usedforsecurity=False).hexdigest()


def is_signed(signature: str, *parts: str) -> bool:
    """Tell, in constant time, whether the signature is that of the parts."""
    return hmac.compare_digest(signature.encode(errors="replace"), signature_of(*parts).encode())


def check_query(query: Mapping[str, str], *, account: Account, now: datetime) -> None:
    """Raise EnvelopeError unless the address was signed with the account's token a short while ago."""
    timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 11 and 0 < len(nonce) <= 64):
        raise EnvelopeError(Fault.SIGNATURE)
    if not is_signed(query.get("signature", ""), account.token, timestamp, nonce):
        raise EnvelopeError(Fault.SIGNATURE)
    if abs(now.timestamp() - int(timestamp)) > WINDOW_SECONDS:
        raise EnvelopeError(Fault.TIME)


def check_address(address: str, *, account: Account, networks: Sequence[str]) -> None:
    """Raise EnvelopeError in plain mode, where anybody may write a body, for an address that is not listed.

    Without a list every address is taken.
    """
    if account.mode is not Mode.PLAIN or not networks:
        return
    try:
        is_listed = any(ipaddress.ip_address(address) in ipaddress.ip_network(each) for each in networks)
    except ValueError:
        is_listed = False
    if not is_listed:
        raise EnvelopeError(Fault.ADDRESS)


def opened_push(body: bytes, query: Mapping[str, str], *, account: Account) -> Opened:
    """Return what is in a push; where the account's mode seals, only what was sealed counts.

    Raises EnvelopeError for what is not the platform's, MarkupError for a plain push that is no proper XML.
    """
    if account.mode is Mode.PLAIN:
        fields = fields_of(body)
        xml = body.decode()
        key = None
    else:
        xml, key = _unsealed(body, query, account)
        fields = _proper(xml.encode())
    if account.gh_id and not _is_same(fields.get("ToUserName", ""), account.gh_id):
        raise EnvelopeError(Fault.ACCOUNT)
    return Opened(fields=fields, xml=xml, key=key)


def _unsealed(body: bytes, query: Mapping[str, str], account: Account) -> tuple[str, bytes]:
    if query.get("encrypt_type") != "aes":
        raise EnvelopeError(Fault.DOWNGRADE)
    encrypted = _proper(body).get("Encrypt", "")
    if not encrypted:
        raise EnvelopeError(Fault.DOWNGRADE)
    signed = (account.token, query.get("timestamp", ""), query.get("nonce", ""), encrypted)
    if not is_signed(query.get("msg_signature", ""), *signed):
        raise EnvelopeError(Fault.SIGNATURE)
    return unsealed(encrypted, account=account)


def _proper(xml: bytes) -> Mapping[str, str]:
    try:
        return fields_of(xml)
    except MarkupError as error:
        raise EnvelopeError(Fault.MARKUP) from error


def unsealed(encrypted: str, *, account: Account) -> tuple[str, bytes]:
    """Return the XML inside a sealed push and the key that opened it: the one in use or the one before.

    Raises EnvelopeError for whatever was not made with a key and the app id of the account.
    """
    for key in account.keys:
        message = _message(encrypted, key, account.app_id)
        if message is not None:
            return message, key
    raise EnvelopeError(Fault.SEAL)


def _message(encrypted: str, key: bytes, app_id: str) -> str | None:
    """Return the message in the frame: 16 random bytes, a length, the message, the app id, 1 to 32 equal pad bytes."""
    from wechatpy.crypto.cryptography import WeChatCipher

    try:
        sealed = base64.b64decode(encrypted, validate=True)
        framed: bytes = WeChatCipher(key, key[:16]).decrypt(sealed)
    except (ValueError, binascii.Error):
        return None
    pad = framed[-1] if framed else 0
    if not 1 <= pad <= _BLOCK or framed[-pad:] != bytes([pad]) * pad:
        return None
    length, held = int.from_bytes(framed[16:20], "big"), framed[20 : len(framed) - pad]
    if len(framed) < 20 + pad or length > len(held) or not hmac.compare_digest(held[length:], app_id.encode()):
        return None
    try:
        return held[:length].decode()
    except UnicodeDecodeError:
        return None


def sealed(message: str, *, account: Account, key: bytes, timestamp: str, nonce: str) -> str:
    """Return the XML of an answer, sealed with the key that opened the push."""
    from wechatpy.crypto.cryptography import WeChatCipher

    held = message.encode()
    framed = secrets.token_bytes(16) + len(held).to_bytes(4, "big") + held + account.app_id.encode()
    pad = _BLOCK - len(framed) % _BLOCK
    encrypted = base64.b64encode(WeChatCipher(key, key[:16]).encrypt(framed + bytes([pad]) * pad)).decode()
    signature = signature_of(account.token, timestamp, nonce, encrypted)
    return (
        f"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>"
        f"<TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
    )


def _is_same(told: str, known: str) -> bool:
    return hmac.compare_digest(told.encode(errors="replace"), known.encode())
