"""Measure our code: how long functions and files are, and whether each ignored type error tells its reason."""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("meum", "fitness", "nutrition", "skincare", "bots", "ops", "bench", "tests")
MOST_LINES_OF_FILE = 450
MOST_LINES_OF_FUNCTION = 60
MOST_MEDIAN = 8
MOST_NINETIETH = 25
_IGNORED = re.compile(r"#\s*type:\s*ignore(?P<code>\[[a-z-]+(, *[a-z-]+)*\])?(?P<reason>\s*#\s*\S.*)?")


@dataclass(frozen=True)
class Function:
    """One function or method: where it stands and how many lines it has, docstring and blank lines left out."""

    place: str
    name: str
    lines: int


def main() -> int:
    """Print the figures and what passes the bounds; return an exit status."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts]
    functions = [function for path in files for function in functions_of(path)]
    own = sorted(function.lines for function in functions if not function.place.startswith("tests/"))
    median, ninetieth = statistics.median(own), own[int(len(own) * 0.9)]
    print(f"{len(files)} files, {len(own)} functions: median {median:.0f} lines, 90th percentile {ninetieth}")
    faults = [fault for path in files for fault in faults_of(path)]
    faults += [f"{f.place}: {f.name} has {f.lines} lines" for f in functions if f.lines > MOST_LINES_OF_FUNCTION]
    faults += [f"the median function has {median:.0f} lines"] if median > MOST_MEDIAN else []
    faults += [f"the 90th percentile of functions has {ninetieth} lines"] if ninetieth > MOST_NINETIETH else []
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def faults_of(path: Path) -> Iterator[str]:
    """Yield what is wrong with a file as a whole."""
    lines = path.read_text(encoding="utf-8").splitlines()
    place = path.relative_to(ROOT)
    if len(lines) > MOST_LINES_OF_FILE:
        yield f"{place}: {len(lines)} lines"
    for number, line in enumerate(lines, start=1):
        found = _IGNORED.search(line)
        if found and not (found["code"] and found["reason"]):
            yield f"{place}:{number}: an ignored type error needs its code and a reason in words"


def functions_of(path: Path) -> Iterator[Function]:
    """Yield the functions of a file."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            place = f"{path.relative_to(ROOT)}:{node.lineno}"
            yield Function(place, node.name, length(node, lines))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]) -> int:
    """Return how many lines with code or comments a function has, its docstring left out."""
    has_docstring = ast.get_docstring(node, clean=False) is not None
    first = node.body[0]
    told = range(first.lineno, (first.end_lineno or first.lineno) + 1) if has_docstring else range(0)
    own = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return sum(1 for number in own if number not in told and lines[number - 1].strip())


if __name__ == "__main__":
    sys.exit(main())
