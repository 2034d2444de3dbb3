"""The diary and the catalogue in the admin site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.db import models
from django.db.models import Case, Prefetch, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meum.kernel.admin_pages import Page, Section, is_nutritionist, is_staff_member
from meum.kernel.errors import Invalid
from meum.kernel.language import active_language
from meum.kernel.phrases import as_sentence, phrase
from meum.people.admin_records import EntryPage, PeriodFilter, viewer_of
from nutrition.admin_forms import EDITED, ReviseForm, unit_of
from nutrition.catalogue import bare_energy
from nutrition.catalogue.editing import revise_food
from nutrition.catalogue.grading import reasons_of
from nutrition.catalogue.nutrients import NUTRIENTS, Nutrient
from nutrition.catalogue.queries import BULK_OF_VERSION, unpacked_vector
from nutrition.catalogue.search import search_foods
from nutrition.domain.foods import FoodGroup
from nutrition.models import OWN_SOURCE, CatalogueSource, Drink, Food, FoodVersion, Meal, MealItem

MOST_HITS = 50
MOST_VERSIONS = 50


@admin.register(Meal)
class MealPage(EntryPage[Meal]):
    """Meals of the people who share; figures, history and corrections stand on the page of the meal."""

    icon = "restaurant"
    columns = ("slot", "what")
    list_filter = (PeriodFilter, "slot", "door")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Meal]:
        """Return the meals with their items and food names, in three queries however many there are."""
        rows = MealItem.objects.select_related("food_version").defer(*BULK_OF_VERSION).order_by("position")
        return super().get_queryset(request).prefetch_related(Prefetch("items", queryset=rows))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to the page of the meal."""
        meal = self.get_object(request, object_id)
        if meal is None or not self.has_view_permission(request):
            raise Http404
        return redirect("clients:meal", meal.person_id, meal.pk)

    @admin.display(description=_("foods"))
    def what(self, meal: Meal) -> str:
        """Name what was eaten."""
        return " · ".join(item.food_version.name(active_language()) for item in meal.items.all())


@admin.register(Drink)
class DrinkPage(EntryPage[Drink]):
    """Drinks of the people who share."""

    icon = "water_drop"
    columns = ("what", "volume_ml")
    list_select_related = ("person", "food_version")

    @admin.display(description=_("drink"))
    def what(self, drink: Drink) -> str:
        """Name the drink."""
        return drink.food_version.name(active_language())

    @admin.display(description=_("ml"), ordering="ml_mid")
    def volume_ml(self, drink: Drink) -> str:
        """Write the volume with its bounds."""
        volume = drink.volume
        return f"{volume.mid:.0f}" if volume.is_exact else f"{volume.mid:.0f} ({volume.low:.0f}–{volume.high:.0f})"


class GroupFilter(admin.SimpleListFilter):
    """Show one kind of food."""

    title = _("group")
    parameter_name = "group"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the kinds by their names."""
        return [(group.value, _group_name(group)) for group in FoodGroup]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """Keep the foods of the kind."""
        return queryset.filter(group=self.value()) if self.value() else queryset


@admin.register(Food)
class FoodPage(Page[Food]):
    """The catalogue: where each figure comes from; an edit makes a new version and leaves every diary as it was."""

    section = Section.CATALOGUE
    icon = "grocery"
    ordering = ("key",)
    list_display = ("name", "group_name", "source", "energy", "origin", "version_number", "is_listed")
    list_select_related = ("current", "source")
    list_filter = ("source", GroupFilter, "current__origin", "is_listed")
    search_fields = ("key",)
    search_help_text = _("name in Chinese, pinyin or English")
    change_form_template = "catalogue/food.html"

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Let nutritionists and staff in."""
        return is_nutritionist(request) or is_staff_member(request)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Food]:
        """Return the foods of the catalogue with their current versions.

        Own foods are their owners' business; bare energy is a definition, which nobody edits.
        """
        rows = super().get_queryset(request).filter(owner=None).exclude(pk=bare_energy.FOOD_ID)
        return rows.select_related("current", "source")

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Food], search_term: str
    ) -> tuple[models.QuerySet[Food], bool]:
        """Find as the chat does, the best first."""
        if not search_term.strip():
            return queryset, False
        ids = [hit.food_id for hit in search_foods(query=search_term, limit=MOST_HITS)]
        best_first = Case(*(When(pk=pk, then=place) for place, pk in enumerate(ids)), default=len(ids))
        return queryset.filter(pk__in=ids).order_by(best_first, "key"), False

    @admin.display(description=_("food"))
    def name(self, food: Food) -> str:
        """Write both names."""
        return " · ".join(filter(None, (food.current.name_zh, food.current.name_en)))

    @admin.display(description=_("group"), ordering="group")
    def group_name(self, food: Food) -> str:
        """Name the kind of food."""
        return _group_name(food.group)

    @admin.display(description=_("kcal in 100 g"))
    def energy(self, food: Food) -> str:
        """Write the energy, or that it is not known."""
        vector = unpacked_vector(food.current)
        return f"{vector.amounts[0]:.0f}" if vector.is_known(0) else "?"

    @admin.display(description=_("grade"), ordering="current__grade")
    def grade(self, food: Food) -> str:
        """Write how sound the figures are."""
        return food.current.grade

    @admin.display(description=_("origin"))
    def origin(self, food: Food) -> str:
        """Tell whether the current version was shipped or made here."""
        return food.current.get_origin_display()

    @admin.display(description=_("version"))
    def version_number(self, food: Food) -> int:
        """Write which version is in use."""
        return food.current.number

    def get_urls(self) -> list[URLPattern]:
        """Add the page on which a new version is made."""
        revise = path("<uuid:food_id>/revise/", self.admin_site.admin_view(self.revise), name="nutrition_food_revise")
        return [revise, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show a food: what 100 g contain, its measures, names and versions."""
        if request.method != "GET" or not self.has_view_permission(request):
            raise Http404
        food = self._food(request, object_id)
        asked = request.GET.get("version", "")
        versions = list(food.versions.select_related("editor").defer("nutrients").order_by("-number")[:MOST_VERSIONS])
        shown = (
            food.versions.filter(number=int(asked)).first() if asked.isdecimal() and len(asked) < 6 else food.current
        )
        if shown is None:
            raise Http404
        told = {"versions": versions, "rows": _lines(shown), "reasons": _reasons(shown)}
        return self._show(request, "catalogue/food.html", food, version=shown, **told)

    def revise(self, request: HttpRequest, food_id: UUID) -> HttpResponse:
        """Show the form for a new version; make it."""
        if not self.has_view_permission(request):
            raise Http404
        food = self._food(request, food_id)
        form = ReviseForm(request.POST or None, version=food.current)
        if request.method == "POST" and form.is_valid():
            try:
                version = revise_food(food=food, editor=viewer_of(request), **form.changes())
                told = gettext("Version %(number)d is in use from now on.") % {"number": version.number}
                messages.success(request, told)
                return redirect("admin:nutrition_food_change", food.pk)
            except Invalid as error:
                # Not left to the site: what was typed into forty fields must not be lost.
                form.add_error(None, as_sentence(error, active_language()))
        return self._show(request, "catalogue/revise.html", food, form=form)

    def _food(self, request: HttpRequest, food_id: object) -> Food:
        try:
            return self.get_queryset(request).get(pk=UUID(str(food_id)))
        except (ValueError, Food.DoesNotExist) as error:
            raise Http404 from error

    def _show(self, request: HttpRequest, template: str, food: Food, **facts: Any) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": food.current.name(active_language()),
            "food": food,
            "names": food.names.order_by("lang", "-weight", "text")[:MOST_VERSIONS],
            "portions": food.portions.order_by("position")[:MOST_VERSIONS],
            "allergens": food.allergen_facts.named(active_language()),
            "lang": active_language(),
            **facts,
        }
        return TemplateResponse(request, template, context)


@admin.register(CatalogueSource)
class SourcePage(Page[CatalogueSource]):
    """The tables that the catalogue is made of: edition, licence, and how many rows were taken or refused."""

    section = Section.CATALOGUE
    icon = "menu_book"
    ordering = ("name",)
    list_display = ("title", "name", "edition", "licence", "foods", "refused", "changed_at")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[CatalogueSource]:
        """Return the tables; what people taught is none."""
        return super().get_queryset(request).exclude(name=OWN_SOURCE)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Let nutritionists and staff in."""
        return is_nutritionist(request) or is_staff_member(request)


@dataclass(frozen=True, slots=True)
class NutrientLine:
    """One nutrient of a food version: an amount in 100 g, a trace, or nothing known."""

    nutrient: Nutrient
    name: str
    unit: str
    amount: float
    is_known: bool
    is_trace: bool


def _group_name(group: str) -> str:
    return phrase(active_language(), f"group.{group}")


def _reasons(version: FoodVersion) -> list[str]:
    """Return what stands against the figures of a version, in words."""
    return [phrase(active_language(), f"quality.{reason.value}") for reason in reasons_of(version.grade_reasons)]


def _lines(version: FoodVersion) -> list[NutrientLine]:
    """Return the main nutrients, known or not, and of the others those that are known."""
    vector = unpacked_vector(version)
    lang = active_language()
    shown = [row for row in NUTRIENTS if row in EDITED or vector.is_known(row.position)]
    return [
        NutrientLine(
            row,
            row.name(lang),
            unit_of(row),
            float(vector.amounts[row.position]),
            vector.is_known(row.position),
            bool(vector.trace[row.position]),
        )
        for row in shown
    ]
