"""Run what takes long: every module of bench/soak with a `run`, or those that ONLY names; count what was lost."""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path

from bench.reports import Report, asked_for, write
from ops.engines import install_missing

BENCH = Path(__file__).resolve().parent.parent
RESULTS = BENCH / "soak.json"


def main() -> int:
    """Run the parts one after the other; return 1 when anything was lost, done twice or refused."""
    names = asked_for(parts())
    install_missing()
    reports = [run(name) for name in names]
    write(RESULTS, reports)
    failed = [report.title for report in reports if not report.is_met]
    print(f"meum: failed: {', '.join(failed)}" if failed else "meum: nothing was lost or done twice")
    return 1 if failed else 0


def parts() -> list[str]:
    """Return the names of the modules that can be run."""
    modules = sorted((BENCH / "soak").glob("*.py"))
    return [path.stem for path in modules if "\ndef run(report" in path.read_text(encoding="utf-8")]


def run(name: str) -> Report:
    """Run one part; print its figures as they come."""
    print(f"{name}:", flush=True)
    started = time.monotonic()
    report = Report(name)
    importlib.import_module(f"bench.soak.{name}").run(report)
    print(f"  {time.monotonic() - started:.0f} s", flush=True)
    return report


if __name__ == "__main__":
    sys.exit(main())
