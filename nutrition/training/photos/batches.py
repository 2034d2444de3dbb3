"""Batches for training: photos changed, balanced, and mixed with one another."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from nutrition.training.photos.changing import changed
from nutrition.training.photos.manifest import FIT
from nutrition.training.photos.pictures import NO_DISH, Pictures, chances

_CUT_SHARE, _MIXED_SHARE, _MOVED_SHARE = 0.3, 0.25, 0.15
_MIX_ALPHA = 0.4
_MOVED_SIDES = (0.5, 0.85)


class Batch(NamedTuple):
    """Hold N pictures (N, 3, S, S) in 0..1; `share` of each (N,) shows photo `first`, the rest photo `second`.

    `first` and `second` are places in the pictures.
    """

    pixels: Tensor
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    share: Tensor


class Supply:
    """Draw batches from the photos to fit on: changed at random, most of them mixed in one of three ways."""

    def __init__(self, pictures: Pictures, draw: np.random.Generator) -> None:
        self.draw = draw
        self.places = pictures.of_part(FIT)
        self._pictures = pictures
        self._chances = chances(pictures.dish[self.places])
        self._grounds = self.places[pictures.dish[self.places] == NO_DISH]

    def batch(self, count: int, side: int) -> Batch:
        """Return `count` photos of (side, side)."""
        places = self.draw.choice(self.places, count, p=self._chances)
        pixels = _stacked(self._pictures, places, side, self.draw)
        way = self.draw.random()
        if way < _CUT_SHARE:
            return _cut(pixels, places, self.draw)
        if way < _CUT_SHARE + _MIXED_SHARE:
            return _mixed(pixels, places, self.draw)
        if way < _CUT_SHARE + _MIXED_SHARE + _MOVED_SHARE and len(self._grounds):
            grounds = _stacked(self._pictures, self.draw.choice(self._grounds, count), side, self.draw)
            pixels = _moved(pixels, grounds, self._pictures.dish[places], self.draw)
        return Batch(pixels, places, places, torch.ones(count))


def _stacked(pictures: Pictures, places: NDArray[np.int64], side: int, draw: np.random.Generator) -> Tensor:
    seen = np.stack([changed(pictures.pixels[place], side, draw) for place in places])
    pixels = torch.from_numpy(seen).permute(0, 3, 1, 2).to(memory_format=torch.channels_last)
    return pixels.float() / 255


def _mixed(pixels: Tensor, places: NDArray[np.int64], draw: np.random.Generator) -> Batch:
    """Lay photos over one another (mixup: Zhang et al., ICLR 2018)."""
    order = draw.permutation(len(places))
    share = torch.from_numpy(draw.beta(_MIX_ALPHA, _MIX_ALPHA, len(places)).astype(np.float32))
    own = share[:, None, None, None]
    return Batch(own * pixels + (1 - own) * pixels[order], places, places[order], share)


def _cut(pixels: Tensor, places: NDArray[np.int64], draw: np.random.Generator) -> Batch:
    """Put a piece of another photo into each (CutMix: Yun et al., ICCV 2019); one box for the batch."""
    order = draw.permutation(len(places))
    side = pixels.shape[-1]
    length = int(side * np.sqrt(1 - draw.beta(1, 1)))
    top, left = (int(draw.integers(0, side - length + 1)) for _ in range(2))
    cut = pixels.clone()
    cut[:, :, top : top + length, left : left + length] = pixels[order][:, :, top : top + length, left : left + length]
    share = torch.full((len(places),), 1 - (length / side) ** 2)
    return Batch(cut, places, places[order], share)


def _moved(pixels: Tensor, grounds: Tensor, dish: NDArray[np.int64], draw: np.random.Generator) -> Tensor:
    """Put photos of food, made smaller, on photos without food: the dish stays what it is on another table."""
    side = pixels.shape[-1]
    small = int(side * draw.uniform(*_MOVED_SIDES))
    top, left = (int(draw.integers(0, side - small + 1)) for _ in range(2))
    moved = grounds.clone()
    shrunk = functional.interpolate(pixels, size=(small, small), mode="bilinear", antialias=True)
    moved[:, :, top : top + small, left : left + small] = shrunk
    is_food = torch.from_numpy(dish != NO_DISH)[:, None, None, None]
    return torch.where(is_food, moved, pixels).contiguous(memory_format=torch.channels_last)
