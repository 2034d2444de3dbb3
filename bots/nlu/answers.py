"""Answers to a question: a number ("1", "第二个", "1 半份", "1，3", "0 牛肉面"), a plain yes, a plain no."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bots.nlu.amounts import is_amount, number_of, share_of

_NONE = {"都不是", "不是", "没有", "none", "none of them", "neither", "no"}
_ITEM = re.compile(r"第?\s*(?P<number>[0-9一二三四五六七八九])\s*(?:个|项)?[.。)）]?(?:\s+(?P<rest>.+))?")
_SEPARATOR = re.compile(r"\s*(?:[、,;+\n]|和|\band\b)\s*")
_YES = frozenset(
    {"y", "yup", "yes", "yes please", "yep", "yeah", "sure", "ok", "okay", "i do", "fine"}
    | {"好", "好的", "好吧", "可以", "行", "是", "是的", "愿意", "没问题", "嗯"}
)
_NO = re.compile(
    r"不(?:要|用|想|行|愿意|可以|方便|告诉你?|回答|填|说)*了?[啊吧呢]?|跳过|保密|没兴趣|才不|"
    r"(?:先|还是)?(?:不要?|别)(?:删除?|绑定?|解绑|合并|分开)了?[啊吧呢]?|"
    r"(?:please )?(?:don'?t|do not)(?: (?:delete|link|unlink|join|part)(?: it| them| anything)?)?|"
    r"no|nope|nah|no,? (?:thanks|thank you|way)|not (?:now|telling|interested)|skip|pass|none of your business|"
    r"(?:i(?:'d| would) )?(?:rather not|prefer not to)(?: say| tell(?: you)?)?|"
    r"i (?:don'?t|do not) (?:want to|agree|wish to)(?: say| tell(?: you)?| answer)?"
)
_AGREED = re.compile(
    r"(?:(?:好的?|嗯+|行|可以|是的?|没问题|ok(?:ay)?|yes|yep|yeah|sure)[\s,，。.!]*)?"
    r"(?:我|都|已经?|完全|非常|当然|i |do |i've |have |fully )*(?:同意|agreed?|accept(?:ed)?)"
    r"(?:[了的啦吧呀]|[,，\s]*(?:please|thanks?|thank you|谢谢)|"
    r" (?:to|with) (?:it|this|that|the terms|everything|all(?: of (?:it|this|that))?))*"
)
_CHOOSING = re.compile(
    r"(?:我?(?:选择?|回复|回答)|答案是?|选项|(?:i (?:choose|pick)|option|answer|number)\b)\s*[:：]?\s*(?=[0-9])"
)
_ENDING = " 。.!~,，！"


@dataclass(frozen=True)
class Pick:
    """Hold one picked choice (0: none of them) and the words that came with it, such as an amount or a name."""

    number: int
    words: str = ""


def picks_of(plain: str, labels: Sequence[str]) -> tuple[Pick, ...]:
    """Return what a cleaned text picks from choices 1 to len(labels); empty when it is not an answer.

    A label typed in words counts as its number; digits run together are single choices, "12" being 1 and 2.
    """
    text = _CHOOSING.sub("", plain.strip().rstrip("。.! "), count=1)
    if text in _NONE:
        return (Pick(0),)
    for number, label in enumerate(labels, start=1):
        # Copied with its number it is one answer too.
        if text and text.removeprefix(f"{number} ") == label.strip().casefold():
            return (Pick(number),)
    if re.fullmatch(r"[1-9]{2,}", text):
        return _valid([Pick(int(digit)) for digit in text], len(labels))
    return _valid([_pick_of(part) for part in _SEPARATOR.split(text)], len(labels))


def is_yes(plain: str) -> bool:
    """Tell whether a cleaned text says yes and nothing else; only the question before it tells to what."""
    return plain.strip(_ENDING) in _YES


def is_agreement(plain: str) -> bool:
    """Tell whether a cleaned text agrees by that word, whatever stands politely around it."""
    words = "".join(char for char in plain if unicodedata.category(char) not in ("So", "Sk", "Mn"))
    return _AGREED.fullmatch(words.strip(_ENDING)) is not None


def is_no(plain: str) -> bool:
    """Tell whether a cleaned text says no and nothing else, or that somebody would rather not answer."""
    return _NO.fullmatch(plain.strip().rstrip(_ENDING)) is not None


def _pick_of(part: str) -> Pick | None:
    found = _ITEM.fullmatch(part)
    if found is None:
        return None
    number, rest = number_of(found["number"]), (found["rest"] or "").strip()
    # "2 eggs" is a meal, not choice 2; only "0 eggs" names what it is instead.
    is_told = not rest or number == 0 or is_amount(rest) or share_of(rest) is not None
    return Pick(number, rest) if is_told else None


def _valid(picks: Sequence[Pick | None], most: int) -> tuple[Pick, ...]:
    found = tuple(pick for pick in picks if pick is not None and pick.number <= most)
    return found if found and len(found) == len(picks) else ()
