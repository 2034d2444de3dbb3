"""The sentences about linking WeChat with an app account, and about joining two accounts."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_SENTENCES = {
    "link.how": {
        _ZH: "在 App 或网页里发「绑定」，会得到一个绑定码；扫码，或把它发给我：绑定 ABCD-2345",
        _EN: 'Send "link" in the app or on the web: you get a code. Scan it, or send it to me: link ABCD-2345',
    },
    "link.how.typed": {
        _ZH: "在 App 或网页里发「绑定」，会得到一个绑定码；把它发给我：绑定 ABCD-2345",
        _EN: 'Send "link" in the app or on the web: you get a code. Send it to me: link ABCD-2345',
    },
    "link.offer": {
        _ZH: "在微信里给公众号发：绑定 {words}（10 分钟内有效）",
        _EN: "In WeChat send to the official account, within 10 minutes: link {words}",
    },
    "link.offer.code": {
        _ZH: "微信里会问 4 位数字，输入：{code}",
        _EN: "It asks for 4 digits there. Type: {code}",
    },
    "link.offer.secret": {
        _ZH: "不要把它们给别人：谁有，谁就能看到你的记录。",
        _EN: "Give them to nobody: whoever has them sees your records.",
    },
    "link.is_linked": {_ZH: "已经和微信绑定了。", _EN: "This account is linked with WeChat already."},
    "link.unknown": {
        _ZH: "这个绑定码不对或已经失效，请重新生成一个。",
        _EN: "This code is wrong or good no longer. Please make a new one.",
    },
    "link.who": {
        _ZH: "账号 {who} 想和这个微信绑定。是你本人的账号吗？",
        _EN: "The account {who} wants to be linked with this WeChat. Is it your own?",
    },
    "link.code": {
        _ZH: "是的话，请输入 App 上显示的 4 位数字；不是就不用理会。",
        _EN: "If so, type the 4 digits that the app shows. If not, do nothing.",
    },
    "link.not_me": {_ZH: "不是我", _EN: "not mine"},
    "link.wrong": {
        _ZH: "数字不对，请看 App 上显示的 4 位数字再输入。",
        _EN: "Those digits are not right. Please type the 4 digits that the app shows.",
    },
    "link.closed": {
        _ZH: "错了五次，这个绑定码作废了，什么都没有绑定。",
        _EN: "Five wrong tries: this code is good no longer, and nothing was linked.",
    },
    "link.ask": {
        _ZH: "要把这个微信和账号 {who} 绑定吗？以后两边是同一本记录。",
        _EN: "Link this WeChat with the account {who}? Both will be one history from then on.",
    },
    "link.records": {
        _ZH: "这里的 {count} 条记录会一起过去。",
        _EN: "The {count} records from here come along.",
    },
    "link.needs_consent": {
        _ZH: "两边都同意保存健康记录，才能合在一起。请先在没同意的那一边发「同意」，再来绑定一次。",
        _EN: "Both sides have to agree to health records first. Send “agree” where you have not yet, then link again.",
    },
    "link.seen": {
        _ZH: "以后{who}能看到两边的全部记录。",
        _EN: "From then on {who} can see all records of both.",
    },
    "link.sharing_ended": {
        _ZH: "原来在这里的共享已结束；要再共享，发「分享给营养师」和名字。",
        _EN: "What you shared from here has ended; to share again, send “share my diary with” and the name.",
    },
    "link.reminder_ended": {
        _ZH: "原来在这里的提醒也停了；还要的话，发「提醒 20:00」。",
        _EN: "The reminder from here has ended too; to have it again, send “remind me at 8 pm”.",
    },
    "link.yes": {_ZH: "确认绑定", _EN: "link them"},
    "link.no": {_ZH: "不绑定", _EN: "do not link"},
    "link.not_done": {_ZH: "好的，什么都没有绑定。", _EN: "All right, nothing was linked."},
    "link.done": {_ZH: "已绑定账号 {who}。", _EN: "Linked with the account {who}."},
    "link.undo": {
        _ZH: "7 天内发「解绑」可以恢复原样。",
        _EN: 'Within 7 days "unlink" brings everything back as it was.',
    },
    "unlink.ask": {
        _ZH: "要把微信和账号分开吗？7 天内分开，两边恢复原样，绑定以后记的留在账号里；7 天以后，记录都留在账号里。",
        _EN: "Part WeChat from the account? Within 7 days both are as before, what came since stays in the account; "
        "later all stays there.",
    },
    "unlink.yes": {_ZH: "解绑", _EN: "unlink"},
    "unlink.no": {_ZH: "不解绑", _EN: "keep it"},
    "unlink.not_done": {_ZH: "好的，还是绑定的。", _EN: "All right, it stays linked."},
    "unlink.done": {
        _ZH: "已解绑，以后两边各记各的。",
        _EN: "Unlinked: from now on each is recorded by itself.",
    },
    "join.nothing": {
        _ZH: "没有找到你的另一个账号。先在小程序里登录并同意，再发「合并账号」。",
        _EN: "I found no other account of yours. Sign in to the mini program and agree there, then send "
        "“merge accounts”.",
    },
    "join.no_consent": {
        _ZH: "另一个账号还没有同意保存健康记录，同意之后才能合并。",
        _EN: "The other account has not agreed to health records; the two can be joined after that.",
    },
    "join.ask": {
        _ZH: "你还有一个账号，里面有 {count} 条记录。合并成一个吗？",
        _EN: "You have another account with {count} records. Join the two?",
    },
    "join.yes": {_ZH: "合并", _EN: "join them"},
    "join.no": {_ZH: "不合并", _EN: "keep them apart"},
    "join.not_done": {_ZH: "好的，没有合并。", _EN: "All right, nothing was joined."},
    "join.done": {_ZH: "已合并，以后是同一本记录。", _EN: "Joined: one history from now on."},
}

register({f"chat.{key}": words for key, words in _SENTENCES.items()})
