"""People, their profile, identities, grants and sign-ins."""

from __future__ import annotations

import re
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from meum.domain.days import DayClock
from meum.domain.languages import Lang
from meum.journal.models import Consent, Personal, Recorded, new_id


class Role(models.TextChoices):
    """What somebody does in Meum; everybody may also keep a diary."""

    PERSON = "person", _("person")
    NUTRITIONIST = "nutritionist", _("nutritionist")
    STAFF = "staff", _("staff")


class AgeBand(models.TextChoices):
    """How old a person said to be before anything else was asked; under-14s are not taken in."""

    ADULT = "adult", _("18 or older")
    TEEN = "14_to_17", _("14 to 17")


class Units(models.TextChoices):
    """Which units numbers are shown in; they are stored in metric ones."""

    METRIC = "metric", _("metric")
    US = "us", _("US")


class PersonManager(BaseUserManager["Person"]):
    """Find people by their sign-in name."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """Return the person of a sign-in name."""
        return self.get(username=username)


class Person(AbstractBaseUser):
    """Somebody with a diary, or who cares for those who have one. Holds no health data."""

    owner_path: ClassVar[str] = "pk"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(_("sign-in name"), max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=64, blank=True, help_text=_("how to be addressed"))
    role = models.CharField(_("role"), max_length=16, choices=Role.choices, default=Role.PERSON)
    age_band = models.CharField(_("age"), max_length=8, choices=AgeBand.choices, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=[("zh", "中文"), ("en", "English")], default="zh")
    units = models.CharField(_("units"), max_length=8, choices=Units.choices, default=Units.METRIC)
    time_zone = models.CharField(_("time zone"), max_length=64, default="Asia/Shanghai")
    day_boundary_hour = models.PositiveSmallIntegerField(
        _("hour at which a day begins"), default=4, validators=[MaxValueValidator(11)]
    )
    is_active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = PersonManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="person_role_known"),
            models.CheckConstraint(condition=models.Q(day_boundary_hour__lte=11), name="person_day_boundary"),
        ]

    def __str__(self) -> str:
        """Show the name, else the sign-in name in short."""
        return self.name or self.label

    @property
    def label(self) -> str:
        """Return the sign-in name; in place of one that nobody chose, the platform and what tells two people apart."""
        platform, _dash, made = self.username.partition("-")
        if platform not in Provider.values or not _MADE.fullmatch(made):
            return self.username
        return f"{_SHORT_NAMES.get(Provider(platform), Provider(platform).label)} {made[-4:].upper()}"

    @property
    def lang(self) -> Lang:
        """Return the language of replies."""
        return Lang(self.language)

    @property
    def clock(self) -> DayClock:
        """Return how the person counts days."""
        return DayClock(ZoneInfo(self.time_zone), self.day_boundary_hour)

    @property
    def is_nutritionist(self) -> bool:
        """Tell whether people may share with this person."""
        return self.role == Role.NUTRITIONIST

    @property
    def is_superuser(self) -> bool:
        """Tell whether this is staff, who run the place."""
        return self.role == Role.STAFF

    @property
    def is_staff(self) -> bool:
        """Tell whether the admin site opens for this person."""
        return self.role in (Role.NUTRITIONIST, Role.STAFF)

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Answer the admin site: staff may do what it offers; a nutritionist what her pages allow by themselves."""
        return self.is_active and self.is_superuser

    def has_module_perms(self, app_label: str) -> bool:
        """Answer the admin site whether to list an app."""
        return self.is_active and self.is_staff


class SexAtBirth(models.TextChoices):
    """Sex recorded at birth (LOINC 76689-9); reference intakes depend on it."""

    FEMALE = "female", _("female")
    MALE = "male", _("male")


class ActivityLevel(models.TextChoices):
    """How active an ordinary week is."""

    SEDENTARY = "sedentary", _("mostly sitting")
    LIGHT = "light", _("lightly active")
    MODERATE = "moderate", _("moderately active")
    ACTIVE = "active", _("active")
    VERY_ACTIVE = "very_active", _("very active")


class Region(models.TextChoices):
    """Whose dietary reference intakes apply."""

    CN = "CN", _("China")
    US = "US", _("United States")
    EU = "EU", _("European Union")


class Profile(Recorded):
    """What targets need to know of a body; health data, so only with consent."""

    sex_at_birth = models.CharField(max_length=8, choices=SexAtBirth.choices, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    height_cm = models.FloatField(null=True, blank=True, validators=[MinValueValidator(50), MaxValueValidator(260)])
    activity_level = models.CharField(max_length=16, choices=ActivityLevel.choices, blank=True)
    region = models.CharField(max_length=2, choices=Region.choices, default=Region.CN)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(height_cm=None) | models.Q(height_cm__range=(50, 260)),
                name="profile_height_possible",
            ),
            models.UniqueConstraint(fields=["person"], condition=models.Q(deleted_at=None), name="profile_once"),
        ]

    def __str__(self) -> str:
        """Name the row without telling what is in it."""
        return "profile"


class Provider(models.TextChoices):
    """Who vouches for an identity."""

    WECHAT_OA = "wechat_oa", _("WeChat official account")
    WECHAT_MINI = "wechat_mini", _("WeChat mini program")
    PHONE_APP = "phone_app", _("phone app")
    TERMINAL = "terminal", _("terminal")


_MADE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHORT_NAMES = {Provider.WECHAT_OA: _("WeChat"), Provider.WECHAT_MINI: _("WeChat")}


class Identity(models.Model):
    """How an outside platform names a person: one subject per platform and app.

    `seen_at` is when the person did something through it last.
    """

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="identities")
    provider = models.CharField(max_length=16, choices=Provider.choices)
    app_id = models.CharField(max_length=64, blank=True)
    subject = models.CharField(max_length=128, help_text=_("for WeChat the openid"))
    union_id = models.CharField(max_length=128, blank=True)
    left_at = models.DateTimeField(
        null=True, blank=True, help_text=_("since when the person follows no longer; nothing is sent until they return")
    )
    seen_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = _("identities")
        constraints = [
            models.UniqueConstraint(fields=["provider", "app_id", "subject"], name="identity_once"),
        ]
        indexes = [
            models.Index(fields=["union_id"], name="identity_union", condition=~models.Q(union_id="")),
            models.Index(fields=["left_at"], name="identity_left", condition=models.Q(left_at__isnull=False)),
        ]

    def __str__(self) -> str:
        """Name the platform only."""
        return self.provider


class Grant(models.Model):
    """Since when and until when a nutritionist may see a person; needs the consent `sharing` to be in force too."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="grants", verbose_name=_("person"))
    viewer = models.ForeignKey(Person, models.CASCADE, related_name="grants_held", verbose_name=_("viewer"))
    consent = models.ForeignKey(Consent, models.RESTRICT, related_name="+")
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("empty: until it is ended"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        indexes = [models.Index(fields=["viewer", "person"], name="grant_of_viewer")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "viewer"], condition=models.Q(ended_at=None), name="grant_open_once"
            ),
            models.CheckConstraint(condition=~models.Q(person=models.F("viewer")), name="grant_to_another"),
        ]

    def __str__(self) -> str:
        """Name the row without telling of whom."""
        return "grant"


class SignIn(models.Model):
    """One signed-in device: a family of refresh tokens of which only the latest is good."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_ins")
    device_name = models.CharField(max_length=64, blank=True)
    token_id = models.UUIDField(help_text=_("of the one refresh token that is good now"))
    created_at = models.DateTimeField()
    used_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "revoked_at"], name="sign_in_of_person")]

    def __str__(self) -> str:
        """Show the device."""
        return self.device_name or "device"


class Tombstone(models.Model):
    """What is kept of an erased identity for a month: a digest, so that a late repetition of a message does nothing."""

    owner_path: ClassVar[str] = ""
    personal: ClassVar[Personal] = "none"

    subject_digest = models.CharField(primary_key=True, max_length=64)
    erased_at = models.DateTimeField()

    def __str__(self) -> str:
        """Name the row without telling of whom."""
        return "tombstone"


class LinkOffer(models.Model):
    """An app account's offer to be linked with a WeChat identity: one use, ten minutes, its secrets as digests."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "erased_only"
    personal_reason: ClassVar[str] = "digests of codes that are good for ten minutes and cleared after a day"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    scene_digest = models.CharField(max_length=64, unique=True)
    typed_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, help_text=_("used, replaced or guessed at too often"))

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="link_offer_to_clear")]

    def __str__(self) -> str:
        """Name the row without telling of whom."""
        return "offer of a link"


class Join(models.Model):
    """One account that went into another one of the same person; it can be undone while the first one rests."""

    owner_path: ClassVar[str] = "person"
    personal: ClassVar[Personal] = "exported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", help_text=_("the account that goes on"))
    resting = models.ForeignKey(
        Person, models.SET_NULL, related_name="+", null=True, help_text=_("the account that went into it")
    )
    moved = models.JSONField(default=list, help_text=_("ids of the identities that moved"))
    carried = models.JSONField(default=list, help_text=_("names of what the account was told of the person"))
    group = models.UUIDField(null=True, help_text=_("the recording that copied the records"))
    joined_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text=_("undone, or made final"))

    class Meta:
        indexes = [models.Index(fields=["person", "ended_at"], name="join_of_person")]

    def __str__(self) -> str:
        """Name the row without telling of whom."""
        return "join"
