"""Forms that several doors take and show."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from rest_framework import serializers

from meum.domain.intervals import Interval
from meum.kernel.fields import NumberField

# What lies behind a thousandth of a gram, kilocalorie or minute is noise of the computer, not of the kitchen.
DIGITS = 3


class FigureField(serializers.FloatField):
    """Show a figure that was counted, without the noise of counting."""

    def to_representation(self, value: float) -> float:  # type: ignore[override]  # the stub makes it a text; JSON has numbers
        """Return the figure rounded."""
        return round(float(value), DIGITS)


class IntervalShown(serializers.Serializer[Any]):
    """An estimate: `low` and `high` bound it, `mid` is the best single figure."""

    low = FigureField()
    mid = FigureField()
    high = FigureField()


class AmountField(serializers.Field[Interval, Any, Any, Any]):
    """Take a number, or an interval as low, mid and high; show the interval."""

    default_error_messages = serializers.FloatField.default_error_messages

    def to_internal_value(self, data: Any) -> Interval:
        """Return the interval; a single number is exact."""
        bounds = [data] * 3 if not isinstance(data, dict) else [data.get(name) for name in ("low", "mid", "high")]
        number = NumberField()
        try:
            return Interval(*map(number.to_internal_value, bounds))
        except ValueError:
            self.fail("invalid")

    def to_representation(self, value: Interval) -> dict[str, float]:
        """Return low, mid and high."""
        return {name: round(getattr(value, name), DIGITS) for name in ("low", "mid", "high")}


class AmountFieldSchema(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]  # its metaclass has none
    """Describe what is taken and what is shown."""

    target_class = AmountField
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        """Return an interval, and on the way in a number too."""
        interval: dict[str, Any] = auto_schema.resolve_serializer(IntervalShown, direction).ref
        return {"oneOf": [{"type": "number"}, interval]} if direction == "request" else interval
