"""Private files, and answers that a repeated request gets again."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meum.journal.models import Personal, new_id


class Kind(models.TextChoices):
    """What a file is for; decides which types and sizes are accepted."""

    PHOTO = "photo", _("photo")
    IMPORT = "import", _("import")
    EXPORT = "export", _("export")
    REPORT = "report", _("report")


class Faces(models.TextChoices):
    """What is known of faces in a photo; only one in which none can be recognised may be kept for longer."""

    WAITING = "waiting", _("not looked for yet")
    NONE = "none", _("none found")
    HIDDEN = "hidden", _("made unrecognisable")
    UNKNOWN = "unknown", _("could not be looked for")


class PrivateFile(models.Model):
    """One file that only its owner may see; its bytes lie in the object store under a random name."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # RESTRICT: whoever erases a person must erase the files first, or their objects would be left behind.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.RESTRICT, related_name="+", verbose_name=_("person"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    content_type = models.CharField(_("type"), max_length=64, help_text=_("found in the bytes, not in a name"))
    size_bytes = models.PositiveIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64, help_text=_("of what was sent, before a photo was cleaned"))
    object_name = models.CharField(max_length=64, unique=True)
    faces = models.CharField(_("faces"), max_length=7, choices=Faces.choices, blank=True, help_text=_("of photos"))
    created_at = models.DateTimeField(_("created"))

    class Meta:
        verbose_name = _("private file")
        verbose_name_plural = _("private files")
        indexes = [models.Index(fields=["person", "-id"], name="file_of_person")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="file_kind_known"),
            models.CheckConstraint(condition=models.Q(faces__in=["", *Faces.values]), name="file_faces_known"),
        ]

    @property
    def may_be_kept(self) -> bool:
        """Tell whether it shows nobody who could be recognised; until then a photo serves to be read only."""
        return self.kind != Kind.PHOTO or self.faces in (Faces.NONE, Faces.HIDDEN)

    def __str__(self) -> str:
        """Show the kind and the type."""
        return f"{self.kind} ({self.content_type})"


class IdempotencyKey(models.Model):
    """One request that a client may send again, and what it was answered."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "a copy of one answer, cleared after two days; what it told of is exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    target = models.CharField(max_length=255, help_text=_("method and path"))
    body_sha256 = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.TextField()
    headers = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="idempotency_key_once")]
        indexes = [models.Index(fields=["created_at"], name="idempotency_key_to_clear")]

    def __str__(self) -> str:
        """Name the row without its key."""
        return f"answer {self.status}"
