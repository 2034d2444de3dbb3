"""Every write of foods that people teach for themselves: a food by its label, a dish by what goes into it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid5

import numpy as np
from django.db.models import Max

from meum.domain.intervals import Interval
from meum.domain.nutrients import NutrientVector
from meum.journal.models import Door, Evidence, new_id
from meum.journal.services import recording
from meum.kernel.errors import Conflict, Invalid
from meum.language.lexicon import key_of
from meum.people.models import Person
from nutrition.catalogue import bare_energy
from nutrition.catalogue.grading import judgement_of
from nutrition.catalogue.mixing import mixed
from nutrition.catalogue.naming import has_han
from nutrition.catalogue.nutrients import vector_of
from nutrition.catalogue.quality import nutrient_problems
from nutrition.catalogue.queries import food_vector, food_vectors
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.foods import FoodGroup
from nutrition.domain.gtin import gtin_of
from nutrition.domain.own_foods import Label
from nutrition.models.catalogue import OWN_SOURCE, CatalogueSource, Food, FoodVersion
from nutrition.models.own_foods import MOST_PORTIONS, OwnFood, OwnFoodItem
from nutrition.services.diary import item_rows

MOST_OWN_FOODS = 300
"""Own foods of one person that stand; each message of theirs is read with all of them in mind."""
LONGEST_NAME = 60
MOST_DISH_KG = 50
MOST_DISH_GRAMS = 1000 * MOST_DISH_KG
_EDITION = "own"
# 100 g in mg, the smallest unit that labels tell.
_MOST_OF_ONE = 100_000.0
_MOST_PROVENANCE = 800


class _Contents(NamedTuple):
    """What 100 g contain, and where that comes from."""

    vector: NutrientVector
    provenance: str


def teach_food(
    *,
    person: Person,
    author: Person,
    door: Door,
    at: datetime,
    name: str,
    label: Label | None = None,
    items: Sequence[MealItemDraft] | None = None,
    cooked_grams: float | None = None,
    portions: float = 1.0,
    portion_unit: str = "",
    portion_grams: Interval | None = None,
    words: str = "",
    gtin: str = "",
    evidence: Evidence = Evidence.FORM,
    entry_id: UUID | None = None,
) -> OwnFood:
    """Store a food of the person's own, by its label or by its parts; return it.

    A dish weighs `cooked_grams` when done, without them as much as its parts, and makes `portions`; a labelled food
    has `portion_grams`. Raises ConsentMissing without consent to health records; Invalid for a name, a bar code or
    figures that cannot be, or unless exactly one of label and parts is told; NotFound for a part that the person may
    not log; Conflict when the name or `entry_id` is taken or there are 300 already.
    """
    if (label is None) == (not items):
        raise Invalid("label_or_items", "an own food has a label or parts, not both", field="items")
    rows = _parts(items, person) if items else []
    own = OwnFood(
        id=entry_id or new_id(),
        at=at,
        portion_unit=portion_unit.strip(),
        cooked_grams=cooked_grams,
        portions=portions,
        words=words,
        gtin=_gtin(gtin),
        evidence=evidence,
    )
    _set_name(own, name)
    _set_portion(own, rows, portion_grams)
    with recording(person=person, author=author, door=door) as changes:
        _check_room(own, person)
        contents = _labelled(label, own) if label else _made_of(rows, own)
        own.food_version_id = _version_id(own, contents)
        stored = changes.create(own, items=rows)
        if stored is own:
            _keep_version(own, person, contents)
        return stored


def correct_own_food(
    *,
    person: Person,
    author: Person,
    door: Door,
    own_food_id: UUID,
    revision: int | None = None,
    at: datetime | None = None,
    name: str | None = None,
    label: Label | None = None,
    items: Sequence[MealItemDraft] | None = None,
    cooked_grams: float | None = None,
    portions: float | None = None,
    portion_unit: str | None = None,
    portion_grams: Interval | None = None,
    gtin: str | None = None,
) -> OwnFood:
    """Change what is given of an own food; return it. What it contains becomes a new version; past days stay.

    `items` replace all parts and what the dish weighs; a label turns a dish into a labelled food. Raises as
    `teach_food` does, NotFound for an unknown own food, Stale when `revision` is not the latest.
    """
    if label is not None and items is not None:
        raise Invalid("label_or_items", "an own food has a label or parts, not both", field="items")
    new_rows = None if items is None else _parts(items, person)
    with recording(person=person, author=author, door=door) as changes:
        own = changes.fetch(OwnFood, own_food_id, revision=revision)
        had_parts = own.items.exists()
        rows = ([] if label else list(own.items.order_by("position"))) if new_rows is None else new_rows
        own.at = at or own.at
        is_anew = new_rows is not None or label is not None
        own.cooked_grams = own.cooked_grams if cooked_grams is None and not is_anew else cooked_grams
        own.portions = portions if portions is not None else 1.0 if label else own.portions
        own.portion_unit = own.portion_unit if portion_unit is None else portion_unit.strip()
        own.gtin = own.gtin if gtin is None else _gtin(gtin)
        if name is not None:
            _set_name(own, name)
        # A dish that becomes a labelled food has a portion only where one is told.
        kept = None if rows or (label and had_parts) else own.portion_grams
        _set_portion(own, rows, portion_grams or kept)
        _check_room(own, person)
        contents = _corrected(own, rows, label)
        own.food_version_id = _version_id(own, contents)
        _keep_version(own, person, contents)
        return changes.update(own, items=rows if is_anew else None)


def _corrected(own: OwnFood, rows: Sequence[OwnFoodItem], label: Label | None) -> _Contents:
    if label is not None:
        return _labelled(label, own)
    if rows:
        return _made_of(rows, own)
    return _Contents(food_vector(own.food_version_id), own.food_version.provenance)


def _gtin(told: str) -> str:
    try:
        return gtin_of(told) if told.strip() else ""
    except ValueError as error:
        raise Invalid("impossible_gtin", str(error), field="gtin") from error


def _parts(items: Sequence[MealItemDraft], person: Person) -> list[OwnFoodItem]:
    """Return the parts of a dish as rows; bare energy, of which nothing else is known, is none."""
    if any(item.food_version_id == bare_energy.VERSION_ID for item in items):
        raise Invalid("energy_or_food", "bare energy is no part of a dish", field="items")
    return item_rows(OwnFoodItem, items, person=person)


def _set_name(own: OwnFood, name: str) -> None:
    told = " ".join(name.split())
    key = key_of(told)
    if not key or len(told) > LONGEST_NAME or key.replace(" ", "").replace(".", "").isdigit():
        raise Invalid("impossible_name", "a name has 1 to 60 characters, not figures alone", field="name")
    own.name, own.key = told, key[:120]


def _set_portion(own: OwnFood, rows: Sequence[OwnFoodItem], portion_grams: Interval | None) -> None:
    """Set the portion of a labelled food as told, of a dish as a share of what it weighs when done."""
    cooked = None if own.cooked_grams is None else Interval.exact(own.cooked_grams)
    for field, grams in (("portion", portion_grams), ("cooked_grams", cooked)):
        if grams is not None and not (grams.low >= 0 and grams.mid > 0 and grams.high <= MOST_DISH_GRAMS):
            raise Invalid("impossible_dish_weight", "it weighs at most 50 kg", field=field, most=MOST_DISH_KG)
    if not 0 < own.portions <= MOST_PORTIONS:
        raise Invalid("impossible_portions", "a dish makes at most 200 portions", field="portions", most=MOST_PORTIONS)
    if rows and portion_grams is not None:
        raise Invalid("portion_of_dish", "the portion of a dish follows from its parts", field="portion")
    one = portion_grams
    if rows:
        raw = sum((row.grams for row in rows), Interval.exact(0))
        one = (Interval.exact(own.cooked_grams) if own.cooked_grams else raw).scaled(1 / own.portions)
    told = (one.low, one.mid, one.high) if one else (None, None, None)
    own.portion_low, own.portion_mid, own.portion_high = told


def _check_room(own: OwnFood, person: Person) -> None:
    """Refuse a name that another own food has, and more of them than a message can be read with."""
    others = OwnFood.objects.filter(person=person, deleted_at=None).exclude(pk=own.pk)
    if others.filter(key=own.key).exists():
        raise Conflict("own_food_exists", "another own food has this name")
    if others.count() >= MOST_OWN_FOODS:
        raise Conflict("too_many_own_foods", "there are as many own foods as can be kept", most=MOST_OWN_FOODS)


def _labelled(label: Label, own: OwnFood) -> _Contents:
    if "ENERC_KCAL" not in label.amounts:
        raise Invalid("energy_not_told", "a label tells at least the energy", field="label")
    if label.is_per_portion and not own.portion_mid:
        raise Invalid("portion_not_weighed", "say how many grams a portion has", field="portion")
    try:
        vector = vector_of(label.per_100_g(portion_grams=own.portion_mid))
    except ValueError as error:
        raise Invalid("impossible_amount", str(error), field="label") from error
    if np.nanmax(vector.amounts) > _MOST_OF_ONE:
        raise Invalid("impossible_amount", "100 g hold less than that", field="label")
    return _possible(_Contents(vector, "As told by its owner"), field="label")


def _made_of(rows: Sequence[OwnFoodItem], own: OwnFood) -> _Contents:
    """Return what a dish contains; its parts count with the middle of their grams."""
    ids = {row.food_version_id for row in rows}
    keys = dict(FoodVersion.objects.filter(pk__in=ids).values_list("pk", "food__key"))
    vectors = food_vectors(ids)
    parts = [(_Part(keys[row.food_version_id], vectors[row.food_version_id]), row.grams_mid) for row in rows]
    told = ", ".join(f"{part.key} {grams:g} g" for part, grams in parts)
    try:
        vector = mixed(parts, cooked_g=own.cooked_grams)
    except ValueError as error:
        raise Invalid("impossible_dish", str(error), field="cooked_grams") from error
    return _possible(_Contents(vector, f"Computed from {told}"[:_MOST_PROVENANCE]), field="items")


class _Part(NamedTuple):
    key: str
    nutrients: NutrientVector


def _possible(contents: _Contents, *, field: str) -> _Contents:
    if problem := next(nutrient_problems(contents.vector), None):
        code = "impossible_amount" if field == "label" else "impossible_dish"
        raise Invalid(code, f"the food {problem}", field=field)
    return contents


def _version_id(own: OwnFood, contents: _Contents) -> UUID:
    """Return an id that follows from food, name, contents and their origin, so that what is told again is no other."""
    told = own.name.encode() + b"\0" + contents.provenance.encode() + b"\0" + contents.vector.to_bytes()
    return uuid5(own.pk, sha256(told).hexdigest())


def _keep_version(own: OwnFood, person: Person, contents: _Contents) -> None:
    """Store the version, and with the first one the food that it is of; one that is there stays.

    The person's lock is held, so that nobody else numbers versions meanwhile. Raises Invalid where a client chose the
    id of a food that is not the person's.
    """
    if FoodVersion.objects.filter(pk=own.food_version_id).exists():
        return
    food = Food.objects.filter(pk=own.pk).first()
    if food is None:
        facts = {"title": "Foods that people taught", "edition": _EDITION, "licence": "their owners'"}
        source = CatalogueSource.objects.get_or_create(name=OWN_SOURCE, defaults=facts)[0]
        food = Food(id=own.pk, key=own.food_key, source=source, group=FoodGroup.DISH, is_listed=False, owner=person)
        food.current_id = own.food_version_id
        food.save(force_insert=True)
    elif food.owner_id != person.pk:
        raise Invalid("invalid_id", "this id cannot be used", field="id")
    latest = FoodVersion.objects.filter(food=own.pk).aggregate(number=Max("number"))["number"]
    judgement = judgement_of(group=FoodGroup.DISH, nutrients=contents.vector, is_drink=False, density_g_per_ml=None)
    is_chinese = has_han(own.name)
    FoodVersion.objects.create(
        id=own.food_version_id,
        food_id=own.pk,
        number=(latest or 0) + 1,
        name_zh=own.name if is_chinese else "",
        name_en="" if is_chinese else own.name,
        grade=judgement.grade.value,
        grade_reasons=judgement.codes,
        nutrients=contents.vector.to_bytes(),
        edition=_EDITION,
        provenance=contents.provenance,
        origin=FoodVersion.Origin.TAUGHT,
    )
