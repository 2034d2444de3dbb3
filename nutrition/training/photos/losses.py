"""What training asks of the net: name the dish among all dishes, and among those of the photo's own source."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from nutrition.training.photos.net import Answers

OWN_SOURCE_SHARE = 0.6
"""How much counts the choice among dishes of the own source, where the look of the source tells nothing."""
_SMOOTHING = 0.1
_FOOD_WEIGHT = 0.5


def loss_of(answers: Answers, first: tuple[Tensor, Tensor], second: tuple[Tensor, Tensor], share: Tensor) -> Tensor:
    """Return the mean loss of a batch.

    `first` and `second` are each (dish (N,), -1 for no food; known (N, codes), the dishes of its source); `share` (N,)
    is how much of the picture shows the first.
    """
    food = share * (first[0] >= 0) + (1 - share) * (second[0] >= 0)
    told = functional.binary_cross_entropy_with_logits(answers.food, food.float())
    dishes = share * _dish_loss(answers.dishes, *first) + (1 - share) * _dish_loss(answers.dishes, *second)
    return dishes.sum() / food.sum().clamp(min=1) + _FOOD_WEIGHT * told


def _dish_loss(logits: Tensor, dish: Tensor, known: Tensor) -> Tensor:
    """Return (N,): nothing where there is no dish."""
    everywhere = _smoothed(logits, dish, torch.ones_like(known))
    at_home = _smoothed(logits, dish, known)
    return (OWN_SOURCE_SHARE * at_home + (1 - OWN_SOURCE_SHARE) * everywhere) * (dish >= 0)


def _smoothed(logits: Tensor, dish: Tensor, allowed: Tensor) -> Tensor:
    """Return the cross-entropy among the dishes allowed, a tenth of the truth spread evenly over them."""
    # A photo without food allows no dish; any finite row will do, it is not counted.
    shut = torch.where(allowed.any(1, keepdim=True), ~allowed, torch.zeros_like(allowed))
    chances = functional.log_softmax(logits.masked_fill(shut, -1e4), dim=1)
    right = chances.gather(1, dish.clamp(min=0)[:, None])[:, 0]
    mean = chances.masked_fill(shut, 0).sum(1) / (~shut).sum(1)
    return -(1 - _SMOOTHING) * right - _SMOOTHING * mean
