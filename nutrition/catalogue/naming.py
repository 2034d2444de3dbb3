"""How food names are written down for comparing, and how Chinese ones sound."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from meum.language.scripts import simplified

_HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = re.compile(r"[^0-9a-z\u00df-\u024f\u3400-\u9fff%]+")
_SPACE_AT_HAN = re.compile(r"(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])")


def has_han(text: str) -> bool:
    """Tell whether a text holds a Chinese character."""
    return _HAN.search(text) is not None


def folded(text: str) -> str:
    """Return a name as it is compared: simplified, lower case, marks as blanks, no blank beside a Han character."""
    return _SPACE_AT_HAN.sub("", _MARKS.sub(" ", simplified(text)).strip())


def pinyin_of(name: str) -> str:
    """Return the pinyin of a Chinese name without tones and blanks, empty without Han characters.

    Phrases are read as such (番茄 is fanqie). Their table takes 44 MB: for builders of tables, not for servers.
    """
    return "".join(_reader()(name)).lower() if has_han(name) else ""


@cache
def _reader() -> Callable[[str], list[str]]:
    from pypinyin import lazy_pinyin, load_phrases_dict
    from pypinyin.phrases_dict import phrases_dict

    # Loaded here by hand, because settings keep every process from loading it by itself.
    load_phrases_dict(phrases_dict)
    return lazy_pinyin
