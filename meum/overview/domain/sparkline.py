"""A small line of figures over days, as the points of a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MARGIN = 4.0


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Hold a drawing `width` by `height`: the points of the line, and its latest point."""

    width: float
    height: float
    points: tuple[tuple[float, float], ...]

    @property
    def path(self) -> str:
        """Return the points as SVG's `polyline` wants them."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.points)

    @property
    def end(self) -> tuple[float, float]:
        """Return the latest point."""
        return self.points[-1]


def sparkline(figures: Sequence[tuple[date, float]], *, width: float, height: float) -> Sparkline | None:
    """Draw figures, given in order of their days, from the left to the right edge; None for fewer than two days.

    Higher figures stand higher. A level line stands in the middle.
    """
    if len({day for day, _ in figures}) < 2:
        return None
    days = [day.toordinal() for day, _ in figures]
    values = [value for _, value in figures]
    low, span = min(values), max(values) - min(values)
    across = (width - 2 * MARGIN) / (days[-1] - days[0])
    return Sparkline(
        width,
        height,
        tuple(
            (MARGIN + (day - days[0]) * across, _height_of((value - low) / span if span else 0.5, height))
            for day, value in zip(days, values, strict=True)
        ),
    )


def _height_of(share: float, height: float) -> float:
    return height - MARGIN - share * (height - 2 * MARGIN)
