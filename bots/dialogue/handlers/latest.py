"""What the person touched last, by the journal: an id may be chosen by a phone and tells no order."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

from django.db.models import F, OuterRef, QuerySet, Subquery

from bots.dialogue.speaking import Turn
from meum.journal.models import Change, Entry
from meum.journal.snapshots import kind_of
from nutrition.models import Drink, Meal
from nutrition.queries import MealSummary, meal_summary, visible_drinks, visible_meals

E = TypeVar("E", bound=Entry)

_KINDS = tuple(map(kind_of, (Meal, Drink)))


def latest_meal(turn: Turn, *, days_back: int = 1) -> MealSummary | None:
    """Return the meal touched last, of those of the day of the turn and so many days before it."""
    found = _latest(turn, visible_meals(owner=turn.person), days_back=days_back)
    return None if found is None else meal_summary(owner=turn.person, meal_id=found.pk)


def latest_drink(turn: Turn) -> Drink | None:
    """Return the drink touched last, of those of the day of the turn."""
    return _latest(turn, visible_drinks(owner=turn.person), days_back=0)


def latest_kind(turn: Turn) -> str:
    """Return of what kind the entry is that the person touched last; empty where there is none."""
    latest = _own_changes(turn).order_by("-number").values_list("kind", flat=True).first()
    return latest or ""


def is_later(turn: Turn, first: Drink, second: MealSummary) -> bool:
    """Tell whether the person touched a drink after a meal."""
    of_both = _own_changes(turn).filter(kind__in=_KINDS, entry_id__in=(first.pk, second.id))
    latest = of_both.order_by("-number").first()
    return latest is not None and latest.entry_id == first.pk


def _latest(turn: Turn, entries: QuerySet[E], *, days_back: int) -> E | None:
    today = turn.person.clock.day_of(turn.incoming.at)
    own = _own_changes(turn).filter(kind=kind_of(entries.model), entry_id=OuterRef("pk")).order_by("-number")
    recent = entries.filter(day__range=(today - timedelta(days=days_back), today))
    touched = recent.annotate(touched=Subquery(own.values("number")[:1]))
    # What somebody else recorded for the person was not touched at all.
    return touched.order_by(F("touched").desc(nulls_last=True), "-id").first()


def _own_changes(turn: Turn) -> QuerySet[Change]:
    """Return the changes the person made, without what others corrected meanwhile."""
    return Change.objects.filter(person_id=turn.person.pk, author_id=turn.person.pk)
