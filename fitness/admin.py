"""What the body did, in the admin site: for nutritionists, of the people who share with them."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from fitness.models import Activity, BodyMeasurement, Sleep
from meum.domain.intervals import Interval
from meum.kernel.language import active_language
from meum.people.admin_records import EntryPage


@admin.register(BodyMeasurement)
class BodyMeasurementPage(EntryPage[BodyMeasurement]):
    """Measures of the body, each with its unit."""

    icon = "monitor_weight"
    columns = ("measure", "figure")

    @admin.display(description=_("measure"), ordering="kind")
    def measure(self, row: BodyMeasurement) -> str:
        """Name the measure."""
        return row.facts.name(active_language())

    @admin.display(description=_("value"))
    def figure(self, row: BodyMeasurement) -> str:
        """Write the figure, for a blood pressure both of them."""
        second = "" if row.diastolic_mmhg is None else f"/{row.diastolic_mmhg:.0f}"
        return f"{row.value:.{row.facts.digits}f}{second} {row.facts.unit}"


@admin.register(Activity)
class ActivityPage(EntryPage[Activity]):
    """Activities with the energy they were counted with."""

    icon = "directions_run"
    columns = ("what", "length", "energy")

    @admin.display(description=_("activity"))
    def what(self, row: Activity) -> str:
        """Name the activity."""
        return row.name(active_language())

    @admin.display(description=_("minutes"), ordering="minutes")
    def length(self, row: Activity) -> str:
        """Write how long it took."""
        return f"{row.minutes:.0f}"

    @admin.display(description=_("kcal, rest included"), ordering="energy_kcal_mid")
    def energy(self, row: Activity) -> str:
        """Write the energy with its bounds."""
        return _with_bounds(row.energy)


@admin.register(Sleep)
class SleepPage(EntryPage[Sleep]):
    """Sleeps; the time is that of waking."""

    icon = "bedtime"
    columns = ("length",)

    @admin.display(description=_("hours"), ordering="minutes")
    def length(self, row: Sleep) -> str:
        """Write how long it was."""
        return f"{row.minutes / 60:.1f}"


def _with_bounds(energy: Interval) -> str:
    return f"{energy.mid:.0f} ({energy.low:.0f}–{energy.high:.0f})"
