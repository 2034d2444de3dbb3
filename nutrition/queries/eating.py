"""How near several days of a person come to the guidelines: kinds of food, and two indices of diet quality."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from nutrition.catalogue.patterns import PATTERNS
from nutrition.catalogue.queries import patterns_of
from nutrition.domain.adequacy import LEAST_COVERAGE
from nutrition.domain.indices import (
    ALCOHOL_GRAMS_A_DRINK,
    ENERGY,
    Component,
    chei_2017,
    hei_2020,
    points_of,
)
from nutrition.domain.layers import Kind, Layer
from nutrition.domain.targets import Sex
from nutrition.queries.diary import DaySummary
from nutrition.queries.kinds import Eaten, coverage_of, day_kinds, eaten_of

LEAST_DAYS = 3
"""An index of fewer days tells of these days more than of how somebody eats (own rule)."""
_HEI_NUTRIENTS = (ENERGY, "NA", "FASAT", "FAMS", "FAPU")
_CHEI_NUTRIENTS = (ENERGY, "NA")
_Patterns = Mapping[UUID, NDArray[np.float64] | None]


@dataclass(frozen=True, slots=True)
class Index:
    """An index of diet quality: `points` 0..100, None where too few days or foods tell.

    `coverage` 0..1 is the share of what was eaten, by grams or by energy, whichever is less, of which all is known that
    the index needs; it is made of these foods alone.
    """

    points: float | None
    components: tuple[Component, ...]
    coverage: float


@dataclass(frozen=True, slots=True)
class Eating:
    """Several days beside the guidelines; `kinds` are at least those, `kinds_coverage` is as that of an index."""

    days: int
    kinds: frozenset[Kind]
    kinds_coverage: float
    hei: Index
    chei: Index


def eating_of(days: Sequence[DaySummary], *, sex: Sex | None) -> Eating:
    """Return how the days with meals stand to the guidelines, in one query however many they are."""
    told = [summary for summary in days if summary.meals]
    eaten = [each for summary in told for each in eaten_of(summary)]
    patterns = patterns_of({each.version_id for each in eaten})
    return Eating(
        days=len(told),
        kinds=frozenset(kind for summary in told for kind in day_kinds(summary).counted),
        kinds_coverage=coverage_of(eaten, lambda each: each.kinds.is_known),
        hei=_hei(eaten, patterns, days=len(told)),
        chei=_chei(eaten, patterns, days=len(told), sex=sex),
    )


def _hei(eaten: Sequence[Eaten], patterns: _Patterns, *, days: int) -> Index:
    def is_known(each: Eaten) -> bool:
        return patterns[each.version_id] is not None and all(map(each.knows, _HEI_NUTRIENTS))

    known = [each for each in eaten if is_known(each)]
    sums = _nutrients(known, _HEI_NUTRIENTS) | _pattern_sums(known, patterns)
    return _index(lambda: hei_2020(sums), coverage=coverage_of(eaten, is_known), days=days)


def _chei(eaten: Sequence[Eaten], patterns: _Patterns, *, days: int, sex: Sex | None) -> Index:
    def is_known(each: Eaten) -> bool:
        is_told = each.kinds.is_known and patterns[each.version_id] is not None
        return is_told and all(map(each.knows, _CHEI_NUTRIENTS))

    known = [each for each in eaten if is_known(each)]
    of_patterns = _pattern_sums(known, patterns)
    sums = _nutrients(known, _CHEI_NUTRIENTS) | of_patterns | _layer_sums(known)
    alcohol_g = of_patterns["a_drinks"] * ALCOHOL_GRAMS_A_DRINK / max(days, 1)
    return _index(
        lambda: chei_2017(sums, alcohol_g=alcohol_g, sex=sex), coverage=coverage_of(eaten, is_known), days=days
    )


def _index(score: Callable[[], tuple[Component, ...]], *, coverage: float, days: int) -> Index:
    """Score what is known where it is enough; with enough coverage there is energy."""
    if coverage < LEAST_COVERAGE or days < LEAST_DAYS:
        return Index(None, (), coverage)
    components = score()
    return Index(points_of(components), components, coverage)


def _nutrients(known: Sequence[Eaten], tagnames: Collection[str]) -> dict[str, float]:
    return {tagname: sum(each.amount(tagname) for each in known) for tagname in tagnames}


def _pattern_sums(known: Sequence[Eaten], patterns: _Patterns) -> dict[str, float]:
    sums = np.zeros(len(PATTERNS))
    for each in known:
        per_100_g = patterns[each.version_id]
        if per_100_g is not None:
            sums += per_100_g * (each.portion.grams.mid / 100)
    return {pattern.tag: float(sums[pattern.position]) for pattern in PATTERNS}


def _layer_sums(known: Sequence[Eaten]) -> dict[str, float]:
    sums = dict.fromkeys(map(str, Layer), 0.0)
    for each in known:
        for kind, per_100_g in each.kinds.grams.items():
            sums[kind.layer] += per_100_g.mid * each.portion.grams.mid / 100
    return sums
