"""The Chinese food pagoda: layers of kinds of food, how much of each a day should hold, and how many kinds; pure.

Chinese Nutrition Society, Dietary Guidelines for Chinese Residents (2022). Amounts are grams as bought raw, without
what is thrown away: grain and pulses dry, dairy as liquid milk of the same protein, soy products as dry soybeans of the
same protein, dried vegetables, fruit and fish as fresh ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from nutrition.domain.targets import Bound

LEAST_GRAMS = 10.0
"""A kind counts as eaten from so many raw grams on: a leaf of garnish is no kind of food (own rule)."""
KINDS_A_DAY, KINDS_A_WEEK = 12, 25
"""Kinds of food that a day and a week should hold; cooking oil and seasoning do not count."""


class Layer(StrEnum):
    """Where a kind of food stands; the value is written in the table of kinds."""

    CEREALS = "cereals"
    WHOLE_GRAINS = "whole_grains"
    """Whole grains and pulses other than soy."""
    TUBERS = "tubers"
    VEGETABLES = "vegetables"
    """With fungi and seaweed."""
    DARK_VEGETABLES = "dark_vegetables"
    FRUITS = "fruits"
    RED_MEAT = "red_meat"
    POULTRY = "poultry"
    AQUATIC = "aquatic"
    EGGS = "eggs"
    DAIRY = "dairy"
    SOY = "soy"
    NUTS = "nuts"
    OIL = "oil"


_SAMPLES_DIFFER = 0.2
"""Most foods were measured once; another sample differs by so much (own estimate)."""
_UNCOUNTED = frozenset({Layer.OIL})


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the pagoda: the layers it sums up, and the grams of a day; `high` is None where more does no harm."""

    key: str
    layers: tuple[Layer, ...]
    low: float | None
    high: float | None

    @property
    def bound(self) -> Bound:
        """Return the grams as a target; C, for the book itself was not at hand."""
        return Bound(tag=self.key, low=self.low, high=self.high, certainty="C")


STEPS = (
    Step("cereals", (Layer.CEREALS, Layer.WHOLE_GRAINS), 200, None),
    Step("whole_grains", (Layer.WHOLE_GRAINS,), 50, None),
    Step("tubers", (Layer.TUBERS,), 50, None),
    Step("vegetables", (Layer.VEGETABLES, Layer.DARK_VEGETABLES), 300, None),
    Step("dark_vegetables", (Layer.DARK_VEGETABLES,), 150, None),
    Step("fruits", (Layer.FRUITS,), 200, None),
    Step("animal_foods", (Layer.RED_MEAT, Layer.POULTRY, Layer.AQUATIC, Layer.EGGS), 120, 200),
    Step("dairy", (Layer.DAIRY,), 300, None),
    Step("soy_and_nuts", (Layer.SOY, Layer.NUTS), 25, None),
    Step("oil", (Layer.OIL,), None, 30),
)
"""The lower ends of the ranges for adults of 1600 to 2400 kcal; half of the vegetables should be dark. Limits are given
only for what the guideline warns of too much."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of food, whatever is cooked of it: noodles and buns are wheat.

    `purine_mg` are the purines of 100 raw grams, None where nobody told them.
    """

    key: str
    layer: Layer
    zh: str
    en: str
    purine_mg: Interval | None = None

    def name(self, lang: Lang) -> str:
        """Return its name in a language."""
        return self.zh if lang is Lang.ZH else self.en


def layer_grams(grams: Mapping[Kind, Interval]) -> dict[Layer, Interval]:
    """Return the raw grams of each layer from those of the kinds, 0 where there are none."""
    nothing = Interval.exact(0)
    return {layer: sum((amount for kind, amount in grams.items() if kind.layer is layer), nothing) for layer in Layer}


def step_grams(step: Step, of_layers: Mapping[Layer, Interval]) -> Interval:
    """Return the raw grams of a step of the pagoda."""
    return sum((of_layers[layer] for layer in step.layers), Interval.exact(0))


def kinds_counted(grams: Mapping[Kind, Interval]) -> frozenset[Kind]:
    """Return the kinds of food of a day that count, by the best figure of their grams."""
    return frozenset(
        kind for kind, amount in grams.items() if kind.layer not in _UNCOUNTED and amount.mid >= LEAST_GRAMS
    )


def purines_mg(grams: Mapping[Kind, Interval]) -> tuple[Interval, float]:
    """Return the purines in raw grams of kinds, as the sum of what is known, and the share of the grams it is of."""
    known = {kind: kind.purine_mg for kind in grams if kind.purine_mg is not None}
    told = (_sampled(per_100_g).times(grams[kind]).scaled(1 / 100) for kind, per_100_g in known.items())
    total_g = sum(amount.mid for amount in grams.values())
    known_g = sum(grams[kind].mid for kind in known)
    return sum(told, Interval.exact(0)), known_g / total_g if total_g > 0 else 0.0


def _sampled(measured: Interval) -> Interval:
    """Return what other samples of a food may hold."""
    return Interval(measured.low * (1 - _SAMPLES_DIFFER), measured.mid, measured.high * (1 + _SAMPLES_DIFFER))
