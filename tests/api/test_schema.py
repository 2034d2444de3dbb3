"""The OpenAPI document: whole, without warnings, and committed as it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command

from tests.api.operations import Called, operations, schema

COMMITTED = Path(__file__).parent.parent.parent / "docs" / "reference" / "openapi.yaml"


def test_the_document_has_no_warning_and_is_valid(tmp_path: Path) -> None:
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "openapi.yaml"))


def test_the_committed_document_is_the_latest(tmp_path: Path) -> None:
    # To renew it: manage.py spectacular --lang en --file docs/reference/openapi.yaml
    call_command("spectacular", "--lang", "en", "--file", str(tmp_path / "openapi.yaml"))

    assert (tmp_path / "openapi.yaml").read_text("utf-8") == COMMITTED.read_text("utf-8")


def test_the_document_is_of_openapi_3_1() -> None:
    assert yaml.safe_load(COMMITTED.read_text("utf-8"))["openapi"].startswith("3.1.")


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.name)
def test_every_operation_is_named_by_a_verb_and_tells_of_problems(operation: Called) -> None:
    verbs = "list|get|log|correct|delete|change|give|withdraw|share|end|search|understand|undo|redo|pull|sign|refresh"
    verbs += "|offer|export|move|send|keep|confirm|suggest"

    assert re.match(rf"({verbs})(_|$)", operation.name)
    assert "application/problem+json" in operation.facts["responses"]["default"]["content"]


def test_operations_are_named_once() -> None:
    names = [operation.name for operation in operations()]

    assert len(names) == len(set(names))


def _texts(part: Any, place: str = "") -> dict[str, Any]:
    """Return every text field that a body may hold, by its place in the document."""
    if not isinstance(part, dict):
        return {}
    here = {place: part} if part.get("type") == "string" and not {"enum", "format"} & set(part) else {}
    return here | {name: text for key, below in part.items() for name, text in _texts(below, f"{place}/{key}").items()}


def test_every_text_that_comes_in_has_a_longest_length() -> None:
    bodies = {name: form for name, form in schema()["components"]["schemas"].items() if name.endswith("Request")}

    unbounded = [place for place, text in _texts(bodies).items() if "maxLength" not in text]

    assert unbounded == []
