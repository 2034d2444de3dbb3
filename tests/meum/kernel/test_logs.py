"""What a person says never reaches a log line, whichever way it is tried."""

from __future__ import annotations

import ast
import io
import json
import logging
import logging.config
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from meum.kernel.logs import FACTS, logging_settings

ROOT = Path(__file__).resolve().parents[3]
OURS = ("meum", "fitness", "nutrition", "skincare", "bots")
SECRET = "两个鸡蛋"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Keep what the real configuration writes, and put the tests' own back afterwards."""
    stream = io.StringIO()
    config = logging_settings(level="DEBUG", is_debug=False)
    config["handlers"]["console"]["stream"] = stream
    before = logging.root.handlers[:], logging.root.level
    logging.config.dictConfig(config)
    yield stream
    logging.root.handlers[:], logging.root.level = before


def told(lines: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def fail(_request: HttpRequest) -> HttpResponse:
    raise ValueError(SECRET)


urlpatterns = [path("fails/<str:name>", fail, name="fails")]


def test_a_line_is_one_json_object_with_its_facts(lines: io.StringIO) -> None:
    logging.getLogger("meum.jobs").info("job parked", extra={"job_id": UUID(int=1), "attempts": 3})

    (line,) = told(lines)
    assert (line["event"], line["level"], line["logger"]) == ("job parked", "info", "meum.jobs")
    assert (line["job_id"], line["attempts"]) == ("00000000-0000-0000-0000-000000000001", 3)


def test_an_argument_of_a_message_is_left_out(lines: io.StringIO) -> None:
    logging.getLogger("some.package").warning("cannot read %s", SECRET)

    assert told(lines)[0]["event"] == "cannot read %s"


def test_a_fact_of_an_unlisted_name_is_left_out(lines: io.StringIO) -> None:
    logging.getLogger("meum").info("meal logged", extra={"words": SECRET})

    assert SECRET not in lines.getvalue()


def test_an_error_is_told_by_its_class_and_place(lines: io.StringIO) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("meum").exception("a job failed")

    (line,) = told(lines)
    assert line["error"] == "ValueError"
    assert line["where"][-1].endswith("test_an_error_is_told_by_its_class_and_place")
    assert SECRET not in lines.getvalue()


@override_settings(ROOT_URLCONF=__name__)
def test_a_failing_request_tells_neither_address_nor_words(lines: io.StringIO, client: Client) -> None:
    client.raise_request_exception = False

    response = client.post(
        f"/fails/zuzanna?q={SECRET}", {"text": SECRET}, headers={"Authorization": "Bearer token-of-zuzanna"}
    )

    line = next(each for each in told(lines) if each["event"] == "request answered")
    assert (line["route"], line["method"], line["status"]) == ("fails", "POST", 500)
    assert line["request_id"] == response["X-Request-Id"]
    assert not any(word in lines.getvalue() for word in ("zuzanna", SECRET, "token-of", "%E4", "?q"))


def test_a_forged_host_is_not_repeated(lines: io.StringIO, client: Client) -> None:
    client.get("/admin/", headers={"Host": "zuzanna.example"})

    assert "zuzanna" not in lines.getvalue()


@pytest.mark.parametrize("given", ["ada ate eggs", "x" * 200, "\N{SNOWMAN}"])
def test_a_request_id_that_could_carry_words_is_replaced(client: Client, given: str) -> None:
    response = client.get("/health", headers={"X-Request-Id": given})

    assert len(response["X-Request-Id"]) == 32


def test_a_proper_request_id_is_kept(client: Client) -> None:
    given = "0123456789abcdef0123456789abcdef"

    assert client.get("/health", headers={"X-Request-Id": given})["X-Request-Id"] == given


def extra_names() -> set[str]:
    """Return every name that our code adds to a log line."""
    names = set()
    for module in (file for top in OURS for file in (ROOT / top).rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "extra" and isinstance(node.value, ast.Dict):
                names |= {str(key.value) for key in node.value.keys if isinstance(key, ast.Constant)}
    return names


def test_every_fact_that_our_code_logs_is_listed() -> None:
    assert extra_names() <= FACTS
