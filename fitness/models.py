"""What is kept of a body: measures, activities, sleep."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fitness.domain.energy import net_energy
from fitness.domain.measures import KINDS, Kind, MeasureFacts
from meum.domain.intervals import Interval
from meum.domain.languages import Lang, name_in
from meum.journal.models import Entry


class BodyMeasurement(Entry):
    """One figure of the body, in the unit of its kind; a blood pressure has a second one."""

    kind = models.CharField(_("measure"), max_length=24, choices=[(kind.value, KINDS[kind].name_en) for kind in Kind])
    value = models.FloatField(help_text=_("in the unit of the measure; for blood pressure the systolic"))
    diastolic_mmhg = models.FloatField(null=True, blank=True, help_text=_("for blood pressure only"))

    class Meta(Entry.Meta):
        verbose_name = _("body measurement")
        verbose_name_plural = _("body measurements")
        indexes = [
            *Entry.Meta.indexes,
            models.Index(fields=["person", "kind", "-at", "-id"], name="measurement_latest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind], value__gt=0), name="measurement_possible"
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.BLOOD_PRESSURE.value, diastolic_mmhg__isnull=False)
                | (~Q(kind=Kind.BLOOD_PRESSURE.value) & Q(diastolic_mmhg=None)),
                name="measurement_two_figures",
            ),
        ]

    def __str__(self) -> str:
        """Name the measure, not its value."""
        return self.facts.name_en

    @property
    def facts(self) -> MeasureFacts:
        """Return unit, code and names of the measure."""
        return KINDS[Kind(self.kind)]


class Activity(Entry):
    """Something done with the body; which Compendium row and MET it was counted with stays in the row."""

    edition = models.CharField(max_length=8, help_text=_("of the Compendium of Physical Activities"))
    code = models.CharField(max_length=8, help_text=_("of the Compendium, unique within its edition only"))
    met = models.FloatField()
    name_zh = models.CharField(max_length=64, blank=True)
    name_en = models.CharField(max_length=240)
    minutes = models.FloatField()
    is_duration_assumed = models.BooleanField(default=False, help_text=_("no time was told; a usual pace was taken"))
    distance_m = models.FloatField(null=True, blank=True)
    weight_kg = models.FloatField(help_text=_("the body weight it was counted with"))
    is_weight_assumed = models.BooleanField(default=False, help_text=_("no weight was known; a usual one was taken"))
    energy_kcal_low = models.FloatField(help_text=_("gross: rest included"))
    energy_kcal_mid = models.FloatField()
    energy_kcal_high = models.FloatField()

    class Meta(Entry.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [
            models.CheckConstraint(
                condition=Q(met__gt=0, minutes__gt=0, weight_kg__gt=0) & (Q(distance_m=None) | Q(distance_m__gt=0)),
                name="activity_possible",
            ),
            models.CheckConstraint(
                condition=Q(
                    energy_kcal_low__gte=0,
                    energy_kcal_low__lte=F("energy_kcal_mid"),
                    energy_kcal_mid__lte=F("energy_kcal_high"),
                ),
                name="activity_energy_in_order",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind of row, not what was done."""
        return "activity"

    @property
    def energy(self) -> Interval:
        """Return the gross kcal, rest included."""
        return Interval(self.energy_kcal_low, self.energy_kcal_mid, self.energy_kcal_high)

    @property
    def net_energy(self) -> Interval:
        """Return the kcal beyond rest."""
        return net_energy(gross=self.energy, met=self.met)

    def name(self, lang: Lang) -> str:
        """Return the activity's name in a language, in the other one where there is none."""
        return name_in(lang, zh=self.name_zh, en=self.name_en)


class Sleep(Entry):
    """One sleep; it belongs to the day of waking, so `at` is the waking instant."""

    asleep_at = models.DateTimeField(null=True, blank=True, help_text=_("empty: only the length was told"))
    minutes = models.FloatField()

    class Meta(Entry.Meta):
        verbose_name = _("sleep")
        verbose_name_plural = _("sleeps")
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gt=0) & (Q(asleep_at=None) | Q(asleep_at__lt=F("at"))), name="sleep_possible"
            ),
        ]

    def __str__(self) -> str:
        """Name the kind of row, not how long it was."""
        return "sleep"

    @property
    def woke_at(self) -> datetime:
        """Return the waking instant."""
        return self.at
