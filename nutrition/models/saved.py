"""Meals that a person saved under a name, to log them again by it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Entry, Personal
from nutrition.models.diary import GRAMS_POSSIBLE, FoodAmount, MealSlot

MOST_NAME_LETTERS = 40


class SavedMeal(Entry):
    """A list of foods with amounts under a name of the person's own; `at` is when it was saved.

    `key` is the name in its plain form, by which it is found; `slot` the meal of the day that it is for, if any.
    """

    has_items: ClassVar[bool] = True

    name = models.CharField(_("name"), max_length=MOST_NAME_LETTERS)
    key = models.CharField(max_length=MOST_NAME_LETTERS)
    slot = models.CharField(_("meal of the day"), max_length=10, choices=MealSlot.choices, blank=True)

    class Meta(Entry.Meta):
        verbose_name = _("saved meal")
        verbose_name_plural = _("saved meals")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "key", "slot"], condition=Q(deleted_at=None), name="saved_meal_name_once"
            ),
            models.CheckConstraint(condition=Q(slot__in=["", *MealSlot.values]), name="saved_meal_slot_known"),
            models.CheckConstraint(condition=~Q(key=""), name="saved_meal_has_a_name"),
        ]

    def __str__(self) -> str:
        """Name the row without telling what is in it."""
        return "saved meal"


class SavedMealItem(FoodAmount):
    """One food of a saved meal."""

    owner_path: ClassVar[str] = "saved_meal__person"
    personal: ClassVar[Personal] = "exported"

    saved_meal = models.ForeignKey(SavedMeal, models.CASCADE, related_name="items")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["saved_meal", "position"], name="saved_meal_item_position_once"),
            models.CheckConstraint(condition=GRAMS_POSSIBLE, name="saved_meal_item_grams_possible"),
        ]

    def __str__(self) -> str:
        """Name the row without telling what it is."""
        return "saved meal item"
