"""The forms of people, their agreements, sharing and history."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from rest_framework import serializers

from meum.domain.languages import Lang
from meum.journal.models import Access, Action, Change, Consent, Door, Mode, Purpose
from meum.kernel.fields import ChoiceField, DayField, IdField, InstantField, NumberField, TextField, WholeField
from meum.people.agreements import GIVEN_ALONE
from meum.people.models import ActivityLevel, AgeBand, Grant, Person, Region, Role, SexAtBirth, SignIn, Units
from meum.people.services import UNDER_14, USERNAME_FORM

LANGUAGES = [(lang.value, lang.value) for lang in Lang]


class SignUp(serializers.Serializer[Any]):
    """What it takes to begin; the age group is asked before anything is stored."""

    username = TextField(max_length=64, validators=[RegexValidator(USERNAME_FORM)])
    password = TextField(max_length=128, trim_whitespace=False)
    age_band = ChoiceField(choices=[*AgeBand.choices, (UNDER_14, "under 14")])
    language = ChoiceField(choices=LANGUAGES, default=Lang.ZH.value)
    time_zone = TextField(required=False, max_length=64, help_text="IANA name; that of the server when it is not there")
    device_name = TextField(max_length=64, default="", allow_blank=True)


class SignInWith(serializers.Serializer[Any]):
    """A sign-in name and its password."""

    username = TextField(max_length=64)
    password = TextField(max_length=128, trim_whitespace=False)
    device_name = TextField(max_length=64, default="", allow_blank=True)


class RefreshWith(serializers.Serializer[Any]):
    """The refresh token to use."""

    refresh = TextField(max_length=2000)


class TokensShown(serializers.Serializer[Any]):
    """What a device keeps: a short access token, and a refresh token that is good once."""

    access = serializers.CharField()
    refresh = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="seconds for which the access token is good")
    sign_in_id = serializers.UUIDField(source="sign_in.pk")
    person_id = serializers.UUIDField(source="sign_in.person_id")


class SignInShown(serializers.ModelSerializer[SignIn]):
    """One device on which a person is signed in."""

    class Meta:
        model = SignIn
        fields = ["id", "device_name", "created_at", "used_at", "expires_at"]


class PersonSerializer(serializers.Serializer[Any]):
    """How a person is addressed and counts days."""

    id = serializers.UUIDField(read_only=True)
    username = serializers.CharField(read_only=True)
    role = serializers.ChoiceField(read_only=True, choices=Role.choices)
    age_band = serializers.ChoiceField(read_only=True, choices=AgeBand.choices, allow_blank=True)
    name = TextField(required=False, max_length=64, allow_blank=True)
    language = ChoiceField(required=False, choices=LANGUAGES)
    units = ChoiceField(required=False, choices=Units.choices)
    time_zone = TextField(required=False, max_length=64, help_text="IANA name, such as Asia/Shanghai")
    day_boundary_hour = WholeField(
        required=False, min_value=0, max_value=11, help_text="local hour at which a day begins"
    )


class PersonShown(serializers.ModelSerializer[Person]):
    """Somebody else: an id and a name."""

    name = serializers.CharField(source="__str__")

    class Meta:
        model = Person
        fields = ["id", "name"]


class ProfileSerializer(serializers.Serializer[Any]):
    """What targets need to know of a body; null forgets a value, one that is not there stays."""

    revision = serializers.IntegerField(read_only=True)
    sex_at_birth = ChoiceField(required=False, allow_null=True, choices=SexAtBirth.choices)
    birth_date = DayField(required=False, allow_null=True)
    height_cm = NumberField(required=False, allow_null=True, min_value=50, max_value=260)
    activity_level = ChoiceField(required=False, allow_null=True, choices=ActivityLevel.choices)
    region = ChoiceField(required=False, choices=Region.choices, help_text="whose reference intakes apply")


class ProfileShown(serializers.Serializer[Any]):
    """A profile as it stands."""

    revision = serializers.IntegerField()
    sex_at_birth = serializers.ChoiceField(choices=SexAtBirth.choices, allow_blank=True)
    birth_date = serializers.DateField(allow_null=True)
    height_cm = serializers.FloatField(allow_null=True)
    activity_level = serializers.ChoiceField(choices=ActivityLevel.choices, allow_blank=True)
    region = serializers.ChoiceField(choices=Region.choices)


class ConsentAnswer(serializers.Serializer[Any]):
    """An agreement to one purpose, after reading the text of that version."""

    purpose = ChoiceField(choices=[(purpose.value, purpose.value) for purpose in GIVEN_ALONE])
    text_version = TextField(max_length=32)


class ConsentShown(serializers.ModelSerializer[Consent]):
    """One answer to one purpose; the latest of a purpose and recipient is in force."""

    recipient = PersonShown(allow_null=True)

    class Meta:
        model = Consent
        fields = ["id", "purpose", "recipient", "is_given", "text_version", "door", "at"]


class OfferShown(serializers.Serializer[Any]):
    """A purpose with the text that is agreed to."""

    purpose = serializers.ChoiceField(choices=Purpose.choices)
    text_version = serializers.CharField()
    text = serializers.CharField()


class OffersShown(serializers.Serializer[Any]):
    """What a person can agree to now."""

    results = OfferShown(many=True)


class GrantAnswer(serializers.Serializer[Any]):
    """With whom to share, and until when; without an end until it is taken back."""

    nutritionist = IdField(help_text="the id of a nutritionist, as GET /nutritionists shows it")
    until = InstantField(required=False, allow_null=True)


class GrantShown(serializers.ModelSerializer[Grant]):
    """Since when and until when a nutritionist may see one's records."""

    nutritionist = PersonShown(source="viewer")

    class Meta:
        model = Grant
        fields = ["id", "nutritionist", "since", "until", "ended_at"]


class LookShown(serializers.ModelSerializer[Access]):
    """One look of somebody else at one's records."""

    viewer = PersonShown(allow_null=True)

    class Meta:
        model = Access
        fields = ["id", "viewer", "what", "entry_id", "day", "door", "at"]


class ChangeShown(serializers.ModelSerializer[Change]):
    """One change of one entry; `before` and `after` are blanked when it is too old to undo."""

    author = PersonShown(allow_null=True)
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)
    action = serializers.ChoiceField(choices=Action.choices)
    mode = serializers.ChoiceField(choices=Mode.choices)
    door = serializers.ChoiceField(choices=Door.choices)

    class Meta:
        model = Change
        fields = [
            "number", "group", "mode", "author", "door", "kind", "entry_id", "action", "revision", "before", "after",
            "at",
        ]  # fmt: skip


class ChangesShown(serializers.Serializer[Any]):
    """The changes that were taken back or brought back."""

    changes = ChangeShown(many=True)
