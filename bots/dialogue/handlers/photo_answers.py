"""What a person answers about photos: numbers with amounts, all, none, a dish by name, or words beside a photo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bots import photo_sessions
from bots.dialogue.handlers.items import resized
from bots.dialogue.handlers.photo_logging import Confirmed, log_confirmed, log_words
from bots.dialogue.messages import Reply
from bots.dialogue.photo_question import options_of, photo_choices
from bots.dialogue.questions import LIFE
from bots.dialogue.speaking import OpenPhotos, Turn
from bots.dialogue.wording import food_name
from bots.nlu.keywords import Intent
from bots.nlu.photo_answers import PhotoAnswer, is_amount_alone, photo_answer_of
from nutrition import services as nutrition
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import PhotoState
from nutrition.queries import Candidate, PhotoSummary, Understanding, photos_of_session, understand_meal

__all__ = ["LIFE", "answer_to_photos", "is_beside"]

BESIDE = timedelta(minutes=2)
"""Words sent so soon after a photo are about it."""
NUMBERS_COUNT = timedelta(hours=24)
"""How long a number answers what photos show."""


@dataclass(frozen=True)
class _Asked:
    """Hold the photos that a message may be about, and what each number stands for."""

    open: OpenPhotos
    photos: Sequence[PhotoSummary]
    options: Mapping[int, Candidate]

    @property
    def one(self) -> PhotoSummary | None:
        """Return the photo, where there is just one."""
        return self.photos[0] if len(self.photos) == 1 and self.photos[0].number == 1 else None

    def photo_of(self, number: int) -> PhotoSummary:
        """Return the photo of a number."""
        return self.one or next(photo for photo in self.photos if photo.number == number)


def answer_to_photos(turn: Turn) -> Reply | None:
    """Return the reply to a message about photos; None when it is about something else."""
    if turn.photos is None or turn.incoming.event is not None or not turn.has_consent or not turn.heard.plain:
        return None
    photos = photos_of_session(owner=turn.person, session=turn.photos.session)
    if not photos:
        photo_sessions.close_session(person=turn.person, door=turn.door, session=turn.photos.session)
        return None
    asked = _Asked(turn.photos, photos, options_of(photos))
    if turn.wants(Intent.CANCEL) or _tells_to_drop(turn):
        return _dropped(turn, asked)
    if turn.heard.command is not None and turn.heard.command.intent is not Intent.FOOD:
        return None
    return _by_number(turn, asked) or _by_words(turn, asked)


def _tells_to_drop(turn: Turn) -> bool:
    answer = photo_answer_of(turn.heard.plain, numbers=())
    return answer is not None and answer.drops


def _by_number(turn: Turn, asked: _Asked) -> Reply | None:
    asked_at = asked.open.asked_at
    if asked_at is None or turn.incoming.at - asked_at >= NUMBERS_COUNT:
        return None
    names = {number: option.name(turn.lang) for number, option in asked.options.items()}
    labels = [names.get(number, "") for number in range(1, max(names, default=0) + 1)]
    answer = photo_answer_of(turn.heard.plain, numbers=asked.options.keys(), labels=labels)
    if answer is None:
        return None
    if answer.is_none:
        return _none_of_them(turn, asked, answer)
    if answer.is_doubtful:
        return _asked_back(turn, answer)
    return _picked(turn, asked, answer)


def _none_of_them(turn: Turn, asked: _Asked, answer: PhotoAnswer) -> Reply:
    """Take the name that came with it; ask for one first, and drop the photo the second time."""
    if answer.name and asked.one is not None:
        return _named(turn, asked.one, answer.name)
    if asked.one is None or asked.open.times_asked > 1:
        return _dropped(turn, asked)
    photo_sessions.note_asked_again(person=turn.person, door=turn.door)
    return Reply((turn.say("photo.what_then"),))


def _named(turn: Turn, photo: PhotoSummary, words: str) -> Reply:
    clock = turn.person.clock
    food = understand_meal(text=words, at=photo.sent_at, counted_by=clock, person=turn.person)
    if not food.items:
        return Reply((turn.say("photo.unknown_name", words=turn.say("quote", words=turn.as_typed(words))),))
    return _logged_words(turn, food, photo)


def _logged_words(turn: Turn, food: Understanding, photo: PhotoSummary) -> Reply:
    reply = log_words(turn, _at_photo(turn, food, photo), photo)
    assert turn.photos is not None  # whoever calls has seen it
    photo_sessions.close_session(person=turn.person, door=turn.door, session=turn.photos.session)
    return reply


def _at_photo(turn: Turn, food: Understanding, photo: PhotoSummary) -> Understanding:
    """Return what was told as eaten when the photo was sent; a meal that was named keeps its name."""
    sitting = food.sittings[0]
    return replace(food, sittings=(replace(sitting, at=photo.sent_at, drinks=()),))


def _asked_back(turn: Turn, answer: PhotoAnswer) -> Reply:
    numbers = [str(pick.number) for pick in answer.picks]
    digits, example = "".join(numbers), "、".join(numbers)
    return Reply((turn.say("photo.both", digits=digits, numbers="、".join(numbers), example=example),))


def _picked(turn: Turn, asked: _Asked, answer: PhotoAnswer) -> Reply:
    amounts = {pick.number: pick.amount for pick in answer.picks} or dict.fromkeys(asked.options, "")
    confirmed: list[Confirmed] = []
    for number, amount in amounts.items():
        option, photo = asked.options[number], asked.photo_of(number)
        draft = _draft(turn, option, amount or photo.note)
        if draft is None:
            words = turn.say("quote", words=turn.as_typed(amount or photo.note))
            return Reply((turn.say("photo.amount", words=words, name=food_name(turn, option), number=number),))
        confirmed.append(Confirmed(photo=photo, draft=draft, candidate=option))
    left = {photo.id for photo in asked.photos} - {each.photo.id for each in confirmed}
    reply = log_confirmed(turn, confirmed, rest=turn.say("photos.rest") if left else "")
    if not left:
        photo_sessions.close_session(person=turn.person, door=turn.door, session=asked.open.session)
    return reply


def _draft(turn: Turn, option: Candidate, amount: str) -> MealItemDraft | None:
    """Return a dish with the amount that was told; None for an amount that does not fit it."""
    if not amount:
        return option.draft
    told = resized(turn, option.item, amount)
    return replace(told, is_amount_assumed=False) if told else None


def _dropped(turn: Turn, asked: _Asked) -> Reply:
    photo_sessions.close_session(person=turn.person, door=turn.door, session=asked.open.session)
    if asked.one is not None:
        return Reply((turn.say("photo.dropped"),))
    return Reply((turn.say("photos.dropped", count=len(asked.photos)),))


def _by_words(turn: Turn, asked: _Asked) -> Reply | None:
    """Take the name of the dish, or an amount told beside the photo."""
    photo = asked.one
    if photo is None:
        return None
    near = is_beside(turn, asked.photos)
    if near and is_amount_alone(turn.heard.plain):
        return _noted(turn, asked, photo)
    food = turn.heard.food
    if food is None or len(food.sittings) != 1 or not food.items or not _tells_only_food(turn):
        return None
    has_no_time = food.sittings[0].at == turn.incoming.at
    is_fresh = asked.open.asked_at is not None and turn.incoming.at - asked.open.asked_at < LIFE
    if not (near and _is_of_its_day(turn, food, photo)) and not (is_fresh and has_no_time):
        return None
    return _logged_words(turn, food, photo)


def is_beside(turn: Turn, photos: Sequence[PhotoSummary]) -> bool:
    """Tell whether a message was sent within two minutes of the latest photo."""
    return bool(photos) and abs(turn.incoming.at - max(photo.sent_at for photo in photos)) <= BESIDE


def _tells_only_food(turn: Turn) -> bool:
    heard = turn.heard
    return not (heard.body or heard.skin or heard.repeat or heard.energies or heard.keep or heard.correction)


def _is_of_its_day(turn: Turn, food: Understanding, photo: PhotoSummary) -> bool:
    clock = turn.person.clock
    return clock.day_of(food.sittings[0].at) == clock.day_of(photo.sent_at)


def _noted(turn: Turn, asked: _Asked, photo: PhotoSummary) -> Reply:
    """Keep an amount told beside a photo until it is known what it is of."""
    nutrition.note_beside(person=turn.person, session=asked.open.session, note=turn.incoming.text)
    words = turn.say("quote", words=turn.incoming.text.strip())
    if photo.state == PhotoState.WAITING:
        return Reply((turn.say("photo.noted", words=words),))
    return Reply((turn.say("photo.noted.choose", words=words),), photo_choices(turn, asked.photos))
