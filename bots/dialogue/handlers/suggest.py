"""What to eat next: three meals that fit the person, logged by a digit, swapped for others by another one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from bots.dialogue.handlers.about import knows_sex, question_of_sex
from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.food import FoodLogger
from bots.dialogue.handlers.log import combined, recorded
from bots.dialogue.handlers.photo_logging import understanding_of
from bots.dialogue.handlers.wishes import kept_texts
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import (
    day_text,
    food_name,
    joined,
    nutrient_figure,
    nutrient_name,
    sentence,
    slot_text,
)
from bots.nlu.amounts import share_of
from bots.nlu.answers import Pick
from bots.nlu.keywords import Intent
from bots.nlu.suggesting import SuggestionAsked, suggestion_asked, wanted_instead
from meum.domain.figures import plain_number, rounded
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.kernel.errors import Invalid, NotFound
from meum.language.measure_names import measure_name
from meum.language.times import MealSlot, moments_in
from nutrition.catalogue.nutrients import nutrient, position_of
from nutrition.choosing import ChosenFood, item_drafts
from nutrition.queries import MealAdvice, Sitting, items_again, next_meal
from nutrition.suggestions.planner import Gain, Offer, Serving

_ENERGY = position_of("ENERC_KCAL")
_NO_MORE_KCAL = 100
_MOST_GAINS = 3


class SuggestHandler(Handler, Asker):
    """Offer up to three meals for the next meal or the one that is named; never log one that was not picked."""

    asks = (QuestionKind.MEAL_OFFER,)
    group = HelpGroup.SEE
    help = {
        Lang.ZH: "吃什么；家里有鸡蛋和番茄，晚饭吃什么",
        Lang.EN: "what to eat; I have eggs and tomatoes, what can I make",
    }

    def accepts(self, turn: Turn) -> bool:
        """Take the question, and what is not wanted of the meals that were offered."""
        is_instead = _is_offered(turn) and bool(wanted_instead(turn.heard.plain))
        return is_instead or turn.wants(Intent.SUGGEST)

    def answer(self, turn: Turn) -> Reply:
        """Return the meals; first of all the question for the sex, by which most goals go."""
        if not knows_sex(turn):
            return question_of_sex(turn, turn.say("suggest.sex"))
        if _is_offered(turn) and (without := wanted_instead(turn.heard.plain)):
            return _again(turn, without=without)
        if _is_offered(turn) and turn.heard.command and turn.heard.command.argument == "swap":
            return _again(turn)
        asked = suggestion_asked(turn.heard.plain) or SuggestionAsked()
        slot, days_ahead = _meal_asked(turn)
        facts = {
            "slot": slot,
            "days_ahead": days_ahead,
            "without": list(asked.without),
            "at_hand": list(asked.at_hand),
            "refused": [],
        }
        return _offered(turn, facts)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the meals as they were offered, with the words around them in the language of the turn."""
        return _choices(turn, question.labels[:-1])

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Log the meal that was picked, or offer others."""
        meals = question.facts["meals"]
        if pick.number == 0:
            return Reply((turn.say("suggest.closed"),))
        if pick.number > len(meals):
            return _again(turn)
        share = share_of(pick.words) or Interval.exact(1)
        return logged_meal(turn, meals[pick.number - 1], slot=MealSlot(question.facts["slot"]), share=share.mid)


def _is_offered(turn: Turn) -> bool:
    return turn.open_question is not None and turn.open_question.kind is QuestionKind.MEAL_OFFER


def _meal_asked(turn: Turn) -> tuple[str | None, int]:
    """Return the meal that is named and how many days ahead; None for the next one."""
    now = turn.person.clock.local(turn.incoming.at)
    moments = moments_in(turn.heard.plain, now=now)
    slot = next((moment.meal for moment in moments if moment.meal), None)
    ahead = max((moment.day_offset or 0 for moment in moments), default=0)
    return slot, max(ahead, 0)


def _again(turn: Turn, *, without: Sequence[str] = ()) -> Reply:
    """Offer others: without some foods, else without the dishes that were offered."""
    assert turn.open_question is not None  # whoever calls has seen it
    facts = dict(turn.open_question.facts)
    facts["without"] = [*facts["without"], *without]
    if not without:
        facts["refused"] = [*facts["refused"], *facts["dishes"]]
    return _offered(turn, facts)


def _offered(turn: Turn, facts: dict[str, Any]) -> Reply:
    try:
        advice = next_meal(
            person=turn.person,
            at=turn.incoming.at,
            slot=MealSlot(facts["slot"]) if facts["slot"] else None,
            days_ahead=facts["days_ahead"],
            without=facts["without"],
            refused=facts["refused"],
            at_hand=facts["at_hand"],
        )
    except ValueError:
        words = [*facts["without"], *facts["at_hand"]]
        return Reply((turn.say("suggest.not_a_food", word=turn.say("quote", words=joined(turn.lang, words))),))
    if not advice.offers:
        return _nothing(turn, advice, facts)
    labels = [_label(turn, offer, advice) for offer in advice.offers]
    if facts["days_ahead"]:
        return Reply((_head(turn, advice), *labels, turn.say("suggest.ahead")))
    lines = [_head(turn, advice)]
    is_first = not facts["refused"] and not facts["without"]
    lines += [turn.say("suggest.usual_size")] if advice.is_usual_size and is_first else []
    question = Question(
        kind=QuestionKind.MEAL_OFFER,
        choices=_choices(turn, labels),
        asked_at=turn.incoming.at,
        facts=facts
        | {
            "slot": advice.slot,
            "meals": [[as_fact(serving) for serving in offer.servings] for offer in advice.offers],
            "dishes": sorted({each.food.key for offer in advice.offers for each in offer.servings if each.is_dish}),
        },
    )
    return asking(*lines, turn.say("suggest.next"), question=question)


def _choices(turn: Turn, labels: Sequence[str]) -> tuple[Choice, ...]:
    return numbered(*labels, turn.say("suggest.swap"), none=turn.say("suggest.none"))


def as_fact(serving: Serving) -> list[Any]:
    """Return what an open question keeps of a food: its id, its portions and their measure."""
    return [str(serving.food.food_id), serving.portions, serving.food.measure_zh]


def _head(turn: Turn, advice: MealAdvice) -> str:
    day, slot = day_text(turn, advice.day), slot_text(turn, advice.slot)
    if advice.is_energy_hidden:
        return sentence(turn.say("suggest.head.plain", day=day, slot=slot))
    if advice.energy_left < _NO_MORE_KCAL:
        return sentence(turn.say("suggest.head.over", day=day, slot=slot))
    return sentence(turn.say("suggest.head", day=day, slot=slot, left=rounded(advice.energy_left)))


def _label(turn: Turn, offer: Offer, advice: MealAdvice) -> str:
    foods = joined(turn.lang, (serving_text(turn, serving) for serving in offer.servings))
    reasons = (
        [] if advice.is_energy_hidden else [turn.say("suggest.kcal", value=rounded(float(offer.amounts[_ENERGY])))]
    )
    first, *others = offer.gains[:_MOST_GAINS] or [None]
    if first is not None:
        reasons.append(_mends(turn, first))
    if others:
        names = joined(turn.lang, (nutrient_name(turn, nutrient(gain.tag)) for gain in others if gain))
        reasons.append(turn.say("suggest.mends.also", names=names))
    why = ("；" if turn.lang is Lang.ZH else "; ").join(reasons)
    return turn.say("suggest.option", foods=foods, why=why) if why else foods


def _mends(turn: Turn, gain: Gain) -> str:
    each = nutrient(gain.tag)
    return turn.say(
        "suggest.mends",
        name=nutrient_name(turn, each),
        lacked=nutrient_figure(turn, each, gain.lacked),
        brings=nutrient_figure(turn, each, min(gain.brings, gain.lacked)),
    )


def serving_text(turn: Turn, serving: Serving) -> str:
    """Return a food with its household portion: 米饭 1 碗, half a bowl of rice."""
    measure = measure_name(serving.food.measure_zh, quantity=serving.portions, lang=turn.lang)
    key = "suggest.half" if serving.portions == 0.5 else "suggest.some"
    return turn.say(
        key if measure else f"{key}.counted",
        name=food_name(turn, serving.food),
        quantity=plain_number(serving.portions),
        measure=measure,
    )


def _nothing(turn: Turn, advice: MealAdvice, facts: dict[str, Any]) -> Reply:
    """Say which part of the meal is missing, and by which rules."""
    if facts["refused"]:
        return Reply((turn.say("suggest.nothing.shown"),))
    parts = [turn.say("suggest.nothing.part", part=turn.say(f"part.{part}")) for part in advice.absent]
    lines = [turn.say("suggest.nothing", slot=slot_text(turn, advice.slot), parts=joined(turn.lang, parts))]
    told = [*kept_texts(turn), *(turn.say("wish.dislike", word=word) for word in facts["without"])]
    lines += [turn.say("suggest.nothing.rules", told=joined(turn.lang, told))] if told else []
    return Reply(tuple(lines))


def logged_meal(turn: Turn, meal: Sequence[Sequence[Any]], *, slot: MealSlot, share: float) -> Reply:
    """Log a share of a meal as it was offered, in the versions of its foods that are in use now."""
    chosen = [
        ChosenFood(food_id=UUID(food), quantity=portions * share, measure=measure) for food, portions, measure in meal
    ]
    try:
        drafts = item_drafts(chosen=chosen, person=turn.person)
    except (Invalid, NotFound):
        # The catalogue was loaded anew in between, without this food or its measure.
        return Reply((turn.say("suggest.gone"),))
    sitting = Sitting(at=turn.incoming.at, slot=slot, items=items_again(drafts), drinks=())
    with recorded(turn):
        return combined([FoodLogger().store(turn, understanding_of(sitting))])
