"""What reading a meal sentence gives: items, drinks, times, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from meum.domain.intervals import Interval
from meum.language.times import MealSlot


class Basis(StrEnum):
    """Where the grams of an item come from, from the surest to the least sure."""

    WEIGHED = "weighed"
    """Grams or ounces were told."""
    MEASURED = "measured"
    """Millilitres or spoons were told, turned to grams by density."""
    PORTION = "portion"
    """A household unit was told that this food's own table knows."""
    GENERIC = "generic"
    """A household unit was told that only the table for any food knows."""
    SERVING = "serving"
    """A usual serving was taken, as often as told."""
    UNKNOWN = "unknown"
    """Nothing is known of this food's portions."""


@dataclass(frozen=True, slots=True)
class When:
    """Hold when it was eaten, None where not said; as in `meum.language.times.Moment`."""

    slot: MealSlot | None = None
    day_offset: int | None = None
    clock: time | None = None


NO_TIME = When()
"""Nothing was said of when."""


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """Hold one food of a sentence.

    `food` is the catalogue's key, `name` the words that named it, `words` the person's own words with the amount.
    `amount` and `unit` are as told (canonical unit word, None for a bare count); `is_amount_told` is False where the
    grams rest on a usual serving alone. `alternatives` are up to four other foods of the same name, likeliest
    first; `confidence` lies in 0..1.
    """

    food: str
    name: str
    words: str
    grams: Interval
    basis: Basis
    is_amount_told: bool
    confidence: float
    amount: Interval | None = None
    unit: str | None = None
    alternatives: tuple[str, ...] = ()
    when: When = NO_TIME


class DrinkKind(StrEnum):
    """What was drunk that is no food."""

    WATER = "water"


@dataclass(frozen=True, slots=True)
class DrinkDraft:
    """Hold plain water that was drunk, in millilitres."""

    kind: DrinkKind
    volume_ml: Interval
    words: str
    is_amount_told: bool
    when: When = NO_TIME


@dataclass(frozen=True, slots=True)
class Again:
    """Hold "the same again" whose food was told in an earlier message: 再来一碗; `unit` None for a bare count."""

    amount: Interval
    unit: str | None
    words: str


class OddKind(StrEnum):
    """Why an amount that was told cannot be."""

    NOTHING = "nothing"
    """None of it: 0个苹果."""
    NEGATIVE = "negative"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, slots=True)
class OddAmount:
    """Hold a food or drink with an amount that nobody eats, in the person's own words; it makes no item."""

    kind: OddKind
    words: str


@dataclass(frozen=True, slots=True)
class MealDraft:
    """Hold the items and drinks of one sitting."""

    when: When
    items: tuple[ItemDraft, ...]
    drinks: tuple[DrinkDraft, ...]


@dataclass(frozen=True, slots=True)
class MealReading:
    """Hold all that a sentence said about eating and drinking.

    `unknown` quotes what may name a food and was not understood, `odd` what has an amount that cannot be. `share` is
    a part of something told in an earlier message: 吃了一半. `when` is the first time told. `is_denial` tells
    that nothing was eaten (没吃早饭), `is_plan` that foods are named only as wished or planned; `mentioned` quotes the
    foods of a message that, as it sounds, tells of none that the writer ate; `is_cut` that the text was too long and
    its end was not read.
    """

    items: tuple[ItemDraft, ...] = ()
    drinks: tuple[DrinkDraft, ...] = ()
    unknown: tuple[str, ...] = ()
    when: When = NO_TIME
    again: Again | None = None
    odd: tuple[OddAmount, ...] = ()
    share: Interval | None = None
    mentioned: tuple[str, ...] = ()
    is_denial: bool = False
    is_plan: bool = False
    is_cut: bool = False

    @property
    def slot(self) -> MealSlot | None:
        """Return the meal that was said first, or None."""
        return self.when.slot

    @property
    def day_offset(self) -> int | None:
        """Return the day that was said first, counted from today, or None."""
        return self.when.day_offset

    @property
    def clock(self) -> time | None:
        """Return the clock time that was said first, or None."""
        return self.when.clock

    @property
    def meals(self) -> tuple[MealDraft, ...]:
        """Return items and drinks put together by the time they were eaten at, in the order told."""
        times = dict.fromkeys([item.when for item in self.items] + [drink.when for drink in self.drinks])
        return tuple(
            MealDraft(
                when,
                tuple(item for item in self.items if item.when == when),
                tuple(drink for drink in self.drinks if drink.when == when),
            )
            for when in times
        )
