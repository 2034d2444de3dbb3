"""Words of a photo to the rows in which they were printed, though the photo was held at an angle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What stands in one place of a photo; corners in pixels from top left, clockwise, as the text runs."""

    text: str
    corners: tuple[Point, Point, Point, Point]
    score: float = 1.0

    @property
    def center(self) -> Point:
        """Return the middle."""
        return sum(x for x, _ in self.corners) / 4, sum(y for _, y in self.corners) / 4

    @property
    def width(self) -> float:
        """Return the length along the text, in pixels."""
        (x0, y0), (x1, y1) = self.corners[0], self.corners[1]
        return float(np.hypot(x1 - x0, y1 - y0))

    @property
    def height(self) -> float:
        """Return the height of the text, in pixels."""
        (x0, y0), (x1, y1) = self.corners[0], self.corners[3]
        return float(np.hypot(x1 - x0, y1 - y0))

    @property
    def slope(self) -> float:
        """Return how far the text falls on its way to the right, as a share of that way."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.corners
        along = (x1 - x0) + (x2 - x3)
        return ((y1 - y0) + (y2 - y3)) / along if abs(along) > 1e-6 else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A word in its row; `left` and `right` in pixels once the photo is turned straight."""

    text: str
    left: float
    right: float
    score: float

    @property
    def center(self) -> float:
        """Return the middle."""
        return (self.left + self.right) / 2


Row = tuple[Cell, ...]
# A word belongs to a row whose middle is nearer than this share of its height.
_NEAR = 0.55
# So much longer than high a word tells by its edges how the lines run.
_LONG = 2.0
_TALL = 1.3
_RIDGE = 0.05


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Return the rows from top to bottom, each from left to right."""
    if not words:
        return []
    words = [piece for word in words for piece in _unstacked(word)]
    heights = _straight_heights(words)
    order = sorted(range(len(words)), key=lambda place: heights[place])
    groups: list[list[int]] = []
    for place in order:
        near = groups[-1] if groups else []
        if near and _is_beside(words, heights, near, place):
            near.append(place)
        else:
            groups.append([place])
    return [tuple(_cell(words[place]) for place in sorted(group, key=lambda p: words[p].center[0])) for group in groups]


def are_upright(words: Sequence[Word]) -> bool:
    """Tell whether most of what stands in a photo runs across it, not up or down."""
    told = [(len(word.text), word.height > _TALL * word.width) for word in words if len(word.text) > 1]
    return sum(length for length, is_tall in told if is_tall) <= sum(length for length, is_tall in told) / 2


def turned(words: Sequence[Word]) -> list[Word]:
    """Return the words as they stand once the photo is turned to the left by a quarter."""
    most = max((x for word in words for x, _ in word.corners), default=0.0)
    return [_turned(word, most) for word in words]


def _turned(word: Word, most: float) -> Word:
    first, second, third, fourth = ((y, most - x) for x, y in word.corners)
    return replace(word, corners=(second, third, fourth, first))


def _unstacked(word: Word) -> list[Word]:
    """Return the signs of several rows that were taken for one word set from top to bottom, each by itself."""
    count = len(word.text)
    if count < 2 or word.height < _TALL * word.width or not all("一" <= char <= "鿿" for char in word.text):
        return [word]
    top_left, top_right, low_right, low_left = word.corners
    cuts = [number / count for number in range(count + 1)]
    left = [_between(top_left, low_left, share) for share in cuts]
    right = [_between(top_right, low_right, share) for share in cuts]
    return [
        replace(word, text=char, corners=(left[at], right[at], right[at + 1], left[at + 1]))
        for at, char in enumerate(word.text)
    ]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _is_beside(words: Sequence[Word], heights: Floats, group: Sequence[int], place: int) -> bool:
    """Tell whether a word continues a row: as high as its others, and over none of them."""
    middle = float(np.mean([heights[other] for other in group]))
    tall = min(words[other].height for other in (place, *group))
    if abs(heights[place] - middle) > _NEAR * tall:
        return False
    left, right = _edges(words[place])
    overlaps = (min(right, _edges(words[o])[1]) - max(left, _edges(words[o])[0]) for o in group)
    return max(overlaps) < 0.5 * min(right - left, *(words[o].width for o in group))


def _edges(word: Word) -> Point:
    xs = [x for x, _ in word.corners]
    return min(xs), max(xs)


def _cell(word: Word) -> Cell:
    left, right = _edges(word)
    return Cell(text=word.text, left=left, right=right, score=word.score)


def _straight_heights(words: Sequence[Word]) -> Floats:
    """Return at what height the middle of each word would stand were the lines level, float64 (N,).

    The slope of the lines is taken as linear in the place, which covers photos from the side and gently bent packets,
    and is fitted to the edges of the long words; then the height is where a word's line meets the left edge.
    """
    middles = np.array([word.center for word in words])
    scale = max(float(np.ptp(middles[:, 0])), float(np.ptp(middles[:, 1])), 1.0)
    x, y = (middles / scale).T
    x = x - x.min()
    level, across, down = _fitted_slope(words, x, y)
    heights = y - (level * x + across * x**2 / 2 + down * y * x)
    return np.asarray(heights * scale, dtype=np.float64)


def _fitted_slope(words: Sequence[Word], x: Floats, y: Floats) -> tuple[float, float, float]:
    """Return the slope at the left edge, and by how much it grows to the right and downwards."""
    weights = np.array([w.width if w.width > _LONG * w.height else 0.0 for w in words])
    if not weights.any():
        weights = np.ones(len(words))
    slopes = np.array([word.slope for word in words])
    middle = _weighted_median(slopes, weights)
    # A box drawn askew is no witness.
    weights = np.where(np.abs(slopes - middle) > 0.12, 0.0, weights)
    weights = weights / max(float(weights.sum()), 1e-9)
    terms = np.stack([np.ones_like(x), x, y], axis=1)
    squares = terms.T @ (terms * weights[:, None]) + np.diag([0.0, _RIDGE, _RIDGE]) * 0.2
    fitted = np.linalg.lstsq(squares, terms.T @ (slopes * weights), rcond=None)[0]
    return float(fitted[0]), float(fitted[1]), float(fitted[2])


def _weighted_median(values: Floats, weights: Floats) -> float:
    order = np.argsort(values)
    summed = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(summed, summed[-1] / 2)])
