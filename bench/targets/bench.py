"""Measure speed and memory as ratios to the yardstick; print a table and write bench/results.json."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bench import speed
from bench.reports import Report, asked_for, write
from ops.engines import install_missing

RESULTS = Path(__file__).resolve().parent.parent / "results.json"


def main() -> int:
    """Measure what ONLY names, else everything; return 1 when a figure misses its bound."""
    names = asked_for(list(speed.KINDS))
    install_missing()
    started = time.monotonic()
    report = Report("requests")
    speed.run(report, names)
    write(RESULTS, [report])
    print(f"meum: {len(report.figures)} figures in {time.monotonic() - started:.0f} s, in {RESULTS.name}")
    return 0 if report.is_met else 1


if __name__ == "__main__":
    sys.exit(main())
