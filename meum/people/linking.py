"""Linking an app account with a WeChat identity: an offer, what is scanned or typed, and four digits that prove it.

Whoever photographs a code must not get anywhere with it: it only says which account asks. The digits stand in the app
alone, are typed into WeChat, and the account is named there before anything is linked.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from meum.kernel.errors import NotFound
from meum.people.identities import digest_of
from meum.people.models import Identity, LinkOffer, Person, Provider

OFFER_LASTS = timedelta(minutes=10)
MOST_TRIES = 5
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""What cannot be mistaken for one another when it is read from a screen."""
_TYPED_LENGTH = 8


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What the app shows, once: the scene of a QR code, the words to type instead, and the digits."""

    scene: str
    typed: str
    code: str
    expires_at: datetime


def offer_link(*, person: Person) -> Offer:
    """Offer an account to be linked, for ten minutes; an earlier offer of it is closed."""
    now = timezone.now()
    offer = Offer(
        scene=secrets.token_hex(16),
        typed="".join(secrets.choice(_LETTERS) for _ in range(_TYPED_LENGTH)),
        code=f"{secrets.randbelow(9000) + 1000}",
        expires_at=now + OFFER_LASTS,
    )
    with transaction.atomic():
        withdraw_offer(person=person)
        row = LinkOffer(person=person, expires_at=offer.expires_at)
        row.scene_digest, row.typed_digest = digest_of("scene", offer.scene), digest_of("typed", offer.typed)
        row.code_digest = _code_digest(row, offer.code)
        row.save(force_insert=True)
    return offer


def withdraw_offer(*, person: Person) -> int:
    """Close the open offers of an account; return how many there were."""
    return LinkOffer.objects.filter(person=person, closed_at=None).update(closed_at=timezone.now())


def offer_named(*, told: str) -> LinkOffer | None:
    """Return the open offer of a scene that was scanned or of the words that were typed, with its account."""
    words = told.strip().replace("-", "").upper()
    named = models.Q(scene_digest=digest_of("scene", told.strip())) | models.Q(typed_digest=digest_of("typed", words))
    return _open_offers().filter(named).first()


def is_code_right(*, offer_id: UUID, code: str) -> bool:
    """Tell whether the digits are those that the app shows; the fifth wrong try closes the offer.

    Raises NotFound when the offer is not open any longer.
    """
    with transaction.atomic():
        offer = _locked(offer_id)
        if secrets.compare_digest(offer.code_digest, _code_digest(offer, code)):
            return True
        offer.wrong_tries += 1
        offer.closed_at = timezone.now() if offer.wrong_tries >= MOST_TRIES else None
        offer.save(update_fields=["wrong_tries", "closed_at"])
        return False


def use_offer(*, offer_id: UUID) -> Person:
    """Close an offer by using it; return its account. Raises NotFound when it is not open any longer."""
    with transaction.atomic():
        offer = _locked(offer_id)
        offer.closed_at = timezone.now()
        offer.save(update_fields=["closed_at"])
        return offer.person


def account_of(*, offer_id: UUID) -> Person:
    """Return the account that an offer is of; raises NotFound when it is not open any longer."""
    offer = _open_offers().filter(pk=offer_id).first()
    if offer is None:
        raise _not_open()
    return offer.person


def is_open(*, offer_id: UUID) -> bool:
    """Tell whether an offer can still be used."""
    return _open_offers().filter(pk=offer_id).exists()


def clear_offers(*, now: datetime) -> int:
    """Forget the offers that ended a day ago; return how many."""
    return LinkOffer.objects.filter(expires_at__lt=now - timedelta(days=1)).delete()[0]


def wechat_identities(*, person: Person) -> models.QuerySet[Identity]:
    """Return the WeChat identities by which a person is known, the earliest first."""
    found = Identity.objects.filter(person=person, provider__in=(Provider.WECHAT_OA, Provider.WECHAT_MINI))
    return found.order_by("created_at", "pk")


def masked(person: Person) -> str:
    """Return as much of a sign-in name as its owner needs to know it again: 138****1234, a****."""
    name = person.username
    shown = 3 if len(name) >= 9 else 1
    return f"{name[:shown]}****{name[-4:] if len(name) >= 9 else ''}"


def _open_offers() -> models.QuerySet[LinkOffer]:
    rows = LinkOffer.objects.filter(closed_at=None, expires_at__gt=timezone.now(), person__is_active=True)
    return rows.select_related("person")


def _locked(offer_id: UUID) -> LinkOffer:
    offer = _open_offers().select_for_update(of=("self",)).filter(pk=offer_id).first()
    if offer is None:
        raise _not_open()
    return offer


def _not_open() -> NotFound:
    return NotFound("no_link_offer", "the offer of a link is not open")


def _code_digest(offer: LinkOffer, code: str) -> str:
    return digest_of("code", str(offer.pk), code)
