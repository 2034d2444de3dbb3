"""Erasures in the admin site: receipts that staff can show, which name nobody."""

from __future__ import annotations

from django.contrib import admin

from meum.kernel.admin_pages import Page, Section
from meum.overview.models import Erasure


@admin.register(Erasure)
class ErasurePage(Page[Erasure]):
    """When an erasure was asked for and done, and how many rows of each table it took; never whose."""

    section = Section.HISTORY
    icon = "delete_forever"
    list_display = ("asked_at", "cause", "done_at")
    list_filter = ("cause",)
    fields = ("asked_at", "cause", "done_at", "counts")
