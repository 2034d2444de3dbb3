"""Our own table of foods: one CSV file a source, one row a food, packed so that equal data give equal bytes.

Columns: code, group, drink, edible, density, prior, zh, en, names, portions, provenance, then one column a nutrient by
tagname. An empty nutrient cell is unknown, `tr` a trace. `names` holds `lang:kind:text` and `portions` holds
`unit~detail~low~mid~high~basis~default`, each list joined by `|`. Between provenance and nutrients a table may have
`gtin`, `allergens` (joined by commas, with `?` at the end where there may be others), `patterns` (`tag=amount`,
joined by `|`, `0` for none) and `spread` (`tagname=low~high` as factors of the amount, joined by `|`); it has those of
which a food tells something.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector, Spread
from nutrition.catalogue.drafts import FoodDraft, NameDraft, PortionDraft
from nutrition.catalogue.nutrients import NUTRIENTS, SIZE, factors_of, position_of, spread_of
from nutrition.catalogue.patterns import pattern_amounts, patterns_vector
from nutrition.catalogue.quality import problems_of
from nutrition.domain.allergens import AllergenFacts, allergens_of_codes
from nutrition.domain.foods import FoodGroup, NameKind

COLUMNS = ("code", "group", "drink", "edible", "density", "prior", "zh", "en", "names", "portions", "provenance")
EXTRAS = ("gtin", "allergens", "patterns", "spread")
_TRACE = "tr"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not loaded: where it stands and why."""

    file: str
    line: int
    reason: str


def _figure(value: float) -> str:
    """Return a number with at most six significant figures and nothing superfluous."""
    return f"{value:.6g}"


def _cell(vector: NutrientVector, position: int) -> str:
    if vector.trace[position]:
        return _TRACE
    return _figure(vector.amounts[position]) if vector.is_known(position) else ""


def _names_cell(names: Sequence[NameDraft]) -> str:
    return "|".join(f"{name.lang}:{name.kind}:{name.text.replace('|', '/')}" for name in names)


def _portions_cell(portions: Sequence[PortionDraft]) -> str:
    return "|".join(
        "~".join(
            (p.unit, p.detail, *map(_figure, (p.grams.low, p.grams.mid, p.grams.high)), p.basis, str(int(p.is_default)))
        )
        for p in portions
    )


def _allergens_cell(facts: AllergenFacts | None) -> str:
    if facts is None:
        return ""
    return facts.codes + ("" if facts.is_known else "?") or "none"


def _patterns_cell(vector: NDArray[np.float64] | None) -> str:
    if vector is None:
        return ""
    return "|".join(f"{tag}={_figure(amount)}" for tag, amount in pattern_amounts(vector).items()) or "0"


def _spread_cell(spread: Spread | None) -> str:
    factors = {} if spread is None else factors_of(spread)
    return "|".join(f"{tagname}={_figure(low)}~{_figure(high)}" for tagname, (low, high) in factors.items())


def _extra_cells(draft: FoodDraft) -> dict[str, str]:
    """Return what a food tells of that not every table has."""
    allergens, patterns = _allergens_cell(draft.allergens), _patterns_cell(draft.patterns)
    cells = (draft.gtin, allergens, patterns, _spread_cell(draft.nutrients.spread))
    return dict(zip(EXTRAS, cells, strict=True))


def _row_of(draft: FoodDraft, extras: Sequence[str], positions: Sequence[int]) -> list[str]:
    density = "" if draft.density_g_per_ml is None else _figure(draft.density_g_per_ml)
    return [
        draft.code,
        draft.group,
        str(int(draft.is_drink)),
        _figure(draft.edible_share),
        density,
        str(draft.prior),
        draft.name_zh,
        draft.name_en,
        _names_cell(draft.names),
        _portions_cell(draft.portions),
        draft.provenance,
        *map(_extra_cells(draft).__getitem__, extras),
        *(_cell(draft.nutrients, position) for position in positions),
    ]


def table_bytes(drafts: Iterable[FoodDraft]) -> bytes:
    """Return the gzip table of foods, sorted by code; equal foods give equal bytes on every machine."""
    rows = sorted(drafts, key=lambda draft: draft.code)
    known = ~np.all([np.isnan(draft.nutrients.amounts) for draft in rows], axis=0)
    positions = [int(place) for place in np.flatnonzero(known)]
    told = [_extra_cells(draft) for draft in rows]
    extras = [name for name in EXTRAS if any(cells[name] for cells in told)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, *extras, *(NUTRIENTS[place].tagname for place in positions)])
    writer.writerows(_row_of(draft, extras, positions) for draft in rows)
    packed = bytearray(gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0))
    packed[9] = 255  # the byte that names the operating system, which differs between Python builds
    return bytes(packed)


def digest_of_row(draft: FoodDraft, judgement: str = "") -> str:
    """Return 32 hexadecimal digits that change with anything a table, or a judgement of its row, says about a food."""
    told = "\x1f".join([*_row_of(draft, EXTRAS, ()), judgement])
    return hashlib.blake2b(told.encode() + draft.nutrients.to_bytes(), digest_size=16).hexdigest()


def _names_of(cell: str) -> tuple[NameDraft, ...]:
    found = []
    for entry in filter(None, cell.split("|")):
        lang, kind, text = entry.split(":", 2)
        found.append(NameDraft(Lang(lang), NameKind(kind), text))
    return tuple(found)


def _portions_of(cell: str) -> tuple[PortionDraft, ...]:
    found = []
    for entry in filter(None, cell.split("|")):
        unit, detail, low, mid, high, basis, default = entry.split("~")
        grams = Interval(float(low), float(mid), float(high))
        found.append(PortionDraft(unit, grams, basis, detail, default == "1"))
    return tuple(found)


def _factors_of(cell: str) -> dict[str, tuple[float, float]]:
    factors = {}
    for entry in filter(None, cell.split("|")):
        tagname, told = entry.split("=")
        low, high = map(float, told.split("~"))
        factors[tagname] = (low, high)
    return factors


def _vector_of(cells: Sequence[str], positions: Sequence[int], spread: str) -> NutrientVector:
    vector = replace(NutrientVector.unknown(SIZE), spread=spread_of(_factors_of(spread)))
    vector.amounts[list(positions)] = [float(cell) if cell and cell != _TRACE else np.nan for cell in cells]
    if _TRACE in cells:
        traced = [place for place, cell in zip(positions, cells, strict=True) if cell == _TRACE]
        vector.amounts[traced] = 0.0
        vector.trace[traced] = True
    return vector


def _allergens_of(cell: str) -> AllergenFacts | None:
    if not cell:
        return None
    return AllergenFacts(allergens_of_codes(cell.removesuffix("?").removeprefix("none")), not cell.endswith("?"))


def _patterns_of(cell: str) -> NDArray[np.float64] | None:
    if not cell:
        return None
    told = (entry.split("=") for entry in cell.split("|") if entry != "0")
    return patterns_vector({tag: float(amount) for tag, amount in told})


@dataclass(frozen=True, slots=True)
class _Head:
    """What the columns of a table hold after those that every table has."""

    extras: tuple[str, ...]
    positions: tuple[int, ...]

    @classmethod
    def of(cls, head: Sequence[str]) -> _Head:
        """Read it; raise ValueError for a nutrient that nobody knows."""
        extras = tuple(name for name in head[len(COLUMNS) :] if name in EXTRAS)
        return cls(extras, tuple(position_of(tagname) for tagname in head[len(COLUMNS) + len(extras) :]))

    @property
    def size(self) -> int:
        """Return how many cells a row has."""
        return len(COLUMNS) + len(self.extras) + len(self.positions)


def _draft_of(source: str, row: Sequence[str], head: _Head) -> FoodDraft:
    """Return the food of one row; raise ValueError for what cannot be read or cannot be true."""
    if len(row) != head.size:
        raise ValueError(f"has {len(row)} cells where the head has {head.size}")
    extra = dict(zip(head.extras, row[len(COLUMNS) :], strict=False))
    code, group, drink, edible, density, prior, zh, en, names, portions, provenance = row[: len(COLUMNS)]
    draft = FoodDraft(
        source=source,
        code=code,
        group=FoodGroup(group),
        name_zh=zh,
        name_en=en,
        nutrients=_vector_of(row[len(COLUMNS) + len(head.extras) :], head.positions, extra.get("spread", "")),
        provenance=provenance,
        names=_names_of(names),
        portions=_portions_of(portions),
        is_drink=drink == "1",
        edible_share=float(edible),
        density_g_per_ml=float(density) if density else None,
        prior=int(prior),
        gtin=extra.get("gtin", ""),
        allergens=_allergens_of(extra.get("allergens", "")),
        patterns=_patterns_of(extra.get("patterns", "")),
    )
    if problem := next(problems_of(draft), None):
        raise ValueError(problem)
    return draft


def open_text(path: Path) -> io.TextIOBase:
    """Return the text of a CSV file, packed or plain."""
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path), encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def read_table(path: Path, *, source: str) -> Iterator[FoodDraft | Refusal]:
    """Yield the foods of a table, and a refusal in place of each row that is broken or impossible.

    Raises ValueError when the head of the table is not ours.
    """
    with open_text(path) as lines:
        reader = csv.reader(lines)
        head = next(reader, [])
        if tuple(head[: len(COLUMNS)]) != COLUMNS:
            raise ValueError(f"{path.name} does not begin with the columns {', '.join(COLUMNS)}")
        columns = _Head.of(head)
        seen: set[str] = set()
        for row in reader:
            try:
                draft = _draft_of(source, row, columns)
                if draft.code in seen:
                    raise ValueError("repeats a code")
            except ValueError as error:
                yield Refusal(path.name, reader.line_num, str(error))
            else:
                seen.add(draft.code)
                yield draft
