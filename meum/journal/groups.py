"""Which recordings of a person still stand: each undo and redo names the one that it takes back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Max

from meum.journal.models import Change, Mode
from meum.journal.recording import Owner
from meum.kernel.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class Group:
    """One recording: who made it, why, and the number of its latest change."""

    id: UUID
    mode: str
    reverts: UUID | None
    author_id: UUID | None
    number: int


@dataclass(frozen=True)
class Groups:
    """All recordings of a person, the latest first."""

    latest_first: tuple[Group, ...]

    def latest_to_undo(self, author_id: UUID) -> Group:
        """Return the author's latest edit or redo that stands.

        Raises NotFound when there is none, Conflict when a whole account came in after it: parting takes that back.
        """
        for group in self.latest_first:
            if group.author_id == author_id and group.mode != Mode.UNDO and group.id in self._standing:
                if group.mode == Mode.JOIN:
                    raise Conflict("joined_since", "another account went into this one after the latest edit")
                return group
        raise NotFound("nothing_to_undo", "no change of this author can be undone")

    def latest_to_redo(self, author_id: UUID) -> Group:
        """Return the author's latest undo that stands; an edit of the author after it ends what can be redone.

        Raises NotFound when there is none.
        """
        for group in self.latest_first:
            if group.author_id != author_id:
                continue
            if group.mode in (Mode.EDIT, Mode.JOIN):
                break
            if group.mode == Mode.UNDO and group.id in self._standing:
                return group
        raise NotFound("nothing_to_redo", "no undo of this author can be taken back")

    def latest_edit_unless_reverted(self, author_id: UUID) -> Group | None:
        """Return the author's latest group where it is an edit that stands, None where it is anything else."""
        latest = next((group for group in self.latest_first if group.author_id == author_id), None)
        return latest if latest and latest.mode == Mode.EDIT and latest.id in self._standing else None

    def latest_of_others(self, person_id: UUID) -> Group:
        """Return the latest edit or redo that stands and that the person did not make; raises NotFound without one."""
        for group in self.latest_first:
            if group.author_id != person_id and group.mode != Mode.UNDO and group.id in self._standing:
                return group
        raise NotFound("nothing_to_undo", "nobody else changed anything that stands")

    def standing_for(self, group_id: UUID) -> Group:
        """Return the recording by which a group stands: itself, or the redo that brought it back.

        Raises NotFound for an unknown group, Conflict for one that was taken back.
        """
        group = next((each for each in self.latest_first if each.id == group_id), None)
        if group is None:
            raise NotFound("not_found", "no such group of changes")
        if group.id not in self._standing:
            raise Conflict("already_undone", "this group was taken back already")
        while (redo := self._redo_of(group)) is not None:
            group = redo
        return group

    def _redo_of(self, group: Group) -> Group | None:
        """Return the standing redo by which a group stands, None for one that was never taken back."""
        redos = (redo for undo in self._reverters.get(group.id, ()) for redo in self._reverters.get(undo.id, ()))
        return next((redo for redo in redos if redo.id in self._standing), None)

    @cached_property
    def _standing(self) -> frozenset[UUID]:
        """Return the groups that no standing group takes back; what takes back is always later, so it comes first."""
        standing: set[UUID] = set()
        for group in self.latest_first:
            if not any(reverter.id in standing for reverter in self._reverters.get(group.id, ())):
                standing.add(group.id)
        return frozenset(standing)

    @cached_property
    def _reverters(self) -> dict[UUID, list[Group]]:
        reverters: dict[UUID, list[Group]] = {}
        for group in self.latest_first:
            if group.reverts is not None:
                reverters.setdefault(group.reverts, []).append(group)
        return reverters


def groups_of(*, person: Owner) -> Groups:
    """Return the recordings of a person whose snapshots are still there, the latest first, in one query."""
    rows = Change.objects.filter(person_id=person.pk, blanked_at=None)
    grouped = rows.values_list("group", "mode", "reverts", "author_id").annotate(latest=Max("number"))
    return Groups(tuple(Group(*row) for row in grouped.order_by("-latest")))
