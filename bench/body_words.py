"""How well messages about body, movement, sleep, water and skin are heard.

Each line of `bench/data/body_*.jsonl` and `skin_*.jsonl` is a message with the facts that it tells, written before
anybody looked at the readers and cut in two like the meals. What counts is what the conversation hears, so food heard
in such a message is a fact that nobody told. A fact is right when its kind is (for an activity: what was done; for
skin: the symptom); whether its figure, day, time and distance are right too, or its place on the skin, is told apart.
Of kinds that are understood but not kept only the kind is compared.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.datasets import Row, rows_of
from bench.places import Place
from bench.reports import Figure, Report, interval_of

LANGUAGES = ("zh", "en")
_FIGURE_SLACK = 0.006
# How we name what a truth names in other words.
_KINDS = {
    "oxygen": ("blood_oxygen",),
    "glucose": ("blood_sugar",),
    "heart_rate": ("resting_heart_rate", "heart_rate"),
    **dict.fromkeys(("upper_arm", "thigh", "calf", "chest"), ("girths",)),
}
_DEEDS = {
    "cycle": ("cycl", "bik"),
    "run": ("run", "jog"),
    "strength": ("resistance", "strength", "weight", "calisthenics", "squat", "push"),
    "hike": ("hik", "climb", "mountain"),
    "aerobics": ("aerobic", "danc", "calisthenics", "interval", "exercise video"),
    "football": ("soccer", "football"),
    "rope": ("rope",),
}
_SCALES = {
    **dict.fromkeys(("dry", "tight", "peeling"), "dryness"),
    **dict.fromkeys(("red", "rash", "sunburn"), "redness"),
    **dict.fromkeys(("sting", "burning"), "sting"),
    "oily": "oil",
    "itch": "itch",
}
# Symptoms without a scale of their own are kept in the person's words.
_SAID = {
    "acne": (
        *("痘", "脓包", "闭口", "粉刺", "pimple", "acne", "breakout", "breaking out", "broke out"),
        *("zit", "spot", "whitehead", "cyst", "bump"),
    ),
    "blackheads": ("黑头", "blackhead"),
    "pores": ("毛孔", "pore"),
    "wrinkles": ("细纹", "皱纹", "wrinkle", "fine line"),
    "dark_circles": ("黑眼圈", "dark circle"),
    "swelling": ("肿", "puff", "swoll"),
    "marks": ("痘印", "疤", "scar", "mark"),
    "dull": ("暗沉", "dull"),
    "eczema": ("湿疹", "eczema"),
    "rash": ("疹", "红点", "rash", "hives"),
    "sunburn": ("晒伤", "sunburn"),
    "allergy": ("过敏", "allerg"),
    "sensitive": ("敏感", "irritat", "sensitive"),
    "good": ("no ", "没"),
}
_ZONES = {
    "face": ("脸", "面", "face", "complexion"),
    "forehead": ("额", "脑门", "forehead"),
    "cheeks": ("颊", "脸", "cheek"),
    "chin": ("下巴", "chin"),
    "nose": ("鼻", "nose"),
    "mouth": ("嘴", "口", "mouth"),
    "eyes": ("眼", "eye", "dark circle"),
    "tzone": ("t区", "t zone", "t-zone"),
    "neck": ("脖", "颈", "neck"),
    "back": ("背", "back"),
    "jaw": ("下颌", "jaw"),
    "lips": ("唇", "lip"),
    "temples": ("太阳穴", "temple"),
    "hands": ("手", "hand", "knuckle"),
}

Compare = Callable[[Row, Sequence[Row]], "Heard"]


@dataclass(slots=True)
class Heard:
    """What became of one message: facts right, facts that nobody told, facts missed, and whether figures were right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    figures: list[bool] = field(default_factory=list)


def words_body(report: Report, place: Place) -> None:
    """Tell how well messages about figures of the body, activities, sleep, water and steps are heard."""
    _told(report, place, "body", told_of_body, "figures, days and times right")


def words_skin(report: Report, place: Place) -> None:
    """Tell how well messages about the skin are heard."""
    _told(report, place, "skin", told_of_skin, "places and days right")


def f1_of(messages: Sequence[Heard]) -> float:
    """Return the harmonic mean of precision and recall over all facts of all messages; 1 where there are none."""
    right = sum(each.right for each in messages)
    others = sum(each.wrong + each.missed for each in messages)
    return 2 * right / (2 * right + others) if right or others else 1.0


def told_of_body(message: Row, heard: Sequence[Row]) -> Heard:
    """Pair what was heard with what was told, the facts with right figures first."""
    result, left = Heard(), list(heard)
    for fact in sorted(message["facts"], key=lambda each: each.get("optional", False)):
        fitting = [each for each in left if _is_same_kind(fact, each)]
        fitting.sort(key=lambda each: not _is_right(fact, each))
        if fitting:
            left.remove(fitting[0])
        _counted(result, fact, is_heard=bool(fitting))
        if fitting and fitting[0].get("is_kept", True) and not fact.get("optional"):
            result.figures.append(_is_right(fact, fitting[0]))
    result.wrong = len(left)
    return result


def told_of_skin(message: Row, heard: Sequence[Row]) -> Heard:
    """Compare the symptoms told with the scales, counts and words of the note that was made."""
    result = Heard(wrong=sum(each["kind"] != "skin" for each in heard))
    note = next((each for each in heard if each["kind"] == "skin"), None)
    for fact in message["facts"]:
        is_heard = note is not None and _has_symptom(fact["symptom"], note)
        _counted(result, fact, is_heard=is_heard)
        if note is not None and is_heard and not fact.get("optional"):
            result.figures.append(_has_zone(fact["zone"], note) and _is_day(fact, note))
    if note is not None:
        result.wrong += len(set(_marked(note)) - set(_allowed(message["facts"])))
        # A note of somebody who told nothing is one false fact, whatever it says.
        result.wrong += int(not message["facts"] and not result.wrong)
    return result


def _told(report: Report, place: Place, name: str, compare: Compare, figures: str) -> None:
    messages = [message for lang in LANGUAGES for message in rows_of(f"{name}_{lang}_heldout")]
    pairs = [
        (message, compare(message, facts)) for message, facts in zip(messages, listen(place, messages), strict=True)
    ]
    for lang in LANGUAGES:
        told = [each for message, each in pairs if message["lang"] == lang]
        _f1(report, f"F1 of facts, {lang}", told)
        report.sample(f"{figures}, {lang}", [float(good) for each in told for good in each.figures])
        idle = [each for message, each in pairs if message["lang"] == lang and not message["facts"]]
        report.sample(f"messages about none of it that gave a fact, {lang}", [float(each.wrong > 0) for each in idle])
    _f1(report, "F1 of facts", [each for _, each in pairs])


def _f1(report: Report, name: str, told: Sequence[Heard]) -> None:
    low, high = interval_of(told, f1_of)
    report.add(Figure(name=name, value=f1_of(told), n=len(told), low=low, high=high))


def listen(place: Place, messages: Iterable[Row]) -> list[list[Row]]:
    """Return the facts that the conversation hears in each message."""
    said = "".join(json.dumps({"text": each["text"], "at": each["at"]}) + "\n" for each in messages)
    asked = [sys.executable, "-m", "bench.listening"]
    done = subprocess.run(asked, check=True, env=place.environment, input=said, stdout=subprocess.PIPE, text=True)
    return [json.loads(line)["facts"] for line in done.stdout.splitlines()]


def _counted(result: Heard, fact: Row, *, is_heard: bool) -> None:
    if not fact.get("optional"):
        result.right += is_heard
        result.missed += not is_heard


def _is_same_kind(fact: Row, heard: Row) -> bool:
    if fact["kind"] == "activity" and heard["kind"] == "activity":
        return any(word in heard["name"] for word in _DEEDS.get(fact["what"], (fact["what"],)))
    return heard["kind"] == fact["kind"] or heard["kind"] in _KINDS.get(fact["kind"], ())


def _is_right(fact: Row, heard: Row) -> bool:
    return _is_day(fact, heard) and all(_is_within(span, heard.get(name)) for name, span in _figures(fact))


def _is_day(fact: Row, heard: Row) -> bool:
    return fact["day"] is None or fact["day"] == heard["day"]


def _figures(fact: Row) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield the figures of a truth under our names for them, each with the range that is right."""
    for name, value in fact.items():
        match name, value:
            case ("value", float() as figure):
                yield "value", (figure * (1 - _FIGURE_SLACK), figure * (1 + _FIGURE_SLACK))
            case ("mmHg", [systolic, diastolic]):
                yield "value", (systolic, systolic)
                yield "diastolic", (diastolic, diastolic)
            case ("km", float() as figure):
                yield "metres", (figure * 980, figure * 1020)
            case ("minutes", float() as figure):
                yield "minutes", (figure - 1, figure + 1)
            case (("minutes" | "ml"), [low, high]):
                yield name, (low - 1, high + 1)


def _is_within(span: tuple[float, float], value: float | None) -> bool:
    return value is not None and not math.isnan(value) and span[0] <= value <= span[1]


def _has_symptom(symptom: str, note: Row) -> bool:
    is_rated = note["ratings"].get(_SCALES.get(symptom, ""), 0) > 0
    is_said = any(word in note["words"].casefold() for word in _SAID.get(symptom, ()))
    is_denied = symptom == "acne" and note["lesions"] == 0
    return is_rated or (is_said and not is_denied)


def _has_zone(zone: str, note: Row) -> bool:
    return zone == "any" or any(word in note["words"].casefold() for word in _ZONES[zone])


def _marked(note: Row) -> Iterator[str]:
    """Yield what a note says by figures: scales above nothing, and spots."""
    yield from (name for name, rating in note["ratings"].items() if rating > 0)
    if note["lesions"]:
        yield "acne"


def _allowed(facts: Iterable[Row]) -> Iterator[str]:
    for fact in facts:
        yield str(_SCALES.get(fact["symptom"], fact["symptom"]))
