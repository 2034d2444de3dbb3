"""Finding foods by name, through an index that each process keeps and builds anew when the catalogue changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar
from uuid import UUID

from meum.domain.languages import Lang, name_in
from nutrition.catalogue.index import IndexedName, NameIndex
from nutrition.catalogue.queries import catalogue_stamp, visible_foods
from nutrition.domain.foods import Grade, NameKind
from nutrition.domain.gtin import gtin_of
from nutrition.models.catalogue import Food, FoodName

T = TypeVar("T")

_CHUNK = 2000
# How much plainer or stranger a food counts for how sound its figures are; a prior goes from 0 to 100.
_GRADE_BONUS = {Grade.A: 3, Grade.B: 0, Grade.C: -10}
_TOLD = ("pk", "current_id", "key", "current__name_zh", "current__name_en", "source_id")


class Kept(Generic[T]):
    """Keep what was made from the catalogue until its stamp changes; while one thread makes it anew the others wait."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Take the function that makes it; it is called when the thing is first asked for."""
        self._make = make
        self._lock = Lock()
        self._held: tuple[str, T] | None = None

    def get(self) -> T:
        """Return the thing made from the catalogue as it is now; one small query when nothing changed."""
        stamp = catalogue_stamp()
        held = self._held
        if held is None or held[0] != stamp:
            with self._lock:
                held = self._held
                if held is None or held[0] != stamp:
                    held = self._held = (stamp, self._make())
        return held[1]


@dataclass(frozen=True, slots=True)
class FoodHit:
    """A food that a search found; `score` is 0..1, `matched` the name that was found as it is compared."""

    food_id: UUID
    version_id: UUID
    key: str
    name_zh: str
    name_en: str
    source: str
    score: float
    matched: str

    def name(self, lang: Lang) -> str:
        """Return the food's name in a language, in the other one where there is none."""
        return name_in(lang, zh=self.name_zh, en=self.name_en)


@dataclass(frozen=True, slots=True)
class _Search:
    """The index, and the ids of the foods by their place in it."""

    index: NameIndex
    food_ids: list[UUID]


def _build() -> _Search:
    """Read all names of listed foods; foods come in the order of prior and key, which settles ties.

    Databases order texts by different rules, so keys are sorted here: all find the same.
    """
    columns = ("key", "pk", "prior", "current__grade")
    listed = Food.objects.filter(is_listed=True).values_list(*columns)
    foods = sorted(listed, key=lambda food: (-food[2], food[0]))
    places = {pk: place for place, (_, pk, _, _) in enumerate(foods)}
    priors = [_with_bonus(prior, grade) for *_, prior, grade in foods]
    rows = FoodName.objects.exclude(kind=NameKind.TRADITIONAL).order_by("food_id", "pk")
    names = (
        IndexedName(text, place, weight, priors[place], NameKind(kind))
        for text, food_id, weight, kind in rows.values_list("folded", "food_id", "weight", "kind").iterator(_CHUNK)
        if (place := places.get(food_id)) is not None
    )
    return _Search(NameIndex(names), list(places))


def _with_bonus(prior: int, grade: str) -> int:
    """Return the prior of a food with what its grade adds, within 0 and 100."""
    return min(100, max(0, prior + _GRADE_BONUS[Grade(grade)]))


_SEARCH = Kept(_build)


def warm() -> None:
    """Build the index now, so that the first person who searches does not wait for it."""
    _SEARCH.get()


def foods_of_gtin(*, gtin: str) -> list[FoodHit]:
    """Return the food with a number under its bar code, as a sure hit; nothing when none has it.

    Raises ValueError for what is no GTIN.
    """
    number = gtin_of(gtin)
    rows = visible_foods().filter(gtin=number).values_list(*_TOLD)
    return [_told(row, score=1.0, matched=number) for row in rows]


def search_foods(*, query: str, limit: int = 10) -> list[FoodHit]:
    """Return the foods whose names fit what somebody typed, best first: Chinese in either script, pinyin, English.

    A plain everyday food comes before its special forms, a sound one before a doubtful one. Two queries besides the
    building of the index.
    """
    search = _SEARCH.get()
    hits = search.index.search(query, limit=limit)
    if not hits:
        return []
    ids = [search.food_ids[hit.food] for hit in hits]
    found = {row[0]: row for row in visible_foods().filter(pk__in=ids).values_list(*_TOLD)}
    chosen = ((found.get(food_id), hit) for food_id, hit in zip(ids, hits, strict=True))
    return [_told(row, score=hit.score, matched=hit.matched) for row, hit in chosen if row is not None]


def _told(row: tuple[Any, ...], *, score: float, matched: str) -> FoodHit:
    food_id, version_id, key, name_zh, name_en, source = row
    return FoodHit(food_id, version_id, key, name_zh, name_en, source, score, matched)
