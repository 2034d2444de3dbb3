"""Skin notes in the admin site: for nutritionists, of the people who share with them."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from meum.kernel.language import active_language
from meum.kernel.phrases import phrase
from meum.people.admin_records import EntryPage
from skincare.domain import RATINGS
from skincare.models import SkinNote


@admin.register(SkinNote)
class SkinNotePage(EntryPage[SkinNote]):
    """Skin notes: what was rated, counted and said."""

    icon = "face"
    columns = ("said", "rated", "spots")

    @admin.display(description=_("condition"))
    def said(self, note: SkinNote) -> str:
        """Write the person's own words for it."""
        return note.condition

    @admin.display(description=_("ratings of 10"))
    def rated(self, note: SkinNote) -> str:
        """Write the ratings that were given."""
        given = [(name, getattr(note, name)) for name in RATINGS if getattr(note, name) is not None]
        return " · ".join(f"{phrase(active_language(), f'rating.{name}')} {value}" for name, value in given)

    @admin.display(description=_("spots"))
    def spots(self, note: SkinNote) -> int | None:
        """Write how many spots were counted."""
        return note.lesions
