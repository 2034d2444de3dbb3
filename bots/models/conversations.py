"""Conversations and the messages that came in; words are kept only with consent to health records."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Personal, new_id


class Conversation(models.Model):
    """One person's conversation in one channel; its row is the lease that lets one turn at a time go on."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="conversations")
    channel = models.CharField(max_length=16)
    question = models.JSONField(null=True, blank=True, help_text=_("the open question, see bots.dialogue.questions"))
    text_language = models.CharField(max_length=2, blank=True, help_text=_("of the latest text with letters in it"))
    reply_language = models.CharField(max_length=2, blank=True, help_text=_("of the latest reply"))
    refused_at = models.DateTimeField(
        null=True, blank=True, help_text=_("when somebody told to be under 14; forgotten after a day")
    )
    photo_session = models.UUIDField(
        null=True, blank=True, help_text=_("the photos that wait for the person's word, see nutrition.MealPhoto")
    )
    photos_asked_at = models.DateTimeField(null=True, blank=True, help_text=_("when it was asked what they show"))
    photos_times_asked = models.PositiveSmallIntegerField(default=0)
    corrections_told = models.PositiveBigIntegerField(
        default=0, help_text=_("number of the change up to which corrections by others were told")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "channel"], name="conversation_once"),
        ]

    def __str__(self) -> str:
        """Name the channel only."""
        return self.channel


class InboundState(models.TextChoices):
    """How far a message has come."""

    WAITING = "waiting", _("waiting")
    PENDING = "pending", _("the answer comes later")
    DONE = "done", _("answered")
    FAILED = "failed", _("failed")


class Inbound(models.Model):
    """One message of a person by its key, with the reply it got; a key that comes again gets that reply.

    `sender` is the identity that sent it, where the channel has any, else the conversation: an identity keeps its keys
    when it goes to another account.
    """

    owner_path: ClassVar[str] = "conversation__person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    sender = models.UUIDField()
    message_id = models.CharField(max_length=64)
    sent_at = models.DateTimeField(help_text=_("the clock of the turn"))
    received_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, choices=InboundState.choices, default=InboundState.WAITING)
    words = models.TextField(blank=True, help_text=_("empty unless the person had agreed to health records"))
    reply = models.JSONField(null=True, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.UniqueConstraint(fields=["sender", "message_id"], name="inbound_once"),
            models.CheckConstraint(condition=models.Q(state__in=InboundState.values), name="inbound_state_known"),
        ]
        indexes = [
            models.Index(fields=["conversation", "sent_at", "message_id"], name="inbound_order"),
            models.Index(fields=["received_at"], name="inbound_to_clear", condition=models.Q(words="")),
        ]

    def __str__(self) -> str:
        """Show the state, never the words."""
        return self.state
