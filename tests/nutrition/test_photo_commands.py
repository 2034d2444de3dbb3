"""The commands about photos: what they may show, and examples to learn from."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS, agree, withdraw
from nutrition import services
from nutrition.models import Food, Meal, MealPhoto
from nutrition.photo_meals import ChosenDish, log_photo
from nutrition.queries import meal_summary
from tests.factories.engines import NOT_FOOD, ToldEngine, dishes
from tests.factories.nutrition import make_food
from tests.factories.photos import make_photo

pytestmark = pytest.mark.usefixtures("that_friday")


@pytest.fixture
def noodles(ada: Person, engine: ToldEngine) -> Food:
    """Let the engine see noodles, or rice; return the noodles."""
    food = make_food(
        key="own:noodles", name_zh="牛肉面", nutrients={"ENERC_KCAL": 100}, portions={"碗": (400, 600, 800)}
    )
    make_food(key="own:rice", name_zh="米饭", portions={"碗": (180, 200, 220)})
    engine.sees(dishes("own:noodles", "own:rice"))
    return food


def classified(*files: Path) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("classify_photos", *files, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def a_photo(folder: Path, name: str = "a.jpg", content: bytes = b"") -> Path:
    path = folder / name
    path.write_bytes(content or make_photo())
    return path


def test_each_photo_is_one_line_with_dishes_grams_and_energy(noodles: Food, tmp_path: Path) -> None:
    photo = a_photo(tmp_path)

    (line,) = classified(photo)

    assert line.pop("elapsed_ms") >= 0
    assert line == {
        "file": str(photo),
        "is_food": True,
        "known": True,
        "group": None,
        "dishes": [
            {"code": "noodles", "food": "own:noodles", "name_zh": "牛肉面", "name_en": "", "probability": 0.6},
            {"code": "rice", "food": "own:rice", "name_zh": "米饭", "name_en": "", "probability": 0.3},
        ],
        "grams": {"low": 112.9, "mid": 600.0, "high": 988.8},
        "energy_kcal": {"low": 112.9, "mid": 600.0, "high": 988.8},
    }


def test_a_folder_is_its_files_in_order_and_a_bad_one_gets_its_error(noodles: Food, tmp_path: Path) -> None:
    a_photo(tmp_path, "1.jpg")
    a_photo(tmp_path, "2.jpg", b"MZ")
    a_photo(tmp_path, "3.jpg")

    lines = classified(tmp_path)

    assert [line["file"][-5:] for line in lines] == ["1.jpg", "2.jpg", "3.jpg"]
    assert lines[1]["error"]["code"] == "photo_unreadable"


def test_no_food_has_no_dishes(noodles: Food, engine: ToldEngine, tmp_path: Path) -> None:
    engine.sees(NOT_FOOD)

    (line,) = classified(a_photo(tmp_path))

    assert (line["is_food"], line["dishes"], line["grams"]) == (False, [], None)


def test_without_an_engine_each_line_says_so(engine: ToldEngine, ada: Person, tmp_path: Path) -> None:
    assert classified(a_photo(tmp_path))[0]["error"]["code"] == "photos_unavailable"


def test_a_path_that_is_not_there_is_wrong_usage(db: None) -> None:
    with pytest.raises(CommandError) as raised:
        call_command("classify_photos", Path("/nowhere/at/all.jpg"))

    assert raised.value.returncode == 2


def confirmed(person: Person, *dishes: ChosenDish, text: str = "") -> Meal:
    photo = services.open_photo(person=person, door=Door.API, sent_at=timezone.now())
    services.store_photo(photo=photo, person=person, content=make_photo())
    looked = services.look(photo_id=photo.pk)
    assert looked is not None
    services.note_looked(photo_id=photo.pk, looked=looked)
    # A worker looks for faces before anything is kept.
    drain()
    return log_photo(person=person, author=person, door=Door.API, photo_id=photo.pk, dishes=dishes, text=text)


def exported(folder: Path) -> list[dict[str, Any]]:
    call_command("export_training_examples", out=folder, stdout=StringIO())
    return [json.loads(line) for line in (folder / "examples.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def helper(ada: Person, noodles: Food) -> Person:
    """Return Ada, who agreed to help to improve Meum."""
    purpose = Purpose.IMPROVEMENT
    agree(person=ada, purpose=purpose, text_version=TEXT_VERSIONS[purpose], door=Door.WEB)
    return ada


def test_what_was_confirmed_is_an_example_with_what_was_seen(helper: Person, tmp_path: Path) -> None:
    confirmed(helper, ChosenDish(number=2, portions=0.5))

    (row,) = exported(tmp_path / "out")

    name = row.pop("file")
    assert (tmp_path / "out" / name).read_bytes().startswith(b"\xff\xd8\xff")
    assert row == {
        "foods": [{"food": "own:rice", "grams": 100.0}],
        "seen": [{"code": "noodles", "probability": 0.6}, {"code": "rice", "probability": 0.3}],
        "engine": "told",
        "engine_version": "1",
    }
    # The name of the file is drawn by chance, and may hold any three letters.
    assert "ada" not in (tmp_path / "out" / "examples.jsonl").read_text("utf-8").replace(name, "")


def test_a_correction_corrects_the_example_and_a_deleted_meal_is_none(helper: Person, tmp_path: Path) -> None:
    meal, other = confirmed(helper, ChosenDish(number=1)), confirmed(helper, ChosenDish(number=1))
    egg = make_food(key="own:egg", name_zh="鸡蛋")
    summary = meal_summary(owner=helper, meal_id=meal.pk)
    assert summary is not None
    draft = summary.items[0].draft
    services.correct_meal(
        person=helper,
        author=helper,
        door=Door.API,
        meal_id=meal.pk,
        items=[type(draft)(food_version_id=egg.current_id, grams=draft.grams)],
    )
    services.remove_item(person=helper, author=helper, door=Door.API, meal_id=other.pk, number=1)

    (row,) = exported(tmp_path / "out")

    assert [food["food"] for food in row["foods"]] == ["own:egg"]


def test_a_photo_in_which_nobody_looked_for_faces_is_not_kept(helper: Person, tmp_path: Path) -> None:
    photo = services.take_photo(person=helper, door=Door.API, sent_at=timezone.now(), content=make_photo())
    looked = services.look(photo_id=photo.pk)
    assert looked is not None
    services.note_looked(photo_id=photo.pk, looked=looked)

    log_photo(person=helper, author=helper, door=Door.API, photo_id=photo.pk, dishes=[ChosenDish(number=1)])

    assert exported(tmp_path / "out") == []
    assert MealPhoto.objects.get().file is None


def test_without_the_agreement_nothing_is_exported(ada: Person, noodles: Food, tmp_path: Path) -> None:
    confirmed(ada, ChosenDish(number=1))

    assert exported(tmp_path / "out") == []


def test_after_the_agreement_ended_nothing_is_exported(helper: Person, tmp_path: Path) -> None:
    confirmed(helper, ChosenDish(number=1))
    withdraw(person=helper, purpose=Purpose.IMPROVEMENT, door=Door.WEB)

    assert exported(tmp_path / "out") == []
    assert MealPhoto.objects.get().file is None


def test_a_folder_that_holds_something_is_left_alone(helper: Person, tmp_path: Path) -> None:
    a_photo(tmp_path)

    with pytest.raises(CommandError):
        exported(tmp_path)
