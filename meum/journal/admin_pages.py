"""The base of every page that shows rows of people: each look of somebody else is noted, so that they can read it."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, cast
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Door
from meum.journal.recording import Owner
from meum.journal.services import note_looks
from meum.journal.snapshots import kind_of
from meum.kernel.admin_pages import Page

M = TypeVar("M", bound=models.Model)

MOST_PEOPLE_FOUND = 20


class PeoplePage(Page[M]):
    """A read-only page of rows that belong to people: one look a person and page is noted, in one query."""

    owner_field: ClassVar[str] = "person_id"

    list_select_related: ClassVar[tuple[str, ...]] = ("person",)
    search_fields = ("person__username",)
    search_help_text = _("beginning of the sign-in name")

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[M], search_term: str
    ) -> tuple[models.QuerySet[M], bool]:
        """Find by how the owner's sign-in name begins: the few people first, so that an index leads to their rows."""
        if not search_term:
            return queryset, False
        people = get_user_model()._default_manager.filter(username__startswith=search_term.strip())
        found = list(people.order_by("username").values_list("pk", flat=True)[:MOST_PEOPLE_FOUND])
        return queryset.filter(**{f"{self.owner_field}__in": found}), False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show a page of the list and note whose rows were on it."""
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data and "cl" in response.context_data:
            self.note(request, {self._owner_of(row) for row in response.context_data["cl"].result_list})
        return response

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: M | None = None,
    ) -> HttpResponse:
        """Show one row and note it."""
        if obj is not None:
            self.note(request, {self._owner_of(obj)}, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def note(self, request: HttpRequest, people: set[UUID], row: M | None = None) -> None:
        """Store the look at some people's rows, or at one row."""
        note_looks(
            people=people,
            viewer=cast(Owner, request.user),
            what=kind_of(self.model),
            door=Door.ADMIN,
            entry_id=row.pk if row is not None and isinstance(row.pk, UUID) else None,
            day=getattr(row, "day", None),
        )

    def _owner_of(self, row: M) -> UUID:
        owner: UUID = getattr(row, self.owner_field)
        return owner
