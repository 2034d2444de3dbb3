"""Nutrients by their names in both languages, and questions for one: 今天咖啡因多少, "iron this week"; pure."""

from __future__ import annotations

import re

from bots.nlu.spans import without_days

_LONGEST = 60
_NAMES: dict[str, str] = {
    "PROCNT": "蛋白质 蛋白 protein proteins",
    "FAT": "脂肪 总脂肪 油脂 fat fats total_fat",
    "CHOCDF": "碳水化合物 碳水 carbohydrate carbohydrates carbs carb",
    "FIBTG": "膳食纤维 纤维 纤维素 fibre fiber dietary_fibre dietary_fiber",
    "SUGAR": "糖分 糖 总糖 sugar sugars total_sugar",
    "FASAT": "饱和脂肪酸 饱和脂肪 saturated_fat sat_fat saturates saturated_fats",
    "FAMS": "单不饱和脂肪酸 单不饱和脂肪 monounsaturated_fat",
    "FAPU": "多不饱和脂肪酸 多不饱和脂肪 polyunsaturated_fat",
    "FATRN": "反式脂肪酸 反式脂肪 trans_fat trans_fats",
    "CHOLE": "胆固醇 cholesterol",
    "NA": "钠 钠盐 盐 盐分 sodium salt",
    "K": "钾 potassium",
    "CA": "钙 钙质 calcium",
    "MG": "镁 magnesium",
    "P": "磷 phosphorus",
    "FE": "铁 铁质 铁元素 iron",
    "ZN": "锌 zinc",
    "CU": "铜 copper",
    "MN": "锰 manganese",
    "SE": "硒 selenium",
    "VITA_RAE": "维生素a 维a va vitamin_a vit_a",
    "VITC": "维生素c 维c vc vitamin_c vit_c",
    "VITD": "维生素d 维d vd vitamin_d vit_d",
    "TOCPHA": "维生素e 维e ve vitamin_e vit_e",
    "VITK1": "维生素k 维k vk 维生素k1 vitamin_k vit_k vitamin_k1",
    "THIA": "维生素b1 维b1 vb1 硫胺素 thiamin thiamine vitamin_b1 b1",
    "RIBF": "维生素b2 维b2 vb2 核黄素 riboflavin vitamin_b2 b2",
    "NIA": "烟酸 维生素b3 niacin vitamin_b3 b3",
    "PANTAC": "泛酸 维生素b5 pantothenic_acid vitamin_b5 b5",
    "VITB6A": "维生素b6 维b6 vb6 vitamin_b6 b6",
    "FOL": "叶酸 folate folic_acid",
    "VITB12": "维生素b12 维b12 vb12 vitamin_b12 b12",
    "CHOLN": "胆碱 choline",
    "ALC": "酒精 乙醇 alcohol ethanol",
    "CAFFN": "咖啡因 caffeine",
    "CARTB": "胡萝卜素 beta_carotene β胡萝卜素 β-胡萝卜素 beta-carotene",
    "LYCPN": "番茄红素 lycopene",
    "LUT+ZEA": "叶黄素 lutein",
}
"""Words for the nutrients that people ask for, by INFOODS tagname; `_` stands for a blank."""

_BY_NAME = {
    **{tagname.casefold(): tagname for tagname in _NAMES if len(tagname) > 2},
    **{word.replace("_", " "): tagname for tagname, words in _NAMES.items() for word in words.split()},
}
_NAME = re.compile(
    "|".join(
        rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" if name.isascii() else re.escape(name)
        for name in sorted(_BY_NAME, key=len, reverse=True)
    )
)
_WINE = re.compile(r"喝了?多少酒(?!精)|喝酒多少")
_ASKS = re.compile(
    r"多少|几(?:毫克|微克|克)|怎么样|如何|情况|查一?下|查|看看|看一?下|统计|平均|日均|总共|一共|"
    r"\b(?:how (?:much|many)|(?:what|how) about|what's|what is|whats|what was|show|tell me|average|mean|avg|total|"
    r"intake)\b"
)
_JUDGES = re.compile(
    r"够(?:不够|没够)?了?|足够|充足|不足|缺(?:不缺)?|达标|超(?:标|量|过|没超)?了?(?:没有?)?|过量|过多|太多|太少|偏[高低多少]|[高低](?=[了吗么?？\s]|$)|"
    r"\b(?:enough|too (?:much|many|little|few|high|low)|sufficient|over(?: the limit)?|under|high|low|lacking|short)\b"
)
_FILLER = re.compile(
    r"我|的|了|过|吃|喝|摄入|摄取|含|量|总|共|每天|每日|天天|一天|有|是|到现在|到目前|目前|为止|大概|大约|约|呢|啊|呀|吗|请问?|帮我|克|毫克|"
    r"微克|给|得|到|里|吃得|会不会|是不是|没有?|不|"
    r"\b(?:i|i've|me|my|the|a|of|in|on|for|did|do|have|has|had|eaten|eat|ate|drink|drank|drunk|consumed?|get|got|gotten|"
    r"so far|was|is|were|daily|per day|each day|day|per|today's|grams?|mg|taken|take|there|please|been|getting|am|are|"
    r"too|still)\b|"
    r"'s|[\s,.?!~:]"
)


def nutrient_asked(text: str) -> str:
    """Return the tagname of the nutrient whose amount a cleaned text asks for, empty where it asks for none.

    Beside the nutrient nothing but days, meals being none of them, and words of asking may stand in it.
    """
    if len(text) > _LONGEST:
        return ""
    text = _WINE.sub("酒精多少", text)
    named = list(_NAME.finditer(text))
    if not named or len({_BY_NAME[found.group()] for found in named}) != 1:
        return ""
    rest = without_days(_NAME.sub(" ", text))
    asks = bool(_ASKS.search(rest)) or bool(_JUDGES.search(rest)) or rest != _NAME.sub(" ", text)
    return _BY_NAME[named[0].group()] if asks and not _FILLER.sub("", _ASKS.sub(" ", _JUDGES.sub(" ", rest))) else ""


def asks_to_judge(text: str) -> bool:
    """Tell whether a question for a nutrient asks if it is enough or too much: 蛋白质够了吗."""
    return _JUDGES.search(text) is not None
