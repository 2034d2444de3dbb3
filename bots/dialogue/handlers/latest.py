"""What the person touched last, by the journal: an id may be chosen by a phone and tells no order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from bots.dialogue.speaking import Turn
from meum.journal.models import Change
from meum.journal.snapshots import kind_of
from meum.kernel.prepared import Prepared
from nutrition.models import Drink, Meal
from nutrition.queries import MealSummary, day_summary, meal_summary, visible_drinks

_KINDS = tuple(map(kind_of, (Meal, Drink)))


def _touched_last(model: type[Meal] | type[Drink]) -> Prepared[UUID]:
    def make(person: Any, since: Any, until: Any) -> QuerySet[Any, UUID]:
        changes = Change.objects.filter(
            person_id=person, author_id=person, kind=kind_of(model), entry_id=OuterRef("pk")
        )
        of_days = model.objects.filter(person_id=person, deleted_at=None, day__gte=since, day__lte=until)
        # What somebody else recorded for the person was not touched at all.
        touched = of_days.annotate(touched=Subquery(changes.order_by("-number").values("number")[:1]))
        return touched.order_by(F("touched").desc(nulls_last=True), "-id").values_list("pk", flat=True)[:1]

    return Prepared(make)


_MEAL, _DRINK = _touched_last(Meal), _touched_last(Drink)


def latest_meal(turn: Turn, *, days_back: int = 1) -> MealSummary | None:
    """Return the meal touched last, of those of the day of the turn and so many days before it."""
    found = _latest(_MEAL, turn, days_back=days_back)
    return None if found is None else meal_summary(owner=turn.person, meal_id=found)


def meals_lately(turn: Turn, *, days_back: int) -> list[MealSummary]:
    """Return the meal touched last, of the day of the turn and so many days before it, then the others of that day."""
    found = _latest(_MEAL, turn, days_back=days_back)
    today = list(reversed(day_summary(person=turn.person, day=turn.person.clock.day_of(turn.incoming.at)).meals))
    latest = [meal for meal in today if meal.id == found]
    if found is not None and not latest:
        earlier = meal_summary(owner=turn.person, meal_id=found)
        latest = [earlier] if earlier else []
    return [*latest, *(meal for meal in today if meal.id != found)]


def latest_drink(turn: Turn) -> Drink | None:
    """Return the drink touched last, of those of the day of the turn."""
    found = _latest(_DRINK, turn, days_back=0)
    return None if found is None else visible_drinks(owner=turn.person).filter(pk=found).first()


def latest_kind(turn: Turn) -> str:
    """Return of what kind the entry is that the person touched last; empty where there is none."""
    latest = _own_changes(turn).order_by("-number").values_list("kind", flat=True).first()
    return latest or ""


def is_later(turn: Turn, first: Drink, second: MealSummary) -> bool:
    """Tell whether the person touched a drink after a meal."""
    of_both = _own_changes(turn).filter(kind__in=_KINDS, entry_id__in=(first.pk, second.id))
    latest = of_both.order_by("-number").first()
    return latest is not None and latest.entry_id == first.pk


def _latest(read: Prepared[UUID], turn: Turn, *, days_back: int) -> UUID | None:
    today = turn.person.clock.day_of(turn.incoming.at)
    return read.first(person=turn.person.pk, since=today - timedelta(days=days_back), until=today)


def _own_changes(turn: Turn) -> QuerySet[Change]:
    """Return the changes the person made, without what others corrected meanwhile."""
    return Change.objects.filter(person_id=turn.person.pk, author_id=turn.person.pk)
