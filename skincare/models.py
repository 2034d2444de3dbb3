"""What a person notes about their skin."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Entry, Personal, new_id
from skincare.domain import LONGEST_CONDITION, LONGEST_PRODUCT, RATINGS, PartOfDay, SkinRatings, Step


def _rating() -> models.PositiveSmallIntegerField[int | None, int | None]:
    return models.PositiveSmallIntegerField(null=True, blank=True, help_text=_("0 none to 10 as bad as can be"))


class SkinNote(Entry):
    """How the skin was, and what was put on it or left out."""

    has_items: ClassVar[bool] = True

    oil = _rating()
    dryness = _rating()
    redness = _rating()
    sting = _rating()
    itch = _rating()
    lesions = models.PositiveSmallIntegerField(null=True, blank=True, help_text=_("spots counted by the person"))
    condition = models.CharField(max_length=LONGEST_CONDITION, blank=True, help_text=_("in the person's own words"))

    class Meta(Entry.Meta):
        verbose_name = _("skin note")
        verbose_name_plural = _("skin notes")
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{rating}__lte": 10}) | Q(**{rating: None}), name=f"skin_{rating}_on_scale"
            )
            for rating in RATINGS
        ]

    def __str__(self) -> str:
        """Name the kind of row, not what was noted."""
        return "skin note"

    @property
    def ratings(self) -> SkinRatings:
        """Return the ratings that were given."""
        return SkinRatings(**{name: getattr(self, name) for name in RATINGS})


class SkinApplication(models.Model):
    """One step of a routine: done, or skipped."""

    owner_path: ClassVar[str] = "note__person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    note = models.ForeignKey(SkinNote, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=16, choices=[(step.value, step.value.replace("_", " ")) for step in Step])
    product = models.CharField(max_length=LONGEST_PRODUCT, blank=True, help_text=_("in the person's own words"))
    slot = models.CharField(max_length=8, blank=True, choices=[(part.value, part.value) for part in PartOfDay])
    is_skipped = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("skin application")
        constraints = [
            models.UniqueConstraint(fields=["note", "position"], name="skin_application_position_once"),
            models.CheckConstraint(
                condition=Q(step__in=[step.value for step in Step])
                & Q(slot__in=["", *(part.value for part in PartOfDay)]),
                name="skin_application_known",
            ),
        ]

    def __str__(self) -> str:
        """Name the row without telling what was applied."""
        return "skin application"
