"""Answers to what a photo may show: 1, 1 半份, 2 200克, "1，3 一半", 12, 0 牛肉面, 全部, 都不要; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bots.nlu.amounts import is_amount, number_of, share_of

_ALL = frozenset(
    {"全部", "全都", "都是", "都对", "全对", "都要", "全要", "全都是", "都记", "全记", "全部都是", "全部都要"}
    | {"all", "all of them", "both", "everything", "they all are"}
)
_NONE = frozenset(
    {"0", "都不是", "不是", "都不对", "不对", "没有", "none", "none of them", "neither", "no", "nope", "not these"}
)
_DROP = frozenset(
    {
        "都不要",
        "全不要",
        "全部不要",
        "全都不要",
        "不要",
        "不要了",
        "不记",
        "不记了",
        "都不记",
        "全部不记",
        "不用",
        "不用了",
    }
    | {"drop all", "drop it", "drop them", "delete all", "forget it", "log nothing", "nothing"}
)
_NONE_BUT = re.compile(
    r"(?:0|都不是|不是|不对|都不对|none(?: of them)?|no|neither)[\s、,:;.]+"
    r"(?:(?:而|应该)?是|it'?s |it is |it was )?(?P<name>.+)"
)
_SEPARATOR = re.compile(r"\s*(?:[、,;+\n]|和|\band\b)\s*")
_NUMBER = re.compile(
    r"(?:我?选|要|是|option |number )?\s*第?\s*(?P<number>[1-9一二三四五六七八九])\s*(?:个|项|号)?[.。)）:]?"
)
_RUN = re.compile(r"[1-9]{2,9}")
_POLITE = re.compile(r"^(?:就是|是的?|应该是|it'?s |it is |it was )|(?:吧|谢谢|please|thanks)$")
_LONGEST_AMOUNT = 4
"""Words of an amount, as in "1 half a bowl"."""


@dataclass(frozen=True)
class PhotoPick:
    """Hold one picked number and the words of its amount, empty where none was told."""

    number: int
    amount: str = ""


@dataclass(frozen=True, kw_only=True)
class PhotoAnswer:
    """Hold an answer: what was picked, or everything, or nothing of it, with the name of what it is instead.

    `drops` tells that nothing of it is to be logged at all; `is_doubtful` marks digits that were run together: they
    may be one number that nobody offered.
    """

    picks: tuple[PhotoPick, ...] = ()
    is_all: bool = False
    is_none: bool = False
    drops: bool = False
    name: str = ""
    is_doubtful: bool = False


def photo_answer_of(plain: str, *, numbers: Collection[int], labels: Sequence[str] = ()) -> PhotoAnswer | None:
    """Return what a cleaned text answers to a choice of `numbers`; None when it is no answer.

    `labels` are the names behind the numbers 1, 2, 3 ...: a name in words counts as its number.
    """
    text = plain.strip().rstrip("。.!~ ")
    if text in _ALL:
        return PhotoAnswer(is_all=True)
    if text in _NONE or text in _DROP:
        return PhotoAnswer(is_none=True, drops=text in _DROP)
    if named := _NONE_BUT.fullmatch(text):
        return PhotoAnswer(is_none=True, name=named["name"].strip())
    if number := _labelled(_POLITE.sub("", text).strip(), labels, numbers):
        return PhotoAnswer(picks=(PhotoPick(number),))
    if _RUN.fullmatch(text):
        return _run(text, numbers)
    return _items(text, numbers)


def is_amount_alone(plain: str) -> bool:
    """Tell whether a cleaned text is an amount and nothing else, such as 半份 told beside a photo."""
    text = plain.strip().rstrip("。.!~ ")
    return bool(text) and (share_of(text) is not None or is_amount(text))


def _labelled(text: str, labels: Sequence[str], numbers: Collection[int]) -> int:
    named = (number for number, label in enumerate(labels, start=1) if text and text == label.strip().casefold())
    return next((number for number in named if number in numbers), 0)


def _run(text: str, numbers: Collection[int]) -> PhotoAnswer | None:
    picks = tuple(PhotoPick(int(digit)) for digit in dict.fromkeys(text))
    return PhotoAnswer(picks=picks, is_doubtful=True) if all(pick.number in numbers for pick in picks) else None


def _items(text: str, numbers: Collection[int]) -> PhotoAnswer | None:
    picks: list[PhotoPick] = []
    for part in _SEPARATOR.split(text):
        found = _complete_items(part.split())
        if found is None:
            return None
        picks += found
    is_valid = bool(picks) and all(pick.number in numbers for pick in picks)
    is_once = len({pick.number for pick in picks}) == len(picks)
    return PhotoAnswer(picks=tuple(picks)) if is_valid and is_once else None


def _complete_items(words: Sequence[str]) -> list[PhotoPick] | None:
    """Read words as items one after the other, each as long as it can be; None when something is left over."""
    if not words:
        return []
    found = _NUMBER.match(words[0])
    if found is None:
        return None
    number, glued = number_of(found["number"]), words[0][found.end() :]
    for count in range(min(_LONGEST_AMOUNT, len(words) - 1), -1, -1):
        amount = " ".join((*([glued] if glued else []), *words[1 : 1 + count]))
        if amount and not _is_said_amount(amount, is_glued=bool(glued)):
            continue
        rest = _complete_items(words[1 + count :])
        if rest is not None:
            return [PhotoPick(number, amount), *rest]
    return None


def _is_said_amount(words: str, *, is_glued: bool) -> bool:
    """Tell whether words are an amount; what is glued to its number must not be one more digit."""
    if is_glued and words[0].isdigit():
        return False
    return share_of(words) is not None or is_amount(words)
