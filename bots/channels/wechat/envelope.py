"""WeChat's safe mode: who signed a push, and what it holds; and the same for the answer.

The cipher is wechatpy's; its errors become one of ours that tells nothing. Signatures are SHA-1 over the sorted
parts, as the platform prescribes, compared in constant time before anything is opened.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
from dataclasses import dataclass


class EnvelopeError(Exception):
    """Say that a push is not from the platform, or not for this account; never why."""


@dataclass(frozen=True)
class Account:
    """Hold what an official account and this server know together."""

    app_id: str
    token: str
    aes_key: str

    @property
    def key(self) -> bytes:
        """Return the 32 bytes of the AES key; raises ValueError for a key that is not 43 characters of base64."""
        key = base64.b64decode(self.aes_key + "=", validate=True)
        if len(key) != 32:
            raise ValueError("an AES key of WeChat has 43 characters")
        return key


def signature_of(*parts: str) -> str:
    """Return the SHA-1 of the sorted parts, in hexadecimal."""
    return hashlib.sha1("".join(sorted(parts)).encode(), usedforsecurity=False).hexdigest()


def is_signed(signature: str, *parts: str) -> bool:
    """Tell, in constant time, whether the signature is that of the parts."""
    return hmac.compare_digest(signature.encode(), signature_of(*parts).encode())


def opened(encrypted: str, *, account: Account) -> str:
    """Return the XML inside an encrypted push.

    Raises EnvelopeError for whatever was not made with the account's key and app id.
    """
    from wechatpy.crypto import PrpCrypto
    from wechatpy.exceptions import WeChatException

    try:
        return str(PrpCrypto(account.key).decrypt(encrypted, account.app_id))
    # What is not an envelope breaks the library at whatever place it is looking at.
    except (ValueError, IndexError, struct.error, WeChatException) as error:
        raise EnvelopeError from error


def sealed(message: str, *, account: Account, timestamp: str, nonce: str) -> str:
    """Return the XML of an encrypted answer."""
    from wechatpy.crypto import PrpCrypto

    encrypted = PrpCrypto(account.key).encrypt(message, account.app_id).decode()
    signature = signature_of(account.token, timestamp, nonce, encrypted)
    return (
        f"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>"
        f"<TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
    )
