"""The skincare app's sentences."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "error.empty_skin_note": {
            Lang.ZH: "请说说皮肤怎么样，或者用了什么，比如「脸有点干，涂了面霜」。",
            Lang.EN: "Say how your skin is or what you used, like “skin a bit dry, put on moisturiser”.",
        },
        "error.impossible_rating": {
            Lang.ZH: "评分请用 0 到 10 的整数。",
            Lang.EN: "Please rate with a whole number from 0 to 10.",
        },
        "error.impossible_lesions": {
            Lang.ZH: "痘痘的数量请写 0 到 {most}。",
            Lang.EN: "Please give a count of spots from 0 to {most}.",
        },
        "error.too_many_applications": {
            Lang.ZH: "一次最多记 {most} 步护肤，请分开记。",
            Lang.EN: "A note holds at most {most} steps. Please log it in parts.",
        },
        "error.unknown_step": {
            Lang.ZH: "不认识这一步护肤。",
            Lang.EN: "This step is not known.",
        },
        "error.unknown_slot_of_day": {
            Lang.ZH: "护肤时间只能是早上或晚上。",
            Lang.EN: "A step belongs to the morning or the evening.",
        },
        "error.too_long_text": {
            Lang.ZH: "文字太长了，最多 {most} 个字。",
            Lang.EN: "This text is too long: at most {most} characters.",
        },
        "rating.oil": {Lang.ZH: "出油", Lang.EN: "oil"},
        "rating.dryness": {Lang.ZH: "干燥", Lang.EN: "dryness"},
        "rating.redness": {Lang.ZH: "泛红", Lang.EN: "redness"},
        "rating.sting": {Lang.ZH: "刺痛", Lang.EN: "stinging"},
        "rating.itch": {Lang.ZH: "痒", Lang.EN: "itch"},
        "step.cleanser": {Lang.ZH: "洁面", Lang.EN: "cleanser"},
        "step.makeup_remover": {Lang.ZH: "卸妆", Lang.EN: "make-up remover"},
        "step.toner": {Lang.ZH: "爽肤水", Lang.EN: "toner"},
        "step.essence": {Lang.ZH: "精华水", Lang.EN: "essence"},
        "step.serum": {Lang.ZH: "精华", Lang.EN: "serum"},
        "step.eye_cream": {Lang.ZH: "眼霜", Lang.EN: "eye cream"},
        "step.moisturiser": {Lang.ZH: "面霜", Lang.EN: "moisturiser"},
        "step.sunscreen": {Lang.ZH: "防晒", Lang.EN: "sunscreen"},
        "step.mask": {Lang.ZH: "面膜", Lang.EN: "mask"},
        "step.exfoliant": {Lang.ZH: "酸类", Lang.EN: "exfoliating acid"},
        "step.retinoid": {Lang.ZH: "A 醇/A 酸", Lang.EN: "retinoid"},
        "step.vitamin_c": {Lang.ZH: "维 C", Lang.EN: "vitamin C"},
        "step.treatment": {Lang.ZH: "祛痘或修护", Lang.EN: "treatment"},
        "step.other": {Lang.ZH: "其他", Lang.EN: "other"},
        "part_of_day.morning": {Lang.ZH: "早上", Lang.EN: "morning"},
        "part_of_day.evening": {Lang.ZH: "晚上", Lang.EN: "evening"},
    }
)
