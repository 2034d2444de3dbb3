"""What a job stored; nothing forbids a second line, so that one is seen."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from meum.journal.models import Personal


class Line(models.Model):
    """One time that the effect of a job was stored."""

    personal: ClassVar[Personal] = "none"

    objects: ClassVar[models.Manager[Line]] = models.Manager()

    job = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Show whose line it is."""
        return self.job
