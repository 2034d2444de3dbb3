"""Every write of the journal itself: consents, looks, undo and redo, blanking what is old."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from meum.journal.groups import Group, Groups, groups_of
from meum.journal.models import Access, Action, Change, Consent, Door, Mode, Purpose, Recorded, Snapshot
from meum.journal.recording import Owner, Recording, consent_in_force, locked_counter, recording
from meum.journal.snapshots import in_latest_form, items_of, model_of, snapshot_of
from meum.kernel.errors import Conflict, NotFound

__all__ = [
    "Recording",
    "blank_old_changes",
    "bring_back_latest",
    "give_consent",
    "note_look",
    "note_looks",
    "recording",
    "redo_latest",
    "remove_entry",
    "undo_changes",
    "undo_latest",
    "undo_latest_of_others",
    "withdraw_consent",
]


def give_consent(
    *,
    person: Owner,
    purpose: Purpose,
    text_version: str,
    door: Door,
    evidence: str = "",
    recipient: Owner | None = None,
) -> Consent:
    """Store that the person agreed to a purpose; an agreement that is in force for the same text is returned."""
    with transaction.atomic():
        locked_counter(person)
        current = consent_in_force(person=person, purpose=purpose, recipient=recipient)
        if current is not None and current.text_version == text_version:
            return current
        return _answer(person, purpose, text_version, door, evidence, recipient, is_given=True)


def withdraw_consent(
    *, person: Owner, purpose: Purpose, door: Door, evidence: str = "", recipient: Owner | None = None
) -> Consent:
    """Store that the person withdrew; no write for the purpose can begin after this returns.

    Raises NotFound when nothing was agreed to.
    """
    with transaction.atomic():
        locked_counter(person)
        current = consent_in_force(person=person, purpose=purpose, recipient=recipient)
        if current is None:
            raise NotFound("no_consent", "there is no agreement to withdraw")
        return _answer(person, purpose, current.text_version, door, evidence, recipient, is_given=False)


def _answer(
    person: Owner,
    purpose: Purpose,
    text_version: str,
    door: Door,
    evidence: str,
    recipient: Owner | None,
    *,
    is_given: bool,
) -> Consent:
    return Consent.objects.create(
        person_id=person.pk,
        purpose=purpose,
        recipient_id=recipient.pk if recipient else None,
        is_given=is_given,
        text_version=text_version,
        door=door,
        evidence=evidence,
        at=timezone.now(),
    )


def note_look(
    *,
    person: Owner,
    viewer: Owner,
    what: str,
    door: Door,
    entry_id: UUID | None = None,
    day: date | None = None,
) -> None:
    """Store that somebody else looked at a person's data; one's own looks are not noted."""
    note_looks(people=[person.pk], viewer=viewer, what=what, door=door, entry_id=entry_id, day=day)


def note_looks(
    *,
    people: Iterable[UUID],
    viewer: Owner,
    what: str,
    door: Door,
    entry_id: UUID | None = None,
    day: date | None = None,
) -> None:
    """Store one look at several people's data, as when a list of them is shown."""
    now = timezone.now()
    Access.objects.bulk_create(
        Access(person_id=pk, viewer_id=viewer.pk, what=what, door=door, entry_id=entry_id, day=day, at=now)
        for pk in sorted(set(people))
        if pk != viewer.pk
    )


def remove_entry(
    *,
    person: Owner,
    author: Owner,
    door: Door,
    model: type[Recorded],
    entry_id: UUID,
    revision: int | None = None,
) -> None:
    """Delete an entry of any kind, leaving a tombstone that an undo can bring back.

    Needs no consent: whoever withdrew it may still take away what is there, and then no undo brings it back. Raises
    NotFound when it is not there for this person, Stale for an older `revision`.
    """
    with recording(person=person, author=author, door=door, only_removes=True) as changes:
        changes.delete(changes.fetch(model, entry_id, revision=revision))


def undo_latest(*, person: Owner, author: Owner, door: Door) -> list[Change]:
    """Take back the author's latest recording that still stands; return the changes taken back.

    Raises NotFound when there is none, Conflict when an entry of it was changed since or it is too old.
    """
    return _revert(person, author, door, choose=lambda groups: groups.latest_to_undo(author.pk))


def redo_latest(*, person: Owner, author: Owner, door: Door) -> list[Change]:
    """Bring back what the author took back last, unless the author changed something afterwards.

    Raises NotFound when there is nothing to bring back, Conflict as `undo_latest` does.
    """
    return _revert(person, author, door, choose=lambda groups: groups.latest_to_redo(author.pk))


def bring_back_latest(*, person: Owner, author: Owner, door: Door) -> list[Change]:
    """Bring back what the author took back last, or else what nothing but removed something as their latest recording.

    Returns the changes taken back; raises as `redo_latest` does.
    """
    return _revert(person, author, door, mode=Mode.REDO, choose=lambda groups: _to_bring_back(groups, person, author))


def undo_latest_of_others(*, person: Owner, door: Door) -> list[Change]:
    """Let a person take back what somebody else corrected last; return the changes taken back.

    Raises as `undo_latest` does.
    """
    return _revert(person, person, door, choose=lambda groups: groups.latest_of_others(person.pk))


def undo_changes(*, person: Owner, author: Owner, door: Door, group: UUID) -> list[Change]:
    """Take back one recording of a person, whoever made it; return the changes taken back.

    Taking back an undo is a redo. Raises NotFound for an unknown group, Conflict when it was taken back already, is
    too old, or an entry was changed since.
    """
    if Change.objects.filter(person_id=person.pk, group=group).exclude(blanked_at=None).exists():
        raise _too_old()
    return _revert(person, author, door, choose=lambda groups: groups.standing_for(group))


def _to_bring_back(groups: Groups, person: Owner, author: Owner) -> Group:
    latest = groups.latest_edit_unless_reverted(author.pk)
    changes = Change.objects.filter(person_id=person.pk, group=latest.id) if latest else ()
    if latest is not None and all(_removes(change) for change in changes):
        return latest
    return groups.latest_to_redo(author.pk)


def _removes(change: Change) -> bool:
    """Tell whether a change took an entry away, or children of it."""
    held, left = change.before or {}, change.after or {}
    return change.action == Action.DELETE or len(left.get("items", ())) < len(held.get("items", ()))


def _revert(
    person: Owner, author: Owner, door: Door, *, choose: Callable[[Groups], Group], mode: Mode | None = None
) -> list[Change]:
    # The outer recording takes the lock under which the group is chosen; nothing is written in it.
    with recording(person=person, author=author, door=door):
        chosen = choose(groups_of(person=person))
        mode = mode or (Mode.REDO if chosen.mode == Mode.UNDO else Mode.UNDO)
        with recording(person=person, author=author, door=door, mode=mode, reverts=chosen.id) as changes:
            rows = Change.objects.filter(person_id=person.pk, group=chosen.id)
            undone = list(rows.select_related("author").order_by("-number"))
            _refuse_when_changed_since(undone)
            _put_back(changes, undone)
    return undone


def _put_back(changes: Recording, undone: Sequence[Change]) -> None:
    try:
        with transaction.atomic():
            for change in undone:
                changes.revert(change, to=_earlier_form(change))
    except IntegrityError as error:
        raise Conflict("place_taken", "something else has taken the place of what would come back") from error


def _refuse_when_changed_since(undone: Sequence[Change]) -> None:
    """Raise Conflict when an entry no longer holds what the group left in it.

    Contents are compared, not revisions: an undo in between that came back to the same content does no harm.
    """
    latest: dict[UUID, Change] = {}
    for change in undone:
        latest.setdefault(change.entry_id, change)
    for change in latest.values():
        entry = model_of(change.kind)._default_manager.get(pk=change.entry_id)
        now = snapshot_of(entry, items_of(entry)) if entry.deleted_at is None else None
        if now != _form_of(change, change.after):
            raise Conflict("changed_since", "an entry was changed after this group")


def _earlier_form(change: Change) -> Snapshot | None:
    return None if change.action in (Action.CREATE, Action.RESTORE) else _form_of(change, change.before)


def _form_of(change: Change, snapshot: Snapshot | None) -> Snapshot | None:
    if change.blanked_at is not None:
        raise _too_old()
    if snapshot is None:
        return None
    return in_latest_form(model_of(change.kind), snapshot, schema=change.schema)


def _too_old() -> Conflict:
    return Conflict("too_old_to_undo", "the snapshots of this change were blanked")


def blank_old_changes(*, now: datetime, batch: int = 1000) -> int:
    """Blank before and after of changes past the undo window, one batch; return how many were blanked."""
    old = Change.objects.filter(blanked_at=None, at__lt=now - timedelta(days=settings.UNDO_DAYS))
    chosen = list(old.order_by("at").values_list("pk", flat=True)[:batch])
    return Change.objects.filter(pk__in=chosen).update(before=None, after=None, blanked_at=now)
