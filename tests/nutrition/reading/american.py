"""A small table of foods named as American tables name them, for tests of reading by phrases: american.csv."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from meum.domain.intervals import Interval
from nutrition.reading.drafts import MealReading
from nutrition.reading.lexicon import FoodFacts, MealLexicon, portion_key
from nutrition.reading.phrase_names import PhraseName, terms_of
from nutrition.reading.phrases import UNREADY, PhraseHit, PhraseIndex
from nutrition.reading.reader import read_meal
from tests.nutrition.reading.conftest import NOW

TABLE = Path(__file__).with_name("american.csv")
_EATEN_RAW = ("Apple", "Banana", "Lettuce", "Tomatoes", "Cucumber", "Strawberries")


@cache
def american_lexicon() -> MealLexicon:
    """Return the lexicon of american.csv; a food's key is its name."""
    rows = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
    return MealLexicon(
        names=[],
        foods={row["food"]: _facts(row["portions"], float(row["serving"])) for row in rows},
        generic={portion_key("碗"): Interval.exact(300), portion_key("slice"): Interval.exact(30)},
        phrases=PhraseIndex(_name(row["food"], int(row["prior"]) / 100) for row in rows),
    )


def american(text: str) -> MealReading:
    """Return what a sentence says, read against american.csv."""
    return read_meal(text, lexicon=american_lexicon(), now=NOW)


def eaten(text: str) -> list[str]:
    """Return the foods of a sentence by the names that american.csv gives them."""
    return [item.food for item in american(text).items]


def told(text: str) -> dict[str, float]:
    """Return the foods of a sentence with their grams."""
    return {item.food: item.grams.mid for item in american(text).items}


def index_of(*names: str | PhraseName) -> PhraseIndex:
    """Return an index of names all eaten as often; a food's key is its name."""
    return PhraseIndex(name if isinstance(name, PhraseName) else PhraseName(name, name, 0.5) for name in names)


def found(phrase: str, index: PhraseIndex) -> Sequence[PhraseHit]:
    """Return what an index finds for a phrase as somebody types it."""
    return index.find(terms_of(phrase), limit=5)


def _name(text: str, prior: float) -> PhraseName:
    is_unready = bool(UNREADY.search(text.lower())) and not text.startswith(_EATEN_RAW)
    return PhraseName(text, text, prior, is_unready=is_unready)


def _facts(portions: str, serving: float) -> FoodFacts:
    pairs = (portion.split("=") for portion in portions.split(";"))
    return FoodFacts(
        portions={unit if "/" in unit else portion_key(unit): Interval.exact(float(grams)) for unit, grams in pairs},
        serving=Interval.exact(serving),
    )
