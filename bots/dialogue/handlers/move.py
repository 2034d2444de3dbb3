"""Move what was logged to the day or the meal that it belongs to: 包子改到昨天, "it was dinner, not lunch"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.items import day_standing, water_standing
from bots.dialogue.handlers.latest import latest_kind
from bots.dialogue.handlers.named import Target, latest_target, meals_in_question, target_from, targets_of
from bots.dialogue.messages import MOST_LINES, Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, food_name, item_text, items_text, slot_text, volume_text
from bots.nlu.answers import Pick
from bots.nlu.corrections import Correction, Kind
from bots.nlu.moves import Move
from bots.nlu.whens import When
from meum.domain.languages import Lang
from meum.journal.services import recording
from meum.journal.snapshots import kind_of
from meum.kernel.phrases import phrase
from meum.language.times import MealSlot
from nutrition import services as nutrition
from nutrition.models import Drink, Meal
from nutrition.queries import MealSummary, day_summary, meal_summary

_MOST_OFFERED = 8


class MoveHandler(Handler, Asker):
    """Put meals, items and water where they belong."""

    asks = (QuestionKind.WHICH_MOVED,)
    group = HelpGroup.CHANGE
    help = {Lang.ZH: "米饭改到昨天", Lang.EN: "move the rice to yesterday"}

    def accepts(self, turn: Turn) -> bool:
        """Take a move of something that is there, and one that can be nothing else."""
        move = turn.heard.move
        if move is None:
            return False
        return move.is_sure or bool(_targets(turn, move)) or not (move.name or _tells_latest_food(turn))

    def answer(self, turn: Turn) -> Reply:
        """Move what is meant; ask where several things may be."""
        move = turn.heard.move
        assert move is not None  # accepts() has seen it
        targets = _targets(turn, move)
        if (move.target.day_offset or 0) > 0:
            return Reply((phrase(turn.lang, "error.in_future"),))
        if not targets:
            return Reply(_not_there(turn, move))
        if len(targets) > 1 and not move.is_all:
            return _which(turn, move, targets)
        return _moved(turn, targets, move.target)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the things that may be meant; what was changed since keeps the name it had."""
        targets = [target_from(turn, told) for told in question.facts["targets"]]
        there = [target for target in targets if target is not None]
        return _choices(turn, there) if len(there) == len(targets) else question.choices

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Move what was picked, the last choice being all of it."""
        stored = question.facts["targets"]
        if pick.number == 0:
            return Reply((turn.say("left_alone"),))
        chosen = stored if pick.number > len(stored) else [stored[pick.number - 1]]
        targets = [target_from(turn, told) for told in chosen]
        there = [target for target in targets if target is not None]
        if len(there) < len(targets):
            return Reply((turn.say("changed_meanwhile"),))
        # The day was told as seen from when the question was asked.
        asked = replace(turn, incoming=replace(turn.incoming, at=question.asked_at))
        return _moved(asked, there, _when_from(question.facts["to"]))


def _targets(turn: Turn, move: Move) -> list[Target]:
    if move.name:
        named = Correction(kind=Kind.REMOVE, name=move.name, is_sure=move.is_sure)
        return [target for target in targets_of(turn, named) if target.meal or move.target.day_offset is not None]
    if not _tells_latest_food(turn):
        # What was told last is of the body or the skin: no meal before it is meant.
        return []
    latest = latest_target(turn)
    if latest is not None and latest.drink and move.target.slot is None:
        return [latest]
    return [Target(meal=meal) for meal in meals_in_question(turn) if _is_at(turn, meal, move.source)][:1]


def _tells_latest_food(turn: Turn) -> bool:
    return latest_kind(turn) in ("", kind_of(Meal), kind_of(Drink))


def _is_at(turn: Turn, meal: MealSummary, when: When) -> bool:
    return meal.day == _day(turn, when, meal.day) and when.slot in (None, meal.slot)


def _day(turn: Turn, when: When, otherwise: date) -> date:
    """Return the day that is told, counted from the turn's; `otherwise` where none is."""
    today = turn.person.clock.day_of(turn.incoming.at)
    return otherwise if when.day_offset is None else today + timedelta(days=when.day_offset)


def _moved(turn: Turn, targets: Sequence[Target], to: When) -> Reply:
    """Move things as one recording; say where they are now and how the days stand."""
    days_before = {entry.day for target in targets if (entry := target.meal or target.drink)}
    with recording(person=turn.person, author=turn.person, door=turn.door):
        drinks = [_move_drink(turn, target.drink, to) for target in targets if target.drink]
        meals = [_move_items(turn, list(group), to) for _, group in groupby(_of_meals(targets), key=_meal_key)]
    facts = [*(_meal_fact(turn, meal) for meal in meals), *(_drink_fact(turn, drink) for drink in drinks)]
    days = sorted({*(meal.day for meal in meals), *(drink.day for drink in drinks), *days_before}, reverse=True)
    stands = [line for day in days[:2] for line in _standing(turn, day, has_meals=bool(meals))]
    last = turn.say("next.undo")
    room = MOST_LINES - len(stands) - 1
    shown = facts if len(facts) <= room else [*facts[: room - 1], " ".join(facts[room - 1 :])]
    return Reply((*shown, *stands, last))


def _of_meals(targets: Sequence[Target]) -> list[Target]:
    return sorted((target for target in targets if target.meal), key=_meal_key)


def _meal_key(target: Target) -> str:
    return str(target.meal.id) if target.meal else ""


def _move_items(turn: Turn, targets: Sequence[Target], to: When) -> Meal:
    meal = targets[0].meal
    assert meal is not None  # of meals alone
    return nutrition.move_meal(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        meal_id=meal.id,
        item_ids=[target.item.id for target in targets if target.item],
        to_day=_day(turn, to, meal.day),
        to_slot=to.slot or "",
        now=turn.incoming.at,
        revision=meal.revision,
    )


def _move_drink(turn: Turn, drink: Drink, to: When) -> Drink:
    return nutrition.move_drink(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        drink_id=drink.pk,
        to_day=_day(turn, to, drink.day),
        now=turn.incoming.at,
        revision=drink.revision,
    )


def _meal_fact(turn: Turn, row: Meal) -> str:
    meal = meal_summary(owner=turn.person, meal_id=row.pk)
    assert meal is not None  # it was written a moment ago, in the same transaction
    items = items_text(turn, [item_text(turn, name=food_name(turn, item), item=item.draft) for item in meal.items])
    return turn.say("moved", day=day_text(turn, meal.day), slot=slot_text(turn, meal.slot), items=items)


def _drink_fact(turn: Turn, drink: Drink) -> str:
    return turn.say("moved.water", day=day_text(turn, drink.day), volume=volume_text(turn, drink.volume))


def _standing(turn: Turn, day: date, *, has_meals: bool) -> tuple[str, ...]:
    if has_meals:
        return day_standing(turn, day)
    return (water_standing(turn, day),) if day_summary(person=turn.person, day=day).drinks else ()


def _which(turn: Turn, move: Move, targets: Sequence[Target]) -> Reply:
    offered = targets[:_MOST_OFFERED]
    question = Question(
        kind=QuestionKind.WHICH_MOVED,
        choices=_choices(turn, offered),
        asked_at=turn.incoming.at,
        facts={"to": asdict(move.target), "targets": [target.as_json() for target in offered]},
    )
    return asking(turn.say("which_item"), question=question)


def _choices(turn: Turn, offered: Sequence[Target]) -> tuple[Choice, ...]:
    labels = [target.text(turn) for target in offered]
    return numbered(*labels, turn.say("all_of_them"), none=turn.say("none_of_them"))


def _when_from(stored: dict[str, Any]) -> When:
    slot = stored["slot"]
    return When(day_offset=stored["day_offset"], slot=MealSlot(slot) if slot else None)


def _not_there(turn: Turn, move: Move) -> tuple[str, ...]:
    named = move.name or _when_text(turn, move.source)
    if named:
        return turn.say("not_there", words=turn.say("quote", words=named)), turn.say("move.how")
    return turn.say("no_meal_yet" if _tells_latest_food(turn) else "move.only_food"), turn.say("move.how")


def _when_text(turn: Turn, when: When) -> str:
    day = (
        "" if when.day_offset is None else day_text(turn, _day(turn, when, turn.person.clock.day_of(turn.incoming.at)))
    )
    slot = slot_text(turn, when.slot) if when.slot else ""
    return " ".join(filter(None, (day, slot)))
