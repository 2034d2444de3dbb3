"""What every recorded thing shares, and the journal's own rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal
from uuid import UUID

import uuid_utils
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

Personal = Literal["exported", "erased_only", "none"]
Snapshot = dict[str, Any]


def new_id() -> UUID:
    """Return a new UUIDv7: ids made later sort later."""
    return UUID(bytes=uuid_utils.uuid7().bytes)


class Door(models.TextChoices):
    """Which way something came in."""

    WEB = "web", _("web chat")
    TERMINAL = "terminal", _("terminal")
    WECHAT = "wechat", _("WeChat")
    API = "api", _("phone app")
    ADMIN = "admin", _("admin site")
    IMPORT = "import", _("import")
    SYSTEM = "system", _("Meum itself")


class Evidence(models.TextChoices):
    """What an entry was made from."""

    FORM = "form", _("form")
    WORDS = "words", _("words")
    PHOTO = "photo", _("photo")
    IMPORT = "import", _("import")


class Purpose(models.TextChoices):
    """What a person agrees to, each alone."""

    HEALTH_RECORDS = "health_records", _("keep health records")
    PHOTOS_KEPT = "photos_kept", _("keep photos")
    PERSONAL_PHOTO_MEMORY = "personal_photo_memory", _("learn one's own dishes from photos")
    IMPROVEMENT = "improvement", _("help improve Meum")
    EXTERNAL_ENGINE = "external_engine", _("use an outside engine")
    NOTICES = "notices", _("send notices")
    SHARING = "sharing", _("share with a nutritionist")
    HOUSEHOLD = "household", _("share with the household")
    FACE_COMPARE = "face_compare", _("compare faces")
    FACE_SEARCH = "face_search", _("search faces")


class Consent(models.Model):
    """One answer of a person to one purpose; the latest row of a purpose and recipient is in force."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=32, choices=Purpose.choices)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("for sharing: the nutritionist"),
        verbose_name=_("recipient"),
    )
    is_given = models.BooleanField(_("given"), help_text=_("given, or withdrawn"))
    text_version = models.CharField(_("text"), max_length=32)
    door = models.CharField(_("door"), max_length=16, choices=Door.choices)
    evidence = models.CharField(_("evidence"), max_length=200, blank=True, help_text=_("how it was answered"))
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        indexes = [models.Index(fields=["person", "purpose", "recipient", "-id"], name="consent_in_force")]
        constraints = [
            models.CheckConstraint(condition=models.Q(purpose__in=Purpose.values), name="consent_purpose_known"),
        ]

    def __str__(self) -> str:
        """Name the purpose and the answer."""
        return f"{self.purpose}: {'given' if self.is_given else 'withdrawn'}"


class Counter(models.Model):
    """The number of a person's latest change; its row is the lock that every write of the person takes first."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "a bare count, told by the changes themselves"

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    latest_number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        """Show the count."""
        return str(self.latest_number)


class Action(models.TextChoices):
    """What a change did to its entry."""

    CREATE = "create", _("create")
    UPDATE = "update", _("change")
    DELETE = "delete", _("delete")
    RESTORE = "restore", _("restore")


class Mode(models.TextChoices):
    """Why a change was made."""

    EDIT = "edit", _("edit")
    UNDO = "undo", _("undo")
    REDO = "redo", _("redo")
    JOIN = "join", _("came with a joined account")


class Change(models.Model):
    """One change of one entry, before and after, numbered per person without gaps."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    number = models.PositiveBigIntegerField(_("number"))
    group = models.UUIDField(_("group"), help_text=_("one recording: what was done in one go"))
    mode = models.CharField(_("way"), max_length=8, choices=Mode.choices)
    reverts = models.UUIDField(null=True, help_text=_("for undo and redo: the group taken back"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, verbose_name=_("author")
    )
    door = models.CharField(_("door"), max_length=16, choices=Door.choices)
    kind = models.CharField(_("kind"), max_length=64, help_text=_("the model, as app_label.ModelName"))
    entry_id = models.UUIDField()
    action = models.CharField(_("action"), max_length=8, choices=Action.choices)
    revision = models.PositiveIntegerField(_("revision"), help_text=_("the entry's revision after this change"))
    schema = models.PositiveSmallIntegerField(help_text=_("the form of before and after"))
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    blanked_at = models.DateTimeField(_("blanked"), null=True)
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("change of a record")
        verbose_name_plural = _("changes of records")
        constraints = [models.UniqueConstraint(fields=["person", "number"], name="change_number_once")]
        indexes = [
            models.Index(fields=["person", "group"], name="change_group"),
            models.Index(fields=["person", "reverts"], name="change_reverts"),
            models.Index(fields=["person", "kind", "entry_id"], name="change_entry"),
            models.Index(fields=["at"], name="change_to_blank", condition=models.Q(blanked_at=None)),
        ]

    def __str__(self) -> str:
        """Show the number, the action and the kind."""
        return f"{self.number} {self.action} {self.kind}"


class Access(models.Model):
    """One look of a nutritionist or of staff at a person's data; the person can read it."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    viewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, verbose_name=_("viewer")
    )
    what = models.CharField(
        _("what"), max_length=64, help_text=_("what was looked at, as app_label.ModelName or a page")
    )
    entry_id = models.UUIDField(_("entry"), null=True)
    day = models.DateField(_("day"), null=True)
    door = models.CharField(_("door"), max_length=16, choices=Door.choices)
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks")
        indexes = [models.Index(fields=["person", "-id"], name="access_of_person")]

    def __str__(self) -> str:
        """Show what was looked at."""
        return self.what


class Recorded(models.Model):
    """A row of a person that is written only through `recording()`: with consent, history and undo.

    A model with children declares them by a foreign key with the related name `items`; they are recorded with it
    and `has_items` says so. `snapshot_schema` goes up when a migration changes what a snapshot holds, and
    `upcasters` then leads from each older form to the next one.
    """

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"
    has_items: ClassVar[bool] = False
    snapshot_schema: ClassVar[int] = 1
    upcasters: ClassVar[Mapping[int, Callable[[Snapshot], Snapshot]]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    door = models.CharField(_("door"), max_length=16, choices=Door.choices)
    revision = models.PositiveIntegerField(_("revision"), default=1)
    consent = models.ForeignKey(Consent, models.RESTRICT, related_name="+")
    deleted_at = models.DateTimeField(null=True, blank=True)
    told = models.CharField(
        max_length=32,
        blank=True,
        default="",
        editable=False,
        help_text=_("a digest of what a client told under an id of its own, so that telling it again changes nothing"),
    )

    class Meta:
        abstract = True


class Entry(Recorded):
    """One log of a person: when, on which of the person's own days, and what it was made from."""

    at = models.DateTimeField(_("time"))
    day = models.DateField(_("day"), help_text=_("the person's own calendar day, fixed when written"))
    utc_offset_minutes = models.SmallIntegerField()
    day_boundary_hour = models.PositiveSmallIntegerField()
    evidence = models.CharField(_("evidence"), max_length=8, choices=Evidence.choices, default=Evidence.FORM)
    words = models.TextField(_("words"), blank=True, help_text=_("what the person wrote, when it was made from words"))
    source_id = models.UUIDField(null=True, blank=True, help_text=_("the photo or import it was made from"))

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["person", "day"], name="%(app_label)s_%(class)s_day")]
