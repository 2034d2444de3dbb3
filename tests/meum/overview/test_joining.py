"""Two accounts of one person that become one, and part again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from meum.domain.intervals import Interval
from meum.files.models import PrivateFile
from meum.files.queries import read, visible_file
from meum.jobs.running import drain
from meum.journal.models import Change, Door, Purpose
from meum.journal.recording import consent_in_force
from meum.journal.services import undo_changes
from meum.overview.erasure import ask_for_erasure
from meum.overview.joining import join, undo_join
from meum.overview.models import Cause
from meum.people.models import AgeBand, Grant, Join, Person
from meum.people.queries import profile_of, visible_people
from meum.people.services import (
    TEXT_VERSIONS,
    PreferencesDraft,
    ProfileDraft,
    agree,
    share_with,
    update_preferences,
    update_profile,
)
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Food, Meal, MealPhoto, PhotoMemory
from nutrition.photo_meals import ChosenDish, log_photo
from nutrition.queries import own_food_named, told_wishes
from nutrition.services import (
    WishesDraft,
    copy_meals,
    correct_item,
    correct_meal,
    have_looked_at,
    take_photo,
    update_wishes,
)
from tests.factories.diary import make_meal, make_own_dish, make_own_food
from tests.factories.engines import ToldEngine, dishes
from tests.factories.nutrition import make_food
from tests.factories.people import make_person
from tests.factories.photos import make_photo


@pytest.fixture
def user(db: None) -> Person:
    """Return who came by WeChat and has agreed, without a sign-in of their own."""
    person = make_person(username="wechat_oa-1")
    person.set_unusable_password()
    person.save()
    return person


def joined(account: Person, user: Person) -> Join:
    return join(person=account, other=user, door=Door.WECHAT)


def is_erased(person: Person) -> bool:
    ask_for_erasure(person=person, cause=Cause.ASKED, door=Door.WECHAT)
    drain()
    return not Person.objects.filter(pk=person.pk).exists()


def test_own_foods_are_of_both_accounts_at_once(ada: Person, user: Person) -> None:
    own = make_own_food(person=user, name="我的能量棒")
    make_meal(person=user, food=own.food_version.food)

    joined(ada, user)

    taught = own_food_named(person=ada, name="我的能量棒")
    assert taught is not None
    assert taught.pk != own.pk
    assert Meal.objects.get(person=ada).items.get().food_version == taught.food_version
    assert taught.food_version.food.owner == ada


def test_a_dish_is_made_of_the_copies_of_its_parts(ada: Person, user: Person) -> None:
    bar = make_own_food(person=user, name="我的能量棒")
    make_own_dish(person=user, name="我的早餐", parts={bar.food_version.food: 45})

    joined(ada, user)

    dish, part = (own_food_named(person=ada, name=name) for name in ("我的早餐", "我的能量棒"))
    assert dish is not None
    assert part is not None
    assert dish.items.get().food_version == part.food_version


def test_an_own_food_whose_name_is_taken_stays_what_was_eaten(ada: Person, user: Person) -> None:
    mine = make_own_food(person=ada, name="我的能量棒", kcal=100)
    theirs = make_own_food(person=user, name="我的能量棒", kcal=190)
    make_meal(person=user, food=theirs.food_version.food)

    joined(ada, user)

    assert own_food_named(person=ada, name="我的能量棒") == mine
    eaten = Meal.objects.get(person=ada).items.get().food_version
    assert (eaten.food.owner, bytes(eaten.nutrients)) == (ada, bytes(theirs.food_version.nutrients))


def test_a_copy_that_was_edited_stays_whole_when_the_other_account_is_erased(ada: Person, user: Person) -> None:
    own = make_own_food(person=user, name="我的能量棒")
    make_meal(person=user, food=own.food_version.food)
    link = joined(ada, user)
    _weigh(ada, Meal.objects.get(person=ada), grams=80)
    undo_join(join=link, door=Door.WEB)

    assert is_erased(user)

    item = Meal.objects.get(person=ada, deleted_at=None).items.get()
    assert (item.grams_mid, item.food_version.name_zh) == (80, "我的能量棒")
    assert is_erased(ada)


def test_a_copy_of_a_copied_day_stays_whole_too(ada: Person, user: Person) -> None:
    own = make_own_food(person=user)
    make_meal(person=user, food=own.food_version.food)
    link = joined(ada, user)
    day = Meal.objects.get(person=ada).day
    copy_meals(person=ada, author=ada, door=Door.WEB, from_day=day, to_day=day + timedelta(days=1), now=timezone.now())
    undo_join(join=link, door=Door.WEB)

    assert is_erased(user)
    assert Meal.objects.filter(person=ada, deleted_at=None).count() == 1


def test_parted_again_nothing_of_the_other_s_foods_stays(ada: Person, user: Person) -> None:
    own = make_own_food(person=user, name="我的能量棒")
    make_meal(person=user, food=own.food_version.food)

    undo_join(join=joined(ada, user), door=Door.WEB)

    assert not Food.objects.filter(owner=ada).exists()
    assert own_food_named(person=user, name="我的能量棒") == own


def test_an_undo_brings_back_a_food_of_the_account_that_parted_and_is_gone(ada: Person, user: Person) -> None:
    own = make_own_food(person=user, name="我的能量棒")
    make_meal(person=user, food=own.food_version.food)
    link = joined(ada, user)
    meal = Meal.objects.get(person=ada)
    item = MealItemDraft(food_version_id=make_food().current_id, grams=Interval.exact(100))
    correct_meal(person=ada, author=ada, door=Door.WEB, meal_id=meal.pk, items=[item])
    undo_join(join=link, door=Door.WEB)

    assert is_erased(user)
    group = Change.objects.filter(person=ada, entry_id=meal.pk).latest("number").group
    undo_changes(person=ada, author=ada, door=Door.WEB, group=group)

    assert meal.items.get().food_version.name_zh == "我的能量棒"


def test_what_was_told_of_oneself_goes_along_where_nothing_is_known(ada: Person, user: Person) -> None:
    _tells(user, sex_at_birth="female", birth_date=date(1970, 5, 1), height_cm=158, activity_level="light")
    update_preferences(person=user, draft=PreferencesDraft(name="阿姨", time_zone="Asia/Urumqi"))
    _tells(ada, height_cm=171.5)

    joined(ada, user)

    profile = profile_of(person=ada)
    assert profile is not None
    assert (profile.sex_at_birth, profile.birth_date, profile.height_cm) == ("female", date(1970, 5, 1), 171.5)
    assert profile.activity_level == "light"
    ada.refresh_from_db()
    assert (ada.name, ada.time_zone) == ("阿姨", "Asia/Urumqi")


def test_what_a_sign_up_told_stays(ada: Person, user: Person) -> None:
    update_preferences(person=user, draft=PreferencesDraft(language="en", time_zone="Europe/Vienna"))
    update_preferences(person=ada, draft=PreferencesDraft(time_zone="Asia/Tokyo"))

    joined(ada, user)

    ada.refresh_from_db()
    assert (ada.language, ada.time_zone) == ("zh", "Asia/Tokyo")


def test_without_a_sign_up_the_language_that_was_told_goes_along(user: Person) -> None:
    chat = make_person(username="wechat_oa-2")
    chat.set_unusable_password()
    chat.save()
    update_preferences(person=user, draft=PreferencesDraft(language="en"))

    joined(chat, user)

    chat.refresh_from_db()
    assert chat.language == "en"


def test_an_age_group_goes_along_and_nothing_of_the_body_without_both_agreements(user: Person) -> None:
    account = make_person(has_agreed=False)
    Person.objects.filter(pk=account.pk).update(age_band="")
    account.refresh_from_db()
    _tells(user, height_cm=158)
    update_preferences(person=user, draft=PreferencesDraft(name="阿姨"))

    joined(account, user)

    account.refresh_from_db()
    assert (account.age_band, account.name) == (AgeBand.ADULT, "")
    assert profile_of(person=account) is None


def test_parted_again_an_account_forgets_what_it_was_told_and_keeps_what_it_learned(ada: Person, user: Person) -> None:
    _tells(user, sex_at_birth="female", height_cm=158)
    update_preferences(person=user, draft=PreferencesDraft(name="阿姨", time_zone="Asia/Urumqi"))
    link = joined(ada, user)
    _tells(ada, height_cm=160)

    undo_join(join=Join.objects.get(pk=link.pk), door=Door.WEB)

    profile = profile_of(person=ada)
    assert profile is not None
    assert (profile.sex_at_birth, profile.height_cm) == ("", 160)
    ada.refresh_from_db()
    assert (ada.name, ada.time_zone) == ("", "Asia/Shanghai")


def test_whoever_saw_the_account_that_rests_sees_it_no_longer(ada: Person, user: Person, ben: Person) -> None:
    share_with(person=user, nutritionist=ben, door=Door.WECHAT)

    link = joined(ada, user)
    assert not visible_people(viewer=ben).filter(pk__in=[ada.pk, user.pk]).exists()
    undo_join(join=link, door=Door.WEB)

    assert not visible_people(viewer=ben).filter(pk__in=[ada.pk, user.pk]).exists()
    assert not Grant.objects.filter(person=user, ended_at=None).exists()


def _tells(person: Person, **told: Any) -> None:
    update_profile(person=person, author=person, door=Door.WEB, draft=ProfileDraft(**told))


def _weigh(person: Person, meal: Meal, *, grams: float) -> None:
    correct_item(person=person, author=person, door=Door.WEB, meal_id=meal.pk, number=1, grams=Interval.exact(grams))


@pytest.fixture
def photo(user: Person, engine: ToldEngine, stored: Path) -> MealPhoto:
    """Return a photo of a meal that was confirmed over WeChat and is kept."""
    make_food(key="own:noodles", name_zh="牛肉面", portions={"碗": (400, 600, 800)})
    engine.sees(dishes("own:noodles"))
    _agree(user, Purpose.PHOTOS_KEPT)
    photo = take_photo(person=user, door=Door.WECHAT, sent_at=timezone.now(), content=make_photo())
    have_looked_at(photo_id=photo.pk)
    drain()
    dish = ChosenDish(number=1)
    log_photo(person=user, author=user, door=Door.WECHAT, photo_id=photo.pk, dishes=[dish])
    photo.refresh_from_db()
    return photo


def _agree(person: Person, purpose: Purpose) -> None:
    agree(person=person, purpose=purpose, text_version=TEXT_VERSIONS[purpose], door=Door.WEB)


def test_a_kept_photo_goes_with_its_meal_where_both_agreed(ada: Person, user: Person, photo: MealPhoto) -> None:
    _agree(ada, Purpose.PHOTOS_KEPT)

    joined(ada, user)

    photo.refresh_from_db()
    assert (photo.person, photo.meal) == (ada, Meal.objects.get(person=ada))
    assert visible_file(viewer=ada, file_id=photo.pk).person_id == ada.pk
    assert is_erased(user)
    with read(file=visible_file(viewer=ada, file_id=photo.pk)) as kept:
        assert kept.read()
    assert is_erased(ada)


def test_without_an_agreement_of_the_account_that_goes_on_a_kept_photo_stays(
    ada: Person, user: Person, photo: MealPhoto
) -> None:
    joined(ada, user)

    assert not MealPhoto.objects.filter(person=ada).exists()
    assert PrivateFile.objects.get().person == user
    assert is_erased(user)
    assert not PrivateFile.objects.exists()


@pytest.mark.parametrize("remembers", [True, False])
def test_how_a_kept_photo_looked_goes_along_only_where_the_other_account_agreed(
    remembers: bool, ada: Person, user: Person, photo: MealPhoto
) -> None:
    PhotoMemory.objects.create(photo=photo, embedder="eye-1", vector=b"1")
    _agree(ada, Purpose.PHOTOS_KEPT)
    if remembers:
        _agree(ada, Purpose.PERSONAL_PHOTO_MEMORY)

    joined(ada, user)

    assert PhotoMemory.objects.filter(photo__person=ada).exists() is remembers
    assert PhotoMemory.objects.exists() is remembers


def test_parted_again_the_photo_is_where_it_was(ada: Person, user: Person, photo: MealPhoto) -> None:
    _agree(ada, Purpose.PHOTOS_KEPT)

    undo_join(join=joined(ada, user), door=Door.WEB)

    photo.refresh_from_db()
    assert (photo.person, photo.meal) == (user, Meal.objects.get(person=user))
    assert PrivateFile.objects.get().person == user
    assert is_erased(ada)
    assert PrivateFile.objects.exists()


def test_an_example_to_learn_from_stays_one_by_the_agreement_of_its_account_alone(
    ada: Person, user: Person, photo: MealPhoto
) -> None:
    _agree(ada, Purpose.PHOTOS_KEPT)
    _agree(user, Purpose.IMPROVEMENT)
    MealPhoto.objects.update(example_consent=consent_in_force(person=user, purpose=Purpose.IMPROVEMENT))

    joined(ada, user)

    assert MealPhoto.objects.get(person=ada).example_consent is None
    assert is_erased(user)


def test_who_learns_from_photos_may_go_on_with_an_example(ada: Person, user: Person, photo: MealPhoto) -> None:
    _agree(ada, Purpose.IMPROVEMENT)
    _agree(user, Purpose.IMPROVEMENT)
    MealPhoto.objects.update(example_consent=consent_in_force(person=user, purpose=Purpose.IMPROVEMENT))

    joined(ada, user)

    consent = MealPhoto.objects.get(person=ada).example_consent
    assert consent is not None
    assert consent.person == ada
    assert is_erased(user)


def test_allergies_of_both_accounts_are_heeded_and_a_diet_goes_along_where_none_is_known(
    ada: Person, user: Person
) -> None:
    _heeds(user, allergies=["虾"], diet="halal")
    _heeds(ada, allergies=["花生"])

    join = joined(ada, user)
    kept = told_wishes(person=ada)
    assert (kept.allergies, kept.diet) == (["花生", "虾"], "halal")

    undo_join(join=join, door=Door.WEB)
    assert told_wishes(person=ada).diet == ""


def _heeds(person: Person, **told: Any) -> None:
    update_wishes(person=person, author=person, door=Door.WEB, draft=WishesDraft(**told))
