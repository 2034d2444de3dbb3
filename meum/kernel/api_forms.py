"""Forms that several doors show."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from meum.kernel.fields import NumberField


class IntervalSerializer(serializers.Serializer[Any]):
    """An estimate: `low` and `high` bound it, `mid` is the best single figure."""

    low = NumberField()
    mid = NumberField()
    high = NumberField()
