"""How often the engine outside was asked on a day: counted before it is asked, so that no limit is ever passed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from meum.journal.models import Personal


class OutsideDay(models.Model):
    """How often it was asked on a day (UTC) for everybody together."""

    personal: ClassVar[Personal] = "none"

    day = models.DateField(primary_key=True)
    looks = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        """Show the day."""
        return str(self.day)


class OutsideDayOfPerson(models.Model):
    """How often it was asked on a day (UTC) for one person."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "a count of a week; each photo that was sent is exported with the time when it was"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    day = models.DateField()
    looks = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="outside_day_once")]
        indexes = [models.Index(fields=["day"], name="outside_day_to_clear")]

    def __str__(self) -> str:
        """Show the day."""
        return str(self.day)
