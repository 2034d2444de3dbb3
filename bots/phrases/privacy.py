"""The sentences about one's own data: deleting it, taking a copy of it, leaving and coming back."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_SENTENCES = {
    "erase.what": {
        _ZH: "将删除你的全部记录、文件和账号，无法恢复。",
        _EN: "This deletes all your records, your files and the account, for good.",
    },
    "erase.code": {
        _ZH: "确认请在 10 分钟内回复数字：{code}",
        _EN: "To confirm, send these digits within 10 minutes: {code}",
    },
    "erase.copy_first": {
        _ZH: "需要备份先发「导出」。",
        _EN: 'For a copy of your data send "export" first.',
    },
    "erase.no": {_ZH: "不删除", _EN: "do not delete"},
    "erase.not_done": {_ZH: "好的，什么都没有删除。", _EN: "All right, nothing was deleted."},
    "erase.wrong": {
        _ZH: "数字不对，什么都没有删除。请再试一次。",
        _EN: "Those digits are not right, and nothing was deleted. Please try again.",
    },
    "erase.closed": {
        _ZH: "三次都不对，什么都没有删除。要删除请重新发「删除我的数据」。",
        _EN: 'Three wrong tries: nothing was deleted. Send "delete my data" to begin again.',
    },
    "erase.expired": {
        _ZH: "这个数字已经过期，什么都没有删除。要删除请重新发「删除我的数据」。",
        _EN: 'These digits have run out of time, and nothing was deleted. Send "delete my data" to begin again.',
    },
    "erase.begun": {
        _ZH: "好的，从现在起不再记录，也不再给任何人看；几分钟内全部删除。",
        _EN: "All right: nothing is recorded or shown any longer, and all is deleted within minutes.",
    },
    "erase.backups": {
        _ZH: "备份中的副本最迟 30 天内清除。谢谢使用。",
        _EN: "Copies in backups are gone within 30 days. Thank you for having been here.",
    },
    "erase.going_on": {
        _ZH: "正在删除你的数据，请过几分钟再来。",
        _EN: "Your data are being deleted. Please come back in a few minutes.",
    },
    "export.begun": {
        _ZH: "正在准备你的数据副本，通常要几分钟。",
        _EN: "I am making the copy of your data; this usually takes a few minutes.",
    },
    "export.ask_again": {
        _ZH: "过一会儿再发「导出」，我给你下载链接。",
        _EN: 'Send "export" again in a while, and I give you the link.',
    },
    "export.ready": {
        _ZH: "你的数据副本好了，15 分钟内下载，只能下载一次：",
        _EN: "Your copy is ready, once, for 15 minutes:",
    },
    "export.no_address": {
        _ZH: "副本好了，但这里还没有网址。请管理员设置 PUBLIC_URL，再发「导出」。",
        _EN: 'Your copy is ready, but there is no address yet: the operator sets PUBLIC_URL, then send "export".',
    },
    "export.code": {_ZH: "页面会问这 4 位数字：{code}", _EN: "The page asks for these 4 digits: {code}"},
    "export.kept": {
        _ZH: "副本在 24 小时后删除。不要把链接和数字给别人。",
        _EN: "The copy is deleted after 24 hours. Give the link and the digits to nobody.",
    },
    "export.fetched": {
        _ZH: "今天的数据副本已经下载过了，明天可以再要一份。",
        _EN: "You have fetched today's copy already. You can have another one tomorrow.",
    },
    "left.back": {
        _ZH: "欢迎回来。要继续，请再确认一次：{text}",
        _EN: "Welcome back. To go on, please agree once more: {text}",
    },
}

register({f"chat.{key}": words for key, words in _SENTENCES.items()})
