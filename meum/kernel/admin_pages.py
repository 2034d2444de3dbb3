"""What every page of the admin site shares: who may see it by role, lists of bounded cost, nothing saved by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin
    from django.contrib.admin.views.main import ChangeList
else:
    # unfold ships no types; its pages are Django's in other clothes.
    from unfold.admin import ModelAdmin
    from unfold.views import ChangeList

M = TypeVar("M", bound=models.Model)

MOST_COUNTED = 5000


class Section(models.TextChoices):
    """Where a page stands in the sidebar, in this order."""

    PEOPLE = "people", _("Your people")
    DIARY = "diary", _("Diaries")
    CATALOGUE = "catalogue", _("Catalogue")
    RUNNING = "running", _("Running Meum")
    HISTORY = "history", _("What happened")


class BoundedPaginator(Paginator[Any]):
    """Count at most 5000 rows, so that a page of a long list costs no more than one of a short one."""

    @cached_property
    def count(self) -> int:
        """Return how many rows can be paged through; whoever needs an older one searches for it."""
        rows = self.object_list
        return rows.order_by()[:MOST_COUNTED].count() if isinstance(rows, models.QuerySet) else len(rows)


class RowList(ChangeList):
    """A list that is narrowed by its own filters alone and does not count all rows beside those asked for."""

    def get_filters(self, request: HttpRequest) -> Any:
        """Return the filters; raises IncorrectLookupParameters, which leads to the whole list, for anything beside.

        Django lets every column be asked about in the address. Whether a row is found would then tell what is in the
        columns that a page leaves out.
        """
        found = super().get_filters(request)
        taken_by_no_filter = found[2]
        if taken_by_no_filter:
            raise IncorrectLookupParameters
        return found

    def get_results(self, request: HttpRequest) -> None:
        """Fetch one page; what was counted is all that is told."""
        super().get_results(request)
        self.full_result_count = self.result_count
        # A list that had room on one page when it was counted is not fetched whole if it has grown since.
        self.result_list = self.result_list[: self.list_per_page]


class Page(ModelAdmin[M]):
    """A read-only page in the sidebar for the roles that a subclass lets in; 40 rows cost the queries of 1."""

    section: ClassVar[Section] = Section.RUNNING
    icon: ClassVar[str] = "list"

    actions: Sequence[str] | None = None
    ordering = ("-pk",)
    list_per_page = 50
    list_max_show_all = 0
    show_full_result_count = False
    paginator = BoundedPaginator
    compressed_fields = True

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Return the list that does not count twice."""
        return RowList

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the app to whoever may see this page of it."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Let staff in; a page for others says so."""
        return is_staff_member(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Add nothing here: rows are made by services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Change nothing here: rows are changed by services."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Delete nothing here: rows are deleted by services."""
        return False


def is_staff_member(request: HttpRequest) -> bool:
    """Tell whether one of the staff asks."""
    return bool(request.user.is_active and getattr(request.user, "is_superuser", False))


def is_nutritionist(request: HttpRequest) -> bool:
    """Tell whether a nutritionist asks."""
    return bool(request.user.is_active and getattr(request.user, "is_nutritionist", False))
