"""Putting the tables of the catalogue into the database: in bulk, repeatable, and without touching what did not change.

A food whose row changed gets a new version; its older versions stay, because diaries point at them. Ids follow from
source, code and content, so that all installations agree and a second load finds what the first one made.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from meum.kernel.errors import Invalid, NotFound
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.grading import EDITION, Judgement, judgements_of
from nutrition.catalogue.naming import folded
from nutrition.catalogue.patterns import packed_patterns
from nutrition.catalogue.sources import HELD_SOURCES, SOURCES, FoodSource, HeldSource
from nutrition.catalogue.tables import Refusal, digest_of_row, read_table
from nutrition.domain.allergens import AllergenFacts
from nutrition.domain.foods import NameKind
from nutrition.models.catalogue import CatalogueSource, Food, FoodName, FoodVersion, Portion

logger = logging.getLogger(__name__)

_BATCH = 500
_FOOD_FIELDS = [
    "group",
    "edible_share",
    "is_drink",
    "density_g_per_ml",
    "prior",
    "gtin",
    "allergens",
    "has_all_allergens",
    "is_listed",
    "row_digest",
    "current",
]
WEIGHTS = {
    NameKind.NAME: 100,
    NameKind.TRADITIONAL: 95,
    NameKind.ALIAS: 85,
    NameKind.MAINLAND: 85,
    NameKind.PINYIN: 75,
    NameKind.INITIALS: 60,
}


@dataclass(slots=True)
class LoadReport:
    """Count what a load did to the foods of one source.

    `held_back` are foods whose table row changed after somebody here had edited them: the edit stays in use.
    """

    source: str
    created: int = 0
    revised: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    held_back: int = 0
    refused: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the database has of a food."""

    row_digest: str
    is_listed: bool
    is_edited: bool


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the database has of a source: its foods, all ids of their versions, and the latest number of each food."""

    foods: dict[UUID, _Known]
    version_ids: set[UUID]
    numbers: dict[UUID, int]

    @classmethod
    def of(cls, source: CatalogueSource) -> _Stored:
        """Read it, in two queries."""
        columns = Food.objects.filter(source=source).values_list("pk", "row_digest", "is_listed", "current__origin")
        foods = {
            pk: _Known(row_digest, is_listed, origin == FoodVersion.Origin.EDITED)
            for pk, row_digest, is_listed, origin in columns
        }
        versions = FoodVersion.objects.filter(food__source=source).order_by("number")
        triples = list(versions.values_list("pk", "food_id", "number"))
        return cls(foods, {pk for pk, _, _ in triples}, {food_id: number for _, food_id, number in triples})


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that a load is going to write.

    `noted` are edited foods, of which only the seen row is written down; `judged` are versions that are there already.
    """

    foods: list[Food] = field(default_factory=list)
    changed: list[Food] = field(default_factory=list)
    noted: list[Food] = field(default_factory=list)
    versions: list[FoodVersion] = field(default_factory=list)
    judged: list[FoodVersion] = field(default_factory=list)
    names: list[FoodName] = field(default_factory=list)
    portions: list[Portion] = field(default_factory=list)


T = TypeVar("T")


def _batched(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Yield the values in slices of at most `size`."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def load_catalogue() -> list[LoadReport]:
    """Load every shipped table that is not loaded yet and return what was done to each such source.

    Returns an empty list, after one query, when nothing changed.
    """
    loaded = dict(CatalogueSource.objects.values_list("name", "sha256"))
    stale = [source for source in SOURCES.values() if loaded.get(source.name) != digest_of(source.table)]
    return [load_source(name=source.name, path=source.table) for source in stale]


def digest_of(path: Path) -> str:
    """Return the SHA-256 in hexadecimal of a file and of the edition of the rules that grade its foods."""
    return hashlib.sha256(path.read_bytes() + EDITION.encode()).hexdigest()


def load_source(*, name: str, path: Path) -> LoadReport:
    """Load one file as the foods of a source; foods that it no longer has are not listed any more.

    It is a table of our own format, or for a source that is not shipped one of that source's. Raises NotFound for an
    unknown source, Invalid when the file is no such table.
    """
    known = SOURCES.get(name) or HELD_SOURCES.get(name)
    if known is None:
        raise NotFound("unknown_source", f"no food source is called {name!r}")
    report = LoadReport(name)
    try:
        drafts = list(_accepted(_rows_of(known, path), report))
    except (OSError, ValueError, EOFError) as error:
        raise Invalid("unreadable_table", f"{path.name} cannot be read as a table of foods: {error}") from error
    with transaction.atomic():
        source = _source_row(known)
        _write(drafts, source, report)
        _withdraw_missing(drafts, source, report)
        _sign(source, digest_of(path), len(drafts), len(report.refused))
    for refusal in report.refused:
        logger.warning("row refused", extra={"file": refusal.file, "line": refusal.line, "reason": refusal.reason})
    return report


def _rows_of(source: FoodSource | HeldSource, path: Path) -> Iterable[FoodDraft | Refusal]:
    return source.read(path) if isinstance(source, HeldSource) else read_table(path, source=source.name)


def _accepted(rows: Iterable[FoodDraft | Refusal], report: LoadReport) -> Iterator[FoodDraft]:
    for row in rows:
        if isinstance(row, Refusal):
            report.refused.append(row)
        else:
            yield row


def _source_row(source: FoodSource | HeldSource) -> CatalogueSource:
    """Return the row of a source, locked, with its title and edition brought up to date."""
    facts = {"title": source.title, "edition": source.edition, "licence": source.licence}
    CatalogueSource.objects.update_or_create(name=source.name, defaults=facts)
    return CatalogueSource.objects.select_for_update().get(name=source.name)


def _sign(source: CatalogueSource, sha256: str, foods: int, refused: int) -> None:
    """Write down which file is loaded now; the new stamp tells every process to build its index anew."""
    source.sha256, source.foods, source.refused = sha256, foods, refused
    source.stamp = uuid4()
    source.save()


def _write(drafts: Sequence[FoodDraft], source: CatalogueSource, report: LoadReport) -> None:
    stored = _Stored.of(source)
    rows = _Rows()
    for draft, judgement in zip(drafts, judgements_of(drafts), strict=True):
        _plan(draft, judgement, source, stored, rows, report)
    _save(rows)


def _plan(
    draft: FoodDraft,
    judgement: Judgement,
    source: CatalogueSource,
    stored: _Stored,
    rows: _Rows,
    report: LoadReport,
) -> None:
    """Add to `rows` what a draft needs to be true in the database, and count it."""
    food_id, row_digest = draft.food_id, digest_of_row(draft, judgement.codes)
    known = stored.foods.get(food_id)
    if known and known.row_digest == row_digest and known.is_listed:
        report.unchanged += 1
        return
    version = _version_of(draft, judgement, source, number=stored.numbers.get(food_id, 0) + 1)
    (rows.judged if version.pk in stored.version_ids else rows.versions).append(version)
    food = _food_of(draft, source, row_digest, version.pk)
    if known and known.is_edited:
        report.held_back += 1
        rows.noted.append(food)
        return
    if known:
        report.revised += 1
        rows.changed.append(food)
    else:
        report.created += 1
        rows.foods.append(food)
    rows.names.extend(_names_of(draft))
    rows.portions.extend(_portions_of(draft))


def _food_of(draft: FoodDraft, source: CatalogueSource, row_digest: str, current_id: UUID) -> Food:
    allergens = draft.allergens or AllergenFacts()
    return Food(
        pk=draft.food_id,
        key=draft.key,
        source=source,
        group=draft.group,
        edible_share=draft.edible_share,
        is_drink=draft.is_drink,
        density_g_per_ml=draft.density_g_per_ml,
        prior=draft.prior,
        gtin=draft.gtin or None,
        allergens=allergens.codes,
        has_all_allergens=allergens.is_known,
        is_listed=True,
        row_digest=row_digest,
        current_id=current_id,
    )


def _version_of(draft: FoodDraft, judgement: Judgement, source: CatalogueSource, *, number: int) -> FoodVersion:
    """Return the version of a draft; its id follows from what it says, so that all installations agree on it."""
    packed = draft.nutrients.to_bytes()
    patterns = None if draft.patterns is None else packed_patterns(draft.patterns)
    spread = None if draft.nutrients.spread is None else draft.nutrients.spread.to_bytes()
    told = f"{draft.name_zh}\n{draft.name_en}\n".encode() + packed + (patterns or b"") + (spread or b"")
    content = hashlib.sha256(told).hexdigest()
    return FoodVersion(
        pk=uuid5(draft.food_id, content),
        food_id=draft.food_id,
        number=number,
        name_zh=draft.name_zh,
        name_en=draft.name_en,
        grade=judgement.grade.value,
        grade_reasons=judgement.codes,
        nutrients=packed,
        spread=spread,
        patterns=patterns,
        edition=source.edition,
        provenance=draft.provenance,
    )


def _names_of(draft: FoodDraft) -> Iterator[FoodName]:
    food_id = draft.food_id
    for name in draft.names:
        yield FoodName(
            food_id=food_id,
            lang=name.lang,
            text=name.text,
            folded=folded(name.text),
            kind=name.kind,
            weight=WEIGHTS[name.kind],
        )


def _portions_of(draft: FoodDraft) -> Iterator[Portion]:
    food_id = draft.food_id
    for position, portion in enumerate(draft.portions):
        yield Portion(
            food_id=food_id,
            position=position,
            unit=portion.unit,
            detail=portion.detail,
            grams_low=portion.grams.low,
            grams_mid=portion.grams.mid,
            grams_high=portion.grams.high,
            basis=portion.basis,
            is_default=portion.is_default,
        )


def _save(rows: _Rows) -> None:
    """Write all rows; foods and their versions point at each other, which the database checks at the end."""
    for chunk in _batched([food.pk for food in rows.changed], _BATCH):
        FoodName.objects.filter(food__in=chunk).delete()
        Portion.objects.filter(food__in=chunk).delete()
    Food.objects.bulk_create(rows.foods)
    FoodVersion.objects.bulk_create(rows.versions)
    FoodVersion.objects.bulk_update(rows.judged, ["grade", "grade_reasons"], batch_size=_BATCH)
    Food.objects.bulk_update(rows.changed, _FOOD_FIELDS, batch_size=_BATCH)
    Food.objects.bulk_update(rows.noted, ["row_digest", "is_listed"], batch_size=_BATCH)
    FoodName.objects.bulk_create(rows.names)
    Portion.objects.bulk_create(rows.portions)


def _withdraw_missing(drafts: Sequence[FoodDraft], source: CatalogueSource, report: LoadReport) -> None:
    """Take foods that the table no longer has off the list; not when a row was refused, for it may be theirs."""
    if report.refused:
        return
    listed = set(Food.objects.filter(source=source, is_listed=True).values_list("pk", flat=True))
    missing = listed.difference(draft.food_id for draft in drafts)
    report.withdrawn = len(missing)
    for chunk in _batched(sorted(missing), _BATCH):
        Food.objects.filter(pk__in=chunk).update(is_listed=False)
