"""One writer of the soak: log, correct and delete meals without pause, and say what was acknowledged.

`python -m bench.soak.writer PERSON VERSION SECONDS` prints one JSON object at its end.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from uuid import UUID

import django

django.setup()

from meum.domain.intervals import Interval
from meum.journal import services as journal
from meum.journal.models import Door, new_id
from meum.people.models import Person
from nutrition import services
from nutrition.domain.drafts import MealItemDraft
from nutrition.models.diary import Meal

NAMED_FAILURES = 20


@dataclass
class Acknowledged:
    """How many changes each meal must have by what the services answered; what failed; the longest wait."""

    changes: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    failed: int = 0
    longest_seconds: float = 0.0

    def take(self, entry_id: UUID, write: Callable[[], object]) -> None:
        """Do one write and note how it ended."""
        started = time.monotonic()
        try:
            write()
        except Exception as error:  # noqa: BLE001  # a soak counts whatever reaches a caller
            self.failed += 1
            self.failures = [*self.failures, f"{type(error).__name__}: {error}"[:120]][:NAMED_FAILURES]
        else:
            self.changes[str(entry_id)] = self.changes.get(str(entry_id), 0) + 1
        self.longest_seconds = max(self.longest_seconds, time.monotonic() - started)


def main(person_id: str, version_id: str, seconds: float) -> None:
    """Write until the time is over."""
    person = Person.objects.get(pk=person_id)
    told = Acknowledged()
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        one_life(told, person, UUID(version_id))
    print(json.dumps(asdict(told)))


def one_life(told: Acknowledged, person: Person, version_id: UUID) -> None:
    """Log a meal, correct it, delete it."""
    meal_id, at, door = new_id(), datetime.now(UTC), Door.API
    first, second = ([MealItemDraft(food_version_id=version_id, grams=Interval.exact(grams))] for grams in (100, 150))
    told.take(
        meal_id,
        lambda: services.log_meal(person=person, author=person, door=door, at=at, items=first, entry_id=meal_id),
    )
    told.take(
        meal_id,
        lambda: services.correct_meal(person=person, author=person, door=door, meal_id=meal_id, items=second),
    )
    told.take(
        meal_id,
        lambda: journal.remove_entry(person=person, author=person, door=door, model=Meal, entry_id=meal_id),
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
