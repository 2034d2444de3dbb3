"""What one, three and five photos of a dish bring: dishes that a net never saw, and dishes that it knows.

The net is the twin of `photos_across`, which never saw 28 dishes. They are cut in two, source by source: on one half
the weights of `nutrition/domain/memories.py` were fitted and chosen, the other gives the figures here. The photos kept
apart of dishes that the twin knows are cut in two as well, by their source photo. A person has eaten all dishes of a
half, and one to five photos of each are remembered; whatever else shows them is asked about. Each dish counts alike.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from bench.photos import HELD_OUT, UNKNOWN, data_folder, twin_folder
from bench.places import Place
from bench.reports import Figure, Report, interval_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nutrition.domain.dishes import Recognition
    from nutrition.domain.memories import Example
    from nutrition.training.photos.manifest import Photo
    from nutrition.vision.classifier import Classifier

DRAWS = 5
EXAMPLES = (1, 3, 5)
LEAST_NEW = {1: 0.25, 3: 0.50, 5: 0.60}
MOST_LOST = 0.03
KNOWN_EATEN = 14
"""Known dishes that a person has eaten before, as many as new ones."""


@dataclass(frozen=True)
class Asked:
    """All photos with what the twin saw on each; the food of a guess is the dish's code here."""

    photos: Sequence[Photo]
    seen: Sequence[Recognition]

    @cached_property
    def by_code(self) -> Mapping[tuple[str, str], list[int]]:
        """Return the places of the photos of each part and code."""
        found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, photo in enumerate(self.photos):
            found[photo.part, photo.code].append(place)
        return found

    def codes(self, part: str) -> list[str]:
        """Return the codes that a part has photos of."""
        return sorted({code for its, code in self.by_code if its == part})

    def group(self, place: int) -> str:
        """Return the source photo that a photo comes from."""
        return f"{self.photos[place].source}/{self.photos[place].group}"

    def is_right(self, place: int, examples: Sequence[Example]) -> bool:
        """Tell whether the first dish is the right one, with some photos remembered."""
        from nutrition.domain.memories import blended

        return blended(self.seen[place], examples).guesses[0].food == self.photos[place].code


def photos_remembered(report: Report, place: Place) -> None:
    """Tell how often new and known dishes are named first, with no, one, three and five photos remembered."""
    data, twin = data_folder(), twin_folder()
    if data is None or twin is None:
        return
    asked = _asked(data, twin)
    tuned, judged = halves_of(asked)
    for count in EXAMPLES:
        new_dishes(report, asked, judged, judged, count, f"{count} photos of each of {len(judged)}")
        every = [*tuned, *judged]
        new_dishes(report, asked, every, judged, count, f"{count} photos of each of {len(every)}", is_bound=False)
    for count in EXAMPLES[:2]:
        known_dishes(report, asked, count)


def halves_of(asked: Asked) -> tuple[list[str], list[str]]:
    """Return the dishes that the twin never saw: those that weights were fitted on, and those that give figures."""
    codes = asked.codes(UNKNOWN)
    sources = {code: _usual_source(asked, code) for code in codes}
    ordered = sorted(codes, key=lambda code: (sources[code], hashlib.sha256(code.encode()).hexdigest()))
    return ordered[0::2], ordered[1::2]


def _usual_source(asked: Asked, code: str) -> str:
    counts = Counter(asked.photos[place].source for place in asked.by_code[UNKNOWN, code])
    return counts.most_common(1)[0][0]


def new_dishes(
    report: Report,
    asked: Asked,
    eaten: Sequence[str],
    judged: Sequence[str],
    count: int,
    words: str,
    *,
    is_bound: bool = True,
) -> None:
    """Tell the share of new dishes named first, and of known ones that no longer are."""
    known = [place for place in _known(asked) if _half(asked.group(place)) == 1]
    shares: defaultdict[str, list[float]] = defaultdict(list)
    lost = [0.0] * len(known)
    before = [asked.is_right(place, ()) for place in known]
    for number in range(DRAWS):
        examples, left = drawn(asked, UNKNOWN, eaten, count, number)
        for code in judged:
            rights = [asked.is_right(place, examples) for place in left[code]]
            shares[code].append(sum(rights) / len(rights))
        for index, place in enumerate(known):
            lost[index] += (before[index] - asked.is_right(place, examples)) / DRAWS
    least = LEAST_NEW[count] if is_bound else None
    report.sample(f"new dish first, {words}", [sum(each) / DRAWS for each in shares.values()], least=least)
    _mean(report, f"known dishes lost, {words}", lost, most=MOST_LOST if is_bound else None)


def known_dishes(report: Report, asked: Asked, count: int) -> None:
    """Tell how often known dishes are named first before and after photos of them are remembered."""
    from nutrition.training.photos.manifest import CALIBRATE, VALIDATE

    able = [code for code in asked.codes(CALIBRATE) if _groups(asked, CALIBRATE, code) > count]
    able = [code for code in able if asked.by_code.get((VALIDATE, code))]
    before, after = [], []
    for number in range(DRAWS):
        eaten = sorted(able, key=lambda code: hashlib.sha256(f"{number} {code}".encode()).digest())[:KNOWN_EATEN]
        examples, _left = drawn(asked, CALIBRATE, eaten, count, number)
        for code in eaten:
            places = asked.by_code[VALIDATE, code]
            before.append(sum(asked.is_right(place, ()) for place in places) / len(places))
            after.append(sum(asked.is_right(place, examples) for place in places) / len(places))
    words = f"{count} photos of each of {KNOWN_EATEN}"
    report.sample(f"known dish first, before {words}", before)
    report.sample(f"known dish first, after {words}", after)


def drawn(
    asked: Asked, part: str, eaten: Sequence[str], count: int, number: int
) -> tuple[list[Example], dict[str, list[int]]]:
    """Return so many photos of each dish, each of another source photo, and the photos left of other source photos."""
    from nutrition.domain.memories import Example

    examples, left = [], {}
    for code in eaten:
        places = asked.by_code[part, code]
        by_group = {asked.group(place): place for place in sorted(places, key=lambda place: asked.photos[place].file)}
        shuffled = sorted(by_group, key=lambda group: hashlib.sha256(f"{number} {group}".encode()).digest())
        chosen = set(shuffled[: min(count, len(shuffled) - 1)])
        for group in sorted(chosen):
            imprint = asked.seen[by_group[group]].imprint
            assert imprint is not None  # _seen makes none without
            examples.append(Example(foods=(code,), vector=imprint.vector))
        left[code] = [place for place in places if asked.group(place) not in chosen]
    return examples, left


def _known(asked: Asked) -> list[int]:
    from nutrition.training.photos.manifest import NON_FOOD, VALIDATE

    return [place for place, each in enumerate(asked.photos) if each.part == VALIDATE and each.code != NON_FOOD]


def _half(group: str) -> int:
    return hashlib.sha256(f"half {group}".encode()).digest()[0] % 2


def _groups(asked: Asked, part: str, code: str) -> int:
    return len({asked.group(place) for place in asked.by_code[part, code]})


def _mean(report: Report, name: str, values: Sequence[float], *, most: float | None) -> None:
    low, high = interval_of(values, fmean)
    report.add(Figure(name=name, value=fmean(values), n=len(values), low=low, high=high, most=most))


def _asked(data: Path, twin: Path) -> Asked:
    """Have the twin look at the photos of dishes that it never saw, and at those kept apart of the others."""
    from nutrition.training.photos.judging import outputs_of
    from nutrition.training.photos.manifest import (
        CALIBRATE,
        VALIDATE,
        decoded,
        hold_out,
        read_held_out,
        read_photos,
    )
    from nutrition.vision.answers import dish_probabilities
    from nutrition.vision.classifier import Classifier

    classifier = Classifier(twin)
    known = {*classifier.card.codes}
    every = hold_out(read_photos(data), read_held_out(HELD_OUT))
    apart = (CALIBRATE, VALIDATE)
    photos = [each for each in every if each.part == UNKNOWN or (each.part in apart and each.code in known)]
    outputs = outputs_of(classifier, decoded(data, photos))
    chances = dish_probabilities(outputs.dishes, classifier.card.rules)
    return Asked(photos, [_seen(classifier, *each) for each in zip(chances, outputs.embedding, strict=True)])


def _seen(classifier: Classifier, chances: NDArray[np.float64], embedding: NDArray[np.float32]) -> Recognition:
    """Return what the engine would say of a photo, with codes in place of foods."""
    import numpy as np

    from nutrition.domain.dishes import Guess, Imprint, Recognition
    from nutrition.domain.memories import MOST_GUESSES
    from nutrition.vision.looks import commonness

    assert classifier.looks is not None, "the twin has no looks: manage.py build_dish_looks"
    codes = classifier.card.codes
    best = np.argsort(-chances, kind="stable")[:MOST_GUESSES]
    return Recognition(
        is_food=True,
        is_known=True,
        guesses=tuple(Guess(code=codes[each], food=codes[each], probability=float(chances[each])) for each in best),
        imprint=Imprint(
            embedder=classifier.card.embedder,
            vector=embedding.astype(np.float16).tobytes(),
            commonness=commonness(embedding, classifier.looks),
        ),
    )
