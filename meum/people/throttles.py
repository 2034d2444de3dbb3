"""How many wrong sign-ins are borne, for one name and from one network address, and how many sign-ups from one."""

from __future__ import annotations

import hashlib

from django.core.cache import cache

from meum.kernel.errors import TooMany

WINDOW_SECONDS = 15 * 60
MOST_FOR_NAME = 10
MOST_FROM_ADDRESS = 50
MOST_SIGN_UPS_FROM_ADDRESS = 20
"""Each costs a hash and a row; a school or an office may share one address."""
MOST_PLATFORM_SIGN_INS_FROM_ADDRESS = 300
"""Each costs a call of the platform; a mobile network puts many phones behind one address."""


def refuse_when_too_many(*, username: str, address: str) -> None:
    """Raise TooMany when there were too many wrong tries within the window."""
    name_key, address_key = _keys(username, address)
    wrong = cache.get_many([name_key, address_key])
    if wrong.get(name_key, 0) >= MOST_FOR_NAME or wrong.get(address_key, 0) >= MOST_FROM_ADDRESS:
        raise TooMany("too_many_sign_ins", "too many wrong sign-ins", retry_after=WINDOW_SECONDS)


def count_wrong(*, username: str, address: str) -> None:
    """Count one wrong try; the window begins with the first one."""
    for key in _keys(username, address):
        _count(key)


def forget_wrong(*, username: str) -> None:
    """Forget the wrong tries for a name, after a right one; those from its address still count."""
    cache.delete(_keys(username, "")[0])


def count_sign_up(*, address: str) -> None:
    """Count one sign-up from an address; raises TooMany when there were too many within the window."""
    if _count(_key("sign-ups:address", address)) > MOST_SIGN_UPS_FROM_ADDRESS:
        raise TooMany("too_many_sign_ups", "too many sign-ups from this address", retry_after=WINDOW_SECONDS)


def count_platform_sign_in(*, address: str) -> None:
    """Count one sign-in by a platform's code; raises TooMany when there were too many from an address."""
    if _count(_key("platform-sign-ins:address", address)) > MOST_PLATFORM_SIGN_INS_FROM_ADDRESS:
        raise TooMany("too_many_sign_ins", "too many sign-ins from this address", retry_after=WINDOW_SECONDS)


def _count(key: str) -> int:
    """Count one more; return how many there are in the window, which begins with the first."""
    if cache.add(key, 1, timeout=WINDOW_SECONDS):
        return 1
    try:
        return cache.incr(key)
    except ValueError:
        # The window ended between the two calls.
        cache.add(key, 1, timeout=WINDOW_SECONDS)
        return 1


def _keys(username: str, address: str) -> tuple[str, str]:
    """Return the cache keys of a name and an address; digests, so that the cache holds neither."""
    return _key("wrong-sign-ins:name", username.casefold()), _key("wrong-sign-ins:address", address)


def _key(kind: str, value: str) -> str:
    digest = hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}:{digest}"
