"""How often the classifier of food photos is right, on photos whose source photo was never trained on.

`photos` asks the shipped bundle about the part `val` of the folder `food_photos` beside that of MEUM_SOURCE_DATA.
`photos_across` asks a twin about dishes on photos of a source in which it never saw them, and about dishes that it
never saw at all: users' photos come from no source either. `bench/data/photos_held_out.csv` names these; the twin is
trained as the shipped one is, but with `--hold-out` of this table, and the folder of its bundle is PHOTO_TWIN.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bench.datasets import DATA
from bench.places import Place
from bench.reports import Figure, Report, interval_of

if TYPE_CHECKING:
    from nutrition.training.photos.figures import Bools
    from nutrition.training.photos.judging import Judged
    from nutrition.training.photos.manifest import Photo
    from nutrition.vision.card import Card
    from nutrition.vision.classifier import Classifier

FOLDER = "food_photos"
HELD_OUT = DATA / "photos_held_out.csv"
UNKNOWN = "unknown"


def photos(report: Report, place: Place) -> None:
    """Tell how often the shipped classifier is right, how honest its probabilities are, and what it calls no food."""
    data = data_folder()
    if data is None:
        return
    from nutrition.training.photos.manifest import VALIDATE, read_photos
    from nutrition.vision.classifier import SHIPPED, Classifier

    classifier = Classifier(SHIPPED)
    seen = _judged(classifier, data, [photo for photo in read_photos(data) if photo.part == VALIDATE])
    for source, some in seen.by_source():
        _rights(report, source, some)
    known = seen.where(seen.is_dish)
    _rights(report, "all", known)
    _calibration(report, "all", known)
    _food(report, seen, classifier.card)
    _verdicts(report, known, classifier.card)


def photos_across(report: Report, place: Place) -> None:
    """Tell how often a twin is right across sources, and how well it tells dishes that it never saw."""
    data, twin = data_folder(), twin_folder()
    if data is None or twin is None:
        return
    from nutrition.training.photos.manifest import VALIDATE, hold_out, read_held_out, read_photos
    from nutrition.vision.classifier import Classifier

    every = hold_out(read_photos(data), read_held_out(HELD_OUT))
    parts = ["f101", "dishes", "fruit"]
    seen = _judged(Classifier(twin), data, [each for each in every if each.part in (*parts, UNKNOWN, VALIDATE)])
    part_of = [photo.part for photo in seen.photos]
    for part in parts:
        some = seen.where(_mask(part_of, [part]) & seen.is_dish)
        _rights(report, f"across: {part}", some)
        report.sample(f"confidence, across: {part}", some.chances.max(1).tolist())
    whole = seen.where(_mask(part_of, parts) & seen.is_dish)
    _rights(report, "across: all", whole)
    report.sample("confidence, across: all", whole.chances.max(1).tolist())
    _unknown(report, seen)


def data_folder() -> Path | None:
    """Return the folder of photos; says so where there is none."""
    folder = os.environ.get("MEUM_SOURCE_DATA")
    data = Path(folder).parent / FOLDER if folder else None
    if data is None or not data.exists():
        print(f"  passed over: MEUM_SOURCE_DATA names no folder beside one with {FOLDER}")
        return None
    return data


def twin_folder() -> Path | None:
    """Return the folder of the twin's bundle; says so where there is none."""
    twin = os.environ.get("PHOTO_TWIN")
    if not twin:
        print("  passed over: PHOTO_TWIN names no folder with the bundle of a twin")
        return None
    return Path(twin)


def _judged(classifier: Classifier, data: Path, chosen: Sequence[Photo]) -> Judged:
    from nutrition.training.photos.judging import judged
    from nutrition.training.photos.manifest import decoded

    return judged(classifier, chosen, decoded(data, chosen))


def _mask(values: Sequence[str], chosen: Sequence[str]) -> Bools:
    import numpy as np

    return np.isin(values, chosen)


def _rights(report: Report, name: str, seen: Judged) -> None:
    from nutrition.training.photos.figures import is_among

    for most, words in ((1, "first right"), (5, "among five")):
        report.sample(f"{words}, {name}", is_among(seen.chances, seen.truth, most).astype(float).tolist())


def _calibration(report: Report, name: str, seen: Judged) -> None:
    import numpy as np

    from nutrition.training.photos.figures import calibration_error, is_among

    pairs = list(zip(seen.chances.max(1).tolist(), is_among(seen.chances, seen.truth, 1).tolist(), strict=True))

    def error(drawn: Sequence[tuple[float, bool]]) -> float:
        confidence, is_right = np.array(drawn, dtype=float).T
        return calibration_error(confidence, is_right.astype(bool))

    low, high = interval_of(pairs, error)
    report.add(Figure(name=f"calibration error, {name}", value=error(pairs), n=len(pairs), low=low, high=high))


def _food(report: Report, seen: Judged, card: Card) -> None:
    is_accepted = seen.food >= card.rules.least_food
    report.sample("no food taken for food", is_accepted[~seen.is_food].astype(float).tolist())
    report.sample("food taken for no food", (~is_accepted[seen.is_food]).astype(float).tolist())


def _verdicts(report: Report, seen: Judged, card: Card) -> None:
    """Tell how often a dish or a group is named, and how often it is the right one when it is."""
    from nutrition.vision.answers import Verdict, answer_of
    from nutrition.vision.dishes import dishes

    group_of = {dish.code: dish.group for dish in dishes().values()}
    answers = [answer_of(row, food, card, group_of) for row, food in zip(seen.chances, seen.food.tolist(), strict=True)]
    counts = Counter(answer.verdict for answer in answers)
    for verdict in Verdict:
        report.sample(f"answered “{verdict}”", [float(answer.verdict is verdict) for answer in answers])
    codes = [photo.code for photo in seen.photos]
    pairs = list(zip(answers, codes, strict=True))
    named = [float(a.dishes[0].code == code) for a, code in pairs if a.verdict is Verdict.DISH]
    grouped = [float(a.groups[0].code == group_of.get(code)) for a, code in pairs if a.verdict is Verdict.GROUP]
    if counts[Verdict.DISH]:
        report.sample("dishes named that are right", named)
    if counts[Verdict.GROUP]:
        report.sample("groups named that are right", grouped)


def _unknown(report: Report, seen: Judged) -> None:
    """Tell how often a known photo scores higher than one of an unknown dish of its source; the mean over sources."""
    from nutrition.training.photos.figures import area_under

    scores = seen.chances.max(1)
    sources = [photo.source for photo in seen.photos]
    parts = [photo.part for photo in seen.photos]
    areas = []
    for source in sorted({photo.source for photo in seen.photos if photo.part == UNKNOWN}):
        here = _mask(sources, [source])
        known = scores[here & seen.is_dish & _mask(parts, ["val"])]
        unknown = scores[here & _mask(parts, [UNKNOWN])]
        if len(known) and len(unknown):
            areas.append(area_under(known, unknown))
            report.add(
                Figure(name=f"unknown dishes told, area, {source}", value=areas[-1], n=len(known) + len(unknown))
            )
    report.add(Figure(name="unknown dishes told, area, mean of sources", value=sum(areas) / len(areas), n=len(areas)))
