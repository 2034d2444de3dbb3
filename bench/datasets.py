"""The sets of messages and queries that accuracy is measured on, one JSON object a line in `bench/data`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "data"

Row = dict[str, Any]


def rows_of(name: str) -> list[Row]:
    """Return the rows of a set, such as `meals_zh_heldout`; raises FileNotFoundError for an unknown one."""
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
