"""Which message brought which photo of a meal."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from bots.models.conversations import Inbound
from meum.journal.models import Personal, new_id
from nutrition.models import MealPhoto


class PhotoMessage(models.Model):
    """One message that is a photo; the one that `is_answered` by a reply speaks for its whole session.

    `sealed` tells the channel where the photo is to be fetched, until it was.
    """

    owner_path: ClassVar[str] = "inbound__conversation__person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "which message a photo came with; both are exported by themselves"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    inbound = models.OneToOneField(Inbound, models.CASCADE, related_name="photo_message")
    photo = models.OneToOneField(MealPhoto, models.SET_NULL, related_name="+", null=True, blank=True)
    session = models.UUIDField(db_index=True)
    is_answered = models.BooleanField(default=False, help_text=_("its reply is that of the session"))
    sealed = models.BinaryField(null=True, blank=True)

    def __str__(self) -> str:
        """Name the row only."""
        return "photo message"
