"""The form on which a new version of a food is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meum.domain.nutrients import NutrientVector
from meum.kernel.language import active_language
from nutrition.catalogue.nutrients import NUTRIENTS, Nutrient
from nutrition.catalogue.queries import unpacked_vector
from nutrition.models import FoodVersion

# The nutrients that everybody reads; the rest of the table is kept as it is.
EDITED = NUTRIENTS[:40]


class ReviseForm(forms.Form):
    """Names, a reason, and the main nutrients in 100 g of edible part; an empty amount is unknown, not zero."""

    note = forms.CharField(
        label=_("Why, and where the new figures come from"), max_length=200, widget=forms.Textarea({"rows": 2})
    )
    name_zh = forms.CharField(label=_("name in Chinese"), max_length=120, required=False)
    name_en = forms.CharField(label=_("name in English"), max_length=250, required=False)

    def __init__(self, data: Any, *, version: FoodVersion) -> None:
        """Begin with what the version says."""
        vector = unpacked_vector(version)
        known = {row.tagname: _plain(vector, row) for row in EDITED}
        super().__init__(data, initial={"name_zh": version.name_zh, "name_en": version.name_en, **known})
        for row in EDITED:
            self.fields[row.tagname] = forms.FloatField(
                label=f"{row.name(active_language())} ({unit_of(row)})",
                required=False,
                min_value=0,
                max_value=1_000_000,
                widget=forms.NumberInput({"step": "any", "inputmode": "decimal"}),
            )

    def clean(self) -> dict[str, Any]:
        """Ask for a name, and for something that differs."""
        cleaned = super().clean() or self.cleaned_data
        if not (cleaned.get("name_zh") or cleaned.get("name_en")):
            raise forms.ValidationError(_("A food needs a name in one language at least."), code="no_name")
        if not set(self.changed_data) - {"note"}:
            raise forms.ValidationError(_("Nothing differs from the version in use."), code="no_change")
        return cleaned

    def changes(self) -> dict[str, Any]:
        """Return what differs, as `revise_food` takes it."""
        amounts = {row.tagname: self.cleaned_data[row.tagname] for row in EDITED if row.tagname in self.changed_data}
        names = {name: self.cleaned_data[name] for name in self.changed_data if name in {"name_zh", "name_en"}}
        return {"note": self.cleaned_data["note"], "amounts": amounts or None, **names}

    def amounts(self) -> Iterator[forms.BoundField]:
        """Return the fields of the nutrients, in the order of the table."""
        for row in EDITED:
            yield self[row.tagname]


def unit_of(row: Nutrient) -> str:
    """Write the unit of a nutrient for people."""
    return "µg" if row.unit == "ug" else row.unit


def _plain(vector: NutrientVector, row: Nutrient) -> float | None:
    """Return an amount as it is written, without the noise of its packed form."""
    return float(f"{vector.amounts[row.position]:.6g}") if vector.is_known(row.position) else None
