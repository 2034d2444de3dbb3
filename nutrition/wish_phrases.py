"""How diets, conditions and goals are called."""

from __future__ import annotations

from meum.domain.languages import Lang
from meum.kernel.phrases import phrase, register
from nutrition.models.wishes import EatingWishes

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        "goal.lose": {_ZH: "减重", _EN: "lose weight"},
        "goal.maintain": {_ZH: "保持体重", _EN: "keep the weight"},
        "goal.gain": {_ZH: "增重", _EN: "gain weight"},
        "diet.vegetarian": {_ZH: "吃素（蛋奶可以）", _EN: "vegetarian"},
        "diet.vegan": {_ZH: "纯素", _EN: "vegan"},
        "diet.pescatarian": {_ZH: "鱼素", _EN: "pescatarian"},
        "diet.buddhist_vegetarian": {_ZH: "净素（不吃五辛）", _EN: "Buddhist vegetarian"},
        "diet.halal": {_ZH: "清真", _EN: "halal"},
        "diet.kosher": {_ZH: "犹太洁食", _EN: "kosher"},
        "diet.no_beef": {_ZH: "不吃牛肉", _EN: "no beef"},
        "diet.no_pork": {_ZH: "不吃猪肉", _EN: "no pork"},
        "condition.hypertension": {_ZH: "高血压", _EN: "high blood pressure"},
        "condition.type2_diabetes": {_ZH: "2 型糖尿病", _EN: "type 2 diabetes"},
        "condition.gout": {_ZH: "痛风或高尿酸", _EN: "gout"},
        "condition.ckd3_no_dialysis": {_ZH: "慢性肾病", _EN: "kidney disease"},
        "condition.dyslipidaemia": {_ZH: "血脂异常", _EN: "high blood lipids"},
        "condition.lactose_intolerance": {_ZH: "乳糖不耐受", _EN: "lactose intolerance"},
        "condition.iron_deficiency": {_ZH: "缺铁", _EN: "iron deficiency"},
        "condition.coeliac": {_ZH: "乳糜泻", _EN: "coeliac disease"},
        "condition.eating_disorder_history": {_ZH: "有过进食障碍", _EN: "a history of an eating disorder"},
        "condition.pregnant": {_ZH: "怀孕", _EN: "pregnant"},
        "condition.pregnant_1": {_ZH: "孕早期", _EN: "first trimester"},
        "condition.pregnant_2": {_ZH: "孕中期", _EN: "second trimester"},
        "condition.pregnant_3": {_ZH: "孕晚期", _EN: "third trimester"},
        "condition.breastfeeding": {_ZH: "哺乳期", _EN: "breastfeeding"},
        "condition.minors": {_ZH: "未成年", _EN: "under 18"},
    }
)


def named_wishes(told: EatingWishes, lang: Lang) -> dict[str, list[str]]:
    """Return what was told in words, by field, without fields of which nothing was."""
    words = {
        "allergies": told.allergies,
        "diet": [phrase(lang, f"diet.{told.diet}")] if told.diet else [],
        "conditions": [phrase(lang, f"condition.{each}") for each in told.conditions],
        "dislikes": told.dislikes,
        "goal": [phrase(lang, f"goal.{told.goal}")] if told.goal else [],
    }
    return {name: told_words for name, told_words in words.items() if told_words}
