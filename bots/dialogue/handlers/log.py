"""Log whatever one message tells: food and drink, body, skin; each goes to its place, one reply says so."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bots.dialogue.handlers.base import Handler, HelpGroup, safely
from bots.dialogue.messages import MOST_LINES, Reply
from bots.dialogue.questions import Question
from bots.dialogue.speaking import Turn
from meum.domain.languages import Lang
from meum.journal.services import recording

_MOST_FACTS = 3


@dataclass(frozen=True, kw_only=True)
class Note:
    """Hold what one logger has to say: facts, what may be left out, details, a question, the next step."""

    facts: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    next_step: str = ""
    asks: str = ""
    pending: Question | None = None


class Logger(Protocol):
    """Log one kind of thing."""

    def hears(self, turn: Turn) -> bool:
        """Tell whether the message may tell of this kind, by what the readers found."""
        ...

    def log(self, turn: Turn) -> Note | None:
        """Store what the message tells of this kind; return what to say, None when it tells nothing of it."""
        ...


class LogHandler(Handler):
    """Let each logger take its part of the message."""

    group = HelpGroup.LOG
    help = {
        Lang.ZH: "早饭两个包子；早饭和昨天一样；老样子；+350大卡；喝水 300；皮肤有点干；体重 61.5；"
        "跑步 5 公里 28 分钟；睡了 7 小时",
        Lang.EN: "2 eggs for breakfast; same breakfast as yesterday; my usual; +350 kcal; water 300; skin a bit dry; "
        "weight 61.5 kg; ran 5 km in 28 minutes; slept 7 hours",
    }

    def __init__(self, loggers: Sequence[Logger]) -> None:
        """Keep the loggers, the first to speak first."""
        self._loggers = loggers

    def accepts(self, turn: Turn) -> bool:
        """Take every message in which a reader found something."""
        heard = turn.heard
        food = heard.food
        is_about_food = heard.has_food or (food is not None and (food.is_denial or food.is_plan or bool(food.odd)))
        return bool(heard.body or heard.skin or heard.repeat or heard.energies) or is_about_food

    def within(self, turn: Turn) -> AbstractContextManager[object]:
        """Return one recording for everything, so that one undo takes it back."""
        return recorded(turn)

    def answer(self, turn: Turn) -> Reply:
        """Store everything; return one reply."""
        hearing = [logger for logger in self._loggers if logger.hears(turn)]
        # What the only one is refused is the whole answer.
        notes = [logger.log(turn) if len(hearing) == 1 else self._noted(turn, logger) for logger in hearing]
        return combined([note for note in notes if note is not None])

    def _noted(self, turn: Turn, logger: Logger) -> Note | None:
        # What one logger is refused does not take back what another one stored.
        return safely(
            turn,
            lambda: logger.log(turn),
            refused=lambda sentence: Note(facts=(sentence,)),
            within=lambda: recorded(turn),
        )


def recorded(turn: Turn) -> AbstractContextManager[object]:
    """Return one recording of the person's own: all that a turn stores within it is one undo."""
    return recording(person=turn.person, author=turn.person, door=turn.door)


def _at_most(lines: int, facts: Sequence[str]) -> list[str]:
    """Return the facts, the last of them in one line where there would be too many; `lines` is at least 1."""
    return [*facts[: lines - 1], " ".join(facts[lines - 1 :])] if len(facts) > lines else list(facts)


def combined(notes: Sequence[Note]) -> Reply:
    """Return one reply of at most five lines: the facts, extras where there is room, details, the next step last."""
    question = next((note for note in notes if note.pending is not None), None)
    last = question.asks if question else next((note.next_step for note in notes if note.next_step), "")
    facts = _at_most(_MOST_FACTS, [fact for note in notes for fact in note.facts])
    room = MOST_LINES - bool(last)
    details = _at_most(room - len(facts), [detail for note in notes for detail in note.details])
    extras = [extra for note in notes for extra in note.extras][: max(0, room - len(facts) - len(details))]
    lines = [*facts, *extras, *details][:room]
    pending = question.pending if question else None
    return Reply((*lines, *([last] if last else [])), pending.choices if pending else (), pending)
