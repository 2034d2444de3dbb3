"""Short kind answers to what is no log: greetings, distress, what is not there yet, what was not understood."""

from __future__ import annotations

import re

from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.food import unknown_text
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import joined
from bots.nlu.answers import Pick
from bots.nlu.energies import energy_alone
from bots.nlu.feelings import is_about_illness
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang

_DISTRESS = re.compile(
    r"自杀|想死|不想活|活不下去|活着没意思|自残|割腕|催吐|抠吐|吃(?:完|了)就吐|绝食|"
    r"(?:一|整|半|几|两|三)(?:瓶|把|盒|板)(?:安眠药|布洛芬|对乙酰氨基酚|止痛药|感冒药|药)|"
    r"(?:[两三四五六七]|几|好多|\d+)天(?:都)?(?:没|不)吃(?:饭|东西)|"
    r"\bstarv(?:e|ing) myself\b|\b(?:throw|threw|throwing) up after\b|"
    r"\b(?:\d{2,}|a bottle of|a handful of) (?:ibuprofen|paracetamol|acetaminophen|aspirin|sleeping pills|pills)\b|"
    r"(?:\bnot|n'?t) eaten (?:in|for) (?:\d+|two|three|four|five|several) days\b|"
    r"\bsuicid|\bkill myself\b|\bend my life\b|\bself[- ]harm|\bhurt(?:ing)? myself\b|"
    r"\b(?:make|made|making) myself (?:vomit|throw up|sick)\b|\bwant to die\b"
)
_MOST_QUOTED = 24
_MOST_MENTIONED = 3
_BEFORE_CONSENT = ("human",)
_ASKED_AGAIN = {QuestionKind.ABOUT_BODY: "about.body.again"}
"""How a question without numbers is asked once more."""


class CareHandler(Handler):
    """Put the person before the figures when somebody is in distress."""

    carries_news = False

    def accepts(self, turn: Turn) -> bool:
        """Take words of self-harm."""
        return bool(_DISTRESS.search(turn.heard.plain))

    def answer(self, turn: Turn) -> Reply:
        """Name people who listen; nothing is logged, and without an agreement not even that this was answered."""
        return Reply((turn.say("care"), turn.say("care.call")), is_kept=turn.has_consent)


class CancelHandler(Handler):
    """Close the open question."""

    def accepts(self, turn: Turn) -> bool:
        """Take the word to stop, outside the first minutes."""
        return turn.wants(Intent.CANCEL)

    def answer(self, turn: Turn) -> Reply:
        """Say that the question is closed; point to undo where there is none."""
        return Reply((turn.say("cancelled" if turn.open_question else "nothing_to_cancel"),))


class LaterHandler(Handler):
    """Be honest about what people may expect and is not there yet."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take the commands that nothing answers yet; before the agreement only those about data and people."""
        command = turn.heard.command
        return (
            turn.wants(Intent.LATER)
            and command is not None
            and (turn.has_consent or command.argument in _BEFORE_CONSENT)
        )

    def answer(self, turn: Turn) -> Reply:
        """Say that it is not there, and what to do instead."""
        assert turn.heard.command is not None  # accepts() has seen it
        topic = turn.heard.command.argument
        return Reply((turn.say("later"), turn.say(f"later.{topic}")))


class PoliteHandler(Handler):
    """Answer greetings and thanks."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take them when they stand alone."""
        return turn.wants(Intent.GREETING, Intent.THANKS)

    def answer(self, turn: Turn) -> Reply:
        """Be short."""
        if turn.wants(Intent.THANKS):
            is_thanks = turn.heard.command is not None and turn.heard.command.argument
            return Reply((turn.say("feeling.thanks" if is_thanks else "welcome_back"),))
        return Reply((turn.say("hello"), turn.say("try")))


class NotLoggedHandler(Handler):
    """Log nothing where somebody asks for that."""

    def accepts(self, turn: Turn) -> bool:
        """Take the wish, whatever else the message tells."""
        return turn.wants(Intent.NOT_LOGGED)

    def answer(self, turn: Turn) -> Reply:
        """Say that nothing was logged."""
        return Reply((turn.say("not_logged"),))


class ExampleHandler(Handler, Asker):
    """Show how to say it when only the topic was named; what follows a meal that was named alone belongs to it."""

    asks = (QuestionKind.WHAT_EATEN,)
    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take a bare topic, or a meal named without food."""
        return turn.wants(Intent.EXAMPLE, Intent.LOG)

    def answer(self, turn: Turn) -> Reply:
        """Give one example."""
        assert turn.heard.command is not None  # accepts() has seen it
        topic = turn.heard.command.argument
        shown = turn.say(f"example.{topic or 'meal'}")
        if not (turn.wants(Intent.LOG) and topic) or turn.open_question:
            return Reply((shown,))
        facts = {"slot": topic}
        question = Question(kind=QuestionKind.WHAT_EATEN, choices=(), asked_at=turn.incoming.at, facts=facts)
        return asking(shown, question=question)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return none: it is answered with a food."""
        return ()

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Log nothing where it was nothing."""
        return Reply((turn.say("not_eaten"),))


class UnknownHandler(Handler):
    """Say kindly that nothing was understood, quote it, and give an example."""

    group = HelpGroup.ABOUT
    help = {Lang.ZH: "帮助", Lang.EN: "help"}

    def accepts(self, turn: Turn) -> bool:
        """Take whatever is left."""
        return True

    def answer(self, turn: Turn) -> Reply:
        """Ask an open question once more; else point to an example."""
        asked = turn.open_question if turn.open_question and turn.open_question.choices else None
        again = asked.again(turn.incoming.at) if asked else None
        if again is not None:
            return asking(turn.say(_ASKED_AGAIN.get(again.kind, "choose")), question=again)
        if is_about_illness(turn.heard.plain):
            return Reply((turn.say("illness"),))
        if words := energy_alone(turn.heard.plain):
            return Reply((turn.say("energy.alone"), turn.say("energy.alone.next", words=words)))
        food = turn.heard.food
        if food is not None and food.mentioned and not food.unknown:
            words = joined(turn.lang, food.mentioned[:_MOST_MENTIONED])
            return Reply((turn.say("mentioned", words=words), turn.say("mentioned.next", words=words)))
        text = turn.incoming.text
        is_quoted = food is not None and bool(food.unknown) and len(text) <= _MOST_QUOTED
        return Reply((unknown_text(turn, [text]) if is_quoted else turn.say("unknown"), turn.say("try")))
