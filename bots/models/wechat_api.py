"""What is known of the WeChat account: its token, what it may not do, what is stopped, and what may still be sent.

An open id is kept here only as a keyed hash, enough to find a row, for what is noted before anybody has agreed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Personal


class Trouble(StrEnum):
    """Name what is wrong, as docs/how-to/when-wechat-does-not-work.md explains it."""

    ADDRESS_NOT_LISTED = "address_not_listed"
    WRONG_SECRET = "wrong_secret"  # noqa: S105 - the name of a trouble
    TOKEN_REFUSED = "token_refused"  # noqa: S105 - the name of a trouble
    DAY_QUOTA = "day_quota"
    MINUTE_QUOTA = "minute_quota"
    RIGHT_MISSING = "right_missing"
    ACCOUNT_PUNISHED = "account_punished"
    NO_ANSWER = "no_answer"
    CALL_REFUSED = "call_refused"
    VERIFICATION = "verification"


class WeChatToken(models.Model):
    """The access token of one account; the row is the lease that lets one process at a time fetch the next.

    `fence` grows with every lease, so that whoever held an older one writes nothing any more.
    """

    personal: ClassVar[Personal] = "none"

    app_id = models.CharField(primary_key=True, max_length=64)
    value = models.TextField(blank=True)
    refresh_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    fence = models.PositiveBigIntegerField(default=0)
    leased_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Name the account, never the token."""
        return self.app_id


class WeChatLimit(models.Model):
    """Something that the platform said the account may not do, with the time at which it said so."""

    personal: ClassVar[Personal] = "none"

    app_id = models.CharField(_("AppID"), max_length=64)
    capability = models.CharField(_("what"), max_length=32)
    code = models.IntegerField(_("error code"))
    learned_at = models.DateTimeField(_("learned"))

    class Meta:
        verbose_name = _("limit of the WeChat account")
        verbose_name_plural = _("limits of the WeChat account")
        constraints = [models.UniqueConstraint(fields=["app_id", "capability"], name="wechat_limit_once")]

    def __str__(self) -> str:
        """Name what may not be done."""
        return self.capability


class WeChatCircuit(models.Model):
    """A trouble that an operator should know of; while `until` lies ahead, the calls it names are not made."""

    personal: ClassVar[Personal] = "none"

    app_id = models.CharField(_("AppID"), max_length=64)
    trouble = models.CharField(_("trouble"), max_length=32)
    calls = models.CharField(_("calls"), max_length=64, blank=True, help_text=_("a path, or empty for all"))
    code = models.IntegerField(_("error code"))
    address = models.CharField(
        _("address"), max_length=64, blank=True, help_text=_("of this server, as Tencent saw it")
    )
    request_number = models.CharField(
        _("rid"), max_length=64, blank=True, help_text=_("what Tencent's support asks for")
    )
    count = models.PositiveIntegerField(_("times"), default=1)
    since = models.DateTimeField(_("since"))
    latest_at = models.DateTimeField(_("latest"))
    until = models.DateTimeField(_("stopped until"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        verbose_name = _("trouble with WeChat")
        verbose_name_plural = _("troubles with WeChat")
        constraints = [
            models.UniqueConstraint(
                fields=["app_id", "trouble", "calls"],
                condition=models.Q(ended_at=None),
                name="wechat_circuit_open_once",
            )
        ]

    def __str__(self) -> str:
        """Name the trouble."""
        return self.trouble


class WeChatWindow(models.Model):
    """How many customer messages may still go to a person, and until when; by a keyed hash of the open id."""

    personal: ClassVar[Personal] = "none"

    app_id = models.CharField(max_length=64)
    open_id_hash = models.CharField(max_length=64)
    remaining = models.PositiveSmallIntegerField()
    expires_at = models.DateTimeField()
    sending_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["app_id", "open_id_hash"], name="wechat_window_once")]
        indexes = [models.Index(fields=["expires_at"], name="wechat_window_over")]

    def __str__(self) -> str:
        """Show the number only."""
        return str(self.remaining)


class WeChatNotice(models.Model):
    """How many notices of one template a person has accepted and not yet got."""

    owner_path: ClassVar[str] = "identity__person"
    personal: ClassVar[Personal] = "exported"

    identity = models.ForeignKey("people.Identity", models.CASCADE, related_name="notices")
    template_id = models.CharField(max_length=64)
    credits = models.PositiveSmallIntegerField(default=0)
    told_at = models.PositiveBigIntegerField(
        default=0, help_text=_("seconds since 1970 of the latest answer, told once")
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["identity", "template_id"], name="wechat_notice_once")]

    def __str__(self) -> str:
        """Show the number only."""
        return str(self.credits)


class WeChatSession(models.Model):
    """The session's key of a mini program, sealed; it opens what WeChat hands over, such as steps, and never leaves."""

    owner_path: ClassVar[str] = "identity__person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "a key of WeChat's, good for nothing outside this server"

    identity = models.OneToOneField("people.Identity", models.CASCADE, related_name="wechat_session")
    sealed_key = models.BinaryField()
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        """Name the row only."""
        return "session"
