"""The fitness app's sentences."""

from fitness.domain.measures import DIASTOLIC_MMHG, HEIGHT_CM, KINDS, Kind
from fitness.reading.drafts import Unkept
from meum.domain.languages import Lang
from meum.kernel.phrases import register

_UNITS_ZH = {"kg": "公斤", "cm": "厘米", "%": "%", "1/min": "次/分"}
_UNITS_EN = {"1/min": "beats a minute"}


def _bounds_of(kind: Kind) -> dict[Lang, str]:
    facts = KINDS[kind]
    zh, en = _UNITS_ZH[facts.unit], _UNITS_EN.get(facts.unit, facts.unit)
    return {
        Lang.ZH: f"这个{facts.name_zh}不太可能，请写 {facts.low:g} 到 {facts.high:g} {zh}之间的数。",
        Lang.EN: f"This {facts.name_en} is not possible; please give one from {facts.low:g} to {facts.high:g} {en}.",
    }


register({f"measure.{kind}": {Lang.ZH: facts.name_zh, Lang.EN: facts.name_en} for kind, facts in KINDS.items()})
register({f"error.impossible_{kind}": _bounds_of(kind) for kind in KINDS if kind is not Kind.BLOOD_PRESSURE})
register(
    {
        "error.impossible_blood_pressure": {
            Lang.ZH: f"这个血压不太可能，请写成 128/82：高压 {KINDS[Kind.BLOOD_PRESSURE].low:g}–"
            f"{KINDS[Kind.BLOOD_PRESSURE].high:g}，低压 {DIASTOLIC_MMHG[0]:g}–{DIASTOLIC_MMHG[1]:g}，低压小于高压。",
            Lang.EN: f"This blood pressure is not possible. Write it like 128/82: upper "
            f"{KINDS[Kind.BLOOD_PRESSURE].low:g} to {KINDS[Kind.BLOOD_PRESSURE].high:g}, lower "
            f"{DIASTOLIC_MMHG[0]:g} to {DIASTOLIC_MMHG[1]:g} and below the upper.",
        },
        "error.impossible_height": {
            Lang.ZH: f"这个身高不太可能，请写 {HEIGHT_CM[0]:g} 到 {HEIGHT_CM[1]:g} 厘米之间的数。",
            Lang.EN: f"This height is not possible; please give one from {HEIGHT_CM[0]:g} to {HEIGHT_CM[1]:g} cm.",
        },
        "error.unknown_measure": {
            Lang.ZH: "不认识这项身体指标。",
            Lang.EN: "This body measure is not known.",
        },
        "error.unknown_activity": {
            Lang.ZH: "没有找到这种运动，请换个说法。",
            Lang.EN: "This activity is not known. Please name it another way.",
        },
        "error.duration_missing": {
            Lang.ZH: "这次运动多久？比如「40分钟」。",
            Lang.EN: "How long was it? For example “40 minutes”.",
        },
        "error.impossible_duration": {
            Lang.ZH: "这个时长不太可能，一次运动要大于 0、不超过 24 小时。",
            Lang.EN: "This duration is not possible: more than 0 and at most 24 hours.",
        },
        "error.impossible_distance": {
            Lang.ZH: "这个距离不太可能，要大于 0、不超过 1000 公里。",
            Lang.EN: "This distance is not possible: more than 0 and at most 1000 km.",
        },
        "error.impossible_speed": {
            Lang.ZH: "这么远、这么短的时间不太可能，请检查距离和时间。",
            Lang.EN: "This is too far for so short a time. Please check distance and time.",
        },
        "error.sleep_length_missing": {
            Lang.ZH: "睡了多久？请说几点睡、几点醒，或者睡了几个小时。",
            Lang.EN: "How long did you sleep? Tell when you fell asleep and woke, or how many hours.",
        },
        "error.impossible_sleep": {
            Lang.ZH: "这段睡眠不太可能，要大于 0、不超过 20 小时，而且先睡后醒。",
            Lang.EN: "This sleep is not possible: more than 0 and at most 20 hours, and waking after falling asleep.",
        },
        "error.in_future": {
            Lang.ZH: "这是以后的时间，等发生了再记吧。",
            Lang.EN: "This lies in the future. Log it once it has happened.",
        },
        "not_kept.weight_change": {
            Lang.ZH: "增减我会从体重里算，发现在的体重就行，比如「体重 61.5」。",
            Lang.EN: "I work out changes from the weight itself. Send the weight now, like “weight 61.5 kg”.",
        },
        "not_kept.no_figure": {
            Lang.ZH: "没有看到数字，没有记。可以说「体重 61.5」「血压 128/82」。",
            Lang.EN: "There was no figure, so it is not logged. Say “weight 61.5 kg” or “blood pressure 128/82”.",
        },
        "not_kept.steps": {
            Lang.ZH: "步数暂时还不能记录，可以说走了多久或多远，比如「快走40分钟」。",
            Lang.EN: "Steps cannot be kept yet. Say how long or how far you walked, like “walked 40 minutes”.",
        },
    }
)

_NOT_KEPT = {
    Unkept.BLOOD_SUGAR: ("血糖", "blood sugar"),
    Unkept.TEMPERATURE: ("体温", "temperature"),
    Unkept.HEART_RATE: ("静息以外的心率", "a heart rate other than at rest"),
    Unkept.BLOOD_OXYGEN: ("血氧", "blood oxygen"),
    Unkept.BLOOD_VALUES: ("化验结果", "blood test results"),
    Unkept.BODY_VALUES: ("这项体成分", "this body value"),
    Unkept.GIRTHS: ("这个部位的围度", "this girth"),
    Unkept.CYCLE: ("经期", "periods"),
    Unkept.MEDICINE: ("用药", "medicine"),
}
register(
    {
        f"not_kept.{kind}": {
            Lang.ZH: f"{zh}我还不能保存，没有记。",
            Lang.EN: f"I cannot keep {en} yet, so it is not logged.",
        }
        for kind, (zh, en) in _NOT_KEPT.items()
    }
)
