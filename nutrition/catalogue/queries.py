"""Reads of the catalogue: foods, versions, portions, nutrient vectors and the stamp of it all."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable
from threading import Lock
from typing import NamedTuple
from uuid import UUID

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from meum.domain.nutrients import NutrientVector
from meum.kernel.errors import NotFound
from meum.kernel.prepared import Prepared
from meum.people.models import Person
from nutrition.catalogue.nutrients import SIZE
from nutrition.catalogue.patterns import unpacked_patterns
from nutrition.models.catalogue import OWN_SOURCE, TOLD_SOURCE, CatalogueSource, Food, FoodVersion, Portion


class NamedVersion(NamedTuple):
    """What a reply needs of a food's current version."""

    pk: UUID
    food_id: UUID
    name_zh: str
    name_en: str


class _Known(NamedTuple):
    """What never changes of a food version: what 100 g contain, and whose own food it is, None for the catalogue's."""

    vector: NutrientVector
    owner_id: UUID | None


class _VectorCache:
    """Keep the versions used last; a version never changes, so what is kept stays right in every process."""

    def __init__(self, *, most: int) -> None:
        """Keep at most `most` versions, some 1.4 KB each, and 5 KB more of each that was summed up."""
        self._most = most
        self._kept: OrderedDict[UUID, _Known] = OrderedDict()
        self._lock = Lock()

    def found(self, version_ids: Iterable[UUID]) -> dict[UUID, _Known]:
        """Return those of the versions that are kept."""
        with self._lock:
            held = {pk: self._kept[pk] for pk in version_ids if pk in self._kept}
            for pk in held:
                self._kept.move_to_end(pk)
        return held

    def keep(self, versions: dict[UUID, _Known]) -> None:
        """Take versions in and let go of those not used for longest."""
        with self._lock:
            self._kept.update(versions)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


BULK = ("nutrients", "spread", "patterns", "provenance")
"""The columns of a food version that no list needs; vectors come from the process's own memory."""
BULK_OF_VERSION = tuple(f"food_version__{name}" for name in BULK)

_NAMES = ("current__name_zh", "current__name_en")
_VECTORS = _VectorCache(most=4096)
_IS_DRINK = Prepared(lambda pk: FoodVersion.objects.filter(pk=pk).values_list("food__is_drink", flat=True))
_STAMPS = Prepared(
    lambda: (
        CatalogueSource.objects.exclude(name__in=(OWN_SOURCE, TOLD_SOURCE))
        .order_by("name")
        .values_list("stamp", flat=True)
    )
)


def visible_foods() -> QuerySet[Food]:
    """Return the foods that everybody may choose for a new entry, with their current versions; nobody's own foods.

    A constraint of the table keeps own foods unlisted. To ask for the missing owner as well would send SQLite through
    the index of owners, which tells nothing apart there.
    """
    return Food.objects.filter(is_listed=True).select_related("current")


def catalogue_stamp() -> str:
    """Return a text that differs after every load and every edit of the catalogue; one small query.

    What people teach for themselves is no part of the catalogue.
    """
    return "-".join(stamp.hex for stamp in _STAMPS.rows())


def food_vectors(version_ids: Collection[UUID]) -> dict[UUID, NutrientVector]:
    """Return the nutrient vectors of food versions, with at most one query for those that are not in memory.

    Raises NotFound when one of the versions does not exist.
    """
    return {pk: known.vector for pk, known in _known(version_ids).items()}


def check_may_log(*, version_ids: Collection[UUID], person: Person) -> None:
    """Raise NotFound unless each version exists and is the catalogue's or of the person's own foods.

    At most one query, none for versions that are in memory.
    """
    if any(known.owner_id not in (None, person.pk) for known in _known(version_ids).values()):
        raise _unknown_food()


def _known(version_ids: Collection[UUID]) -> dict[UUID, _Known]:
    known = _VECTORS.found(version_ids)
    wanted = {pk for pk in version_ids if pk not in known}
    if wanted:
        read = _read_versions(wanted)
        _VECTORS.keep(read)
        known |= read
    return known


def _read_versions(version_ids: set[UUID]) -> dict[UUID, _Known]:
    rows = FoodVersion.objects.filter(pk__in=version_ids).select_related("food")
    rows = rows.only("pk", "nutrients", "spread", "food__owner")
    read = {row.pk: _Known(_frozen(unpacked_vector(row)), row.food.owner_id) for row in rows}
    if len(read) < len(version_ids):
        raise _unknown_food()
    return read


def unpacked_vector(version: FoodVersion) -> NutrientVector:
    """Return the nutrients of a version unpacked anew; who only reads them takes `food_vectors`, which keeps them."""
    spread = None if version.spread is None else bytes(version.spread)
    return NutrientVector.from_bytes(bytes(version.nutrients), size=SIZE, spread=spread)


def _frozen(vector: NutrientVector) -> NutrientVector:
    """Forbid writing to a vector that threads are going to share."""
    vector.amounts.flags.writeable = False
    vector.trace.flags.writeable = False
    return vector


def food_vector(version_id: UUID) -> NutrientVector:
    """Return the nutrient vector of one food version; raise NotFound when it does not exist."""
    return food_vectors([version_id])[version_id]


def patterns_of(version_ids: Collection[UUID]) -> dict[UUID, NDArray[np.float64] | None]:
    """Return the food pattern equivalents of food versions, float64 (37,) per 100 g, in one query.

    None stands for a version of which nobody has worked them out. Raises NotFound when one does not exist.
    """
    rows = dict(FoodVersion.objects.filter(pk__in=version_ids).values_list("pk", "patterns"))
    if len(rows) < len(set(version_ids)):
        raise _unknown_food()
    return {pk: None if packed is None else unpacked_patterns(bytes(packed)) for pk, packed in rows.items()}


def food_version(version_id: UUID) -> FoodVersion:
    """Return one food version with its food; raise NotFound when it does not exist."""
    version = FoodVersion.objects.select_related("food").filter(pk=version_id).first()
    if version is None:
        raise _unknown_food()
    return version


def is_drink(version_id: UUID) -> bool:
    """Tell whether a food is drunk; raise NotFound for a version that does not exist."""
    told = _IS_DRINK.first(pk=version_id)
    if told is None:
        raise _unknown_food()
    return told


def versions_named(keys: Collection[str]) -> dict[str, NamedVersion]:
    """Return the current version of each food by the key of the food, in one query; unknown keys are left out.

    Of people's own foods it finds none.
    """
    foods = Food.objects.filter(key__in=keys, owner=None).values_list("key", "current_id", "pk", *_NAMES)
    return {key: NamedVersion(*told) for key, *told in foods}


def portions_of(food_ids: Collection[UUID]) -> dict[UUID, list[Portion]]:
    """Return the household measures of foods in their order, in one query."""
    found: defaultdict[UUID, list[Portion]] = defaultdict(list)
    for portion in Portion.objects.filter(food__in=food_ids).order_by("food_id", "position"):
        found[portion.food_id].append(portion)
    return found


def _unknown_food() -> NotFound:
    return NotFound("unknown_food", "there is no such food")
