"""How often Meum understands and finds what was meant, on sets that no rule was written after.

Each line of `bench/data/sayings_heldout.jsonl` is a sentence with the foods it means and, where it tells them, their
grams; each line of `searches_heldout.jsonl` a query with words of which the name of the first food found must hold one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.places import Place, places
from bench.reports import Report

DATA = Path(__file__).resolve().parent / "data"
NEAR = 0.25

Foods = Callable[[dict[str, Any], dict[str, Any]], Counter[str]]


def words(report: Report, place: Place) -> None:
    """Tell how many of the foods meant were understood, how many understood were meant, and how near the grams are."""
    sayings = _read("sayings_heldout")
    answers = _ask(place, "understand_meals", [{"text": each["text"]} for each in sayings])
    pairs = list(zip(sayings, answers, strict=True))
    report.sample("sentences understood without any fault", [float(_is_right(*pair)) for pair in pairs])
    report.sample("foods meant that were understood", _shares(pairs, meant_of, understood_of))
    report.sample("foods understood that were meant", _shares(pairs, understood_of, meant_of))
    report.sample("grams within a quarter, where the food is right", [near for pair in pairs for near in _near(*pair)])
    report.sample("milliseconds a sentence", [float(answer["elapsed_ms"]) for answer in answers], unit="ms")


def search(report: Report, place: Place) -> None:
    """Tell how often the first food found, or one of the first five, is the right one."""
    queries = _read("searches_heldout")
    answers = _ask(place, "search_foods", [{"query": each["query"], "limit": 5} for each in queries])
    pairs = list(zip(queries, answers, strict=True))
    report.sample("first food found is right", [float(_finds(*pair, among=1)) for pair in pairs])
    report.sample("one of the first five is right", [float(_finds(*pair, among=5)) for pair in pairs])
    report.sample("milliseconds a query", [float(answer["elapsed_ms"]) for answer in answers], unit="ms")


PARTS: dict[str, Callable[[Report, Place], None]] = {"words": words, "search": search}


def run(names: Sequence[str]) -> list[Report]:
    """Evaluate the parts that are named, over a catalogue loaded for it."""
    reports = []
    with places(("sqlite",)) as (place,):
        for name in names:
            print(f"{name}:", flush=True)
            reports.append(Report(name))
            PARTS[name](reports[-1], place)
    return reports


def meant_of(saying: dict[str, Any], _answer: dict[str, Any]) -> Counter[str]:
    """Return the codes of the foods that a sentence means."""
    return Counter(code for code, _grams in saying["items"])


def understood_of(_saying: dict[str, Any], answer: dict[str, Any]) -> Counter[str]:
    """Return the codes of the foods that were understood."""
    return Counter(item["food"].partition(":")[2] for item in answer["items"])


def _is_right(saying: dict[str, Any], answer: dict[str, Any]) -> bool:
    return meant_of(saying, answer) == understood_of(saying, answer) and all(_near(saying, answer))


def _shares(pairs: Sequence[tuple[Any, Any]], whole: Foods, part: Foods) -> list[float]:
    """Return for each sentence which share of its `whole` is in its `part`; sentences without any are left out."""
    return [(whole(*pair) & part(*pair)).total() / whole(*pair).total() for pair in pairs if whole(*pair)]


def _near(saying: dict[str, Any], answer: dict[str, Any]) -> list[float]:
    """Return 1 or 0 for each food that is right and whose grams the sentence tells."""
    read = {item["food"].partition(":")[2]: float(item["grams"]) for item in answer["items"]}
    told = [(grams, read[code]) for code, grams in saying["items"] if grams and code in read]
    return [float(abs(got - grams) <= NEAR * grams) for grams, got in told]


def _finds(query: dict[str, Any], answer: dict[str, Any], *, among: int) -> bool:
    names = [f"{food['name_zh']} {food['name_en']}".casefold() for food in answer["foods"][:among]]
    return any(word in name for name in names for word in query["right"])


def _read(name: str) -> list[dict[str, Any]]:
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _ask(place: Place, command: str, questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put questions to one of the machine-readable commands; return its answers in the same order."""
    said = "".join(json.dumps({"id": number, **each}) + "\n" for number, each in enumerate(questions))
    asked = [sys.executable, "manage.py", command]
    done = subprocess.run(asked, check=True, env=place.environment, input=said, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]
