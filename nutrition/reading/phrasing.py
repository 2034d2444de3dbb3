"""Turn what is left of English into foods: the best way to cut a run of words into phrases that foods are called by.

Whether "and", "with" or a comma begins another food is not decided by rules alone: every cut has a cost, every phrase a
value by how well a food of the tables fits it, and the dearest whole wins.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from meum.language.lexicon import key_of, stem_of
from meum.language.measures import measure_named, size_at
from nutrition.reading.finding import MENDED
from nutrition.reading.lexicon import Candidate, MealLexicon
from nutrition.reading.matters import NO_FOODS
from nutrition.reading.phrase_names import Term, words_of
from nutrition.reading.phrases import PhraseHit
from nutrition.reading.pieces import Amount, Break, Counter, Food, Piece, Sized, Unknown, Water, Word
from nutrition.reading.portions import knows_unit
from nutrition.reading.runs import OTHER_MATTER, WITH_A, Run, runs_in
from nutrition.reading.units import Unit, units_of
from nutrition.reading.words import DISH_HEADS, Role

LEAST_EXPLAINED = 0.5
"""Share of the things said that a food must explain to be counted."""
LEAST_OF_ALL = 0.4
"""Share of all that was said, however it was dressed, that a food must explain."""
LEAST_NAMED = 0.8
"""Share of a name that must be said where the thing itself was not."""
LEAST_FIT = 1.0
"""Least sum of the shares of what was said and of the name that agree."""

_MOST_UNITS = 48
_MOST_BLOCKS = 6
_MOST_HITS = 5
# Costs of beginning another food, in the measure of how much words say.
_ITEM = 0.5
_AT_ADDING, _AT_WITH_A, _AT_WITH, _INSIDE, _AT_NOTHING, _IN_LIST = 0.4, 0.4, 1.5, 3.0, 2.0, 8.0
_SAYS_HARDLY_MORE = 0.65
_NEVER = 1000.0
_UNKNOWN_SHARE = 0.3
_JUST_SO = 0.06
_ALL_SAID, _NAMED = 0.95, 1.5
_TWIN = 0.1
"""How much worse than the best a food may fit and still be offered beside it."""
_ADDING = frozenset(
    {"&", "and", "plus", "n", "then", "also", "followed by", "as well as", "along with", "together with", "alongside"}
    | {"paired with", "complemented by", "accompanied by", "washed down with", "served with", "side of", "sides of"}
)
_WITHIN = frozenset({"on", "in", "from", "made with", "made from", "made of", "filled with", "over"})
_LINK_COSTS = MappingProxyType(
    dict.fromkeys(_ADDING, _AT_ADDING) | dict.fromkeys(_WITHIN, _INSIDE) | {WITH_A: _AT_WITH_A}
)
_FILLED = frozenset({"filled with", "stuffed with"})
_MADE = _FILLED | {"made with", "made from", "made of", "made out of", "cooked in", "prepared with"}
_LISTING = frozenset(
    {
        "with",
        "w",
        WITH_A,
        "topped with",
        "garnished with",
        "tossed with",
        "loaded with",
        "including",
        "containing",
        "that included",
        "that contained",
        "which included",
    }
)
_MIXED_DISHES = frozenset(
    [
        "salad",
        "soup",
        "sandwich",
        "omelet",
        "pizza",
        "hamburger",
        "wrap",
        "burrito",
        "taco",
        "bowl",
        "curry",
        "stew",
        "pasta",
        "stir",
        "quesadilla",
        "sub",
    ]
)
"""What is told together with what is in it."""
_FILLED_HEADS = DISH_HEADS | _MIXED_DISHES | {"biscuit", "croissant", "muffin", "bagel", "bun", "roll"}
"""What a list may end with that all of it goes into: "sausage, egg and cheese croissant"."""
_SIDES = frozenset(
    {"bread", "toast", "naan", "roti", "cracker", "roll", "baguette", "fries", "chip", "coffee", "tea", "coke", "soda"}
    | {"juice", "milk", "beer", "wine", "cola", "lemonade", "latte", "cappuccino", "mocha", "smoothie", "milkshake"}
    | {"cocoa", "water", "cider", "gatorade", "espresso", "kombucha"}
)
"""What is told beside a dish of many parts and is no part of it."""
_BREADS = frozenset(
    {"bread", "bun", "roll", "toast", "rye", "sourdough", "wheat", "bagel", "ciabatta", "baguette", "brioche", "pita"}
    | {"focaccia", "muffin", "croissant", "hoagie", "bap", "multigrain", "pumpernickel", "wholegrain"}
)
_UNDER = frozenset({"on", "in"})
_RENAMING = frozenset({"specifically", "namely"})
_SPOONS = frozenset({"tsp", "tbsp", "spoon", "茶匙", "汤匙", "勺"})
_COUNTERS = frozenset(
    {"slice", "piece", "cup", "bowl", "glass", "serving", "bottle", "can", "wedge", "packet", "bag", "container"}
)
_TAIL, _LISTED = 0.5, 0.15
_WINE = Term("wine")
_WINES = (("red",), ("white",), ("rose",), ("sparkling",))
_POURED = frozenset({"glass", "bottle"})


@dataclass(frozen=True, slots=True)
class Fit:
    """The best foods for a phrase and what taking them is worth; no hits where no food is called so."""

    value: float
    hits: tuple[PhraseHit, ...]


def phrased(text: str, pieces: Sequence[Piece], lexicon: MealLexicon, fences: Collection[int]) -> list[Piece]:
    """Return the pieces with each run of Latin words put as foods, counters, sizes and unknown words."""
    done: list[Piece] = []
    for run in runs_in(text, pieces, lexicon, fences):
        done += [run] if not isinstance(run, Run) else _Phrases(text, run, lexicon).pieces()
    return done


class _Phrases:
    """Cut one run into phrases."""

    def __init__(self, text: str, run: Run, lexicon: MealLexicon) -> None:
        self._text, self._run, self._lexicon = text, run, lexicon
        self._fits: dict[tuple[int, int], Fit] = {}

    def pieces(self) -> list[Piece]:
        """Return foods, unknown words, and what tells amounts; joints stay where no food covers them."""
        if not self._words:
            return list(self._run.pieces)
        found = self._without_renamed(self._cut())
        foods = [piece for piece in found if isinstance(piece, Food)]
        found += [size for food in foods if (size := self._size_of(food))]
        found += [self._counter] if self._counter else []
        found += [
            piece
            for piece in self._run.pieces
            if isinstance(piece, Break | Amount) or (isinstance(piece, Word) and piece.role in (Role.JOINT, Role.MADE))
            if not any(each.start < piece.end and piece.start < each.end for each in found)
        ]
        return sorted(found, key=lambda piece: piece.start)

    @cached_property
    def _words(self) -> list[tuple[Piece, str | None]]:
        return list(self._run.words())

    @cached_property
    def _units(self) -> list[Unit]:
        words = self._words[: -1 if self._counter else None]
        return units_of(self._text, words, self._lexicon)[:_MOST_UNITS]

    @cached_property
    def _counter(self) -> Counter | None:
        """Return the measure that the run ends with: "cucumber slices"."""
        last = self._words[-1][0]
        word = self._text[last.start : last.end]
        measure = measure_named(word) if len(self._words) > 1 else None
        if measure is None or measure.word not in _COUNTERS:
            return None
        return Counter(last.start, last.end, measure, word.endswith("s"))

    def _size_of(self, food: Food) -> Sized | None:
        """Return the size that a food's words begin with, unless it belongs to the name: a medium crust pizza."""
        sized = size_at(self._text, food.start)
        if sized is None or sized[1] >= food.end:
            return None
        is_named = set(words_of(self._text[food.start : sized[1]])) & set(food.key.split(" "))
        return None if is_named else Sized(food.start, sized[1], sized[0])

    def _cut(self) -> list[Piece]:
        """Choose the cuts that make the foods worth most."""
        places = self._places()
        best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
        for at, end in enumerate(places[1:], start=1):
            begins = places[max(0, at - _MOST_BLOCKS) : at]
            values = [
                (best[begin][0] + self._fit(begin, end).value - self._cost(begin), begin)
                for begin in begins
                if not self._is_forbidden(begin, end)
            ]
            best[end] = max(values, key=lambda pair: pair[0])
        found: list[Piece] = []
        end = places[-1]
        while end > 0:
            begin = best[end][1]
            found += self._piece(begin, end)
            end = begin
        return found[::-1]

    def _places(self) -> list[int]:
        """Return where a food may begin: at joints, and inside a stretch that no one food explains."""
        joints = [at for at, unit in enumerate(self._units) if at == 0 or unit.link is not None]
        places: list[int] = []
        for begin, end in zip(joints, [*joints[1:], len(self._units)], strict=True):
            hits = self._fit(begin, end).hits
            is_one = bool(hits) and hits[0].explained > 0.9
            places += [begin] if is_one else range(begin, end)
        return [*places, len(self._units)]

    def _cost(self, begin: int) -> float:
        """Return what it costs to begin another food at a unit."""
        link = self._units[begin].link
        if self._is_made_of(begin):
            return _NEVER
        if begin == 0 or link in (",", "…"):
            return _IN_LIST if begin and self._is_listed(begin) and link == "," else 0.0
        if link is None:
            # What dresses a thing stands before it, so no food begins between the two.
            return _NEVER if self._units[begin - 1].is_dress else _AT_NOTHING
        if self._is_listed(begin):
            return _IN_LIST
        return _LINK_COSTS.get(link, _AT_WITH)

    def _is_made_of(self, at: int) -> bool:
        """Tell whether a unit is told as what the food before it is made of: "oatmeal made with milk and honey"."""
        links = [link for place in range(at, 0, -1) if (link := self._units[place].link) not in (None, "and", "&")]
        listed = next((link for link in links if link != ","), None)
        return bool(links) and (links[0] in _MADE or listed in _FILLED)

    def _is_listed(self, at: int) -> bool:
        """Tell whether a unit stands in a list of what a dish has in it: "kale salad with chickpeas, feta"."""
        if self._is_beside(at):
            return False
        for place in range(at, 0, -1):
            link = self._units[place].link
            if link in _LISTING:
                return self._is_mixed_dish_before(place)
            if link not in (None, ",", "&", "and"):
                return False
        return False

    def _is_beside(self, at: int) -> bool:
        """Tell whether a unit begins what goes beside a dish, not into it: "tomato soup with garlic bread"."""
        part = self._part(at)
        is_dish = part[0].link == WITH_A and any(stem in _MIXED_DISHES for stem in part[-1].stems)
        return is_dish or any(stem in _SIDES for stem in part[-1].stems)

    def _part(self, at: int) -> list[Unit]:
        """Return the units from one up to the next joint."""
        end = next((end for end in range(at + 1, len(self._units)) if self._units[end].link is not None), None)
        return self._units[at:end]

    def _is_mixed_dish_before(self, at: int) -> bool:
        """Tell whether the last thing before a unit, what dresses it passed over, is a dish of many parts."""
        if at and self._is_under(at - 1):
            at = next(place for place in range(at - 1, -1, -1) if self._units[place].link in _UNDER)
        things = (unit for unit in reversed(self._units[:at]) if not unit.is_dress)
        return any(stem in _MIXED_DISHES for unit in list(things)[:1] for stem in unit.stems)

    def _is_under(self, at: int) -> bool:
        """Tell whether a unit tells the bread that a sandwich is on: "a ham sandwich on rye bread"."""
        place = next((place for place in range(at, 0, -1) if self._units[place].link is not None), 0)
        if self._units[place].link not in _UNDER or not self._is_mixed_dish_before(place):
            return False
        return any(stem in _BREADS for stem in self._part(place)[-1].stems)

    def _is_forbidden(self, begin: int, end: int) -> bool:
        """Tell whether a spoon of one thing goes into another: "a spoon of honey in green tea"."""
        measure = self._run.before.quantity.measure if begin == 0 and self._run.before else None
        is_spoon = measure is not None and measure.word in _SPOONS
        return is_spoon and any(unit.link in ("in", "on", "into") for unit in self._units[1:end])

    def _fit(self, begin: int, end: int) -> Fit:
        if (begin, end) not in self._fits:
            self._fits[begin, end] = self._fitted(begin, end)
        return self._fits[begin, end]

    def _fitted(self, begin: int, end: int) -> Fit:
        units = self._units[begin:end]
        if _is_plain_water(units):
            return Fit(_ITEM, ())
        mass = sum(self._lexicon.phrases.rarity(stem) * unit.weight for unit in units for stem in unit.stems)
        if not all(unit.is_dress for unit in units) or self._is_wine(begin, end):
            hits = self._lexicon.phrases.find(self._terms(begin, end), limit=_MOST_HITS, owns=self._owns(begin, end))
            if any(self._adds(at, begin, end) for at in range(begin + 1, end)):
                # "Rice and eggs" are two; only a name that says hardly more is one: peanut butter and jelly sandwich.
                hits = [hit for hit in hits if hit.used >= _SAYS_HARDLY_MORE and self._is_told_as_one(hit, units)]
            hits = [hit for hit in hits if self._is_in_each_part(hit, begin, end)]
            hits = self._called_just_so(hits, units)
            if hits and _is_meant(hits[0]) and (hits[0].used > LEAST_NAMED or not self._names_nothing(units)):
                score = _NAMED if self._is_filled_dish(hits[0], begin, end) else 0.0
                return Fit(mass * max(score, hits[0].score) - _ITEM, tuple(hits))
            if plain := self._plain_dish(begin, end):
                known = mass * plain.explained
                return Fit(known - _ITEM - _UNKNOWN_SHARE * (mass - known), (plain,))
        if len(units) > 1 and units[0].is_dress and (bare := self._fit(begin + 1, end)).hits:
            # No table tells frozen rice or organic chicken, so that is rice and chicken.
            return Fit(bare.value - _ITEM, bare.hits)
        return Fit(-_UNKNOWN_SHARE * (mass + 1), ())

    def _adds(self, at: int, begin: int, end: int) -> bool:
        """Tell whether a joint adds another food: "and" does, and a comma between two that are foods by themselves."""
        if all(unit.is_dress for unit in self._units[begin:at]) or not self._begins_part(at):
            return False
        if self._units[at].link == ",":
            fits = self._fit(begin, at), self._fit(at, end)
            return all(fit.hits and fit.hits[0].explained > _ALL_SAID for fit in fits)
        return self._units[at].link in _ADDING

    def _is_told_as_one(self, hit: PhraseHit, units: Sequence[Unit]) -> bool:
        """Tell whether a food may be meant by things told one after the other: eggs and toast are no eggs on toast."""
        has_with = any(unit.link not in (None, ",", *_ADDING) for unit in units[1:])
        return hit.is_pair or has_with or any(stem in _FILLED_HEADS for stem in units[-1].stems)

    def _is_filled_dish(self, hit: PhraseHit, begin: int, end: int) -> bool:
        """Tell whether a list ends with the dish that all of it goes into: "a meat, bean and rice burrito"."""
        is_list = any(self._units[at].link in ("and", "&", ",", "n") for at in range(begin + 1, end))
        is_dish = any(stem in _FILLED_HEADS for stem in self._units[end - 1].stems)
        return is_list and is_dish and hit.explained > _ALL_SAID and hit.used >= _SAYS_HARDLY_MORE

    def _called_just_so(self, hits: list[PhraseHit], units: Sequence[Unit]) -> list[PhraseHit]:
        """Put foods whose very name was said before those that synonyms find: baked potato, roast potatoes."""
        said = key_of(self._text[units[0].piece.start : units[-1].piece.end])
        named = {candidate.food for candidate in self._lexicon.names.get(said) or ()}
        return sorted(hits, key=lambda hit: -(hit.score + _JUST_SO * (hit.food in named))) if named else hits

    def _names_nothing(self, units: Sequence[Unit]) -> bool:
        """Tell whether a phrase has but words that count or belong to everyday life: "small plate", "at home"."""
        words = [self._text[unit.piece.start : unit.piece.end] for unit in units if not unit.is_dress]
        return all(measure_named(word) or stem_of(word) in NO_FOODS for word in words)

    def _plain_dish(self, begin: int, end: int) -> PhraseHit | None:
        """Return the plain dish of a kind that no table has: a soup for "butternut squash soup".

        What is counted must name the dish first or last, anything else last.
        """
        things = [unit for unit in self._units[begin:end] if not unit.is_dress]
        is_one = all(self._units[at].link is None for at in range(begin + 1, end))
        ends = [things[-1], things[0]] if begin == 0 and self._run.before else things[-1:]
        head = next((stem for unit in ends for stem in unit.stems if stem in DISH_HEADS), None)
        if head is None or not is_one:
            return None
        hits = self._lexicon.phrases.find([Term(head)], limit=1)
        if not hits or not hits[0].is_same:
            return None
        rarity = self._lexicon.phrases.rarity
        said = sum(rarity(stem) for unit in things for stem in unit.stems)
        return replace(hits[0], explained=rarity(head) / said)

    def _is_in_each_part(self, hit: PhraseHit, begin: int, end: int) -> bool:
        """Tell whether every part between joints tells of the food; where it is from and what is in it need not."""
        starts = [at for at in range(begin + 1, end) if self._begins_part(at)]
        for first, last in zip([begin, *starts], [*starts, end], strict=True):
            things = [unit for unit in self._units[first:last] if not unit.is_dress]
            if things and not any(stem in hit.stems for unit in things for stem in unit.stems):
                return False
        return True

    def _begins_part(self, at: int) -> bool:
        link = self._units[at].link
        is_inside = self._is_made_of(at) or self._is_listed(at) or self._is_under(at)
        return link not in (None, "from", "in") and not is_inside

    def _terms(self, begin: int, end: int) -> list[Term]:
        """Return the terms of a phrase: what follows "with" or "from" counts less, what a dish has in it least."""
        terms: list[Term] = []
        share, is_beside = 1.0, False
        for at in range(begin, end):
            unit = self._units[at]
            has_thing = any(not before.is_dress for before in self._units[begin:at])
            if has_thing and unit.link and unit.link not in _ADDING:
                share = _LISTED if self._is_listed(at) else _TAIL
                is_beside = unit.link not in (OTHER_MATTER, ",") and not self._is_made_of(at)
            terms += [Term(stem, unit.weight * share, is_beside) for stem in unit.stems]
        return [*terms, _WINE] if self._is_wine(begin, end) else terms

    def _is_wine(self, begin: int, end: int) -> bool:
        """Tell whether a colour of wine stands where its glass was told: "a glass of red"."""
        measure = self._run.before.quantity.measure if begin == 0 and self._run.before else None
        is_poured = measure is not None and measure.word in _POURED and end == 1
        return is_poured and self._units[0].stems in _WINES

    def _owns(self, begin: int, end: int) -> Callable[[str], bool] | None:
        """Return the test whether a food is counted in the unit that stands beside the phrase."""
        amount = self._run.before if begin == 0 else None
        amount = amount or (self._run.after if end == len(self._units) else None)
        if amount is None:
            return None
        quantity = amount.quantity
        return lambda food: knows_unit(quantity, self._lexicon.facts(food))

    def _piece(self, begin: int, end: int) -> list[Piece]:
        units = self._units[begin:end]
        start, stop = units[0].piece.start, units[-1].piece.end
        if _is_plain_water(units):
            return [Water(start, stop)]
        hits = self._fit(begin, end).hits
        if hits:
            twins = [hit for hit in hits if hit.score >= hits[0].score - _TWIN]
            candidates = tuple(Candidate(hit.food, hit.score**4) for hit in twins)
            quality = (0.3 + 0.7 * min(1.0, hits[0].explained)) * (MENDED if any(u.is_mended for u in units) else 1.0)
            return [Food(start, stop, candidates, " ".join(sorted(hits[0].stems)), quality)]
        return [] if all(unit.is_dress for unit in units) else [Unknown(start, stop)]

    def _without_renamed(self, found: list[Piece]) -> list[Piece]:
        """Leave out a food that is told again by its own name: "a cheeseburger, namely a Whopper"."""
        renames = {unit.piece.start for unit in self._units if unit.link in _RENAMING}
        renamed = {
            at for at in range(len(found) - 1) if isinstance(found[at + 1], Food) and found[at + 1].start in renames
        }
        return [piece for at, piece in enumerate(found) if at not in renamed]


def _is_plain_water(units: Sequence[Unit]) -> bool:
    """Tell whether a phrase is water and nothing else but what dresses it."""
    return any(unit.is_water for unit in units) and all(unit.is_dress or unit.is_water for unit in units)


def _is_meant(hit: PhraseHit) -> bool:
    """Tell whether a food is so well named that it may be counted."""
    is_named = hit.is_same or hit.used > LEAST_NAMED
    is_explained = hit.named >= LEAST_EXPLAINED and hit.explained >= LEAST_OF_ALL
    return is_named and is_explained and max(hit.named, hit.explained) + hit.used >= LEAST_FIT
