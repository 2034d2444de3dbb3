"""What a message says, read before the conversation is locked, so that the lock is short."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from bots.dialogue.messages import Incoming
from bots.nlu.commands import Command, command_of
from bots.nlu.corrections import Correction, correction_of
from bots.nlu.courtesy import opening_end
from bots.nlu.energies import BareEnergy, energies_of
from bots.nlu.feelings import Feeling, feelings_in
from bots.nlu.keeping import Keep, keep_of
from bots.nlu.keywords import Intent
from bots.nlu.moves import Move, move_of
from bots.nlu.repeats import Repeat, repeat_of
from bots.nlu.whens import day_carried
from fitness.queries import understand_body
from fitness.reading import BodyDraft
from meum.domain.languages import Lang
from meum.language.scripts import clean, simplified
from meum.people.models import Person
from nutrition.queries import Understanding, saved_keys, understand_meal
from skincare.reading import SkinDraft, read_skin

_WISHES = {Intent.CHINESE: Lang.ZH, Intent.ENGLISH: Lang.EN}
_SOMETHING = re.compile(r"\w")


# What is taught or forgotten by name may be a food or a saved meal.
_MAY_KEEP = frozenset({Intent.TEACH, Intent.FORGET})


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Hold the cleaned text, the command that it is, or what it tells of body, skin, food and feelings.

    What is to be logged as before (`repeat`), bare `energies` and wishes about saved meals (`keep`) are taken out of
    what the readers see. A `correction` or a `move` that fits nothing of the diary may be a meal after all, so the text
    is read for all of them.
    """

    plain: str
    command: Command | None = None
    correction: Correction | None = None
    move: Move | None = None
    feelings: tuple[Feeling, ...] = ()
    body: tuple[BodyDraft, ...] = ()
    skin: SkinDraft | None = None
    food: Understanding | None = None
    repeat: Repeat | None = None
    energies: tuple[BareEnergy, ...] = ()
    keep: Keep | None = None

    @property
    def wished_language(self) -> Lang | None:
        """Return the language that the message asks for."""
        return _WISHES.get(self.command.intent) if self.command else None

    @property
    def has_food(self) -> bool:
        """Tell whether something was eaten or drunk."""
        is_earlier = self.repeat is not None or bool(self.energies)
        return is_earlier or (self.food is not None and bool(self.food.sittings))


def hear(incoming: Incoming, *, person: Person, may_keep: Callable[[], bool]) -> Heard:
    """Read one message of a person; what it tells is read only where it may be kept, which is asked only then."""
    plain = clean(incoming.text).text
    command = _command(plain, person)
    is_told = command is None or command.intent in (Intent.FOOD, *_MAY_KEEP)
    if not is_told or incoming.is_too_long or not _SOMETHING.search(plain):
        return Heard(plain=plain, command=command)
    if not may_keep():
        return Heard(plain=plain, command=command)
    now, names = person.clock.local(incoming.at), saved_keys(person=person)
    keep = keep_of(plain, names=names, now=now) if command is None or command.intent in _MAY_KEEP else None
    if keep is not None:
        return Heard(plain=plain, keep=keep)
    if command is not None and command.intent is not Intent.FOOD:
        # "Forget the apple" may mean one that was eaten, where no food of one's own is called so.
        correction = correction_of(plain) if command.intent is Intent.FORGET else None
        return Heard(plain=plain, command=command, correction=correction)
    if command is not None:
        return _earlier(command.argument, incoming, person, names) or Heard(
            plain=plain, command=command, food=_food(command.argument, incoming, person)
        )
    return _earlier(plain, incoming, person, names) or _told(incoming.text, incoming, person)


def _command(plain: str, person: Person) -> Command | None:
    """Return the command that a text is; to refuse what is not one's name here, as 别叫我起床, is none."""
    command = command_of(plain)
    if command is None or command.intent is not Intent.NAME_FORGOTTEN or not command.argument:
        return command
    return command if command.argument == simplified(person.name) else None


def _earlier(plain: str, incoming: Incoming, person: Person, names: Collection[str]) -> Heard | None:
    """Return what tells of meals as before or of bare energy, with all beside it; None where nothing does."""
    now = person.clock.local(incoming.at)
    repeat = repeat_of(plain, names=names, now=now)
    energies, rest = energies_of(repeat.rest if repeat else plain, now=now)
    if any(felt.feeling is Feeling.RESTRICTING for felt in feelings_in(plain)):
        # All of a day is no item of a meal, and who eats so little is not to be counted for it.
        energies, rest = (), repeat.rest if repeat else plain
    if repeat is None and not energies:
        return None
    told = _told(rest, incoming, person)
    food = told.food or _food("", incoming, person)
    return replace(
        told,
        plain=plain,
        correction=None,
        move=None,
        repeat=repeat,
        energies=energies,
        # What is told beside it is more of it, not more or a part of an earlier meal.
        food=replace(food, again=None, share=None),
    )


def _told(text: str, incoming: Incoming, person: Person) -> Heard:
    """Let each reader take what is its own and hand on the rest."""
    plain = clean(text).text
    body = understand_body(person=person, text=text, at=incoming.at)
    carried = _with_day_carried(text, incoming, person) if body.drafts else text
    if carried != text:
        body = understand_body(person=person, text=carried, at=incoming.at)
    skin = read_skin(body.rest, now=person.clock.local(incoming.at))
    rest = _without_opening(_without_feelings(skin.rest))
    food = _food(rest, incoming, person) if _SOMETHING.search(clean(rest).text) else None
    return Heard(
        plain=plain,
        correction=correction_of(plain),
        move=move_of(plain, now=person.clock.local(incoming.at)),
        body=body.drafts,
        skin=skin.draft,
        feelings=tuple(dict.fromkeys(felt.feeling for felt in feelings_in(plain))),
        food=food,
    )


def _with_day_carried(text: str, incoming: Incoming, person: Person) -> str:
    """Put the day that a text of several kinds of things begins with before each of them."""
    told = clean(text)
    for place, words in day_carried(told.text, now=person.clock.local(incoming.at)):
        at = told.origins[place]
        # English parts words by blanks.
        text = f"{text[:at]}{words}{' ' if words.isascii() else ''}{text[at:]}"
    return text


def _without_feelings(text: str) -> str:
    """Take out what tells of feelings, which is no food: "chest pain" holds no chestnut."""
    told = clean(text)
    for felt in reversed(feelings_in(told.text)):
        text = f"{text[: told.origins[felt.start]]},{text[told.origins[felt.end] :]}"
    return text


def _without_opening(text: str) -> str:
    """Take out a denial or a regret that a text begins with: 抱歉, 记错了."""
    told = clean(text)
    end = opening_end(told.text)
    return text[told.origins[end] :] if end else text


def _food(text: str, incoming: Incoming, person: Person) -> Understanding:
    return understand_meal(text=text, at=incoming.at, counted_by=person.clock, person=person)
