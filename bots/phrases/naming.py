"""The sentences about how somebody is called."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        "chat.name.noted": {
            _ZH: "好的，{name}。你分享记录的营养师看到的也是这个名字。",
            _EN: "All right, {name}. A nutritionist you share with sees this name too.",
        },
        "chat.name.is": {_ZH: "你叫 {name}。", _EN: "You are called {name}."},
        "chat.name.none": {_ZH: "你还没告诉我怎么称呼你。", _EN: "You have not told me your name yet."},
        "chat.name.how": {
            _ZH: "发「叫我 小明」就改；不想留名字，发「忘掉我的名字」。",
            _EN: "“call me Sam” changes it, “forget my name” drops it.",
        },
        "chat.name.forgotten": {_ZH: "好的，名字已经删掉了。", _EN: "All right, your name is gone."},
        "chat.name.shown": {
            _ZH: "对方看到你叫「{label}」。想用名字，发「叫我 小明」。",
            _EN: "You are shown as “{label}”. To be shown by a name, send “call me Sam”.",
        },
    }
)
