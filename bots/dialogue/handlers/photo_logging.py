"""Log what a person confirmed of photos, in the way in which words are logged, and ask how much it was at most once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from bots.dialogue.handlers.base import Asker
from bots.dialogue.handlers.food import FoodLogger
from bots.dialogue.handlers.items import changed_reply
from bots.dialogue.handlers.log import Note, combined, recorded
from bots.dialogue.messages import Reply
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import food_name
from bots.nlu.answers import Pick
from meum.domain.intervals import Interval
from nutrition import services as nutrition
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.portion_questions import PortionQuestion, best_question
from nutrition.domain.slots import slot_of
from nutrition.models import Meal
from nutrition.queries import (
    Candidate,
    PhotoSummary,
    Sitting,
    Understanding,
    UnderstoodItem,
    energy_of,
    is_shared,
    items_again,
    meal_summary,
)


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """Hold one item that the person confirmed, of which photo, and the candidate where it was one of those offered."""

    photo: PhotoSummary
    draft: MealItemDraft
    candidate: Candidate | None = None


def log_confirmed(turn: Turn, confirmed: Sequence[Confirmed], *, rest: str = "") -> Reply:
    """Log dishes that were picked as one meal; ask about the portion that is least sure, if it matters.

    `rest` is a line about what was not picked.
    """
    photos = {each.photo.id: each.photo for each in confirmed}
    at = min(photo.sent_at for photo in photos.values())
    items = items_again([each.draft for each in confirmed])
    sitting = Sitting(at=at, slot=slot_of(turn.person.clock.local(at).time()), items=items, drinks=())
    candidates = [each.candidate.id for each in confirmed if each.candidate]
    return _log(turn, understanding_of(sitting), list(photos.values()), candidates=candidates, rest=rest)


def log_words(turn: Turn, food: Understanding, photo: PhotoSummary) -> Reply:
    """Log foods that were named for a photo, as eaten when it was sent."""
    return _log(turn, food, [photo])


def _log(
    turn: Turn,
    food: Understanding,
    photos: Sequence[PhotoSummary],
    *,
    candidates: Sequence[UUID] = (),
    rest: str = "",
) -> Reply:
    logged: list[Meal] = []

    def log(turn: Turn, sitting: Sitting) -> Meal:
        meal = nutrition.confirm_photos(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            photo_ids=[photo.id for photo in photos],
            items=[item.draft for item in sitting.items],
            chosen=candidates,
            slot=sitting.slot,
            words=turn.incoming.text,
        )
        logged.append(meal)
        return meal

    with recorded(turn):
        note = FoodLogger().store(turn, food, log=log)
    if note.pending is None and rest:
        note = replace(note, next_step=rest)
    elif note.pending is None:
        note = _with_question(turn, note, food.items, logged[0])
    return combined([note])


def understanding_of(sitting: Sitting) -> Understanding:
    """Return one sitting as what a message was understood to tell, with nothing beside it."""
    return Understanding(
        sittings=(sitting,),
        unknown=(),
        again=None,
        odd=(),
        share=None,
        mentioned=(),
        is_denial=False,
        is_plan=False,
        is_cut=False,
    )


@dataclass(frozen=True)
class _Doubt:
    number: int
    name: str
    question: PortionQuestion
    width_kcal: float


def _with_question(turn: Turn, note: Note, items: Sequence[UnderstoodItem], meal: Meal) -> Note:
    """Let the note end with the question about the portion whose energy is least sure."""
    asked = (_doubt_of(number, food_name(turn, item.food), item) for number, item in enumerate(items, start=1))
    doubt = max((each for each in asked if each), key=lambda each: each.width_kcal, default=None)
    if doubt is None:
        return note
    question = Question(
        kind=QuestionKind.PORTION,
        choices=_choices(turn, doubt.question.asked),
        asked_at=turn.incoming.at,
        facts={
            "meal": str(meal.pk),
            "revision": meal.revision,
            "number": doubt.number,
            "asked": doubt.question.asked.value,
            "answers": [[grams.low, grams.mid, grams.high] for grams in doubt.question.answers],
        },
    )
    return replace(note, asks=turn.say(f"portion.{doubt.question.asked}", name=doubt.name), pending=question)


def _doubt_of(number: int, name: str, item: UnderstoodItem) -> _Doubt | None:
    """Return what to ask of an item of which nobody told the amount, if an answer would matter."""
    kcal = energy_of(item.portion)
    grams = item.draft.grams
    if kcal is None or not item.draft.is_amount_assumed or not grams.mid:
        return None
    per_gram = kcal.mid / grams.mid
    question = best_question(grams=grams, kcal_per_gram=per_gram, is_shared=is_shared(food_id=item.food.food_id))
    return _Doubt(number, name, question, kcal.high - kcal.low) if question else None


def _choices(turn: Turn, asked: str) -> tuple[Choice, ...]:
    return numbered(*(turn.say(f"portion.{asked}.{number}") for number in (1, 2, 3)), none=turn.say("portion.none"))


class PortionAsker(Asker):
    """Take how big a portion was, or how many shared it."""

    asks = (QuestionKind.PORTION,)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the sizes, or the numbers of people."""
        return _choices(turn, question.facts["asked"])

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Narrow the grams; leave a meal alone that was changed meanwhile."""
        if pick.number == 0:
            return Reply((turn.say("portion.kept"),))
        meal = meal_summary(owner=turn.person, meal_id=UUID(question.facts["meal"]))
        if meal is None:
            return Reply((turn.say("gone"),))
        if meal.revision != question.facts["revision"]:
            return Reply((turn.say("changed_meanwhile"),))
        nutrition.correct_item(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            meal_id=meal.id,
            number=question.facts["number"],
            grams=Interval(*question.facts["answers"][pick.number - 1]),
            revision=meal.revision,
        )
        return changed_reply(turn, meal.id, question.facts["number"])
