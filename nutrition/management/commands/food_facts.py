"""Tell what foods contain, from JSON Lines to JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meum.kernel.errors import Invalid
from meum.kernel.json_lines import JsonLinesCommand, text_of
from nutrition.catalogue.facts import food_facts
from nutrition.catalogue.lexicon import meal_lexicon
from nutrition.catalogue.search import warm


class Command(JsonLinesCommand):
    """Answer `{"id", "query", "nutrients": [...], "measure"?}` with amounts per 100 g and the grams of the measure."""

    help = 'Read {"id", "query", "nutrients", "measure"?} a line; write {"id", "food", "per_100g", "grams"?, "source"}.'

    def prepare(self) -> None:
        """Read the catalogue before the first question."""
        meal_lexicon()
        warm()

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the food that the query means and what it contains; an unknown amount is null."""
        facts = food_facts(
            query=text_of(question, "query"),
            tagnames=_tagnames(question),
            measure=text_of(question, "measure") if "measure" in question else "",
        )
        answer: dict[str, Any] = {
            "food": facts.name,
            "food_id": str(facts.food_id),
            "per_100g": facts.per_100g,
            "source": facts.source,
            "grade": facts.grade,
            "grade_reasons": facts.reasons,
        }
        if facts.grams is not None:
            low, mid, high = (round(grams, 1) for grams in (facts.grams.low, facts.grams.mid, facts.grams.high))
            answer |= {"grams": mid, "grams_low": low, "grams_high": high}
        return answer


def _tagnames(question: Mapping[str, Any]) -> list[str]:
    tagnames = question.get("nutrients", [])
    if not isinstance(tagnames, list) or not all(isinstance(tagname, str) for tagname in tagnames):
        raise Invalid("invalid_input", "nutrients must be a list of tagnames", field="nutrients")
    return tagnames
