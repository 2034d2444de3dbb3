"""People come in with an age first, agree before anything is stored, and keep one identity."""

from __future__ import annotations

import itertools
import threading
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from meum.domain.languages import Lang
from meum.journal.models import Change, Consent, Door, Purpose
from meum.kernel.errors import Conflict, ConsentMissing, Forbidden, Invalid
from meum.people import services
from meum.people.models import Identity, Person, Profile, Provider
from meum.people.services import PreferencesDraft, ProfileDraft

pytestmark = pytest.mark.django_db

PASSWORD = "seven small boats"


def sign_up(*, username: str = "dora", age_band: str = "adult", password: str = PASSWORD) -> Person:
    return services.sign_up(username=username, password=password, age_band=age_band, language="zh")


def test_an_adult_signs_up_and_holds_no_health_data_yet() -> None:
    dora = sign_up()

    assert dora.check_password(PASSWORD)
    assert not Consent.objects.exists()
    assert not Profile.objects.exists()


def test_of_under_14s_nothing_is_stored() -> None:
    with pytest.raises(Forbidden) as refused:
        sign_up(age_band="under_14")

    assert refused.value.code == "too_young"
    assert not Person.objects.exists()


def test_a_taken_name_and_a_weak_password_are_refused() -> None:
    sign_up()

    with pytest.raises(Conflict):
        sign_up()
    with pytest.raises(Invalid):
        sign_up(username="emil", password="password")
    assert Person.objects.count() == 1


@pytest.mark.parametrize("username", ["", "a b", "<ada>", "x" * 65, "ada\n", "ada\x00"])
def test_an_impossible_name_is_refused(username: str) -> None:
    with pytest.raises(Invalid) as refused:
        sign_up(username=username)

    assert refused.value.code == "impossible_username"


def test_whoever_tells_no_zone_lives_in_the_usual_one(settings: Settings) -> None:
    settings.DEFAULT_TIME_ZONE = "Europe/Berlin"

    guest = services.person_for_identity(provider=Provider.WECHAT_OA, app_id="wx1", subject="openid", language=Lang.ZH)

    assert (sign_up().time_zone, guest.time_zone) == ("Europe/Berlin", "Europe/Berlin")


def test_the_age_comes_before_any_agreement() -> None:
    person = services.person_for_identity(provider=Provider.WECHAT_OA, app_id="wx1", subject="openid", language=Lang.ZH)

    with pytest.raises(Invalid) as refused:
        agree(person)
    services.answer_age(person=person, age_band="14_to_17")

    assert refused.value.code == "age_unknown"
    assert agree(person).is_given


def agree(person: Person, *, version: str = services.TEXT_VERSIONS[Purpose.HEALTH_RECORDS]) -> Consent:
    return services.agree(person=person, purpose=Purpose.HEALTH_RECORDS, text_version=version, door=Door.WEB)


def test_an_outdated_text_is_not_agreed_to(ada: Person) -> None:
    with pytest.raises(Invalid):
        agree(ada, version="2020-01")


def test_a_platform_names_the_same_person_every_time() -> None:
    first, second = (
        services.person_for_identity(provider=Provider.WECHAT_OA, app_id="wx1", subject="openid", language=Lang.ZH)
        for _ in range(2)
    )
    other = services.person_for_identity(provider=Provider.WECHAT_OA, app_id="wx2", subject="openid", language=Lang.EN)

    assert first.pk == second.pk != other.pk
    assert not first.has_usable_password()
    assert Identity.objects.count() == 2


def test_the_profile_is_kept_with_its_history(ada: Person) -> None:
    draft = ProfileDraft(sex_at_birth="female", birth_date=date(1990, 5, 1), height_cm=165)

    profile = services.update_profile(person=ada, author=ada, door=Door.API, draft=draft)

    assert (profile.height_cm, profile.region) == (165, "CN")
    after = Change.objects.get(person=ada).after or {}
    assert after["birth_date"] == "1990-05-01"


def test_the_birth_date_of_somebody_under_14_is_refused(ada: Person, that_friday: None) -> None:
    def told(birth_date: date) -> Profile:
        draft = ProfileDraft(birth_date=birth_date)
        return services.update_profile(person=ada, author=ada, door=Door.API, draft=draft)

    with pytest.raises(Forbidden) as refused:
        told(date(2012, 11, 21))

    assert refused.value.code == "too_young"
    assert told(date(2012, 11, 20)).birth_date == date(2012, 11, 20)


def test_a_value_of_the_profile_can_be_forgotten(ada: Person) -> None:
    told = ProfileDraft(sex_at_birth="female", birth_date=date(1990, 5, 1), height_cm=165)
    services.update_profile(person=ada, author=ada, door=Door.API, draft=told)

    draft = ProfileDraft(cleared=frozenset({"birth_date", "sex_at_birth"}))
    profile = services.update_profile(person=ada, author=ada, door=Door.API, draft=draft)

    assert (profile.birth_date, profile.sex_at_birth, profile.height_cm) == (None, "", 165)


def test_a_name_is_kept_only_after_the_agreement() -> None:
    dora = sign_up()

    with pytest.raises(ConsentMissing):
        services.update_preferences(person=dora, draft=PreferencesDraft(name="Dora"))
    services.update_preferences(person=dora, draft=PreferencesDraft(time_zone="Europe/Berlin", name=""))

    assert Person.objects.get(pk=dora.pk).name == ""
    agree(dora)
    assert services.update_preferences(person=dora, draft=PreferencesDraft(name="Dora")).name == "Dora"


def test_a_profile_is_health_data() -> None:
    dora = sign_up()

    with pytest.raises(ConsentMissing):
        services.update_profile(person=dora, author=dora, door=Door.API, draft=ProfileDraft(height_cm=165))

    assert not Profile.objects.exists()


@pytest.mark.parametrize("draft", [ProfileDraft(height_cm=3), ProfileDraft(birth_date=date(2300, 1, 1))])
def test_an_impossible_body_is_refused(ada: Person, draft: ProfileDraft) -> None:
    with pytest.raises(Invalid):
        services.update_profile(person=ada, author=ada, door=Door.API, draft=draft)

    assert not Profile.objects.exists()


@pytest.mark.parametrize(
    "draft",
    [
        PreferencesDraft(time_zone="Mars/Olympus"),
        PreferencesDraft(time_zone="right/UTC"),
        PreferencesDraft(time_zone="../../etc/passwd"),
        PreferencesDraft(language="xx"),
        PreferencesDraft(units="stones"),
        PreferencesDraft(day_boundary_hour=12),
    ],
)
def test_an_unknown_preference_is_refused(ada: Person, draft: PreferencesDraft) -> None:
    before = (ada.time_zone, ada.language, ada.units, ada.day_boundary_hour)

    with pytest.raises(Invalid):
        services.update_preferences(person=ada, draft=draft)

    ada.refresh_from_db()
    assert (ada.time_zone, ada.language, ada.units, ada.day_boundary_hour) == before


@pytest.mark.django_db(transaction=True)
def test_a_name_that_races_with_a_withdrawal_is_written_before_it_or_not_at_all(ada: Person) -> None:
    """Names come from a thread of their own until the withdrawal stops them; none may follow it."""
    started, withdrawn = threading.Barrier(2), threading.Event()
    refused: list[str] = []

    def rename_until_refused() -> None:
        started.wait()
        try:
            # SQLite lets writers in without order: the withdrawal may wait for many names, but none may follow it.
            for number in itertools.count():
                is_last = withdrawn.is_set()
                services.update_preferences(person=ada, draft=PreferencesDraft(name=f"Ada {number}"))
                if is_last:
                    return
        except ConsentMissing as error:
            refused.append(error.code)
        finally:
            connection.close()

    renaming = threading.Thread(target=rename_until_refused)
    renaming.start()
    started.wait()
    try:
        services.withdraw(person=Person.objects.get(pk=ada.pk), purpose=Purpose.HEALTH_RECORDS, door=Door.API)
        name = Person.objects.get(pk=ada.pk).name
    finally:
        withdrawn.set()
        renaming.join()

    assert refused == ["consent_missing"]
    assert Person.objects.get(pk=ada.pk).name == name


def test_the_consent_to_a_name_is_read_under_the_persons_lock(ada: Person) -> None:
    with CaptureQueriesContext(connection) as asked:
        services.update_preferences(person=ada, draft=PreferencesDraft(name="Ada"))

    tables = [query["sql"] for query in asked.captured_queries]
    lock = next(number for number, sql in enumerate(tables) if '"journal_counter"' in sql)
    read = next(number for number, sql in enumerate(tables) if '"journal_consent"' in sql)
    assert lock < read
