"""When somebody wants to be reminded."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Personal, new_id


class Reminder(models.Model):
    """One person's wish to be reminded once a day, if nothing was logged that day; in force with the consent."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at_minute = models.PositiveSmallIntegerField(help_text=_("minutes after midnight of the person's own clock"))
    latest_day = models.DateField(null=True, help_text=_("the day on which the person was reminded last"))

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(at_minute__range=(450, 1280)), name="reminder_outside_the_night"),
        ]

    def __str__(self) -> str:
        """Name the row without telling of whom."""
        return "reminder"
