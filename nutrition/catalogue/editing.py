"""Correcting a food by hand: always as a new version, so that what was logged with the old one keeps its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from django.db import transaction

from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientVector
from meum.kernel.errors import Forbidden, Invalid, NotFound
from meum.people.models import Person, Role
from nutrition.catalogue.grading import judgement_of
from nutrition.catalogue.naming import folded
from nutrition.catalogue.nutrients import NUTRIENTS, vector_of
from nutrition.catalogue.quality import nutrient_problems
from nutrition.catalogue.queries import unpacked_vector
from nutrition.domain.foods import FoodGroup, NameKind
from nutrition.models.catalogue import CatalogueSource, Food, FoodName, FoodVersion


@transaction.atomic
def revise_food(
    *,
    food: Food,
    editor: Person,
    note: str,
    name_zh: str | None = None,
    name_en: str | None = None,
    amounts: Mapping[str, float | None] | None = None,
) -> FoodVersion:
    """Make a new version of a food with what is given changed, use it from now on, and return it.

    `amounts` are by tagname per 100 g, None for what is not known; `note` says where the new figures come from.
    Raises Forbidden unless the editor is a nutritionist or staff; NotFound for an unknown food; Invalid when a figure
    is impossible, the food would have no name, or nothing changes.
    """
    if editor.role not in (Role.NUTRITIONIST, Role.STAFF):
        raise Forbidden("not_for_this_role", "only nutritionists and staff edit foods")
    current = _locked(food)
    nutrients = _changed(current, amounts or {})
    judgement = judgement_of(
        group=FoodGroup(food.group),
        nutrients=nutrients,
        is_drink=food.is_drink,
        density_g_per_ml=food.density_g_per_ml,
    )
    version = FoodVersion(
        food_id=food.pk,
        number=1 + FoodVersion.objects.filter(food=food).order_by("-number").values_list("number", flat=True)[0],
        name_zh=current.name_zh if name_zh is None else name_zh.strip(),
        name_en=current.name_en if name_en is None else name_en.strip(),
        grade=judgement.grade.value,
        grade_reasons=judgement.codes,
        nutrients=nutrients.to_bytes(),
        spread=None if nutrients.spread is None else nutrients.spread.to_bytes(),
        patterns=current.patterns,
        edition=current.edition,
        provenance=note.strip(),
        origin=FoodVersion.Origin.EDITED,
        editor=editor,
    )
    _check(current, version)
    version.save(force_insert=True)
    Food.objects.filter(pk=food.pk).update(current=version)
    _add_names(version)
    CatalogueSource.objects.filter(name=food.source_id).update(stamp=uuid4())
    return version


def _locked(food: Food) -> FoodVersion:
    """Return the current version of a food whose row is locked until the end of the transaction."""
    locked = (
        Food.objects.select_for_update(of=("self",)).select_related("current").filter(pk=food.pk, owner=None).first()
    )
    if locked is None:
        raise NotFound("unknown_food", "there is no such food")
    return locked.current


def _changed(current: FoodVersion, amounts: Mapping[str, float | None]) -> NutrientVector:
    try:
        wanted = vector_of(amounts)
    except ValueError as error:
        raise Invalid("impossible_amount", str(error), field="amounts") from error
    vector = unpacked_vector(current)
    told = [nutrient.position for nutrient in NUTRIENTS if nutrient.tagname in amounts]
    vector.amounts[told] = wanted.amounts[told]
    vector.trace[told] = False
    # What a nutritionist corrected is no longer what the recipe spreads.
    vector = replace(vector, spread=vector.spread and vector.spread.without(told))
    if problem := next(nutrient_problems(vector), None):
        raise Invalid("impossible_amount", f"the food {problem}", field="amounts")
    return vector


def _check(current: FoodVersion, version: FoodVersion) -> None:
    if not (version.name_zh or version.name_en):
        raise Invalid("food_without_name", "a food needs a name in one language", field="name_zh")
    if not version.provenance:
        raise Invalid("food_without_provenance", "say where the new figures come from", field="note")
    was, becomes = ((one.name_zh, one.name_en, bytes(one.nutrients)) for one in (current, version))
    if was == becomes:
        raise Invalid("nothing_changed", "the food already says all this")


def _add_names(version: FoodVersion) -> None:
    """Make the food found by its new names too; the old ones stay, for people remember them."""
    for text, lang in ((version.name_zh, Lang.ZH), (version.name_en, Lang.EN)):
        if text:
            facts = {"folded": folded(text), "kind": NameKind.NAME}
            FoodName.objects.get_or_create(food_id=version.food_id, lang=lang, text=text, defaults=facts)
