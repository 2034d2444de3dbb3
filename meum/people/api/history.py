"""What changed, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponseBase
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal import services
from meum.journal.models import Change, Door
from meum.journal.queries import history, history_of_entry
from meum.kernel.api import ApiView, id_asked, paged
from meum.kernel.openapi import IDEMPOTENCY_KEY, PAGE_PARAMETERS, Operation, page_form, parameter
from meum.kernel.rendering import render_all
from meum.people.api.asking import asker
from meum.people.api.once import answered_once
from meum.people.api.serializers import ChangeShown, ChangesShown


class ChangeList(ApiView):
    """The asker's history."""

    operations = {
        "GET": Operation(
            name="list_changes",
            tag="history",
            summary="List what changed, the latest first",
            answer=page_form(ChangeShown),
            parameters=(
                parameter("entry", "only changes of this entry", {"type": "string", "format": "uuid"}),
                *PAGE_PARAMETERS,
            ),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer one page of changes, of one entry when it is told."""
        person, entry_id = asker(request), id_asked(request, "entry")
        rows = history_of_entry(person=person, entry_id=entry_id) if entry_id else history(person=person)
        filters = {"entry": str(entry_id)}
        return paged(
            request, rows, order=("-number",), render=lambda page: render_all(ChangeShown, page), filters=filters
        )


def _operation(name: str, summary: str) -> Operation:
    return Operation(name=name, tag="history", summary=summary, answer=ChangesShown, parameters=(IDEMPOTENCY_KEY,))


class UndoView(ApiView):
    """Taking back the latest."""

    operations = {"POST": _operation("undo", "Take back what you did last")}

    def post(self, request: Request) -> HttpResponseBase:
        """Undo the asker's latest group of changes that stands."""
        person = asker(request)
        return _answer(request, lambda: services.undo_latest(person=person, author=person, door=Door.API))


class RedoView(ApiView):
    """Bringing back the latest."""

    operations = {"POST": _operation("redo", "Bring back what you took back last")}

    def post(self, request: Request) -> HttpResponseBase:
        """Redo the asker's latest undo."""
        person = asker(request)
        return _answer(request, lambda: services.redo_latest(person=person, author=person, door=Door.API))


class UndoGroupView(ApiView):
    """Taking back one group."""

    operations = {"POST": _operation("undo_changes", "Take back one group of changes, whoever made it")}

    def post(self, request: Request, group: UUID) -> HttpResponseBase:
        """Undo one group of changes of the asker's records."""
        person = asker(request)
        return _answer(request, lambda: services.undo_changes(person=person, author=person, door=Door.API, group=group))


def _answer(request: Request, act: Callable[[], list[Change]]) -> HttpResponseBase:
    return answered_once(request, lambda: Response({"changes": render_all(ChangeShown, act())}))
