"""Accounts in the admin site, for staff; what people record is not shown here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpRequest

from meum.journal.admin_pages import PeoplePage
from meum.kernel.admin_pages import Section, is_staff_member
from meum.people.accounts import change_account
from meum.people.admin_records import viewer_of
from meum.people.models import Grant, Person, Role


@admin.register(Person)
class PersonPage(PeoplePage[Person]):
    """Accounts: staff give roles and close or open them."""

    section = Section.RUNNING
    icon = "badge"
    owner_field = "pk"
    list_display = ("username", "name", "role", "is_active", "language", "created_at")
    list_select_related = ()
    list_filter = ("role", "is_active")
    fields = ("username", "name", "role", "is_active", "age_band", "language", "time_zone", "created_at")
    readonly_fields = ("username", "name", "age_band", "language", "time_zone", "created_at")

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Person], search_term: str
    ) -> tuple[models.QuerySet[Person], bool]:
        """Find by how the sign-in name begins."""
        return queryset.filter(username__startswith=search_term.strip()) if search_term else queryset, False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Let staff change the role and close the account."""
        return is_staff_member(request)

    def save_model(self, request: HttpRequest, obj: Person, form: forms.ModelForm[Person], change: bool) -> None:
        """Hand the change to the service, which also ends what the change ends."""
        change_account(person=obj, author=viewer_of(request), role=Role(obj.role), is_active=obj.is_active)

    def log_change(self, request: HttpRequest, obj: Person, message: Any) -> LogEntry:
        """Note who changed the account, without the name: the note outlives the person."""
        return LogEntry.objects.create(
            user_id=str(request.user.pk),
            content_type=ContentType.objects.get_for_model(Person),
            object_id=str(obj.pk),
            action_flag=CHANGE,
            change_message=message,
        )


@admin.register(Grant)
class GrantPage(PeoplePage[Grant]):
    """Who may see whom, since when and until when; people give and end it themselves."""

    section = Section.HISTORY
    icon = "key"
    list_display = ("since", "person", "viewer", "until", "ended_at")
    list_select_related = ("person", "viewer")
    fields = ("person", "viewer", "since", "until", "ended_at")
