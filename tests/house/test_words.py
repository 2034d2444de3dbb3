"""The repository speaks of itself only: no path of somebody's machine, no number of somebody's list."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Written in parts, so that this file does not find itself.
FOREIGN = re.compile(
    "|".join(["/wo" + "rk/", "/tmp/br" + "ief", r"\.lib" + "rary/", "issue" + r" #?\d", "/sha" + "red/"])
)


def tracked_texts() -> list[Path]:
    """Return every tracked file that is text."""
    listed = subprocess.run(["git", "ls-files", "-z"], check=True, cwd=ROOT, capture_output=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8000]]


def test_no_file_speaks_of_another_place() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked_texts()
        if (match := FOREIGN.search(path.read_text(encoding="utf-8", errors="replace")))
    ]

    assert found == []
