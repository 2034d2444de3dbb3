"""Time how long understanding a sentence takes, on one core, once everything that is kept was read.

`python -m bench.understanding` runs in a place that is measured and prints as JSON the milliseconds of each sentence:
by the clock on the wall, and of the processor, which other programs on the machine do not lengthen.
"""

from __future__ import annotations

import json
import os
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import django

django.setup()

from bench.datasets import rows_of
from meum.domain.days import DayClock
from nutrition.queries import understand_meal

ROUNDS = 3
DAY_BEGINS_AT = 4


def main() -> None:
    """Read the sentences of our development sets once to warm up, then a few times more."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    clock = DayClock(ZoneInfo("Asia/Shanghai"), DAY_BEGINS_AT)
    rows = rows_of("meals_zh_dev") + rows_of("meals_en_dev")
    sentences = [(row["text"], datetime.fromisoformat(row["at"])) for row in rows]
    for text, at in sentences:
        understand_meal(text=text, at=at, counted_by=clock)
    told: dict[str, list[float]] = {"wall": [], "processor": []}
    for text, at in sentences * ROUNDS:
        wall, processor = time.perf_counter(), time.process_time()
        understand_meal(text=text, at=at, counted_by=clock)
        told["processor"].append((time.process_time() - processor) * 1000)
        told["wall"].append((time.perf_counter() - wall) * 1000)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
