"""The sentences about what was logged, counted, changed and asked."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_AMOUNTS = {
    "grams": {_ZH: "{value} 克", _EN: "{value} g"},
    "grams.about": {_ZH: "约 {value} 克", _EN: "about {value} g"},
    # Chinese sets a blank before a figure, none before 约.
    "ml": {_ZH: " {value} 毫升", _EN: "{value} ml"},
    "ml.about": {_ZH: "约 {value} 毫升", _EN: "about {value} ml"},
    "energy": {_ZH: "约 {mid} 千卡", _EN: "about {mid} kcal"},
    "energy.range": {_ZH: "约 {mid} 千卡（{low}–{high}）", _EN: "about {mid} kcal ({low}–{high})"},
    "energy.and": {_ZH: "{energy}；{macros}", _EN: "{energy}; {macros}"},
    "at_least": {_ZH: "至少 {value}", _EN: "at least {value}"},
    "nutrient.protein": {_ZH: "蛋白质 {value}", _EN: "protein {value}"},
    "nutrient.carbohydrate": {_ZH: "碳水 {value}", _EN: "carbs {value}"},
    "nutrient.fat": {_ZH: "脂肪 {value}", _EN: "fat {value}"},
    "minutes": {_ZH: "{minutes} 分钟", _EN: "{minutes} min"},
    "hours": {_ZH: "{hours} 小时", _EN: "{hours} h"},
    "hours_minutes": {_ZH: "{hours} 小时 {minutes} 分", _EN: "{hours} h {minutes} min"},
    "quote": {_ZH: "「{words}」", _EN: "“{words}”"},
    "and": {_ZH: "；", _EN: "; "},
}

_FOOD = {
    "item.assumed": {_ZH: "{name}（{grams}，份量是估的）", _EN: "{name} ({grams}, amount assumed)"},
    "item.weighed": {_ZH: "{name} {grams}", _EN: "{name} {grams}"},
    "item.counted": {_ZH: "{name} ×{quantity}（{grams}）", _EN: "{quantity} × {name} ({grams})"},
    "item.measured": {_ZH: "{name} {quantity} {measure}（{grams}）", _EN: "{quantity} {measure} of {name} ({grams})"},
    "item.about": {_ZH: "{name}{grams}", _EN: "{name} {grams}"},
    "item.short": {_ZH: "{name} {quantity} {measure}", _EN: "{quantity} {measure} of {name}"},
    "item.short.counted": {_ZH: "{name} ×{quantity}", _EN: "{quantity} × {name}"},
    "items.more": {_ZH: "{named} 等 {count} 样", _EN: "{named} and more, {count} in all"},
    "slot.breakfast": {_ZH: "早餐", _EN: "Breakfast"},
    "slot.lunch": {_ZH: "午餐", _EN: "Lunch"},
    "slot.dinner": {_ZH: "晚餐", _EN: "Dinner"},
    "slot.of_day": {_ZH: "{day}{slot}", _EN: "{slot} {day}"},
    "slot.snack": {_ZH: "加餐", _EN: "Snack"},
    "meal": {_ZH: "{slot}：{items}。", _EN: "{slot}: {items}."},
    "meal.of_day": {_ZH: "{day}{slot}：{items}。", _EN: "{slot} {day}: {items}."},
    "meal.short": {_ZH: "{slot} {items}", _EN: "{slot}: {items}"},
    "meal.held": {_ZH: "{slot} {items}", _EN: "{slot} ({items})"},
    "water": {_ZH: "喝水{volume}。", _EN: "Water: {volume}."},
    "water.of_day": {_ZH: "{day}喝水{volume}。", _EN: "Water {day}: {volume}."},
    "water.so_far": {_ZH: "喝水{volume}", _EN: "water {volume}"},
    "meal_total": {_ZH: "这一餐：{told}。", _EN: "This meal: {told}."},
    "meals_total": {_ZH: "这几餐：{told}。", _EN: "These meals: {told}."},
    "so_far.today": {_ZH: "今天到现在：{told}。", _EN: "Today so far: {told}."},
    "so_far.yesterday": {_ZH: "昨天共：{told}。", _EN: "Yesterday: {told}."},
    "so_far.before": {_ZH: "前天共：{told}。", _EN: "The day before yesterday: {told}."},
    "so_far.day": {_ZH: "{day} 共：{told}。", _EN: "{day}: {told}."},
    "day.date": {_ZH: "{month} 月 {day} 日", _EN: "{day} {month}"},
    "day.today": {_ZH: "今天", _EN: "today"},
    "day.yesterday": {_ZH: "昨天", _EN: "yesterday"},
    "day.before": {_ZH: "前天", _EN: "the day before yesterday"},
    "not_eaten": {_ZH: "好的，没吃就不记。", _EN: "All right, nothing eaten, nothing logged."},
    "not_known": {
        _ZH: "没认出{words}，没有记它。换个常用的名字和份量再发一次就行。",
        _EN: "I do not know {words}, so it is not logged. Please name it another way, with an amount.",
    },
    "not_known.maybe": {
        _ZH: "没认出{words}，没有记它。是{name}吗？是的话发这个名字和份量。",
        _EN: "I do not know {words}, so it is not logged. Did you mean {name}? Then send that with an amount.",
    },
    "odd.nothing": {_ZH: "{words}就是没吃没喝，没有记。", _EN: "{words} is none at all, so nothing of it is logged."},
    "odd.negative": {
        _ZH: "{words}的数量是负的，没有记。请发吃了多少。",
        _EN: "{words} is less than nothing, so it is not logged. Please send how much it was.",
    },
    "odd.too_much": {
        _ZH: "{words}太多了，没有记：每样最多 {most} 克（毫升）。请再发一次份量。",
        _EN: "{words} is too much to be right, so it is not logged: at most {most} g or ml of one thing. "
        "Please send the amount again.",
    },
    "next.meal": {
        _ZH: "不对？发「改 1 150克」「删 1」或「撤销」。",
        _EN: "Not right? “change 1 to 150 g”, “delete 1” or “undo”.",
    },
    "next.undo": {_ZH: "不对？发「撤销」。", _EN: "Not right? Send “undo”."},
    "next.redo": {_ZH: "发「恢复」可找回。", _EN: "“redo” brings it back."},
    "which": {_ZH: "先按{name}记了。是哪一种？", _EN: "Taken as {name} for now. Which one was it?"},
    "how_much": {
        _ZH: "{words}有点多，还没有记。是哪一个？",
        _EN: "{words} is a lot, so it is not logged yet. Which was it?",
    },
    "none_of_them": {_ZH: "都不是", _EN: "none of them"},
    "changed_meanwhile": {
        _ZH: "这一餐刚刚改过了，我没有动它。",
        _EN: "This meal was changed in the meantime, so I left it as it is.",
    },
    "gone": {_ZH: "那一条已经不在了。", _EN: "That entry is no longer there."},
    "taken_out": {_ZH: "已去掉：{name}。", _EN: "Taken out: {name}."},
    "say_it_else": {
        _ZH: "它叫什么？发名字和份量，比如：牛肉面 一碗",
        _EN: "What was it? Send its name and amount, such as: 1 bowl of noodles",
    },
    "no_meal_yet": {_ZH: "最近没有可以改的饮食记录。", _EN: "There is no recent meal to change."},
    "no_meal_today": {
        _ZH: "今天还没有饮食记录。说说吃了什么就行。",
        _EN: "There is no meal today yet. Tell me what you ate.",
    },
    "which_number": {
        _ZH: "改第几样？比如「改 1 150克」「删 1」。",
        _EN: "Which item? Such as “change 1 to 150 g” or “delete 1”.",
    },
    "amount_unknown": {
        _ZH: "这个份量{words}我没看懂，没有改。用克最稳，比如「改 1 150克」。",
        _EN: "I could not read the amount {words}; nothing was changed. Grams always work: “change 1 to 150 g”.",
    },
    "counts_to": {_ZH: "{items}：{told}。", _EN: "{items}: {told}."},
    "per_100_g": {_ZH: "{name}每 100 克：{told}。", _EN: "100 g of {name}: {told}."},
    "usual_portion": {_ZH: "常见一份（{grams}）：{told}。", _EN: "A usual portion ({grams}): {told}."},
    "no_figures": {_ZH: "没有可靠的数据", _EN: "no reliable figures"},
    "only_asked": {
        _ZH: "只是回答，没有记录。吃了的话告诉我一声。",
        _EN: "This is only an answer; nothing was logged. Tell me when you eat it.",
    },
    "ask_doctor": {
        _ZH: "这只是数字，没有记录。你的情况能不能吃、吃多少，请问医生或营养师。",
        _EN: "These are only figures; nothing was logged. Whether and how much suits you, please ask a doctor or "
        "dietitian.",
    },
    "energy.unused": {
        _ZH: "能量是按食物估的，没有用你说的{words}。",
        _EN: "Energy is counted from the food; your {words} was not used.",
    },
    "energy.alone": {
        _ZH: "只说了能量，没说是吃的，没有记。",
        _EN: "That is energy alone, so nothing was logged.",
    },
    "energy.alone.next": {
        _ZH: "要记就发「+{words}」或「午餐 {words}」。",
        _EN: "To log it, send “+{words}” or “lunch {words}”.",
    },
    "question": {_ZH: "这个问题我答不了，什么都没有记。", _EN: "I cannot answer that, and nothing was logged."},
}

_BODY = {
    "body": {_ZH: "已记：{told}。", _EN: "Logged: {told}."},
    "height": {_ZH: "身高 {cm} 厘米", _EN: "height {cm} cm"},
    "slept": {_ZH: "睡眠 {length}", _EN: "sleep {length}"},
    "done": {_ZH: "{name} {length}，{energy}", _EN: "{name} {length}, {energy}"},
    "done.distance": {_ZH: "{name} {km} 公里 {length}，{energy}", _EN: "{name} {km} km in {length}, {energy}"},
    "which_unit": {_ZH: "{words}是哪一个？（还没有记）", _EN: "Which one is {words}? (Not logged yet.)"},
    "not_logged": {_ZH: "好的，没有记。", _EN: "All right, nothing was logged."},
    "skin": {_ZH: "皮肤：{told}。", _EN: "Skin: {told}."},
    "rated": {_ZH: "{name} {value}/10", _EN: "{name} {value}/10"},
    "lesions": {_ZH: "痘痘 {count} 颗", _EN: "{count} spots"},
    "step_done": {_ZH: "用了{name}", _EN: "used {name}"},
    "step_skipped": {_ZH: "没用{name}", _EN: "no {name}"},
}

_UNDO = {
    "undone": {_ZH: "已撤销：{what}。", _EN: "Taken back: {what}."},
    "undone.edit": {_ZH: "已撤销修改，现在是：{what}。", _EN: "Change taken back. Now: {what}."},
    "undo.others": {_ZH: "另外还有 {count} 条也撤销了。", _EN: "{count} more entries were taken back."},
    "undo.no_more": {_ZH: "一共只有 {count} 步可以撤销。", _EN: "There were only {count} steps to take back."},
    "undo.how_many": {
        _ZH: "还没有动。要撤销几步？比如「撤销 3 次」。",
        _EN: "Nothing changed yet. How many steps? Send “undo 3 times”.",
    },
    "undo.day": {
        _ZH: "要去掉今天吃的全部，发「删掉今天的记录」。",
        _EN: "To take out all food of today, send “delete everything from today”.",
    },
    "gone_again": {_ZH: "又去掉了：{what}。", _EN: "Taken out again: {what}."},
    "redone": {_ZH: "已恢复：{what}。", _EN: "There again: {what}."},
    "redone.edit": {_ZH: "已恢复修改，现在是：{what}。", _EN: "Changed again. Now: {what}."},
    "brought_back.edit": {_ZH: "已恢复，现在是：{what}。", _EN: "Brought back. Now: {what}."},
    "nothing_yet": {_ZH: "{day}还没有记录。", _EN: "Nothing logged {day}."},
    "kind.entry": {_ZH: "一条记录", _EN: "one entry"},
    "kind.skin": {_ZH: "皮肤记录", _EN: "a skin note"},
    "kind.own_food": {_ZH: "自己的食物{name}", _EN: "your own food {name}"},
    "kind.profile": {_ZH: "个人资料", _EN: "your profile"},
}

for _table in (_AMOUNTS, _FOOD, _BODY, _UNDO):
    register({f"chat.{key}": texts for key, texts in _table.items()})
