"""The languages Meum speaks, and which of them a text is in."""

from __future__ import annotations

import re
from enum import StrEnum

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


class Lang(StrEnum):
    """A language of replies; the value is its BCP 47 primary tag."""

    ZH = "zh"
    EN = "en"


def language_of(text: str, default: Lang) -> Lang:
    """Return the language a text is written in: any Han character means Chinese, else Latin words mean English.

    Texts with neither (digits, emoji) keep `default`.
    """
    if _HAN.search(text):
        return Lang.ZH
    return Lang.EN if _LATIN_WORD.search(text) else default


def name_in(lang: Lang, *, zh: str, en: str) -> str:
    """Return a name in a language, in the other one where there is none."""
    return (zh or en) if lang is Lang.ZH else (en or zh)
