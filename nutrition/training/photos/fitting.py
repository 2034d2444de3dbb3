"""Fine-tuning in passes over the photos, kept after each, so that an end in the middle loses one pass at most.

The first blocks stay as ImageNet taught them; learning rates fall along a cosine; what is kept is a moving average of
the weights, mixed with their start, which keeps some of the breadth of ImageNet (Wortsman et al., CVPR 2022).
"""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing
import torch
from torch import Tensor

from nutrition.training.photos.batches import Batch, Supply
from nutrition.training.photos.losses import loss_of
from nutrition.training.photos.net import Answers, FoodNet
from nutrition.training.photos.pictures import Pictures

_HEAD_RATE, _RATE = 3e-3, 3e-4
_DECAY = 0.05
_CLIP = 2.0
_WARM_SHARE = 0.03
_AVERAGE_EVERY = 4
_AVERAGE = 0.992
_START_SHARE = 0.25


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Say how long and at which sizes to train; the seed makes every draw."""

    passes: int
    minutes: float
    seed: int
    batch: int = 32
    early_side: int = 128
    late_side: int = 160
    look_side: int = 192
    fixed_blocks: int = 5
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Tell how far training is: passes done, its share of the whole (0..1), the mean loss, seconds used."""

    passes: int
    share: float
    loss: float
    seconds: float


class Training:
    """Hold all that training changes; `keep` writes it down, `resume` takes it up again."""

    def __init__(self, net: FoodNet, pictures: Pictures, plan: Plan) -> None:
        self.net = net
        self.plan = plan
        self.steps = 0
        self.seconds = 0.0
        self._start = copy.deepcopy(net).requires_grad_(False)
        self._average = copy.deepcopy(net).requires_grad_(False)
        self._pictures = pictures
        self._known = torch.from_numpy(pictures.known_by_source())
        self._supply = Supply(pictures, np.random.default_rng(plan.seed))
        self._fix()
        self._optimizer = torch.optim.AdamW(_groups(net), weight_decay=_DECAY)
        self.steps_a_pass = max(1, len(self._supply.places) // plan.batch)

    @property
    def share(self) -> float:
        """Return how much of the training is done: by its passes or by its minutes, whichever is further."""
        by_passes = self.steps / (self.steps_a_pass * self.plan.passes)
        return min(1.0, max(by_passes, self.seconds / 60 / self.plan.minutes))

    def run(self, keep: Callable[[], None], tell: Callable[[Progress], None]) -> None:
        """Train to the end; call `keep` after each pass, `tell` now and then."""
        torch.manual_seed(self.plan.seed + self.steps)
        losses: list[float] = []
        began = time.monotonic() - self.seconds
        while self.share < 1:
            losses.append(self._step())
            self.steps += 1
            self.seconds = time.monotonic() - began
            if self.steps % self.steps_a_pass == 0:
                keep()
            if self.steps % 25 == 0 or self.share >= 1:
                tell(Progress(self.steps // self.steps_a_pass, self.share, float(np.mean(losses[-100:])), self.seconds))

    def result(self) -> FoodNet:
        """Return the net to use: the moving average, with a quarter of where it started."""
        made = copy.deepcopy(self._average)
        with torch.no_grad():
            for mine, start in zip(made.parameters(), self._start.parameters(), strict=True):
                mine.lerp_(start, _START_SHARE)
        return made.eval()

    def keep(self, path: Path) -> None:
        """Write everything down; the file is whole or as it was before."""
        half = path.with_suffix(".part")
        torch.save({"plan": asdict(self.plan), **self._state()}, half)
        half.replace(path)

    def resume(self, path: Path) -> None:
        """Go on from what was kept, perhaps with more or fewer minutes.

        Raises ValueError when it was kept under another plan or for other photos.
        """
        kept = torch.load(path, map_location="cpu", weights_only=True)
        if {**kept["plan"], "minutes": self.plan.minutes} != asdict(self.plan):
            raise ValueError(f"{path} was made under another plan or from other photos")
        self.net.load_state_dict(kept["net"])
        self._start.load_state_dict(kept["start"])
        self._average.load_state_dict(kept["average"])
        self._optimizer.load_state_dict(kept["optimizer"])
        self._supply.draw.bit_generator.state = kept["draw"]
        self.steps, self.seconds = kept["steps"], kept["seconds"]

    def _state(self) -> dict[str, Any]:
        return {
            "net": self.net.state_dict(),
            "start": self._start.state_dict(),
            "average": self._average.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "draw": self._supply.draw.bit_generator.state,
            "steps": self.steps,
            "seconds": self.seconds,
        }

    def _fix(self) -> None:
        self.net.stem.requires_grad_(False)
        for block in list(self.net.blocks)[: self.plan.fixed_blocks]:
            block.requires_grad_(False)

    def _step(self) -> float:
        for group in self._optimizer.param_groups:
            group["lr"] = group["peak"] * _rate_at(self.share)
        side = self.plan.early_side if self.share < 0.5 else self.plan.late_side
        loss = self._loss(self._supply.batch(self.plan.batch, side))
        self._optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), _CLIP)
        self._optimizer.step()
        if self.steps % _AVERAGE_EVERY == 0:
            self._follow()
        return loss.item()

    def _loss(self, batch: Batch) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16, enabled=has_short_floats()):
            embedding = self.net.embed(batch.pixels, fixed=self.plan.fixed_blocks, styles=True)
        answers = Answers(self.net.dishes(embedding), self.net.food(embedding)[:, 0], embedding)
        return loss_of(answers, self._truth(batch.first), self._truth(batch.second), batch.share)

    def _truth(self, places: np.typing.NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        return torch.from_numpy(self._pictures.dish[places]), self._known[self._pictures.source[places]]

    def _follow(self) -> None:
        # Early on the average follows more closely, or the start would weigh in it for long.
        keep = min(_AVERAGE, (1 + self.steps) / (40 + self.steps))
        with torch.no_grad():
            for mean, now in zip(self._average.parameters(), self.net.parameters(), strict=True):
                mean.lerp_(now, 1 - keep)


def has_short_floats() -> bool:
    """Tell whether this processor computes in bfloat16 itself; elsewhere 32 bits are faster."""
    path = Path("/proc/cpuinfo")
    return path.exists() and "avx512_bf16" in path.read_text(encoding="ascii", errors="replace")


def _groups(net: FoodNet) -> list[dict[str, Any]]:
    heads = [*net.dishes.parameters(), *net.food.parameters()]
    own = {id(parameter) for parameter in heads}
    body = [each for each in net.parameters() if each.requires_grad and id(each) not in own]
    return [{"params": body, "lr": _RATE, "peak": _RATE}, {"params": heads, "lr": _HEAD_RATE, "peak": _HEAD_RATE}]


def _rate_at(share: float) -> float:
    warm = min(1.0, (share + 1e-3) / _WARM_SHARE)
    return warm * 0.5 * (1 + math.cos(math.pi * share))
