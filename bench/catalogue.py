"""How sound the loaded catalogue is: facts read by eye, grades, and foods whose food patterns are known.

`bench/data/catalogue_facts.csv` holds figures of 100 g that somebody read in the source files (file and line of its
text, the head being line 1), not through our loaders; a fact is right when the food that people get differs from it by
no more than the tolerance. `python -m bench.catalogue` prints as JSON what the database of its place says of them.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from bench.places import Place
from bench.reports import Figure, Report

FACTS = Path(__file__).resolve().parent / "data" / "catalogue_facts.csv"
# Foods from here on are everyday foods and those that people report most: what a suggestion may choose from.
SUGGESTED_FROM_PRIOR = 45
GRADES = ("A", "B", "C")


def catalogue(report: Report, place: Place) -> None:
    """Tell the share of facts within tolerance, of foods of each grade by source, and of foods with food patterns."""
    found: dict[str, Any] = place.facts("-m", "bench.catalogue")
    facts = read_facts()
    report.sample(
        "facts within tolerance",
        [float(_is_right(fact, value)) for fact, value in zip(facts, found["facts"], strict=True)],
        least=1.0,
    )
    for source, grades in {"all sources": _summed(found["grades"]), **found["grades"]}.items():
        for grade in GRADES:
            _share(report, f"foods of grade {grade}, {source}", grades.get(grade, 0), sum(grades.values()))
    _share(report, "foods for suggestions with food patterns", *found["patterns"], least=1.0)


def _share(report: Report, name: str, of_them: int, foods: int, *, least: float | None = None) -> None:
    """Keep the share of some foods among all there are: counted, not sampled, so that it has no interval."""
    report.add(Figure(name=name, value=of_them / foods, n=foods, least=least))


def read_facts() -> list[dict[str, str]]:
    """Return the facts as they were written down."""
    with FACTS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _is_right(fact: dict[str, str], value: float | None) -> bool:
    return value is not None and abs(value - float(fact["value"])) <= float(fact["tolerance"])


def _summed(grades: dict[str, dict[str, int]]) -> dict[str, int]:
    return {grade: sum(of_source.get(grade, 0) for of_source in grades.values()) for grade in GRADES}


def main() -> None:
    """Print what the catalogue says: the value of each fact, foods by source and grade, foods with patterns."""
    import django

    django.setup()

    from django.db.models import Count

    from nutrition.catalogue.nutrients import amounts_of
    from nutrition.catalogue.queries import food_vectors, visible_foods

    facts = read_facts()
    foods = visible_foods().filter(key__in={fact["food"] for fact in facts})
    vectors = food_vectors(foods.values_list("current_id", flat=True))
    amounts = {food.key: amounts_of(vectors[food.current_id]) for food in foods}
    grades: dict[str, dict[str, int]] = {}
    counted = visible_foods().values_list("source", "current__grade").annotate(foods=Count("pk"))
    for source, grade, number in counted.order_by("source", "current__grade"):
        grades.setdefault(source, {})[grade] = number
    suggested = visible_foods().filter(prior__gte=SUGGESTED_FROM_PRIOR).exclude(current__grade="C")
    with_patterns = suggested.exclude(current__patterns=None)
    told = {
        "facts": [amounts.get(fact["food"], {}).get(fact["tagname"]) for fact in facts],
        "grades": grades,
        "patterns": [with_patterns.count(), suggested.count()],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
