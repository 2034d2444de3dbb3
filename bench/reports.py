"""What a measurement found: figures with their sample size and interval, counts with their bound, one file for all."""

from __future__ import annotations

import json
import os
import platform
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeVar

RESAMPLES = 2000
SEED = 20261101

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number with its unit; `low` and `high` bound it in 95 of 100 resamples of its `n` observations."""

    name: str
    value: float
    unit: str = ""
    n: int = 1
    low: float | None = None
    high: float | None = None
    most: float | None = None
    least: float | None = None

    @property
    def is_met(self) -> bool:
        """Tell whether the figure keeps its bounds, if it has any."""
        is_low_enough = self.most is None or self.value <= self.most
        return is_low_enough and (self.least is None or self.value >= self.least)


@dataclass
class Report:
    """Figures in the order in which they were found; prints each at once."""

    title: str
    figures: list[Figure] = field(default_factory=list)

    def add(self, figure: Figure) -> None:
        """Keep a figure and print it."""
        self.figures.append(figure)
        print(as_line(figure), flush=True)

    def count(self, name: str, number: float, *, most: float | None = 0) -> None:
        """Keep a count; more than `most` of it makes the report fail (None: it only tells)."""
        self.add(Figure(name=name, value=number, most=most))

    def sample(self, name: str, values: Sequence[float], *, unit: str = "", least: float | None = None) -> None:
        """Keep the mean of a sample with its interval, such as a share of right answers (1 or 0 each)."""
        low, high = interval_of(values, statistics.fmean)
        mean = statistics.fmean(values)
        self.add(Figure(name=name, value=mean, unit=unit, n=len(values), low=low, high=high, least=least))

    @property
    def is_met(self) -> bool:
        """Tell whether every figure keeps its bounds."""
        return all(figure.is_met for figure in self.figures)


def as_line(figure: Figure) -> str:
    """Return a figure as one line of text."""
    interval = f"  [{figure.low:.3g}, {figure.high:.3g}]" if figure.low is not None and figure.high is not None else ""
    sample = f"  n={figure.n}" if figure.n > 1 else ""
    bounds = [f"at most {figure.most:g}"] if figure.most is not None else []
    bounds += [f"at least {figure.least:g}"] if figure.least is not None else []
    told = f"  ({', '.join(bounds)}{'' if figure.is_met else ': MISSED'})" if bounds else ""
    return f"  {figure.name:<64} {figure.value:>9.4g} {figure.unit:<4}{interval}{sample}{told}"


def interval_of(values: Sequence[T], figure: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """Return the bounds of a figure in 95 of 100 bootstrap resamples, drawn the same way each time."""
    draw = random.Random(SEED)  # noqa: S311  # a fixed seed, so that a run can be repeated
    drawn = sorted(figure(draw.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return drawn[int(RESAMPLES * 0.025)], drawn[int(RESAMPLES * 0.975) - 1]


def write(path: Path, reports: Sequence[Report]) -> None:
    """Write reports with what they were measured on; parts of an earlier run that were not run again are kept."""
    kept = json.loads(path.read_text(encoding="utf-8"))["parts"] if path.exists() else {}
    parts = kept | {report.title: {"on": surroundings(), "figures": _figures(report)} for report in reports}
    path.write_text(json.dumps({"parts": parts}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _figures(report: Report) -> list[dict[str, object]]:
    rounded = [{k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(f).items()} for f in report.figures]
    return [{name: value for name, value in figure.items() if value not in (None, "")} for figure in rounded]


def surroundings() -> dict[str, object]:
    """Return which code on what machine was measured."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], check=False, capture_output=True, text=True)
    return {
        "commit": commit.stdout.strip(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "command": f"make {Path(sys.argv[0]).stem}",
    }


def asked_for(names: Sequence[str]) -> list[str]:
    """Return the parts that ONLY names, else all; raises SystemExit for an unknown one."""
    only = os.environ.get("ONLY", "").replace(",", " ").split()
    unknown = sorted(set(only) - set(names))
    if unknown:
        raise SystemExit(f"meum: unknown part {', '.join(unknown)}; known: {', '.join(names)}")
    return only or list(names)
