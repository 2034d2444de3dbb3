"""What photos may show, as a question: the dishes of one photo, or the likeliest dish of each of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bots.dialogue.messages import Reply
from bots.dialogue.queries import open_question
from bots.dialogue.questions import Choice
from bots.dialogue.speaking import Turn, turn_beside
from bots.dialogue.wording import food_name, joined, kcal_text
from bots.models import Conversation
from meum.domain.figures import rounded
from meum.domain.languages import name_in
from nutrition.domain.dishes import Finding
from nutrition.queries import Candidate, PhotoSummary, photos_of_session

_IN_LINES = 3
"""So many photos get a line each; more stand three in a line."""


def options_of(photos: Sequence[PhotoSummary]) -> Mapping[int, Candidate]:
    """Return what each number stands for: a dish of the one photo, else the likeliest dish of the photo with it."""
    if len(photos) == 1 and photos[0].number == 1:
        return {candidate.number: candidate for candidate in photos[0].candidates}
    return {photo.number: photo.candidates[0] for photo in photos if photo.candidates}


def photo_choices(turn: Turn, photos: Sequence[PhotoSummary]) -> tuple[Choice, ...]:
    """Return the numbered answers, and none of them."""
    options = options_of(photos)
    if not options:
        return ()
    choices = [Choice(str(number), option_text(turn, option)) for number, option in options.items()]
    none = turn.say("none_of_them" if len(photos) == 1 else "photo.drop_all")
    return (*choices, Choice("0", none))


def choices_offered(*, conversation: Conversation, at: datetime) -> tuple[Choice, ...]:
    """Return the numbered answers that a person can give now: to photos or to the open question, the newer of both."""
    question = open_question(conversation=conversation, at=at)
    asked_at, session = conversation.photos_asked_at, conversation.photo_session
    if session is None or asked_at is None or (question is not None and question.asked_at > asked_at):
        return question.choices if question else ()
    turn = turn_beside(conversation, at=at)
    return photo_choices(turn, photos_of_session(owner=conversation.person, session=session))


def option_text(turn: Turn, option: Candidate) -> str:
    """Return a dish with the energy of one portion, where that is known: as an estimate unless a label tells it."""
    kcal = option.energy_kcal
    name = food_name(turn, option)
    if kcal is None:
        return name
    if kcal.is_exact:
        return turn.say("photo.option.told", name=name, kcal=kcal_text(turn, kcal))
    return turn.say("photo.option", name=name, low=rounded(kcal.low), high=rounded(kcal.high))


def photo_reply(turn: Turn, photos: Sequence[PhotoSummary]) -> Reply:
    """Return what to say of photos that were looked at: at most five lines, the answers as choices."""
    if not photos:
        return Reply()
    is_one = len(photos) == 1 and photos[0].number == 1
    reply = _of_one(turn, photos[0]) if is_one else _of_several(turn, photos)
    return _with_source(turn, reply) if any(photo.is_from_outside for photo in photos) else reply


def _with_source(turn: Turn, reply: Reply) -> Reply:
    """Say in the first line that an engine outside of this server was asked."""
    first, *others = reply.lines
    return replace(reply, lines=(turn.say("photo.by_outside", told=first), *others))


def _of_one(turn: Turn, photo: PhotoSummary) -> Reply:
    choices = photo_choices(turn, [photo])
    if photo.has_several:
        return Reply((turn.say("photo.several"), *_rows(choices[:-1]), turn.say("photo.several.how")))
    if photo.finding == Finding.DISHES and choices:
        return Reply((turn.say("photo.looks_like"),), choices)
    if photo.finding in (Finding.DISHES, Finding.UNSURE):
        return _of_unsure(turn, photo, choices)
    return Reply((turn.say(f"photo.{photo.finding}"), turn.say("photo.name_it")))


def _of_unsure(turn: Turn, photo: PhotoSummary, choices: tuple[Choice, ...]) -> Reply:
    """Say the kind of dish where that was seen, offer what it may be, and ask for its name."""
    kind = _kind(turn, photo)
    if choices:
        return Reply((turn.say("photo.perhaps", kind=kind) if kind else turn.say("photo.perhaps.any"),), choices)
    told = turn.say("photo.kind", kind=kind) if kind else turn.say("photo.unsure")
    return Reply((told, turn.say("photo.name_it")))


def _kind(turn: Turn, photo: PhotoSummary) -> str:
    return name_in(turn.lang, zh=photo.group.zh, en=photo.group.en) if photo.group.code else ""


def _of_several(turn: Turn, photos: Sequence[PhotoSummary]) -> Reply:
    choices = photo_choices(turn, photos)
    unknown = [str(photo.number) for photo in photos if not photo.candidates]
    if not choices:
        return Reply((turn.say("photos.none", count=len(photos)), turn.say("photo.name_it")))
    lead = turn.say("photos.looked", count=len(photos))
    options = choices[:-1]
    if len(options) <= _IN_LINES and not unknown:
        return Reply((lead,), choices)
    lead += turn.say("photos.unknown", numbers=joined(turn.lang, unknown)) if unknown else ""
    return Reply((lead, *_rows(options), turn.say("photos.how")))


def _rows(options: Sequence[Choice]) -> Iterator[str]:
    """Yield lines of three choices."""
    for start in range(0, len(options), _IN_LINES):
        yield "   ".join(map(_together, options[start : start + _IN_LINES]))


def _together(choice: Choice) -> str:
    """Return a choice that no screen breaks in two."""
    return str(choice).replace(" ", "\N{NO-BREAK SPACE}")
