"""What a person must not or does not want to eat, and what they eat for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Personal, Recorded

MOST_WORDS = 40
"""Most words in each list."""
MOST_WORD_LETTERS = 40


class Goal(models.TextChoices):
    """What becomes of the weight."""

    LOSE = "lose", _("lose weight")
    MAINTAIN = "maintain", _("keep the weight")
    GAIN = "gain", _("gain weight")


class EatingWishes(Recorded):
    """Allergies, diet, conditions, dislikes and goal; health data, so only with consent.

    `allergies` and `dislikes` hold the words as they were told (花生, shellfish), each of which
    `nutrition.suggestions.wishes` knows; `diet` and `conditions` its keys.
    """

    personal: ClassVar[Personal] = "exported"

    allergies = models.JSONField(_("allergies"), default=list, blank=True)
    diet = models.CharField(_("diet"), max_length=32, blank=True)
    conditions = models.JSONField(_("conditions"), default=list, blank=True)
    dislikes = models.JSONField(_("dislikes"), default=list, blank=True)
    goal = models.CharField(_("goal"), max_length=8, choices=Goal.choices, blank=True)

    class Meta:
        verbose_name = _("eating wishes")
        verbose_name_plural = _("eating wishes")
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(deleted_at=None), name="eating_wishes_once"),
            models.CheckConstraint(condition=models.Q(goal__in=["", *Goal.values]), name="eating_wishes_goal_known"),
        ]

    def __str__(self) -> str:
        """Name the row without telling what is in it."""
        return "eating wishes"
