"""The shipped classifier at work, and what is said when it is not there or not the one it should be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from django.test import override_settings

from meum.kernel.errors import Invalid, Unavailable
from nutrition.vision.answers import Verdict
from nutrition.vision.card import CARD_FILE, MODEL_FILE
from nutrition.vision.classifier import SHIPPED, Classifier, classifier
from tests.factories.food_photos import photo

RED = photo((200, 40, 30), size=(320, 240))


@pytest.fixture(name="shipped", scope="module")
def the_shipped_one() -> Classifier:
    return Classifier(SHIPPED)


@pytest.fixture(name="copied")
def a_copy_of_the_bundle(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "bundle"))


def test_the_same_photo_gets_the_same_answer(shipped: Classifier) -> None:
    first, second = shipped.look(RED), shipped.look(RED)

    assert first.answer == second.answer
    assert np.array_equal(first.embedding, second.embedding)


def test_several_threads_may_ask_at_once(shipped: Classifier) -> None:
    answers = []
    threads = [Thread(target=lambda: answers.append(shipped.look(RED).answer)) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [shipped.look(RED).answer] * 4


def test_an_embedding_has_length_one_and_names_its_maker(shipped: Classifier) -> None:
    seen = shipped.look(RED)

    assert seen.embedding.shape == (1280,)
    assert float(np.linalg.norm(seen.embedding)) == pytest.approx(1, abs=1e-4)
    assert seen.embedder == shipped.card.embedder


def test_a_plain_wall_is_no_food(shipped: Classifier) -> None:
    assert shipped.look(photo((180, 180, 178), size=(320, 240))).answer.verdict is Verdict.NOT_FOOD


def test_six_dishes_are_offered_best_first(shipped: Classifier) -> None:
    dishes = shipped.look(RED).answer.dishes

    assert len(dishes) == 6
    assert [dish.probability for dish in dishes] == sorted((dish.probability for dish in dishes), reverse=True)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"MZ\x90\x00", b"<svg/>", RED[:200]])
def test_what_is_no_photo_is_refused(shipped: Classifier, content: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        shipped.look(content)

    assert refused.value.code == "photo_unreadable"


@pytest.mark.parametrize("missing", [MODEL_FILE, CARD_FILE])
def test_a_missing_model_is_told(copied: Path, missing: str) -> None:
    (copied / missing).unlink()

    with pytest.raises(Unavailable) as told:
        Classifier(copied)

    assert told.value.code == "photo_model_missing"


def test_a_model_that_was_altered_is_not_used(copied: Path) -> None:
    model = bytearray((copied / MODEL_FILE).read_bytes())
    model[-1] ^= 1
    (copied / MODEL_FILE).write_bytes(model)

    with pytest.raises(Unavailable) as told:
        Classifier(copied)

    assert told.value.code == "photo_model_altered"


@pytest.mark.parametrize("card", ["", "[]", "{}", json.dumps({"rules": {"temperature": 1}})])
def test_a_card_that_is_none_is_not_used(copied: Path, card: str) -> None:
    (copied / CARD_FILE).write_text(card, "utf-8")

    with pytest.raises(Unavailable) as told:
        Classifier(copied)

    assert told.value.code == "photo_model_altered"


def test_an_operator_s_own_model_is_served_instead(copied: Path) -> None:
    with override_settings(FOOD_CLASSIFIER=str(copied)):
        assert classifier().card.sha256 == Classifier(SHIPPED).card.sha256
        assert classifier() is classifier()

    assert classifier() is not None


def test_a_folder_without_a_model_is_told_not_replaced_by_the_shipped_one(tmp_path: Path) -> None:
    with override_settings(FOOD_CLASSIFIER=str(tmp_path)), pytest.raises(Unavailable):
        classifier()
