"""The sandbox as others call it: processes, pipes and a database of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

NOW = "2026-03-10T08:00:00+08:00"


def lines(*texts: str) -> bytes:
    rows = [
        {"conversation": "c1", "start": "ready", "lang": "zh", "now": NOW, "message_id": f"m{number}", "text": text}
        for number, text in enumerate(texts)
    ]
    return b"\n".join(json.dumps(row).encode() for row in rows) + b"\nno json\n"


def run(told: bytes, var_dir: Path) -> tuple[int, list[dict[str, Any]]]:
    # The database that the environment names is one that cannot be opened: the sandbox must not even try.
    environment = os.environ | {"DATABASE_URL": "sqlite:////nowhere/live.sqlite3", "VAR_DIR": str(var_dir)}
    done = subprocess.run(
        [sys.executable, "manage.py", "chat", "--sandbox", "--json"],
        cwd=settings.BASE_DIR,
        env=environment,
        input=told,
        capture_output=True,
        timeout=300,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("var")


def test_it_answers_line_by_line_with_the_whole_catalogue_and_leaves_nothing_but_its_template(var_dir: Path) -> None:
    code, answers = run(lines("早上吃了两个鸡蛋、一碗小米粥", "今天"), var_dir)

    assert code == 0
    assert answers[0]["reply"][0] == "早餐：鸡蛋 2 个（约 100 克），小米粥 1 碗（约 250 克）。"
    assert answers[1]["stored"]["meals_total"] == 1
    assert answers[2]["error"]["code"] == "not_json"
    assert [path.suffix for path in (var_dir / "sandbox").iterdir()] == [".sqlite3"]


def test_nothing_of_one_run_is_there_in_the_next(var_dir: Path) -> None:
    _, answers = run(lines("今天"), var_dir)

    assert answers[0]["stored"]["meals_total"] == 0
