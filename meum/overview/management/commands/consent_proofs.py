"""Find what somebody who was erased had agreed to, by the name under which they were known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from meum.kernel.json_lines import JsonLinesCommand, text_of
from meum.overview.models import ConsentProof
from meum.overview.proofs import proofs_of, proofs_of_name


class Command(JsonLinesCommand):
    """Answer each name by the answers that it gave; a name in a file or a pipe stands in no list of processes."""

    help = 'Find proofs of consent: {"username"} or {"provider", "app_id", "subject"} a line, JSON Lines out.'

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the proofs of a name, in order."""
        return {"proofs": [_shown(proof) for proof in _asked(question)]}


def _asked(question: Mapping[str, Any]) -> models.QuerySet[ConsentProof]:
    if "username" in question:
        return proofs_of_name(username=text_of(question, "username"))
    provider, app_id, subject = (text_of(question, name) for name in ("provider", "app_id", "subject"))
    return proofs_of(provider=provider, app_id=app_id, subject=subject)


def _shown(proof: ConsentProof) -> dict[str, Any]:
    return {
        "purpose": proof.purpose,
        "is_given": proof.is_given,
        "text_version": proof.text_version,
        "door": proof.door,
        "answered_at": proof.answered_at.isoformat(),
        "erased_at": proof.erased_at.isoformat(),
    }
