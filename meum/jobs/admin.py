"""Jobs in the admin site: staff see what waits or failed, and run parked ones again."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from meum.jobs.models import Job, State
from meum.jobs.services import run_again
from meum.kernel.admin_pages import Page, Section, is_staff_member


@admin.register(Job)
class JobPage(Page[Job]):
    """Jobs hold ids, never a person's words, so looking at them is no look at anybody's data."""

    section = Section.RUNNING
    icon = "manufacturing"
    actions = ["run_parked_again"]
    list_display = ("name", "state", "queue", "attempts", "failure", "due_at", "created_at", "done_at")
    list_filter = ("state", "queue")
    search_fields = ("name__startswith",)
    search_help_text = _("beginning of the name")
    fields = (
        ("name", "queue"),
        ("state", "attempts", "failure"),
        "arguments",
        "key",
        ("due_at", "woken_at", "leased_until"),
        ("created_at", "done_at"),
    )

    def has_run_permission(self, request: HttpRequest) -> bool:
        """Let staff run parked jobs again."""
        return is_staff_member(request)

    @admin.action(description=_("Run parked jobs again"), permissions=["run"])
    def run_parked_again(self, request: HttpRequest, chosen: models.QuerySet[Job]) -> None:
        """Make the chosen jobs that are parked ready anew; the others are left alone."""
        parked = list(chosen.filter(state=State.PARKED).order_by("pk")[: self.list_per_page])
        for job in parked:
            run_again(job=job)
        told = ngettext("%(count)d parked job runs again.", "%(count)d parked jobs run again.", len(parked))
        messages.success(request, told % {"count": len(parked)})
