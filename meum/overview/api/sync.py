"""What changed since a phone looked last, in the order of the changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import signing
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal.models import Change
from meum.journal.queries import changes_since, cursor_gone
from meum.kernel.api import ApiView
from meum.kernel.openapi import Operation, parameter
from meum.kernel.paging import limit_of
from meum.kernel.problem import QueryInvalid
from meum.kernel.rendering import render_all
from meum.overview.api.serializers import SyncPage
from meum.people.api.asking import asker
from meum.people.api.entries import followed
from meum.people.models import Person
from nutrition.api.serializers import FoodVersionShown
from nutrition.queries import food_versions

# A cursor tells when it was given out: past the undo window the changes it stands among are blanked.
_signer = signing.TimestampSigner(salt="meum.overview.sync")
# A client chooses ids, so that two kinds may hold the same one.
_Key = tuple[str, str]


class SyncView(ApiView):
    """The asker's changes, page by page."""

    operations = {
        "GET": Operation(
            name="pull_changes",
            tag="sync",
            summary="Show what changed since a cursor, or everything; 410 for a cursor that is too old: pull anew",
            answer=SyncPage,
            parameters=(
                parameter("since", "the cursor of the latest answer; everything when it is not there"),
                parameter("limit", "changes", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}),
            ),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer one page: each entry that changed as it is now, once, with the foods that it refers to."""
        person = asker(request)
        limit = limit_of(request.query_params.get("limit", ""))
        number = _number(request.query_params.get("since", ""), person)
        page = changes_since(person=person, number=number, limit=limit)
        entries = _entries(person, page.changes)
        versions = food_versions(version_ids=set(_version_ids(entries.values())))
        return Response(
            {
                "foods": render_all(FoodVersionShown, versions),
                "changes": [_synced(change, entries) for change in _latest(page.changes)],
                "cursor": _signer.sign_object([str(person.pk), page.cursor]),
                "has_more": page.has_more,
            }
        )


def _number(cursor: str, person: Person) -> int:
    if not cursor:
        return 0
    try:
        owner, number = _signer.unsign_object(cursor, max_age=timedelta(days=settings.UNDO_DAYS))
    except signing.SignatureExpired as error:
        raise cursor_gone() from error
    except (signing.BadSignature, ValueError, UnicodeError) as error:
        raise QueryInvalid("invalid_cursor", "this cursor was not given out here", field="since") from error
    if owner != str(person.pk):
        raise QueryInvalid("invalid_cursor", "this cursor is somebody else's", field="since")
    return int(number)


def _latest(changes: Sequence[Change]) -> list[Change]:
    """Return the latest change of each entry, in their order."""
    latest = {_key(change): change for change in changes}
    return sorted(latest.values(), key=lambda change: change.number)


def _key(change: Change) -> _Key:
    return change.kind, str(change.entry_id)


def _entries(person: Person, changes: Sequence[Change]) -> Mapping[_Key, dict[str, Any]]:
    """Return what is there now of the entries that changed, by kind and id; one read for each kind."""
    wanted: defaultdict[str, set[UUID]] = defaultdict(set)
    for change in changes:
        wanted[change.kind].add(change.entry_id)
    return {
        (kind, entry["id"]): entry
        for kind, ids in wanted.items()
        for entry in followed[kind].current(owner=person, ids=ids)
    }


def _synced(change: Change, entries: Mapping[_Key, dict[str, Any]]) -> dict[str, Any]:
    entry = entries.get(_key(change))
    return {
        "kind": followed[change.kind].name,
        "id": str(change.entry_id),
        "revision": entry["revision"] if entry else change.revision,
        "is_deleted": entry is None,
        "entry": entry,
    }


def _version_ids(entries: Any) -> Iterator[UUID]:
    for entry in entries:
        for part in (entry, *entry.get("items", ())):
            if "food_version_id" in part:
                yield UUID(part["food_version_id"])
