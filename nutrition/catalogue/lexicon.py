"""The meal reader's lexicon, made from the names and household measures of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from sys import intern
from typing import NamedTuple

from django.db.models import Q

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.kernel.long_reads import row_by_row
from meum.language.lexicon import key_of
from meum.language.measures import size_at
from nutrition.catalogue.naming import has_han
from nutrition.catalogue.queries import NamedVersion, versions_named
from nutrition.catalogue.search import Kept
from nutrition.catalogue.sources.base import rows_of
from nutrition.domain.foods import FoodGroup, NameKind
from nutrition.models.catalogue import Food, FoodName, Portion
from nutrition.models.own_foods import OwnFood
from nutrition.reading.lexicon import Candidate, FoodFacts, MealLexicon, portion_key
from nutrition.reading.phrase_names import PhraseName
from nutrition.reading.phrases import UNREADY, PhraseIndex

_GENERIC = Path(__file__).parent / "everyday" / "generic_portions.csv"
# From here on a food is one that its names mean before any other.
_EVERYDAY_PRIOR = 90
_EVERYDAY_WEIGHT = 10.0
_SPOKEN_KINDS = (NameKind.NAME, NameKind.ALIAS, NameKind.MAINLAND)
_NAME_SHARES = {NameKind.NAME: 1.0, NameKind.ALIAS: 0.7, NameKind.MAINLAND: 0.9}
# Two recordings of one liquid differ by about this much.
_DENSITY_SPREAD = 0.03
# How much less than FNDDS, whose foods are as eaten, the English names of a source are trusted.
_DISTRUST = {"everyday": 0.125, "sr28": 0.1, "foundation": 0.1, "tfda": 0.125}
_ALIAS_DISTRUST = 0.08
# How much likelier an everyday food is than its distrust says where it is told by its very name.
_SERVED = 0.14
_MOST_PRIOR = 80
_EATEN_DRIED = frozenset({FoodGroup.FRUIT, FoodGroup.NUT})
_EATEN_RAW = _EATEN_DRIED | {
    FoodGroup.DAIRY,
    FoodGroup.SWEET,
    FoodGroup.SNACK,
    FoodGroup.VEGETABLE,
    FoodGroup.SEASONING,
    FoodGroup.FAT,
    FoodGroup.BEVERAGE,
    FoodGroup.ALCOHOL,
    FoodGroup.BAKERY,
}
_PLAIN = ("", "nfs", "ns as to size", "any size")
_CHUNK = 2000
_MOST_AT_ONCE_G = 500.0


def generic_portions() -> dict[str, Interval]:
    """Return what a household measure weighs when nothing better is known of the food, by the reader's portion key."""
    return {
        portion_key(row["unit"]): Interval(float(row["low"]), float(row["mid"]), float(row["high"]))
        for row in rows_of(_GENERIC)
    }


def _names() -> Iterator[tuple[str, list[Candidate]]]:
    """Yield what is said and what it may mean; singular and plural are one word, so that their candidates meet."""
    rows = FoodName.objects.filter(food__is_listed=True, kind__in=_SPOKEN_KINDS)
    for text, kind, key, prior in row_by_row(rows, "text", "kind", "food__key", "food__prior"):
        if weight := _weight_of(text, NameKind(kind), prior):
            yield key_of(text), [Candidate(intern(key), weight)]


def _phrase_names() -> Iterator[PhraseName]:
    """Yield the English names of all listed foods with what is known of how they are meant."""
    rows = FoodName.objects.filter(food__is_listed=True, lang=Lang.EN)
    columns = ("text", "kind", "food__key", "food__prior", "food__group", "food__source")
    for text, kind, key, prior, group, source in row_by_row(rows, *columns):
        penalty = _DISTRUST.get(source, 0.0) + (_ALIAS_DISTRUST if kind == NameKind.ALIAS and source == "fndds" else 0)
        # Told by its very name, an everyday food is meant: its portions are as it is served.
        whole = _SERVED if source == "everyday" else 0.0
        is_unready = _is_unready(text, FoodGroup(group))
        yield PhraseName(intern(key), text, min(prior, _MOST_PRIOR) / 100, penalty, is_unready, whole)


def _is_unready(text: str, group: FoodGroup) -> bool:
    """Tell whether a food is raw or dry where a bare word means it cooked."""
    state = UNREADY.search(text.lower())
    if state is None or (state.group() == "dried" and group in _EATEN_DRIED):
        return False
    return not (state.group() == "raw" and group in _EATEN_RAW)


def _sounds() -> dict[str, list[Candidate]]:
    """Return what the pinyin of everyday foods means, for those who type it instead of signs; of equals the first."""
    rows = FoodName.objects.filter(food__is_listed=True, kind=NameKind.PINYIN, food__prior__gte=_EVERYDAY_PRIOR)
    meant: dict[str, list[Candidate]] = {}
    for text, key in rows.order_by("-food__prior", "pk").values_list("text", "food__key").iterator(_CHUNK):
        meant.setdefault(text, [Candidate(intern(key), 1.0)])
    return meant


def _weight_of(text: str, kind: NameKind, prior: int) -> float:
    """Return how likely a name means its food; 0 for names of English tables, which are found as phrases."""
    if prior >= _EVERYDAY_PRIOR:
        return _EVERYDAY_WEIGHT * _NAME_SHARES[kind]
    is_spoken = has_han(text) and len(text) > 1 and text.isalpha()
    return max(0.02, _NAME_SHARES[kind] * (prior / 40) ** 2) if is_spoken else 0.0


class _Measure(NamedTuple):
    """The columns of a portion that the reader needs; model instances of all of them would take 15 MB."""

    unit: str
    detail: str
    grams_low: float
    grams_mid: float
    grams_high: float
    is_default: bool

    @property
    def grams(self) -> Interval:
        return Interval(self.grams_low, self.grams_mid, self.grams_high)


def _portion_keys(measure: _Measure) -> Iterator[str]:
    """Yield the keys of a portion: the sized one where its detail begins with a size, and the bare one."""
    sized = size_at(measure.detail, 0)
    if sized is not None:
        yield portion_key(f"{sized[0].value} {measure.unit}")
    yield portion_key(measure.unit)


def _facts(measures: Iterable[_Measure], *, density: float | None, is_drink: bool) -> FoodFacts:
    """Return what a food's measures, told in their order, mean to the reader."""
    told = list(measures)
    weights: dict[str, Interval] = {}
    # A plain one, then a medium one, is what a bare "one" means, wherever the table has it.
    for measure in sorted(told, key=lambda one: (one.detail not in _PLAIN, not one.detail.startswith("medium"))):
        for key in _portion_keys(measure):
            weights.setdefault(intern(key), measure.grams)
    return FoodFacts(
        portions=weights,
        serving=_serving(told, weights),
        density=Interval.around(density, share=_DENSITY_SPREAD) if density else None,
        is_drink=is_drink,
    )


def _serving(measures: Sequence[_Measure], weights: Mapping[str, Interval]) -> Interval | None:
    """Return what is eaten at once: the default portion, a serving, one piece or slice, else the first measure told."""
    default = (measure.grams for measure in measures if measure.is_default)
    usual = (weights[unit] for unit in ("serving", "piece", "slice") if unit in weights)
    first = (measure.grams for measure in measures if measure.grams_mid <= _MOST_AT_ONCE_G)
    return next(chain(default, usual, first), None)


def _facts_by_key(keys: set[str]) -> Iterator[tuple[str, FoodFacts]]:
    """Yield the facts of those of the foods that have any, in two queries."""
    listed = Food.objects.filter(Q(is_drink=True) | Q(density_g_per_ml__isnull=False), is_listed=True)
    drinks = {
        key: (density, is_drink) for key, density, is_drink in listed.values_list("key", "density_g_per_ml", "is_drink")
    }
    portions = Portion.objects.filter(food__is_listed=True).order_by("food__key", "position")
    columns = portions.values_list("food__key", *_Measure._fields)
    for key, rows in groupby(columns.iterator(_CHUNK), key=itemgetter(0)):
        if key in keys:
            density, is_drink = drinks.pop(key, (None, False))
            yield intern(key), _facts([_Measure(*row[1:]) for row in rows], density=density, is_drink=is_drink)
    for key, (density, is_drink) in drinks.items():
        yield intern(key), _facts([], density=density, is_drink=is_drink)


def _build() -> MealLexicon:
    facts: dict[str, FoodFacts] = {}
    phrases = PhraseIndex(_phrase_names())
    lexicon = MealLexicon(names=_names(), foods=facts, generic=generic_portions(), phrases=phrases, sounds=_sounds())
    # Only now is it known which foods stayed among the few that each word may mean.
    named = {candidate.food for key in lexicon.names for candidate in lexicon.names.get(key) or ()}
    named |= set(phrases.foods)
    facts.update(_facts_by_key(named))
    return lexicon


@dataclass(frozen=True, slots=True)
class Spoken:
    """Hold one state of the catalogue as people speak of it: the lexicon, and the foods that were named so far."""

    lexicon: MealLexicon
    _versions: dict[str, NamedVersion] = field(default_factory=dict)

    def versions(self, keys: Set[str]) -> dict[str, NamedVersion]:
        """Return the current version of each food by key; one query for those that nobody has named yet."""
        unnamed = {key for key in keys if key not in self._versions}
        if unnamed:
            self._versions.update(versions_named(unnamed))
        return {key: self._versions[key] for key in keys if key in self._versions}


_SPOKEN = Kept(lambda: Spoken(_build()))


def spoken() -> Spoken:
    """Return the catalogue as it is now, read once a process and again when it changes.

    One small query when nothing changed.
    """
    return _SPOKEN.get()


def meal_lexicon() -> MealLexicon:
    """Return the lexicon of the catalogue as it is now, in which foods are named by `Food.key`; see `spoken`."""
    return spoken().lexicon


_ANY_VESSEL = (
    "份",
    "serving",
    "个",
    "piece",
    "杯",
    "cup",
    "glass",
    "碗",
    "bowl",
    "根",
    "块",
    "盘",
    "plate",
    "瓶",
    "bottle",
)
_MINE = ("我的", "my ")


def lexicon_with(own_foods: Sequence[OwnFood], *, lexicon: MealLexicon) -> MealLexicon:
    """Return the lexicon of the catalogue with a person's own foods before it; only their names are laid out anew.

    A food named without 我的 or "my" is found with it too.
    """
    if not own_foods:
        return lexicon
    told = [(food.name, food.food_key) for food in own_foods]
    with_mine = [(f"{mine}{name}", key) for name, key in told for mine in _MINE if not name.lower().startswith(_MINE)]
    return lexicon.with_own([*told, *with_mine], {food.food_key: _own_facts(food) for food in own_foods})


def _own_facts(food: OwnFood) -> FoodFacts:
    """Return what a portion weighs: in its own unit, or in any vessel where none was told."""
    grams = food.portion_grams
    if grams is None:
        return FoodFacts()
    units = ("份", "serving", portion_key(food.portion_unit)) if food.portion_unit else _ANY_VESSEL
    return FoodFacts(portions=dict.fromkeys(units, grams), serving=grams, is_own=True)
