"""What kind of a food it was: 「无糖的」 of 可乐 tells of 无糖可乐, "diet" of coke tells of diet coke; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_QUALITIES: tuple[tuple[str, ...], ...] = (
    ("无糖", "零糖", "0糖", "零度", "零卡", "代糖", "不含糖", "无糖型", "没有糖"),
    ("低糖", "少糖", "微糖"),
    ("脱脂", "无脂", "零脂", "0脂", "零脂肪"),
    ("低脂", "半脱脂", "减脂", "少脂"),
    ("全脂",),
    ("全麦", "全谷物", "全谷"),
    ("低因", "无咖啡因", "脱因"),
    ("diet", "zero", "zero sugar", "sugar free", "sugar-free", "sugarless", "light", "lite", "no sugar", "unsweetened"),
    ("skim", "skimmed", "non fat", "non-fat", "nonfat", "fat free", "fat-free"),
    ("low fat", "low-fat", "semi skimmed", "semi-skimmed", "reduced fat", "half fat", "1%", "2%"),
    ("whole", "full fat", "full-fat"),
    ("whole wheat", "wholewheat", "wholemeal", "whole grain", "wholegrain"),
    ("decaf", "decaffeinated"),
)
"""Words that make another food of one, those of one meaning side by side."""
_AROUND_EN = re.compile(r"^(?:(?:the|a|an)\s+)|\s+(?:one|ones|kind|version|type|stuff)$")
_AROUND_ZH = re.compile(r"^(?:一?种|那种)|(?:的?(?:那|这)?(?:一)?(?:种|款|版|型)|的)+$")
_LONGEST = 24


def is_quality(told: str) -> bool:
    """Tell whether words only say what kind something was, and name nothing to eat by themselves."""
    return any(_quality(told) in group for group in _QUALITIES)


def kinds_of(*, told: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that a food may have of which it is told what kind it was, as told first.

    `names` are what the food is called, in the order of preference.
    """
    quality = _quality(told)
    if not 0 < len(quality) <= _LONGEST:
        return
    alike = next((group for group in _QUALITIES if quality in group), ())
    meant = list(dict.fromkeys((quality, *alike)))
    for name in names:
        for word in meant:
            if word.isascii() != name.isascii():
                continue
            # English names some kinds behind the food: coke zero.
            yield from (f"{word} {name}", f"{name} {word}") if name.isascii() else (f"{word}{name}",)


def _quality(told: str) -> str:
    around = _AROUND_EN if told.isascii() else _AROUND_ZH
    text = told.strip()
    while (bare := around.sub("", text).strip()) not in (text, ""):
        text = bare
    return text
