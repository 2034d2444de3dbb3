"""Fields of the REST API that take one form only: a number is a number, an instant has its offset."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.utils.functional import lazy
from rest_framework import serializers

from meum.domain.days import EARLIEST_DAY, LATEST_DAY
from meum.domain.languages import Lang
from meum.kernel.language import active_language
from meum.kernel.phrases import phrase, register

ID_FORM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
DAY_FORM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})", re.ASCII)

register(
    {
        "field.text_form": {
            Lang.ZH: "最多 {most} 个字符，不能有控制字符。",
            Lang.EN: "At most {most} characters, none of them control characters.",
        },
        "field.id_form": {
            Lang.ZH: "编号是一个 UUID。",
            Lang.EN: "An id is a UUID.",
        },
        "field.days_range": {
            Lang.ZH: "从早到晚，最多 {most} 天。",
            Lang.EN: "From the earlier to the later day, at most {most} days.",
        },
        "field.days_order": {
            Lang.ZH: "结束日期不能早于开始日期。",
            Lang.EN: "The last day is not before the first.",
        },
        "field.day_form": {
            Lang.ZH: "日期请写成 2026-11-23 这样。",
            Lang.EN: "Write a day like 2026-11-23.",
        },
        "field.day_range": {
            Lang.ZH: "日期要在 1900 到 2199 年之间。",
            Lang.EN: "A day lies between 1900 and 2199.",
        },
        "field.instant_form": {
            Lang.ZH: "时间请带上时区，写成 2026-11-23T08:10:00+08:00 这样。",
            Lang.EN: "Write a time with its offset, like 2026-11-23T08:10:00+08:00.",
        },
        "field.instant_range": {
            Lang.ZH: "时间要在 1900 到 2199 年之间。",
            Lang.EN: "A time lies between 1900 and 2199.",
        },
    }
)


def _say(key: str) -> str:
    return phrase(active_language(), key)


_said = lazy(_say, str)


class TextField(serializers.CharField):
    """Take a JSON string; a number is not a text."""

    def to_internal_value(self, data: Any) -> str:
        """Return the text without surrounding blanks."""
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class ChoiceField(serializers.ChoiceField):
    """Take one of some JSON strings."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the choice."""
        if not isinstance(data, str):
            self.fail("invalid_choice", input=type(data).__name__)
        return super().to_internal_value(data)


class NumberField(serializers.FloatField):
    """Take a JSON number; neither "5", nor true, nor one that a float cannot hold."""

    def to_internal_value(self, data: Any) -> float:
        """Return the number."""
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail("invalid")
        try:
            return float(data)
        except OverflowError:
            self.fail("overflow")


class WholeField(serializers.IntegerField):
    """Take a JSON whole number."""

    def to_internal_value(self, data: Any) -> int:
        """Return the number; 5.0 is whole, 5.5, "5" and true are not."""
        if isinstance(data, bool) or not isinstance(data, int | float) or data != data // 1:
            self.fail("invalid")
        return int(data)


class FlagField(serializers.BooleanField):
    """Take true or false."""

    def to_internal_value(self, data: Any) -> bool:
        """Return the flag; neither 1 nor "yes" is one."""
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class DayField(serializers.DateField):
    """Take a day as `YYYY-MM-DD` between 1900 and 2199."""

    default_error_messages = {
        "invalid": _said("field.day_form"),
        "out_of_range": _said("field.day_range"),
    }

    def to_internal_value(self, value: Any) -> date:
        """Return the day."""
        if not isinstance(value, str) or not DAY_FORM.fullmatch(value):
            self.fail("invalid")
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail("invalid")
        if not EARLIEST_DAY <= day < LATEST_DAY:
            self.fail("out_of_range")
        return day


class InstantField(serializers.DateTimeField):
    """Take an instant as RFC 3339 with its offset, between 1900 and 2199; return it in UTC."""

    default_error_messages = {
        "invalid": _said("field.instant_form"),
        "out_of_range": _said("field.instant_range"),
    }

    def to_internal_value(self, value: Any) -> datetime:
        """Return the instant in UTC."""
        if not isinstance(value, str) or not _INSTANT.fullmatch(value):
            self.fail("invalid")
        try:
            at = datetime.fromisoformat(value.upper()).astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail("invalid")
        if not EARLIEST_DAY <= at.date() < LATEST_DAY:
            self.fail("out_of_range")
        return at

    def to_representation(self, value: datetime) -> str:
        """Return the instant in UTC."""
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


class IdField(serializers.UUIDField):
    """Take an id in the one usual form of a UUID."""

    def to_internal_value(self, data: Any) -> UUID:
        """Return the id."""
        if not isinstance(data, str) or not ID_FORM.fullmatch(data):
            self.fail("invalid", value=type(data).__name__)
        return UUID(data)
