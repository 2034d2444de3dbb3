"""The form of a food of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from meum.kernel.api_forms import AmountField
from meum.kernel.fields import ChoiceField, NumberField, TextField
from meum.people.api.entries import EntrySerializer
from nutrition.api.serializers import MealItemSerializer, TotalsField, with_chosen
from nutrition.domain.own_foods import LABEL_TAGS, Label
from nutrition.models.own_foods import MOST_PORTIONS
from nutrition.services import MOST_ITEMS
from nutrition.services.own_foods import LONGEST_NAME, MOST_DISH_GRAMS

_PER_PORTION = "portion"


class LabelSerializer(serializers.Serializer[Any]):
    """What a label tells; what is left out is unknown."""

    per = ChoiceField(choices=[("100g", "100 g"), (_PER_PORTION, "a portion")])
    energy_kcal = NumberField(min_value=0)
    protein_g = NumberField(min_value=0, required=False)
    fat_g = NumberField(min_value=0, required=False)
    carbohydrate_g = NumberField(min_value=0, required=False)
    fibre_g = NumberField(min_value=0, required=False)
    sodium_mg = NumberField(min_value=0, required=False)


class OwnPortionSerializer(serializers.Serializer[Any]):
    """What a bare "one" of it means; the grams of a dish follow from its parts."""

    unit = TextField(source="portion_unit", required=False, allow_blank=True, max_length=32)
    grams = AmountField(source="portion_grams", required=False, allow_null=True)


class OwnFoodSerializer(EntrySerializer):
    """A food of one's own by its label, or a dish by its parts; its `id` is also the `food_id` under which it is eaten.

    `totals` are of a portion, of 100 g where none was told; `GET /foods/{id}` tells all its nutrients.
    """

    name = TextField(max_length=LONGEST_NAME)
    food_version_id = serializers.UUIDField(read_only=True, help_text="what it contains now")
    portion = OwnPortionSerializer(source="*", required=False)
    label = LabelSerializer(  # type: ignore[assignment]  # a declared field takes no attribute's place
        required=False, write_only=True, help_text="in place of items"
    )
    items = MealItemSerializer(  # type: ignore[call-arg]  # the list that `many` makes has a length
        many=True, required=False, max_length=MOST_ITEMS, help_text="the parts of a dish, in place of a label"
    )
    cooked_grams = NumberField(
        required=False,
        allow_null=True,
        min_value=0,
        max_value=MOST_DISH_GRAMS,
        help_text="what the finished dish weighs",
    )
    portions = NumberField(required=False, min_value=0, max_value=MOST_PORTIONS, help_text="how many the dish makes")
    gtin = TextField(
        required=False, allow_blank=True, max_length=16, help_text="the number under the bar code, 8, 12 or 13 digits"
    )
    totals = TotalsField(read_only=True)

    @classmethod
    def log_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the label as the service takes it, the items as chosen foods."""
        return with_chosen(with_label(super().log_arguments(told)))

    @classmethod
    def correct_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the label as the service takes it, the items as chosen foods; either replaces what was there."""
        return with_chosen(with_label(super().correct_arguments(told)))


def with_label(told: dict[str, Any]) -> dict[str, Any]:
    """Return what was told, its label as the service takes it."""
    if "label" not in told:
        return told
    label = told["label"]
    amounts = {tagname: label[name] for name, tagname in LABEL_TAGS.items() if name in label}
    return {**told, "label": Label(amounts=amounts, is_per_portion=label.get("per") == _PER_PORTION)}
