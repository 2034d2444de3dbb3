"""Log what was eaten before, what is saved under a name, and bare energy; beside it whatever else is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from bots.dialogue.handlers.base import Asker
from bots.dialogue.handlers.food import FoodLogger
from bots.dialogue.handlers.log import Note, combined, recorded
from bots.dialogue.messages import Reply
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, food_name, items_text, joined, short_item_text, slot_text
from bots.nlu.answers import Pick
from bots.nlu.energies import BareEnergy, energies_of
from bots.nlu.repeats import USUAL, Repeat
from bots.nlu.whens import NEVER, When, when_in
from meum.kernel.phrases import phrase
from meum.language.times import MealSlot
from nutrition.catalogue.bare_energy import energy_draft
from nutrition.domain.drafts import Macros, MealItemDraft
from nutrition.domain.slots import eaten_at, slot_of
from nutrition.queries import (
    USUAL_DAYS,
    EarlierMeal,
    ItemSummary,
    SavedMealSummary,
    Sitting,
    Understanding,
    UnderstoodItem,
    earlier_meals,
    frequent_meals,
    items_again,
    latest_day_with_meals,
    saved_meal_named,
    saved_meals,
    understand_meal,
)


class EarlierLogger:
    """Store meals that are told as the same as before, and bare energy, with the foods of the message."""

    def __init__(self, foods: FoodLogger) -> None:
        """Keep the logger that stores meals and says so."""
        self._foods = foods

    def hears(self, turn: Turn) -> bool:
        """Tell whether the message was read for food; what is told as before is heard with it."""
        return turn.heard.food is not None

    def log(self, turn: Turn) -> Note | None:
        """Store them; say what there is where nothing can be repeated, ask where nothing was saved yet."""
        food, repeat = turn.heard.food, turn.heard.repeat
        assert food is not None  # hears() has seen it
        if repeat is None and not turn.heard.energies:
            return self._foods.log(turn)
        food = _with_energies(turn, food, turn.heard.energies)
        if repeat is None:
            return self._foods.log(_telling(turn, food))
        sittings = _repeated(turn, repeat)
        if not isinstance(sittings, Note):
            return self._foods.log(_telling(turn, _joined(turn, food, sittings, repeat)))
        beside = None if sittings.pending else self._foods.log(_telling(turn, food))
        return replace(beside, facts=(*sittings.facts, *beside.facts)) if beside else sittings


def _telling(turn: Turn, food: Understanding) -> Turn:
    return replace(turn, heard=replace(turn.heard, food=food))


def _with_energies(turn: Turn, food: Understanding, energies: Sequence[BareEnergy]) -> Understanding:
    """Put bare energy into the last meal told, or into one of its own where the message says when it was."""
    for energy in energies:
        item = items_again([_energy_draft(energy)])
        last = food.sittings[-1] if food.sittings and energy.when == NEVER else None
        own = _sitting(turn, energy.when, item) if last is None else replace(last, items=(*last.items, *item))
        food = replace(food, sittings=(*(food.sittings if last is None else food.sittings[:-1]), own))
    return food


def _energy_draft(energy: BareEnergy) -> MealItemDraft:
    told = energy.macros
    macros = Macros(protein_g=told.get("PROCNT"), carbohydrate_g=told.get("CHOCDF"), fat_g=told.get("FAT"))
    return energy_draft(kcal=energy.kcal, macros=macros, words=energy.words)


def _sitting(turn: Turn, when: When, items: tuple[UnderstoodItem, ...]) -> Sitting:
    clock, now = turn.person.clock, turn.incoming.at
    at = eaten_at(slot=when.slot, day_offset=when.day_offset, clock=None, now=now, counted_by=clock)
    return Sitting(at=at, slot=when.slot or slot_of(clock.local(at).time()), items=items, drinks=())


def _repeated(turn: Turn, repeat: Repeat) -> Sequence[Sitting] | Note:
    """Return the meals that are to be logged again, or what to say where there are none."""
    if (repeat.target.day_offset or 0) > 0:
        return Note(facts=(phrase(turn.lang, "error.in_future"),))
    sittings = _saved(turn, repeat) if repeat.name else _copied(turn, repeat)
    return sittings if isinstance(sittings, Note) or not repeat.left_out else _without(turn, sittings, repeat.left_out)


def _without(turn: Turn, sittings: Sequence[Sitting], words: str) -> Sequence[Sitting] | Note:
    """Take out what was left out this time; say so where the words name nothing of it."""
    told = understand_meal(text=words, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
    foods = {choice.food_id for item in told.items for choice in (item.food, *item.alternatives)}
    left = [
        replace(sitting, items=tuple(item for item in sitting.items if not _is_named(item, foods, words)))
        for sitting in sittings
    ]
    if left == list(sittings) or not any(sitting.items for sitting in left):
        return Note(facts=(turn.say("copy.not_in", words=turn.say("quote", words=words)),))
    return [sitting for sitting in left if sitting.items]


def _is_named(item: UnderstoodItem, foods: Collection[UUID], words: str) -> bool:
    names = [name.casefold() for name in (item.food.name_zh, item.food.name_en) if name]
    return item.food.food_id in foods or any(words in name for name in names)


def _copied(turn: Turn, repeat: Repeat) -> Sequence[Sitting] | Note:
    source, target = repeat.source, repeat.target
    offset = source.day_offset if source.day_offset is not None else target.day_offset or 0
    slot = source.slot or target.slot
    day = turn.person.clock.day_of(turn.incoming.at) + timedelta(days=offset)
    is_onto_itself = offset == (target.day_offset or 0) and (target.slot or slot) is slot
    meals = [] if is_onto_itself else earlier_meals(person=turn.person, day=day, slot=slot or "")
    if not meals:
        return _nothing_to_copy(turn, day_offset=offset, slot=slot)
    return [
        _sitting(turn, When(day_offset=target.day_offset, slot=target.slot or MealSlot(meal.slot)), items)
        for meal in meals
        for items in [items_again(meal.drafts)]
    ]


def _nothing_to_copy(turn: Turn, *, day_offset: int, slot: MealSlot | None) -> Note:
    """Say what is missing, and which meals of that day, or which day, there are instead."""
    today = turn.person.clock.day_of(turn.incoming.at)
    day = today + timedelta(days=day_offset)
    named = day_text(turn, day)
    key = "copy.no_meal" if slot else "copy.no_day"
    missing = turn.say(key, day=named, slot=slot_text(turn, slot) if slot else "")
    there = [slot_text(turn, meal.slot) for meal in earlier_meals(person=turn.person, day=day)]
    if there and slot:
        return Note(facts=(missing, turn.say("copy.there", day=named, slots=joined(turn.lang, there))))
    latest = latest_day_with_meals(person=turn.person, until=min(day, today))
    return Note(facts=(missing, *([turn.say("copy.latest", day=day_text(turn, latest))] if latest else ())))


def _saved(turn: Turn, repeat: Repeat) -> Sequence[Sitting] | Note:
    slot = repeat.target.slot or slot_of(turn.person.clock.local(turn.incoming.at).time())
    saved = saved_meal_named(person=turn.person, key=repeat.name, slot=slot)
    if saved is None:
        return _offer(turn, repeat, slot)
    target = replace(repeat.target, slot=repeat.target.slot or (MealSlot(saved.slot) if saved.slot else None))
    return [_sitting(turn, target, items_again([item.draft.scaled(repeat.times) for item in saved.items]))]


def _offer(turn: Turn, repeat: Repeat, slot: MealSlot) -> Note:
    """Ask which of the meals eaten most often in the slot it was; say how to save one where there is none."""
    today = turn.person.clock.day_of(turn.incoming.at)
    meals = [frequent.meal for frequent in frequent_meals(person=turn.person, slot=slot, today=today)]
    if not meals:
        return Note(facts=(turn.say("usual.none"),))
    question = Question(
        kind=QuestionKind.USUAL_MEAL,
        choices=_usual_choices(turn, meals),
        asked_at=turn.incoming.at,
        facts={
            "meals": [sorted(map(str, meal.food_ids)) for meal in meals],
            "usual_of": slot,
            "slot": repeat.target.slot,
            "day_offset": repeat.target.day_offset,
            "times": repeat.times,
            "rest": repeat.rest,
        },
    )
    return Note(asks=turn.say("usual.offer", slot=turn.say(f"slot.{slot}")), pending=question)


def _usual_choices(turn: Turn, meals: Sequence[EarlierMeal]) -> tuple[Choice, ...]:
    return numbered(*(foods_text(turn, meal.items) for meal in meals), none=turn.say("none_of_them"))


def saved_name(turn: Turn, meal: SavedMealSummary, *, says: bool = False) -> str:
    """Return what a saved meal is called; with `says` as the person says it."""
    if meal.key != USUAL:
        return meal.name
    key = "saved.usual.say" if says else "saved.usual"
    slot = slot_text(turn, meal.slot) if meal.slot else ""
    return turn.say(f"{key}.slot" if slot else key, slot=slot)


def saved_choices(turn: Turn, meals: Sequence[SavedMealSummary]) -> tuple[Choice, ...]:
    """Return saved meals with their foods, to pick one by its number."""
    labels = (
        turn.say("saved.entry", name=saved_name(turn, meal), items=foods_text(turn, meal.items)) for meal in meals
    )
    return numbered(*labels, none=turn.say("none_now"))


def foods_text(turn: Turn, items: Sequence[ItemSummary]) -> str:
    """Return foods with their amounts in one line."""
    return items_text(turn, [short_item_text(turn, name=food_name(turn, item), item=item.draft) for item in items])


def _joined(turn: Turn, food: Understanding, sittings: Sequence[Sitting], repeat: Repeat) -> Understanding:
    """Put what is told beside one repeated meal into it, unless it names a meal or a day of its own."""
    now = turn.person.clock.local(turn.incoming.at)
    is_beside = len(sittings) == len(food.sittings) == 1 and not when_in(repeat.rest, now=now)[0].is_told
    if not is_beside:
        return replace(food, sittings=(*sittings, *food.sittings))
    one, more = sittings[0], food.sittings[0]
    return replace(food, sittings=(replace(one, items=(*one.items, *more.items), drinks=more.drinks),))


class UsualAsker(Asker):
    """Log the meal that was picked, of those eaten most often or of those saved."""

    asks = (QuestionKind.USUAL_MEAL, QuestionKind.SAVED_MEAL)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the meals that were offered; where one is gone all keep the names they had."""
        if question.kind is QuestionKind.SAVED_MEAL:
            saved = {str(meal.id): meal for meal in saved_meals(person=turn.person)}
            ids = question.facts["saved"]
            return saved_choices(turn, [saved[told] for told in ids]) if saved.keys() >= set(ids) else question.choices
        usual = _usual_by_foods(turn, question)
        meals = [frozenset(map(UUID, told)) for told in question.facts["meals"]]
        return _usual_choices(turn, [usual[told] for told in meals]) if usual.keys() >= set(meals) else question.choices

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Log it; say so kindly when it was none of them or is gone."""
        if pick.number == 0:
            hint = (turn.say("usual.none"),) if question.kind is QuestionKind.USUAL_MEAL else ()
            return Reply((turn.say("not_logged"), *hint))
        asked = _asked_usual if question.kind is QuestionKind.USUAL_MEAL else _asked_saved
        food = asked(turn, question, pick.number)
        if food is None:
            return Reply((turn.say("gone"),))
        with recorded(turn):
            note = FoodLogger().log(_telling(turn, food))
        return combined([note] if note else [])


def _asked_usual(turn: Turn, question: Question, number: int) -> Understanding | None:
    facts = question.facts
    picked = _usual_by_foods(turn, question).get(frozenset(map(UUID, facts["meals"][number - 1])))
    if picked is None:
        return None
    target = When(day_offset=facts["day_offset"], slot=MealSlot(facts["slot"]) if facts["slot"] else None)
    items = items_again([draft.scaled(facts["times"]) for draft in picked.drafts])
    energies, rest = energies_of(facts["rest"], now=turn.person.clock.local(turn.incoming.at))
    food = understand_meal(text=rest, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
    food = _with_energies(turn, food, energies)
    return _joined(turn, food, [_sitting(turn, target, items)], Repeat(target=target, name=USUAL, rest=facts["rest"]))


def _usual_by_foods(turn: Turn, question: Question) -> Mapping[frozenset[UUID], EarlierMeal]:
    """Return the meals eaten in the slot before the question was asked, by what they hold."""
    today = turn.person.clock.day_of(question.asked_at)
    slot = question.facts["usual_of"]
    usual = frequent_meals(person=turn.person, slot=slot, today=today, most=USUAL_DAYS + 1)
    return {one.meal.food_ids: one.meal for one in usual}


def _asked_saved(turn: Turn, question: Question, number: int) -> Understanding | None:
    wanted = UUID(question.facts["saved"][number - 1])
    saved = next((meal for meal in saved_meals(person=turn.person) if meal.id == wanted), None)
    if saved is None:
        return None
    when = When(slot=MealSlot(saved.slot) if saved.slot else None)
    nothing = understand_meal(text="", at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
    return replace(nothing, sittings=(_sitting(turn, when, items_again([item.draft for item in saved.items])),))
