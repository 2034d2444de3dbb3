"""The sentences said to how somebody feels."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        "chat.feeling.pregnant": {
            _ZH: "知道了，这一点我没有保存。怀孕或备孕时吃什么、吃多少，请问医生或营养师；吃了什么照样可以告诉我。",
            _EN: "Not stored. What to eat around a pregnancy is for your doctor or dietitian; tell me what you ate as "
            "ever.",
        },
        "chat.feeling.nursing": {
            _ZH: "知道了，这一点我没有保存。哺乳期怎么吃，请问医生或营养师；吃了什么照样可以告诉我。",
            _EN: "Not stored. How to eat while nursing is for your doctor or dietitian; tell me what you ate as ever.",
        },
        "chat.feeling.restricting": {
            _ZH: "这对一天来说很少，我有点担心你，所以没有当成目标或记录。"
            "请先问医生或营养师；心里难受，也可以和信任的人说说。",
            _EN: "That is very little for a day, and I worry; it is not stored. Please talk to a doctor, a dietitian "
            "or somebody you trust.",
        },
        "chat.feeling.losing": {
            _ZH: "我可以帮你看清吃了什么。要不要减、减多少，请和医生或营养师商量，别一个人硬扛。",
            _EN: "I can show you what you eat. Whether and how much to lose, please settle with a doctor or dietitian; "
            "you need not do it alone.",
        },
        "chat.feeling.losing.minor": {
            _ZH: "你还没满 18 岁，体重和节食的事请先和家长、医生或营养师商量，别一个人少吃。",
            _EN: "You are under 18: please talk about it with a parent, a doctor or a dietitian first, and do not eat "
            "less on your own.",
        },
        "chat.feeling.diet": {
            _ZH: "知道了。这样的吃法我还不会照着推荐，所以没有记下；吃了什么照样告诉我就行。",
            _EN: "I see. I cannot suggest meals for this way of eating yet, so it is not stored; tell me what you eat.",
        },
        "chat.feeling.binge": {
            _ZH: "抱抱你，今天不用算数字。常常这样的话，可以和信任的人或医生说说。",
            _EN: "I am sorry, that sounds hard. No figures today; if it happens often, somebody you trust or a doctor "
            "can help.",
        },
        "chat.feeling.sorry": {
            _ZH: "没关系。哪里要改，说一声就行。",
            _EN: "No problem at all. Tell me if anything should be changed.",
        },
        "chat.feeling.complaint": {
            _ZH: "对不起，让你不满意了。我转交不了，请告诉运营这台 Meum 的人；记错的地方发「撤销」。",
            _EN: "I am sorry. I cannot pass it on: please tell whoever runs this Meum. “undo” takes back what is "
            "wrong.",
        },
        "chat.feeling.unsubscribe": {
            _ZH: "不想要提醒，发「关闭提醒」；不再记录，发「撤回同意」；全部删掉，发「删除我的数据」。",
            _EN: "“stop reminders” ends reminders, “withdraw consent” ends recording, “delete my data” deletes "
            "everything.",
        },
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
