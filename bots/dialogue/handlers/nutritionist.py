"""What a nutritionist corrected: told once with the next answer, and taken back by the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.sharing import who_text
from bots.dialogue.messages import MOST_LINES, Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import day_text, food_name, grams_text, items_text, kcal_text
from bots.models import Conversation
from bots.nlu.privacy import rejects_correction
from bots.services import note_corrections_told
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.journal import services as journal
from meum.journal.models import Action, Change
from meum.journal.queries import changes_by_others, latest_number
from meum.kernel.prepared import Prepared
from meum.people.models import Grant
from nutrition.catalogue import bare_energy
from nutrition.catalogue.queries import food_version

_GRANTS = Prepared(lambda person: Grant.objects.filter(person_id=person).values_list("pk", flat=True)[:1])
_MEAL = "nutrition.Meal"
_ITEM_FACTS = ("food_version_id", "grams_low", "grams_mid", "grams_high")


class RejectHandler(Handler):
    """Take back the latest correction that somebody else made of the person's records."""

    def accepts(self, turn: Turn) -> bool:
        """Take the wish in both languages."""
        return rejects_correction(turn.heard.plain)

    def answer(self, turn: Turn) -> Reply:
        """Undo it; say whose it was."""
        changes = journal.undo_latest_of_others(person=turn.person, door=turn.door)
        return Reply((turn.say("correction.undone", who=who_text(turn, changes[0].author)), turn.say("next.redo")))


def with_corrections(turn: Turn, reply: Reply) -> Reply:
    """Return the reply with a line on what others corrected since the person was last told, where there is room.

    Whoever never shared has no such corrections, so that for most people this costs one query.
    """
    has_room = len(reply.lines) + bool(reply.choices) < MOST_LINES
    is_fit = turn.has_consent and reply.is_kept and not reply.ends_consent and has_room
    if not is_fit or not _GRANTS.rows(person=turn.person.pk):
        return reply
    conversations = Conversation.objects.filter(person=turn.person)
    told = conversations.aggregate(latest=Max("corrections_told"))["latest"] or 0
    latest = latest_number(person=turn.person)
    if latest == told:
        return reply
    note_corrections_told(person=turn.person, door=turn.door, number=latest)
    changes = list(changes_by_others(person=turn.person, after=told, until=latest))
    groups = list(dict.fromkeys(change.group for change in _standing(changes)))
    if not groups:
        return reply
    return replace(reply, lines=(*reply.lines, _line(turn, changes, groups)))


def _standing(changes: Sequence[Change]) -> list[Change]:
    """Leave out what was taken back again by its author before the person was told, and the taking back."""
    groups = {change.group for change in changes}
    reverted = {change.reverts for change in changes if change.reverts in groups}
    return [change for change in changes if change.group not in reverted and change.reverts not in reverted]


def _line(turn: Turn, changes: Sequence[Change], groups: Sequence[UUID]) -> str:
    first = next(change for change in changes if change.group == groups[-1])
    key = "corrected" if len(groups) == 1 else "corrected.several"
    return turn.say(key, who=who_text(turn, first.author), told=_told(turn, first), count=len(groups))


def _told(turn: Turn, change: Change) -> str:
    """Return what a change did, by what it held before and after."""
    held: dict[str, Any] = change.after or change.before or {}
    facts = {"day": day_text(turn, date.fromisoformat(held["day"])) if "day" in held else "", "slot": _slot(turn, held)}
    if change.action in (Action.DELETE, Action.RESTORE):
        return turn.say(f"corrected.{'deleted' if change.action == Action.DELETE else 'restored'}", **facts)
    if change.kind != _MEAL or change.before is None or change.after is None:
        return turn.say("corrected.entry", **facts)
    return _items_told(turn, change.before["items"], change.after["items"], facts)


def _slot(turn: Turn, held: dict[str, Any]) -> str:
    if "slot" not in held:
        return turn.say("kind.entry")
    slot = turn.say(f"slot.{held['slot']}")
    return slot if turn.lang is Lang.ZH else slot.lower()


def _items_told(turn: Turn, before: list[dict[str, Any]], after: list[dict[str, Any]], facts: dict[str, str]) -> str:
    """Tell the first item that is another now, else what was taken out or added."""
    earlier = {item["id"]: item for item in before}
    for item in after:
        was = earlier.get(item["id"])
        if was is not None and any(was[fact] != item[fact] for fact in _ITEM_FACTS):
            key = "grams" if was["food_version_id"] == item["food_version_id"] else "food"
            return turn.say(
                f"corrected.{key}", **facts, old=_name(turn, was), name=_name(turn, item), grams=_grams(turn, item)
            )
    left = {item["id"] for item in after}
    removed = [item for item in before if item["id"] not in left]
    added = [item for item in after if item["id"] not in earlier]
    if not removed and not added:
        return turn.say("corrected.entry", **facts)
    names = items_text(turn, [_name(turn, item) for item in removed or added])
    return turn.say(f"corrected.{'removed' if removed else 'added'}", **facts, name=names)


def _name(turn: Turn, item: dict[str, Any]) -> str:
    return food_name(turn, food_version(UUID(item["food_version_id"])))


def _grams(turn: Turn, item: dict[str, Any]) -> str:
    amount = Interval(item["grams_low"], item["grams_mid"], item["grams_high"])
    is_energy = item["food_version_id"] == str(bare_energy.VERSION_ID)
    return kcal_text(turn, amount).strip() if is_energy else grams_text(turn, amount)
