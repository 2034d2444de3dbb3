"""The sentences about what was told before: of the body, the skin and single foods."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_OWN = {
    "told.day": {_ZH: "{day}：{told}。", _EN: "{day}: {told}."},
    "told.latest": {_ZH: "最近一次（{day}）：{told}。", _EN: "Latest ({day}): {told}."},
    "told.stated": {_ZH: "{told}。", _EN: "{told}."},
    "told.range": {
        _ZH: "{first} 到 {last}：{count} 天有{what}记录；{told}。",
        _EN: "{first} to {last}: {what} on {count} of the days; {told}.",
    },
    "told.from_to": {_ZH: "最早{first}，最近{last}", _EN: "first {first}, latest {last}"},
    "told.figure": {_ZH: "{told}（{day}）", _EN: "{told} ({day})"},
    "told.last": {_ZH: "最近（{day}）{told}", _EN: "latest ({day}) {told}"},
    "told.average": {_ZH: "平均每天 {value}", _EN: "{value} a day on average"},
    "told.km": {_ZH: "{km} 公里", _EN: "{km} km"},
    "told.in_all": {_ZH: "一共 {told}", _EN: "in all {told}"},
    "told.none": {_ZH: "还没有{what}的记录。", _EN: "Nothing is logged of {what} yet."},
    "told.none.day": {_ZH: "{day}没有{what}的记录。", _EN: "{day}: nothing logged of {what}."},
    "told.none.range": {
        _ZH: "{first} 到 {last} 没有{what}的记录。",
        _EN: "{first} to {last}: nothing logged of {what}.",
    },
    "told.burnt": {
        _ZH: "只算你记下的运动，平时的消耗没有算在内。",
        _EN: "Only the activities you logged are counted, not the rest of the day.",
    },
    "told.what.height": {_ZH: "身高", _EN: "height"},
    "told.what.sleep": {_ZH: "睡眠", _EN: "sleep"},
    "told.what.activity": {_ZH: "运动", _EN: "activity"},
    "told.what.burnt": {_ZH: "运动", _EN: "activity"},
    "told.what.walking": {_ZH: "走路", _EN: "walking"},
    "told.what.running": {_ZH: "跑步", _EN: "running"},
    "told.what.cycling": {_ZH: "骑车", _EN: "cycling"},
    "told.what.swimming": {_ZH: "游泳", _EN: "swimming"},
    "told.what.skin": {_ZH: "皮肤", _EN: "skin"},
    "eaten.none": {_ZH: "{when}没有记过{words}。", _EN: "{when}: no {words} logged."},
    "eaten.by_name": {
        _ZH: "只按名字找，别的菜里用到的没有算。",
        _EN: "I looked by name; what is inside other dishes is not counted.",
    },
    "example.height": {_ZH: "这样发：身高 170 厘米", _EN: "Like this: height 170 cm"},
    "example.waist": {_ZH: "这样发：腰围 75 厘米", _EN: "Like this: waist 75 cm"},
    "example.hip": {_ZH: "这样发：臀围 90 厘米", _EN: "Like this: hip 90 cm"},
    "example.neck": {_ZH: "这样发：颈围 35 厘米", _EN: "Like this: neck 35 cm"},
    "example.body_fat": {_ZH: "这样发：体脂 25%", _EN: "Like this: body fat 25%"},
    "example.resting_heart_rate": {_ZH: "这样发：静息心率 62", _EN: "Like this: resting heart rate 62"},
    "example.blood_pressure": {_ZH: "这样发：血压 120/80", _EN: "Like this: blood pressure 120/80"},
}

register({f"chat.{key}": texts for key, texts in _OWN.items()})
