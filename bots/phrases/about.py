"""The sentences of the three short questions after the agreement."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_SENTENCES = {
    "about.why": {
        _ZH: "还有三个小问题，能算得更准；也可以直接说吃了什么。",
        _EN: "Three short questions make the figures better; or just tell me what you ate.",
    },
    "about.body": {
        _ZH: "身高和体重是多少？比如：170 厘米 61.5 公斤",
        _EN: "What are your height and weight? Such as: 170 cm 61.5 kg",
    },
    "about.height": {_ZH: "身高是多少？比如：170 厘米", _EN: "And your height? Such as: 170 cm"},
    "about.weight": {_ZH: "体重是多少？比如：61.5 公斤", _EN: "And your weight? Such as: 61.5 kg"},
    "about.weighs": {_ZH: "体重 {kg} 公斤", _EN: "weight {kg} kg"},
    "about.figures": {_ZH: "已记：{told}。", _EN: "Logged: {told}."},
    "about.unit": {
        _ZH: "体重 {number} 是公斤还是斤？连单位一起发，比如：{number} 斤",
        _EN: "Is a weight of {number} in kg or in pounds? Send it with its unit, such as: {number} lb",
    },
    "about.body.again": {
        _ZH: "这句我没看懂。可以这样写：170 厘米 61.5 公斤。不想说就发 0。",
        _EN: "I did not understand that. You can write: 170 cm 61.5 kg. Send 0 if you would rather not say.",
    },
    "about.sex": {_ZH: "出生时的性别？", _EN: "Your sex at birth?"},
    "about.sex.female": {_ZH: "女", _EN: "female"},
    "about.sex.male": {_ZH: "男", _EN: "male"},
    "about.activity": {_ZH: "平常一周动得多吗？", _EN: "How active is an ordinary week?"},
    "about.activity.sedentary": {_ZH: "基本坐着", _EN: "mostly sitting"},
    "about.activity.light": {_ZH: "轻度", _EN: "light"},
    "about.activity.moderate": {_ZH: "中等", _EN: "moderate"},
    "about.activity.active": {_ZH: "较多", _EN: "active"},
    "about.activity.very_active": {_ZH: "很多", _EN: "very active"},
    "about.birth": {
        _ZH: "哪年出生？比如：1992，或 34 岁",
        _EN: "In which year were you born? Such as: 1992, or 34 years old",
    },
    "about.enough": {
        _ZH: "够算了。再问一次「我一天消耗多少」，就按你的身体算。",
        _EN: "That is enough. Ask “my daily expenditure” again, and it goes by your body.",
    },
    "about.skip": {_ZH: "跳过", _EN: "skip"},
    "about.noted": {_ZH: "记下了。", _EN: "Noted."},
    "about.skipped": {_ZH: "好的，跳过。", _EN: "All right, skipped."},
}

register({f"chat.{key}": words for key, words in _SENTENCES.items()})
