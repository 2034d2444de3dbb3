"""The admin site: a nutritionist's workplace and the staff's engine room; each page decides who may see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.admin import site
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from meum.kernel.admin_pages import Page, Section, is_nutritionist, is_staff_member
from meum.kernel.errors import Invalid, MeumError, NotFound
from meum.kernel.json_input import UNFIT
from meum.kernel.language import active_language
from meum.kernel.phrases import as_sentence
from meum.people.admin_sign_in import SignInForm

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite
else:
    # unfold ships no types; its site is Django's with a sidebar.
    from unfold.sites import UnfoldAdminSite as AdminSite

View = Callable[..., HttpResponseBase]

# unfold comes without Chinese. Its words that people see are named here, so that our own catalogue holds them.
UNFOLD_WORDS = (
    gettext_noop("Apply Filters"),
    gettext_noop("Clear all filters"),
    gettext_noop("Dark"),
    gettext_noop("Filters"),
    gettext_noop("Light"),
    gettext_noop("No results found"),
    gettext_noop("Reset filters"),
    gettext_noop("Return to site"),
    gettext_noop("Run"),
    gettext_noop("Run the selected action"),
    gettext_noop("Select action to run"),
    gettext_noop("Summary"),
    gettext_noop("System"),
    gettext_noop("This page yielded into no results. Create a new item or reset your filters."),
    gettext_noop("Type to search"),
    gettext_noop("Welcome back to"),
)


class MeumAdminSite(AdminSite):
    """Show times in the viewer's own zone; lead a nutritionist straight to the people who share with her."""

    login_form = SignInForm

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Take our own pages only: Django's groups, for one, grant nothing here."""
        if admin_class is not None and issubclass(admin_class, Page):
            super().register(model_or_iterable, admin_class, **options)

    def admin_view(self, view: View, cacheable: bool = False) -> Any:
        """Wrap a page: its times are those of the viewer's wall clock, a refusal becomes a sentence on the page."""

        def in_own_zone(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            with timezone.override(ZoneInfo(getattr(request.user, "time_zone", "UTC"))):
                if UNFIT.search(request.path):
                    raise Http404
                if _asks_with_unfit_text(request):
                    return _asked_anew(request)
                try:
                    response = view(request, *args, **kwargs)
                    # Rendered here, for a page that renders later would have lost the zone.
                    return response.render() if isinstance(response, TemplateResponse) else response
                except MeumError as error:
                    return as_page(request, error)

        return super().admin_view(in_own_zone, cacheable)

    def index(  # type: ignore[override]  # the stubs know of pages only, the base class answers redirects alike
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse | HttpResponseRedirect:
        """Show staff what there is; send a nutritionist to her people."""
        return super().index(request, extra_context) if is_staff_member(request) else redirect("clients:list")


def _asks_with_unfit_text(request: HttpRequest) -> bool:
    """Tell whether a search or filter holds characters that no text may hold and databases refuse."""
    return any(UNFIT.search(text) for name, told in request.GET.lists() for text in (name, *told))


def _asked_anew(request: HttpRequest) -> HttpResponseBase:
    """Return the way to the same page without any search or filter, where the reason is told."""
    unfit = Invalid("unfit_text", "a text holds control characters or half a character")
    messages.error(request, as_sentence(unfit, active_language()))
    return redirect(request.path)


def as_page(request: HttpRequest, error: MeumError) -> HttpResponseBase:
    """Return what a page answers when a service refused: the form again with the reason, or not found."""
    if isinstance(error, NotFound) or request.method != "POST":
        raise Http404 from error
    messages.error(request, as_sentence(error, active_language()))
    return redirect(request.get_full_path())


def stylesheet(request: HttpRequest) -> str:
    """Return the address of our own styles."""
    return static("meum/admin.css")


def icon(request: HttpRequest) -> str:
    """Return the address of Meum's sign."""
    return static("bots/meum.svg")


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the sidebar: a nutritionist's people, then every page that whoever asks may see, section by section."""
    found: dict[Section, list[dict[str, Any]]] = {section: [] for section in Section}
    if is_nutritionist(request):
        found[Section.PEOPLE].append(_item("group", _("People who share"), reverse("clients:list")))
    for model, page in site._registry.items():
        if isinstance(page, Page) and page.has_view_permission(request):
            address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            found[page.section].append(_item(page.icon, capfirst(model._meta.verbose_name_plural), address))
    return [{"title": section.label, "items": items} for section, items in found.items()]


def _item(icon: str, title: object, link: str) -> dict[str, Any]:
    return {"icon": icon, "title": title, "link": link}
