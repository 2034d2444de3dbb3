"""Foods and dishes that a person taught Meum for themselves."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meum.domain.intervals import Interval
from meum.journal.models import Entry, Personal, new_id
from nutrition.models.catalogue import FoodVersion, Portion
from nutrition.models.diary import GRAMS_POSSIBLE, WeighedFood

MOST_PORTIONS = 200


class OwnFood(Entry):
    """A food as its label tells it, or a dish with what goes into it; `food_version` is what it contains now.

    The food of that version has this row's id. `key` is the name as names are compared. The portion is what a bare
    "one" means, in grams; without a unit any vessel or piece means it. A dish weighs `cooked_grams` when it is done,
    without them as much as its parts, and makes `portions`. `gtin` is the number under a packet's bar code.
    """

    has_items: ClassVar[bool] = True

    name = models.CharField(_("name"), max_length=60)
    key = models.CharField(max_length=120, editable=False)
    food_version = models.ForeignKey(FoodVersion, models.RESTRICT, related_name="+")
    portion_unit = models.CharField(_("unit of a portion"), max_length=32, blank=True)
    portion_low = models.FloatField(null=True, blank=True)
    portion_mid = models.FloatField(null=True, blank=True)
    portion_high = models.FloatField(null=True, blank=True)
    cooked_grams = models.FloatField(null=True, blank=True)
    portions = models.FloatField(default=1.0)
    gtin = models.CharField(_("bar code"), max_length=13, blank=True, help_text=_("the number, 13 digits"))

    class Meta(Entry.Meta):
        verbose_name = _("own food")
        verbose_name_plural = _("own foods")
        indexes = [*Entry.Meta.indexes, models.Index(fields=["person", "gtin"], name="own_food_by_bar_code")]
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], condition=Q(deleted_at=None), name="own_food_named_once"),
            models.CheckConstraint(condition=Q(portions__gt=0), name="own_food_makes_portions"),
            models.CheckConstraint(
                condition=Q(cooked_grams=None) | Q(cooked_grams__gt=0), name="own_food_weighs_something"
            ),
            models.CheckConstraint(
                condition=Q(portion_low=None, portion_mid=None, portion_high=None)
                | Q(
                    portion_low__gte=0,
                    portion_mid__gt=0,
                    portion_low__lte=F("portion_mid"),
                    portion_mid__lte=F("portion_high"),
                ),
                name="own_food_portion_in_order",
            ),
        ]

    def __str__(self) -> str:
        """Name the row without telling what it is called."""
        return "own food"

    @property
    def food_key(self) -> str:
        """Return the key of its food, by which the reader names it."""
        return f"own_food:{self.pk.hex}"

    @property
    def portion_grams(self) -> Interval | None:
        """Return the grams of a portion, None where nobody told them."""
        if self.portion_low is None or self.portion_mid is None or self.portion_high is None:
            return None
        return Interval(self.portion_low, self.portion_mid, self.portion_high)

    @property
    def household_portions(self) -> list[Portion]:
        """Return its portion as foods of the catalogue have theirs; none of these rows is stored."""
        grams = self.portion_grams
        if grams is None:
            return []
        return [
            Portion(
                food_id=self.pk,
                position=0,
                unit=self.portion_unit or "份",
                grams_low=grams.low,
                grams_mid=grams.mid,
                grams_high=grams.high,
                basis="own",
                is_default=True,
            )
        ]


class OwnFoodItem(WeighedFood):
    """One part of a dish, tied to the version of the food with which it was reckoned."""

    owner_path: ClassVar[str] = "own_food__person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    own_food = models.ForeignKey(OwnFood, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["own_food", "position"], name="own_food_item_position_once"),
            models.CheckConstraint(condition=GRAMS_POSSIBLE, name="own_food_item_grams_possible"),
        ]

    def __str__(self) -> str:
        """Name the row without telling what it is."""
        return "part of an own food"
