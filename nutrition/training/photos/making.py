"""From a folder of photos to a trained net, step by step; what was done already is not done again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from nutrition.training.photos.fitting import Plan, Progress, Training
from nutrition.training.photos.heads import start_heads
from nutrition.training.photos.looking import look
from nutrition.training.photos.manifest import FIT, hold_out, read_photos, write_split
from nutrition.training.photos.net import FoodNet, imagenet_weights, load_imagenet
from nutrition.training.photos.pictures import Pictures, load

SPLIT_FILE, CHECKPOINT, BASELINE = "split.csv", "checkpoint.pt", "baseline.pt"
_DRAWN = 80


@dataclass(frozen=True, slots=True)
class Made:
    """Hold what training leaves: the photos, the plain baseline, the trained net, and how far it came."""

    pictures: Pictures
    baseline: FoodNet
    net: FoodNet
    training: Training


def train(
    data: Path,
    out: Path,
    plan: Plan,
    held_out: Mapping[tuple[str, str], str],
    tell: Callable[[str], None],
    tell_progress: Callable[[Progress], None],
) -> Made:
    """Train on the photos of `data`; keep the split and a checkpoint in `out`, and go on from one that is there.

    Raises ValueError when the checkpoint is of another plan or of other photos.
    """
    out.mkdir(parents=True, exist_ok=True)
    photos = hold_out(read_photos(data), held_out)
    plan = replace(plan, fingerprint=write_split(out / SPLIT_FILE, photos))
    tell(f"reading {len(photos)} photos")
    pictures = load(data, photos, drawn=_DRAWN, seed=plan.seed)
    baseline = _baseline(pictures, out / BASELINE, plan, tell)
    training = Training(_copy(baseline), pictures, plan)
    checkpoint = out / CHECKPOINT
    if checkpoint.exists():
        training.resume(checkpoint)
    training.run(lambda: training.keep(checkpoint), tell_progress)
    training.keep(checkpoint)
    return Made(pictures, baseline, training.result(), training)


def _baseline(pictures: Pictures, path: Path, plan: Plan, tell: Callable[[str], None]) -> FoodNet:
    """Return ImageNet's net with a logistic regression on top: where fine-tuning starts, and what it must beat."""
    torch.manual_seed(plan.seed)
    net = FoodNet(len(pictures.codes)).to(memory_format=torch.channels_last)
    if path.exists():
        net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
        return net
    load_imagenet(net, imagenet_weights())
    places = pictures.of_part(FIT)
    tell("fitting the heads on features of ImageNet")
    seen = look(net, [pictures.pixels[place] for place in places], plan.look_side, short=True)
    start_heads(net, seen.embedding[:, 0], pictures.dish[places])
    torch.save(net.state_dict(), path)
    return net


def _copy(net: FoodNet) -> FoodNet:
    twin = FoodNet(net.dishes.out_features).to(memory_format=torch.channels_last)
    twin.load_state_dict(net.state_dict())
    return twin
