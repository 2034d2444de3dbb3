"""The rows of work that is done later."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Personal, new_id
from meum.kernel.queues import Queue


class State(models.TextChoices):
    """Where a job stands."""

    READY = "ready", _("ready")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    PARKED = "parked", _("parked: failed too often, or nobody knows how to do it")


class Job(models.Model):
    """One piece of work, with its lease, its attempts and what became of it; holds ids, never a person's words."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "work in hand, told by ids alone; what it leads to is exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(_("name"), max_length=64, help_text=_("the handler, as app.verb"))
    queue = models.CharField(_("queue"), max_length=16, choices=Queue.choices, default=Queue.DEFAULT)
    arguments = models.JSONField(_("arguments"), default=dict, help_text=_("ids and days only"))
    key = models.CharField(
        _("key"), max_length=200, null=True, blank=True, unique=True, help_text=_("the same work, once")
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.READY)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("due"))
    woken_at = models.DateTimeField(_("woken"), null=True, blank=True, help_text=_("when a worker was last told of it"))
    lease = models.UUIDField(null=True, blank=True, help_text=_("of the worker that has it now"))
    leased_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    failure = models.CharField(
        _("failure"), max_length=64, blank=True, help_text=_("code or class of the latest failure")
    )
    created_at = models.DateTimeField(_("created"))
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="job_state_known"),
            models.CheckConstraint(condition=models.Q(queue__in=Queue.values), name="job_queue_known"),
            models.CheckConstraint(
                condition=models.Q(state="running", lease__isnull=False, leased_until__isnull=False)
                | (~models.Q(state="running") & models.Q(lease=None, leased_until=None)),
                name="job_leased_while_running",
            ),
            models.CheckConstraint(
                condition=models.Q(state="done", done_at__isnull=False)
                | (~models.Q(state="done") & models.Q(done_at=None)),
                name="job_done_at",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="job_ready", condition=models.Q(state="ready")),
            models.Index(fields=["leased_until"], name="job_running", condition=models.Q(state="running")),
            models.Index(fields=["done_at"], name="job_done", condition=models.Q(state="done")),
            models.Index(fields=["created_at"], name="job_parked", condition=models.Q(state="parked")),
        ]

    def __str__(self) -> str:
        """Show what is to be done and where it stands."""
        return f"{self.name} ({self.state})"
