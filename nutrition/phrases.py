"""The nutrition app's sentences."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "error.no_items": {
            Lang.ZH: "这一餐里还没有食物，请说说吃了什么。",
            Lang.EN: "This meal has no food yet. Please say what was eaten.",
        },
        "error.too_many_items": {
            Lang.ZH: "一餐最多记 {most} 样，请分开记。",
            Lang.EN: "A meal holds at most {most} items. Please log it in parts.",
        },
        "error.impossible_grams": {
            Lang.ZH: "这个重量不太可能，每样要大于 0、不超过 {most} 克。",
            Lang.EN: "This weight is not possible: more than 0 and at most {most} g an item.",
        },
        "error.impossible_volume": {
            Lang.ZH: "这个量不太可能，每次要大于 0、不超过 {most} 毫升。",
            Lang.EN: "This volume is not possible: more than 0 and at most {most} ml at a time.",
        },
        "error.unknown_slot": {
            Lang.ZH: "餐次只能是早餐、午餐、晚餐或加餐。",
            Lang.EN: "The meal is breakfast, lunch, dinner or snack.",
        },
        "error.unknown_food": {
            Lang.ZH: "没有找到这种食物。",
            Lang.EN: "This food is not known.",
        },
        "error.no_such_item": {
            Lang.ZH: "没有这个编号，这一餐只有 {most} 样。",
            Lang.EN: "There is no such number: this meal has {most} items.",
        },
        "slot.breakfast": {Lang.ZH: "早餐", Lang.EN: "Breakfast"},
        "slot.lunch": {Lang.ZH: "午餐", Lang.EN: "Lunch"},
        "slot.dinner": {Lang.ZH: "晚餐", Lang.EN: "Dinner"},
        "slot.snack": {Lang.ZH: "加餐", Lang.EN: "Snack"},
    }
)
