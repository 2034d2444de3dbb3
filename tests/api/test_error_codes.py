"""Every code that the source raises has a row in docs/reference/errors.md and a sentence in both languages."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from django.urls import get_resolver

from fitness.domain.measures import Kind
from meum.domain.languages import Lang
from meum.kernel.errors import MeumError
from meum.kernel.phrases import registered
from meum.kernel.problem import FRAMEWORK_CODES, FieldsInvalid

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "reference" / "errors.md"
ROW = re.compile(r"^\| `(?P<code>[a-z0-9_]+)` \| (?P<statuses>[\d, ]+) \| (?P<meaning>.+) \|$", re.MULTILINE)


def _classes(of: type[MeumError] = MeumError) -> Iterator[type[MeumError]]:
    yield of
    for child in of.__subclasses__():
        yield from _classes(child)


def _codes(code: ast.expr) -> list[str]:
    """Return the codes that the first argument of an error may be."""
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        return [code.value]
    if isinstance(code, ast.JoinedStr) and "impossible_" in ast.unparse(code):
        return [f"impossible_{kind.value}" for kind in Kind]
    return []


@cache
def raised() -> Mapping[str, set[int]]:
    """Return the statuses of every code that our source raises."""
    # The doors are loaded first, so that every class of errors is known.
    assert get_resolver().url_patterns
    statuses = {found.__name__: found.status for found in _classes()}
    codes: defaultdict[str, set[int]] = defaultdict(set)
    for app in ("meum", "fitness", "nutrition", "skincare", "bots"):
        for path in (ROOT / app).rglob("*.py"):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and call.args and isinstance(call.func, ast.Name | ast.Attribute):
                    name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
                    for code in _codes(call.args[0]) if name in statuses else ():
                        codes[code].add(statuses[name])
    for code, status in FRAMEWORK_CODES.values():
        codes[code].add(status)
    codes["invalid_fields"].add(FieldsInvalid.status)
    codes["unexpected"].add(500)
    return codes


def documented() -> dict[str, set[int]]:
    """Return the statuses of every code that the page tells of."""
    rows = ROW.finditer(PAGE.read_text(encoding="utf-8"))
    return {row["code"]: {int(status) for status in row["statuses"].split(",")} for row in rows}


def test_the_page_tells_of_exactly_what_is_raised() -> None:
    assert documented() == raised()


def test_every_code_has_its_sentence_in_every_language() -> None:
    sentences = registered()

    assert [
        (code, lang) for code in raised() for lang in Lang if not sentences.get(f"error.{code}", {}).get(lang)
    ] == []


def test_every_status_has_its_title() -> None:
    statuses = {status for found in raised().values() for status in found}

    assert {f"problem.{status}" for status in statuses} <= set(registered())
