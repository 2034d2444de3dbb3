"""Every write of what a person must not or does not want to eat, and of what they eat for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from meum.journal.models import Door
from meum.journal.recording import recording
from meum.kernel.errors import Conflict, Invalid, Stale
from meum.people.models import AgeBand, Person
from nutrition.models.wishes import MOST_WORD_LETTERS, MOST_WORDS, EatingWishes, Goal
from nutrition.suggestions.named import foods_named
from nutrition.suggestions.wishes import parse_wishes

_LISTS = ("allergies", "conditions", "dislikes")


@dataclass(frozen=True, kw_only=True)
class WishesDraft:
    """What a person told; None leaves a value as it is, an empty one forgets it."""

    allergies: Sequence[str] | None = None
    diet: str | None = None
    conditions: Sequence[str] | None = None
    dislikes: Sequence[str] | None = None
    goal: str | None = None

    def values(self) -> dict[str, Any]:
        """Return the values that change, by name; a word that is told twice counts once."""
        told = {name: value for name, value in vars(self).items() if value is not None}
        return {name: list(dict.fromkeys(value)) if name in _LISTS else value for name, value in told.items()}


def update_wishes(
    *,
    person: Person,
    author: Person,
    door: Door,
    draft: WishesDraft,
    wishes_id: UUID | None = None,
    revision: int | None = None,
) -> EatingWishes:
    """Store what was told; return all that is known now.

    Raises ConsentMissing without consent to health records, Invalid for an allergy, diet, condition, dislike or goal
    that nobody knows, Conflict for losing weight with who is under 18, Stale when `wishes_id` or `revision` is not the
    latest.
    """
    told = draft.values()
    _check(told, person)
    with recording(person=person, author=author, door=door) as changes:
        existing = EatingWishes.objects.filter(person=person, deleted_at=None).first()
        if existing is None:
            if revision:
                raise Stale("stale", "nothing of it was told yet")
            return changes.create(EatingWishes(**told))
        if wishes_id not in (None, existing.pk):
            raise Stale("stale", "another one took the place of this one")
        wishes = changes.fetch(EatingWishes, existing.pk, revision=revision)
        for name, value in told.items():
            setattr(wishes, name, value)
        return changes.update(wishes)


def _check(told: dict[str, Any], person: Person) -> None:
    for name in _LISTS:
        if any(len(word) > MOST_WORD_LETTERS for word in told.get(name, ())) or len(told.get(name, ())) > MOST_WORDS:
            raise Invalid("invalid_value", f"at most {MOST_WORDS} words of {MOST_WORD_LETTERS} letters", field=name)
    _known("allergies", lambda: parse_wishes(allergens=told.get("allergies", ())))
    _known("diet", lambda: parse_wishes(diet=told.get("diet") or None))
    _known("conditions", lambda: parse_wishes(conditions=told.get("conditions", ())))
    _known("dislikes", lambda: foods_named(told.get("dislikes", ())))
    if told.get("goal", "") not in ("", *Goal.values):
        raise Invalid("invalid_value", "a goal is lose, maintain or gain", field="goal")
    if told.get("goal") == Goal.LOSE and person.age_band == AgeBand.TEEN:
        raise Conflict("no_losing_under_18", "losing weight is not for who still grows")


def _known(name: str, check: Callable[[], object]) -> None:
    try:
        check()
    except ValueError as error:
        raise Invalid("unknown_wish", str(error), field=name) from error
