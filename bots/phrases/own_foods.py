"""The sentences about foods and dishes that people teach for themselves."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_OWN = {
    "own.taught": {_ZH: "记住了「{name}」。", _EN: "Learned: “{name}”."},
    "own.taught.dish": {_ZH: "记住了「{name}」：{items}。", _EN: "Learned “{name}”: {items}."},
    "own.changed": {
        _ZH: "「{name}」改好了，以前吃的不变。",
        _EN: "“{name}” is changed; what you ate before stays as it was.",
    },
    "own.changed.dish": {
        _ZH: "「{name}」改好了：{items}。以前吃的不变。",
        _EN: "“{name}” is changed: {items}. What you ate before stays as it was.",
    },
    "own.portion": {_ZH: "一份（{grams}）：{told}。", _EN: "One portion ({grams}): {told}."},
    "own.portion.unit": {_ZH: "一{unit}（{grams}）：{told}。", _EN: "One {unit} ({grams}): {told}."},
    "own.per_100_g": {_ZH: "每 100 克：{told}。", _EN: "100 g: {told}."},
    "own.use": {
        _ZH: "以后说「吃了一份{name}」就行；不要了发「忘掉{name}」。",
        _EN: "From now on just say “had a serving of {name}”; “forget {name}” removes it.",
    },
    "own.use.unit": {
        _ZH: "以后说「吃了一{unit}{name}」就行；不要了发「忘掉{name}」。",
        _EN: "From now on just say “had a {unit} of {name}”; “forget {name}” removes it.",
    },
    "own.unknown": {
        _ZH: "配料里没认出{words}，所以还没有记住「{name}」。换个常用的名字再发一次。",
        _EN: "I do not know the ingredient {words}, so “{name}” is not learned yet. Name it another way and send "
        "it all again.",
    },
    "own.unknown.label": {
        _ZH: "也可以先教我它的标签，比如：记住 {example} 每100克 380大卡 蛋白质75克",
        _EN: "Or teach me its label first, such as: remember {example} per 100 g: 380 kcal, 75 g protein",
    },
    "own.nothing": {
        _ZH: "没看懂「{name}」里有什么。配料和份量这样写：",
        _EN: "I could not read what is in “{name}”. Write ingredients with amounts, such as:",
    },
    "own.example": {
        _ZH: "记住 我的奶昔：香蕉一根、牛奶250ml、蛋白粉30克",
        _EN: "remember my shake = 1 banana, 250 ml milk, 30 g whey",
    },
    "own.no_grams": {
        _ZH: "一份「{name}」有多少克？连克数再发一次，比如：记住 {name} 一份45克 190大卡",
        _EN: "How many grams is one “{name}”? Send it again with them, such as: remember {name} 45 g, 190 kcal",
    },
    "own.list": {_ZH: "你的食物（{count} 种）：{names}。", _EN: "Your own foods ({count}): {names}."},
    "own.list.one": {_ZH: "{name}（一份约 {kcal} 千卡）", _EN: "{name} (about {kcal} kcal a portion)"},
    "own.list.one.per_100_g": {_ZH: "{name}（每 100 克约 {kcal} 千卡）", _EN: "{name} (about {kcal} kcal in 100 g)"},
    "own.list.next": {_ZH: "不要了就发「忘掉」和名字。", _EN: "“forget” and a name removes one."},
    "own.none": {
        _ZH: "你还没有教过我食物。可以这样教：",
        _EN: "You have not taught me a food yet. Teach me like this:",
    },
    "own.forgotten": {
        _ZH: "已忘掉「{name}」，吃过的记录不变。",
        _EN: "“{name}” is forgotten; what you ate stays in your diary.",
    },
    "own.not_found": {_ZH: "没有叫「{name}」的自己的食物。", _EN: "You have no food of your own called “{name}”."},
}

register({f"chat.{key}": texts for key, texts in _OWN.items()})
