"""Photos of packets: what was read of bar code and nutrition panel, and which own food it became."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Door, Personal, new_id
from nutrition.domain.panels import Panel, panel_from_plain
from nutrition.models.own_foods import OwnFood


class PacketState(models.TextChoices):
    """How far a photo of a packet has come; a day later it is deleted."""

    WAITING = "waiting", _("to be read")
    READ = "read", _("read, waits for the person")
    UNAVAILABLE = "unavailable", _("could not be read here")
    KEPT = "kept", _("kept as an own food")


class Packet(models.Model):
    """One photo of a packet; nothing of it counts until the person confirms it. Its file goes once it was read."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    file = models.OneToOneField("files.PrivateFile", models.SET_NULL, related_name="+", null=True, blank=True)
    door = models.CharField(_("door"), max_length=16, choices=Door.choices)
    state = models.CharField(_("state"), max_length=11, choices=PacketState.choices, default=PacketState.WAITING)
    gtin = models.CharField(_("bar code"), max_length=13, blank=True, help_text=_("the number, 13 digits"))
    # As it was read, to be shown and confirmed; nothing asks the database what is in it.
    panel_read = models.JSONField(null=True, blank=True)
    own_food = models.ForeignKey(OwnFood, models.SET_NULL, related_name="+", null=True, blank=True)
    created_at = models.DateTimeField(_("created"))

    class Meta:
        verbose_name = _("photo of a packet")
        verbose_name_plural = _("photos of packets")
        constraints = [models.CheckConstraint(condition=Q(state__in=PacketState.values), name="packet_state_known")]
        indexes = [
            models.Index(fields=["person", "-id"], name="packet_of_person"),
            models.Index(fields=["created_at"], name="packet_to_clear"),
        ]

    def __str__(self) -> str:
        """Show the state, never what is on it."""
        return self.state

    @property
    def panel(self) -> Panel | None:
        """Return the panel as it was read, None where none was found."""
        return panel_from_plain(self.panel_read) if self.panel_read else None
