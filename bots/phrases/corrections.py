"""The sentences about what is to be changed or taken out."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        "chat.water.named": {_ZH: "水", _EN: "water"},
        "chat.which_item": {_ZH: "你说的是哪一样？（还没有改）", _EN: "Which one do you mean? (Nothing changed yet.)"},
        "chat.all_of_them": {_ZH: "全部", _EN: "all of them"},
        "chat.moved": {_ZH: "已改到{day}{slot}：{items}。", _EN: "Moved to {slot} {day}: {items}."},
        "chat.moved.water": {_ZH: "已改到{day}：喝水{volume}。", _EN: "Moved to {day}: water {volume}."},
        "chat.move.only_food": {
            _ZH: "只有吃的喝的可以换日子。别的请先「撤销」，再带上日子发一次。",
            _EN: "Only food and water can be moved. For anything else send “undo”, then tell it anew with its day.",
        },
        "chat.move.how": {
            _ZH: "可以这样说：「苹果改到昨天」「早饭改成午饭」。",
            _EN: "You can say: “move the apple to yesterday”, “change breakfast to lunch”.",
        },
        "chat.again.what": {
            _ZH: "再来{words}什么？上一样不这么量，没有记。请带上名字。",
            _EN: "{words} more of what? The last food does not come in it, so nothing was logged. Please name it.",
        },
        "chat.part_of_dish": {
            _ZH: "{words}算在{dish}这一整份里，没有单独记，所以没有改。",
            _EN: "{words} is counted within {dish}, not by itself, so nothing was changed.",
        },
        "chat.part_of_dish.how": {
            _ZH: "可以改整份：「{dish}改成 200 克」，或「删掉{dish}」。",
            _EN: "You can change the whole: “change {dish} to 200 g”, or “delete {dish}”.",
        },
        "chat.part_alone": {
            _ZH: "{words}没有单独记，所以没有改。",
            _EN: "{words} is not counted by itself, so nothing was changed.",
        },
        "chat.left_alone": {_ZH: "好的，没有改。", _EN: "All right, nothing was changed."},
        "chat.not_there": {
            _ZH: "没有找到{words}，什么都没有改。",
            _EN: "I found no {words}, so nothing was changed.",
        },
        "chat.no_water_yet": {
            _ZH: "今天还没有喝水记录，什么都没有改。",
            _EN: "There is no water logged today, so nothing was changed.",
        },
        "chat.meal_holds": {_ZH: "{slot}：{items}", _EN: "{slot}: {items}"},
        "chat.next.number": {
            _ZH: "可以按编号说：「删 1」「改 1 150克」。",
            _EN: "You can use the numbers: “delete 1”, “change 1 to 150 g”.",
        },
        "chat.nothing_eaten": {_ZH: "{day}没有饮食记录了。", _EN: "No food is left for {day}."},
        "chat.example.undo": {
            _ZH: "发「撤销」收回上一条，发「恢复」再找回来。",
            _EN: "“undo” takes back the latest entry, “redo” brings it back.",
        },
        "chat.no_entry_of": {
            _ZH: "今天没有{words}的记录，什么都没有改。",
            _EN: "There is no {words} logged today, so nothing was changed.",
        },
        "chat.food_unknown": {
            _ZH: "没认出{words}，什么都没有改。换个常用的名字再发一次就行。",
            _EN: "I do not know {words}, so nothing was changed. Please name it another way.",
        },
    }
)
