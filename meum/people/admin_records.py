"""The base of every list of diary entries in the admin site: only of people who share with whoever asks, read-only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any, ClassVar, TypeVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from meum.journal.admin_pages import PeoplePage
from meum.journal.models import Entry
from meum.kernel.admin_pages import Section, is_nutritionist
from meum.people.models import Person
from meum.people.queries import visible_people

E = TypeVar("E", bound=Entry)

LATEST_DAYS = 31


def viewer_of(request: HttpRequest) -> Person:
    """Return who asks."""
    viewer = request.user
    assert isinstance(viewer, Person)  # the site lets nobody else in
    return viewer


class PeriodFilter(admin.SimpleListFilter):
    """Show the latest 31 days unless asked for more, so that years of many diaries are not sorted for one page."""

    title = _("period")
    parameter_name = "period"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return what may be asked for instead."""
        return [("year", _("latest year")), ("all", _("all"))]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """Keep the days of the period."""
        if self.value() == "all":
            return queryset
        days = 365 if self.value() == "year" else LATEST_DAYS
        return queryset.filter(day__gt=localdate() - timedelta(days=days))

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Name the choice that is taken by itself."""
        first, *others = super().choices(changelist)
        yield {**first, "display": _("latest 31 days")}
        yield from others


class EntryPage(PeoplePage[E]):
    """Entries of one kind; a kind adds its own columns and fields. Corrections are made on the page of the day."""

    section = Section.DIARY
    icon = "article"

    list_display = ("own_time", "person_page")
    list_display_links = ("own_time",)
    list_filter: ClassVar[tuple[Any, ...]] = (PeriodFilter, "door")
    fields = ("person_page", "own_time", "day_page", "words", "door", "evidence", "revision")
    readonly_fields = ("person_page", "own_time", "day_page")
    columns: ClassVar[tuple[str, ...]] = ()

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Let nutritionists in; which rows they get is decided below."""
        return is_nutritionist(request)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[E]:
        """Return the entries that stand, of the people who share with whoever asks."""
        viewer = viewer_of(request)
        people = visible_people(viewer=viewer).exclude(pk=viewer.pk)
        return super().get_queryset(request).filter(deleted_at=None, person__in=people)

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        """Return time and person, then the columns of the kind."""
        return (*self.list_display, *self.columns)

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:
        """Return what every entry has, then the columns of the kind."""
        return (*self.fields, *self.columns)

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:
        """Show the columns of the kind as they are in the list."""
        return (*self.readonly_fields, *self.columns)

    @admin.display(description=_("time"), ordering="at")
    def own_time(self, entry: E) -> datetime:
        """Return the time as the person's wall clock showed it."""
        return entry.at.astimezone(timezone(timedelta(minutes=entry.utc_offset_minutes))).replace(tzinfo=None)

    @admin.display(description=_("person"), ordering="person")
    def person_page(self, entry: E) -> SafeString:
        """Lead to the page of the person."""
        return format_html('<a href="{}">{}</a>', reverse("clients:person", args=[entry.person_id]), entry.person)

    @admin.display(description=_("day"), ordering="day")
    def day_page(self, entry: E) -> SafeString:
        """Lead to the page of the day."""
        address = reverse("clients:day", args=[entry.person_id, entry.day])
        return format_html('<a href="{}">{}</a>', address, entry.day)
