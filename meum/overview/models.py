"""What the overview owns: erasures with their receipts, and copies of one's data."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from meum.domain.languages import Lang
from meum.files.models import PrivateFile
from meum.journal.models import Door, Personal, Purpose, new_id
from meum.people.models import Person


class Cause(models.TextChoices):
    """Why somebody is erased."""

    ASKED = "asked", _("asked for it")
    LEFT = "left", _("left and did not return")
    CANCELLED = "cancelled", _("closed the WeChat account")
    JOINED = "joined", _("went into another account")
    WITHDRAWN = "withdrawn", _("withdrew the agreement; the account stays")


class Erasure(models.Model):
    """One person's erasure: what was asked, and afterwards a receipt that holds nothing but counts."""

    owner_path: ClassVar[str] = ""
    personal: ClassVar[Personal] = "none"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("person"))
    cause = models.CharField(_("cause"), max_length=16, choices=Cause.choices)
    asked_at = models.DateTimeField(_("asked"))
    done_at = models.DateTimeField(_("done"), null=True)
    counts = models.JSONField(_("counts"), default=dict, help_text=_("rows by table, and files"))

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        constraints = [
            models.CheckConstraint(condition=models.Q(cause__in=Cause.values), name="erasure_cause_known"),
            models.UniqueConstraint(fields=["person"], condition=models.Q(done_at=None), name="erasure_open_once"),
        ]

    def __str__(self) -> str:
        """Show the cause only."""
        return self.cause


class ConsentProof(models.Model):
    """That somebody who was erased had agreed to something or withdrawn it, and when: for three years, as a digest."""

    owner_path: ClassVar[str] = ""
    personal: ClassVar[Personal] = "none"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject_digest = models.CharField(max_length=64, help_text=_("of the name by which somebody was known"))
    purpose = models.CharField(max_length=32, choices=Purpose.choices)
    is_given = models.BooleanField()
    text_version = models.CharField(max_length=32)
    door = models.CharField(max_length=16, choices=Door.choices)
    answered_at = models.DateTimeField()
    erased_at = models.DateTimeField()

    class Meta:
        verbose_name = _("proof of consent")
        verbose_name_plural = _("proofs of consent")
        indexes = [
            models.Index(fields=["subject_digest", "id"], name="proof_of_subject"),
            models.Index(fields=["erased_at"], name="proof_to_clear"),
        ]

    def __str__(self) -> str:
        """Name the purpose only."""
        return self.purpose


class Export(models.Model):
    """One copy of a person's data: asked for, made, fetched once, deleted after a day."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("person"))
    file = models.ForeignKey(PrivateFile, models.SET_NULL, null=True, related_name="+", verbose_name=_("file"))
    asked_at = models.DateTimeField(_("asked"))
    made_at = models.DateTimeField(_("made"), null=True)
    fetched_at = models.DateTimeField(_("fetched"), null=True)
    link_digest = models.CharField(max_length=64, blank=True, help_text=_("of the one link that is good now"))
    code_digest = models.CharField(max_length=64, blank=True)
    link_until = models.DateTimeField(null=True)
    wrong_tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("copy of data")
        verbose_name_plural = _("copies of data")
        indexes = [models.Index(fields=["person", "-asked_at"], name="export_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["link_digest"], condition=~models.Q(link_digest=""), name="export_link_once"
            ),
        ]

    def __str__(self) -> str:
        """Name the row without telling of whom."""
        return "copy of data"


class Report(models.Model):
    """One drawn report of a week: asked for, drawn by a job, kept for a month."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "drawn from what is exported; its files are among the exported ones"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("person"))
    last_day = models.DateField(_("last day"))
    language = models.CharField(_("language"), max_length=2, choices=[(lang.value, lang.value) for lang in Lang])
    version = models.CharField(max_length=32, help_text=_("a digest of the figures"))
    picture = models.ForeignKey(PrivateFile, models.SET_NULL, null=True, related_name="+", verbose_name=_("picture"))
    document = models.ForeignKey(PrivateFile, models.SET_NULL, null=True, related_name="+", verbose_name=_("document"))
    asked_at = models.DateTimeField(_("asked"))
    made_at = models.DateTimeField(_("made"), null=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(fields=["person", "last_day", "language", "version"], name="report_once"),
        ]
        indexes = [models.Index(fields=["asked_at"], name="report_to_clear")]

    def __str__(self) -> str:
        """Name the row without telling of whom."""
        return "report"
