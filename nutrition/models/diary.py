"""What a person ate and drank."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meum.domain.intervals import Interval
from meum.journal.models import Entry, Personal, new_id
from nutrition.domain.drafts import Macros
from nutrition.models.catalogue import FoodVersion

MOST_GRAMS = 5000
MOST_ML = 5000


class MealSlot(models.TextChoices):
    """A meal of the day; the values are those of `meum.language.times.MealSlot`."""

    BREAKFAST = "breakfast", _("breakfast")
    LUNCH = "lunch", _("lunch")
    DINNER = "dinner", _("dinner")
    SNACK = "snack", _("snack")


class Meal(Entry):
    """One meal with its items."""

    has_items: ClassVar[bool] = True

    slot = models.CharField(_("meal of the day"), max_length=10, choices=MealSlot.choices)

    class Meta(Entry.Meta):
        verbose_name = _("meal")
        verbose_name_plural = _("meals")
        constraints = [models.CheckConstraint(condition=Q(slot__in=MealSlot.values), name="meal_slot_known")]

    def __str__(self) -> str:
        """Name the meal of the day, not what was eaten."""
        return str(MealSlot(self.slot).label)


class WeighedFood(models.Model):
    """A food version with its grams of edible part as low, mid and high, and the amount in which they were told."""

    food_version = models.ForeignKey(FoodVersion, models.RESTRICT, related_name="+")
    grams_low = models.FloatField()
    grams_mid = models.FloatField()
    grams_high = models.FloatField()
    quantity = models.FloatField(null=True, blank=True, help_text=_("how many of the measure were told"))
    measure = models.CharField(max_length=32, blank=True, help_text=_("the measure told, such as 碗 or cup"))
    is_amount_assumed = models.BooleanField(default=False, help_text=_("no amount was told; a usual one was taken"))
    words = models.CharField(max_length=200, blank=True, help_text=_("the words it was read from"))

    class Meta:
        """Share the columns alone; each table has its own constraints."""

        abstract = True

    @property
    def grams(self) -> Interval:
        """Return the edible grams as an interval."""
        return Interval(self.grams_low, self.grams_mid, self.grams_high)


GRAMS_POSSIBLE = Q(
    grams_low__gte=0,
    grams_low__lte=F("grams_mid"),
    grams_mid__lte=F("grams_high"),
    grams_mid__gt=0,
    grams_high__lte=MOST_GRAMS * 2,
)


class FoodAmount(WeighedFood):
    """One food with an amount in a list.

    What was told in kcal alone points to the food of bare energy, of which 1 g holds 1 kcal; its macronutrients stand
    here, in g of the whole amount, null where they were not told.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    position = models.PositiveSmallIntegerField()
    protein_g = models.FloatField(null=True, blank=True)
    carbohydrate_g = models.FloatField(null=True, blank=True)
    fat_g = models.FloatField(null=True, blank=True)

    class Meta:
        """Share the columns alone; each table has its own constraints."""

        abstract = True

    @property
    def macros(self) -> Macros:
        """Return what was told of the macronutrients."""
        return Macros(protein_g=self.protein_g, carbohydrate_g=self.carbohydrate_g, fat_g=self.fat_g)


class MealItem(FoodAmount):
    """One food of a meal, tied to the version it was logged with."""

    owner_path: ClassVar[str] = "meal__person"
    personal: ClassVar[Personal] = "exported"

    meal = models.ForeignKey(Meal, models.CASCADE, related_name="items")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meal", "position"], name="meal_item_position_once"),
            models.CheckConstraint(condition=GRAMS_POSSIBLE, name="meal_item_grams_possible"),
        ]

    def __str__(self) -> str:
        """Name the row without telling what was eaten."""
        return "meal item"


class Drink(Entry):
    """Water, or another drink counted by its volume alone; drinks with a name stand in meals."""

    food_version = models.ForeignKey(FoodVersion, models.RESTRICT, related_name="+")
    ml_low = models.FloatField()
    ml_mid = models.FloatField()
    ml_high = models.FloatField()

    class Meta(Entry.Meta):
        verbose_name = _("drink")
        verbose_name_plural = _("drinks")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    ml_low__gte=0,
                    ml_low__lte=F("ml_mid"),
                    ml_mid__lte=F("ml_high"),
                    ml_mid__gt=0,
                    ml_high__lte=MOST_ML * 2,
                ),
                name="drink_ml_possible",
            ),
        ]

    def __str__(self) -> str:
        """Name the row without telling what was drunk."""
        return "drink"

    @property
    def volume(self) -> Interval:
        """Return the millilitres as an interval."""
        return Interval(self.ml_low, self.ml_mid, self.ml_high)
