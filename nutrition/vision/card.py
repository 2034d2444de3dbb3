"""The card of a model: what it knows, how its figures become answers, how well it did, and how it was made.

A bundle is a folder of three files: `food_photos.onnx`, its card `food_photos.json`, and `food_photos_looks.npy`, how
its dishes look on average; without the last one it recognises dishes and remembers none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MODEL_FILE, CARD_FILE = "food_photos.onnx", "food_photos.json"


@dataclass(frozen=True, kw_only=True)
class Rules:
    """How logits become answers, fitted on photos kept aside for it.

    `temperature` divides the logits of dishes; below `least_food` (0..1) a photo is no food; a dish is named when its
    probability reaches `least_dish`, a group when that of its dishes together reaches `least_group`.
    """

    temperature: float
    least_food: float
    least_dish: float
    least_group: float


@dataclass(frozen=True, kw_only=True)
class Card:
    """What is written beside a model; `facts` (how it was made, its figures) are for people.

    `names` are the Chinese and the English name of codes that are none of Meum's own dishes. `looks_sha256` is empty
    where there are no looks beside the model.
    """

    codes: tuple[str, ...]
    names: Mapping[str, tuple[str, str]]
    side: int
    rules: Rules
    sha256: str
    embedder: str
    facts: Mapping[str, Any]
    looks_sha256: str = ""


def read_card(path: Path) -> Card:
    """Return a card. Raises ValueError when the file is none, OSError when it cannot be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        rules = Rules(**told["rules"])
        names = {code: (zh, en) for code, (zh, en) in told["names"].items()}
        return Card(**{**told, "codes": tuple(told["codes"]), "names": names, "rules": rules})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name} is not the card of a model") from error


def write_card(path: Path, card: Card) -> None:
    """Write a card as JSON."""
    path.write_text(json.dumps(asdict(card), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
