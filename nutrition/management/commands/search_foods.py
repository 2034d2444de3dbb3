"""Find foods by name, from JSON Lines to JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meum.kernel.errors import Invalid
from meum.kernel.json_lines import JsonLinesCommand, text_of
from nutrition.catalogue.search import search_foods, warm

MOST_FOODS = 100


class Command(JsonLinesCommand):
    """Answer `{"id", "query", "limit"?}` with the foods that fit, best first."""

    help = 'Read {"id", "query", "limit"?} a line and write {"id", "foods": [...], "elapsed_ms"}.'

    def prepare(self) -> None:
        """Read the catalogue before the first question."""
        warm()

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the foods found, at most `limit` (10 when not told)."""
        limit = question.get("limit", 10)
        if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= MOST_FOODS:
            raise Invalid("invalid_input", f"limit must be a whole number from 1 to {MOST_FOODS}", field="limit")
        hits = search_foods(query=text_of(question, "query"), limit=limit)
        foods = [
            {"food_id": str(hit.food_id), "name_zh": hit.name_zh, "name_en": hit.name_en, "source": hit.source}
            for hit in hits
        ]
        return {"foods": foods}
