"""Meals, days and weeks in a process of its own: seconds of the processor of each and MB of memory, as JSON."""

from __future__ import annotations

import json
import random
import resource
import sys
import time

MEALS, DAYS, WEEKS = 40, 10, 3


def main() -> int:
    """Time what people of all regions ask for; the menu is read before, as a worker has it."""
    import django

    django.setup()
    import numpy as np

    from bench.eaters import bodies
    from meum.language.times import MealSlot
    from nutrition.catalogue.nutrients import SIZE
    from nutrition.domain.targets import day_targets
    from nutrition.suggestions.meals import Situation
    from nutrition.suggestions.planner import days, offers, week_of_days
    from nutrition.suggestions.wishes import Wishes
    from nutrition.targets.tables import reference_intakes

    chance = random.Random(0)  # noqa: S311  # who asks is no secret

    def asked(slot: MealSlot, *later: MealSlot) -> Situation:
        targets = day_targets(next(bodies(chance)), reference_intakes())
        return Situation(targets=targets, wishes=Wishes(), slot=slot, later=later, eaten=np.zeros(SIZE), had={})

    def day() -> Situation:
        return asked(MealSlot.BREAKFAST, MealSlot.LUNCH, MealSlot.DINNER)

    began = time.process_time()
    offers(asked(MealSlot.LUNCH))
    told = {"first_s": [time.process_time() - began], "meal_s": [], "day_s": [], "week_s": []}
    tasks = (
        ("meal_s", MEALS, lambda: offers(asked(chance.choice((MealSlot.LUNCH, MealSlot.DINNER))))),
        ("day_s", DAYS, lambda: days(day())),
        ("week_s", WEEKS, lambda: list(week_of_days(day(), how_many=7))),
    )
    for key, times, ask in tasks:
        for _ in range(times):
            began = time.process_time()
            ask()
            told[key].append(time.process_time() - began)
    print(json.dumps({**told, "peak_mb": _peak_mb()}))
    return 0


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
