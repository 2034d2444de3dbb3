"""The one way JSON comes in: strict, capped in size and depth, and free of characters no text may hold."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any, NoReturn

from django.conf import settings
from rest_framework.parsers import BaseParser

from meum.kernel.errors import Invalid, MeumError

MAX_DEPTH = 32
# Control characters other than tab and line ends, and halves of surrogate pairs: no script needs them, databases
# and UTF-8 refuse some of them.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class TooLarge(MeumError):
    """Say that a body is larger than what is read."""

    status = 413


class StrictJSONParser(BaseParser):
    """Read one JSON value; refuse NaN, infinite numbers, deep nesting, unfit characters and large bodies."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """Return the value; raises TooLarge or Invalid."""
        body = stream.read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
        if len(body) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise TooLarge("too_large", "the body is larger than what is read")
        return read_json(body)


def read_json(body: bytes) -> Any:
    """Return the JSON value of a body; raises Invalid `not_json`, `too_deep` or, with its place, `unfit_text`."""
    try:
        value = json.loads(body.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_finite)
    except RecursionError as error:
        raise _too_deep() from error
    except ValueError as error:
        raise Invalid("not_json", "the body is not JSON in UTF-8") from error
    for pointer, text in _texts(value, pointer="", depth=0):
        if UNFIT.search(text):
            raise Invalid("unfit_text", "a text holds control characters or half a character", field=pointer)
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _too_deep() -> Invalid:
    return Invalid("too_deep", "the body is nested too deeply", most=MAX_DEPTH)


def _as_step(key: str) -> str:
    """Return a field's name as one step of a JSON pointer (RFC 6901), cut where no name of ours is that long."""
    return key[:64].replace("~", "~0").replace("/", "~1")


def _texts(value: Any, *, pointer: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield every text and name below a value with its place."""
    if depth > MAX_DEPTH:
        raise _too_deep()
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield pointer, key
            yield from _texts(below, pointer=f"{pointer}/{_as_step(key)}", depth=depth + 1)
    elif isinstance(value, list):
        for position, below in enumerate(value):
            yield from _texts(below, pointer=f"{pointer}/{position}", depth=depth + 1)
