"""The journal in the admin site: staff see that something happened, never what was written."""

from __future__ import annotations

from uuid import UUID

from django.contrib import admin
from django.http import HttpRequest

from meum.journal.admin_pages import PeoplePage
from meum.journal.models import Access, Change, Consent
from meum.kernel.admin_pages import Section


@admin.register(Change)
class ChangePage(PeoplePage[Change]):
    """Changes without their before and after: those belong to the person and to whom they share with."""

    section = Section.HISTORY
    icon = "history"
    list_display = ("at", "person", "number", "action", "kind", "mode", "door", "author")
    list_select_related = ("person", "author")
    list_filter = ("door", "action", "mode")
    fields = ("at", "person", "number", "action", "kind", "revision", "mode", "door", "author", "group", "blanked_at")


@admin.register(Consent)
class ConsentPage(PeoplePage[Consent]):
    """What people agreed to and took back."""

    section = Section.HISTORY
    icon = "verified_user"
    list_display = ("at", "person", "purpose", "is_given", "recipient", "text_version", "door")
    list_select_related = ("person", "recipient")
    list_filter = ("purpose", "is_given", "door")


@admin.register(Access)
class AccessPage(PeoplePage[Access]):
    """Who looked at whom. Looks at this list are not looks at anybody's data and would bury the others."""

    section = Section.HISTORY
    icon = "visibility"
    list_display = ("at", "person", "viewer", "what", "day", "door")
    list_select_related = ("person", "viewer")
    list_filter = ("door",)

    def note(self, request: HttpRequest, people: set[UUID], row: Access | None = None) -> None:
        """Note nothing: the row holds no health data."""
