"""A trained net as ONNX, in 32 bits: eight cost up to ten points of accuracy and saved little time."""

from __future__ import annotations

import hashlib
import io
import warnings

import torch
from torch import Tensor

from nutrition.training.photos.net import FoodNet

_OPSET = 17


def as_onnx(net: FoodNet, side: int) -> bytes:
    """Return the net as an ONNX model: `pixels` (N, 3, side, side) to `dishes`, `food` and `embedding`."""
    written = io.BytesIO()
    example = torch.zeros(2, 3, side, side)
    with warnings.catch_warnings():
        # The older exporter needs no further package; it says that it is on its way out, and that it folds less.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", UserWarning)
        torch.onnx.export(
            net.eval().to(memory_format=torch.contiguous_format),
            (example,),
            written,
            dynamo=False,
            opset_version=_OPSET,
            input_names=["pixels"],
            output_names=["dishes", "food", "embedding"],
            dynamic_axes={name: {0: "photos"} for name in ("pixels", "dishes", "food", "embedding")},
        )
    return written.getvalue()


def embedder_of(net: FoodNet) -> str:
    """Return the version of the embedding: it changes with the weights below the heads, and with nothing else."""
    digest = hashlib.sha256()
    for name, value in net.state_dict().items():
        if not name.startswith(("dishes.", "food.")):
            digest.update(_bytes(value))
    return digest.hexdigest()[:16]


def _bytes(value: Tensor) -> bytes:
    return value.contiguous().numpy().tobytes()
