"""How food names are written down for comparing, and how Chinese ones sound."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from meum.language.scripts import simplified

FEWEST_INITIALS = 3
"""Letters from which on the initials of a Chinese name are a name of their own; fewer would be as good as chance."""
MOST_INITIALS = 8
"""Letters up to which a name is typed by its initials."""
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


def initials_of(name: str) -> str:
    """Return the first letter of each syllable of a Chinese name (番茄酱 is fqj), for builders of tables.

    Empty for a name that is not all Chinese, or has too few signs for its initials to mean it, or too many to be typed.
    """
    signs = folded(name)
    if not (FEWEST_INITIALS <= len(signs) <= MOST_INITIALS and all(map(has_han, signs))):
        return ""
    return "".join(syllable[0] for syllable in _reader()(signs))


@cache
def _reader() -> Callable[[str], list[str]]:
    from pypinyin import lazy_pinyin, load_phrases_dict
    from pypinyin.phrases_dict import phrases_dict

    # Loaded here by hand, because settings keep every process from loading it by itself.
    load_phrases_dict(phrases_dict)
    return lazy_pinyin
