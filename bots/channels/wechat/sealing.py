"""Texts that lie in the database sealed with a key made of SECRET_KEY, a different one for each use."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings


def seal(text: str, *, use: str) -> bytes:
    """Return a text as it is stored."""
    return _fernet(use).encrypt(text.encode())


def unseal(stored: bytes, *, use: str) -> str:
    """Return the text; raises cryptography's InvalidToken when SECRET_KEY is another one by now."""
    return _fernet(use).decrypt(stored).decode()


def _fernet(use: str) -> Fernet:
    key = hashlib.sha256(f"{use}\n{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
