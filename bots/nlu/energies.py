"""Energy told without a food: +350大卡, 零食大概500卡, "snack ~200 calories", with macronutrients if told; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from bots.nlu.whens import NEVER, When, only_when
from meum.domain.intervals import Interval
from meum.language.measures import Dimension
from meum.language.quantities import Quantity, quantities_in

APPROXIMATE_SHARE = 0.2
"""How far an energy may be off that was told with 大概 or "about"."""

_LONGEST = 300
_CLAUSE = re.compile(r"[,;。\n!]+(?!\d{3}\b)|、|\.(?=\s|$)")
_MACROS = {
    "PROCNT": r"蛋白质?|\bproteins?\b",
    "CHOCDF": r"碳水(?:化合物)?|\b(?:carbohydrates?|carbs?)\b",
    "FAT": r"脂肪|\bfats?\b",
}
_NUMBER = r"(?P<{0}>\d{{1,4}}(?:\.\d+)?)"
_TOLD_MACRO = {
    tagname: re.compile(
        rf"(?:{words})\s*:?\s*{_NUMBER.format('after')}\s*(?:克|g\b|grams?\b)?(?!\d)|"
        rf"{_NUMBER.format('before')}\s*(?:克|g|grams?)\s*(?:of |的)?(?:{words})"
    )
    for tagname, words in _MACROS.items()
}
_APPROXIMATE = re.compile(
    r"大概|大约|约莫|约|差不多|左右|上下|估计|可能|估摸|~|≈|"
    r"\b(?:about|around|roughly|approximately|approx|maybe|some)\b"
)
_ADDING = re.compile(
    r"\+|再?加上?|记上?一?下?|快速|补记?|吃了?|喝了?|一顿|一餐|那顿|这顿|外卖|热量|能量|摄入|"
    r"\b(?:quick add|quick|add|log|ate|eat|had|drank|intake|meal)\b"
)
_FILLER = re.compile(
    r"有|是|为|总共|一共|共|的|了|和|多|[:\s]|"
    r"\b(?:of|for|a|an|the|i|and|with|extra|worth|energy|was|were|it|just)\b"
)


@dataclass(frozen=True, kw_only=True)
class BareEnergy:
    """Hold energy in kcal with the macronutrients told, in g by tagname; when it was eaten, and the words."""

    kcal: Interval
    when: When
    words: str
    macros: dict[str, float] = field(default_factory=dict)


def energies_of(text: str, *, now: datetime) -> tuple[tuple[BareEnergy, ...], str]:
    """Return the bare energies that a cleaned text tells, and the text without their words.

    A clause counts that tells an amount of energy with a sign or a word of eating or of a meal, and no food.
    """
    if len(text) > _LONGEST or not re.search(r"[卡焦]|cal|kj", text):
        return (), text
    found: list[BareEnergy] = []
    rest: list[str] = []
    for clause in filter(None, (clause.strip() for clause in _CLAUSE.split(text))):
        macros, left = _macros(clause)
        energy = _energy(left, clause, now)
        if energy is not None:
            found.append(_with(energy, macros))
        elif found and macros and not _FILLER.sub("", left):
            found[-1] = _with(found[-1], macros)
        else:
            rest.append(clause)
    return tuple(found), ", ".join(rest) if found else text


def energy_alone(text: str) -> str:
    """Return the amount of energy that a cleaned text consists of, empty where it tells anything else too."""
    words = energy_words(text)
    if len(words) != 1:
        return ""
    rest = _FILLER.sub("", _APPROXIMATE.sub("", text.replace(words[0], "", 1)))
    return "" if re.search(r"\w", rest) else words[0]


def energy_words(text: str) -> tuple[str, ...]:
    """Return the words of each amount of energy, above none, that a cleaned text tells."""
    told = (amount for amount in quantities_in(text) if _is_energy(amount) and amount.amount.mid > 0)
    return tuple(text[amount.start : amount.end].strip() for amount in told)


def _macros(clause: str) -> tuple[dict[str, float], str]:
    told: dict[str, float] = {}
    for tagname, pattern in _TOLD_MACRO.items():
        if found := pattern.search(clause):
            told[tagname] = float(found["after"] or found["before"])
            clause = f"{clause[: found.start()]} {clause[found.end() :]}"
    return told, clause


def _with(energy: BareEnergy, macros: dict[str, float]) -> BareEnergy:
    return BareEnergy(kcal=energy.kcal, when=energy.when, words=energy.words, macros={**energy.macros, **macros})


def _energy(left: str, clause: str, now: datetime) -> BareEnergy | None:
    told = [amount for amount in quantities_in(left) if _is_energy(amount)]
    if len(told) != 1:
        return None
    around = f"{left[: told[0].start]} {left[told[0].end :]}"
    plain = _FILLER.sub(" ", _ADDING.sub(" ", _APPROXIMATE.sub(" ", around)))
    when = only_when(plain, now=now)
    if when is None or not (when != NEVER or _ADDING.search(around)):
        return None
    kcal = told[0].canonical
    if kcal.is_exact and _APPROXIMATE.search(around):
        kcal = Interval.around(kcal.mid, share=APPROXIMATE_SHARE)
    return BareEnergy(kcal=kcal, when=when, words=clause)


def _is_energy(amount: Quantity) -> bool:
    return amount.measure is not None and amount.measure.dimension is Dimension.ENERGY
