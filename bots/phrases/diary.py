"""The sentences about meals as before, saved meals, bare energy, single nutrients and several days."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_DIARY = {
    "copy.no_meal": {
        _ZH: "{day}没有记{slot}，所以没有照着记。",
        _EN: "There is no {slot} logged {day}, so nothing was copied.",
    },
    "copy.no_day": {_ZH: "{day}没有记过吃的，所以没有照着记。", _EN: "No meal is logged {day}, so nothing was copied."},
    "copy.there": {_ZH: "{day}有：{slots}。", _EN: "There is {slots} {day}."},
    "copy.latest": {_ZH: "最近有记录的一天是{day}。", _EN: "The latest day with a meal is {day}."},
    "copy.not_in": {
        _ZH: "那一餐里没有{words}，所以没有照着记。直接说吃了什么就行。",
        _EN: "{words} is not in that meal, so nothing was copied. Just tell me what you ate.",
    },
    "usual.none": {
        _ZH: "还没有存过老样子。吃完发「把这顿记成老样子」，或发「以后老样子就是豆浆一杯、油条两根」。",
        _EN: "No usual is saved yet. After a meal send “save this as my usual”, or “my usual is 2 eggs and milk”.",
    },
    "usual.offer": {
        _ZH: "还没有存过老样子。{slot}常吃的是这些，记哪一个？",
        _EN: "No usual is saved yet. {slot} was often one of these. Which one was it?",
    },
    "saved": {_ZH: "存好了，{name}：{items}。", _EN: "Saved, {name}: {items}."},
    "saved.counts": {_ZH: "一份：{told}。", _EN: "Once: {told}."},
    "saved.next": {
        _ZH: "以后发{name}就记这一餐；不要了发「忘掉{plain}」。",
        _EN: "Send {name} to log it; “forget {plain}” drops it.",
    },
    "saved.no_meal": {
        _ZH: "没有找到要存的那一餐，什么都没有存。先说吃了什么，再发一次。",
        _EN: "I found no such meal, so nothing was saved. Tell me what you ate first, then send it again.",
    },
    "saved.is_command": {
        _ZH: "{name}是我的一个口令，换个名字存吧。",
        _EN: "{name} is a word I listen to. Please save it under another name.",
    },
    "saved.list": {_ZH: "你存的餐，回复编号就记一份：", _EN: "Your saved meals; a number logs one:"},
    "saved.entry": {_ZH: "{name}：{items}", _EN: "{name}: {items}"},
    "saved.usual": {_ZH: "老样子", _EN: "your usual"},
    "saved.usual.slot": {_ZH: "{slot}老样子", _EN: "your usual {slot}"},
    "saved.usual.say": {_ZH: "老样子", _EN: "my usual"},
    "saved.usual.say.slot": {_ZH: "{slot}老样子", _EN: "my usual {slot}"},
    "forgotten": {_ZH: "忘掉了：{name}。记过的餐不变。", _EN: "Forgotten: {name}. What was logged stays."},
    "forgotten.none": {_ZH: "没有存过{name}。", _EN: "There is no {name} saved."},
    "kind.saved_meal": {_ZH: "存的餐「{name}」", _EN: "the saved meal “{name}”"},
    "none_now": {_ZH: "都不记", _EN: "none"},
    "item.energy": {_ZH: "能量{energy}", _EN: "energy {energy}"},
    "in_brackets": {_ZH: "{words}（{more}）", _EN: "{words} ({more})"},
    "kcal": {_ZH: " {value} 千卡", _EN: "{value} kcal"},
    "kcal.about": {_ZH: "约 {value} 千卡", _EN: "about {value} kcal"},
    "unit.g": {_ZH: "{value} 克", _EN: "{value} g"},
    "unit.mg": {_ZH: "{value} 毫克", _EN: "{value} mg"},
    "unit.ug": {_ZH: "{value} 微克", _EN: "{value} µg"},
    "unit.IU": {_ZH: "{value} 国际单位", _EN: "{value} IU"},
    "about": {_ZH: "约 {value}", _EN: "about {value}"},
    "about.range": {_ZH: "约 {value}（{low}–{high}）", _EN: "about {value} ({low}–{high})"},
    "least": {_ZH: "至少 {value}", _EN: "at least {value}"},
    "purines.full": {
        _ZH: "{day}食物里的嘌呤：约 {mid} 毫克（{low}–{high}）。",
        _EN: "Purines of the food {day}: about {mid} mg ({low}–{high}).",
    },
    "purines.least": {
        _ZH: "{day}食物里的嘌呤：至少 {low} 毫克，吃的东西里 {percent}% 有数据。",
        _EN: "Purines of the food {day}: at least {low} mg; known for {percent}% of what you had.",
    },
    "purines.unknown": {
        _ZH: "{day}吃的东西都没有嘌呤的数据，说不出有多少。",
        _EN: "No food {day} has a figure for purines, so I cannot say how much there was.",
    },
    "purines.note": {
        _ZH: "饮料、酱料和浓汤宝不算在内；要控制嘌呤，请听医生的。",
        _EN: "Drinks, sauces and stock cubes are left out; if you watch purines, please go by your doctor.",
    },
    "variety.counted": {_ZH: "{day}吃到 {count} 种食物：{names}。", _EN: "Kinds of food {day}: {count} ({names})."},
    "variety.more": {_ZH: "{names}等", _EN: "{names} …"},
    "variety.unknown": {
        _ZH: "{day}吃的东西，说不出是由哪些食物做的。",
        _EN: "What the food {day} was made of is not known.",
    },
    "variety.partly": {
        _ZH: "只有 {percent}% 的东西知道是由什么做的，实际可能更多。",
        _EN: "Only {percent}% of what you had is known by its parts, so there may be more.",
    },
    "variety.day": {
        _ZH: "中国居民膳食指南（2022）建议一天 {count} 种以上，油和调味品不算。",
        _EN: "The Chinese guidelines (2022) advise {count} or more a day, oil and seasoning aside.",
    },
    "variety.week": {
        _ZH: "中国居民膳食指南（2022）建议一周 {count} 种以上，油和调味品不算。",
        _EN: "The Chinese guidelines (2022) advise {count} or more a week, oil and seasoning aside.",
    },
    "asked.none": {
        _ZH: "{day}吃的东西里 {percent}% 有{name}的数据，这部分是 0。",
        _EN: "{name} {day}: none in the {percent}% of what you had that has a figure for it.",
    },
    "of_nutrient": {_ZH: "{name} {value}", _EN: "{name} {value}"},
    "asked.day": {
        _ZH: "{day}{name}：{value}，吃的东西里 {percent}% 有这项数据。",
        _EN: "{name} {day}: {value}; known for {percent}% of what you had.",
    },
    "asked.day.full": {_ZH: "{day}{name}：{value}。", _EN: "{name} {day}: {value}."},
    "asked.no_target": {
        _ZH: "这一项没有参考摄入量，说不出够不够、多不多。",
        _EN: "There is no reference intake for it, so I cannot say whether that is enough or too much.",
    },
    "asked.sex": {
        _ZH: "够不够要看性别：发「男」或「女」告诉我，再问一次。",
        _EN: "Whether that is enough depends on the sex: send “female” or “male”, then ask again.",
    },
    "asked.grown": {
        _ZH: "够不够只给成年人算；还在长身体，请和家长或医生一起看。",
        _EN: "Whether that is enough is told to adults only; please look at it with a parent or a doctor.",
    },
    "asked.one_day": {
        _ZH: "够不够按一天算：可以问「今天蛋白质够吗」。",
        _EN: "Whether it is enough is told for a day: “did I get enough protein today?”",
    },
    "asked.low": {
        _ZH: "参考摄入量是每天 {low}，还差约 {missing}。",
        _EN: "The goal is {low} a day: about {missing} is missing.",
    },
    "asked.about": {_ZH: "参考摄入量是每天 {low}，差不多够了。", _EN: "The goal is {low} a day: that is about enough."},
    "asked.enough": {_ZH: "参考摄入量是每天 {low}，够了。", _EN: "The goal is {low} a day: that is enough."},
    "asked.within": {
        _ZH: "建议每天不超过 {high}，没有超。",
        _EN: "At most {high} a day is advised: you are within it.",
    },
    "asked.high": {_ZH: "建议每天不超过 {high}，超过了。", _EN: "At most {high} a day is advised: you are above it."},
    "asked.not_known": {
        _ZH: "吃的东西里有这项数据的太少，说不出够不够。",
        _EN: "Too little of what you had has a figure for it to say whether that is enough.",
    },
    "missing.sex": {
        _ZH: "参考摄入量男女不同，先说这一样，再问我一次还差什么。",
        _EN: "Goals differ for women and men: tell me this first, then ask again.",
    },
    "missing.head": {
        _ZH: "{day}有数据的 {known} 种营养素里，{met} 种够或差不多够了。",
        _EN: "{day}, at or near the goal: {met} of the {known} nutrients that can be told.",
    },
    "missing.low": {_ZH: "还差：{told}。", _EN: "Still missing: {told}."},
    "missing.part": {_ZH: "{name}约 {value}", _EN: "{name} about {value}"},
    "missing.high": {_ZH: "偏多：{told}。", _EN: "Above the limit: {told}."},
    "missing.above": {_ZH: "{name}约 {value}（建议不超过 {limit}）", _EN: "{name} about {value} (at most {limit})"},
    "missing.none": {
        _ZH: "没有明显缺的，也没有超的。",
        _EN: "Nothing is clearly missing, and nothing is above its limit.",
    },
    "missing.unknown": {_ZH: "数据不够、说不准：{told}。", _EN: "Too few figures to tell: {told}."},
    "missing.source": {_ZH: "依据{region}，供参考，不是诊断。", _EN: "By {region}; for information, not a diagnosis."},
    "region.CN": {_ZH: "中国居民膳食营养素参考摄入量（2023）", _EN: "the Chinese dietary reference intakes of 2023"},
    "region.US": {_ZH: "美国膳食参考摄入量", _EN: "the US dietary reference intakes"},
    "region.EU": {_ZH: "欧盟膳食参考值（EFSA）", _EN: "the EU dietary reference values (EFSA)"},
    "asked.range.full": {
        _ZH: "{first} 到 {last} {name}：平均每天{value}。",
        _EN: "{name}, {first} to {last}: {value} a day on average.",
    },
    "asked.range": {
        _ZH: "{first} 到 {last} {name}：平均每天{value}，吃的东西里 {percent}% 有这项数据。",
        _EN: "{name}, {first} to {last}: {value} a day on average; known for {percent}% of what you had.",
    },
    "asked.unknown": {
        _ZH: "{day}吃的东西都没有{name}的数据，说不出有多少。",
        _EN: "Nothing you had {day} has a figure for {name}, so I cannot tell.",
    },
    "range.of": {_ZH: "{first} 到 {last}", _EN: "{first} to {last}"},
    "range.counted": {
        _ZH: "{first} 到 {last}：{days} 天里 {counted} 天有饮食记录。",
        _EN: "{first} to {last}: meals on {counted} of {days} days.",
    },
    "range.left_out": {_ZH: "没记的不算：{days}。", _EN: "Days without meals are not counted: {days}."},
    "range.more_days": {_ZH: "{named} 等 {count} 天", _EN: "{named} and more, {count} days"},
    "range.mean": {_ZH: "有记录的日子平均每天：{told}。", _EN: "A day with meals on average: {told}."},
    "range.others": {_ZH: "还有：{told}。", _EN: "Also: {told}."},
    "range.nothing": {_ZH: "{first} 到 {last} 没有饮食记录。", _EN: "There are no meals from {first} to {last}."},
}

register({f"chat.{key}": texts for key, texts in _DIARY.items()})
