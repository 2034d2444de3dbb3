"""The sentences about nutrition labels on photos."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_LABELS = {
    "label.of.100g": {_ZH: "每 100 克", _EN: "100 g"},
    "label.of.100ml": {_ZH: "每 100 毫升", _EN: "100 ml"},
    "label.of.serving": {_ZH: "每份（{grams} 克）", _EN: "A serving ({grams} g)"},
    "label.read": {_ZH: "读到营养成分表，{per}：{told}。", _EN: "Read from the label. {per}: {told}."},
    "label.energy": {_ZH: "能量 {kcal} 千卡", _EN: "{kcal} kcal"},
    "label.energy.kj": {_ZH: "能量 {kj} 千焦（{kcal} 千卡）", _EN: "{kj} kJ ({kcal} kcal)"},
    "label.figure": {_ZH: "{name} {amount}", _EN: "{name} {amount}"},
    "label.bars": {_ZH: "条形码 {gtin} 会一起记住。", _EN: "The bar code {gtin} goes with it."},
    "label.name": {
        _ZH: "它叫什么？连一份多少一起写更好，比如：纯牛奶 一盒250毫升",
        _EN: "What is it called? Best with a portion, such as: whole milk, one carton 250 ml",
    },
    "label.name.none": {_ZH: "不存", _EN: "do not keep it"},
    "label.keep": {
        _ZH: "存成你自己的食物「{name}」？{per} {kcal} 千卡。数值不对就回 0。",
        _EN: "Keep it as your own food “{name}”? {per}: {kcal} kcal. If a figure is wrong, send 0.",
    },
    "label.keep.portion": {
        _ZH: "存成你自己的食物「{name}」？一{unit} {grams}，{per} {kcal} 千卡。数值不对就回 0。",
        _EN: "Keep it as your own food “{name}”? One {unit} is {grams}; {per}: {kcal} kcal. "
        "If a figure is wrong, send 0.",
    },
    "label.portion": {_ZH: "份", _EN: "portion"},
    "label.keep.yes": {_ZH: "存", _EN: "keep it"},
    "label.which": {
        _ZH: "这里回 1 就存，回 0 不存；想换名字就直接写。",
        _EN: "Here 1 keeps it and 0 does not; another name can just be written.",
    },
    "label.which.name": {
        _ZH: "还没有存：先写个名字，比如：纯牛奶。不存就回 0。",
        _EN: "It is not kept yet. Please write a name first, such as: whole milk. 0 drops it.",
    },
    "label.taken": {
        _ZH: "你已经有「{name}」了。换个名字，或回 0 不存。",
        _EN: "You have a “{name}” already. Write another name, or send 0.",
    },
    "label.dropped": {
        _ZH: "好的，没有存。也可以打字教我：记住 奶茶 每100克 60大卡 蛋白质1克",
        _EN: "All right, it is not kept. Words work too: remember milk tea per 100 g: 60 kcal, protein 1 g",
    },
    "label.waits": {
        _ZH: "另外读到一张营养成分表，发「标签」就接着存。",
        _EN: " A nutrition label was read too: “label” goes on with it.",
    },
    "label.next": {
        _ZH: "还有一张营养成分表，发「标签」接着存。",
        _EN: "There is another label: “label” goes on with it.",
    },
    "label.unreadable": {
        _ZH: "营养成分表没有读全，没有存。请放平、拍近、避开反光，让表格占满照片。",
        _EN: "The label could not be read in full, so nothing is kept. Lay it flat, come close, avoid reflections.",
    },
    "label.words": {
        _ZH: "也可以打字：记住 奶茶 每100克 60大卡 蛋白质1克",
        _EN: "Words work too: remember milk tea per 100 g: 60 kcal, protein 1 g",
    },
    "label.bars.unknown": {
        _ZH: "条形码 {gtin} 我还不认识，没有记。",
        _EN: "I do not know the bar code {gtin} yet, so nothing is logged.",
    },
    "label.bars.how": {
        _ZH: "拍一张它的营养成分表给我，以后就认得了；或直接写吃了什么。",
        _EN: "Send a photo of its nutrition label and I will know it; or write what you had.",
    },
    "label.bars.beside": {
        _ZH: "包装的条形码我还不认识，可以拍它的营养成分表。",
        _EN: " I do not know the bar code on it; a photo of its nutrition label would help.",
    },
    "label.how": {
        _ZH: "拍一张营养成分表给我：放平、拍近、避开反光，让表格占满照片。",
        _EN: "Send me a photo of the nutrition label: flat, close, without reflections.",
    },
}

register({f"chat.{key}": texts for key, texts in _LABELS.items()})
