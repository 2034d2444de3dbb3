"""WeChat's safe mode: who signed a push, and what it holds; and the same for the answer.

AES-256-CBC with the first half of the key as its start, padded to 32 bytes; inside are 16 random bytes, the length,
the message and the app id. Signatures are SHA-1 over the sorted parts, as the platform prescribes.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass

_BLOCK = 32
_HEAD = 20


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
    try:
        plain = _unpadded(_decrypted(base64.b64decode(encrypted, validate=True), account.key))
        length = int.from_bytes(plain[16:_HEAD], "big")
        message, app_id = plain[_HEAD : _HEAD + length], plain[_HEAD + length :]
        if len(message) != length or not hmac.compare_digest(app_id, account.app_id.encode()):
            raise EnvelopeError
        return message.decode()
    except (ValueError, binascii.Error) as error:
        raise EnvelopeError from error


def sealed(message: str, *, account: Account, timestamp: str, nonce: str, start: bytes = b"") -> str:
    """Return the XML of an encrypted answer; `start` is random unless a test fixes it."""
    body = message.encode()
    plain = (start or secrets.token_bytes(16)) + len(body).to_bytes(4, "big") + body + account.app_id.encode()
    encrypted = base64.b64encode(_encrypted(_padded(plain), account.key)).decode()
    signature = signature_of(account.token, timestamp, nonce, encrypted)
    return (
        f"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>"
        f"<TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
    )


def _padded(plain: bytes) -> bytes:
    count = _BLOCK - len(plain) % _BLOCK
    return plain + bytes([count]) * count


def _unpadded(padded: bytes) -> bytes:
    count = padded[-1] if padded else 0
    if not 1 <= count <= _BLOCK or padded[-count:] != bytes([count]) * count:
        raise EnvelopeError
    return padded[:-count]


def _decrypted(data: bytes, key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    decryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
    return decryptor.update(data) + decryptor.finalize()


def _encrypted(data: bytes, key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return encryptor.update(data) + encryptor.finalize()
