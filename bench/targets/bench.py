"""Measure speed and memory as ratios to the yardstick; print a table and write bench/results.json."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench import in_process, speed
from bench.places import Place, places
from bench.reports import Report, asked_for, write
from ops.engines import install_missing

RESULTS = Path(__file__).resolve().parent.parent / "results.json"


def main() -> int:
    """Measure what ONLY names, else everything; return 1 when a figure misses its bound."""
    names = asked_for(list(dict.fromkeys([*speed.KINDS, *in_process.PARTS])))
    install_missing()
    started = time.monotonic()
    with places() as made:
        reports = list(measured(names, made))
    write(RESULTS, reports)
    figures = sum(len(report.figures) for report in reports)
    print(f"meum: {figures} figures in {time.monotonic() - started:.0f} s, in {RESULTS.name}")
    return 0 if all(report.is_met for report in reports) else 1


def measured(names: Sequence[str], made: Sequence[Place]) -> Iterator[Report]:
    """Yield the report of all requests that are named, then of each other part."""
    kinds = [name for name in names if name in speed.KINDS]
    if kinds:
        # Figures of some requests alone do not take the place of those of all.
        title = "requests" if set(speed.KINDS) <= set(kinds) else f"requests: {', '.join(kinds)}"
        yield _report(title, partial(speed.run, names=kinds, made=made))
    for name in names:
        if name in in_process.PARTS:
            yield _report(name, partial(in_process.PARTS[name], places=made))


def _report(title: str, fill: Callable[[Report], None]) -> Report:
    print(f"{title}:", flush=True)
    report = Report(title)
    fill(report)
    return report


if __name__ == "__main__":
    sys.exit(main())
