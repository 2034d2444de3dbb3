"""The set of panels: drawn alike in every run, one half to look at while the reader is changed, one for figures."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bench.labels.camera import draw_shot, photo_of
from bench.labels.chinese import draw_chinese
from bench.labels.drawing import draw_look, draw_panel
from bench.labels.foods import draw_food
from bench.labels.printed import Printed
from bench.labels.western import draw_american, draw_european

_STYLES = {"zh": draw_chinese, "us": draw_american, "eu": draw_european}
# Chinese packets are what most people photograph.
_SHARES = ("zh", "zh", "us", "eu")
# The two halves share no seed, hence no food, look or shot.
_FIRST = {"tune": 1_000, "heldout": 500_000}
COUNT = 64


@dataclass(frozen=True, kw_only=True)
class Specimen:
    """One photo of a panel, as JPEG, and what stands on it."""

    name: str
    photo: bytes
    printed: Printed


def specimens(split: str, *, count: int = COUNT) -> Iterator[Specimen]:
    """Yield the photos of a split, `tune` or `heldout`; raises KeyError for another one."""
    for number in range(count):
        yield _specimen(split, number)


def _specimen(split: str, number: int) -> Specimen:
    chance = random.Random(_FIRST[split] + number)  # noqa: S311  # a fixed seed, so that a run can be repeated
    printed = _STYLES[_SHARES[number % len(_SHARES)]](chance, draw_food(chance))
    panel = draw_panel(printed, draw_look(chance, printed))
    photo = photo_of(panel, draw_shot(chance), chance)
    return Specimen(name=f"{split}-{number:03}-{printed.style}", photo=photo, printed=printed)
