"""The sentences about photos of meals."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_PHOTOS = {
    "photo.looks_like": {
        _ZH: "看起来像（选了才记；也可回「1 半份」「2 200克」）：",
        _EN: "It looks like (logged once you choose; “1 half” or “2 200 g” work too):",
    },
    "photo.several": {
        _ZH: "像是好几样菜。有哪几样（选了才记）？",
        _EN: "There seem to be several dishes. Which of these (logged once you choose)?",
    },
    "photo.several.how": {
        _ZH: "回「1、3 一半」选几样；没列出的直接写菜名，都不要回 0。",
        _EN: "“1, 3 half” picks some; tell me the names of others, or 0 for none.",
    },
    "photo.perhaps": {
        _ZH: "像是{kind}，哪一样我认不准。是这里面的吗？",
        _EN: "It looks like {kind}; I am not sure which. Is it one of these?",
    },
    "photo.perhaps.any": {
        _ZH: "这张我认不太准。是这里面的吗？不是就写菜名。",
        _EN: "I am not sure about this one. Is it one of these? If not, tell me its name.",
    },
    "photo.kind": {
        _ZH: "像是{kind}，哪一样我认不准，没有记。",
        _EN: "It looks like {kind}; I am not sure which, so nothing is logged.",
    },
    "photo.unsure": {_ZH: "这张我认不准，没有记。", _EN: "I do not know this one, so nothing is logged."},
    "photo.not_food": {
        _ZH: "这张看着不像吃的，没有记，照片也删了。",
        _EN: "This does not look like food, so nothing is logged and the photo is deleted.",
    },
    "photo.unreadable": {
        _ZH: "这张照片没有收到或打不开，没有记。",
        _EN: "This photo did not arrive or cannot be opened, so nothing is logged.",
    },
    "photo.unavailable": {
        _ZH: "现在认不了照片，没有记。打字照常能记。",
        _EN: "I cannot look at photos right now, so nothing is logged. Words work as always.",
    },
    "photo.name_it": {
        _ZH: "写菜名就能记，比如：番茄炒蛋一份",
        _EN: "Tell me what it was, such as: one portion of fried rice",
    },
    "photo.what_then": {
        _ZH: "那是什么？写菜名就行，比如：番茄炒蛋一份。不想记就回 0。",
        _EN: "What was it then? Such as: one portion of fried rice. Or send 0 to log nothing.",
    },
    "photo.dropped": {
        _ZH: "好的，没有记，照片也删了。",
        _EN: "All right, nothing is logged and the photo is deleted.",
    },
    "photos.dropped": {
        _ZH: "好的，这 {count} 张都没有记，照片也删了。",
        _EN: "All right, none of the {count} is logged and the photos are deleted.",
    },
    "photo.drop_all": {_ZH: "全部不要", _EN: "none of them"},
    "photo.option.told": {_ZH: "{name}{kcal}", _EN: "{name}, {kcal}"},
    "photo.option": {_ZH: "{name} 约{low}–{high}千卡", _EN: "{name}, {low}–{high} kcal"},
    "photo.again": {
        _ZH: "没看懂。照片上是哪一样？回编号，或写菜名：",
        _EN: "I did not get that. Which one is on the photo? A number, or its name:",
    },
    "photo.both": {
        _ZH: "「{digits}」是说 {numbers} 这几样吗？请这样回：{example}",
        _EN: "Does “{digits}” mean numbers {numbers}? Then please send: {example}",
    },
    "photo.amount": {
        _ZH: "{words}这个份量放在{name}上我算不来，还没有记。用克最稳，比如「{number} 200克」。",
        _EN: "I cannot count {words} of {name}, so it is not logged yet. Grams always work: “{number} 200 g”.",
    },
    "photo.unknown_name": {
        _ZH: "没认出{words}，还没有记。换个常用的名字试试，或回编号。",
        _EN: "I do not know {words}, so it is not logged yet. Try another name for it, or a number.",
    },
    "photo.noted": {
        _ZH: "好，按{words}算；是哪一样，等认好了你选。",
        _EN: "All right, {words} of it; choose which one it is once I have looked.",
    },
    "photo.noted.choose": {
        _ZH: "好，按{words}算。是哪一样？回编号就行。",
        _EN: "All right, {words} of it. Which one is it? Send its number.",
    },
    "photo.still_looking": {
        _ZH: "这句没看懂，没有记。照片还在看，马上好。",
        _EN: "I did not get that, so nothing is logged. I am still looking at the photo.",
    },
    "photo.no_worker": {
        _ZH: "还没有认好。请看 worker 有没有在运行（make run），或直接写菜名。",
        _EN: "Nobody has looked at it yet. Is a worker running (make run)? Or tell me what it was.",
    },
    "photos.looked": {
        _ZH: "{count} 张照片看起来像（选了才记）：",
        _EN: "{count} photos look like (logged once you choose):",
    },
    "photos.unknown": {_ZH: "第 {numbers} 张认不准。", _EN: " Not sure about number {numbers}."},
    "photos.none": {
        _ZH: "这 {count} 张我都认不准，没有记。",
        _EN: "I am not sure about any of the {count} photos, so nothing is logged.",
    },
    "photos.how": {
        _ZH: "回「1、3 一半」选几样，「全部」都记，「全部不要」都不记。",
        _EN: "“1, 3 half” picks some, “all” logs all, “none” logs none.",
    },
    "photos.rest": {
        _ZH: "其余的没有记：要记就回编号，不要就发「全部不要」。",
        _EN: "The rest is not logged: send its number, or “none” to drop it.",
    },
    "portion.size": {_ZH: "份量多大？", _EN: "How big was it?"},
    "portion.size.1": {_ZH: "小份", _EN: "small"},
    "portion.size.2": {_ZH: "中份", _EN: "medium"},
    "portion.size.3": {_ZH: "大份", _EN: "large"},
    "portion.people": {_ZH: "{name}几个人吃？", _EN: "How many shared the {name}?"},
    "portion.people.1": {_ZH: "就我一个", _EN: "only me"},
    "portion.people.2": {_ZH: "两个人", _EN: "two of us"},
    "portion.people.3": {_ZH: "三个人", _EN: "three of us"},
    "portion.none": {_ZH: "就按估的算", _EN: "keep the estimate"},
    "portion.kept": {_ZH: "好的，就按估的算。", _EN: "All right, the estimate stays."},
    "photos.keep.ask": {
        _ZH: "照片平时认完就删。要保留吗？",
        _EN: "Photos are usually deleted once you confirmed them. Keep them from now on?",
    },
    "photos.keep.on": {
        _ZH: "好的，之后确认过的餐照会保留。发「不保留照片」随时全部删除。",
        _EN: "All right, photos that you confirm are kept from now on. “do not keep photos” deletes all of them.",
    },
    "photos.keep.already": {
        _ZH: "已经在保留了。发「不保留照片」随时全部删除。",
        _EN: "They are kept already. “do not keep photos” deletes all of them.",
    },
    "photos.keep.off": {
        _ZH: "好的，不再保留照片，留着的也删了。记录不变。",
        _EN: "All right, photos are no longer kept, and those kept are deleted. What was logged stays.",
    },
    "photos.keep.none": {_ZH: "没有保留照片。认完就删。", _EN: "No photos are kept. They are deleted once confirmed."},
    "photos.remember.ask": {
        _ZH: "要我记住你吃过的菜吗？下次拍到会先认出来。",
        _EN: "Shall I remember your dishes, so that I know them the next time?",
    },
    "photos.remember.on": {
        _ZH: "好的，之后你确认过的菜我会记得。发「忘掉我的菜」随时停止并删除。",
        _EN: "All right, I remember the dishes that you confirm from now on. “forget my dishes” ends and deletes it.",
    },
    "photos.remember.already": {
        _ZH: "已经在记了。发「忘掉我的菜」随时停止并删除。",
        _EN: "I do already. “forget my dishes” ends and deletes it.",
    },
    "photos.remember.off": {
        _ZH: "好的，不再记你的菜，记住的也忘了。饮食记录不变。",
        _EN: "All right, your dishes are forgotten, and no new ones remembered. What was logged stays.",
    },
    "photos.remember.none": {
        _ZH: "没有记你的菜。发「记住我的菜」就开始。",
        _EN: "No dishes are remembered. “remember my dishes” begins it.",
    },
    "photos.outside.ask": {
        _ZH: "外部识别可能认得更准，不过照片会离开这台服务器。要用吗？",
        _EN: "An outside engine may tell dishes better, but the photos leave this server. Use it?",
    },
    "photos.outside.on": {
        _ZH: "好的，之后的餐照也会发给外部识别。发「停用外部识别」随时停止。",
        _EN: "All right, from now on photos of meals are sent to the outside engine too. “stop the outside engine” "
        "ends it.",
    },
    "photos.outside.already": {
        _ZH: "已经在用了。发「停用外部识别」随时停止。",
        _EN: "It is in use already. “stop the outside engine” ends it.",
    },
    "photos.outside.off": {
        _ZH: "好的，照片不再发给外部识别。记录不变。",
        _EN: "All right, no more photos are sent to the outside engine. What was logged stays.",
    },
    "photos.outside.none": {
        _ZH: "没有用外部识别，照片只在这里认。",
        _EN: "No outside engine is in use; photos are looked at here alone.",
    },
    "photos.outside.missing": {
        _ZH: "这里没有接外部识别，照片只在这里认。",
        _EN: "There is no outside engine here; photos are looked at here alone.",
    },
    "photo.by_outside": {_ZH: "（外部识别）{told}", _EN: "(outside engine) {told}"},
    "photos.improve.on": {
        _ZH: "谢谢。之后你确认过的餐照会留作练习。发「不帮助改进」随时停止并删除。",
        _EN: "Thank you. Photos that you confirm are kept to learn from. “stop helping to improve” ends that and "
        "deletes them.",
    },
    "photos.improve.already": {
        _ZH: "你已经在帮忙了，谢谢。发「不帮助改进」随时停止并删除。",
        _EN: "You are helping already, thank you. “stop helping to improve” ends and deletes it.",
    },
    "photos.improve.ask": {_ZH: "愿意帮 Meum 认得更准吗？", _EN: "Would you help Meum to recognise meals better?"},
    "photos.improve.off": {
        _ZH: "好的，不再留作练习，留着的也删了。记录不变。",
        _EN: "All right, nothing is kept to learn from any more, and what was is deleted. What was logged stays.",
    },
    "photos.improve.none": {_ZH: "没有留作练习的照片。", _EN: "No photos are kept to learn from."},
}

register({f"chat.{key}": texts for key, texts in _PHOTOS.items()})
