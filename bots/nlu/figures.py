"""Answers to what is asked of oneself: height and weight (170 61.5, 一米七 130斤, 5'6" 140 lb), the sex; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meum.domain.units import CM_PER_INCH, LB_PER_STONE, kg_of_jin, kg_of_lb
from meum.language.numerals import number_at

_FEET = re.compile(
    r"(?P<feet>[4-7])\s*(?:'|′|’|feet\b|foot\b|ft\b\.?)\s*"
    r"(?:(?P<inches>1[01]|[0-9])(?:\.5)?\s*(?:''|\"|″|”|in\b\.?|inch(?:es)?\b)?)?"
)
_METRES = re.compile(r"(?P<whole>[12一])\s*(?:米|m(?![a-z]))\s*(?P<rest>[0-9零一二三四五六七八九]{0,2})(?![0-9.])")
_FRACTION = re.compile(r"(?P<metres>[12]\.[0-9]{1,2})\s*(?:米|m(?![a-z]))?(?![0-9.])")
_CENTIMETRES = re.compile(r"\s*(?:cm|厘米|公分)")
_WEIGHTS_KG = (
    (re.compile(r"\s*(?:kgs?\b|公斤|千克|kilos?\b|kilograms?\b)"), 1.0),
    (re.compile(r"\s*(?:市?斤)"), kg_of_jin(1)),
    (re.compile(r"\s*(?:lbs?\b\.?|pounds?\b)"), kg_of_lb(1)),
    (re.compile(r"\s*(?:st\b|stones?\b)"), kg_of_lb(LB_PER_STONE)),
)
_FILLER = re.compile(
    r"[\s,，、/;；。.]+|身高|我|本人|是|大概|大约|约|差不多|左右|有|和|高|"
    r"\b(?:my|height|i am|i'm|i|is|about|around|roughly|and|tall|in height|heavy)\b"
)
_WEIGHING = re.compile(r"体重|重|\bweigh[ts]?\b")
_HEIGHTS_CM = (120.0, 220.0)
_KG = (30.0, 300.0)
_MOST_BARE_KG = 100.0
"""A bare weight above 100 may be told in 斤 or pounds."""
_SEX = {
    "female": re.compile(
        r"(?:我是?(?:一?个)?|i am |i'm )?(?:an? )?(?:女(?:的|生|性|人|孩子?|士)?|female|woman|girl|lady|f)"
    ),
    "male": re.compile(r"(?:我是?(?:一?个)?|i am |i'm )?(?:an? )?(?:男(?:的|生|性|人|孩子?|士)?|male|man|boy|guy|m)"),
}
_UNSURE = re.compile(
    r"(?:我?(?:也|都)?(?:不太?(?:知道|清楚|记得|确定)|忘记?了?|没[称量测]过?|记不清)了?|"
    r"(?:i )?(?:do not|don'?t) (?:know|remember)|not sure|no idea|i forgot|unsure)"
)
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Figures:
    """Hold what a text tells: centimetres and kilograms, each None where it is not told.

    `bare_weight` is a number that is a weight in a unit that was not told.
    """

    height_cm: float | None = None
    weight_kg: float | None = None
    bare_weight: float | None = None


def figures_told(plain: str, *, knows_height: bool = False) -> Figures | None:
    """Return height and weight that a cleaned text consists of, None for any other text.

    Where the height is known already, a bare number is a weight.
    """
    told, place, is_weight = Figures(), 0, knows_height
    text = plain.strip().rstrip("。.!！~")
    while place < len(text):
        if passed := _FILLER.match(text, place) or _WEIGHING.match(text, place):
            is_weight = is_weight or passed.re is _WEIGHING
            place = passed.end()
            continue
        read = (
            _height_at(text, place)
            or _weight_at(text, place)
            or _bare_at(text, place, is_weight or told.height_cm is not None)
        )
        if read is None or not _adds(told, read[0]):
            return None
        told = _joined(told, read[0])
        place = read[1]
    return None if told == Figures() else told


def _height_at(text: str, place: int) -> tuple[Figures, int] | None:
    """Read a height that says so by its form: 5'6", 1米75, 1.75, 170cm."""
    if found := _FEET.match(text, place):
        return _height((int(found["feet"]) * 12 + int(found["inches"] or 0)) * CM_PER_INCH, found.end())
    if found := _METRES.match(text, place):
        rest = "".join(str(_DIGITS.index(char)) if char in _DIGITS else char for char in found["rest"])
        return _height((2 if found["whole"] == "2" else 1) * 100 + float(rest.ljust(2, "0")), found.end())
    if found := _FRACTION.match(text, place):
        return _height(float(found["metres"]) * 100, found.end())
    numeral = number_at(text, place)
    unit = _CENTIMETRES.match(text, numeral.end) if numeral else None
    return _height(numeral.value.mid, unit.end()) if numeral and unit else None


def _height(cm: float, end: int) -> tuple[Figures, int] | None:
    low, high = _HEIGHTS_CM
    return (Figures(height_cm=round(cm, 1)), end) if low <= cm <= high else None


def _weight_at(text: str, place: int) -> tuple[Figures, int] | None:
    """Read a weight with its unit."""
    numeral = number_at(text, place)
    if numeral is None or numeral.is_article:
        return None
    for unit, kg_of_one in _WEIGHTS_KG:
        found = unit.match(text, numeral.end)
        kg = numeral.value.mid * kg_of_one
        if found and _KG[0] <= kg <= _KG[1]:
            return Figures(weight_kg=round(kg, 1)), found.end()
    return None


def _bare_at(text: str, place: int, is_weight: bool) -> tuple[Figures, int] | None:
    """Read a number without a unit: a height where it can be one, unless it must be a weight."""
    numeral = number_at(text, place)
    is_whole = numeral and (
        numeral.end == len(text) or _FILLER.match(text, numeral.end) or _WEIGHING.match(text, numeral.end)
    )
    if numeral is None or numeral.is_article or not is_whole:
        return None
    value = numeral.value.mid
    if not is_weight and _HEIGHTS_CM[0] <= value <= _HEIGHTS_CM[1]:
        return Figures(height_cm=value), numeral.end
    if not _KG[0] <= value <= _KG[1]:
        return None
    told_weight = Figures(weight_kg=value) if value <= _MOST_BARE_KG else Figures(bare_weight=value)
    return told_weight, numeral.end


def _adds(told: Figures, more: Figures) -> bool:
    """Tell whether something new is told: two heights or two weights are some other text."""
    has_weight = told.weight_kg is not None or told.bare_weight is not None
    is_weight = more.weight_kg is not None or more.bare_weight is not None
    return not (has_weight and is_weight) and not (told.height_cm is not None and more.height_cm is not None)


def _joined(told: Figures, more: Figures) -> Figures:
    return Figures(
        told.height_cm if more.height_cm is None else more.height_cm,
        told.weight_kg if more.weight_kg is None else more.weight_kg,
        told.bare_weight if more.bare_weight is None else more.bare_weight,
    )


def sex_told(plain: str) -> str | None:
    """Return "female" or "male" where a cleaned text says just that, else None."""
    text = plain.strip().rstrip("。.!！~")
    return next((sex for sex, words in _SEX.items() if words.fullmatch(text)), None)


def is_unsure(plain: str) -> bool:
    """Tell whether somebody says that they do not know."""
    return _UNSURE.fullmatch(plain.strip().rstrip("。.!！~")) is not None
