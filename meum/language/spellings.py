"""How measures and sizes are spelled: canonical word to its other spellings, all in cleaned form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _table(rows: dict[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Cut the comma-separated spellings of each row."""
    return MappingProxyType(
        {word: tuple(other for other in map(str.strip, others.split(",")) if other) for word, others in rows.items()}
    )


SCALED = _table(
    {
        "g": "克, 公克, gram, grams, gm, gms, gr",
        "kg": "公斤, 千克, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, kgs",
        "mg": "毫克, milligram, milligrams",
        "µg": "μg, ug, mcg, 微克, microgram, micrograms",
        "斤": "市斤, jin",
        "两": "liang",
        "oz": "ounce, ounces, ozs, 盎司",
        "lb": "lbs, pound, pounds, 磅",
        "ml": "毫升, cc, mls, milliliter, milliliters, millilitre, millilitres, 西西",
        "l": "升, 公升, liter, liters, litre, litres, ltr",
        "dl": "分升, deciliter, decilitre, deciliters, decilitres",
        "cl": "厘升, centiliter, centilitre, centiliters, centilitres",
        "fl oz": "fl. oz, fl.oz, floz, fluid ounce, fluid ounces, 液盎司, 液体盎司",
        "pint": "pints, 品脱",
        "quart": "quarts, 夸脱",
        "gallon": "gallons, 加仑",
        "m": "米, meter, meters, metre, metres",
        "km": "公里, 千米, kms, kilometer, kilometers, kilometre, kilometres",
        "cm": "厘米, 公分, centimeter, centimeters, centimetre, centimetres",
        "mm": "毫米, millimeter, millimeters, millimetre, millimetres",
        "里": "华里, 里地, 里路",
        "mile": "miles, mi, 英里",
        "ft": "foot, feet, 英尺",
        "inch": "inches, 英寸",
        "kcal": "千卡, 大卡, 卡路里, 卡, kcals, cal, cals, calorie, calories",
        "kj": "千焦, kilojoule, kilojoules",
    }
)
"""Measures with a fixed factor."""

HOUSEHOLD = _table(
    {
        "个": "",
        "碗": "饭碗, 碗儿",
        "杯": "杯子, 杯儿",
        "盘": "盘子, 盆",
        "碟": "碟子, 碟儿",
        "份": "份儿, 客, 人份, 例",
        "勺": "勺子, 匙, 勺儿",
        "汤匙": "汤勺, 调羹, 瓢羹, 大汤匙",
        "茶匙": "茶勺",
        "瓶": "瓶子, 樽, 瓶儿",
        "罐": "听, 易拉罐",
        "包": "小包装",
        "袋": "袋子, 袋儿",
        "盒": "盒子, 盒儿",
        "桶": "",
        "只": "",
        "枚": "",
        "颗": "",
        "粒": "",
        "块": "块儿",
        "片": "片儿",
        "根": "支, 根儿",
        "条": "条儿",
        "串": "串儿",
        "张": "",
        "口": "口儿",
        "把": "",
        "撮": "",
        "滴": "",
        "瓣": "",
        "头": "",
        "朵": "",
        "棵": "",
        "笼": "屉",
        "套": "",
        "扎": "",
        "锅": "煲",
        "卷": "",
        "打": "",
        "牙": "角",
        "截": "段, 节",
        "筷子": "",
        "捧": "",
        "对": "双",
        "筒": "",
        "顿": "餐",
        "球": "",
        "壶": "",
        "盅": "",
        "板": "",
        "排": "",
        "cup": "cups, cupful",
        "tbsp": "tbsps, tbs, tablespoon, tablespoons, tablespoonful, tablespoonfuls",
        "tsp": "tsps, teaspoon, teaspoons, teaspoonful, teaspoonfuls",
        "piece": "pieces, pc, pcs",
        "slice": "slices, rasher, rashers",
        "bowl": "bowls, bowlful",
        "katori": "katoris, vati, vatis",
        "plate": "plates, plateful",
        "glass": "glasses",
        "bottle": "bottles",
        "can": "cans, tin, tins",
        "mug": "mugs",
        "jar": "jars",
        "serving": "servings, portion, portions, order, orders, helping, helpings",
        "handful": "handfuls, fistful, fistfuls, palmful, palmfuls",
        "pinch": "pinches",
        "dash": "dashes",
        "scoop": "scoops",
        "spoon": "spoons, spoonful, spoonfuls",
        "stick": "sticks",
        "bar": "bars",
        "packet": "pouch, pouches, packets, pack, packs, package, packages, sachet, sachets",
        "bag": "bags",
        "box": "boxes",
        "carton": "cartons",
        "container": "containers",
        "pot": "pots, tub, tubs",
        "clove": "cloves",
        "head": "heads",
        "leaf": "leaves",
        "stalk": "stalks",
        "sprig": "sprigs",
        "strip": "strips",
        "fillet": "fillets, filet, filets",
        "wedge": "wedges",
        "cube": "cubes",
        "patty": "patties",
        "ear": "ears",
        "bunch": "bunches",
        "bite": "bites, mouthful, mouthfuls, forkful, forkfuls",
        "sip": "sips",
        "shot": "shots",
        "sheet": "sheets",
        "roll": "rolls",
        "loaf": "loaves",
        "skewer": "skewers",
        "link": "links",
        "ball": "balls",
        "basket": "baskets",
        "tray": "trays",
        "dessertspoon": "dessertspoons, dessert spoon, dessert spoons, dessertspoonful, dsp",
        "knob": "knobs",
        "ladle": "ladles, ladleful, ladlefuls",
        "punnet": "punnets",
        "sleeve": "sleeves",
    }
)
"""Measures that only a table of portions can weigh."""

SIZES = _table(
    {
        "small": "小, 迷你, mini, little, tiny, small-sized",
        "medium": "中, 普通, medium-sized, regular, average, normal, standard",
        "large": "大, 特大, 超大, big, huge, giant, extra-large, extra large, jumbo, large-sized, "
        "grande, venti, footlong",
    }
)
"""Words for sizes."""
