"""The languages Meum speaks, and which of them a text is in."""

from __future__ import annotations

import re
from enum import StrEnum

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
# What makes a sentence, beside the names of foods that either language takes from the other.
_HAN_GRAMMAR = re.compile(
    r"[我你您他她它们吃喝了的和个個杯碗份早中午晚上今昨天飯饭餐是有在吗嗎呢就也还還都一两兩半把给給这這那么麼没沒]"
)
_LATIN_GRAMMAR = re.compile(
    r"\b(?:i|i'm|me|my|we|you|he|she|it|the|an?|and|with|some|of|for|at|in|on|to|from|had|have|has|ate|eat|eaten|drank|"
    r"drink|was|were|is|are|did|do|does|can|could|should|this|that|how|what|when|much|many|please|not|no|after|before|"
    r"today|yesterday)\b",
    re.IGNORECASE,
)


class Lang(StrEnum):
    """A language of replies; the value is its BCP 47 primary tag."""

    ZH = "zh"
    EN = "en"


def language_of(text: str, default: Lang) -> Lang:
    """Return the language that most of a text is written in; texts without words (digits, emoji) keep `default`.

    English with the name of a Chinese dish in it stays English where it has words of grammar; a Chinese sentence may
    name as many things in English as it likes. Words of grammar count twice, a Han character as a word.
    """
    if han := _HAN.findall(text):
        grammar = len(_LATIN_GRAMMAR.findall(text))
        latin = len(_LATIN_WORD.findall(text)) + grammar
        return Lang.EN if grammar and latin > len(han) + len(_HAN_GRAMMAR.findall(text)) else Lang.ZH
    return Lang.EN if _LATIN_WORD.search(text) else default


def name_in(lang: Lang, *, zh: str, en: str) -> str:
    """Return a name in a language, in the other one where there is none."""
    return (zh or en) if lang is Lang.ZH else (en or zh)
