"""The heads' start: a logistic regression on the features of ImageNet, which is also the plain baseline."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from nutrition.training.photos.net import FoodNet
from nutrition.training.photos.pictures import NO_DISH

_C = 40.0
_STEPS = 60


def start_heads(net: FoodNet, features: NDArray[np.float32], dish: NDArray[np.int64]) -> None:
    """Fit both heads to features (N, 1280) of length 1; every dish counts alike, and food as much as no food."""
    seen, truth = torch.from_numpy(features), torch.from_numpy(dish)
    is_food = truth != NO_DISH
    weights = _even(truth[is_food])
    _fit(
        net.dishes,
        seen[is_food],
        lambda said: weights * functional.cross_entropy(said, truth[is_food], reduction="none"),
    )
    if is_food.all():
        return
    even = _even(is_food.long())
    told = is_food.float()
    _fit(
        net.food,
        seen,
        lambda said: even * functional.binary_cross_entropy_with_logits(said[:, 0], told, reduction="none"),
    )


def _even(classes: Tensor) -> Tensor:
    """Return weights with mean 1 under which all classes count alike."""
    each = 1 / torch.bincount(classes).clamp(min=1)[classes].float()
    return each / each.mean()


def _fit(head: torch.nn.Linear, features: Tensor, losses: Callable[[Tensor], Tensor]) -> None:
    torch.nn.init.zeros_(head.weight)
    torch.nn.init.zeros_(head.bias)
    optimizer = torch.optim.LBFGS(head.parameters(), max_iter=_STEPS, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimizer.zero_grad()
        loss = losses(head(features)).mean() + head.weight.square().sum() / (2 * _C * len(features))
        loss.backward()
        return loss

    optimizer.step(closure)
