"""Keep a nutrition label on a photo as one's own food: by a name, and a digit after it."""

from __future__ import annotations

from django.utils import timezone

from bots.dialogue.handlers.base import Asker, Handler
from bots.dialogue.label_question import (
    keep_choices,
    keep_reply,
    keep_sentence,
    label_reply,
    name_choices,
    packet_id_of,
)
from bots.dialogue.messages import Reply
from bots.dialogue.questions import Choice, Question, QuestionKind
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick
from bots.nlu.labels import label_name_in, tells_label
from meum.domain.intervals import Interval
from meum.language.lexicon import key_of
from meum.language.measure_names import measure_name
from meum.language.measures import measure_named
from nutrition import services as nutrition
from nutrition.queries import PacketRead, own_food_named, packet_summary, packet_to_keep

_KINDS = (QuestionKind.LABEL_NAME, QuestionKind.KEEP_LABEL)


class LabelHandler(Handler, Asker):
    """Take the name of what a label is of, then the digit that keeps it."""

    asks = _KINDS
    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take a name, or a digit that was not offered, while it is asked for."""
        question = turn.open_question
        if question is None or question.kind not in _KINDS or turn.incoming.event is not None or turn.heard.command:
            return False
        return _is_digits(turn) or label_name_in(turn.heard.plain) is not None

    def answer(self, turn: Turn) -> Reply:
        """Ask whether it is to be kept under the name."""
        question, told = turn.open_question, label_name_in(turn.heard.plain)
        assert question is not None  # accepts() has seen it
        if told is None:
            is_name = question.kind is QuestionKind.LABEL_NAME
            line = turn.say("label.which.name" if is_name else "label.which")
            return Reply((line,), self.choices(turn, question), question)
        own = own_food_named(person=turn.person, name=told.name)
        if own is not None and own.key == key_of(told.name):
            return Reply((turn.say("label.taken", name=own.name),), self.choices(turn, question), question)
        return keep_reply(turn, _packet(turn, question), told)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return yes and no, or no alone where a name is asked for."""
        return name_choices(turn) if question.kind is QuestionKind.LABEL_NAME else keep_choices(turn)

    def sentence(self, turn: Turn, question: Question) -> str:
        """Ask once more what it is called, or whether to keep it."""
        if question.kind is QuestionKind.LABEL_NAME:
            return turn.say("label.name")
        return keep_sentence(turn, _packet(turn, question), question.facts)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Keep it, or leave it."""
        if pick.number == 0:
            nutrition.drop_packet(person=turn.person, packet_id=packet_id_of(question))
            return Reply((turn.say("label.dropped"), *_next(turn)))
        facts = question.facts
        measure = measure_named(facts["unit"]) if facts["unit"] else None
        own = nutrition.keep_packet(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            at=turn.incoming.at,
            packet_id=packet_id_of(question),
            name=facts["name"],
            portion_unit=measure.word if measure else facts["unit"],
            portion_grams=Interval.exact(facts["grams"]) if facts["grams"] else None,
        )
        unit = measure_name(own.portion_unit, quantity=1, lang=turn.lang) if own.portion_unit else ""
        use = turn.say("own.use.unit" if unit else "own.use", name=own.name, unit=unit)
        return Reply((turn.say("own.taught", name=own.name), use, *_next(turn), turn.say("next.undo")))


class LabelWordHandler(Handler):
    """Go on with a label that was read and not kept; say how to photograph one where there is none."""

    def accepts(self, turn: Turn) -> bool:
        """Take the words for a label."""
        return turn.incoming.event is None and tells_label(turn.heard.plain)

    def answer(self, turn: Turn) -> Reply:
        """Ask about the latest one, or ask for a photo."""
        packet = packet_to_keep(owner=turn.person, now=timezone.now())
        return label_reply(turn, packet) if packet else Reply((turn.say("label.how"), turn.say("label.words")))


def _is_digits(turn: Turn) -> bool:
    return turn.heard.plain.strip(" .。!").isdigit()


def _packet(turn: Turn, question: Question) -> PacketRead:
    return packet_summary(owner=turn.person, packet_id=packet_id_of(question))


def _next(turn: Turn) -> tuple[str, ...]:
    """Name the next label that waits, where there is one."""
    return (turn.say("label.next"),) if packet_to_keep(owner=turn.person, now=timezone.now()) else ()
