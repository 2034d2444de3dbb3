"""The sentences about what to eat next, and about what somebody must not or does not want to eat."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_OFFERS = {
    "suggest.sex": {
        _ZH: "推荐要对着参考摄入量算，男女不同。先说这一样，再问我一次。",
        _EN: "Suggestions go by the reference intakes, which differ for women and men. Tell me this first, then ask "
        "again.",
    },
    "suggest.head": {
        _ZH: "{day}{slot}可以这样吃（按目标还剩约 {left} 千卡）：",
        _EN: "{slot} {day} (about {left} kcal left of the goal):",
    },
    "suggest.head.over": {
        _ZH: "{day}的能量已经到目标了；还想吃，{slot}可以清淡点：",
        _EN: "The energy goal {day} is reached. If you are still hungry, a light {slot}:",
    },
    "suggest.head.plain": {_ZH: "{day}{slot}可以这样吃：", _EN: "{slot} {day}:"},
    "suggest.usual_size": {
        _ZH: "（还不全知道身高、体重、年龄和活动量，先按一般身材估。）",
        _EN: "(Height, weight, age or activity is not known yet, so an ordinary size stands in.)",
    },
    "suggest.option": {_ZH: "{foods}（{why}）", _EN: "{foods} – {why}"},
    "suggest.kcal": {_ZH: "约 {value} 千卡", _EN: "about {value} kcal"},
    "suggest.mends": {
        _ZH: "补{name}：还差约 {lacked}，这里有 {brings}",
        _EN: "{name}: {brings} of the {lacked} missing",
    },
    "suggest.mends.also": {_ZH: "也补{names}", _EN: "also {names}"},
    "suggest.half": {_ZH: "{name}半{measure}", _EN: "{name} (half a {measure})"},
    "suggest.half.counted": {_ZH: "{name}半个", _EN: "{name} (half)"},
    "suggest.some": {_ZH: "{name} {quantity} {measure}", _EN: "{name} ({quantity} {measure})"},
    "suggest.some.counted": {_ZH: "{name} {quantity} 个", _EN: "{name} ({quantity})"},
    "suggest.next": {
        _ZH: "吃了就回数字，我照着记；不要哪样就说「不要鱼」。",
        _EN: "Send the number of the one you eat and I log it; “no fish” leaves fish out.",
    },
    "suggest.swap": {_ZH: "换一批", _EN: "others"},
    "suggest.none": {_ZH: "都不要", _EN: "none of them"},
    "suggest.closed": {
        _ZH: "好，不记。吃了什么告诉我就行。",
        _EN: "All right, nothing is logged. Just tell me what you eat.",
    },
    "suggest.gone": {
        _ZH: "这一餐里有一样已经不在食物库里了，没有记。请再问一次吃什么。",
        _EN: "A food of this meal has left the catalogue, so nothing was logged. Please ask again what to eat.",
    },
    "suggest.ahead": {
        _ZH: "到时候再问我一次，吃了就能直接回数字记下来。",
        _EN: "Ask me again then, and a number logs it.",
    },
    "suggest.nothing": {
        _ZH: "按现在的要求，{slot}凑不出合适的一餐：{parts}。",
        _EN: "With these rules no {slot} comes together: {parts}.",
    },
    "suggest.nothing.part": {_ZH: "没有能选的{part}", _EN: "no {part} is left to choose from"},
    "suggest.nothing.rules": {
        _ZH: "现在避开的有：{told}。要放宽哪一样，告诉我；过敏的请别放宽。",
        _EN: "Kept out now: {told}. Tell me which one to relax; please never an allergy.",
    },
    "suggest.nothing.shown": {
        _ZH: "能换的都给你看过了。再发「吃什么」从头来。",
        _EN: "You have seen all that fit. Send “what to eat” to start over.",
    },
    "suggest.not_a_food": {_ZH: "我不认识叫{word}的食物。", _EN: "I know no food called {word}."},
    "plan.head": {
        _ZH: "{day}可以这样吃（一天共约 {total} 千卡，目标约 {goal}{usual}）：",
        _EN: "{day} (the whole day about {total} kcal, the goal about {goal}{usual}):",
    },
    "plan.usual": {_ZH: "，按一般身材估", _EN: ", for an ordinary size"},
    "plan.head.plain": {_ZH: "{day}可以这样吃：", _EN: "{day}:"},
    "plan.tomorrow": {_ZH: "明天", _EN: "tomorrow"},
    "plan.meal": {_ZH: "{slot}：{foods}", _EN: "{slot}: {foods}"},
    "plan.next": {
        _ZH: "吃了哪一餐就回数字，我照着记。",
        _EN: "Send the number of a meal once you eat it and I log it.",
    },
    "plan.not_yet": {
        _ZH: "这是{day}的，还没有记。到时候再回数字。",
        _EN: "This is planned for {day}, so nothing is logged yet. Send the number then.",
    },
    "plan.nothing": {
        _ZH: "按现在的要求，凑不出合适的一天。发「吃什么」先看下一餐。",
        _EN: "With these rules no whole day comes together. “what to eat” looks at the next meal.",
    },
    "rest.sex": {
        _ZH: "每天该吃多少男女不同。先说这一样，再问我一次。",
        _EN: "How much a day should hold differs for women and men. Tell me this first, then ask again.",
    },
    "rest.left": {
        _ZH: "目标约 {goal} 千卡，吃了约 {eaten}，还剩约 {left}。",
        _EN: "The goal is about {goal} kcal, you had about {eaten}: about {left} is left.",
    },
    "rest.over": {
        _ZH: "目标约 {goal} 千卡，吃了约 {eaten}，多约 {left}。一天多一点不要紧，饿了照样吃。",
        _EN: "The goal is about {goal} kcal, you had about {eaten}, {left} more. One day matters little; eat when you "
        "are hungry.",
    },
    "rest.hidden": {
        _ZH: "热量我们不算了。饿了就吃，发「吃什么」我来配。",
        _EN: "Let us leave energy aside. Eat when you are hungry; “what to eat” puts a meal together.",
    },
    "rest.next": {_ZH: "怎么吃合适，发「吃什么」。", _EN: "“what to eat” suggests a meal."},
    "spent.as_logged": {
        _ZH: "照你现在这样记，一天约 {mid} 千卡（{low}–{high}）体重不变。",
        _EN: "Days that you log at about {mid} kcal ({low}–{high}) keep your weight.",
    },
    "spent.learned": {
        _ZH: "身体实际消耗估计 {mid} 千卡（{low}–{high}）：谁的记录都会漏掉一些。",
        _EN: "Your body spends an estimated {mid} kcal ({low}–{high}): every log misses a little.",
    },
    "spent.formula": {
        _ZH: "按身高、体重、年龄和活动量估，一天约消耗 {mid} 千卡（{low}–{high}）。",
        _EN: "By height, weight, age and activity you spend about {mid} kcal a day ({low}–{high}).",
    },
    "spent.learn": {
        _ZH: "每天称一称、记满四天，一周后就按你自己的记录算，更准。",
        _EN: "Weigh yourself for a week and log four whole days, and it is learned from you instead.",
    },
    "spent.goal": {
        _ZH: "一天的目标约 {mid} 千卡（{low}–{high}）。",
        _EN: "The goal of a day is about {mid} kcal ({low}–{high}).",
    },
    "what_if": {
        _ZH: "吃了的话今天约 {after} 千卡，目标约 {goal}。",
        _EN: "With it today comes to about {after} kcal; the goal is about {goal}.",
    },
    "what_if.above": {_ZH: "会偏多：{told}。", _EN: "Too much would be: {told}."},
    "what_if.swap": {_ZH: "换成{name}会更合适。", _EN: "{name} would suit better."},
    "what_if.rule": {_ZH: "{rule}：{found}", _EN: "{rule}: {found}"},
    "what_if.refused": {
        _ZH: "和你说过的忌口不合：{name}（{found}）。",
        _EN: "It does not go with what you told me to keep out: {name} ({found}).",
    },
    "part.staple": {_ZH: "主食", _EN: "staple"},
    "part.protein": {_ZH: "荤菜或豆制品", _EN: "protein food"},
    "part.vegetable": {_ZH: "蔬菜", _EN: "vegetable"},
    "part.snack": {_ZH: "加餐", _EN: "snack"},
    "part.foods": {_ZH: "菜", _EN: "food"},
}
_WISHES = {
    "wishes.noted": {_ZH: "记下了：{told}。", _EN: "Noted: {told}."},
    "wishes.over": {_ZH: "不再避开：{told}。", _EN: "No longer kept: {told}."},
    "wishes.not_there": {_ZH: "{told}本来就没有记。", _EN: "{told} was not kept anyway."},
    "wishes.effect.allergy": {
        _ZH: "推荐时会避开；成分不清楚的也避开。外面的菜请再问一句，我看不到厨房。",
        _EN: "Suggestions keep it out, and whatever may hold it. Please ask about food from outside; I cannot see the "
        "kitchen.",
    },
    "wishes.effect.condition": {
        _ZH: "推荐和目标会照着常见的限量来。这不是诊断，听医生的。",
        _EN: "Suggestions and goals heed the usual limits. This is no diagnosis; your doctor's word goes first.",
    },
    "wishes.effect": {_ZH: "推荐时按这个来。", _EN: "Suggestions go by it."},
    "wishes.unknown": {
        _ZH: "没有记：我不认识叫{words}的食物，请自己留意，别依赖我提醒。",
        _EN: "Not kept: I know no food called {words}. Please take care of it yourself and do not rely on me.",
    },
    "wishes.not_kept": {
        _ZH: "没有记：我只记你自己的，一样一句，比如「我对花生过敏」。",
        _EN: "Not kept: I keep only your own, each in a plain sentence such as “I'm allergic to peanuts”.",
    },
    "wishes.rest": {
        _ZH: "同一条里别的没有记，请另发一条。",
        _EN: "The rest of the message is not logged; please send it again.",
    },
    "wishes.list": {_ZH: "你的要求：{told}。", _EN: "What I keep: {told}."},
    "wishes.list.none": {
        _ZH: "还没有记过忌口。可以说「我对虾过敏」「我吃素」「我不吃香菜」「目标减重」。",
        _EN: "Nothing is kept yet. Say “I'm allergic to shrimp”, “I'm vegetarian”, “I don't eat coriander” or “goal: "
        "lose weight”.",
    },
    "wishes.list.next": {
        _ZH: "去掉就说「我不对虾过敏了」「我不吃素了」「我又能吃香菜了」。",
        _EN: "Take one back with “I'm no longer allergic to shrimp” or “I can eat coriander again”.",
    },
    "wish.allergy": {_ZH: "对{word}过敏", _EN: "allergic to {word}"},
    "wish.dislike": {_ZH: "不吃{word}", _EN: "no {word}"},
    "wish.goal": {_ZH: "目标{word}", _EN: "goal: {word}"},
}

register({f"chat.{key}": told for key, told in (_OFFERS | _WISHES).items()})
