"""Finding foods by name, through an index that each process keeps and builds anew when the catalogue changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from meum.domain.languages import Lang, name_in
from meum.kernel.long_reads import row_by_row
from meum.people.models import Person
from nutrition.catalogue.index import IndexedName, NameHit, NameIndex
from nutrition.catalogue.naming import folded, has_han
from nutrition.catalogue.queries import catalogue_stamp, visible_foods
from nutrition.domain.foods import Grade, NameKind
from nutrition.domain.gtin import gtin_of
from nutrition.models.catalogue import OWN_SOURCE, Food, FoodName
from nutrition.models.diary import MealItem
from nutrition.models.own_foods import OwnFood
from nutrition.reading.sounds import lettered, spelled

T = TypeVar("T")

_MOST_TWINS = 5
_EVERYDAY = "everyday"
# How much plainer or stranger a food counts for how sound its figures are; a prior goes from 0 to 100.
_GRADE_BONUS = {Grade.A: 3, Grade.B: 0, Grade.C: -10}
# A person's own foods count as the plainest and soundest there are.
_OWN_WEIGHT, _OWN_PRIOR = 100, 100
# What is eaten often may pass what fits better by no more than this.
_MOST_HABIT, _OFTEN, _DAYS_OF_HABIT = 0.05, 20, 90
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
    rows = FoodName.objects.exclude(kind=NameKind.TRADITIONAL)
    names = (
        IndexedName(text, place, weight, priors[place], NameKind(kind))
        for text, food_id, weight, kind in row_by_row(rows, "folded", "food_id", "weight", "kind")
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


def foods_of_gtin(*, gtin: str, person: Person | None = None) -> list[FoodHit]:
    """Return the foods with a number under their bar code, as sure hits: a person's own first, then the catalogue's.

    Raises ValueError for what is no GTIN.
    """
    number = gtin_of(gtin)
    rows = visible_foods().filter(gtin=number).values_list(*_TOLD)
    own = [] if person is None else _own_of_gtin(number, person)
    return own + [_told(row, score=1.0, matched=number) for row in rows]


def _own_of_gtin(number: str, person: Person) -> list[FoodHit]:
    standing = OwnFood.objects.filter(person=person, gtin=number, deleted_at=None).order_by("-pk")
    versions = [f"food_version__{name}" for name in ("id", "name_zh", "name_en")]
    return [
        FoodHit(pk, version, f"own_food:{pk.hex}", name_zh, name_en, OWN_SOURCE, 1.0, number)
        for pk, version, name_zh, name_en in standing.values_list("pk", *versions)
    ]


def search_foods(*, query: str, limit: int = 10, person: Person | None = None) -> list[FoodHit]:
    """Return the foods whose names fit what somebody typed, best first: Chinese in either script, pinyin, English.

    A plain everyday food comes before its special forms, a sound one before a doubtful one. For a `person` own foods
    come before equals, and what was eaten often in the latest 90 days before what fits about as well. Two queries
    besides the building of the index, two more for a person.
    """
    hits = _in_catalogue(query, limit)
    if person is None:
        return hits
    found = [*_among_own(query, limit, person), *hits]
    eaten = _times_eaten(person, {hit.food_id for hit in found}) if len(found) > 1 else {}
    return sorted(found, key=lambda hit: -(hit.score + _habit(eaten.get(hit.food_id, 0))))[:limit]


def _habit(times: int) -> float:
    return _MOST_HABIT * min(times, _OFTEN) / _OFTEN


def _times_eaten(person: Person, food_ids: set[UUID]) -> dict[UUID, int]:
    """Return how often each of some foods stands in a person's meals of the latest days."""
    since = person.clock.day_of(timezone.now()) - timedelta(days=_DAYS_OF_HABIT)
    rows = MealItem.objects.filter(
        meal__person=person, meal__deleted_at=None, meal__day__gte=since, food_version__food__in=food_ids
    )
    return dict(rows.values_list("food_version__food").annotate(times=Count("pk")))


def _among_own(query: str, limit: int, person: Person) -> list[FoodHit]:
    """Find a person's own foods, in an index that lives as long as the search: private names stay out of the shared."""
    own = list(OwnFood.objects.filter(person=person, deleted_at=None).order_by("pk"))
    index = NameIndex(name for place, food in enumerate(own) for name in _own_names(food.name, place))
    hits = index.search(query, limit=limit)
    return [_own_told(own[hit.food], hit) for hit in hits]


def _own_names(name: str, place: int) -> Iterator[IndexedName]:
    """Yield a name as it was told, without 我的 or "my", and both in pinyin and initials."""
    text = folded(name)
    short = text.removeprefix("我的").removeprefix("my ")
    for said, kind in ((text, NameKind.NAME), *(((short, NameKind.ALIAS),) if short and short != text else ())):
        yield IndexedName(said, place, _OWN_WEIGHT, _OWN_PRIOR, kind)
        if has_han(said):
            yield IndexedName(spelled(said), place, _OWN_WEIGHT, _OWN_PRIOR, NameKind.PINYIN)
            yield IndexedName(lettered(said), place, _OWN_WEIGHT, _OWN_PRIOR, NameKind.INITIALS)


def _own_told(own: OwnFood, hit: NameHit) -> FoodHit:
    is_chinese = has_han(own.name)
    name_zh, name_en = (own.name, "") if is_chinese else ("", own.name)
    facts = (own.pk, own.food_version_id, own.food_key, name_zh, name_en, OWN_SOURCE)
    return _told(facts, score=hit.score, matched=hit.matched)


def _in_catalogue(query: str, limit: int) -> list[FoodHit]:
    search = _SEARCH.get()
    hits = search.index.search(query, limit=limit + _MOST_TWINS)
    if not hits:
        return []
    ids = [search.food_ids[hit.food] for hit in hits]
    found = {row[0]: row for row in visible_foods().filter(pk__in=ids).values_list(*_TOLD)}
    chosen = ((found.get(food_id), hit) for food_id, hit in zip(ids, hits, strict=True))
    told = [_told(row, score=hit.score, matched=hit.matched) for row, hit in chosen if row is not None]
    return list(_without_twins(told))[:limit]


def _without_twins(hits: Sequence[FoodHit]) -> Iterator[FoodHit]:
    """Leave out a food that is called like an everyday one before it, or the other way round: the two are one food."""
    seen: dict[str, str] = {}
    for hit in hits:
        source = seen.setdefault(hit.name_en.casefold() or hit.key, hit.source)
        if source == hit.source or _EVERYDAY not in (source, hit.source):
            yield hit


def _told(row: tuple[Any, ...], *, score: float, matched: str) -> FoodHit:
    food_id, version_id, key, name_zh, name_en, source = row
    return FoodHit(food_id, version_id, key, name_zh, name_en, source, score, matched)
