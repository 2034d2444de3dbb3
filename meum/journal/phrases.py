"""The journal's sentences."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "error.consent_missing": {
            Lang.ZH: "需要先得到你的同意才能记录。回复「同意」开始。",
            Lang.EN: "I need your agreement before anything is stored. Reply “agree” to begin.",
        },
        "error.nothing_to_undo": {
            Lang.ZH: "没有可以撤销的记录。",
            Lang.EN: "There is nothing to undo.",
        },
        "error.nothing_to_redo": {
            Lang.ZH: "没有可以恢复的记录。想取消上一次改动，发「撤销」。",
            Lang.EN: "There is nothing to bring back. “undo” takes back the latest change.",
        },
        "error.changed_since": {
            Lang.ZH: "这一条后来又被改过（比如营养师的更正），不能直接撤销。"
            "可以发「撤销更正」，或用「改 1 150克」直接改成你要的。",
            Lang.EN: "This was changed again afterwards, by a nutritionist for example, so it cannot simply be undone. "
            "Take that back with “undo the correction”, or put it right with “change 1 to 150 g”.",
        },
        "error.too_old_to_undo": {
            Lang.ZH: "这次改动太久了，不能再撤销。",
            Lang.EN: "That change is too old to undo.",
        },
        "error.changed_form": {
            Lang.ZH: "这次改动是旧版本存的，不能撤销。",
            Lang.EN: "That change was stored by an older version and cannot be undone.",
        },
    }
)
register(
    {
        "error.no_consent": {
            Lang.ZH: "目前没有需要撤回的同意。",
            Lang.EN: "There is no agreement to withdraw.",
        },
        "error.place_taken": {
            Lang.ZH: "它的位置已经有别的内容了，不能再恢复。请先删掉现在的那一条。",
            Lang.EN: "Something else has taken its place, so it cannot come back. Delete that first.",
        },
        "error.joined_since": {
            Lang.ZH: "刚才是两个账号合在一起，不能用「撤销」分开。要分开发「解绑」；要删一条发「删」。",
            Lang.EN: "The latest was that two accounts became one. “unlink” parts them, “delete” removes single "
            "entries; “undo” does neither.",
        },
        "error.already_undone": {
            Lang.ZH: "这次改动已经撤销过了。",
            Lang.EN: "That change was already undone.",
        },
        "error.cursor_gone": {
            Lang.ZH: "离开太久了，请重新完整同步一次。",
            Lang.EN: "You were away too long; please sync everything anew.",
        },
        "error.invalid_time": {
            Lang.ZH: "这个时间不能用，请写 1900 到 2199 年之间的时间。",
            Lang.EN: "This time cannot be used; please give one between 1900 and 2199.",
        },
    }
)
