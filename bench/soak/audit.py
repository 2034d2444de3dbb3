"""Read back what the journal holds of some people: `python -m bench.soak.audit PERSON...` prints one JSON object."""

from __future__ import annotations

import json
import sys
from collections import Counter
from uuid import UUID

import django

django.setup()

from meum.journal.models import Change


def main(people: list[UUID]) -> None:
    """Count the changes of each entry, and the numbers that are missing or there twice."""
    gaps = 0
    changes: Counter[str] = Counter()
    for person in people:
        rows = list(Change.objects.filter(person=person).order_by("number").values_list("number", "entry_id"))
        gaps += sum(number != place for place, (number, _entry) in enumerate(rows, start=1))
        changes.update(str(entry) for _number, entry in rows)
    print(json.dumps({"gaps": gaps, "changes": changes}))


if __name__ == "__main__":
    main([UUID(argument) for argument in sys.argv[1:]])
