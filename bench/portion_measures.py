"""What the catalogue of a place says of weighed food: household measures of dishes, and what ingredients are to it.

`python -m bench.portion_measures KEYS NAMES` takes two lists as JSON and prints what there is of each: grams as low,
mid and high; of a key the share of what is bought that is eaten, from `everyday/as_bought.csv`; of a name, which is
looked up as a person would, the kcal of a gram.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import django

django.setup()

from meum.domain.intervals import Interval
from meum.domain.nutrients import Portion
from nutrition.catalogue.queries import food_vectors, versions_named
from nutrition.catalogue.search import search_foods
from nutrition.catalogue.sources.base import EVERYDAY, rows_of
from nutrition.models.catalogue import Food
from nutrition.queries import energy_of
from nutrition.queries.portions import household_measures

Triple = tuple[float, float, float]


def main() -> None:
    """Print the measures of what was asked for; what the catalogue does not know is left out."""
    keys, names = map(json.loads, sys.argv[1:])
    print(json.dumps({"foods": _of_keys(keys), "names": _of_names(names)}))


def _of_keys(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    known = versions_named(set(keys))
    measures = household_measures(food_ids=[version.food_id for version in known.values()])
    shares = {f"everyday:{row['food']}": float(row["mid"]) for row in rows_of(EVERYDAY / "as_bought.csv")}
    return {
        key: {"grams": _triple(measures[version.food_id]), "share": shares.get(key, 1.0)}
        for key, version in known.items()
    }


def _of_names(names: Sequence[str]) -> dict[str, dict[str, Triple]]:
    found = {name: hits[0].food_id for name in names if (hits := search_foods(query=name, limit=1))}
    measures = household_measures(food_ids=set(found.values()))
    current = dict(Food.objects.filter(pk__in=found.values()).values_list("pk", "current_id"))
    vectors = food_vectors(current.values())
    per_gram = {pk: energy_of(Portion(vectors[version], Interval.exact(1))) for pk, version in current.items()}
    return {
        name: {"grams": _triple(measures[pk]), "kcal": _triple(kcal)}
        for name, pk in found.items()
        if (kcal := per_gram[pk]) is not None
    }


def _triple(amount: Interval) -> Triple:
    return amount.low, amount.mid, amount.high


if __name__ == "__main__":
    main()
