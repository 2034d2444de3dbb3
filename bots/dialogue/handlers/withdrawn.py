"""What stays possible after an agreement was taken back: reading, and deleting whole entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import Max

from bots.dialogue.handlers.base import Asker, Handler
from bots.dialogue.handlers.summary import SummaryHandler
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick
from bots.nlu.privacy import asks_to_remove
from meum.journal.models import Change, Entry, Purpose
from meum.journal.queries import consents
from meum.journal.services import remove_entry
from meum.journal.snapshots import kind_of, model_of

_MOST_OFFERED = 5
_MOST_LOOKED_AT = 200
_NAMES = {
    "nutrition.Meal": "meal",
    "nutrition.Drink": "drink",
    "nutrition.OwnFood": "own_food",
    "nutrition.SavedMeal": "saved_meal",
    "fitness.BodyMeasurement": "body",
    "fitness.Activity": "activity",
    "fitness.Sleep": "sleep",
    "skincare.SkinNote": "skin",
}


class WithdrawnHandler(Handler, Asker):
    """Read a day back and delete whole entries for somebody who took the agreement back.

    What is read is shown and not stored again. A food cannot be taken out of a meal, as the rest would be written anew.
    """

    asks = (QuestionKind.REMOVE_ENTRY,)

    def __init__(self, summary: SummaryHandler) -> None:
        """Keep the handler that tells a day."""
        self._summary = summary

    def accepts(self, turn: Turn) -> bool:
        """Take the name of a day and the word to delete, of somebody who once agreed."""
        return not turn.has_consent and (self._reads(turn) or self._removes(turn)) and has_withdrawn(turn)

    def answer(self, turn: Turn) -> Reply:
        """Tell the day, or ask which entry to delete."""
        if self._removes(turn):
            return self._ask(turn)
        told = self._summary.answer(turn)
        # An invitation to log something would be beside the point.
        lines = tuple(line for line in told.lines if line != turn.say("try"))
        return replace(told, lines=lines, pending=None, is_kept=False)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the entries that are still there; where one is gone all keep the names they had."""
        rows = [
            model_of(kind)._default_manager.filter(person_id=turn.person.pk, pk=told, deleted_at=None).first()
            for kind, told in question.facts["entries"]
        ]
        entries = [row for row in rows if isinstance(row, Entry)]
        return _entry_choices(turn, entries) if len(entries) == len(rows) else question.choices

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Delete the entry that was picked, as REST does: without an agreement nothing of it is kept for an undo."""
        if pick.number == 0:
            return Reply((turn.say("remove.kept"),))
        kind, entry_id = question.facts["entries"][pick.number - 1]
        remove_entry(
            person=turn.person, author=turn.person, door=turn.door, model=model_of(kind), entry_id=UUID(entry_id)
        )
        return Reply((turn.say("removed", what=question.labels[pick.number - 1]),))

    def _reads(self, turn: Turn) -> bool:
        return self._summary.accepts(turn)

    def _removes(self, turn: Turn) -> bool:
        return asks_to_remove(turn.heard.plain)

    def _ask(self, turn: Turn) -> Reply:
        entries = _latest_entries(turn)
        if not entries:
            return Reply((turn.say("remove.nothing"),))
        question = Question(
            kind=QuestionKind.REMOVE_ENTRY,
            # When and what kind, never a value: the question is stored until it is answered.
            choices=_entry_choices(turn, entries),
            asked_at=turn.incoming.at,
            facts={"entries": [[kind_of(type(entry)), str(entry.pk)] for entry in entries]},
        )
        return asking(turn.say("remove.which"), question=question)


def has_withdrawn(turn: Turn) -> bool:
    """Tell whether somebody without an agreement once had one."""
    return consents(person=turn.person).filter(purpose=Purpose.HEALTH_RECORDS).exists()


def _latest_entries(turn: Turn) -> list[Entry]:
    """Return the entries written last that still stand, of every kind."""
    written = Change.objects.filter(person_id=turn.person.pk).values_list("kind", "entry_id")
    latest = list(written.annotate(latest=Max("number")).order_by("-latest")[:_MOST_LOOKED_AT])
    found: dict[UUID, Entry] = {}
    for kind in {kind for kind, _, _ in latest}:
        model = model_of(kind)
        if issubclass(model, Entry):
            ids = [entry_id for other, entry_id, _ in latest if other == kind]
            rows = model._default_manager.filter(person_id=turn.person.pk, pk__in=ids, deleted_at=None)
            found |= {row.pk: row for row in rows}
    return [found[entry_id] for _, entry_id, _ in latest if entry_id in found][:_MOST_OFFERED]


def _entry_choices(turn: Turn, entries: Sequence[Entry]) -> tuple[Choice, ...]:
    return numbered(*(_label(turn, entry) for entry in entries), none=turn.say("remove.none"))


def _label(turn: Turn, entry: Entry) -> str:
    name = _NAMES.get(kind_of(type(entry)), "other")
    at = f"{turn.person.clock.local(entry.at):%m-%d %H:%M}"
    slot = turn.say(f"slot.{entry.slot}") if name == "meal" else ""  # type: ignore[attr-defined]  # a meal has one
    return turn.say(f"entry.{name}", at=at, slot=slot)
