"""Suggest meals, days or a week, from JSON Lines to JSON Lines; nothing is stored and no person is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from meum.domain.days import DayClock
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector, Portion, totals_of
from meum.kernel.errors import Invalid, NotFound, Unavailable
from meum.kernel.json_lines import JsonLinesCommand
from nutrition.catalogue.nutrients import SIZE
from nutrition.catalogue.queries import food_vectors
from nutrition.models.catalogue import Food
from nutrition.queries import understand_meal
from nutrition.suggestions.asking import (
    DAY,
    WEEK,
    day_shown,
    meals_asked,
    offer_shown,
    rules_at_work,
    targets_asked,
    targets_shown,
)
from nutrition.suggestions.meals import Situation
from nutrition.suggestions.menu import menu
from nutrition.suggestions.planner import days, missing_parts, offers, week_of_days
from nutrition.suggestions.wishes import parse_wishes

_SECONDS_TO_EXPLAIN = 2.0
_DAYS = 7
_USUAL_G = 100.0


class Command(JsonLinesCommand):
    """Answer `{"id", "profile", "allergens", "diet"?, "conditions"?, "eaten", "for"}` with up to three options."""

    help = (
        'Read {"id", "profile", "allergens", "diet"?, "conditions"?, "eaten", "for", "lang"?} a line and write '
        '{"id", "targets", "options", "binding"}.'
    )

    def prepare(self) -> None:
        """Read the menu and the catalogue before the first question, and settle whose clock counts what was eaten."""
        self.clock = DayClock(ZoneInfo(settings.DEFAULT_TIME_ZONE), 4)
        self.now = datetime.now(UTC)
        understand_meal(text="", at=self.now, counted_by=self.clock)
        menu()

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the targets, the options and the rules that shaped them."""
        lang = Lang.EN if question.get("lang") == Lang.EN else Lang.ZH
        try:
            situation = self._situation(question)
            options = _options(situation, str(question["for"]), lang)
        except ValueError as error:
            raise Invalid("invalid_input", str(error)) from error
        except TimeoutError as error:
            raise Unavailable("no_suggestion_in_time", "no meal was found in time; please ask again") from error
        rules = rules_at_work(situation.wishes)
        if not options:
            rules += missing_parts(situation, seconds=_SECONDS_TO_EXPLAIN)
        return {"targets": targets_shown(situation.targets), "options": options, "binding": rules}

    def _situation(self, question: Mapping[str, Any]) -> Situation:
        wishes = parse_wishes(
            allergens=_words(question, "allergens"),
            diet=question.get("diet") or None,
            conditions=_words(question, "conditions"),
        )
        first, *later = meals_asked(question.get("for"))
        eaten = [self._eaten(told) for told in _list(question, "eaten")]
        return Situation(
            targets=targets_asked(question.get("profile"), wishes),
            wishes=wishes,
            slot=first,
            later=tuple(later),
            eaten=totals_of([each for some in eaten for each in some], size=SIZE).mid,
            had={},
        )

    def _eaten(self, told: object) -> list[Portion]:
        """Return the foods of one entry: a sentence, or a food by its id with grams."""
        if not isinstance(told, Mapping):
            raise ValueError("eaten must hold objects with food_id or text")
        if text := told.get("text"):
            read = understand_meal(text=str(text), at=self.now, counted_by=self.clock)
            return [item.portion for item in read.items]
        grams = float(told.get("grams") or _USUAL_G)
        return [Portion(_vector_of(str(told.get("food_id"))), Interval.exact(grams))]


def _options(of: Situation, asked: str, lang: Lang) -> list[dict[str, Any]]:
    if asked == WEEK:
        found = list(week_of_days(of, how_many=_DAYS))
        if len(found) < _DAYS:
            return []
        return [{"days": [{"day": number, **day_shown(day, lang)} for number, day in enumerate(found, start=1)]}]
    if asked == DAY:
        return [day_shown(day, lang) for day in days(of)]
    return [offer_shown(offer, lang) for offer in offers(of)]


def _vector_of(food_id: str) -> NutrientVector:
    try:
        version = Food.objects.filter(pk=UUID(food_id), owner=None).values_list("current_id", flat=True).first()
    except ValueError as error:
        raise ValueError("eaten.food_id must be the id of a food") from error
    if version is None:
        raise NotFound("unknown_food", "there is no such food")
    return food_vectors({version})[version]


def _list(question: Mapping[str, Any], field: str) -> Sequence[Any]:
    told = question.get(field) or []
    if not isinstance(told, list):
        raise ValueError(f"{field} must be a list")
    return told


def _words(question: Mapping[str, Any], field: str) -> list[str]:
    return [str(each) for each in _list(question, field)]
