"""Private files in the admin site: staff see that they are there and how big, never what is in them."""

from __future__ import annotations

from django.contrib import admin

from meum.files.models import PrivateFile
from meum.journal.admin_pages import PeoplePage
from meum.kernel.admin_pages import Section


@admin.register(PrivateFile)
class PrivateFilePage(PeoplePage[PrivateFile]):
    """Files by owner; there is no link to their bytes."""

    section = Section.RUNNING
    icon = "lock"
    list_display = ("created_at", "person", "kind", "content_type", "size_bytes")
    list_filter = ("kind",)
    fields = ("created_at", "person", "kind", "content_type", "size_bytes")
