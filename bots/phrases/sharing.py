"""The sentences about who sees one's records, what others did with them, and about deleting them."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_SHARING = {
    "who.nutritionist": {_ZH: "营养师{name}", _EN: "nutritionist {name}"},
    "who.staff": {_ZH: "管理员{name}", _EN: "{name} of the staff"},
    "who.person": {_ZH: "{name}", _EN: "{name}"},
    "who.gone": {_ZH: "一位已经离开的人", _EN: "somebody who has left"},
    "sharing.none": {
        _ZH: "你现在没有和任何营养师共享记录。",
        _EN: "You are not sharing your records with any nutritionist.",
    },
    "sharing.list": {_ZH: "能看你记录的人（{count} 位）：", _EN: "Who can see your records ({count}):"},
    "sharing.open": {_ZH: "{who}：{since} 起，到你停止为止", _EN: "{who}: since {since}, until you stop it"},
    "sharing.until": {_ZH: "{who}：{since} 起，到 {until} 为止", _EN: "{who}: since {since}, until {until}"},
    "sharing.next": {
        _ZH: "停止发「停止共享」；看过什么发「谁看过」。",
        _EN: "To end it: “stop sharing”. Looks: “who looked”.",
    },
    "sharing.others": {_ZH: "另有 {count} 位。", _EN: "And {count} more. "},
    "sharing.staff": {
        _ZH: "还有谁能看到什么，发「隐私」。",
        _EN: "Send “privacy” to read who else may see what.",
    },
    "share.ask": {
        _ZH: "要让{who}看你的记录吗？能看到：个人资料、每天的饮食、喝水、身体、运动、睡眠、皮肤记录和你的原话。",
        _EN: "Let {who} see your records? Profile, food, water, body, exercise, sleep and skin, with your words.",
    },
    "share.yes": {_ZH: "同意，让{who}看", _EN: "I agree, share with {who}"},
    "share.no": {_ZH: "不共享", _EN: "do not share"},
    "share.begun": {_ZH: "{who}现在能看你的记录了。", _EN: "{who} can see your records from now on."},
    "share.next": {
        _ZH: "随时可以发「停止共享」；看过什么发「谁看过」。",
        _EN: "“stop sharing” ends it at any time; “who looked” tells what was seen.",
    },
    "share.not_begun": {_ZH: "好的，没有共享。", _EN: "All right, nothing is shared."},
    "share.already": {_ZH: "{who}已经能看你的记录。", _EN: "{who} can see your records already."},
    "share.nobody": {
        _ZH: "没有叫「{name}」的营养师。请向营养师要登录名再发一次。",
        _EN: "There is no nutritionist called “{name}”. Ask the nutritionist for the sign-in name and send it again.",
    },
    "share.with_whom": {
        _ZH: "要分享给哪位营养师？发「分享给营养师」和对方的登录名。",
        _EN: "With which nutritionist? Send “share my diary with” and the sign-in name.",
    },
    "share.which": {_ZH: "是哪一位？", _EN: "Which one?"},
    "sharing.which": {_ZH: "停止和谁共享？", _EN: "Stop sharing with whom?"},
    "sharing.which.unknown": {
        _ZH: "没有和「{name}」共享。停止和谁共享？",
        _EN: "You do not share with “{name}”. Stop with whom?",
    },
    "sharing.all": {_ZH: "全部停止", _EN: "all of them"},
    "sharing.keep": {_ZH: "都不停", _EN: "none"},
    "sharing.kept": {_ZH: "好的，共享没有变。", _EN: "All right, your sharing stays as it is."},
    "sharing.ended": {
        _ZH: "已停止和{who}共享，从现在起对方看不到你的记录。",
        _EN: "You no longer share with {who}, who cannot see your records from now on.",
    },
    "sharing.again": {
        _ZH: "「撤销」不会恢复共享；想再共享，发「分享给营养师」和名字。",
        _EN: "“undo” does not bring it back; to share again, send “share my diary with” and the name.",
    },
    "looks.none": {_ZH: "还没有别人看过你的记录。", _EN: "Nobody else has looked at your records."},
    "look": {_ZH: "{at} {who}看了{what}", _EN: "{at} {who}: {what}"},
    "look.times": {_ZH: "{look}（{count} 次）", _EN: "{look} ({count} times)"},
    "looks.next": {
        _ZH: "全部在接口（API）的 looks 里。不想再给看，发「停止共享」。",
        _EN: "All of them are in “looks” of the API. To end it: “stop sharing”.",
    },
    "look.people": {_ZH: "名单上的你", _EN: "you, in a list"},
    "look.person": {_ZH: "你的概况", _EN: "your overview"},
    "look.day": {_ZH: " {day} 的记录", _EN: "your day {day}"},
    "look.days": {_ZH: "你的几天", _EN: "some of your days"},
    "look.food": {_ZH: "饮食", _EN: "food"},
    "look.food.day": {_ZH: " {day} 的饮食", _EN: "food of {day}"},
    "look.body": {_ZH: "身体和运动", _EN: "body and exercise"},
    "look.skin": {_ZH: "皮肤记录", _EN: "skin notes"},
    "look.profile": {_ZH: "个人资料", _EN: "your profile"},
    "look.account": {_ZH: "账号信息（没有记录内容）", _EN: "account data (no records)"},
    "look.other": {_ZH: "一项信息", _EN: "some data"},
}

_CORRECTIONS = {
    "corrected": {
        _ZH: "另外，{who}{told}。不对？发「撤销更正」。",
        _EN: "By the way: {who} {told}. Not right? “undo the correction”.",
    },
    "corrected.several": {
        _ZH: "另外，你的记录被更正了 {count} 处，最近：{who}{told}。不对？发「撤销更正」。",
        _EN: "By the way: your records were corrected {count} times; lately {who} {told}. Not right? "
        "“undo the correction”.",
    },
    "corrected.grams": {_ZH: "把{day}的{name}改成了 {grams}", _EN: "changed {name} ({day}) to {grams}"},
    "corrected.food": {_ZH: "把{day}的{old}换成了{name}（{grams}）", _EN: "changed {old} ({day}) to {name} ({grams})"},
    "corrected.removed": {_ZH: "从{day}的{slot}去掉了{name}", _EN: "took {name} out of {slot} ({day})"},
    "corrected.added": {_ZH: "给{day}的{slot}加上了{name}", _EN: "added {name} to {slot} ({day})"},
    "corrected.deleted": {_ZH: "删除了{day}的{slot}", _EN: "deleted {slot} ({day})"},
    "corrected.restored": {_ZH: "恢复了{day}的{slot}", _EN: "brought back {slot} ({day})"},
    "corrected.entry": {_ZH: "改了{day}的{slot}", _EN: "changed {slot} ({day})"},
    "correction.undone": {_ZH: "已撤销{who}的更正。", _EN: "Taken back: the correction by {who}."},
}

_REMOVING = {
    "remove.which": {
        _ZH: "撤回同意之后只能整条删除，删了不能恢复。删哪一条？（最近的记录）",
        _EN: "After you withdrew, entries can only be deleted as a whole, for good. Which one? (the latest)",
    },
    "remove.none": {_ZH: "都不删", _EN: "none"},
    "remove.kept": {_ZH: "好的，没有删。", _EN: "All right, nothing was deleted."},
    "remove.nothing": {_ZH: "没有可以删除的记录。", _EN: "There is no entry to delete."},
    "removed": {
        _ZH: "已删除：{what}。还要删就再发「删」。",
        _EN: "Deleted: {what}. Send “delete” for another one.",
    },
    "entry.meal": {_ZH: "{at} {slot}", _EN: "{slot} {at}"},
    "entry.drink": {_ZH: "{at} 喝水", _EN: "drink {at}"},
    "entry.own_food": {_ZH: "{at} 自己的食物", _EN: "own food {at}"},
    "entry.saved_meal": {_ZH: "{at} 存的餐", _EN: "saved meal {at}"},
    "entry.body": {_ZH: "{at} 身体数据", _EN: "body {at}"},
    "entry.activity": {_ZH: "{at} 运动", _EN: "exercise {at}"},
    "entry.sleep": {_ZH: "{at} 睡眠", _EN: "sleep {at}"},
    "entry.skin": {_ZH: "{at} 皮肤", _EN: "skin {at}"},
    "entry.other": {_ZH: "{at} 一条记录", _EN: "entry {at}"},
}

for _table in (_SHARING, _CORRECTIONS, _REMOVING):
    register({f"chat.{key}": texts for key, texts in _table.items()})
