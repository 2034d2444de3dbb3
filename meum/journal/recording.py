"""The one way to write a person's rows: with consent, under the person's lock, every change numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Protocol, TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from meum.domain.days import DayClock, checked_day, utc_offset_minutes
from meum.journal.models import (
    Action,
    Change,
    Consent,
    Counter,
    Door,
    Entry,
    Mode,
    Purpose,
    Recorded,
    Snapshot,
    new_id,
)
from meum.journal.snapshots import items_of, kind_of, linked, model_of, restore, snapshot_of
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, NotFound, Stale
from meum.kernel.prepared import Prepared

R = TypeVar("R", bound=Recorded)

_open: ContextVar[Recording | None] = ContextVar("open_recording", default=None)
_COUNTER = Prepared(lambda person: Counter.objects.select_for_update().filter(person_id=person))
_ANSWER = Prepared(lambda person, purpose: _answers().filter(person_id=person, purpose=purpose, recipient=None)[:1])
_ANSWER_ON = Prepared(
    lambda person, purpose, recipient: _answers().filter(person_id=person, purpose=purpose, recipient_id=recipient)[:1]
)


class Owner(Protocol):
    """What the journal needs to know of a person."""

    pk: UUID

    @property
    def clock(self) -> DayClock:
        """Return how the person counts days."""
        ...


@contextmanager
def recording(
    *,
    person: Owner,
    author: Owner,
    door: Door,
    purpose: Purpose = Purpose.HEALTH_RECORDS,
    mode: Mode = Mode.EDIT,
    reverts: UUID | None = None,
    told: str = "",
    only_removes: bool = False,
) -> Iterator[Recording]:
    """Open one transaction in which a person's rows are written; yield the recording.

    Locks the person's counter first, then reads the consent under that lock, so that a withdrawal either comes
    before (and this raises ConsentMissing) or waits. Whoever writes for somebody else needs that person's consent to
    sharing with them as well, also to remove; whether the sharing is over by time is asked above, where grants are
    known. A recording that `only_removes` needs no consent, and keeps no
    snapshot where there is none. `told` is a digest of what a client asked for: the same entry id with the same
    digest is the same request. Raises Conflict when another person's write took the same id.

    Within another recording this is a part of it: of the same group (one undo) where author, purpose and mode are the
    same, beside it otherwise. What fails is taken back by leaving the `with` block; catching an error inside of it
    and rolling back by hand would leave changes of what is not there. One recording is about one person: RuntimeError
    for another one, as two of them nested in both orders would wait for each other.
    """
    outer = _open.get()
    if outer is None:
        with _as_conflict(), transaction.atomic():
            changes = Recording(
                person=person,
                author=author,
                door=door,
                counter=locked_counter(person),
                consent=_consent_for(person, author, purpose, only_removes=only_removes),
                purpose=purpose,
                mode=mode,
                reverts=reverts,
                told=told,
            )
            with changes.opened():
                yield changes
            changes.close()
        return
    if outer.person.pk != person.pk:
        raise RuntimeError("a recording is about one person; close it before another one's is opened")
    changes = outer
    if not outer.is_for(author, purpose, mode):
        consent = _consent_for(person, author, purpose, only_removes=only_removes)
        changes = outer.beside(author=author, door=door, consent=consent, purpose=purpose, mode=mode, reverts=reverts)
    with outer.part(), changes.opened():
        yield changes


def _consent_for(person: Owner, author: Owner, purpose: Purpose, *, only_removes: bool) -> Consent | None:
    if author.pk != person.pk and consent_in_force(person=person, purpose=Purpose.SHARING, recipient=author) is None:
        raise ConsentMissing("consent_missing", "the person does not share with the author", purpose=Purpose.SHARING)
    consent = consent_in_force(person=person, purpose=purpose)
    if consent is None and not only_removes:
        raise ConsentMissing("consent_missing", f"the person has not agreed to {purpose}", purpose=purpose)
    return consent


@contextmanager
def _as_conflict() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Conflict("conflicting_write", "another write took the same key at the same time") from error


def locked_counter(person: Owner) -> Counter:
    """Return the person's counter row, locked until the transaction ends; made when it is the first write."""
    locked = _COUNTER.first(person=person.pk)
    return locked or Counter.objects.select_for_update().get_or_create(person_id=person.pk)[0]


def consent_in_force(*, person: Owner, purpose: Purpose, recipient: Owner | None = None) -> Consent | None:
    """Return the consent row that allows a purpose now, or None."""
    if recipient is None:
        latest = _ANSWER.first(person=person.pk, purpose=purpose)
    else:
        latest = _ANSWER_ON.first(person=person.pk, purpose=purpose, recipient=recipient.pk)
    return latest if latest is not None and latest.is_given else None


def _answers() -> models.QuerySet[Consent]:
    """Return every answer to every purpose, the latest first."""
    return Consent.objects.order_by("-id")


@dataclass(kw_only=True)
class Recording:
    """Write entries and their changes within one transaction; made by `recording()`."""

    person: Owner
    author: Owner
    door: Door
    counter: Counter
    consent: Consent | None
    purpose: Purpose
    mode: Mode
    reverts: UUID | None
    told: str = ""
    group: UUID = field(default_factory=new_id)
    at: datetime = field(default_factory=timezone.now)
    _before: dict[UUID, Snapshot] = field(default_factory=dict)
    _changes: list[Change] = field(default_factory=list)

    def is_for(self, author: Owner, purpose: Purpose, mode: Mode) -> bool:
        """Tell whether another write of these belongs into this group."""
        return self.author.pk == author.pk and self.purpose == purpose and self.mode == mode == Mode.EDIT

    def beside(
        self, *, author: Owner, door: Door, consent: Consent | None, purpose: Purpose, mode: Mode, reverts: UUID | None
    ) -> Recording:
        """Return another group of the same person and transaction, numbered on."""
        return Recording(
            person=self.person,
            author=author,
            door=door,
            counter=self.counter,
            consent=consent,
            purpose=purpose,
            mode=mode,
            reverts=reverts,
            _before=self._before,
            _changes=self._changes,
        )

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let services that open a recording within the block find this one."""
        token = _open.set(self)
        try:
            yield
        finally:
            _open.reset(token)

    @contextmanager
    def part(self) -> Iterator[None]:
        """Let a part be done within this recording; a part that fails leaves nothing, the rest of it stays."""
        noted, number, before = len(self._changes), self.counter.latest_number, dict(self._before)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            del self._changes[noted:]
            self.counter.latest_number = number
            self._before.clear()
            self._before.update(before)
            raise

    def create(self, entry: R, *, items: Sequence[models.Model] = ()) -> R:
        """Store a new entry with its children; return it.

        An id chosen by the client makes this repeatable: the same entry again returns the stored one. What was told
        is compared where the door says what that was, else what would be stored. Raises Conflict when the id holds
        something else, Invalid when it belongs to somebody else.
        """
        self._stamp(entry)
        entry.consent = self._needed_consent()
        entry.told = self.told
        children = linked(entry, items) if entry.has_items else []
        after = snapshot_of(entry, children)
        stored = self._stored_under(entry)
        if stored is not None:
            return _same_or_conflict(stored, after, told=self.told)
        entry.save(force_insert=True)
        _insert(children)
        self._note(entry, Action.CREATE, before=None, after=after)
        return entry

    def fetch(self, model: type[R], entry_id: UUID, *, revision: int | None = None) -> R:
        """Return the person's own, not deleted entry, ready to be changed.

        Raises NotFound, or Stale when `revision` is given and is not the latest one.
        """
        found = self._rows(model).filter(pk=entry_id, deleted_at=None).first()
        if found is None:
            raise NotFound("not_found", "no such entry of this person")
        if revision is not None and found.revision != revision:
            raise Stale("stale", "the entry has a later revision")
        self._before[found.pk] = snapshot_of(found, items_of(found))
        return found

    def update(self, entry: R, *, items: Sequence[models.Model] | None = None) -> R:
        """Store the changed fields of a fetched entry, and its children anew when `items` is given.

        An entry that is as before keeps its revision and makes no change.
        """
        before = self._before[entry.pk]
        entry.consent = self._needed_consent()
        self._stamp(entry)
        children = items_of(entry) if items is None else linked(entry, items)
        after = snapshot_of(entry, children)
        if _told(after) == _told(before):
            return entry
        if items is not None:
            self._replace_items(entry, children)
        return self._save(entry, Action.UPDATE, before=before, after=after)

    def delete(self, entry: R) -> R:
        """Leave a tombstone in place of a fetched entry; its children stay for an undo."""
        entry.deleted_at = self.at
        return self._save(entry, Action.DELETE, before=self._before[entry.pk], after=None)

    def revert(self, change: Change, *, to: Snapshot | None) -> Recorded:
        """Bring the entry of a change to a snapshot of it, or to its absence; undo and redo are made of this."""
        entry = self._rows(model_of(change.kind)).get(pk=change.entry_id)
        before = snapshot_of(entry, items_of(entry)) if entry.deleted_at is None else None
        entry.consent = self._needed_consent()
        if to is None:
            entry.deleted_at = self.at
            return self._save(entry, Action.DELETE, before=before, after=None)
        children = restore(entry, to)
        entry.deleted_at = None
        if entry.has_items:
            self._replace_items(entry, children)
        action = Action.RESTORE if before is None else Action.UPDATE
        return self._save(entry, action, before=before, after=to)

    def close(self) -> None:
        """Write the changes and the counter; `recording()` calls it at the end."""
        if self._changes:
            Change.objects.bulk_create(self._changes)
            self.counter.save(update_fields=["latest_number"])

    def _needed_consent(self) -> Consent:
        if self.consent is None:
            raise ConsentMissing(
                "consent_missing", f"the person has not agreed to {self.purpose}", purpose=self.purpose
            )
        return self.consent

    def _rows(self, model: type[R]) -> models.QuerySet[R]:
        return model._default_manager.filter(person_id=self.person.pk)

    def _stored_under(self, entry: R) -> R | None:
        if _ids_of(type(entry)).first(pk=entry.pk) is None:
            return None
        stored = type(entry)._default_manager.filter(pk=entry.pk).first()
        if stored is not None and stored.person_id != self.person.pk:
            raise Invalid("invalid_id", "this id cannot be used", field="id")
        return stored

    def _stamp(self, entry: Recorded) -> None:
        """Fix what follows from who writes and when; an entry's day is fixed anew only when its time changes."""
        entry.person_id = self.person.pk
        entry.door = self.door if entry._state.adding else entry.door
        if isinstance(entry, Entry):
            stamp_day(entry, self.person.clock, before=self._before.get(entry.pk))

    def _replace_items(self, entry: Recorded, children: Sequence[models.Model]) -> None:
        entry.items.all().delete()  # type: ignore[attr-defined]  # has_items promises the relation
        _insert(children)

    def _save(self, entry: R, action: Action, *, before: Snapshot | None, after: Snapshot | None) -> R:
        entry.revision += 1
        entry.save(force_update=True)
        self._note(entry, action, before=before, after=after)
        return entry

    def _note(self, entry: Recorded, action: Action, *, before: Snapshot | None, after: Snapshot | None) -> None:
        self.counter.latest_number += 1
        if after is not None:
            self._before[entry.pk] = after
        self._changes.append(
            Change(
                person_id=self.person.pk,
                number=self.counter.latest_number,
                group=self.group,
                mode=self.mode,
                reverts=self.reverts,
                author_id=self.author.pk,
                door=self.door,
                kind=kind_of(type(entry)),
                entry_id=entry.pk,
                action=action,
                revision=entry.revision,
                schema=entry.snapshot_schema,
                # Without agreement nothing of the content is written down, not even to undo its removal.
                before=before if self.consent else None,
                after=after,
                blanked_at=None if self.consent else self.at,
                at=self.at,
            )
        )


def stamp_day(entry: Entry, clock: DayClock, *, before: Snapshot | None) -> None:
    """Fix the day of an entry from its instant, with the offset and day boundary in force for the person.

    Raises Invalid for a time outside 1900 to 2199 or without a zone.
    """
    if before is not None and datetime.fromisoformat(before["at"]) == entry.at:
        return
    try:
        entry.day = checked_day(clock.day_of(entry.at))
    except (ValueError, OverflowError) as error:
        raise Invalid("invalid_time", str(error), field="at") from error
    entry.utc_offset_minutes = utc_offset_minutes(entry.at, zone=clock.zone)
    entry.day_boundary_hour = clock.boundary_hour


@cache
def _ids_of(model: type[models.Model]) -> Prepared[UUID]:
    return Prepared(lambda pk: model._default_manager.filter(pk=pk).values_list("pk", flat=True))


def _insert(children: Sequence[models.Model]) -> None:
    if children:
        type(children[0])._default_manager.bulk_create(children)


def _same_or_conflict(stored: R, after: Snapshot, *, told: str) -> R:
    if told and stored.told:
        is_same = stored.told == told
    else:
        is_same = _told(snapshot_of(stored, items_of(stored))) == _told(after)
    if stored.deleted_at is not None or not is_same:
        raise Conflict("id_in_use", "this id already holds something else")
    return stored


def _told(snapshot: Snapshot) -> Snapshot:
    """Leave out what the server chose, so that a repeated request compares equal."""
    items = [{k: v for k, v in item.items() if k != "id"} for item in snapshot.get("items", [])]
    return {k: v for k, v in snapshot.items() if k not in {"door", "deleted_at"}} | {"items": items}
