"""Log what was eaten and drunk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bots.dialogue.handlers.base import Asker
from bots.dialogue.handlers.how_much import amount_choices, held_back, meant
from bots.dialogue.handlers.log import Note, combined
from bots.dialogue.handlers.which_food import which_question
from bots.dialogue.messages import Reply
from bots.dialogue.questions import Choice, Question, QuestionKind
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import (
    day_text,
    food_name,
    item_text,
    items_text,
    joined,
    nutrients_text,
    so_far_text,
    volume_text,
    water_text,
)
from bots.nlu.answers import Pick
from bots.nlu.energies import energy_words
from bots.nlu.feelings import Feeling
from meum.domain.intervals import Interval
from meum.journal.models import Evidence
from meum.kernel.phrases import phrase
from meum.language.scripts import clean
from meum.language.times import MealSlot, moments_in
from nutrition import services as nutrition
from nutrition.catalogue.search import FoodHit, search_foods
from nutrition.domain.slots import eaten_at
from nutrition.models import Meal
from nutrition.queries import DaySummary, Sitting, Understanding, UnderstoodItem, day_summary
from nutrition.reading.drafts import OddKind
from nutrition.reading.reader import MOST_GRAMS
from nutrition.reading.spelling import is_slip

_MOST_QUOTED = 3
_MOST_OFFERED = 3
"""Foods that a search finds for words that were not understood, of which one may be offered in their place."""


class FoodLogger:
    """Store the meals and drinks of a message."""

    def log(self, turn: Turn) -> Note | None:
        """Store them; return what they were taken for, what they count to and how the day stands."""
        food = turn.heard.food
        assert food is not None  # who calls has seen it
        food, how_much = held_back(turn, _of_asked_meal(turn, food))
        if how_much is not None and not food.sittings:
            return Note(details=_not_logged(turn, food), asks=_asks_how_much(turn, how_much), pending=how_much)
        if not food.sittings:
            return _nothing_eaten(turn, food)
        return self.store(turn, food, how_much)

    def store(
        self,
        turn: Turn,
        food: Understanding,
        how_much: Question | None = None,
        *,
        log: Callable[[Turn, Sitting], Meal | None] | None = None,
    ) -> Note:
        """Store what was understood; return what to say of it, with the one question that is open.

        `log` stores one sitting in place of what is usual for words.
        """
        meals = [(log or _store)(turn, sitting) for sitting in food.sittings]
        which = None if how_much else which_question(turn, food, meals)
        facts = tuple(fact for sitting in food.sittings for fact in _facts(turn, sitting))
        day = max(turn.person.clock.day_of(sitting.at) for sitting in food.sittings)
        summary = day_summary(person=turn.person, day=day)
        # Who is unhappy with what they ate is told what was kept, and no figures.
        is_counted = Feeling.BINGE not in turn.heard.feelings
        counted = (*_unused_energy(turn), *_day_lines(turn, food, summary)) if is_counted else ()
        return Note(
            facts=facts,
            extras=_meal_lines(turn, food, summary) if is_counted else (),
            details=(*_not_logged(turn, food), *counted),
            next_step=turn.say("next.meal" if food.items else "next.undo"),
            asks=_asks_which(turn, which) if which else _asks_how_much(turn, how_much) if how_much else "",
            pending=which or how_much,
        )


def _of_asked_meal(turn: Turn, food: Understanding) -> Understanding:
    """Put what is told without a time into the meal that was named alone before it: 早饭, then 两个鸡蛋."""
    asked = turn.open_question
    if asked is None or asked.kind is not QuestionKind.WHAT_EATEN:
        return food
    clock = turn.person.clock
    if moments_in(turn.heard.plain, now=clock.local(turn.incoming.at)):
        return food
    slot = MealSlot(asked.facts["slot"])
    at = eaten_at(slot=slot, day_offset=None, clock=None, now=turn.incoming.at, counted_by=clock)
    return replace(food, sittings=tuple(replace(sitting, at=at, slot=slot) for sitting in food.sittings))


class HowMuchAsker(Asker):
    """Log the amount that was picked of a food that came in a strange one."""

    asks = (QuestionKind.HOW_MUCH,)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the amounts in the person's own words."""
        return amount_choices(turn, [words for _, words in question.facts["guesses"]])

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Store it as the message would have, or nothing when it was none of them."""
        if pick.number == 0:
            return Reply((turn.say("not_logged"), turn.say("try")))
        text, words = question.facts["guesses"][pick.number - 1]
        told = replace(turn, incoming=replace(turn.incoming, text=text, at=question.asked_at))
        food = meant(told, text, words)
        if food is None:
            return Reply((turn.say("not_logged"), turn.say("try")))
        return combined([FoodLogger().store(told, food)])


def _asks_which(turn: Turn, which: Question) -> str:
    return turn.say("which", name=turn.say("quote", words=which.choices[0].label))


def _asks_how_much(turn: Turn, how_much: Question) -> str:
    return turn.say("how_much", words=turn.say("quote", words=how_much.facts["told"]))


def _nothing_eaten(turn: Turn, food: Understanding) -> Note | None:
    if food.is_denial:
        return Note(facts=(turn.say("not_eaten"),))
    if food.is_plan:
        return Note(facts=(phrase(turn.lang, "error.in_future"),))
    refused = _not_logged(turn, food)
    return Note(details=refused) if refused else None


def _not_logged(turn: Turn, food: Understanding) -> tuple[str, ...]:
    """Return a line for each reason why something was not logged, with the words it is about."""
    lines = [unknown_text(turn, food.unknown)] if food.unknown else []
    for kind in OddKind:
        words = "".join(turn.say("quote", words=odd.words) for odd in food.odd if odd.kind is kind)
        lines += [turn.say(f"odd.{kind}", words=words, most=MOST_GRAMS)] if words else []
    return tuple(lines)


def _unused_energy(turn: Turn) -> tuple[str, ...]:
    """Say that an energy told beside a food was not taken, such as the 200 of 巧克力 200大卡."""
    heard = turn.heard
    words = () if heard.energies or heard.body else energy_words(heard.plain)
    quoted = "".join(turn.say("quote", words=told) for told in words)
    return (turn.say("energy.unused", words=quoted),) if quoted else ()


def _store(turn: Turn, sitting: Sitting) -> Meal | None:
    """Store the meal and the drinks of one sitting; return the meal."""
    words = turn.incoming.text
    meal = None
    if sitting.items:
        meal = nutrition.log_meal(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            at=sitting.at,
            items=[item.draft for item in sitting.items],
            slot=sitting.slot,
            words=words,
            evidence=Evidence.WORDS,
        )
    for drink in sitting.drinks:
        nutrition.log_drink(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            at=sitting.at,
            food_version_id=drink.food_version_id,
            volume_ml=drink.volume_ml,
            words=words,
            evidence=Evidence.WORDS,
        )
    return meal


def _facts(turn: Turn, sitting: Sitting) -> tuple[str, ...]:
    """Return a line for the meal and one for the water of a sitting."""
    day = turn.person.clock.day_of(sitting.at)
    when = "" if day == turn.person.clock.day_of(turn.incoming.at) else day_text(turn, day)
    facts = []
    if sitting.items:
        eaten = items_text(turn, [_item_text(turn, item) for item in sitting.items])
        slot = turn.say(f"slot.{sitting.slot}")
        facts.append(turn.say("meal.of_day" if when else "meal", day=when, slot=slot, items=eaten))
    if sitting.drinks:
        volume = volume_text(turn, sum((drink.volume_ml for drink in sitting.drinks), Interval.exact(0)))
        facts.append(turn.say("water.of_day" if when else "water", day=when, volume=volume))
    return tuple(facts)


def _item_text(turn: Turn, item: UnderstoodItem) -> str:
    return item_text(turn, name=food_name(turn, item.food), item=item.draft)


def _meal_lines(turn: Turn, food: Understanding, summary: DaySummary) -> tuple[str, ...]:
    """Return what the meals of the message count to, unless they are all that the day has."""
    meals = sum(1 for sitting in food.sittings if sitting.items)
    counted = nutrients_text(turn, food.totals()) if 0 < meals < len(summary.meals) else ""
    return (turn.say("meals_total" if meals > 1 else "meal_total", told=counted),) if counted else ()


def _day_lines(turn: Turn, food: Understanding, summary: DaySummary) -> tuple[str, ...]:
    """Return how the day stands in what the message told of: food, water or both."""
    eaten = nutrients_text(turn, summary.totals) if food.items else ""
    water = water_text(turn, summary.water_ml) if food.drinks else ""
    told = joined(turn.lang, filter(None, (eaten, water)))
    return (so_far_text(turn, summary.day, told),) if told else ()


def unknown_text(turn: Turn, unknown: Sequence[str]) -> str:
    """Quote what was not understood, with the food that it may have been."""
    quoted = "".join(turn.say("quote", words=words) for words in unknown[:_MOST_QUOTED])
    hits = (hit for words in unknown[:1] for hit in _meant_by(turn, words))
    if hit := next(hits, None):
        return turn.say("not_known.maybe", words=quoted, name=turn.say("quote", words=food_name(turn, hit)))
    return turn.say("not_known", words=quoted)


def _meant_by(turn: Turn, words: str) -> Iterator[FoodHit]:
    """Yield the foods that the words most likely misspell."""
    plain = clean(words).text
    for hit in search_foods(query=words, limit=_MOST_OFFERED, person=turn.person):
        if is_slip(plain, hit.matched):
            yield hit
