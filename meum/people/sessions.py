"""Signing in with a password, and the tokens a signed-in device holds.

An access token is short-lived and names the sign-in. A refresh token is good once: using it gives its successor, and
using it again means that two hold it, so the whole sign-in is revoked. A client that fears a lost answer sends an
`Idempotency-Key` with the refresh: the successor is then derived from the token and that key, and the same request
again gets the same successor for as long as nobody used that one. Whoever stole the token alone does not have the key.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth import authenticate
from django.db import models, transaction
from django.utils import timezone
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import TokenBackendError

from meum.journal.recording import Owner
from meum.kernel.errors import MeumError, NotFound
from meum.people import throttles
from meum.people.models import Person, SignIn

ACCESS, REFRESH = "access", "refresh"


class NotSignedIn(MeumError):
    """Say that whoever asks is not signed in, or no longer."""

    status = 401


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """What a device needs to go on: both tokens, and for how many seconds the access token is good."""

    access: str
    refresh: str
    expires_in: int
    sign_in: SignIn


def sign_in(*, username: str, password: str, device_name: str, address: str) -> Tokens:
    """Check a password and open a sign-in for a device at a network address; raises as `known_person` does."""
    person = known_person(username=username, password=password, address=address)
    return open_sign_in(person=person, device_name=device_name)


def known_person(*, username: str, password: str, address: str) -> Person:
    """Return the person of a name and password told from a network address; wrong ones are counted.

    Raises NotSignedIn `wrong_sign_in`, the same for an unknown name as for a wrong password and after the same work,
    TooMany after too many wrong tries for the name or from the address.
    """
    throttles.refuse_when_too_many(username=username, address=address)
    # Django hashes for an unknown name too, so that the time does not tell which names exist.
    person = authenticate(username=username, password=password)
    if not isinstance(person, Person):
        throttles.count_wrong(username=username, address=address)
        raise NotSignedIn("wrong_sign_in", "the sign-in name or the password is wrong")
    throttles.forget_wrong(username=username)
    return person


def open_sign_in(*, person: Person, device_name: str = "") -> Tokens:
    """Open a sign-in for a device of a person who has proved who they are."""
    now = timezone.now()
    opened = SignIn.objects.create(
        person=person,
        device_name=device_name,
        token_id=uuid4(),
        created_at=now,
        used_at=now,
        expires_at=now + timedelta(days=settings.SIGN_IN_DAYS),
    )
    return _tokens(opened, now)


def renew(*, refresh_token: str, retry_key: str = "") -> Tokens:
    """Use a refresh token; return its successor and a new access token.

    Raises NotSignedIn `signed_out` for a token that is not good; one that was used before also ends its sign-in.
    """
    claims = _claims_of(refresh_token, kind=REFRESH)
    token_id = UUID(claims["jti"])
    with transaction.atomic():
        found = _good_sign_ins().select_for_update(of=("self",)).filter(pk=claims["sid"]).first()
        renewed = found is not None and _rotate(found, token_id, retry_key)
        if found is not None and not renewed:
            _revoke(SignIn.objects.filter(pk=found.pk))
    # Raised only here, so that the revocation above is kept.
    if found is None or not renewed:
        raise _signed_out()
    return _tokens(found, found.used_at)


def _rotate(found: SignIn, token_id: UUID, retry_key: str) -> bool:
    """Move the sign-in on to the token's successor; tell whether the token allowed it."""
    successor = _derived(token_id, retry_key) if retry_key else uuid4()
    if retry_key and found.token_id == successor:
        return True
    if found.token_id != token_id:
        return False
    found.token_id, found.used_at = successor, timezone.now()
    found.expires_at = found.used_at + timedelta(days=settings.SIGN_IN_DAYS)
    found.save(update_fields=["token_id", "used_at", "expires_at"])
    return True


def _derived(token_id: UUID, retry_key: str) -> UUID:
    told = f"{token_id}:{retry_key}".encode("utf-8", "surrogatepass")
    return UUID(bytes=hmac.digest(settings.SECRET_KEY.encode(), told, hashlib.sha256)[:16], version=4)


def sign_in_of(*, access_token: str) -> SignIn:
    """Return the open sign-in, with its person, that an access token names, in one query.

    Raises NotSignedIn `signed_out` for a bad or old token, a revoked sign-in or a person who is no longer active.
    """
    claims = _claims_of(access_token, kind=ACCESS)
    found = _good_sign_ins().select_related("person").filter(pk=claims["sid"]).first()
    if found is None:
        raise _signed_out()
    return found


def open_sign_ins(*, person: Owner) -> models.QuerySet[SignIn]:
    """Return the devices on which a person is signed in."""
    return _good_sign_ins().filter(person_id=person.pk)


def sign_out(*, person: Owner, sign_in_id: UUID) -> None:
    """End one of a person's sign-ins; raises NotFound when it is not an open one of theirs."""
    if not _revoke(open_sign_ins(person=person).filter(pk=sign_in_id)):
        raise NotFound("not_found", "no such open sign-in of this person")


def _good_sign_ins() -> models.QuerySet[SignIn]:
    return SignIn.objects.filter(revoked_at=None, expires_at__gt=timezone.now(), person__is_active=True)


def _revoke(rows: models.QuerySet[SignIn]) -> int:
    return rows.update(revoked_at=timezone.now())


def _tokens(found: SignIn, now: datetime) -> Tokens:
    lifetime = timedelta(minutes=settings.SIGN_IN_MINUTES)
    issued = {"sub": str(found.person_id), "sid": str(found.pk), "iat": now}
    access = {**issued, "use": ACCESS, "jti": str(uuid4()), "exp": timezone.now() + lifetime}
    refresh = {**issued, "use": REFRESH, "jti": str(found.token_id), "exp": found.expires_at}
    backend = _backend(settings.SECRET_KEY)
    return Tokens(
        access=backend.encode(access),
        refresh=backend.encode(refresh),
        expires_in=int(lifetime.total_seconds()),
        sign_in=found,
    )


def _claims_of(token: str, *, kind: str) -> Mapping[str, Any]:
    try:
        claims: Mapping[str, Any] = _backend(settings.SECRET_KEY).decode(token)  # type: ignore[arg-type]  # the stub asks for what it makes
    except (TokenBackendError, ValueError) as error:
        raise _signed_out() from error
    if claims.get("use") != kind:
        raise _signed_out()
    return claims


@cache
def _backend(key: str) -> TokenBackend:
    return TokenBackend("HS256", signing_key=key)


def _signed_out() -> NotSignedIn:
    return NotSignedIn("signed_out", "the token is not good, or no longer")
