"""Put queries to our search and to the usual ways of searching names, over the same names in the same process.

`python -m bench.finding` runs in a place that is measured and prints as JSON, for each way, the milliseconds of each
query (on the wall, and of our processor alone) and the reciprocal rank of the first right food. The others get every
advantage that costs them nothing: names and queries folded as ours are (script, case), our weight of everyday foods
among equals, names to show without a query.
"""

from __future__ import annotations

import json
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import django

django.setup()

from django.db import connection
from rapidfuzz import fuzz, process

from bench.datasets import Row, rows_of
from bench.evaluate import reciprocal_rank
from bench.reports import SEED
from nutrition.catalogue.naming import folded
from nutrition.catalogue.search import search_foods
from nutrition.domain.foods import NameKind
from nutrition.models.catalogue import Food, FoodName

LIMIT = 20
# Several names of one food may be found; so many give twenty foods in nearly every case.
NAMES = 100
TRIGRAM = 3
WARM_UP = 10

Way = Callable[[str], list[Row]]


@dataclass(frozen=True, slots=True)
class Names:
    """The names that our index holds, the food of each by its place, and what is shown of each food."""

    texts: list[str]
    foods: list[int]
    priors: list[int]
    shown: list[Row]

    def told(self, places: Iterable[int]) -> list[Row]:
        """Return the foods at some places, each once, as a search shows them."""
        return [self.shown[place] for place in list(dict.fromkeys(places))[:LIMIT]]


def main() -> None:
    """Measure all ways that this database offers; print what each found and took."""
    names = catalogue_names()
    ways: dict[str, Way] = {"ours": _ours}
    if connection.vendor == "postgresql":
        ways["pg_trgm"] = trigrams_of_postgresql(names)
    else:
        ways |= {"FTS5": trigrams_of_sqlite(names), "rapidfuzz scan": scan(names)}
    print(json.dumps(measured(ways, rows_of("searches_dev"))))


def measured(ways: dict[str, Way], queries: Sequence[Row]) -> dict[str, Any]:
    """Return milliseconds and reciprocal ranks of each way by query; the order of the ways changes with each."""
    for way in ways.values():
        for query in queries[:WARM_UP]:
            way(query["query"])
    order = random.Random(SEED)  # noqa: S311  # the order of measurements is no secret
    told: dict[str, Any] = {name: {"ms": [], "processor_ms": [], "ranks": []} for name in ways}
    for query in queries:
        for name in order.sample(list(ways), len(ways)):
            started, spent = time.perf_counter(), time.process_time()
            foods = ways[name](query["query"])
            told[name]["processor_ms"].append((time.process_time() - spent) * 1000)
            told[name]["ms"].append((time.perf_counter() - started) * 1000)
            told[name]["ranks"].append(reciprocal_rank(query, foods))
    return told


def catalogue_names() -> Names:
    """Read the names that our own index is built from; foods come in the order of their weight and key."""
    listed = Food.objects.filter(is_listed=True).values_list("pk", "prior", "current__name_zh", "current__name_en")
    foods = list(listed.order_by("-prior", "key"))
    places = {pk: place for place, (pk, *_) in enumerate(foods)}
    rows = FoodName.objects.exclude(kind=NameKind.TRADITIONAL).order_by("food_id", "pk")
    pairs = [(text, places[pk]) for text, pk in rows.values_list("folded", "food_id") if pk in places]
    return Names(
        texts=[text for text, _ in pairs],
        foods=[place for _, place in pairs],
        priors=[foods[place][1] for _, place in pairs],
        shown=[{"name_zh": name_zh, "name_en": name_en} for _, _, name_zh, name_en in foods],
    )


def _ours(query: str) -> list[Row]:
    return [{"name_zh": hit.name_zh, "name_en": hit.name_en} for hit in search_foods(query=query, limit=LIMIT)]


def trigrams_of_sqlite(names: Names) -> Way:
    """Return SQLite's full-text search with its trigram tokenizer, in memory.

    All words must be found; where that finds nothing, any three letters in a row may be. Under three signs the index
    is of no use, and the names are read through.
    """
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE names USING fts5(text, food UNINDEXED, prior UNINDEXED, tokenize='trigram')")
    rows = zip(names.texts, names.foods, names.priors, strict=True)
    database.executemany("INSERT INTO names VALUES (?, ?, ?)", rows)
    matching = "SELECT food FROM names WHERE names MATCH ? ORDER BY rank, prior DESC LIMIT ?"
    holding = "SELECT food FROM names WHERE text LIKE ? ORDER BY length(text), prior DESC LIMIT ?"

    def foods(statement: str, wanted: str) -> list[int]:
        return [food for (food,) in database.execute(statement, (wanted, NAMES))]

    def way(query: str) -> list[Row]:
        text = folded(query)
        if len(text) < TRIGRAM:
            return names.told(foods(holding, f"%{text}%"))
        words = " AND ".join(_quoted(word) for word in text.split() if len(word) >= TRIGRAM)
        parts = {_quoted(text[at : at + TRIGRAM]) for at in range(len(text) - TRIGRAM + 1)}
        return names.told((words and foods(matching, words)) or foods(matching, " OR ".join(sorted(parts))))

    return way


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def trigrams_of_postgresql(names: Names) -> Way:
    """Return PostgreSQL's pg_trgm with a GIN index: names alike to the query, most alike first."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        cursor.execute("CREATE TEMP TABLE searched (text text, food int, prior int)")
        filled = "INSERT INTO searched SELECT * FROM unnest(%s::text[], %s::int[], %s::int[])"
        cursor.execute(filled, [names.texts, names.foods, names.priors])
        cursor.execute("CREATE INDEX ON searched USING gin (text gin_trgm_ops)")
        cursor.execute("ANALYZE searched")
    alike = "SELECT food FROM searched WHERE text %% %s ORDER BY similarity(text, %s) DESC, prior DESC, text LIMIT %s"

    def way(query: str) -> list[Row]:
        with connection.cursor() as cursor:
            cursor.execute(alike, [folded(query), folded(query), NAMES])
            return names.told(food for (food,) in cursor.fetchall())

    return way


def scan(names: Names) -> Way:
    """Return rapidfuzz over all names, one after the other, with its own weighted ratio."""

    def way(query: str) -> list[Row]:
        found = process.extract(folded(query), names.texts, scorer=fuzz.WRatio, limit=NAMES)
        return names.told(names.foods[place] for _, _, place in found)

    return way


if __name__ == "__main__":
    main()
