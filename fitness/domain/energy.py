"""Energy of an activity from its MET, the body weight and the time, as an interval.

1 MET is taken as 1 kcal/kg/h, the Compendium's definition (Ainsworth et al., Med Sci Sports Exerc 2011;43:1575-81).
"""

from __future__ import annotations

import math

from meum.domain.intervals import Interval

MOST_MINUTES = 24 * 60.0
ASSUMED_WEIGHT_KG = Interval(45.0, 64.0, 90.0)
"""Weight of somebody who told none. Middle: mean of Chinese men (69.6 kg) and women (59.0 kg) of 18 and older, Report
on Nutrition and Chronic Diseases in China 2020. The bounds, ours, hold most adults."""
SHARE_BY_SPEED = 0.10
"""Width where distance and time fix the effort: the cost of a level kilometre differs little between people."""
SHARE_BY_NAME = 0.25
"""Width where only the activity was named. The Compendium is not made for one person's exact cost and says so; the
figure is ours."""
SHARE_OF_WEIGHT = 0.02
"""Width of a told weight: scales, clothes and the time of the day."""
SHARE_OF_ASSUMED_TIME = 0.25
"""Width of a duration that was taken from a usual pace."""


def gross_energy(*, met: Interval, weight_kg: Interval, minutes: Interval) -> Interval:
    """Return the kcal spent during an activity, rest included: MET x kg x h.

    Raises ValueError for a figure that is not positive or for more than a day.
    """
    if not (met.low > 0 and weight_kg.low > 0 and minutes.low > 0):
        raise ValueError("MET, weight and minutes must be positive")
    if minutes.mid > MOST_MINUTES:
        raise ValueError("an activity lasts at most a day")
    return met.times(weight_kg).times(minutes).scaled(1 / 60)


def net_energy(*, gross: Interval, met: float) -> Interval:
    """Return what an activity cost beyond rest in kcal: (MET - 1) x kg x h, never below 0.

    Only this is added to a day's budget that already holds resting energy.
    """
    if not (math.isfinite(met) and met > 0):
        raise ValueError("MET must be positive")
    return gross.scaled(max(0.0, met - 1) / met)


def activity_energy(
    *, met: float, weight_kg: float | None, minutes: float, is_speed_known: bool, is_duration_assumed: bool
) -> Interval:
    """Return the gross kcal of an activity with the width that fits what is known; without a weight one is assumed.

    Raises ValueError as `gross_energy` does.
    """
    time = Interval.around(minutes, share=SHARE_OF_ASSUMED_TIME) if is_duration_assumed else Interval.exact(minutes)
    return gross_energy(
        met=Interval.around(met, share=SHARE_BY_SPEED if is_speed_known else SHARE_BY_NAME),
        weight_kg=ASSUMED_WEIGHT_KG if weight_kg is None else Interval.around(weight_kg, share=SHARE_OF_WEIGHT),
        minutes=time,
    )
