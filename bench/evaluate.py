"""How often Meum understands and finds what was meant.

Each line of `bench/data/meals_*.jsonl` is a message as somebody would type it, with the foods eaten (words of which the
name found must hold one, words that it may not hold, and honest ranges of grams and of energy); each line of
`searches_*.jsonl` a query with words that a right result holds. They were written before the reader's present rules,
by people who did not know the reader, and cut in two by the first byte of the SHA-256 of the text: even ones (`_dev`)
may be looked at while the reader is changed, odd ones (`_heldout`) only give figures. 120 more
messages about no meal stand in each `_dev` file alone. Messages about body and skin are
judged in `body_words.py`. The sentences of NutriBench (Hua et al., ICLR 2025) are read from the folder of source data
where it is there, in order of the SHA-256 of their text: the first 200 may be looked at, the others give figures; their
licence keeps them out of this repository.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.body_words import words_body, words_skin
from bench.catalogue import catalogue
from bench.datasets import Row, rows_of
from bench.expenditure import learned_expenditure
from bench.packets import labels
from bench.photo_memory import photos_remembered
from bench.photos import photos, photos_across
from bench.places import Place, places
from bench.portions import portions
from bench.reports import Figure, Report, interval_of
from bench.suggestions import suggestions
from bench.trays import photos_trays

NUTRIBENCH = "meal_text/nutribench_dev.csv"
NEAR_CARBOHYDRATE_G = 7.5
AMERICAN = ("v1/wweia_meal_natural", "v1/wweia_meal_metric")
# Energy of a food may lie this much outside the range of a truth, which was written without our table.
_KCAL_SLACK = 8.0
_GRAMS_SLACK = 0.02


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one message: foods right, foods that nobody ate, foods missed, and whether grams were right."""

    right: int
    wrong: int
    missed: int
    grams: tuple[bool, ...]


def words_zh(report: Report, place: Place) -> None:
    """Tell how well Chinese messages are understood."""
    _words(report, place, "zh")


def words_en(report: Report, place: Place) -> None:
    """Tell how well English messages are understood."""
    _words(report, place, "en")


def _words(report: Report, place: Place, lang: str) -> None:
    messages = rows_of(f"meals_{lang}_heldout")
    answers = _ask(place, "understand_meals", [{"text": each["text"], "at": each["at"]} for each in messages])
    reads = [_judged(message, answer) for message, answer in zip(messages, answers, strict=True)]
    low, high = interval_of(reads, f1_of)
    report.add(Figure(name="F1 of foods", value=f1_of(reads), n=len(reads), low=low, high=high))
    report.sample("grams within the true range", [float(good) for read in reads for good in read.grams])
    idle = [answer for message, answer in zip(messages, answers, strict=True) if not message["meals"]]
    report.sample("messages about no meal that gave one", [float(bool(_eaten(answer))) for answer in idle])
    report.sample("milliseconds a message", [float(answer["elapsed_ms"]) for answer in answers], unit="ms")


def search(report: Report, place: Place) -> None:
    """Tell at which place the first right food stands: the mean reciprocal rank, in all and by kind of query."""
    queries = rows_of("searches_heldout")
    answers = _ask(place, "search_foods", [{"query": each["query"], "limit": 20} for each in queries])
    ranks: dict[str, list[float]] = defaultdict(list)
    for query, answer in zip(queries, answers, strict=True):
        ranks[query["kind"]].append(reciprocal_rank(query, answer["foods"]))
    report.sample("mean reciprocal rank", [rank for kind in ranks.values() for rank in kind])
    for kind, values in sorted(ranks.items()):
        report.sample(f"mean reciprocal rank, {kind}", values)
    report.sample("milliseconds a query", [float(answer["elapsed_ms"]) for answer in answers], unit="ms")


def nutribench(report: Report, place: Place) -> None:
    """Tell how near the carbohydrate of freely described meals is; passed over where the sentences are not there."""
    folder = os.environ.get("MEUM_SOURCE_DATA")
    path = Path(folder).parent / NUTRIBENCH if folder else None
    if path is None or not path.exists():
        print("  passed over: MEUM_SOURCE_DATA names no folder beside one with NutriBench")
        return
    rows = nutribench_rows(path)[200:]
    answers = _ask(place, "understand_meals", [{"text": row["text"]} for row in rows])
    errors: dict[bool, list[float]] = defaultdict(list)
    for row, answer in zip(rows, answers, strict=True):
        errors[row["source"] in AMERICAN].append(abs(answer["carbohydrate_g"] - float(row["carb_g"])))
    for name, values in (("the American part", errors[True]), ("all parts", [*errors[True], *errors[False]])):
        report.sample(f"carbohydrate within 7.5 g, {name}", [float(error <= NEAR_CARBOHYDRATE_G) for error in values])
        report.sample(f"mean absolute error of carbohydrate, {name}", values, unit="g")
    answered = [float(bool(answer["items"])) for answer in answers]
    report.sample("descriptions answered", answered)


def nutribench_rows(path: Path) -> list[dict[str, str]]:
    """Return the sentences in order of the SHA-256 of their text: the first 200 are for looking at."""
    with path.open(encoding="utf-8", newline="") as lines:
        return sorted(csv.DictReader(lines), key=lambda row: hashlib.sha256(row["text"].encode()).hexdigest())


PARTS: dict[str, Callable[[Report, Place], None]] = {
    "words_zh": words_zh,
    "words_en": words_en,
    "words_body": words_body,
    "words_skin": words_skin,
    "search": search,
    "nutribench": nutribench,
    "catalogue": catalogue,
    "labels": labels,
    "photos": photos,
    "photos_across": photos_across,
    "photos_remembered": photos_remembered,
    "photos_trays": photos_trays,
    "suggestions": suggestions,
    "portions": portions,
    "expenditure": learned_expenditure,
}


def run(names: Sequence[str]) -> list[Report]:
    """Evaluate the parts that are named, over a catalogue loaded for it."""
    reports = []
    with places(("sqlite",)) as (place,):
        for name in names:
            print(f"{name}:", flush=True)
            reports.append(Report(name))
            PARTS[name](reports[-1], place)
    return reports


def f1_of(reads: Sequence[Read]) -> float:
    """Return the harmonic mean of precision and recall over all foods of all messages; 1 where there are none."""
    right = sum(read.right for read in reads)
    others = sum(read.wrong + read.missed for read in reads)
    return 2 * right / (2 * right + others) if right or others else 1.0


def _judged(message: Row, answer: Row) -> Read:
    """Pair each food understood with one that was eaten; of several that fit, the one whose grams are nearest."""
    left = list(message["items"])
    items = _eaten(answer)
    grams = []
    for item in items:
        fitting = sorted((meant for meant in left if is_right(meant, item)), key=lambda meant: _distance(meant, item))
        if fitting:
            left.remove(fitting[0])
            grams.append(_distance(fitting[0], item) == 0)
    return Read(len(grams), len(items) - len(grams), len(left), tuple(grams))


def _eaten(answer: Row) -> list[Row]:
    """Return what was understood to be eaten; water is a drink, not a food, in these messages."""
    return [item for item in answer["items"] if item["food"] != "everyday:water"]


def is_right(meant: Row, item: Row) -> bool:
    """Tell whether a food understood is the one meant: by its names and by the energy of 100 g."""
    name = f"{item['name_zh']} | {item['name_en']}".casefold()
    if not any(word.casefold() in name for word in meant["any_of"]):
        return False
    if any(word.casefold() in name for word in meant["none_of"]):
        return False
    low, high = meant["kcal_per_100g"]
    energy = 100 * (item["energy_kcal"] or 0.0) / item["grams"] if item["grams"] else 0.0
    return bool(low - _KCAL_SLACK <= energy <= high + _KCAL_SLACK)


def _distance(meant: Row, item: Row) -> float:
    """Return by how many grams an item lies outside the range meant."""
    low, high = meant["grams"][0] * (1 - _GRAMS_SLACK), meant["grams"][1] * (1 + _GRAMS_SLACK)
    return float(max(low - item["grams"], item["grams"] - high, 0.0))


def reciprocal_rank(query: Row, foods: Sequence[Row]) -> float:
    """Return 1 / the place of the first right food, 0 where none is right."""
    ranks = (place for place, food in enumerate(foods, start=1) if _is_found(query, food))
    return 1 / next(ranks, float("inf"))


def _is_found(query: Row, food: Row) -> bool:
    name = f"{food['name_zh']} | {food['name_en']}".casefold()
    groups = [*([query["any_of"]] if query.get("any_of") else []), *query.get("all_of", ())]
    holds_all = all(any(word.casefold() in name for word in group) for group in groups)
    return holds_all and not any(word.casefold() in name for word in query.get("none_of", ()))


def _ask(place: Place, command: str, questions: Sequence[Row]) -> list[Row]:
    """Put questions to one of the machine-readable commands; return its answers in the same order."""
    said = "".join(json.dumps({"id": number, **each}) + "\n" for number, each in enumerate(questions))
    asked = [sys.executable, "manage.py", command]
    done = subprocess.run(asked, check=True, env=place.environment, input=said, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]
