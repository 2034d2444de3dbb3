"""The forms of foods, meals and drinks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from meum.domain.intervals import Interval
from meum.domain.nutrients import NutrientTotals, NutrientVector
from meum.kernel.api_forms import DIGITS, AmountField
from meum.kernel.errors import Invalid
from meum.kernel.fields import ChoiceField, IdField, InstantField, NumberField, TextField
from meum.kernel.language import active_language
from meum.kernel.phrases import phrase
from meum.people.api.entries import EntrySerializer
from nutrition.catalogue.grading import reasons_of
from nutrition.catalogue.nutrients import NUTRIENTS, SIZE, position_of
from nutrition.choosing import ChosenFood
from nutrition.domain.allergens import Allergen, AllergenFacts
from nutrition.domain.foods import Grade
from nutrition.models.diary import MealSlot
from nutrition.services import MOST_ITEMS

# A sum of shares that differs from the whole by less than this is the whole.
_NOISE = 1e-9
# The figures every meal and day shows, by their name in JSON.
MAIN_FIGURES = {
    "energy_kcal": position_of("ENERC_KCAL"),
    "protein_g": position_of("PROCNT"),
    "fat_g": position_of("FAT"),
    "carbohydrate_g": position_of("CHOCDF"),
    "fibre_g": position_of("FIBTG"),
    "sodium_mg": position_of("NA"),
}


class FigureShown(serializers.Serializer[Any]):
    """A sum as an estimate, and the share of the eaten grams for which it is known."""

    low = serializers.FloatField()
    mid = serializers.FloatField()
    high = serializers.FloatField()
    coverage = serializers.FloatField(help_text="0 to 1")


class TotalsShown(serializers.Serializer[Any]):
    """The main figures; null where no food that was eaten has a known value."""

    energy_kcal = FigureShown(allow_null=True)
    protein_g = FigureShown(allow_null=True)
    fat_g = FigureShown(allow_null=True)
    carbohydrate_g = FigureShown(allow_null=True)
    fibre_g = FigureShown(allow_null=True)
    sodium_mg = FigureShown(allow_null=True)


def figure(totals: NutrientTotals, position: int) -> dict[str, float] | None:
    """Return one sum with its coverage, None when nothing is known of it."""
    return estimate(totals.interval(position), coverage=float(totals.coverage[position]))


def estimate(amount: Interval, *, coverage: float) -> dict[str, float] | None:
    """Return an estimate with its coverage, None when nothing is known of it."""
    if coverage == 0:
        return None
    low, mid, high = (round(bound, DIGITS) for bound in (amount.low, amount.mid, amount.high))
    return {"low": low, "mid": mid, "high": high, "coverage": share(coverage)}


def share(coverage: float) -> float:
    """Return a coverage rounded, yet never up to the whole nor down to nothing."""
    if coverage >= 1 - _NOISE:
        return 1.0
    step: float = 10**-DIGITS
    return min(max(round(coverage, DIGITS), step), 1 - step)


@extend_schema_field(TotalsShown)
class TotalsField(serializers.Field[Any, Any, Any, Any]):
    """Show the main figures of totals."""

    def to_representation(self, value: NutrientTotals) -> dict[str, dict[str, float] | None]:
        """Return the figures by name."""
        return {name: figure(value, position) for name, position in MAIN_FIGURES.items()}


@extend_schema_field({"type": "number", "format": "double", "exclusiveMinimum": 0, "maximum": 1000})
class QuantityField(NumberField):
    """Take how many of a measure were eaten: more than 0."""


@extend_schema_field({"type": "number", "format": "double", "minimum": 0, "maximum": 1000})
class MacroField(NumberField):
    """Take the grams of a macronutrient of bare energy."""

    def __init__(self, **facts: Any) -> None:
        """Bound them by what one meal can hold."""
        super().__init__(min_value=0, max_value=1000, **facts)


class GramsField(AmountField):
    """Take edible grams; show none of bare energy, of which they mean nothing."""

    def get_attribute(self, instance: Any) -> Any:
        """Return the grams, None of bare energy."""
        return None if instance.is_bare_energy else instance.grams


class MealItemSerializer(serializers.Serializer[Any]):
    """One food of a meal: one of the two ids, and grams or a measure with its quantity; or bare energy alone."""

    id = serializers.UUIDField(read_only=True)
    food_id = IdField(required=False, help_text="its current version is taken")
    food_version_id = IdField(required=False)
    name_zh = serializers.CharField(read_only=True)
    name_en = serializers.CharField(read_only=True)
    grams = GramsField(
        required=False, allow_null=True, help_text="edible part; a number, or low, mid and high; null of bare energy"
    )
    quantity = QuantityField(required=False, allow_null=True, max_value=1000)
    measure = TextField(required=False, allow_blank=True, max_length=32, help_text="one of the food's portions, or g")
    energy_kcal = AmountField(
        required=False, allow_null=True, help_text="bare energy in place of a food, where nothing else is known"
    )
    protein_g = MacroField(required=False, allow_null=True, source="macros.protein_g")
    carbohydrate_g = MacroField(required=False, allow_null=True, source="macros.carbohydrate_g")
    fat_g = MacroField(required=False, allow_null=True, source="macros.fat_g")
    is_amount_assumed = serializers.BooleanField(read_only=True)
    words = TextField(required=False, allow_blank=True, max_length=200)


class MealSerializer(EntrySerializer):
    """One meal with its items; without a slot the local time decides which meal it is."""

    slot = ChoiceField(required=False, choices=MealSlot.choices)
    items = MealItemSerializer(  # type: ignore[call-arg]  # the list that `many` makes has a length
        many=True, required=False, max_length=MOST_ITEMS
    )
    text = TextField(
        required=False, write_only=True, max_length=2000, help_text="a sentence, in place of items; for a new meal"
    )
    totals = TotalsField(read_only=True)

    @classmethod
    def log_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the items as chosen foods, the text as it is."""
        if ("items" in told) == ("text" in told):
            raise Invalid("items_or_text", "a new meal has items or a text, not both", field="items")
        return with_chosen(super().log_arguments(told))

    @classmethod
    def correct_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the items as chosen foods, when they are given; they replace all items."""
        rest = {name: value for name, value in told.items() if name != "text"}
        return with_chosen(super().correct_arguments(rest))


class MealLogged(MealSerializer):
    """A meal that was just stored, and what of its sentence was not understood."""

    unknown = serializers.ListField(child=serializers.CharField(), read_only=True)


def with_chosen(told: dict[str, Any]) -> dict[str, Any]:
    """Return a meal or a dish as it was told, its items as the foods that somebody chose."""
    if "items" in told:
        told["items"] = [ChosenFood(**each) for each in told["items"]]
    return told


class DrinkSerializer(EntrySerializer):
    """Water, or another drink counted by its volume alone."""

    food_version_id = IdField(help_text="a version of a drink in the catalogue")
    name_zh = serializers.CharField(read_only=True, source="food_version.name_zh")
    name_en = serializers.CharField(read_only=True, source="food_version.name_en")
    volume_ml = AmountField(source="volume")

    @classmethod
    def log_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Name the volume as the service does."""
        return _with_volume(super().log_arguments(told))

    @classmethod
    def correct_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Name the volume as the service does."""
        return _with_volume(super().correct_arguments(told))


def _with_volume(told: dict[str, Any]) -> dict[str, Any]:
    return {"volume_ml" if name == "volume" else name: value for name, value in told.items()}


class PortionShown(serializers.Serializer[Any]):
    """The grams of one household measure of a food."""

    unit = serializers.CharField()
    detail = serializers.CharField()
    grams = AmountField()
    is_default = serializers.BooleanField()


class FoodFoundShown(serializers.Serializer[Any]):
    """A food that a search found."""

    id = serializers.UUIDField(source="food_id")
    food_version_id = serializers.UUIDField(source="version_id")
    key = serializers.CharField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # a declared field takes no attribute's place
    score = serializers.FloatField(help_text="0 to 1")


class FoodsFoundShown(serializers.Serializer[Any]):
    """The foods that fit best, best first."""

    results = FoodFoundShown(many=True)


class NutrientShown(serializers.Serializer[Any]):
    """One substance that the catalogue knows."""

    tagname = serializers.CharField(help_text="INFOODS tagname")
    unit = serializers.CharField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()
    digits = serializers.IntegerField(help_text="decimals to show")


class NutrientsShown(serializers.Serializer[Any]):
    """All of them."""

    results = NutrientShown(many=True)


class AmountShown(serializers.Serializer[Any]):
    """How much 100 g of edible part hold; what is not listed is unknown."""

    tagname = serializers.CharField()
    unit = serializers.CharField()
    amount = serializers.FloatField()
    is_trace = serializers.BooleanField()


@extend_schema_field(AmountShown(many=True))
class PackedAmountsField(serializers.Field[Any, Any, Any, Any]):
    """Show packed nutrients, those that are known."""

    def to_representation(self, value: bytes) -> list[dict[str, Any]]:
        """Return the known amounts in the order of the table."""
        vector = NutrientVector.from_bytes(bytes(value), size=SIZE)
        return [
            {
                "tagname": nutrient.tagname,
                "unit": nutrient.unit,
                "amount": float(vector.amounts[nutrient.position]),
                "is_trace": bool(vector.trace[nutrient.position]),
            }
            for nutrient in NUTRIENTS
            if vector.is_known(nutrient.position)
        ]


class AllergensShown(serializers.Serializer[Any]):
    """The allergens a food holds; unless all are known it may hold others, so that it is free of none."""

    contains = serializers.ListField(child=serializers.ChoiceField(choices=[one.value for one in Allergen]))
    are_all_known = serializers.BooleanField()


@extend_schema_field(AllergensShown)
class AllergensField(serializers.Field[Any, Any, Any, Any]):
    """Show what is known of a food's allergens."""

    def to_representation(self, value: AllergenFacts) -> dict[str, Any]:
        """Return them in the order of the list."""
        contains = [allergen.value for allergen in Allergen if allergen in value.contains]
        return {"contains": contains, "are_all_known": value.is_known}


class GradeReasonShown(serializers.Serializer[Any]):
    """What stands against the figures of a food."""

    code = serializers.CharField()
    text = serializers.CharField(help_text="in the caller's language")


@extend_schema_field(GradeReasonShown(many=True))
class GradeReasonsField(serializers.Field[Any, Any, Any, Any]):
    """Show reasons that are stored as codes."""

    def to_representation(self, value: str) -> list[dict[str, str]]:
        """Return each with its words."""
        lang = active_language()
        return [{"code": reason.value, "text": phrase(lang, f"quality.{reason.value}")} for reason in reasons_of(value)]


class FoodShown(serializers.Serializer[Any]):
    """A food with its current version, its portions and what 100 g of it hold."""

    id = serializers.UUIDField()
    key = serializers.CharField()
    source = serializers.CharField(  # type: ignore[assignment]  # a declared field takes no attribute's place
        source="source_id"
    )
    food_version_id = serializers.UUIDField(source="current_id")
    name_zh = serializers.CharField(source="current.name_zh")
    name_en = serializers.CharField(source="current.name_en")
    edition = serializers.CharField(source="current.edition")
    provenance = serializers.CharField(source="current.provenance")
    group = serializers.CharField()
    gtin = serializers.CharField(allow_null=True, help_text="the number under the bar code, 13 digits")
    grade = serializers.ChoiceField(
        source="current.grade", choices=[one.value for one in Grade], help_text="A sound, B something small, C doubtful"
    )
    grade_reasons = GradeReasonsField(source="current.grade_reasons")
    allergens = AllergensField(source="allergen_facts")
    is_drink = serializers.BooleanField()
    density_g_per_ml = serializers.FloatField(allow_null=True)
    portions = PortionShown(many=True)
    nutrients_per_100g = PackedAmountsField(source="current.nutrients")


class FoodVersionShown(serializers.Serializer[Any]):
    """A food as it was called and what it held when it was logged; it never changes."""

    id = serializers.UUIDField()
    food_id = serializers.UUIDField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()
    edition = serializers.CharField()
    provenance = serializers.CharField()
    nutrients_per_100g = PackedAmountsField(source="nutrients")


class Sentence(serializers.Serializer[Any]):
    """What somebody said about eating, and when they said it."""

    text = TextField(max_length=2000)
    at = InstantField(required=False, help_text="now when it is not there")


class FoodChoiceShown(serializers.Serializer[Any]):
    """One food that a word may mean."""

    food_id = serializers.UUIDField()
    food_version_id = serializers.UUIDField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()


class UnderstoodItemShown(serializers.Serializer[Any]):
    """One food of a sentence, as `POST /meals` takes it, and what else it may be."""

    food_id = serializers.UUIDField(source="food.food_id")
    food_version_id = serializers.UUIDField(source="food.food_version_id")
    name_zh = serializers.CharField(source="food.name_zh")
    name_en = serializers.CharField(source="food.name_en")
    grams = AmountField(source="draft.grams")
    quantity = serializers.FloatField(source="draft.quantity", allow_null=True)
    measure = serializers.CharField(source="draft.measure")
    is_amount_assumed = serializers.BooleanField(source="draft.is_amount_assumed")
    words = serializers.CharField(source="draft.words")
    confidence = serializers.FloatField(help_text="0 to 1")
    alternatives = FoodChoiceShown(many=True)


class UnderstoodDrinkShown(serializers.Serializer[Any]):
    """Water of a sentence, as `POST /drinks` takes it."""

    food_version_id = serializers.UUIDField()
    volume_ml = AmountField()
    words = serializers.CharField()
    is_amount_assumed = serializers.BooleanField()


class SittingShown(serializers.Serializer[Any]):
    """What was eaten and drunk at one time."""

    at = InstantField()
    slot = serializers.ChoiceField(choices=MealSlot.choices)
    items = UnderstoodItemShown(many=True)
    drinks = UnderstoodDrinkShown(many=True)


class UnderstandingShown(serializers.Serializer[Any]):
    """What a sentence says; nothing is stored."""

    sittings = SittingShown(many=True)
    unknown = serializers.ListField(child=serializers.CharField(), help_text="quoted: may be food, is not known")
    totals = TotalsField()
