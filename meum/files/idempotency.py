"""A request sent twice is done once: its answer is kept in the transaction of what it did."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from meum.files.models import IdempotencyKey
from meum.journal.recording import Owner, locked_counter
from meum.kernel.errors import Invalid, Unprocessable

MAX_KEY = 255


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a request was answered: the status, the rendered body, and headers such as ETag."""

    status: int
    body: str
    headers: Mapping[str, str] = field(default_factory=dict)


def answer_once(
    *, person: Owner, key: str, method: str, path: str, body: bytes, respond: Callable[[], Answer]
) -> tuple[Answer, bool]:
    """Return the answer to a request, and whether it was kept from an earlier time.

    `respond` does the work within this transaction and under the person's lock: the same request at the same moment
    waits and gets the first one's answer, and a crash leaves neither work nor key. What `respond` raises undoes it
    all, so that the client may try again.

    Raises Invalid for a key that is not 1 to 255 printable ASCII characters, Unprocessable when the key came with
    another method, path or body before.
    """
    _check(key)
    target = f"{method} {path}"[:255]
    digest = hashlib.sha256(body).hexdigest()
    with transaction.atomic():
        locked_counter(person)
        kept = IdempotencyKey.objects.filter(person_id=person.pk, key=key).first()
        if kept is not None:
            return _same_request(kept, target=target, digest=digest), True
        answer = respond()
        IdempotencyKey.objects.create(
            person_id=person.pk,
            key=key,
            target=target,
            body_sha256=digest,
            status=answer.status,
            body=answer.body,
            headers=dict(answer.headers),
            created_at=timezone.now(),
        )
        return answer, False


def _check(key: str) -> None:
    if not (0 < len(key) <= MAX_KEY and key.isascii() and key.isprintable()):
        raise Invalid("invalid_idempotency_key", "a key is 1 to 255 printable ASCII characters")


def _same_request(kept: IdempotencyKey, *, target: str, digest: str) -> Answer:
    if (kept.target, kept.body_sha256) != (target, digest):
        raise Unprocessable("idempotency_key_reused", "this key came with another request before")
    return Answer(status=kept.status, body=kept.body, headers=kept.headers)
