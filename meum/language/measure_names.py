"""What a measure is called in either language: 碗 is a bowl, 16 oz stay oz, and two slices are slices."""

from __future__ import annotations

from types import MappingProxyType

from meum.domain.languages import Lang

_SIZES = MappingProxyType({"小": "small ", "中": "", "大": "large "})
_COUNTED = frozenset("个只枚颗粒根条张棵尾") | {"each"}
"""Measures that only count: English counts without a word."""

_ENGLISH = MappingProxyType(
    {
        "碗": "bowl",
        "杯": "cup",
        "盘": "plate",
        "碟": "small plate",
        "份": "serving",
        "勺": "spoon",
        "汤匙": "tbsp",
        "茶匙": "tsp",
        "瓶": "bottle",
        "罐": "can",
        "包": "packet",
        "袋": "bag",
        "盒": "box",
        "桶": "tub",
        "块": "piece",
        "片": "slice",
        "串": "skewer",
        "口": "bite",
        "把": "handful",
        "捧": "handful",
        "撮": "pinch",
        "滴": "drop",
        "瓣": "clove",
        "头": "head",
        "朵": "floret",
        "笼": "basket",
        "套": "set",
        "扎": "jug",
        "锅": "pot",
        "卷": "roll",
        "打": "dozen",
        "牙": "wedge",
        "截": "section",
        "对": "pair",
        "筒": "tube",
        "顿": "meal",
        "球": "scoop",
        "壶": "pot",
        "盅": "small pot",
        "板": "block",
        "排": "row",
        "棒": "stick",
        "斤": "jin",
        "两": "liang",
    }
)
_CHINESE = MappingProxyType(
    {
        "g": "克",
        "kg": "公斤",
        "mg": "毫克",
        "oz": "盎司",
        "lb": "磅",
        "ml": "毫升",
        "l": "升",
        "dl": "分升",
        "cl": "厘升",
        "fl oz": "液盎司",
        "pint": "品脱",
        "quart": "夸脱",
        "gallon": "加仑",
        "cup": "杯",
        "glass": "杯",
        "mug": "杯",
        "shot": "小杯",
        "tbsp": "汤匙",
        "tsp": "茶匙",
        "spoon": "勺",
        "scoop": "勺",
        "each": "个",
        "piece": "个",
        "slice": "片",
        "leaf": "片",
        "sheet": "片",
        "bowl": "碗",
        "katori": "小碗",
        "plate": "盘",
        "tray": "盘",
        "bottle": "瓶",
        "can": "罐",
        "jar": "罐",
        "serving": "份",
        "handful": "把",
        "bunch": "把",
        "pinch": "撮",
        "dash": "撮",
        "stick": "根",
        "stalk": "根",
        "ear": "根",
        "link": "根",
        "sprig": "枝",
        "bar": "条",
        "strip": "条",
        "loaf": "条",
        "packet": "包",
        "bag": "袋",
        "box": "盒",
        "carton": "盒",
        "container": "盒",
        "pot": "盒",
        "clove": "瓣",
        "head": "头",
        "fillet": "块",
        "cube": "块",
        "patty": "块",
        "wedge": "角",
        "bite": "口",
        "sip": "口",
        "roll": "卷",
        "skewer": "串",
        "ball": "球",
        "basket": "笼",
        "dessertspoon": "甜品勺",
        "knob": "小块",
        "ladle": "大勺",
        "punnet": "盒",
        "sleeve": "条",
    }
)
_UNCOUNTED = frozenset({"g", "kg", "mg", "µg", "oz", "lb", "ml", "l", "dl", "cl", "fl oz", "jin", "liang", "dozen"})
_IRREGULAR = MappingProxyType({"leaf": "leaves", "loaf": "loaves", "half": "halves"})


def measure_name(measure: str, *, quantity: float, lang: Lang) -> str:
    """Return what a quantity of a measure is called in a language; empty where English only counts.

    A measure that has no name in the language keeps its own; no measure is 个 in Chinese.
    """
    if lang is Lang.ZH:
        return _CHINESE.get(measure, measure) if measure else "个"
    return _plural(_english(measure)) if quantity > 1 else _english(measure)


def _english(measure: str) -> str:
    if measure in _COUNTED:
        return ""
    if measure[:1] in _SIZES and measure[1:] in _ENGLISH:
        return _SIZES[measure[0]] + _ENGLISH[measure[1:]]
    return _ENGLISH.get(measure, measure)


def _plural(word: str) -> str:
    if not word or word in _UNCOUNTED or not word.isascii() or word in _IRREGULAR:
        return _IRREGULAR.get(word, word)
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else f"{word}s"
