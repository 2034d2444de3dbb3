"""The classifier that is shipped: its card is true, its page is of the same model, and it is small enough."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nutrition.vision.card import CARD_FILE, MODEL_FILE, read_card
from nutrition.vision.classifier import SHIPPED
from nutrition.vision.dishes import dishes
from nutrition.vision.page import page_of

ROOT = Path(__file__).resolve().parents[3]
MOST_BYTES = 22_000_000
CARD = read_card(SHIPPED / CARD_FILE)


def test_the_model_is_the_one_of_its_card() -> None:
    assert hashlib.sha256((SHIPPED / MODEL_FILE).read_bytes()).hexdigest() == CARD.sha256


def test_the_page_is_that_of_the_card() -> None:
    assert (ROOT / "docs" / "reference" / "food-classifier.md").read_text(encoding="utf-8") == page_of(CARD)


def test_the_bundle_fits_into_the_repository() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= MOST_BYTES


def test_every_code_is_a_dish_with_a_food() -> None:
    assert set(CARD.codes) - set(dishes()) == set()
    assert CARD.names == {}


def test_every_source_tells_under_which_licence_its_photos_came() -> None:
    assert [row["source"] for row in CARD.facts["photos"] if not row["licence"]] == []
