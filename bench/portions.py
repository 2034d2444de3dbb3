"""How honest the grams and the energy of a photographed portion are, on food that was weighed.

The constants of `nutrition/domain/portion_estimates.py` were measured here: single objects (ECUSTFD) and plates of one
food (Nutrition5k) count alike, and each food once, so an interval of coverage is drawn over foods. What is printed of
first portions is judged by constants from the other foods. A canteen is no person: that it served so much of a food
before stands for what somebody told of it.
"""

from __future__ import annotations

import json
import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from bench.photos import data_folder
from bench.places import Place
from bench.reports import SEED, Figure, Report, interval_of
from meum.domain.intervals import Interval
from nutrition.domain.dishes import MOST_OFFERED
from nutrition.domain.portion_estimates import COVERAGE, Calibration, any_of, first_portion, next_portion

if TYPE_CHECKING:
    from bench.weighed import Plate, Seen

OBJECTS, PLATES = "objects", "plates of one food"
FOLDS = 10
TOLD = (1, 3, 12)
PLATES_OF = {"1": range(1, 2), "2 or 3": range(2, 4), "4 or more": range(4, 99)}


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """Portions of one food of one set that were weighed, in edible grams, and its household measure."""

    of: str
    food: str
    measure: Interval
    grams: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Named:
    """What a name of an ingredient is taken for: a household measure, and the kcal of a gram."""

    measure: Interval
    kcal: Interval


def portions(report: Report, place: Place) -> None:
    """Tell how many weighed portions lie within the bounds, and how near grams and energy are."""
    data = data_folder()
    if data is None:
        return
    from bench.weighed import read_objects, read_plates

    objects, plates = read_objects(data), read_plates(data)
    known = _known(place, plates)
    weighed = [*_weighed_objects(objects, known["foods"]), *_weighed_plates(plates, named_of(known))]
    _first(report, weighed)
    _next(report, weighed)
    _coin(report, objects)
    _unsure(report, data, objects, known["foods"])
    _energy(report, plates, named_of(known))


def _known(place: Place, plates: Sequence[Plate]) -> Mapping[str, Any]:
    from nutrition.vision.dishes import dishes

    names = sorted({name for plate in plates for name, _ in plate.parts})
    keys = sorted({dish.food for dish in dishes().values()})
    told: Mapping[str, Any] = place.facts("-m", "bench.portion_measures", json.dumps(keys), json.dumps(names))
    return told


def named_of(known: Mapping[str, Any]) -> dict[str, Named]:
    """Return what the names of ingredients are taken for."""
    return {
        name: Named(measure=Interval(*each["grams"]), kcal=Interval(*each["kcal"]))
        for name, each in known["names"].items()
    }


def _weighed_objects(objects: Sequence[Seen], foods: Mapping[str, Any]) -> list[Weighed]:
    from nutrition.vision.dishes import dishes

    grams: defaultdict[str, list[float]] = defaultdict(list)
    for each in objects:
        key = dishes()[each.code].food
        grams[key].append(each.grams * foods[key]["share"])
    return [
        Weighed(of=OBJECTS, food=key, measure=Interval(*foods[key]["grams"]), grams=tuple(those))
        for key, those in grams.items()
    ]


def _weighed_plates(plates: Sequence[Plate], named: Mapping[str, Named]) -> list[Weighed]:
    grams: defaultdict[str, list[float]] = defaultdict(list)
    for plate in plates:
        if len(plate.parts) == 1 and plate.parts[0][0] in named:
            grams[plate.parts[0][0]].append(plate.parts[0][1])
    return [
        Weighed(of=PLATES, food=name, measure=named[name].measure, grams=tuple(those)) for name, those in grams.items()
    ]


def calibration_of(weighed: Sequence[Weighed]) -> Calibration:
    """Return how far bounds must reach beyond household measures; sets count alike, and so do the foods of each."""
    foods = {of: sum(each.of == of for each in weighed) for of in (OBJECTS, PLATES)}
    below: list[tuple[float, float]] = []
    above: list[tuple[float, float]] = []
    for each in weighed:
        weight = 1 / foods[each.of] / len(each.grams)
        below += [(math.log(each.measure.low / grams), weight) for grams in each.grams]
        above += [(math.log(grams / each.measure.high), weight) for grams in each.grams]
    share = (1 + COVERAGE) / 2
    return Calibration(below=weighted_quantile(below, share), above=weighted_quantile(above, share))


def weighted_quantile(values: Sequence[tuple[float, float]], share: float) -> float:
    """Return the value up to which this share of the weights lies."""
    left = share * sum(weight for _, weight in values)
    for value, weight in sorted(values):
        left -= weight
        if left <= 1e-12:
            return value
    return max(values)[0]


def _first(report: Report, weighed: Sequence[Weighed]) -> None:
    fitted = calibration_of(weighed)
    report.count("first portions: widened below, in ln grams", fitted.below, most=None)
    report.count("first portions: widened above, in ln grams", fitted.above, most=None)
    by_food = {food: _fitted_without(weighed, food) for food in _folds(weighed)}
    shipped = [(each, within(each.grams, each.measure)) for each in weighed]
    calibrated = [(each, within(each.grams, first_portion(each.measure, by=by_food[each.food]))) for each in weighed]
    _covered(report, "household measure as it is", shipped)
    _covered(report, "first portion", calibrated)


def _folds(weighed: Sequence[Weighed]) -> dict[str, int]:
    foods = sorted({each.food for each in weighed})
    random.Random(SEED).shuffle(foods)  # noqa: S311  # a fixed seed, so that a run can be repeated
    return {food: place % FOLDS for place, food in enumerate(foods)}


def _fitted_without(weighed: Sequence[Weighed], food: str) -> Calibration:
    folds = _folds(weighed)
    return calibration_of([each for each in weighed if folds[each.food] != folds[food]])


def within(grams: Sequence[float], bounds: Interval) -> float:
    """Return which share of the grams lie within the bounds."""
    return fmean(bounds.low <= each <= bounds.high for each in grams)


def _covered(report: Report, name: str, shares: Sequence[tuple[Weighed, float]]) -> None:
    """Tell the share within the bounds, of each set and of both, which count alike; drawn over foods."""
    for of in (OBJECTS, PLATES):
        report.sample(f"within bounds, {name}, {of}", [share for each, share in shares if each.of == of])
    low, high = interval_of(shares, _of_both)
    name = f"within bounds, {name}, both alike"
    report.add(Figure(name=name, value=_of_both(shares), n=len(shares), low=low, high=high))


def _of_both(shares: Sequence[tuple[Weighed, float]]) -> float:
    sets = [[share for each, share in shares if each.of == of] for of in (OBJECTS, PLATES)]
    return fmean(fmean(values) for values in sets if values)


def _next(report: Report, weighed: Sequence[Weighed]) -> None:
    for count in TOLD:
        judged = [(each, _told_before(each, count)) for each in weighed if len(each.grams) > count]
        _covered(report, f"next portion after {count}", [(each, fmean(hits)) for each, (hits, _) in judged])
        ratios = [fmean(ratios) for _, (_, ratios) in judged]
        report.sample(f"high / low of the next portion after {count}", ratios)


def _told_before(weighed: Weighed, count: int) -> tuple[list[float], list[float]]:
    """Return for each portion whether it lies within what so many others tell, and how wide that is."""
    chance = random.Random(SEED)  # noqa: S311  # which portions are drawn is no secret
    hits, ratios = [], []
    for place, grams in enumerate(weighed.grams):
        others = [*weighed.grams[:place], *weighed.grams[place + 1 :]]
        estimate = next_portion(weighed.measure, [Interval.exact(each) for each in chance.sample(others, count)])
        hits.append(within([grams], estimate))
        ratios.append(estimate.high / estimate.low)
    return hits, ratios


def _coin(report: Report, objects: Sequence[Seen]) -> None:
    import numpy as np

    from bench.coin import bounds, by_class, by_power_law, by_sides, judged

    truth = np.array([each.grams for each in objects])
    errors = {ways: np.abs(judged(objects, ways) - truth) / truth for ways in (by_class, by_power_law, by_sides)}
    names = {by_class: "mean of the class", by_power_law: "power law and mean", by_sides: "sides and coin"}
    for ways, name in names.items():
        report.sample(f"error of grams of an object, {name}", errors[ways].tolist())
    for ways in (by_class, by_power_law):
        report.sample(f"error less than by {names[ways]}", (errors[ways] - errors[by_sides]).tolist())
    reach = bounds(objects, by_sides)
    is_within = (reach.low <= truth) & (truth <= reach.high)
    report.sample("objects within bounds by sides and coin", is_within.astype(float).tolist())


def _unsure(report: Report, data: Path, objects: Sequence[Seen], foods: Mapping[str, Any]) -> None:
    """Tell the bounds of objects never trained on, when nobody said what they are."""
    from nutrition.training.photos.judging import judged
    from nutrition.training.photos.manifest import VALIDATE, decoded, read_photos
    from nutrition.vision.classifier import SHIPPED, Classifier
    from nutrition.vision.dishes import dishes

    weighed = {file: each for each in objects for file in each.files}
    photos = [photo for photo in read_photos(data) if photo.part == VALIDATE and photo.file in weighed]
    classifier = Classifier(SHIPPED)
    seen = judged(classifier, photos, decoded(data, photos))
    keys = {code: dishes()[code].food for code in classifier.card.codes}
    measures = [first_portion(Interval(*foods[keys[code]]["grams"])) for code in classifier.card.codes]
    found: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in ("the likeliest dish", "any dish")}
    for photo, chances in zip(photos, seen.chances.tolist(), strict=True):
        each = weighed[photo.file]
        guesses = sorted(zip(chances, measures, strict=True), key=lambda pair: -pair[0])[:MOST_OFFERED]
        grams = [each.grams * foods[keys[each.code]]["share"]]
        found["the likeliest dish"][each.name].append(within(grams, guesses[0][1]))
        found["any dish"][each.name].append(within(grams, any_of(guesses)))
    for name, shares in found.items():
        report.sample(f"within bounds of {name}, class not told", [fmean(each) for each in shares.values()])


def _energy(report: Report, plates: Sequence[Plate], named: Mapping[str, Named]) -> None:
    """Tell how near the energy of plates is, their ingredients named, as a share of the mean energy."""
    known = [plate for plate in plates if all(name in named for name, _ in plate.parts)]
    random.Random(SEED).shuffle(known)  # noqa: S311  # a fixed seed, so that a run can be repeated
    rows = [row for number in range(FOLDS) for row in _guessed(known, named, number)]
    mean = fmean(row["kcal"] for row in rows)
    for way in ("mean", "default", "told"):
        report.sample(f"error of energy / mean energy, {_WAYS[way]}", [abs(r[way] - r["kcal"]) / mean for r in rows])
    for way in ("default", "told"):
        for size, counts in {**PLATES_OF, "any": range(1, 99)}.items():
            hits = [row[f"{way} within"] for row in rows if row["parts"] in counts]
            report.sample(f"energy within bounds, {_WAYS[way]}, plates of {size}", hits)


_WAYS = {"mean": "always the mean", "default": "nearest name, portion", "told": "nearest name, 12 told"}


def _guessed(plates: Sequence[Plate], named: Mapping[str, Named], number: int) -> list[dict[str, float]]:
    """Return the plates of one fold, each with its energy as guessed from the other folds."""
    others = [plate for place, plate in enumerate(plates) if place % FOLDS != number]
    told: defaultdict[str, list[Interval]] = defaultdict(list)
    for plate in others:
        for name, grams in plate.parts:
            told[name].append(Interval.exact(grams))
    mean = fmean(plate.kcal for plate in others)
    return [{"mean": mean, **_of_plate(plate, named, told)} for plate in plates[number::FOLDS]]


def _of_plate(plate: Plate, named: Mapping[str, Named], told: Mapping[str, Sequence[Interval]]) -> dict[str, float]:
    measured = [first_portion(named[name].measure) for name, _ in plate.parts]
    usual = [next_portion(named[name].measure, told.get(name, ())[:12]) for name, _ in plate.parts]
    row = {"kcal": plate.kcal, "parts": float(len(plate.parts))}
    for way, grams in (("default", measured), ("told", usual)):
        energy = _sum([each.times(named[name].kcal) for each, (name, _) in zip(grams, plate.parts, strict=True)])
        row |= {way: energy.mid, f"{way} within": float(energy.low <= plate.kcal <= energy.high)}
    return row


def _sum(amounts: Sequence[Interval]) -> Interval:
    """Add bound by bound, as the day's sum does."""
    return sum(amounts[1:], start=amounts[0])
