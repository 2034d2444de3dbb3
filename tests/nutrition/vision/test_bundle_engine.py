"""The shipped classifier among the engines: what it saw in the terms of all engines, and what is said without it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from pytest_django.fixtures import Settings

from meum.journal.models import Door
from meum.people.models import Person
from nutrition import services
from nutrition.domain.dishes import DishGroup, Finding, Guess
from nutrition.domain.memories import Example, blended
from nutrition.vision.answers import Answer, Candidate, Verdict
from nutrition.vision.card import CARD_FILE, MODEL_FILE, read_card
from nutrition.vision.classifier import SHIPPED, Classifier, Seen
from nutrition.vision.dishes import Dish
from nutrition.vision.engines import engine_in_use
from nutrition.vision.engines.bundle import BundleEngine
from nutrition.vision.looks import LOOKS_FILE
from tests.factories.photos import make_person_photo, make_photo

NOODLES, OWN = Candidate("noodles", 0.6), Candidate("own", 0.2)
SOUP = Candidate("noodle_soup", 0.7)
DISHES = {
    "noodles": Dish("noodles", "牛肉面", "beef noodles", "noodle_soup", "everyday:noodles"),
    "own": Dish("own", "自家菜", "a dish of ours", "", ""),
}


def engine_that_sees(verdict: Verdict) -> BundleEngine:
    """Return the engine on a model that gives one answer."""
    answer = Answer(verdict, (NOODLES, OWN), (SOUP,), 0.9)
    seen = Seen(answer, np.array([0.6, 0.8], np.float32), "eye-1", None)
    model = SimpleNamespace(look=lambda _photo: seen, dishes=DISHES)
    return BundleEngine(cast(Classifier, model))


@pytest.mark.parametrize(
    ("verdict", "finding"),
    [
        (Verdict.DISH, Finding.DISHES),
        (Verdict.GROUP, Finding.UNSURE),
        (Verdict.UNKNOWN, Finding.UNSURE),
        (Verdict.NOT_FOOD, Finding.NOT_FOOD),
    ],
)
def test_each_verdict_is_a_finding(verdict: Verdict, finding: Finding) -> None:
    assert engine_that_sees(verdict).look(b"").finding is finding


def test_dishes_come_with_the_foods_that_they_are_logged_as(settings: Settings) -> None:
    assert engine_that_sees(Verdict.DISH).look(b"").guesses == (
        Guess(code="noodles", food="everyday:noodles", probability=0.6),
    )


def test_a_group_is_named_where_it_is_the_answer() -> None:
    assert engine_that_sees(Verdict.GROUP).look(b"").group == DishGroup(code="noodle_soup", zh="汤面", en="noodle soup")
    assert not engine_that_sees(Verdict.UNKNOWN).look(b"").group.code


def test_the_shipped_model_is_the_engine_when_nothing_is_set() -> None:
    engine = engine_in_use()

    assert (engine.name, len(engine.version)) == ("bundle", 16)
    assert engine.look(make_photo(size=(320, 240))) == engine.look(make_photo(size=(320, 240)))


def test_the_shipped_model_tells_how_a_photo_looks_and_knows_it_again() -> None:
    photo, other = make_photo(size=(320, 240)), make_person_photo()
    seen, unlike = (replace(engine_in_use().look(each), is_food=True) for each in (photo, other))
    assert seen.imprint is not None

    examples = [Example(foods=("own:pie",), vector=seen.imprint.vector)]

    assert (seen.imprint.embedder, len(seen.imprint.vector)) == (read_card(SHIPPED / CARD_FILE).embedder, 2 * 1280)
    assert blended(seen, examples).guesses[0].food == "own:pie"
    assert blended(unlike, examples).guesses[0].food == unlike.guesses[0].food


def test_a_bundle_without_looks_remembers_nothing() -> None:
    assert engine_that_sees(Verdict.DISH).look(b"").imprint is None


def altered(folder: Path) -> Path:
    copied = Path(shutil.copytree(SHIPPED, folder / "altered"))
    (copied / MODEL_FILE).write_bytes(b"not this one")
    return copied


def with_other_looks(folder: Path) -> Path:
    copied = Path(shutil.copytree(SHIPPED, folder / "looks"))
    (copied / LOOKS_FILE).write_bytes(b"not these")
    return copied


def without_looks(folder: Path) -> Path:
    copied = Path(shutil.copytree(SHIPPED, folder / "bare"))
    (copied / LOOKS_FILE).unlink()
    return copied


@pytest.mark.parametrize("make", [altered, with_other_looks, without_looks, lambda folder: folder / "missing"])
def test_a_model_that_cannot_be_used_is_said_so_and_the_photo_waits_for_words(
    make: Any, ada: Person, settings: Settings, tmp_path: Path
) -> None:
    settings.FOOD_CLASSIFIER = str(make(tmp_path))
    photo = services.take_photo(person=ada, door=Door.API, sent_at=ada.created_at, content=make_photo())

    looked = services.look(photo_id=photo.pk)

    assert looked is not None
    assert looked.finding is Finding.UNAVAILABLE
    assert services.note_looked(photo_id=photo.pk, looked=looked)
    photo.refresh_from_db()
    assert (photo.finding, photo.file is not None) == (Finding.UNAVAILABLE, True)
