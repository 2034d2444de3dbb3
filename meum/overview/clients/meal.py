"""The page of one meal: what it counts to, its history, and corrections under the nutritionist's own name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import View

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.journal.queries import history_of_entry
from meum.journal.services import note_look, remove_entry
from meum.kernel.errors import Invalid
from meum.kernel.language import active_language
from meum.overview.clients.figures import figures
from meum.overview.clients.views import has_own_correction, nutritionist_asking, shown_page, take_back
from meum.people.models import Person
from meum.people.queries import visible_person
from meum.people.services import while_visible
from nutrition.models import Meal
from nutrition.queries import MealSummary, meal_summary
from nutrition.services import correct_item, remove_item

CHANGES_SHOWN = 20


class ItemForm(forms.Form):
    """Which item of which revision of a meal."""

    revision = forms.IntegerField(min_value=1)
    number = forms.IntegerField(min_value=1)


class GramsForm(ItemForm):
    """The grams that an item really had."""

    grams = forms.FloatField(min_value=0.1, max_value=5000)


class MealPage(View):
    """Show one meal; take corrections, each one call of a service and so one undo."""

    def get(self, request: HttpRequest, person_id: UUID, meal_id: UUID) -> HttpResponse:
        """Show the meal."""
        viewer = nutritionist_asking(request)
        shown = visible_person(viewer=viewer, person_id=person_id)
        meal = _meal(shown, meal_id)
        note_look(person=shown, viewer=viewer, what="nutrition.Meal", door=Door.ADMIN, entry_id=meal_id, day=meal.day)
        lang = active_language()
        return shown_page(
            request,
            "meal",
            title=str(shown),
            shown=shown,
            meal=meal,
            items=[(item, figures(item.totals(), lang)[:4]) for item in meal.items],
            figures=figures(meal.totals, lang),
            history=history_of_entry(person=shown, entry_id=meal_id)[:CHANGES_SHOWN],
            can_undo=has_own_correction(person=shown, viewer=viewer),
        )

    def post(self, request: HttpRequest, person_id: UUID, meal_id: UUID) -> HttpResponse:
        """Correct the meal; show it again, or its day when it is gone."""
        viewer = nutritionist_asking(request)
        shown = visible_person(viewer=viewer, person_id=person_id)
        meal = _meal(shown, meal_id)
        correction = _Correction(request, viewer, shown, meal)
        corrections = {
            "grams": correction.set_grams,
            "remove": correction.remove_item,
            "delete": correction.delete,
            "undo": correction.undo,
        }
        with while_visible(person=shown, viewer=viewer):
            corrections.get(request.POST.get("do", ""), correction.refuse)()
        if meal_summary(owner=shown, meal_id=meal_id) is None:
            return redirect("clients:day", shown.pk, meal.day)
        return redirect("clients:meal", shown.pk, meal_id)


@dataclass(frozen=True)
class _Correction:
    """One correction that a nutritionist asks for; the journal keeps it under her name."""

    request: HttpRequest
    viewer: Person
    person: Person
    meal: MealSummary

    def set_grams(self) -> None:
        asked = self._asked(GramsForm(self.request.POST))
        correct_item(
            person=self.person,
            author=self.viewer,
            door=Door.ADMIN,
            meal_id=self.meal.id,
            number=asked["number"],
            grams=Interval.exact(asked["grams"]),
            revision=asked["revision"],
        )
        messages.success(self.request, _("The amount is corrected."))

    def remove_item(self) -> None:
        asked = self._asked(ItemForm(self.request.POST))
        remove_item(
            person=self.person,
            author=self.viewer,
            door=Door.ADMIN,
            meal_id=self.meal.id,
            number=asked["number"],
            revision=asked["revision"],
        )
        messages.success(self.request, _("The item is removed."))

    def delete(self) -> None:
        remove_entry(person=self.person, author=self.viewer, door=Door.ADMIN, model=Meal, entry_id=self.meal.id)
        messages.success(self.request, _("The meal is deleted."))

    def undo(self) -> None:
        take_back(person=self.person, viewer=self.viewer)
        messages.success(self.request, _("Your latest correction is taken back."))

    def refuse(self) -> None:
        raise Invalid("invalid_value", "this page does not know this correction", field="do")

    def _asked(self, form: forms.Form) -> dict[str, Any]:
        if not form.is_valid():
            raise Invalid("invalid_value", "grams are more than 0 and at most 5000", field="grams")
        return form.cleaned_data


def _meal(person: Person, meal_id: UUID) -> MealSummary:
    meal = meal_summary(owner=person, meal_id=meal_id)
    if meal is None:
        raise Http404
    return meal
