"""How many wrong sign-ins are borne, for one name and from one network address."""

from __future__ import annotations

import hashlib

from django.core.cache import cache

from meum.kernel.errors import TooMany

WINDOW_SECONDS = 15 * 60
MOST_FOR_NAME = 10
MOST_FROM_ADDRESS = 50


def refuse_when_too_many(*, username: str, address: str) -> None:
    """Raise TooMany when there were too many wrong tries within the window."""
    name_key, address_key = _keys(username, address)
    wrong = cache.get_many([name_key, address_key])
    if wrong.get(name_key, 0) >= MOST_FOR_NAME or wrong.get(address_key, 0) >= MOST_FROM_ADDRESS:
        raise TooMany("too_many_sign_ins", "too many wrong sign-ins", retry_after=WINDOW_SECONDS)


def count_wrong(*, username: str, address: str) -> None:
    """Count one wrong try; the window begins with the first one."""
    for key in _keys(username, address):
        if not cache.add(key, 1, timeout=WINDOW_SECONDS):
            _count_one_more(key)


def forget_wrong(*, username: str) -> None:
    """Forget the wrong tries for a name, after a right one; those from its address still count."""
    cache.delete(_keys(username, "")[0])


def _count_one_more(key: str) -> None:
    try:
        cache.incr(key)
    except ValueError:
        # The window ended between the two calls.
        cache.add(key, 1, timeout=WINDOW_SECONDS)


def _keys(username: str, address: str) -> tuple[str, str]:
    """Return the cache keys of a name and an address; digests, so that the cache holds neither."""
    return _key("name", username.casefold()), _key("address", address)


def _key(kind: str, value: str) -> str:
    digest = hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
    return f"wrong-sign-ins:{kind}:{digest}"
