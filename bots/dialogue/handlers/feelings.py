"""Short kind answers to how somebody feels, and to thanks, praise and insults; none of it is a log or a diagnosis."""

from __future__ import annotations

from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.log import Note
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.feelings import Feeling
from meum.people.models import AgeBand

_BESIDE_A_LOG = (
    Feeling.PREGNANT,
    Feeling.NURSING,
    Feeling.RESTRICTING,
    Feeling.BINGE,
    Feeling.UNWELL,
    Feeling.SLEEPLESS,
    Feeling.SAD,
    Feeling.TIRED,
    Feeling.HAPPY,
)
_ABOUT_WEIGHT = (Feeling.LOSING, Feeling.RESTRICTING)


class FeelingHandler(Handler):
    """Answer a message that tells feelings and nothing to log."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take it when no reader found anything that is kept."""
        heard = turn.heard
        is_told = any(not draft.problem for draft in heard.body) or bool(heard.skin) or heard.has_food
        return bool(heard.feelings) and not is_told

    def answer(self, turn: Turn) -> Reply:
        """Answer what was told first."""
        return Reply((_answer_to(turn, turn.heard.feelings[0]),))


def care_for_weight(turn: Turn) -> tuple[str, ...]:
    """Return what is said to who speaks of losing weight or of eating little; nothing where nobody does."""
    told = next((feeling for feeling in turn.heard.feelings if feeling in _ABOUT_WEIGHT), None)
    return (_answer_to(turn, told),) if told else ()


def _answer_to(turn: Turn, feeling: Feeling) -> str:
    """Return the answer to a feeling; who is not grown up is not left alone with a diet."""
    is_minor = feeling in _ABOUT_WEIGHT and turn.person.age_band == AgeBand.TEEN
    return turn.say("feeling.losing.minor" if is_minor else f"feeling.{feeling}")


class FeelingLogger:
    """Say a kind word beside what was logged; the feeling itself is not stored."""

    def hears(self, turn: Turn) -> bool:
        """Tell whether a feeling was told."""
        return bool(turn.heard.feelings)

    def log(self, turn: Turn) -> Note | None:
        """Return the kind word, None where no feeling was told."""
        told = next((feeling for feeling in turn.heard.feelings if feeling in _BESIDE_A_LOG), None)
        if told is Feeling.SLEEPLESS and turn.heard.body:
            return Note(details=(turn.say("feeling.sleepless.logged"),))
        return Note(details=(_answer_to(turn, told),)) if told else None
