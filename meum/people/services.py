"""Every write about people: sign-up, identities, age, agreements, profile, sharing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from meum.domain.days import full_years
from meum.domain.languages import Lang
from meum.domain.zones import is_zone
from meum.journal import services as journal
from meum.journal.models import Consent, Door, Purpose, new_id
from meum.journal.queries import has_consent
from meum.journal.recording import Owner, consent_in_force, locked_counter
from meum.kernel.errors import Conflict, ConsentMissing, Forbidden, Invalid, NotFound, Stale
from meum.people import throttles
from meum.people.models import AgeBand, Grant, Identity, Person, Profile, Provider, Role, Units
from meum.people.queries import visible_person

UNDER_14 = "under_14"
YOUNGEST = 14
GROWN_UP = 18
USERNAME_FORM = r"^[\w.@+-]{1,64}\Z"
# One version of the text of each purpose is offered at a time; a new text needs a new answer.
TEXT_VERSIONS: Mapping[Purpose, str] = dict.fromkeys(Purpose, "2026-11") | {Purpose.HEALTH_RECORDS: "2026-11.2"}


_AFTER_WITHDRAWAL: defaultdict[Purpose, list[Callable[[Person], object]]] = defaultdict(list)


@dataclass(frozen=True, kw_only=True)
class ProfileDraft:
    """What a person told about their body; None leaves a value as it is, `cleared` names those to forget."""

    sex_at_birth: str | None = None
    birth_date: date | None = None
    height_cm: float | None = None
    activity_level: str | None = None
    region: str | None = None
    cleared: frozenset[str] = frozenset()

    def values(self, *, nothing: Profile) -> dict[str, Any]:
        """Return the values that change, by name; those that are cleared as an empty profile has them."""
        told = {name: value for name, value in vars(self).items() if value is not None and name != "cleared"}
        return told | {name: getattr(nothing, name) for name in self.cleared}


@dataclass(frozen=True, kw_only=True)
class PreferencesDraft:
    """How a person wants to be spoken to and to count days; None leaves a value as it is."""

    name: str | None = None
    language: str | None = None
    units: str | None = None
    time_zone: str | None = None
    day_boundary_hour: int | None = None


def sign_up(
    *,
    username: str,
    password: str,
    age_band: str,
    language: str,
    time_zone: str = "",
    role: Role = Role.PERSON,
    address: str | None = None,
) -> Person:
    """Make a person who signs in with a password; holds no health data yet. Without a zone the usual one is taken.

    Sign-ups are counted by the network `address` that they come from, None for a command of this machine. Raises
    Forbidden for under-14s, Invalid for an impossible name, a weak password or an unknown zone, TooMany after too many
    from the address, Conflict for a taken name.
    """
    if not re.match(USERNAME_FORM, username):
        raise Invalid("impossible_username", "a sign-in name is 1 to 64 letters, digits or . @ + - _", field="username")
    person = Person(
        username=username,
        language=Lang(language),
        time_zone=known_zone(time_zone or settings.DEFAULT_TIME_ZONE),
        age_band=_of_age(age_band),
        role=role,
    )
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Invalid("weak_password", "the password is too easy to guess", field="password") from error
    if address is not None:
        # Before the hash, which is what costs; a sign-up refused above cost nothing.
        throttles.count_sign_up(address=address)
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict("username_taken", "the sign-in name is taken") from error
    return person


def person_for_identity(*, provider: Provider, app_id: str, subject: str, language: Lang) -> Person:
    """Return the person whom a platform names, made at the first contact without any personal data."""
    found = _person_of(provider, app_id, subject)
    if found is not None:
        return found
    person = Person(username=f"{provider}-{new_id()}", language=language, time_zone=settings.DEFAULT_TIME_ZONE)
    person.set_unusable_password()
    try:
        with transaction.atomic():
            person.save(force_insert=True)
            Identity.objects.create(person=person, provider=provider, app_id=app_id, subject=subject)
    except IntegrityError:
        # The same person came through two processes at once; the other one made the row.
        return Identity.objects.select_related("person").get(provider=provider, app_id=app_id, subject=subject).person
    return person


def _person_of(provider: Provider, app_id: str, subject: str) -> Person | None:
    identity = (
        Identity.objects.filter(provider=provider, app_id=app_id, subject=subject).select_related("person").first()
    )
    return identity.person if identity else None


def answer_age(*, person: Person, age_band: str) -> None:
    """Store the age group a person told; raises Forbidden for under-14s, of whom nothing is stored."""
    person.age_band = _of_age(age_band)
    person.save(update_fields=["age_band"])


def forget_age(*, person: Person) -> None:
    """Delete the age group of somebody who then told to be under 14."""
    person.age_band = ""
    person.save(update_fields=["age_band"])


def age_band_of(*, low: int, high: int) -> str | None:
    """Return the age group of somebody between two ages in full years, None where they lie in different groups."""
    if high < YOUNGEST:
        return UNDER_14
    if low >= GROWN_UP:
        return AgeBand.ADULT
    return AgeBand.TEEN if low >= YOUNGEST and high < GROWN_UP else None


def _of_age(age_band: str) -> AgeBand:
    if age_band == UNDER_14:
        raise _too_young()
    if age_band not in AgeBand.values:
        raise Invalid("age_unknown", "tell an age group first", field="age_band")
    return AgeBand(age_band)


def _too_young() -> Forbidden:
    return Forbidden("too_young", "Meum takes in people of 14 or older")


def agree(*, person: Person, purpose: Purpose, text_version: str, door: Door, evidence: str = "") -> Consent:
    """Store that a person agreed to a purpose after reading the text of that version.

    Raises Invalid before the age is known, for an outdated text, or one that is not on offer here.
    """
    _of_age(person.age_band)
    is_offered = purpose != Purpose.EXTERNAL_ENGINE or settings.EXTERNAL_ENGINE_URL
    if text_version != TEXT_VERSIONS[purpose] or not is_offered:
        raise Invalid("unknown_text_version", "this text is not the latest one", field="text_version")
    return journal.give_consent(person=person, purpose=purpose, text_version=text_version, door=door, evidence=evidence)


def withdraw(*, person: Person, purpose: Purpose, door: Door, evidence: str = "") -> Consent:
    """Store that a person withdrew an agreement, and end what stood on it.

    Without the one to health records nobody else sees them any longer, and there is nothing to be notified of.
    Raises NotFound when none is in force.
    """
    with transaction.atomic():
        consent = journal.withdraw_consent(person=person, purpose=purpose, door=door, evidence=evidence)
        if purpose == Purpose.HEALTH_RECORDS:
            end_all_sharing(person=person, door=door)
            if has_consent(person=person, purpose=Purpose.NOTICES):
                withdraw(person=person, purpose=Purpose.NOTICES, door=door, evidence=evidence)
        for end in _AFTER_WITHDRAWAL[purpose]:
            end(person)
        return consent


def when_withdrawn(*, purpose: Purpose, end: Callable[[Person], object]) -> None:
    """Have something done in the transaction in which somebody withdraws an agreement, which ends what stood on it."""
    _AFTER_WITHDRAWAL[purpose].append(end)


def end_all_sharing(*, person: Person, door: Door) -> None:
    """End every grant and the agreement behind each; the caller holds the person's lock."""
    agreed = Consent.objects.filter(person=person, purpose=Purpose.SHARING).values("recipient")
    for nutritionist in Person.objects.filter(pk__in=agreed).order_by("pk"):
        if consent_in_force(person=person, purpose=Purpose.SHARING, recipient=nutritionist) is not None:
            end_sharing(person=person, nutritionist=nutritionist, door=door)
    Grant.objects.filter(person=person, ended_at=None).update(ended_at=timezone.now())


def update_profile(
    *,
    person: Person,
    author: Person,
    door: Door,
    draft: ProfileDraft,
    profile_id: UUID | None = None,
    revision: int | None = None,
) -> Profile:
    """Store what was told of a person's body; return the profile, whose revision is 0 before the first time.

    Raises ConsentMissing without consent to health records, Forbidden for the birth date of somebody under 14,
    Invalid for an impossible height or birth date, Stale when `profile_id` or `revision` is not the latest.
    """
    _check_profile(draft, today=person.clock.local(timezone.now()).date())
    told = draft.values(nothing=Profile())
    with journal.recording(person=person, author=author, door=door) as changes:
        existing = Profile.objects.filter(person=person, deleted_at=None).first()
        if existing is None:
            if revision:
                raise Stale("stale", "there is no profile yet")
            return changes.create(Profile(**told))
        if profile_id not in (None, existing.pk):
            raise Stale("stale", "another profile took the place of this one")
        profile = changes.fetch(Profile, existing.pk, revision=revision)
        for name, value in told.items():
            setattr(profile, name, value)
        return changes.update(profile)


def _check_profile(draft: ProfileDraft, *, today: date) -> None:
    if draft.height_cm is not None and not 50 <= draft.height_cm <= 260:
        raise Invalid("invalid_value", "a height lies between 50 and 260 cm", field="height_cm")
    if draft.birth_date is None:
        return
    if not date(1900, 1, 1) <= draft.birth_date <= today:
        raise Invalid("invalid_value", "a birth date lies between 1900 and today", field="birth_date")
    if full_years(draft.birth_date, on=today) < YOUNGEST:
        raise _too_young()


def update_preferences(*, person: Person, draft: PreferencesDraft) -> Person:
    """Store how a person wants to be spoken to; days already written keep the zone they were written in.

    Raises Invalid for what is not known, ConsentMissing for a name before anything personal may be stored.
    """
    told = {name: value for name, value in vars(draft).items() if value is not None}
    if "time_zone" in told:
        known_zone(told["time_zone"])
    if "language" in told and told["language"] not in set(Lang):
        raise Invalid("invalid_value", "language is zh or en", field="language")
    if "units" in told and told["units"] not in Units.values:
        raise Invalid("invalid_value", "units are metric or us", field="units")
    if "day_boundary_hour" in told and not 0 <= told["day_boundary_hour"] <= 11:
        raise Invalid("invalid_value", "a day begins between 0 and 11 o'clock", field="day_boundary_hour")
    if told:
        with transaction.atomic():
            if told.get("name"):
                _refuse_name_without_consent(person)
            for name, value in told.items():
                setattr(person, name, value)
            person.save(update_fields=list(told))
    return person


def _refuse_name_without_consent(person: Person) -> None:
    """Ask under the person's lock, so that a withdrawal came before, or waits until the name is written."""
    locked_counter(person)
    if not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
        raise ConsentMissing("consent_missing", "a name is kept after the agreement", purpose=Purpose.HEALTH_RECORDS)


def known_zone(name: str) -> str:
    """Return the name of an IANA time zone; raises Invalid for an unknown one."""
    if not is_zone(name):
        raise Invalid("unknown_time_zone", "this is not an IANA time zone", field="time_zone")
    return name


def share_with(
    *, person: Person, nutritionist: Person, door: Door, until: datetime | None = None, evidence: str = ""
) -> Grant:
    """Let a nutritionist see a person's records; return the grant, the open one when there is one.

    Raises NotFound when the other is not a nutritionist, Invalid before the age is known or for an end that is past,
    ConsentMissing without the agreement to health records, whose withdrawal ends all sharing.
    """
    _of_age(person.age_band)
    if until is not None and until <= timezone.now():
        raise Invalid("invalid_value", "sharing ends in the future", field="until")
    with transaction.atomic():
        locked_counter(person)
        if nutritionist.pk == person.pk or not _is_still_nutritionist(nutritionist):
            raise NotFound("not_a_nutritionist", "there is no such nutritionist")
        if not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
            raise ConsentMissing("consent_missing", "records are kept first", purpose=Purpose.HEALTH_RECORDS)
        consent = journal.give_consent(
            person=person,
            purpose=Purpose.SHARING,
            text_version=TEXT_VERSIONS[Purpose.SHARING],
            door=door,
            evidence=evidence,
            recipient=nutritionist,
        )
        return Grant.objects.update_or_create(
            person=person,
            viewer=nutritionist,
            ended_at=None,
            defaults={"consent": consent, "until": until},
            create_defaults={"consent": consent, "until": until, "since": timezone.now()},
        )[0]


def _is_still_nutritionist(nutritionist: Person) -> bool:
    """Ask what is stored, and hold it: whoever ends the role afterwards waits, and ends this grant as well."""
    stored = Person.objects.select_for_update(no_key=True).filter(pk=nutritionist.pk).first()
    return stored is not None and stored.role == Role.NUTRITIONIST and stored.is_active


@contextmanager
def while_visible(*, person: Person, viewer: Person) -> Iterator[None]:
    """Hold a person's lock while somebody else writes for them; raises NotFound when sharing is over.

    Ending the sharing takes the same lock: it either came before, which is seen here, or waits for the write.
    """
    with transaction.atomic():
        locked_counter(person)
        visible_person(viewer=viewer, person_id=person.pk)
        yield


def end_sharing(*, person: Person, nutritionist: Owner, door: Door) -> None:
    """Take back a nutritionist's sight of a person; raises NotFound when there was none."""
    with transaction.atomic():
        journal.withdraw_consent(person=person, purpose=Purpose.SHARING, door=door, recipient=nutritionist)
        Grant.objects.filter(person=person, viewer_id=nutritionist.pk, ended_at=None).update(ended_at=timezone.now())
