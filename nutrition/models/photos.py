"""Photos of meals: what was sent, what an engine saw in it, and which meal it became."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meum.domain.intervals import Interval
from meum.journal.models import Consent, Door, Personal, new_id
from nutrition.domain.dishes import Finding
from nutrition.models.catalogue import Food, FoodVersion
from nutrition.models.diary import Meal

MOST_IN_SESSION = 9
_FINDINGS = [(finding.value, finding.value) for finding in Finding]


class PhotoState(models.TextChoices):
    """How far a photo has come; one that nobody confirms is deleted after a day."""

    WAITING = "waiting", _("to be looked at")
    LOOKED = "looked", _("looked at, waits for the person")
    CONFIRMED = "confirmed", _("confirmed")


class MealPhoto(models.Model):
    """One photo of a meal; it counts for nothing until the person confirms what is on it.

    Its file has the same id. Photos sent in a row share a `session`, the id of its first one. The file is deleted
    with the confirmation unless the person agreed to keep photos, or to improve Meum with them (`example_consent`).
    """

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    file = models.OneToOneField("files.PrivateFile", models.SET_NULL, related_name="+", null=True, blank=True)
    door = models.CharField(_("door"), max_length=16, choices=Door.choices)
    session = models.UUIDField()
    number = models.PositiveSmallIntegerField(_("number"), default=1, help_text=_("within its session, from 1"))
    sent_at = models.DateTimeField(_("sent"))
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("how much, told with the photo"))
    state = models.CharField(_("state"), max_length=9, choices=PhotoState.choices, default=PhotoState.WAITING)
    finding = models.CharField(_("finding"), max_length=11, choices=_FINDINGS, blank=True)
    group = models.CharField(_("group"), max_length=32, blank=True, help_text=_("kind of dish, where that was seen"))
    group_zh = models.CharField(max_length=40, blank=True)
    group_en = models.CharField(max_length=60, blank=True)
    engine = models.CharField(_("engine"), max_length=32, blank=True)
    engine_version = models.CharField(_("version"), max_length=64, blank=True)
    meal = models.ForeignKey(Meal, models.SET_NULL, related_name="photos", null=True, blank=True)
    example_consent = models.ForeignKey(
        Consent,
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("the agreement by which it is kept as an example to learn from"),
    )
    created_at = models.DateTimeField(_("created"))
    # When it left for the engine outside of this server.
    sent_out_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        verbose_name = _("photo of a meal")
        verbose_name_plural = _("photos of meals")
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="photo_number_once"),
            models.CheckConstraint(condition=Q(state__in=PhotoState.values), name="photo_state_known"),
            models.CheckConstraint(
                condition=Q(finding__in=["", *(finding.value for finding in Finding)]), name="photo_finding_known"
            ),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=MOST_IN_SESSION), name="photo_number_few"),
            models.CheckConstraint(
                condition=Q(state=PhotoState.CONFIRMED) | Q(meal=None, example_consent=None),
                name="photo_meal_confirmed",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="photo_of_person"),
            models.Index(fields=["created_at"], name="photo_to_clear", condition=~Q(state=PhotoState.CONFIRMED)),
            models.Index(fields=["id"], name="photo_example", condition=Q(example_consent__isnull=False)),
        ]

    def __str__(self) -> str:
        """Show the state, never what is on it."""
        return self.state


class PhotoCandidate(models.Model):
    """One dish that a photo may show, with grams as an estimate; once confirmed, those that were chosen stay."""

    owner_path: ClassVar[str] = "photo__person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    photo = models.ForeignKey(MealPhoto, models.CASCADE, related_name="candidates")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=64, help_text=_("what the engine calls it"))
    food_version = models.ForeignKey(FoodVersion, models.RESTRICT, related_name="+")
    probability = models.FloatField()
    grams_low = models.FloatField()
    grams_mid = models.FloatField()
    grams_high = models.FloatField()
    is_chosen = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["photo", "position"], name="photo_candidate_position_once"),
            models.CheckConstraint(
                condition=Q(probability__gte=0, probability__lte=1), name="photo_candidate_probability_possible"
            ),
            models.CheckConstraint(
                condition=Q(grams_low__gt=0, grams_low__lte=F("grams_mid"), grams_mid__lte=F("grams_high")),
                name="photo_candidate_grams_in_order",
            ),
        ]

    def __str__(self) -> str:
        """Name the row without telling what it may be."""
        return f"candidate {self.position}"

    @property
    def grams(self) -> Interval:
        """Return the edible grams as an interval."""
        return Interval(self.grams_low, self.grams_mid, self.grams_high)


class PhotoMemory(models.Model):
    """How a photo of a meal looks to an embedder, kept without the photo so that its dishes are known the next time.

    `vector` is float16, of length 1. It tells something only once the photo is confirmed.
    """

    owner_path: ClassVar[str] = "photo__person"
    personal: ClassVar[Personal] = "exported"

    photo = models.OneToOneField(MealPhoto, models.CASCADE, primary_key=True, related_name="memory")
    embedder = models.CharField(max_length=64)
    vector = models.BinaryField()

    class Meta:
        verbose_name = _("look of a meal")
        verbose_name_plural = _("looks of meals")

    def __str__(self) -> str:
        """Name the row without telling what it shows."""
        return "look of a meal"


class DishExample(models.Model):
    """How a photo of a dish of the catalogue looks to an embedder; everybody's photos are compared with it.

    `digest` is the SHA-256 of the vector: the vector itself would be too long for an index.
    """

    personal: ClassVar[Personal] = "none"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    food = models.ForeignKey(Food, models.CASCADE, related_name="+")
    embedder = models.CharField(max_length=64)
    vector = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("look of a dish")
        verbose_name_plural = _("looks of dishes")
        constraints = [models.UniqueConstraint(fields=["food", "embedder", "digest"], name="dish_example_once")]
        indexes = [models.Index(fields=["embedder", "-id"], name="dish_example_latest")]

    def __str__(self) -> str:
        """Name the dish."""
        return str(self.food)
