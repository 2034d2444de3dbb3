"""What only the WeChat channel says: answers that came late, and how to ask for them."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        "wechat.ask_for_it": {
            _ZH: "正在看，请过几秒发「结果」查看。",
            _EN: "I am looking at it. Please send “result” in a few seconds.",
        },
        "wechat.late": {_ZH: "刚才的结果：{text}", _EN: "The answer from before: {text}"},
        "wechat.repeated": {_ZH: "（可能重复）{text}", _EN: "(perhaps once more) {text}"},
        "chat.undo.overtaken": {
            _ZH: "这条「撤销」来晚了，后面的已经记了，所以没有撤销。要撤销请再发一次。",
            _EN: "This “undo” came late, after newer messages, so I took nothing back. Send it again if you want.",
        },
    }
)
