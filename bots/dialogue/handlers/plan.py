"""The plan of a day: its meals that are to come, each logged by a digit once it is eaten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bots.dialogue.handlers.about import knows_sex, question_of_sex
from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.suggest import as_fact, logged_meal, serving_text
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, joined, sentence, slot_text
from bots.nlu.amounts import share_of
from bots.nlu.answers import Pick
from bots.nlu.keywords import Intent
from meum.domain.figures import rounded
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.language.times import MealSlot
from nutrition.queries import DayPlan, day_plan


class DayPlanHandler(Handler, Asker):
    """Plan the meals of today or tomorrow; never log one that was not picked, nor one before its day."""

    asks = (QuestionKind.DAY_PLAN,)
    group = HelpGroup.SEE
    help = {Lang.ZH: "明天计划", Lang.EN: "plan tomorrow"}

    def accepts(self, turn: Turn) -> bool:
        """Take the wish for a plan, and that for another one while one is offered."""
        return turn.wants(Intent.PLAN) or _swaps(turn)

    def answer(self, turn: Turn) -> Reply:
        """Return the plan; first of all the question for the sex, by which most goals go."""
        if not knows_sex(turn):
            return question_of_sex(turn, turn.say("suggest.sex"))
        if _swaps(turn) and turn.open_question:
            return _another(turn, turn.open_question)
        assert turn.heard.command is not None  # accepts() has seen it
        return _planned(turn, days_ahead=int(turn.heard.command.argument == "tomorrow"), refused=())

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the meals of the plan by their names."""
        return _choices(turn, question.facts["slots"])

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Log the meal that was picked and leave the plan open for the others, or plan anew."""
        slots = question.facts["slots"]
        if pick.number == 0:
            return Reply((turn.say("suggest.closed"),))
        if pick.number > len(slots):
            return _another(turn, question)
        day = date.fromisoformat(question.facts["day"])
        if day > _today(turn):
            return asking(turn.say("plan.not_yet", day=_day_text(turn, day)), question=question)
        share = share_of(pick.words) or Interval.exact(1)
        at = pick.number - 1
        reply = logged_meal(turn, question.facts["meals"][at], slot=MealSlot(slots[at]), share=share.mid)
        return reply if reply.pending else replace(reply, pending=question)


def _swaps(turn: Turn) -> bool:
    asked, command = turn.open_question, turn.heard.command
    is_planned = asked is not None and asked.kind is QuestionKind.DAY_PLAN
    return is_planned and turn.wants(Intent.SUGGEST) and command is not None and command.argument == "swap"


def _today(turn: Turn) -> date:
    return turn.person.clock.day_of(turn.incoming.at)


def _day_text(turn: Turn, day: date) -> str:
    return turn.say("plan.tomorrow") if (day - _today(turn)).days == 1 else day_text(turn, day)


def _another(turn: Turn, question: Question) -> Reply:
    """Plan the same day without the dishes that were planned for it."""
    ahead = (date.fromisoformat(question.facts["day"]) - _today(turn)).days
    refused = [*question.facts["refused"], *question.facts["dishes"]]
    return _planned(turn, days_ahead=max(ahead, 0), refused=refused)


def _planned(turn: Turn, *, days_ahead: int, refused: Sequence[str]) -> Reply:
    plan = day_plan(person=turn.person, at=turn.incoming.at, days_ahead=days_ahead, refused=refused)
    if not plan.meals:
        return Reply((turn.say("suggest.nothing.shown" if refused else "plan.nothing"),))
    slots = [slot.value for slot, _ in plan.meals]
    servings = [each for _, offer in plan.meals for each in offer.servings]
    question = Question(
        kind=QuestionKind.DAY_PLAN,
        choices=_choices(turn, slots),
        asked_at=turn.incoming.at,
        facts={
            "day": plan.day.isoformat(),
            "slots": slots,
            "meals": [[as_fact(serving) for serving in offer.servings] for _, offer in plan.meals],
            "dishes": sorted({each.food.key for each in servings if each.is_dish}),
            "refused": list(refused),
        },
    )
    return asking(_head(turn, plan), *_meals(turn, plan), turn.say("plan.next"), question=question)


def _choices(turn: Turn, slots: Sequence[str]) -> tuple[Choice, ...]:
    names = (slot_text(turn, MealSlot(slot)) for slot in slots)
    return numbered(*names, turn.say("suggest.swap"), none=turn.say("suggest.none"))


def _head(turn: Turn, plan: DayPlan) -> str:
    day = _day_text(turn, plan.day)
    if plan.is_energy_hidden:
        return sentence(turn.say("plan.head.plain", day=day))
    total, goal = rounded(plan.energy_total), rounded(plan.energy_goal)
    usual = turn.say("plan.usual") if plan.is_usual_size else ""
    return sentence(turn.say("plan.head", day=day, total=total, goal=goal, usual=usual))


def _meals(turn: Turn, plan: DayPlan) -> list[str]:
    """Return a line for each meal: its name and its foods with their household portions."""
    return [
        sentence(
            turn.say(
                "plan.meal",
                slot=slot_text(turn, slot),
                foods=joined(turn.lang, (serving_text(turn, serving) for serving in offer.servings)),
            )
        )
        for slot, offer in plan.meals
    ]
