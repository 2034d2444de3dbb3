"""Take back what was recorded last, and bring it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.handlers.body import measure_text, short_name
from bots.dialogue.handlers.items import day_standing, water_standing
from bots.dialogue.messages import MOST_LINES, Reply
from bots.dialogue.queries import is_overtaken
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import food_name, items_text, minutes_text, short_item_text, slot_text, water_text
from bots.nlu.keywords import Intent
from fitness.domain.measures import Kind
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.journal import services as journal
from meum.journal.models import Action, Change, Mode
from meum.journal.snapshots import kind_of
from meum.kernel.errors import NotFound
from nutrition.catalogue import bare_energy
from nutrition.catalogue.queries import food_version
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Drink, Meal

_MOST_NAMED = 3
_MOST_STEPS = 20


class UndoHandler(Handler):
    """Take back the person's latest recording and name it."""

    group = HelpGroup.CHANGE
    help = {Lang.ZH: "撤销；恢复", Lang.EN: "undo; redo"}

    def accepts(self, turn: Turn) -> bool:
        """Take the word in both languages, with how many recordings it is about."""
        return turn.wants(Intent.UNDO, Intent.UNDO_ALL)

    def answer(self, turn: Turn) -> Reply:
        """Undo; say what is gone, changed back or there again.

        What was sent before messages that are answered already, and arrived after them, was not meant for them.
        """
        if turn.wants(Intent.UNDO_ALL):
            return Reply((turn.say("undo.how_many"), turn.say("undo.day")))
        if is_overtaken(person=turn.person, door=turn.door, incoming=turn.incoming):
            return Reply((turn.say("undo.overtaken"),))
        groups = list(_undone(turn, _steps(turn)))
        changes = [change for group in groups for change in group]
        short = (turn.say("undo.no_more", count=len(groups)),) if len(groups) < _steps(turn) else ()
        told = _told(turn, changes, "undone", most=_MOST_NAMED - len(short))
        return Reply((*told, *short, *_standing(turn, changes), turn.say("next.redo")))


def _steps(turn: Turn) -> int:
    assert turn.heard.command is not None  # accepts() has seen it
    return min(int(turn.heard.command.argument or 1), _MOST_STEPS)


def _undone(turn: Turn, steps: int) -> Iterator[Sequence[Change]]:
    """Take back so many recordings, the latest first, as long as there are any; yield the changes of each.

    Raises NotFound where there is none at all.
    """
    for step in range(steps):
        try:
            yield journal.undo_latest(person=turn.person, author=turn.person, door=turn.door)
        except NotFound:
            if not step:
                raise
            return


class RedoHandler(Handler):
    """Bring back what was taken back or deleted last."""

    def accepts(self, turn: Turn) -> bool:
        """Take the word in both languages."""
        return turn.wants(Intent.REDO)

    def answer(self, turn: Turn) -> Reply:
        """Bring it back; say what is there again."""
        changes = journal.bring_back_latest(person=turn.person, author=turn.person, door=turn.door)
        key = "redone" if changes[0].mode == Mode.UNDO else "brought_back"
        return Reply((*_told(turn, changes, key), *_standing(turn, changes), turn.say("next.undo")))


def _told(turn: Turn, changes: Sequence[Change], key: str, *, most: int = _MOST_NAMED) -> tuple[str, ...]:
    """Return a line for each of the first entries whose changes were taken back, in the order of the changes.

    Of several changes of one entry the first tells what the entry is now; where there are more entries than lines
    the last line counts the others.
    """
    # What a change that comes back had made is there again or gone again.
    outcomes = {Action.UPDATE: f"{key}.edit", Action.DELETE: "redone"}
    gone = "undone" if key == "undone" else "gone_again"
    by_entry: dict[UUID, Change] = {}
    for change in reversed(changes):
        by_entry.setdefault(change.entry_id, change)
    told = list(by_entry.values())
    shown = told if len(told) <= most else told[: most - 1]
    lines = [turn.say(outcomes.get(Action(change.action), gone), what=_name(turn, change)) for change in shown]
    return (*lines, *([turn.say("undo.others", count=len(told) - len(shown))] if len(shown) < len(told) else ()))


def _standing(turn: Turn, changes: Sequence[Change]) -> tuple[str, ...]:
    """Return how the day stands in what was taken back or brought back: food, water or both."""
    kinds = {change.kind for change in changes}
    held = [change.after or change.before or {} for change in changes]
    # A profile is of no day.
    days = [date.fromisoformat(each["day"]) for each in held if "day" in each]
    eaten = day_standing(turn, max(days)) if kind_of(Meal) in kinds else ()
    drunk = (water_standing(turn, max(days)),) if kind_of(Drink) in kinds else ()
    return (*eaten, *drunk)[: MOST_LINES - _MOST_NAMED - 1]


def _name(turn: Turn, change: Change) -> str:
    """Name the entry of a change by what it held."""
    is_edit = change.action == Action.UPDATE
    # Of an edit that was taken back what was before it stands again.
    held: dict[str, Any] = (change.before if is_edit else change.after) or change.before or {}
    namer = (_STANDING_NAMERS if is_edit else _NAMERS).get(change.kind)
    return namer(turn, held) if namer and held else turn.say("kind.entry")


def _meal(turn: Turn, held: dict[str, Any]) -> str:
    return _held(turn, held, [_item_name(turn, draft) for draft in map(_draft, held["items"])])


def _meal_now(turn: Turn, held: dict[str, Any]) -> str:
    """Name a meal with its amounts, to tell it from what it was."""
    return _held(turn, held, [_item_amount(turn, draft) for draft in map(_draft, held["items"])])


def _held(turn: Turn, held: dict[str, Any], texts: list[str]) -> str:
    return turn.say("meal.held", slot=slot_text(turn, held["slot"]), items=items_text(turn, texts))


def _item_name(turn: Turn, draft: MealItemDraft) -> str:
    """Name a food alone, and bare energy, which has no name, with its amount."""
    if draft.measure == bare_energy.MEASURE:
        return _item_amount(turn, draft)
    return food_name(turn, food_version(draft.food_version_id))


def _item_amount(turn: Turn, draft: MealItemDraft) -> str:
    return short_item_text(turn, name=food_name(turn, food_version(draft.food_version_id)), item=draft)


def _draft(item: dict[str, Any]) -> MealItemDraft:
    return MealItemDraft(
        food_version_id=UUID(item["food_version_id"]),
        grams=Interval(item["grams_low"], item["grams_mid"], item["grams_high"]),
        quantity=item["quantity"],
        measure=item["measure"],
        is_amount_assumed=item["is_amount_assumed"],
    )


def _drink(turn: Turn, held: dict[str, Any]) -> str:
    return water_text(turn, Interval(held["ml_low"], held["ml_mid"], held["ml_high"]))


def _measurement(turn: Turn, held: dict[str, Any]) -> str:
    return measure_text(turn.lang, Kind(held["kind"]), held["value"], held["diastolic_mmhg"])


def _activity(turn: Turn, held: dict[str, Any]) -> str:
    name = (held["name_zh"] if turn.lang is Lang.ZH else held["name_en"]) or held["name_en"]
    length = minutes_text(turn, held["minutes"], is_assumed=held["is_duration_assumed"])
    return f"{short_name(name)} {length}"


def _sleep(turn: Turn, held: dict[str, Any]) -> str:
    return turn.say("slept", length=minutes_text(turn, held["minutes"]))


def _skin_note(turn: Turn, held: dict[str, Any]) -> str:
    return turn.say("kind.skin")


def _own_food(turn: Turn, held: dict[str, Any]) -> str:
    return turn.say("kind.own_food", name=turn.say("quote", words=held["name"]))


def _profile(turn: Turn, held: dict[str, Any]) -> str:
    return turn.say("kind.profile")


def _saved_meal(turn: Turn, held: dict[str, Any]) -> str:
    return turn.say("kind.saved_meal", name=held["name"])


_NAMERS = {
    "nutrition.Meal": _meal,
    "nutrition.SavedMeal": _saved_meal,
    "nutrition.Drink": _drink,
    "nutrition.OwnFood": _own_food,
    "fitness.BodyMeasurement": _measurement,
    "fitness.Activity": _activity,
    "fitness.Sleep": _sleep,
    "skincare.SkinNote": _skin_note,
    "people.Profile": _profile,
}
_STANDING_NAMERS = {**_NAMERS, "nutrition.Meal": _meal_now}
