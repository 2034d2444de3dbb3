"""Change or take out what was logged: by its number or its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.changing import exchanged, resized_target, taken_out
from bots.dialogue.handlers.dish_parts import about_part, is_only_part, with_part_exchanged
from bots.dialogue.handlers.items import which_number
from bots.dialogue.handlers.kinds import kind_told, unknown_kind
from bots.dialogue.handlers.latest import latest_meal
from bots.dialogue.handlers.named import Target, target_from, targets_of
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import food_name
from bots.nlu.answers import Pick
from bots.nlu.corrections import Correction, Kind
from bots.nlu.kinds import is_quality
from bots.nlu.parts import is_part_of
from meum.domain.languages import Lang
from nutrition.queries import understand_meal

_MOST_OFFERED = 9
_BETWEEN = re.compile(r"\s*(?:和|跟|与|、|&|\band\b)\s*(?:the\s+|my\s+)?")


@dataclass(frozen=True)
class Plan:
    """Hold a correction with what it is about: nothing, one thing, all of several, or one of several to choose.

    `is_kind` marks one that tells only of what kind the thing was.
    """

    correction: Correction
    targets: Sequence[Target]
    is_all: bool = False
    is_kind: bool = False


class CorrectHandler(Handler, Asker):
    """Change an amount, put another food in the place of one, or take one out."""

    asks = (QuestionKind.WHICH_ITEM,)
    group = HelpGroup.CHANGE
    help = {
        Lang.ZH: "改 2 150克；米饭改成两碗；删 2；删掉米饭",
        Lang.EN: "change 2 to 150 g; change the rice to 2 bowls; delete 2; delete the rice",
    }

    def accepts(self, turn: Turn) -> bool:
        """Take a correction of something that is there, and one that can be nothing else."""
        correction = turn.heard.correction
        if correction is None:
            return False
        plan = _plan(turn, correction)
        if plan.is_kind:
            return not turn.heard.body
        if plan.targets and not correction.is_sure:
            return _may_be_meant(turn, plan)
        if plan.targets:
            return bool(correction.name or correction.number) or _is_known(turn, plan.correction)
        if correction.kind is Kind.REMOVE and is_part_of(correction.name) and not turn.heard.has_food:
            return latest_meal(turn, days_back=0) is not None
        return _is_denial(turn, correction) or (correction.is_sure and _is_about_food(turn, correction))

    def answer(self, turn: Turn) -> Reply:
        """Do it where one thing fits; ask where several do; else say what the meal holds."""
        assert turn.heard.correction is not None  # accepts() has seen it
        plan = _plan(turn, turn.heard.correction)
        if not plan.targets:
            return Reply(_without_target(turn, plan.correction))
        if len(plan.targets) > 1 and not plan.is_all:
            return _which(turn, plan)
        return _done(turn, plan.correction, plan.targets)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the things that may be meant; what was changed since keeps the name it had."""
        targets = [target_from(turn, told) for told in question.facts["targets"]]
        if any(target is None for target in targets):
            return question.choices
        kind = Kind(question.facts["correction"]["kind"])
        return _item_choices(turn, [target for target in targets if target is not None], kind)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Do it with what was picked."""
        if pick.number == 0:
            return Reply((turn.say("left_alone"),))
        correction = _correction_from(question.facts["correction"])
        if pick.number > len(question.facts["targets"]):
            return _all_of(turn, question, correction)
        target = target_from(turn, question.facts["targets"][pick.number - 1])
        if target is None:
            # The number may mean another item by now.
            meal = latest_meal(turn)
            return Reply((turn.say("changed_meanwhile"), *(which_number(turn, meal) if meal else ())))
        return _done(turn, replace(correction, amount=pick.words or correction.amount), [target])


def _plan(turn: Turn, correction: Correction) -> Plan:
    targets = targets_of(turn, correction)
    if correction.kind is Kind.FOOD and (kinds := _of_kind(turn, correction, targets)):
        return Plan(correction, kinds, is_kind=True)
    if len(targets) > 1 and correction.kind is Kind.FOOD and not correction.name:
        # 是菜包子 after 包子 and 豆浆 tells of the one that it is a kind of.
        kin = [target for target in targets if target.is_kin_of(correction.food)]
        targets = kin if len(kin) == 1 else targets
    if targets:
        return Plan(correction, targets, is_all=correction.is_all)
    if correction.kind is Kind.REMOVE and (every := _all_named(turn, correction)):
        return Plan(correction, every, is_all=True)
    if correction.kind is Kind.AMOUNT and correction.name and correction.food and correction.is_sure:
        # "No, it was 200 g of rice" after a single other food tells another food.
        other = replace(correction, kind=Kind.FOOD, name="", amount="")
        only = targets_of(turn, other)
        if len(only) == 1 and _is_known(turn, other):
            return Plan(other, only)
    return Plan(correction, [])


def _of_kind(turn: Turn, correction: Correction, targets: Sequence[Target]) -> list[Target]:
    """Return the things that can be of the kind that is told; of a kind that no food is, what was named."""
    found = [target for target in targets if kind_told(turn, target, correction)]
    is_named = len(targets) == 1 and bool(unknown_kind(targets[0], correction))
    return found or (list(targets) if is_named else [])


def _all_named(turn: Turn, correction: Correction) -> list[Target]:
    """Return what each of several names means, where each means one thing: 苹果和油条."""
    names = [name for name in _BETWEEN.split(correction.name) if name]
    found = [targets_of(turn, replace(correction, name=name)) for name in names] if len(names) > 1 else []
    return [targets[0] for targets in found] if all(len(targets) == 1 for targets in found) else []


def _may_be_meant(turn: Turn, plan: Plan) -> bool:
    """Tell whether what may also be a meal is rather about what is there."""
    is_clear = bool(plan.correction.name) or len(plan.targets) == 1
    return is_clear and not turn.heard.body and _is_known(turn, plan.correction)


def _is_denial(turn: Turn, correction: Correction) -> bool:
    """Tell whether a food that nobody told is said not to have been eaten, and nothing else is said."""
    if correction.kind is not Kind.REMOVE or correction.is_sure or turn.heard.has_food or turn.heard.body:
        return False
    return bool(correction.name) and _is_food(turn, correction.name)


def _is_known(turn: Turn, correction: Correction) -> bool:
    """Tell whether a correction to another food names one that is known."""
    return correction.kind is not Kind.FOOD or _is_food(turn, correction.food)


def _is_about_food(turn: Turn, correction: Correction) -> bool:
    """Tell whether a correction that fits nothing was about food, and not about the body, the skin or anything else."""
    if turn.heard.body or turn.heard.skin:
        return False
    return correction.kind is not Kind.FOOD or (
        (_is_food(turn, correction.food) or is_quality(correction.food))
        and (not correction.name or _is_food(turn, correction.name))
    )


def _is_food(turn: Turn, words: str) -> bool:
    return bool(
        understand_meal(text=words, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person).sittings
    )


def _done(turn: Turn, correction: Correction, targets: Sequence[Target]) -> Reply:
    item = targets[0].item if len(targets) == 1 else None
    if item is not None and is_only_part(turn, item, correction):
        other = with_part_exchanged(turn, item, correction) if correction.kind is Kind.FOOD else ""
        return exchanged(turn, targets[0], other) if other else about_part(turn, item, correction.name)
    if correction.kind is Kind.REMOVE:
        return taken_out(turn, targets, correction.amount)
    if correction.kind is Kind.AMOUNT:
        return resized_target(turn, targets[0], correction.amount)
    kind = kind_told(turn, targets[0], correction)
    if not kind and (unknown := unknown_kind(targets[0], correction)):
        return Reply((turn.say("food_unknown", words=turn.say("quote", words=unknown)),))
    return exchanged(turn, targets[0], kind or correction.food)


def _all_of(turn: Turn, question: Question, correction: Correction) -> Reply:
    """Do it to everything that was offered, unless something of it was changed since."""
    targets = [target_from(turn, told) for told in question.facts["targets"]]
    there = [target for target in targets if target is not None]
    return _done(turn, correction, there) if len(there) == len(targets) else Reply((turn.say("changed_meanwhile"),))


def _which(turn: Turn, plan: Plan) -> Reply:
    """Ask which of several things is meant, told apart by amount and meal where they have one name."""
    offered = plan.targets[:_MOST_OFFERED]
    question = Question(
        kind=QuestionKind.WHICH_ITEM,
        choices=_item_choices(turn, offered, plan.correction.kind),
        asked_at=turn.incoming.at,
        facts={"correction": asdict(plan.correction), "targets": [target.as_json() for target in offered]},
    )
    return asking(turn.say("which_item"), question=question)


def _item_choices(turn: Turn, offered: Sequence[Target], kind: Kind) -> tuple[Choice, ...]:
    """Return the things that may be meant; whole meals can be taken out all at once."""
    names = [target.name(turn) for target in offered]
    labels = names if len(set(names)) == len(names) else [target.text(turn) for target in offered]
    is_of_meals = kind is Kind.REMOVE and not any(target.item for target in offered)
    return numbered(*labels, *([turn.say("all_of_them")] if is_of_meals else []), none=turn.say("none_of_them"))


def _correction_from(stored: dict[str, object]) -> Correction:
    return Correction(**{**stored, "kind": Kind(str(stored["kind"]))})  # type: ignore[arg-type]  # as asdict wrote it


def _without_target(turn: Turn, correction: Correction) -> tuple[str, ...]:
    """Say why nothing was changed where the correction fits nothing."""
    meal = latest_meal(turn, days_back=0)
    if meal is not None and correction.kind is Kind.REMOVE and is_part_of(correction.name):
        return turn.say("part_alone", words=turn.say("quote", words=correction.name)), *which_number(turn, meal)
    return (turn.say("not_eaten"),) if _is_denial(turn, correction) else _not_there(turn, correction)


def _not_there(turn: Turn, correction: Correction) -> tuple[str, ...]:
    """Say what the meal holds, that nothing was changed, and how to name an item by its number."""
    meal = latest_meal(turn)
    if correction.name and _is_water(turn, correction.name):
        return (turn.say("no_water_yet"),)
    if meal is None:
        return (turn.say("no_meal_yet"),)
    if not correction.name:
        return which_number(turn, meal)
    items = "   ".join(f"{number} {food_name(turn, item)}" for number, item in enumerate(meal.items, start=1))
    return (
        turn.say("not_there", words=turn.say("quote", words=correction.name)),
        turn.say("meal_holds", slot=turn.say(f"slot.{meal.slot}"), items=items),
        turn.say("next.number"),
    )


def _is_water(turn: Turn, words: str) -> bool:
    told = understand_meal(text=words, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
    return bool(told.drinks) and not told.items
