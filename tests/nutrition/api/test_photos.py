"""Photos of meals over REST: sent, looked at by a worker, confirmed or dropped."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from rest_framework.test import APIClient

from meum.files.models import Faces, PrivateFile
from meum.files.services import HIDE_FACES
from meum.jobs.models import Job
from meum.jobs.running import drain, run
from meum.journal.models import Door, Purpose, new_id
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS, agree
from nutrition.domain.dishes import Guess, Recognition
from nutrition.models import Food, Meal, MealPhoto
from nutrition.services import photos
from nutrition.services.photos import LOOK
from tests.clients import client_of
from tests.factories.engines import NOODLE_SOUP, NOT_FOOD, ToldEngine, dishes
from tests.factories.nutrition import make_food
from tests.factories.packets import make_bar_photo
from tests.factories.people import make_person
from tests.factories.photos import make_photo

pytestmark = pytest.mark.usefixtures("that_friday")
NO_FILE = '--b\r\nContent-Disposition: form-data; name="note"\r\n\r\nx\r\n--b--'
AT = "2026-11-20T12:15:00+08:00"


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


@pytest.fixture
def noodles(ada: Person, engine: ToldEngine) -> Food:
    """Let the engine see noodles, or rice; return the noodles."""
    food = make_food(
        key="own:noodles", name_en="beef noodles", nutrients={"ENERC_KCAL": 100}, portions={"bowl": (400, 600, 800)}
    )
    make_food(key="own:rice", name_en="rice", nutrients={"ENERC_KCAL": 120}, portions={"bowl": (180, 200, 220)})
    engine.sees(dishes("own:noodles", "own:rice"))
    return food


def send(phone: APIClient, content: bytes = b"", *, key: str = "", **told: Any) -> Any:
    file = SimpleUploadedFile("photo.jpg", content or make_photo(), content_type="image/jpeg")
    headers = {"Idempotency-Key": key} if key else {}
    return phone.post("/api/v1/photos", {"file": file, **told}, format="multipart", headers=headers)


def sent_and_looked_at(phone: APIClient, **told: Any) -> str:
    photo_id: str = send(phone, **told).json()["id"]
    drain()
    return photo_id


def test_a_photo_is_taken_in_and_shows_its_candidates_once_it_was_looked_at(phone: APIClient, noodles: Food) -> None:
    sent = send(phone, at=AT)
    address = sent["Location"]
    drain()
    shown = phone.get(address).json()

    assert (sent.status_code, sent.json()["state"], sent.json()["candidates"]) == (202, "waiting", [])
    assert (shown["state"], shown["finding"], shown["meal_id"]) == ("looked", "dishes", None)
    assert shown["candidates"][0] == {
        "number": 1,
        "food_id": str(noodles.pk),
        "food_version_id": str(noodles.current_id),
        "name_zh": "",
        "name_en": "beef noodles",
        "probability": 0.6,
        "grams": {"low": 174.42, "mid": 600, "high": 1112.775},
        "energy_kcal": {"low": 174.42, "mid": 600, "high": 1112.775},
    }
    assert not Meal.objects.exists()


@pytest.mark.parametrize(
    ("body", "grams"),
    [
        ({"dishes": [{"number": 1}]}, [(174.42, 600, 1112.775)]),
        ({"dishes": [{"number": 1, "portions": 0.5}]}, [(87.21, 300, 556.387)]),
        ({"dishes": [{"number": 2, "grams": 150}, {"number": 1}]}, [(150, 150, 150), (174.42, 600, 1112.775)]),
        ({"dishes": [{"number": 1, "grams": {"low": 1, "mid": 2, "high": 3}}]}, [(1, 2, 3)]),
        ({"text": "100 g rice"}, [(100, 100, 100)]),
    ],
)
def test_what_is_confirmed_is_a_meal_of_the_time_of_the_photo(
    body: dict[str, Any], grams: list[tuple[float, ...]], phone: APIClient, noodles: Food
) -> None:
    photo_id = sent_and_looked_at(phone, at=AT)

    answer = phone.post(f"/api/v1/photos/{photo_id}/confirm", body)

    meal = answer.json()
    assert (answer.status_code, meal["at"], meal["evidence"], meal["slot"]) == (201, AT, "photo", "lunch")
    assert [tuple(item["grams"].values()) for item in meal["items"]] == grams
    assert phone.get(f"/api/v1/photos/{photo_id}").json()["meal_id"] == meal["id"]
    assert not PrivateFile.objects.exists()


def test_other_foods_can_be_chosen_in_place_of_the_candidates(phone: APIClient, noodles: Food) -> None:
    photo_id = sent_and_looked_at(phone)
    egg = make_food(name_en="egg")

    answer = phone.post(
        f"/api/v1/photos/{photo_id}/confirm", {"items": [{"food_id": str(egg.pk), "grams": 50}], "slot": "breakfast"}
    )

    assert (answer.json()["items"][0]["name_en"], answer.json()["slot"]) == ("egg", "breakfast")


def test_a_second_confirmation_answers_the_meal_of_the_first(phone: APIClient, noodles: Food) -> None:
    photo_id = sent_and_looked_at(phone)
    body = {"dishes": [{"number": 1}]}

    first = phone.post(f"/api/v1/photos/{photo_id}/confirm", body, headers={"Idempotency-Key": "k"})
    again = phone.post(f"/api/v1/photos/{photo_id}/confirm", body, headers={"Idempotency-Key": "k"})
    other = phone.post(f"/api/v1/photos/{photo_id}/confirm", {"dishes": [{"number": 2}]})

    assert first.json()["id"] == again.json()["id"] == other.json()["id"]
    assert Meal.objects.count() == 1


def test_a_photo_whose_meal_was_deleted_is_not_logged_anew(phone: APIClient, noodles: Food) -> None:
    photo_id = sent_and_looked_at(phone)
    meal = phone.post(f"/api/v1/photos/{photo_id}/confirm", {"dishes": [{"number": 1}]}).json()
    phone.delete(f"/api/v1/meals/{meal['id']}")

    for number in (1, 2):
        answer = phone.post(f"/api/v1/photos/{photo_id}/confirm", {"dishes": [{"number": number}]})

        assert (answer.status_code, answer.json()["code"]) == (409, "photo_meal_deleted")
    assert not Meal.objects.filter(deleted_at=None).exists()


def test_a_meal_that_was_put_back_is_that_of_its_photo_again(phone: APIClient, noodles: Food) -> None:
    photo_id = sent_and_looked_at(phone)
    meal = phone.post(f"/api/v1/photos/{photo_id}/confirm", {"dishes": [{"number": 1}]}).json()
    phone.delete(f"/api/v1/meals/{meal['id']}")
    phone.post("/api/v1/undo")

    answer = phone.post(f"/api/v1/photos/{photo_id}/confirm", {"dishes": [{"number": 1}]})

    assert (answer.status_code, answer.json()["id"]) == (201, meal["id"])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "photo_not_told"),
        ({"dishes": [{"number": 1}], "text": "rice"}, "photo_not_told"),
        ({"dishes": [{"number": 3}]}, "no_such_dish"),
        ({"dishes": [{"number": 1, "grams": 10, "portions": 1}]}, "amount_told_twice"),
        ({"text": "nothing of that kind"}, "nothing_understood"),
        ({"dishes": [{"number": 0}]}, "invalid_fields"),
    ],
)
def test_a_confirmation_that_cannot_be_says_why_and_logs_nothing(
    body: dict[str, Any], code: str, phone: APIClient, noodles: Food
) -> None:
    photo_id = sent_and_looked_at(phone)

    answer = phone.post(f"/api/v1/photos/{photo_id}/confirm", body)

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert not Meal.objects.exists()


def test_faces_are_looked_for_after_the_person_has_the_dishes(phone: APIClient, noodles: Food) -> None:
    photo_id = send(phone).json()["id"]
    look = Job.objects.get(name=LOOK)
    is_asked_before = Job.objects.filter(name=HIDE_FACES).exists()

    run(job_id=look.pk)

    assert phone.get(f"/api/v1/photos/{photo_id}").json()["state"] == "looked"
    assert (is_asked_before, Job.objects.filter(name=HIDE_FACES).count()) == (False, 1)
    assert PrivateFile.objects.get().faces == Faces.WAITING
    drain()
    assert PrivateFile.objects.get().faces == Faces.NONE


def test_in_what_shows_no_food_nobody_looks_for_faces(phone: APIClient, noodles: Food, engine: ToldEngine) -> None:
    engine.sees(NOT_FOOD)

    sent_and_looked_at(phone)

    assert not Job.objects.filter(name=HIDE_FACES).exists()


def test_where_nobody_looks_in_time_faces_are_hidden_all_the_same(phone: APIClient, noodles: Food) -> None:
    photo_id = send(phone).json()["id"]

    assert photos.give_up(now=timezone.now() + timedelta(minutes=6)) == 1
    assert photos.give_up(now=timezone.now() + timedelta(minutes=6)) == 0
    drain()

    assert phone.get(f"/api/v1/photos/{photo_id}").json()["finding"] == "unavailable"
    assert PrivateFile.objects.get().faces == Faces.NONE


def test_the_same_photo_sent_again_is_looked_at_once(phone: APIClient, noodles: Food, engine: ToldEngine) -> None:
    photo_id = str(new_id())

    answers = [send(phone, id=photo_id) for _ in range(2)] + [send(phone, key="k") for _ in range(2)]
    drain()

    assert [answer.status_code for answer in answers] == [202] * 4
    assert answers[2].json()["id"] == answers[3].json()["id"]
    assert (MealPhoto.objects.count(), PrivateFile.objects.count(), engine.looks) == (2, 2, 2)


def test_a_photo_that_was_confirmed_and_is_sent_again_is_not_kept(
    phone: APIClient, noodles: Food, engine: ToldEngine
) -> None:
    photo_id = sent_and_looked_at(phone, id=str(new_id()))
    meal = phone.post(f"/api/v1/photos/{photo_id}/confirm", {"dishes": [{"number": 1}]}).json()

    again = send(phone, id=photo_id)
    drain()

    assert (again.status_code, again.json()["state"], again.json()["meal_id"]) == (202, "confirmed", meal["id"])
    assert (PrivateFile.objects.count(), engine.looks) == (0, 1)


def test_what_shows_no_food_and_is_sent_again_is_not_kept(phone: APIClient, noodles: Food, engine: ToldEngine) -> None:
    engine.sees(NOT_FOOD)
    photo_id = sent_and_looked_at(phone, id=str(new_id()))

    again = send(phone, id=photo_id)
    drain()

    assert (again.status_code, again.json()["finding"]) == (202, "not_food")
    assert not PrivateFile.objects.exists()


def test_another_photo_under_the_same_id_is_refused_and_the_first_stays(phone: APIClient, noodles: Food) -> None:
    photo_id = str(new_id())
    send(phone, id=photo_id)

    answer = send(phone, make_photo(size=(60, 20)), id=photo_id)

    assert (answer.status_code, answer.json()["code"]) == (409, "id_in_use")
    assert PrivateFile.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "code"), [(b"%PDF-1.4", "file_type_not_accepted"), (make_photo()[:100], "photo_unreadable")]
)
def test_what_is_no_photo_is_refused_and_not_kept(content: bytes, code: str, phone: APIClient, noodles: Food) -> None:
    answer = send(phone, content)

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert (MealPhoto.objects.count(), PrivateFile.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ('{"file": 1}', "application/json", 415),
        ("x", "multipart/form-data", 400),
        ("x", "multipart/form-data; boundary=b", 400),
        (NO_FILE, "multipart/form-data; boundary=b", 400),
    ],
)
def test_what_is_no_form_with_a_file_is_refused(body: str, kind: str, status: int, phone: APIClient) -> None:
    answer = phone.generic("POST", "/api/v1/photos", body, kind)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["detail"]


def test_without_the_agreement_nothing_is_taken_in(db: None) -> None:
    answer = send(client_of(make_person(has_agreed=False)))

    assert (answer.status_code, answer.json()["code"]) == (403, "consent_missing")
    assert not PrivateFile.objects.exists()


def test_a_stranger_sees_changes_and_deletes_nothing(phone: APIClient, chen: Person, noodles: Food) -> None:
    photo_id = sent_and_looked_at(phone)
    stranger = client_of(chen)

    answers = [
        stranger.get(f"/api/v1/photos/{photo_id}"),
        stranger.delete(f"/api/v1/photos/{photo_id}"),
        stranger.post(f"/api/v1/photos/{photo_id}/confirm", {"dishes": [{"number": 1}]}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert send(stranger, id=photo_id).json()["code"] == "invalid_id"
    assert stranger.get("/api/v1/photos").json()["results"] == []
    assert MealPhoto.objects.get().state == "looked"


def test_a_photo_can_be_dropped_and_a_confirmed_one_loses_its_picture_alone(phone: APIClient, noodles: Food) -> None:
    dropped, confirmed = sent_and_looked_at(phone), sent_and_looked_at(phone)
    phone.post(f"/api/v1/photos/{confirmed}/confirm", {"dishes": [{"number": 1}]})

    assert phone.delete(f"/api/v1/photos/{dropped}").status_code == 204
    assert phone.delete(f"/api/v1/photos/{confirmed}").status_code == 204

    assert phone.get(f"/api/v1/photos/{dropped}").status_code == 404
    assert [photo["id"] for photo in phone.get("/api/v1/photos").json()["results"]] == [confirmed]
    assert Meal.objects.filter(deleted_at=None).count() == 1


def test_an_example_that_its_person_deletes_keeps_only_what_was_chosen(
    ada: Person, phone: APIClient, noodles: Food
) -> None:
    agree(person=ada, purpose=Purpose.IMPROVEMENT, text_version=TEXT_VERSIONS[Purpose.IMPROVEMENT], door=Door.API)
    photo_id = sent_and_looked_at(phone)
    phone.post(f"/api/v1/photos/{photo_id}/confirm", {"dishes": [{"number": 2}]})

    phone.delete(f"/api/v1/photos/{photo_id}")

    shown = phone.get(f"/api/v1/photos/{photo_id}").json()
    assert [candidate["name_en"] for candidate in shown["candidates"]] == ["rice"]
    assert MealPhoto.objects.get().example_consent is None


def test_what_is_hardly_likely_is_offered_only_where_it_is_the_likeliest(
    phone: APIClient, noodles: Food, engine: ToldEngine
) -> None:
    likely, hardly = (Guess(code="x", food="own:noodles", probability=share) for share in (0.9, 0.01))
    rice = Guess(code="rice", food="own:rice", probability=0.01)
    for guesses, names in (((likely, rice), ["beef noodles"]), ((hardly,), ["beef noodles"])):
        engine.sees(Recognition(is_food=True, is_known=False, guesses=guesses))
        photo_id = sent_and_looked_at(phone)

        shown = phone.get(f"/api/v1/photos/{photo_id}").json()
        assert [candidate["name_en"] for candidate in shown["candidates"]] == names


def test_no_food_and_a_kind_of_dish_are_told_as_such(phone: APIClient, noodles: Food, engine: ToldEngine) -> None:
    engine.sees(NOT_FOOD, dishes("own:noodles", is_known=False, group=NOODLE_SOUP))
    no_food, soup = (sent_and_looked_at(phone) for _ in range(2))

    assert phone.get(f"/api/v1/photos/{no_food}").json()["finding"] == "not_food"
    shown = phone.get(f"/api/v1/photos/{soup}").json()
    assert (shown["finding"], shown["group"]["en"], len(shown["candidates"])) == ("unsure", "noodle soup", 1)
    assert PrivateFile.objects.count() == 1


def test_the_persons_own_amounts_go_before_those_of_the_table(phone: APIClient, noodles: Food) -> None:
    for grams in (300, 350, 320):
        item = {"food_id": str(noodles.pk), "grams": grams}
        phone.post("/api/v1/meals", {"at": "2026-11-19T12:00:00+08:00", "items": [item]})

    photo_id = sent_and_looked_at(phone)

    candidates = phone.get(f"/api/v1/photos/{photo_id}").json()["candidates"]
    assert candidates[0]["grams"] == {"low": 257.0, "mid": 326.907, "high": 415.83}
    assert candidates[1]["grams"]["mid"] == 200


def test_a_note_is_kept_with_the_photo(phone: APIClient, noodles: Food) -> None:
    assert send(phone, note="half of it").json()["note"] == "half of it"


def test_the_product_of_a_bar_code_is_the_first_candidate(phone: APIClient, noodles: Food) -> None:
    cola = make_food(name_en="cola")
    Food.objects.filter(pk=cola.pk).update(gtin="6901234567892")

    sent = send(phone, make_bar_photo("6901234567892"))
    drain()

    first, *_ = phone.get(sent["Location"]).json()["candidates"]
    assert (first["food_id"], first["probability"]) == (str(cola.pk), 1.0)
