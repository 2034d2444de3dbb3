"""What is stored of a food: itself, its immutable versions, the names it is found by and its household measures."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meum.domain.intervals import Interval
from meum.domain.languages import Lang, name_in
from meum.journal.models import Personal
from nutrition.domain.allergens import AllergenFacts, allergens_of_codes
from nutrition.domain.foods import FoodGroup, Grade, NameKind

_GRADES = [(grade.value, grade.value) for grade in Grade]
_LANGUAGES = [(Lang.ZH, "Chinese"), (Lang.EN, "English")]


OWN_SOURCE = "own_food"
"""The source of foods that people taught Meum for themselves; no table of the catalogue."""
TOLD_SOURCE = "told"
"""The source of the one food that stands for bare energy."""


class CatalogueSource(models.Model):
    """A table of foods and the edition of it that is loaded; `stamp` is new after whatever changes its foods."""

    personal: ClassVar[Personal] = "none"

    name = models.CharField(_("name"), max_length=20, primary_key=True)
    title = models.CharField(_("title"), max_length=200)
    edition = models.CharField(_("edition"), max_length=60)
    licence = models.CharField(_("licence"), max_length=200)
    sha256 = models.CharField(max_length=64, blank=True)
    foods = models.PositiveIntegerField(_("foods"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    stamp = models.UUIDField(default=uuid.uuid4, editable=False)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        """Name it for people."""

        verbose_name = _("source of foods")
        verbose_name_plural = _("sources of foods")

    def __str__(self) -> str:
        """Return the name by which code knows the source."""
        return self.name


class Food(models.Model):
    """A food that may be logged; what it contains stands in its versions, of which `current` serves new entries.

    `allergens` are joined by commas; unless `has_all_allergens` it may hold others. `gtin` is the number under the bar
    code, 13 digits. A food with an `owner` is that person's alone: never listed, and which of its versions serves new
    entries is told by its `OwnFood`, as an undo brings that back; its `current` is merely the first one.
    """

    owner_path: ClassVar[str] = "owner"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(_("key"), max_length=64, unique=True)
    source = models.ForeignKey(CatalogueSource, on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))
    group = models.CharField(_("group"), max_length=12, choices=[(group.value, group.value) for group in FoodGroup])
    edible_share = models.FloatField(default=1.0)
    is_drink = models.BooleanField(default=False)
    density_g_per_ml = models.FloatField(null=True, blank=True)
    prior = models.PositiveSmallIntegerField(default=30)
    gtin = models.CharField(max_length=13, null=True, blank=True, unique=True)  # many foods have none
    allergens = models.CharField(max_length=120, blank=True)
    has_all_allergens = models.BooleanField(default=False)
    is_listed = models.BooleanField(_("listed"), default=True)
    row_digest = models.CharField(max_length=32, blank=True, editable=False)
    current = models.ForeignKey("nutrition.FoodVersion", on_delete=models.RESTRICT, related_name="+")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        """Keep out what cannot be."""

        verbose_name = _("food")
        verbose_name_plural = _("foods")
        constraints = [
            models.CheckConstraint(
                condition=Q(edible_share__gt=0, edible_share__lte=1), name="food_edible_share_within_0_and_1"
            ),
            models.CheckConstraint(
                condition=Q(density_g_per_ml__isnull=True) | Q(density_g_per_ml__gt=0), name="food_density_is_positive"
            ),
            models.CheckConstraint(condition=Q(prior__lte=100), name="food_prior_is_at_most_100"),
            models.CheckConstraint(condition=~Q(gtin=""), name="food_gtin_is_a_number_or_nothing"),
            models.CheckConstraint(condition=Q(owner=None) | Q(is_listed=False), name="food_of_a_person_is_not_listed"),
        ]

    def __str__(self) -> str:
        """Return source and code."""
        return self.key

    @property
    def allergen_facts(self) -> AllergenFacts:
        """Return the allergens that the food holds, and whether these are all."""
        return AllergenFacts(allergens_of_codes(self.allergens), self.has_all_allergens)


class FoodVersion(models.Model):
    """What a food was called and contained at one time; never changed, so that a diary keeps its meaning.

    `nutrients` are packed by `NutrientVector.to_bytes`, per 100 g of edible part; `patterns` (food pattern
    equivalents) by `packed_patterns`, null where nobody has worked them out; `spread` (how far the nutrients may lie
    from these, as kitchens differ in oil and sugar) by `Spread.to_bytes`, null where nobody told. `grade` and
    `grade_reasons` are what the rules of grading say of it now: a judgement about the version, not a part of it.
    """

    owner_path: ClassVar[str] = "food__owner"
    personal: ClassVar[Personal] = "exported"

    class Origin(models.TextChoices):
        """Who made the version."""

        SHIPPED = "shipped", _("shipped with the catalogue")
        EDITED = "edited", _("edited here")
        TAUGHT = "taught", _("taught by its owner")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    food = models.ForeignKey(Food, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    name_zh = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=250, blank=True)
    grade = models.CharField(
        _("grade"), max_length=1, choices=[(one.value, one.value) for one in Grade], default=Grade.B.value
    )
    grade_reasons = models.CharField(max_length=200, blank=True)
    nutrients = models.BinaryField()
    spread = models.BinaryField(null=True)
    patterns = models.BinaryField(null=True)
    edition = models.CharField(max_length=60)
    provenance = models.CharField(max_length=800)
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.SHIPPED)
    created_at = models.DateTimeField(auto_now_add=True)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Count the versions of a food; a version has a name."""

        constraints = [
            models.UniqueConstraint(fields=["food", "number"], name="food_version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="food_version_number_from_1"),
            models.CheckConstraint(condition=~Q(name_zh="") | ~Q(name_en=""), name="food_version_has_a_name"),
        ]

    def __str__(self) -> str:
        """Return the name of the food as this version has it."""
        return self.name(Lang.ZH)

    def name(self, lang: Lang) -> str:
        """Return the name in a language, in the other one where there is none."""
        return name_in(lang, zh=self.name_zh, en=self.name_en)


class FoodName(models.Model):
    """A name by which a food is found; `folded` is how it is compared, `weight` (0..100) how well it names it."""

    personal: ClassVar[Personal] = "none"

    food = models.ForeignKey(Food, on_delete=models.CASCADE, related_name="names")
    lang = models.CharField(max_length=2, choices=_LANGUAGES)
    text = models.CharField(max_length=250)
    folded = models.CharField(max_length=250, db_index=True)
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in NameKind])
    weight = models.PositiveSmallIntegerField(default=100)

    class Meta:
        """A food has each name once."""

        constraints = [
            models.UniqueConstraint(fields=["food", "lang", "text"], name="food_name_once"),
            models.CheckConstraint(condition=Q(weight__lte=100), name="food_name_weight_is_at_most_100"),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.text


class Portion(models.Model):
    """The grams of one household measure of a food, as an interval; the first of a unit is what a bare unit means."""

    personal: ClassVar[Personal] = "none"

    food = models.ForeignKey(Food, on_delete=models.CASCADE, related_name="portions")
    position = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=40)
    detail = models.CharField(max_length=60, blank=True)
    grams_low = models.FloatField()
    grams_mid = models.FloatField()
    grams_high = models.FloatField()
    basis = models.CharField(max_length=20)
    is_default = models.BooleanField(default=False)

    class Meta:
        """Order the portions of a food; low, mid and high stay in order; one default."""

        constraints = [
            models.UniqueConstraint(fields=["food", "position"], name="portion_position_once"),
            models.UniqueConstraint(fields=["food"], condition=Q(is_default=True), name="portion_default_once"),
            models.CheckConstraint(
                condition=Q(grams_low__gt=0, grams_low__lte=F("grams_mid"), grams_mid__lte=F("grams_high")),
                name="portion_grams_in_order",
            ),
        ]

    def __str__(self) -> str:
        """Return unit and grams."""
        return f"{self.unit} {self.grams_mid:g} g"

    @property
    def grams(self) -> Interval:
        """Return the grams of one unit."""
        return Interval(self.grams_low, self.grams_mid, self.grams_high)
