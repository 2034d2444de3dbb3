"""Names of foods as they read inside an English sentence: "1 can of root beer", but "Greek yogurt"."""

from __future__ import annotations

import re

# First words of names in the catalogue that keep their capital: places, peoples, persons and makers.
_PROPER_WORDS = """
    alexander alfredo american anhui asian bacardi biscayne brazil brunswick brussels buddha buffalo butterfinger
    caesar canadian cantonese cavendish chaoshan chaozhou cheerios cheetos chinese chongqing cobb colby cornish
    creamsicle cuban danish dezhou dongpo dutch easter english ensure european fanta french fujian gatorade gerber
    graham greek guilin guinness guizhou hainanese hakka hangzhou hawaiian heinz henan herbalife huizhou hunan
    indian italian jagerbomb japanese jiangxi khorasan kix korean lanzhou lebanon malay manhattan marie melba
    mexican monterey moscow muenster nanchang nanjing nanning nesquik norwegian nutella pacific pepsi peruvian pocky
    polish popsicle portuguese powerade reuben rockstar rolo russian salisbury scotch shanghai shanxi sichuan
    skittles snickers spam spanish swedish swiss szechuan taiwanese teochew thai thuringer toblerone trix turkish
    twix vienna vietnamese wanzhou welsh whopper worcestershire wuhan wuxi xinjiang yangshuo yibin yunnan zhenjiang
    zigong
"""
_PROPER = frozenset(_PROPER_WORDS.split())
_CAPITALISED = re.compile(r"([A-Z][a-z]+)(?![\w'’])(?!\s+[A-Z])")
_WHATEVER_KIND = re.compile(r"\s*\(any kind\)$")


def within_sentence(name: str) -> str:
    """Return a name as it stands within a sentence: a small first letter, unless its first word is a proper name.

    A name whose second word has a capital too is a title ("Big Mac") and stays, as do owners ("Bird's nest").
    """
    name = _WHATEVER_KIND.sub("", name)
    first = _CAPITALISED.match(name)
    return name if first is None or first[1].lower() in _PROPER else name[0].lower() + name[1:]
