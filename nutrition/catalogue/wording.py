"""What is put alike in names and queries before they are compared, and what a word of one language is in the other.

English of both shores, its synonyms and its plurals become one form; Chinese signs that are taken for each other and
the words for kinds of a food stand here as well.
"""

from __future__ import annotations

import re
from itertools import groupby
from types import MappingProxyType

from meum.language.lexicon import stem_of
from nutrition.catalogue.naming import has_han
from nutrition.reading.synonyms import SAID, SAME, canonical

# What is said in Britain, and what American tables call it.
_BRITISH = MappingProxyType(
    {
        "crisps": "potato chips",
        "potato crisp": "potato chips",
        "full cream": "whole",
        "full fat milk": "whole milk",
        "tinned": "canned",
        "rapeseed": "canola",
        "beetroot": "beet",
        "gherkin": "pickle",
        "broad bean": "fava bean",
        "butter bean": "lima bean",
        "haricot bean": "navy bean",
        "jacket potato": "baked potato",
        "double cream": "heavy cream",
        "whipping cream": "heavy cream",
        "single cream": "light cream",
        "semi skimmed": "reducedfat",
        "king prawn": "shrimp",
        "swede": "rutabaga",
        "mangetout": "snow pea",
        "treacle": "molasses",
        "icing sugar": "powdered sugar",
        "caster sugar": "granulated sugar",
        "gammon": "ham",
        "fizzy drink": "soda",
        "sultana": "raisin",
        "cos lettuce": "romaine lettuce",
        "pak choi": "bok choy",
        "okro": "okra",
        "monkey nut": "peanut",
        "fish finger": "fish stick",
        "stock cube": "bouillon cube",
        "cornflour": "cornstarch",
        "linseed": "flaxseed",
        "pawpaw": "papaya",
        "sharon fruit": "persimmon",
        "chicory leaf": "endive",
        "filter coffee": "brewed coffee",
        "plain flour": "all purpose flour",
        "self raising flour": "self rising flour",
        "bicarbonate of soda": "baking soda",
        "tomato puree": "tomato paste",
        "crab stick": "imitation crab",
        "surimi": "imitation crab",
    }
)
_BRITISH_PHRASE = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, _BRITISH), key=len, reverse=True)) + r")(?:s|es)?\b"
)

SYNONYMS = frozenset(SAME) | SAID | {word for phrase in _BRITISH for word in phrase.split()}
"""Words that no searchable name holds, because another stands for them."""

# Signs that hands and programs that read pictures take for one another.
_LOOK_ALIKES = """
    瓜爪 未末 粟栗 土士 茶荼 桔桂 芋芊 鸡鸣 鸭鸦 牛午生 羊半 兔免 米来 饭饮 肉内 肠肋 肝肚 贝见 菜莱 芹芥 韭非 姜美羹
    藕耦 萄荀 桃挑 李季 杏否 枣束 柚抽袖 汤杨扬烫 醋酷 油抽 盐监 面而 粥弱 包句 卷券 炒妙 烤拷 蒸燕 玉王五 红江
    白自百 水冰永木 酒洒 可司 乐东 雪雷 糯懦 紫柴 大太犬 子于干千 木本术 日目 九丸 豆头 虾蚁 蛙娃 鱼渔 鲈鲤鲫 葱忽
    梨犁 柿柠 檬朦 薯著 酱浆 饺绞 馄混 蚝毫
    奶扔 萝箩 糕羔 鹅鹤 葡匍 莓梅 苹萍 蕉焦 虫虾 炸诈 煎剪 粉纷 肚肘 排徘 烧浇 蜜密
"""

# Words for kinds of a food, which are no names of foods themselves.
_KINDS = MappingProxyType(
    {
        "香草": "vanilla",
        "烟熏": "smoked",
        "低脂": "low fat",
        "脱脂": "skim",
        "全脂": "whole",
        "全麦": "whole wheat",
        "无糖": "sugar free",
        "零度": "zero",
        "小": "small",
        "大": "large",
        "烤": "roasted",
        "炸": "fried",
        "炒": "fried",
        "蒸": "steamed",
        "煮": "boiled",
        "水煮": "boiled",
        "生": "raw",
        "熟": "cooked",
        "冷冻": "frozen",
        "罐头": "canned",
        "干": "dried",
        "黑": "black",
        "白": "white",
        "红": "red",
        "绿": "green",
        "糙": "brown",
        "甜": "sweet",
        "酸": "sour",
        "辣": "spicy",
        "咸": "salted",
        "原味": "plain",
        "有机": "organic",
        "新鲜": "fresh",
        "鲜": "fresh",
        "去皮": "skinless",
        "希腊": "greek",
        "汤": "soup",
        "沙拉": "salad",
        "酱": "sauce",
        "汁": "juice",
        "派": "pie",
        "面": "noodles",
        "饭": "rice",
        "肉": "meat",
        "奶": "milk",
        "粉": "powder",
    }
)


def _alike() -> dict[str, str]:
    """Return for each sign the others that it is taken for."""
    found: dict[str, str] = {}
    for group in _LOOK_ALIKES.split():
        for sign in group:
            found[sign] = found.get(sign, "") + group.replace(sign, "")
    return found


_ALIKE = MappingProxyType(_alike())


def searchable(text: str) -> str:
    """Return a folded text as the index compares it: Latin words as stems, of synonyms always the same one."""
    if not text or (has_han(text) and not any(map(str.isascii, text))):
        return text
    british = _BRITISH_PHRASE.sub(lambda match: _BRITISH[match[1]], text)
    return " ".join(SAME.get(stem, stem) for stem in map(stem_of, canonical(british).split()))


def parts_of(text: str) -> list[str]:
    """Return the runs of one script of a text in their order: `low fat牛奶` is `low fat` and `牛奶`."""
    return ["".join(run).strip() for _, run in groupby(text, has_han)]


def misread(text: str) -> list[str]:
    """Return the texts that a text may be with one sign taken for another that looks like it."""
    return [text[:at] + other + text[at + 1 :] for at, sign in enumerate(text) for other in _ALIKE.get(sign, "")]


def kind_in_other(word: str) -> tuple[str, ...]:
    """Return what a searchable word for a kind of food is in the other language; nothing for other words."""
    return _OTHERS.get(word, ())


def _others() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for chinese, english in _KINDS.items():
        word = searchable(english)
        found[chinese] = (word,)
        found[word] = (*found.get(word, ()), chinese)
    return found


_OTHERS = MappingProxyType(_others())
