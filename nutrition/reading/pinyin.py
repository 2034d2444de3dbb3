"""Sentences in pinyin without tones: zaofan chi le liang ge jidan. Their words are put in signs, then read as ever."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from types import MappingProxyType

from meum.language.scripts import CleanText, is_han
from nutrition.reading.sounds import is_pinyin

_MEALS = MappingProxyType(
    {"zaofan": "早饭", "zaocan": "早餐", "wufan": "午饭", "wucan": "午餐", "wanfan": "晚饭", "wancan": "晚餐"}
    | {"yexiao": "夜宵", "zaoshang": "早上", "zhongwu": "中午", "xiawu": "下午", "wanshang": "晚上"}
    | {"chile": "吃了", "hele": "喝了"}
)
_NUMBERS = MappingProxyType({"yi": "一", "liang": "两", "san": "三", "si": "四", "wu": "五", "ban": "半", "ji": "几"})
_MEASURES = MappingProxyType(
    {
        "ge": "个",
        "wan": "碗",
        "bei": "杯",
        "fen": "份",
        "ping": "瓶",
        "pian": "片",
        "kuai": "块",
        "ke": "克",
        "pan": "盘",
    }
)
_SAID = MappingProxyType(
    {"jintian": "今天", "zuotian": "昨天", "gangcai": "刚才", "wo": "我", "chi": "吃", "he": "喝", "le": "了"}
    | {"haiyou": "还有", "jia": "加", "dian": "点", "de": "的"}
    | {number + measure: one + of for number, one in _NUMBERS.items() for measure, of in _MEASURES.items()}
    | _NUMBERS
    | _MEASURES
    | _MEALS
)
_WORD = re.compile(r"[a-z]+")
_MOST_SYLLABLES = 6


def in_signs(plain: CleanText, foods: Container[str]) -> CleanText:
    """Return a cleaned text in pinyin with its words in signs, any other text as it is.

    `foods` holds the names of foods in pinyin, written in one; such a name stays. A sentence is in pinyin when all
    its words are syllables and one of them names a meal or says that something was eaten.
    """
    text = plain.text
    words = list(_WORD.finditer(text))
    if any(map(is_han, text)) or not all(is_pinyin(word.group()) for word in words):
        return plain
    said = list(_said_in(words, foods))
    if not any(name in _MEALS for _, _, name in said) or sum(name in _SAID for _, _, name in said) < 2:
        return plain
    return _rewritten(plain, said)


def _said_in(words: list[re.Match[str]], foods: Container[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each known name stands and its syllables in one, the longest first: ji dan is jidan."""
    at = 0
    while at < len(words):
        names = ["".join(word.group() for word in words[at:end]) for end in range(at + 1, at + 1 + _MOST_SYLLABLES)]
        known = [name for name in names[: len(words) - at] if name in _SAID or name in foods]
        # He le yi may be in a name of food, and still says first that something was drunk.
        name = max(known, key=lambda name: (name in _MEALS, len(name)), default="")
        many = names.index(name) + 1 if name else 1
        if name:
            yield words[at].start(), words[at + many - 1].end(), name
        at += many


def _rewritten(plain: CleanText, said: list[tuple[int, int, str]]) -> CleanText:
    """Put signs for the words that are known; what was understood is quoted as it was told."""
    text, origins = "", []
    at, after_food = 0, False
    for start, end, name in said:
        gap = plain.text[at:start] if plain.text[at:start].strip() or name not in _SAID else ""
        signs = "和" if name == "he" and after_food else _SAID.get(name, name)
        text += gap + signs
        origins += [*plain.origins[at : at + len(gap)], *[plain.origins[start]] * len(signs)]
        at, after_food = end, name not in _SAID
    return replace(plain, text=text + plain.text[at:], origins=(*origins, *plain.origins[at:]))
