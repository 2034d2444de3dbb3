"""What is on its way to people over WeChat, and raw pushes where an operator keeps them for a few days."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from bots.models.conversations import Inbound
from meum.journal.models import Personal, new_id


class OutboundState(models.TextChoices):
    """How far an answer or a message has come on its way to the person."""

    WAITING = "waiting", _("to be handed to the platform")
    GIVING = "giving", _("handed to the platform, not yet known to be through")
    SENDING = "sending", _("being sent as a customer message")
    PARKED = "parked", _("waits for the person's next message")
    SENT = "sent", _("sent")
    DROPPED = "dropped", _("thrown away: the person left")
    EXPIRED = "expired", _("thrown away: not fetched in 48 hours")
    FAILED = "failed", _("cannot be sent: the person cannot be reached")


class Way(models.TextChoices):
    """How something reached a person."""

    REPLY = "reply", _("reply to the message itself")
    LATER_REPLY = "later", _("with the reply to a later message")
    CUSTOMER_MESSAGE = "customer", _("customer message")


UNDELIVERED = (OutboundState.WAITING, OutboundState.GIVING, OutboundState.SENDING, OutboundState.PARKED)


class Outbound(models.Model):
    """One answer (to `cause`) or one message of our own (`reply`) on its way to a person.

    Until `held_until` only requests that hold the message may deliver it; afterwards whoever comes first. What is being
    handed out is left alone until then, as its push may come again. From `expires_at` on nobody delivers it: a reminder
    of the evening is none in the night.
    """

    owner_path: ClassVar[str] = "identity__person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "how far answers have come; the conversation itself is exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    identity = models.ForeignKey("people.Identity", models.CASCADE, related_name="+")
    cause = models.OneToOneField(Inbound, models.CASCADE, related_name="outbound", null=True, blank=True)
    key = models.CharField(_("key"), max_length=64, null=True, blank=True, unique=True, help_text=_("the same, once"))
    reply = models.JSONField(null=True, blank=True, help_text=_("of a message of our own, until it is sent"))
    state = models.CharField(_("state"), max_length=8, choices=OutboundState.choices, default=OutboundState.WAITING)
    way = models.CharField(_("way"), max_length=8, choices=Way.choices, blank=True)
    held_until = models.DateTimeField(_("held until"))
    expires_at = models.DateTimeField(null=True, blank=True)
    is_released = models.BooleanField(default=False, help_text=_("its push got another answer, so it comes otherwise"))
    attempts = models.PositiveSmallIntegerField(_("attempts of the platform"), default=1)
    repeats = models.PositiveSmallIntegerField(_("repeats"), default=0, help_text=_("sent again, as nobody knew"))
    failure = models.CharField(_("failure"), max_length=32, blank=True, help_text=_("why it was not sent at first"))
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, help_text=_("that failed for the moment"))
    try_at = models.DateTimeField(_("next try"), null=True, blank=True, help_text=_("unless something comes before"))
    carrier = models.ForeignKey(
        "self", models.SET_NULL, related_name="carried", null=True, blank=True, help_text=_("whose reply took it along")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    class Meta:
        verbose_name = _("message to a person")
        verbose_name_plural = _("messages to people")
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=OutboundState.values), name="outbound_state_known"),
            models.CheckConstraint(condition=models.Q(way__in=["", *Way.values]), name="outbound_way_known"),
        ]
        indexes = [
            models.Index(
                fields=["identity", "id"], name="outbound_undelivered", condition=models.Q(state__in=UNDELIVERED)
            ),
            models.Index(fields=["held_until"], name="outbound_due", condition=models.Q(state__in=UNDELIVERED)),
            models.Index(fields=["state", "created_at"], name="outbound_by_state"),
        ]

    def __str__(self) -> str:
        """Show the state, never the words."""
        return self.state


class RawPush(models.Model):
    """A push as it came, opened and sealed anew for this server alone; for disputes, a week at most."""

    owner_path: ClassVar[str] = "inbound__conversation__person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "a second copy of messages that are exported, kept for days"

    inbound = models.OneToOneField(Inbound, models.CASCADE, related_name="raw")
    sealed = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        """Name the row only."""
        return "push"
