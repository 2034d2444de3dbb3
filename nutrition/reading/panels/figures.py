"""The figures of a panel: amounts with their units, shares in per cent, and how much food they are about."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from meum.language.scripts import clean
from nutrition.domain.panels import Per

_NUMBER = r"(?:\d{1,3}(?: \d{3})+(?=\s*k)|\d+(?:[.,]\d+)*)"
_MARK = r"(?:\s*[(\[]\s*[a-zμ0-9]{1,3}\s*[)\]]?)?"
# A unit as it is printed or misread; the Chinese word may have the sign behind it in brackets.
_UNITS = {
    "kJ": rf"千焦耳?{_MARK}|[千干][焦集]{_MARK}|kilojoules?|k[j\]](?![a-z])",
    "kcal": rf"千卡路?里?{_MARK}|大卡|kca[l1]|cal(?![a-z])",
    "mg": rf"毫克{_MARK}|rng(?![a-z])|m[gq9](?![a-z\d])",
    "ug": rf"微克{_MARK}(?:re)?|[μuµ]g(?![a-z])|mcg(?![a-z])",
    "ml": rf"毫升{_MARK}|m[l1](?![a-z])",
    "g": rf"公克{_MARK}|[克兑]{_MARK}|[gq](?![a-z])",
}
_UNIT = "|".join(f"(?P<{unit}>{spelt})" for unit, spelt in _UNITS.items())
_LONE_UNIT = _UNIT.replace("?P<", "?P<lone_")
_FIGURE = re.compile(
    rf"(?P<less>[<≤])?\s*(?P<number>{_NUMBER})\s*(?:(?P<percent>%|o/o|°/o)|{_UNIT})?|(?:[(\[/,]\s*)(?:{_LONE_UNIT})"
)
_FOOD = r"(?P<unit>公克|克|g|毫升|ml|m1)"
_HUNDRED = re.compile(rf"(?:每|per|je|pro|pour|por|par|in|a)\s*100\s*{_FOOD}")
_BARE_HUNDRED = re.compile(rf"[(]?\s*100\s*{_FOOD}\s*[)]?")
_SIZED = rf"(?P<size>\d+(?:[.,]\d+)?)\s*{_FOOD}"
_OF_SERVING = r"每一?份(?:食用)?量?|每包|每袋|每盒|每瓶|(?:per|pro|par|por|je)\s*(?:serving|portion|racion|porzione)"
_SERVING = re.compile(rf"(?:{_OF_SERVING})\s*[:(约≈]*\s*(?:{_SIZED})?")
_SIZE = re.compile(
    rf"(?:食用份量|份量|(?<![a-z])(?:serving|serv\.?|portion)\s*size|portion(?=\s*[:=]))[^;]*?(?<![\d.]){_SIZED}"
)
_PER_SIZE = re.compile(rf"(?:每|per)\s*{_SIZED}")


class Figure(NamedTuple):
    """A figure in a text: its digits, its unit (`%` for a share, empty where none was read), and where it stands.

    Without digits it is a unit alone, as behind a name.
    """

    digits: str
    unit: str
    start: int
    end: int


class About(NamedTuple):
    """How much food is meant, and where it says so; `size` in g or ml where a serving is weighed."""

    per: Per
    size: float | None
    start: int
    end: int
    is_column: bool


def plain(text: str) -> str:
    """Return a text in one spelling: simplified, lower case, without accents, with digits where digits are meant."""
    folded = unicodedata.normalize("NFD", clean(text).text)
    bare = "".join(char for char in folded if not unicodedata.combining(char)).replace("ß", "ss")
    return _with_digits(re.sub(r"(?<=[一-鿿])\s+(?=[一-鿿])", "", unicodedata.normalize("NFC", bare)))


def _with_digits(text: str) -> str:
    """Return a text in which letters that were read for digits are digits again."""
    text = re.sub(r"(?<=\d)\s*[·・。]\s*(?=\d)|(?<=\d)\s*\.\s+(?=\d)|(?<=\d)\s+\.\s*(?=\d)", ".", text)
    text = re.sub(r"(?<=[\d.,])o|(?<![a-z])o(?=\d|[.,]\d|\s*(?:g|mg|克|毫克|kj|千焦|%)(?![a-z]))", "0", text)
    text = re.sub(r"(?<=[\d.,])o", "0", text)
    return re.sub(
        r"(?<![a-z])[li|](?=[\d.,]*\d)|(?<=[\d.,])[li|](?=[\d.,%]|\s*(?:g|mg|克|毫克|kj|千焦)(?![a-z]))", "1", text
    )


def figures_in(text: str) -> list[Figure]:
    """Return the figures and lone units of a plain text, in their order."""
    found = []
    for match in _FIGURE.finditer(text):
        groups = {name.removeprefix("lone_"): part for name, part in match.groupdict().items() if part}
        unit = next((unit for unit in _UNITS if unit in groups), "%" if "percent" in groups else "")
        found.append(Figure(groups.get("number", ""), unit, match.start(), match.end()))
    return found


def amount_of(digits: str, *, unit: str) -> float:
    """Return the amount that digits tell, where a comma may part thousands or decimals.

    Three digits behind a single comma are thousands, but not of grams and not behind a nought; behind a single point
    they are thousands of energy alone, which nobody tells to three decimals.
    """
    whole = digits.replace(" ", "")
    marks = "[,.]" if unit in ("kJ", "kcal") else "," if unit not in ("g", "ml") else ""
    is_single = bool(marks) and re.fullmatch(rf"[1-9]\d{{0,2}}{marks}\d{{3}}", whole)
    if is_single or re.fullmatch(r"[1-9]\d{0,2}(?:[,.]\d{3}){2,}", whole):
        return float(re.sub(r"[,.]", "", whole))
    first, *rest = re.split(r"[.,]", whole)
    return float(first + ("." + "".join(rest) if rest else ""))


def abouts_in(text: str) -> list[About]:
    """Return where a plain text says how much food is meant, each place once."""
    found: list[About] = []
    for pattern, per in ((_HUNDRED, None), (_SIZE, Per.SERVING), (_SERVING, Per.SERVING), (_PER_SIZE, Per.SERVING)):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            size = match.groupdict().get("size")
            found.append(
                About(
                    per or hundred_of(match["unit"]),
                    amount_of(size, unit="g") if size else None,
                    match.start(),
                    match.end(),
                    is_column=pattern is not _SIZE and not re.match(r"每一?份(?:食用)量", match.group()),
                )
            )
    return sorted(found, key=lambda about: about.start)


def bare_hundred(text: str) -> Per | None:
    """Return what a text that is nothing but 100 g or 100 ml is about; None for any other."""
    match = _BARE_HUNDRED.fullmatch(text.strip())
    return hundred_of(match["unit"]) if match else None


def hundred_of(unit: str) -> Per:
    """Return whether a unit weighs or measures."""
    return Per.HUNDRED_MILLILITRES if unit in ("毫升", "ml", "m1") else Per.HUNDRED_GRAMS
