"""The sentences said to how somebody feels."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        "chat.feeling.unwell": {
            _ZH: "听起来不太舒服，请多保重。我不懂看病，不放心就去问医生；很严重请打 120。",
            _EN: "Please take care. I cannot judge it: ask a doctor when in doubt, call for help in an emergency.",
        },
        "chat.feeling.sleepless": {
            _ZH: "没睡好真不好受，今天对自己宽松一点。想记睡眠，可以发「睡了 5 小时」。",
            _EN: "A bad night is hard; go easy on yourself today. To log it, send “slept 5 hours”.",
        },
        "chat.feeling.sleepless.logged": {
            _ZH: "没睡好真不好受，今天对自己宽松一点。",
            _EN: "A bad night is hard; go easy on yourself today.",
        },
        "chat.feeling.sad": {
            _ZH: "听起来有点难，抱抱你。记录不着急，也可以和信任的人说说。",
            _EN: "I am sorry, that sounds hard. Logging can wait; talking to somebody you trust may help.",
        },
        "chat.feeling.tired": {
            _ZH: "辛苦了，先歇一歇，记录不着急。",
            _EN: "You have done a lot. Take a break; logging can wait.",
        },
        "chat.feeling.happy": {_ZH: "真好，替你高兴！", _EN: "Lovely, I am glad to hear it!"},
        "chat.feeling.hungry": {
            _ZH: "饿了就好好吃一顿，吃完告诉我吃了什么。",
            _EN: "Then have something good, and tell me afterwards what it was.",
        },
        "chat.feeling.insult": {
            _ZH: "对不起，没帮上忙。哪里记错了可以发「撤销」，或发「帮助」看看怎么说。",
            _EN: "Sorry that I was no help. “undo” takes back the latest entry, “help” shows what I understand.",
        },
        "chat.feeling.praise": {_ZH: "谢谢夸奖！随时发给我就行。", _EN: "Thank you! Send me something at any time."},
        "chat.feeling.thanks": {
            _ZH: "不客气，随时发给我就行。",
            _EN: "You are welcome. Send me something at any time.",
        },
        "chat.feeling.farewell": {_ZH: "好的，回头见。", _EN: "See you."},
        "chat.feeling.nodding": {_ZH: "好的。随时发给我就行。", _EN: "All right. Send me something at any time."},
    }
)
