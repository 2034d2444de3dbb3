"""Turn told amounts into grams through a food's portions, families of like units, densities and servings."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from meum.domain import units
from meum.domain.intervals import Interval
from meum.language.measures import MEASURES, Dimension, Size
from meum.language.quantities import Quantity
from nutrition.reading.drafts import Basis
from nutrition.reading.lexicon import FoodFacts, sized_key

SIZE_FACTORS = {Size.SMALL: 0.7, Size.MEDIUM: 1.0, Size.LARGE: 1.5}
"""Own guess for sizes that no table lists."""
DENSITY = Interval(0.9, 1.0, 1.1)
"""Grams in a millilitre of a food that tells none."""
SERVING = Interval(100.0, 200.0, 350.0)
"""Grams of a serving of any food; own estimate, wide."""
LITTLE, SOME, MUCH = Interval(0.15, 0.4, 0.8), Interval(0.5, 0.9, 1.5), Interval(1.0, 1.5, 2.5)
"""Shares of a usual serving that "a bit", "some" and "a lot" stand for; own guess."""
ASSUMED_SPREAD = Interval(0.5, 1.0, 1.8)
"""How far an amount that nobody told may lie from a usual serving; own guess."""
ABOUT_SPREAD = 0.15
"""Share by which "about 200 g" may be off; own guess."""

LEAST_BARE_ML = 20
"""A bare number of water from here on is in millilitres, a smaller one in cups."""

WHOLE = Interval.exact(1)

_BESIDE = 5
"""Signs that may stand between amounts that add up: a blank, a comma, "and"."""
_COUNTED = {"对": 2.0, "双": 2.0, "打": 12.0}
# Words that may stand for each other where a food lacks the one told; the narrow families come first.
_FAMILIES = (
    ("slice", "片", "块", "wedge", "strip", "张", "牙"),
    ("piece", "块", "片", "slice", "fillet", "bar", "strip"),
    ("碗", "bowl"),
    ("杯", "glass", "cup", "mug"),
    ("勺", "spoon", "汤匙", "tbsp", "scoop", "球"),
    ("茶匙", "tsp"),
    ("瓶", "bottle"),
    ("罐", "can"),
    ("盒", "carton", "box", "container", "pot"),
    ("包", "袋", "bag", "packet"),
    ("盘", "plate", "碟"),
    ("份", "serving", "顿", "套"),
    ("把", "handful", "捧"),
    ("口", "bite", "sip"),
    ("串", "skewer"),
    ("卷", "roll"),
    ("瓣", "clove", "wedge", "牙"),
    (
        "个",
        "each",
        "piece",
        "只",
        "枚",
        "颗",
        "粒",
        "根",
        "条",
        "块",
        "片",
        "张",
        "朵",
        "slice",
        "stick",
        "ear",
        "link",
        "套",
    ),
)
_ONE = "个"
_SERVED_OFF = frozenset({"盘", "碗"})
_WHOLE_THINGS = frozenset({"个", "只", "枚", "颗", "粒", "根", "条", "张", "朵", "each", "ear", "link", "stick"})
_CRUMB = 0.1
"""Share of a serving below which one piece is not eaten alone, so that a size told means a helping."""
_SERVINGS = frozenset({"份", "serving", "顿", "套", "盘", "plate"})
# Millilitres of vessels of water, where the catalogue's generic table has none; own estimates.
_VESSELS_ML = {
    "杯": Interval(180, 240, 300),
    "glass": Interval(200, 250, 300),
    "mug": Interval(220, 300, 350),
    "瓶": Interval(330, 500, 600),
    "bottle": Interval(330, 500, 600),
    "can": Interval(325, 330, 355),
    "罐": Interval(325, 330, 355),
    "碗": Interval(200, 300, 400),
    "口": Interval(10, 20, 30),
    "sip": Interval(10, 20, 30),
    "壶": Interval(600, 1000, 1500),
    "杯/large": Interval(400, 500, 700),
    "杯/small": Interval(100, 150, 200),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what was said about the amount of one food: its quantities, a size, a share of it, a vague word."""

    quantities: tuple[Quantity, ...] = ()
    size: Size | None = None
    vague: Interval | None = None
    share: Interval = WHOLE
    is_about: bool = False
    is_negative: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether no amount at all was said."""
        return not self.quantities and self.vague is None

    @property
    def is_nothing(self) -> bool:
        """Tell whether the amount told is none at all."""
        return any(quantity.amount.high == 0 for quantity in self.quantities)

    def plus(self, quantity: Quantity) -> Told:
        """Return the amount with one more quantity; two side by side in one exact unit add up: 200ml 300ml."""
        for at, told in enumerate(self.quantities):
            is_beside = 0 <= quantity.start - told.end <= _BESIDE
            if is_beside and _is_exact_unit(told) and told.measure == quantity.measure:
                both = replace(told, amount=told.amount + quantity.amount, end=quantity.end)
                return replace(self, quantities=(*self.quantities[:at], both, *self.quantities[at + 1 :]))
        return replace(self, quantities=(*self.quantities, quantity))


@dataclass(frozen=True, slots=True)
class Weight:
    """Hold the grams (or millilitres) of an item and where they come from."""

    grams: Interval
    basis: Basis


def weigh(told: Told, *, facts: FoodFacts, generic: Mapping[str, Interval]) -> Weight:
    """Return the grams of an amount of one food.

    Told grams are exact, units keep the bounds of their table, a usual serving that nobody told is widened.
    """
    scale = Scale(facts, generic)
    weight = scale.of_all(told.quantities, told.size) if told.quantities else scale.assumed(told)
    grams = weight.grams.times(told.share)
    return Weight(_about(grams) if told.is_about else grams, weight.basis)


def water_ml(told: Told, *, generic: Mapping[str, Interval]) -> Interval:
    """Return the millilitres of an amount of water: a gram is a millilitre, a bare 300 is ml, a bare 2 is cups."""
    facts = FoodFacts(portions=_VESSELS_ML, serving=_VESSELS_ML["glass"], density=Interval.exact(1), is_drink=True)
    has_measure = any(quantity.measure for quantity in told.quantities)
    counted = told if has_measure else replace(told, quantities=tuple(map(_of_water, told.quantities)))
    return weigh(counted, facts=facts, generic=generic).grams


def _of_water(quantity: Quantity) -> Quantity:
    if quantity.measure is not None or quantity.size is not None:
        return quantity
    return replace(quantity, measure=MEASURES["ml" if quantity.amount.mid >= LEAST_BARE_ML else "杯"])


def knows_unit(quantity: Quantity, facts: FoodFacts) -> bool:
    """Tell whether a food is told in this unit: by weight, or with a row in its own table of portions."""
    if quantity.measure is None:
        return any(key in facts.portions for key in ("个", "each", "piece", "只", "根"))
    if quantity.measure.dimension is Dimension.VOLUME:
        return facts.is_drink or facts.density is not None
    return not quantity.measure.is_household or any(key in facts.portions for key in _kin(quantity.measure.word))


@dataclass(frozen=True, slots=True)
class Scale:
    """Weigh quantities of one food."""

    facts: FoodFacts
    generic: Mapping[str, Interval]

    def assumed(self, told: Told) -> Weight:
        """Return a serving for an amount that was not told, as wide as not knowing is."""
        sized = self._sized_piece(told.size) if told.size and told.vague is None else None
        if sized:
            return sized
        serving = self._serving()
        if self.facts.is_own and told.vague is None:
            return Weight(serving.grams.scaled(_factor(told.size)), serving.basis)
        spread = told.vague or ASSUMED_SPREAD
        grams = Interval.exact(serving.grams.mid).times(spread).scaled(_factor(told.size))
        return Weight(_around(grams, serving.grams) if told.vague is None else grams, serving.basis)

    def of_all(self, quantities: Sequence[Quantity], size: Size | None) -> Weight:
        """Return the weight of one amount, or of two that tell the same one: 一瓶500毫升, 鸡蛋2个100克."""
        weighed = [quantity for quantity in quantities if _is_exact_unit(quantity)]
        counted = [quantity for quantity in quantities if not _is_exact_unit(quantity)]
        if not weighed or not counted:
            return self._of_one(weighed[0] if weighed else self._most_telling(counted), size)
        return self._of_both(counted[0], weighed[0], size)

    def _of_both(self, count: Quantity, exact: Quantity, size: Size | None) -> Weight:
        """Choose between "each" and "in all" by what the food's own portions make likelier."""
        weight = self._of_one(exact, size)
        if count.measure is None and count.amount.mid < 1:
            return Weight(weight.grams.times(count.amount), weight.basis)
        each, guess = weight.grams.times(count.amount), self._of_one(count, size).grams.mid
        is_each = _distance(guess, each.mid) <= _distance(guess, weight.grams.mid)
        return Weight(each, weight.basis) if is_each else weight

    def _most_telling(self, counted: Sequence[Quantity]) -> Quantity:
        """Return the quantity that says most: 一杯大杯 is one large cup, of 一盘饺子15个 the pieces count."""
        return min(counted, key=lambda each: (each.size is None, not self._counts_pieces(each), each.measure is None))

    def _counts_pieces(self, quantity: Quantity) -> bool:
        return quantity.amount.mid > 1 and quantity.measure is not None and quantity.measure.word in self.facts.portions

    def _of_one(self, quantity: Quantity, size: Size | None) -> Weight:
        measure = quantity.measure
        if measure is None:
            sized = quantity.size or size
            unit = self._heap(sized) if sized and quantity.is_article else None
            unit = unit or self._one(sized)
        elif measure.dimension is Dimension.MASS and not (measure.word == "oz" and self.facts.is_drink):
            own = self.facts.portions.get(measure.word)
            unit = Weight(own or Interval.exact(measure.factor), Basis.PORTION if own else Basis.WEIGHED)
        elif measure.dimension in (Dimension.VOLUME, Dimension.MASS):
            factor = units.ML_PER_FL_OZ if measure.word == "oz" else measure.factor
            # A pint of beer is larger where it is drunk from a British glass.
            own = self.facts.portions.get("pint") if measure.word == "pint" else None
            unit = Weight(own or (self.facts.density or DENSITY).scaled(factor), Basis.MEASURED)
        else:
            unit = self._household(quantity, quantity.size or size)
        return Weight(unit.grams.times(quantity.amount), unit.basis)

    def _household(self, quantity: Quantity, size: Size | None) -> Weight:
        assert quantity.measure is not None  # bare counts are weighed by the caller
        word = quantity.measure.word
        if word in _COUNTED:
            pair = self._one(size)
            return Weight(pair.grams.scaled(_COUNTED[word]), pair.basis)
        found = self._plateful(quantity) or self._unit(word, size)
        if found is None and word.endswith("寸"):
            return self._one(size)
        if found is None and quantity.measure.volume_ml:
            return Weight((self.facts.density or DENSITY).scaled(quantity.measure.volume_ml), Basis.MEASURED)
        if found is None and word in _SERVINGS and self.facts.serving:
            return Weight(self.facts.serving.scaled(_factor(size)), Basis.SERVING)
        return found or self._generic(word, size) or self._each(size)

    def _plateful(self, quantity: Quantity) -> Weight | None:
        """Return a serving of what comes on plates or in bowls and is no single thing: 打了一个炒芹菜, 一个冬瓜汤."""
        is_one = quantity.measure == MEASURES[_ONE] and quantity.amount.mid == 1 and quantity.size is None
        is_served = self.facts.is_drink or bool(_SERVED_OFF & self.facts.portions.keys())
        if not is_one or not is_served or not self.facts.serving:
            return None
        is_thing = any(key.split("/")[0] in _WHOLE_THINGS for key in self.facts.portions)
        return None if is_thing else Weight(self.facts.serving, Basis.SERVING)

    def _unit(self, word: str, size: Size | None) -> Weight | None:
        """Return one unit by this food's own table: the size first, then the unit, then its kin."""
        grams = _looked_up(self.facts.portions, word, size)
        return Weight(grams, Basis.PORTION) if grams else None

    def _generic(self, word: str, size: Size | None) -> Weight | None:
        grams = _looked_up(self.generic, word, size)
        return Weight(grams, Basis.GENERIC) if grams else None

    def _one(self, size: Size | None) -> Weight:
        """Return one of the thing itself: "two eggs", "a large fries"."""
        return self._unit(self.facts.one, size) or (self._sized_piece(size) if size else None) or self._each(size)

    def _heap(self, size: Size) -> Weight | None:
        """Return a helping of what comes in many small pieces: "a large popcorn" is no large flake."""
        piece, serving = _looked_up(self.facts.portions, self.facts.one, None), self.facts.serving
        if piece is None or serving is None or piece.mid >= _CRUMB * serving.mid:
            return None
        return Weight(_around(serving.scaled(_factor(size)), serving), Basis.SERVING)

    def _sized_piece(self, size: Size) -> Weight | None:
        for word in ("each", "piece", "serving", "份"):
            if grams := self.facts.portions.get(sized_key(word, size)):
                return Weight(grams, Basis.PORTION)
        return None

    def _each(self, size: Size | None) -> Weight:
        serving = self._serving()
        return Weight(_around(serving.grams.scaled(_factor(size)), serving.grams), serving.basis)

    def _serving(self) -> Weight:
        if self.facts.serving:
            return Weight(self.facts.serving, Basis.SERVING)
        return Weight(self.generic.get("份", SERVING), Basis.UNKNOWN)


def _is_exact_unit(quantity: Quantity) -> bool:
    return quantity.measure is not None and not quantity.measure.is_household


def _looked_up(table: Mapping[str, Interval], word: str, size: Size | None) -> Interval | None:
    if size:
        for key in _kin(word):
            if (grams := table.get(sized_key(key, size))) is not None:
                return grams
    for key in _kin(word):
        if (grams := table.get(key)) is not None:
            return grams.scaled(_factor(size))
    return None


def _kin(word: str) -> Iterator[str]:
    """Yield a unit word, then the words of its families in order of likeness."""
    yield word
    for family in _FAMILIES:
        if word in family:
            yield from (kin for kin in family if kin != word)


def _factor(size: Size | None) -> float:
    return SIZE_FACTORS[size] if size else 1.0


def _distance(guess: float, grams: float) -> float:
    return abs(math.log(guess / grams)) if guess > 0 and grams > 0 else math.inf


def _about(grams: Interval) -> Interval:
    return Interval(grams.low * (1 - ABOUT_SPREAD), grams.mid, grams.high * (1 + ABOUT_SPREAD))


def _around(grams: Interval, table: Interval) -> Interval:
    """Widen to what not knowing allows, and never inside what the table says."""
    spread = Interval.exact(grams.mid).times(ASSUMED_SPREAD)
    return Interval(min(spread.low, table.low, grams.low), grams.mid, max(spread.high, grams.high))
