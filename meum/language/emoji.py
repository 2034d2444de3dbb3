"""Pictures as plain words: 3🍎 is 3个苹果, "2 🍌" is "2 banana", 🥚🥚 is two eggs, 🏃30分钟 is 跑步30分钟."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

# Picture, Chinese counter and word, English word, then signs and words that name the same thing in a message.
_ROWS = """
🍎🍏 个 苹果 apple
🍐 个 梨 pear
🍊 个 橘子 mandarin 桔 橙 orange
🍋 片 柠檬 lemon
🍌 根 香蕉 banana
🍉 块 西瓜 watermelon
🍇 颗 葡萄 grapes 提子
🍓 颗 草莓 strawberry 莓
🫐 颗 蓝莓 blueberry 莓
🍒 颗 樱桃 cherry 车厘子
🍑 个 桃子 peach 桃
🥭 个 芒果 mango
🍍 块 菠萝 pineapple 凤梨
🥥 个 椰子 coconut 椰
🥝 个 猕猴桃 kiwi 奇异果
🍈 块 哈密瓜 melon cantaloupe 瓜
🍅 个 西红柿 tomato 番茄
🥑 个 牛油果 avocado
🍆 个 茄子 eggplant 茄 aubergine
🥔 个 土豆 potato 马铃薯 洋芋
🥕 根 胡萝卜 carrot
🌽 根 玉米 corn
🌶 个 辣椒 chilli 椒 pepper
🥒 根 黄瓜 cucumber
🥦 份 西兰花 broccoli 花菜
🥬 份 青菜 lettuce 菜 cabbage greens
🧄 瓣 大蒜 garlic 蒜
🧅 个 洋葱 onion 葱
🍄 个 蘑菇 mushroom 菇
🥜 颗 花生 peanut nut 坚果
🌰 颗 板栗 chestnut 栗
🍠 个 红薯 sweet_potato 地瓜 番薯
🍞 片 面包 bread 吐司 toast
🥐 个 可颂 croissant 牛角包
🥖 个 法棍 baguette 面包 bread
🥨 个 椒盐脆饼 pretzel
🥯 个 贝果 bagel
🥞 张 松饼 pancake 饼
🧇 片 华夫饼 waffle
🧀 片 奶酪 cheese 芝士
🍖🍗 个 鸡腿 chicken_leg 鸡 肉 排骨 chicken drumstick meat ribs wing
🥩 块 牛排 steak 肉 牛 beef meat pork lamb
🥓 片 培根 bacon
🍔 个 汉堡 hamburger burger
🍟 份 薯条 french_fries fries chips
🍕 片 披萨 pizza 比萨
🌭 个 热狗 hot_dog
🥪 个 三明治 sandwich
🌮 个 塔可 taco
🌯 个 墨西哥卷饼 burrito 卷 wrap
🥙 个 墨西哥卷饼 burrito 卷 wrap kebab pita
🥚 个 鸡蛋 egg 蛋
🍳 个 煎蛋 fried_egg 蛋 egg omelette omelet
🍲 份 火锅 hot_pot 锅 汤 煲 炖 soup stew
🥗 份 沙拉 salad 色拉
🍿 份 爆米花 popcorn
🍱 份 盒饭 bento 便当 饭
🍙 个 饭团 rice_ball onigiri
🍚 碗 米饭 rice 饭
🍛 份 咖喱饭 curry 咖喱
🍜 碗 面条 noodles 面 粉 ramen pho noodle soup
🍝 份 意大利面 pasta 意面 spaghetti noodles
🍣 个 寿司 sushi 刺身 sashimi
🍤 个 虾 shrimp prawn tempura
🦐 个 虾 shrimp prawn
🦀 个 螃蟹 crab 蟹
🦞 个 龙虾 lobster crayfish
🦑 份 鱿鱼 squid calamari
🦪 个 生蚝 oyster 蚝
🐟 份 鱼 fish salmon tuna cod
🥟 个 饺子 dumpling 饺 馄饨 锅贴 包 wonton gyoza
🥮 个 月饼 mooncake
🍢 份 关东煮 oden 串 skewer
🥣 碗 粥 porridge 燕麦 麦片 oat cereal soup 汤
🍦🍨 个 冰淇淋 ice_cream 冰激凌 雪糕 gelato sundae
🍩 个 甜甜圈 doughnut donut
🍪 块 曲奇 cookie 饼干 biscuit
🎂🍰 块 蛋糕 cake
🧁 个 纸杯蛋糕 cupcake 蛋糕 muffin cake
🥧 块 苹果派 pie 派
🍫 块 巧克力 chocolate
🍬🍭 颗 糖果 candy 糖 sweets lollipop
🍯 勺 蜂蜜 honey
🥛 杯 牛奶 milk 奶
☕ 杯 咖啡 coffee 拿铁 美式 latte americano cappuccino espresso mocha 茶 tea cocoa
🍵 杯 茶 tea matcha
🍺 杯 啤酒 beer 酒
🍷 杯 红酒 red_wine 酒 wine
🥃 杯 威士忌 whisky 酒 whiskey
🧋 杯 珍珠奶茶 bubble_tea 奶茶 boba
🥤 杯 可乐 soda 汽水 饮料 雪碧 果汁 cola coke pepsi sprite juice smoothie drink
🧃 盒 果汁 juice 饮料
🚰💧 杯 水 water
"""
# Pictures of what one does; they count nothing, so they have no counter.
_DEEDS = """
🏃 跑步 ran 跑 run jog
🚶 走路 walked 走 步 walk hike
🚴🚵 骑车 cycling 骑 单车 cycle bike ride rode
🏊 游泳 swam 游 swim
🧘 瑜伽 yoga 冥想 meditate
🏋 力量训练 weight_training 举铁 健身 撸铁 力量 gym lift strength
⚽ 足球 soccer football
🏀 篮球 basketball
🏐 排球 volleyball
🎾 网球 tennis
🏸 羽毛球 badminton
🏓 乒乓球 table_tennis ping_pong
⛷🎿 滑雪 skiing ski
🛌😴💤 睡了 slept 睡 sleep asleep nap bed
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold what one picture shows: a Chinese word and its counter if it is counted, an English word, other names."""

    counter: str
    word_zh: str
    word_en: str
    others: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return every word that says what the picture shows."""
        return (self.word_zh, self.word_en, *self.others)


def _rows() -> dict[str, Picture]:
    table = {}
    for row in (*_ROWS.strip().splitlines(), *_DEEDS.strip().splitlines()):
        signs, *names = (part.replace("_", " ") for part in row.split())
        counter = "" if row in _DEEDS else names.pop(0)
        word_zh, word_en, *others = names
        table.update({sign: Picture(counter, word_zh, word_en, tuple(others)) for sign in signs})
    return table


PICTURES = MappingProxyType(_rows())
"""What each picture stands for."""

_FIGURE = r"[\d零一二两三四五六七八九十百半几]"
# Behind the sign may stand a shade of skin, a mark for colours, and who does it.
_SHADES = r"[\U0001f3fb-\U0001f3ff\ufe0f]*(?:\u200d[♀♂]\ufe0f?)?"
_PICTURES = re.compile(rf"(?P<sign>[{''.join(PICTURES)}]){_SHADES}(?:\s*(?P=sign){_SHADES})*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN_PAIR = re.compile(r"[a-z\d]{2}", re.IGNORECASE)
_NUMBERED = re.compile(rf"{_FIGURE}\s*$")
_TOLD = re.compile(rf"{_FIGURE}\s*(?:[a-z]{{1,12}}(?:\s+of)?|[\u4e00-\u9fff]{{1,2}})?\s*$", re.IGNORECASE)
_ENDS_WITH_PICTURE = re.compile(rf"[{''.join(PICTURES)}\ufe0f]\s*$")
_REACH = 24


def spelled_out(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, words) of each row of equal pictures in a raw text, from left to right.

    The words are empty where the message names the same thing in letters, unless an amount stands right before the
    picture; else a picture alone is the thing, and several in a row are so many of it.
    """
    rows = list(_PICTURES.finditer(text))
    if not rows:
        return []
    plain = _PICTURES.sub(" ", text).casefold()
    is_chinese = bool(_HAN.search(text))
    return [(row.start(), row.end(), _words(text, row, plain, is_chinese=is_chinese)) for row in rows]


def _words(text: str, row: re.Match[str], plain: str, *, is_chinese: bool) -> str:
    picture = PICTURES[row["sign"]]
    before = text[max(0, row.start() - _REACH) : row.start()]
    told = _TOLD.search(before)
    counted = told if picture.counter else None
    if _naming(picture).search(plain) and (counted is None or _stands_before(before, counted, picture)):
        return ""
    numbered = bool(_NUMBERED.search(before))
    count = 1 if numbered or not picture.counter else row.group().count(row["sign"])
    words = _chinese(picture, count, is_numbered=numbered) if is_chinese else _english(picture, count)
    gap = ", " if _ENDS_WITH_PICTURE.search(before) else " " if _LATIN_PAIR.match(before[-1:] + words[0]) else ""
    return gap + words + (" " if _LATIN_PAIR.match(words[-1] + text[row.end() : row.end() + 1]) else "")


def _stands_before(before: str, told: re.Match[str], picture: Picture) -> bool:
    """Tell whether the thing is named right before the picture or before its amount: 苹果3个🍎, 两碗饭🍚."""
    ends = [match.end() for match in _naming(picture).finditer(before.casefold())]
    return bool(ends) and ends[-1] in (len(before.rstrip()), len(before[: told.start()].rstrip()))


@cache
def _naming(picture: Picture) -> re.Pattern[str]:
    """Return what finds the names of a picture: Chinese ones anywhere, Latin ones as words, in singular or plural."""
    latin = [name.removesuffix("y") for name in picture.names if name.isascii()]
    chinese = [name for name in picture.names if not name.isascii()]
    return re.compile("|".join([*chinese, *(rf"\b{name}(?:y|ies|e?s)?\b" for name in latin)]))


def _chinese(picture: Picture, count: int, *, is_numbered: bool) -> str:
    if is_numbered:
        return picture.counter + picture.word_zh
    return f"{count}{picture.counter}{picture.word_zh}" if count > 1 else picture.word_zh


def _english(picture: Picture, count: int) -> str:
    return f"{count} {picture.word_en}" if count > 1 else picture.word_en
