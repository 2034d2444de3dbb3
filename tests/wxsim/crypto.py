"""The ciphers of the platform: safe mode of the pushes, and the steps of a mini program.

Safe mode is AES-256-CBC with the first half of the key as vector, PKCS#7 to whole 32 bytes (not 16), around
random(16) + length(4, big-endian) + message + AppID; it has no authentication of its own.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_BLOCK = 32
_HEAD = 20


def signature_of(*parts: str) -> str:
    """Return the SHA-1 of the parts, sorted by their bytes and joined, in hexadecimal."""
    joined = b"".join(sorted(part.encode() for part in parts))
    return hashlib.sha1(joined, usedforsecurity=False).hexdigest()


def new_nonce() -> str:
    """Return ten random digits."""
    return str(secrets.randbelow(10**10)).zfill(10)


def new_aes_key() -> str:
    """Return a random EncodingAESKey of 43 letters and digits."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    # The last letter carries four bits only; A is valid in every decoder.
    return "".join(secrets.choice(letters) for _ in range(42)) + "A"


class SafeMode:
    """Seal and open what one account and its server say to each other."""

    def __init__(self, *, aes_key: str, app_id: str) -> None:
        """Take the account's key; raises ValueError for one that has not 43 characters."""
        if len(aes_key) != 43:
            raise ValueError("an EncodingAESKey has 43 characters")
        self._key = base64.b64decode(aes_key + "=")
        self._app_id = app_id

    def seal(self, message: bytes, *, head: bytes | None = None, app_id: str = "") -> str:
        """Return the base64 of the sealed message; `head` replaces the 16 random bytes, `app_id` the account's."""
        start = secrets.token_bytes(16) if head is None else head
        plain = start + struct.pack(">I", len(message)) + message + (app_id or self._app_id).encode()
        missing = _BLOCK - len(plain) % _BLOCK
        encryptor = self._cipher().encryptor()
        sealed = encryptor.update(plain + bytes([missing]) * missing) + encryptor.finalize()
        return base64.b64encode(sealed).decode()

    def open(self, encrypted: str) -> bytes:
        """Return the message inside; raises ValueError for whatever was not sealed for this account."""
        plain = _without_padding(self._decrypted(encrypted))
        length = struct.unpack(">I", plain[16:_HEAD])[0]
        message, app_id = plain[_HEAD : _HEAD + length], plain[_HEAD + length :]
        if len(message) != length or app_id != self._app_id.encode():
            raise ValueError("sealed for another account")
        return message

    def _decrypted(self, encrypted: str) -> bytes:
        try:
            sealed = base64.b64decode(encrypted, validate=True)
        except binascii.Error as error:
            raise ValueError("not base64") from error
        if not sealed or len(sealed) % _BLOCK:
            raise ValueError("not whole blocks of 32 bytes")
        decryptor = self._cipher().decryptor()
        return decryptor.update(sealed) + decryptor.finalize()

    def _cipher(self) -> Cipher[modes.CBC]:
        return Cipher(algorithms.AES(self._key), modes.CBC(self._key[:16]))


def _without_padding(padded: bytes) -> bytes:
    count = padded[-1]
    if not 1 <= count <= _BLOCK or padded[-count:] != bytes([count]) * count or len(padded) - count < _HEAD:
        raise ValueError("wrong padding")
    return padded[:-count]


def sealed_for_session(data: bytes, *, session_key: str, iv: bytes) -> str:
    """Return the base64 of data as a mini program hands it over: AES-128-CBC under the session's key, PKCS#7 of 16."""
    missing = 16 - len(data) % 16
    encryptor = Cipher(algorithms.AES(base64.b64decode(session_key)), modes.CBC(iv)).encryptor()
    return base64.b64encode(encryptor.update(data + bytes([missing]) * missing) + encryptor.finalize()).decode()
