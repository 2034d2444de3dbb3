"""The sentences about reminders."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

_SENTENCES = {
    "remind.ask": {
        _ZH: "每天 {at}，如果当天还没有记饮食，我在微信里提醒你一次。你同意吗？",
        _EN: "Every day at {at}, if no meal is logged yet, I remind you once in WeChat. Do you agree?",
    },
    "remind.set": {_ZH: "好的，每天 {at} 提醒。", _EN: "All right, a reminder every day at {at}."},
    "remind.where": {
        _ZH: "只在微信允许时发送；发「关闭提醒」就停。",
        _EN: 'It comes only where WeChat allows it. "stop reminders" ends it.',
    },
    "remind.impossible": {
        _ZH: "这个公众号不能主动给人发消息，所以我提醒不了，没有设。可以用手机的闹钟提醒自己来记。",
        _EN: "This account may not write to people first, so I cannot remind you; nothing was set. An alarm of your "
        "phone can.",
    },
    "remind.not_set": {_ZH: "好的，不提醒。", _EN: "All right, no reminders."},
    "remind.off": {_ZH: "已关闭提醒。", _EN: "Reminders are off."},
    "remind.none": {_ZH: "现在没有提醒。", _EN: "There are no reminders now."},
    "remind.meals_only": {
        _ZH: "我只提醒记饮食：每天一次，当天还没有记的时候。",
        _EN: "I only remind you to log meals: once a day, where none is logged yet.",
    },
    "remind.how": {_ZH: "想要的话，发：提醒 20:00", _EN: "For that send: remind me at 8 pm"},
    "remind.now": {
        _ZH: "今天还没有记饮食。想记的话，直接说吃了什么就行。",
        _EN: "No meal is logged today yet. If you like, just tell me what you ate.",
    },
    "remind.stop": {_ZH: "不想要提醒，发「关闭提醒」。", _EN: 'For no more reminders send "stop reminders".'},
}

register({f"chat.{key}": words for key, words in _SENTENCES.items()})
register(
    {
        "error.reminder_in_the_night": {
            _ZH: "提醒只在 {earliest} 到 {latest} 之间。换个时间？比如：提醒 20:00",
            _EN: "Reminders come between {earliest} and {latest}. Another time? Such as: remind me at 8 pm",
        },
    }
)
