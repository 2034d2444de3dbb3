"""What the conversation says by itself: welcome, consent, help, and what it could not do."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        "chat.welcome": {
            _ZH: "你好，我是 Meum。说一句吃了什么、体重、运动、睡眠或皮肤，我来记、来算。",
            _EN: "Hello, I am Meum. Tell me what you ate, your weight, exercise, sleep or skin: I keep and count it.",
        },
        "chat.not_a_doctor": {
            _ZH: "我不是医生，不做诊断。发「隐私」看说明，发「帮助」看功能。",
            _EN: 'I am not a doctor and make no diagnosis. Send "privacy" or "help" at any time.',
        },
        "chat.about_meum.program": {
            _ZH: "我是程序，不是真人。我读你写的话，按食物数据来算，会看错，所以每一条都能改、能撤销。",
            _EN: "I am a program, not a person. I read your words and count from food tables. I can be wrong, so you "
            "can change or undo everything.",
        },
        "chat.about_meum.maker": {
            _ZH: "我叫 Meum，是一个开源程序，由开发者一起写成；这里的我由运营这个账号的人照看。",
            _EN: "I am Meum, an open-source program written by its developers; whoever runs this account looks after "
            "me here.",
        },
        "chat.age": {
            _ZH: "先问一句：你多大？回复编号或年龄。（现在什么都没有保存）",
            _EN: "First: how old are you? A number below or your age. (Nothing is stored yet.)",
        },
        "chat.age.again": {
            _ZH: "还没有开始记，什么都没有保存。先回复编号或年龄：",
            _EN: "Nothing is stored yet. First your age, please: a number below or the age itself.",
        },
        "chat.age.unsure": {
            _ZH: "你几岁？回复具体的年龄，或者下面的编号：",
            _EN: "How many years old are you? Send your age, or one of these numbers:",
        },
        "chat.age.corrected": {
            _ZH: "你先前说未满 14 岁；现在按你写的年龄继续，请确认它是真的。",
            _EN: "Before, you told me you were under 14. I go on with the age you wrote; please be sure it is true.",
        },
        "chat.age.adult": {_ZH: "满 18 岁", _EN: "18 or older"},
        "chat.age.teen": {_ZH: "14 到 17 岁", _EN: "14 to 17"},
        "chat.age.child": {_ZH: "未满 14 岁", _EN: "under 14"},
        "chat.too_young": {
            _ZH: "谢谢你说实话。未满 14 岁需要监护人同意，现在还不能用。",
            _EN: "Thank you for being honest. Meum is for people of 14 or older for now.",
        },
        "chat.too_young.mistake": {
            _ZH: "我只把这个答复记一天，别的什么都没有保存。写错了的话，请写出真实年龄，比如「我 30 岁」。",
            _EN: "I remember this answer for a day and stored nothing else. If it was a mistake, write your true age, "
            "such as “I am 30 years old”.",
        },
        "chat.too_young.ended": {
            _ZH: "从现在起不再记录任何内容。",
            _EN: "From now on nothing is recorded.",
        },
        "chat.too_young.records": {
            _ZH: "以前的记录保留到 {day}，之后全部删除；想马上删，发「删除我的数据」。",
            _EN: "Earlier records stay until {day}, then they are deleted. “delete my data” deletes them now.",
        },
        "chat.too_young.slip": {
            _ZH: "这个答复我记一天。写错了的话，请写出真实年龄，比如「我 30 岁」。",
            _EN: "I remember this answer for a day. If it was a mistake, write your true age, such as “I am 30 years "
            "old”.",
        },
        "chat.under_age.ask": {
            _ZH: "Meum 只给满 14 岁的人用。你未满 14 岁吗？（这一条没有保存）",
            _EN: "Meum is for people of 14 or older. Are you under 14? (I did not keep this message.)",
        },
        "chat.under_age.yes": {_ZH: "是", _EN: "yes"},
        "chat.under_age.none": {_ZH: "不是", _EN: "no"},
        "chat.under_age.no": {
            _ZH: "好的，照常记录。刚才那条没有记，要记请再发一次。",
            _EN: "All right, I go on as before. The message before was not logged; send it again if you want it kept.",
        },
        "chat.age.noted": {
            _ZH: "知道了，年龄段：{band}。直接说吃了什么就行。",
            _EN: "All right, age group: {band}. Just tell me what you ate.",
        },
        "chat.age.hello": {
            _ZH: "你好。先问一下年龄，回复编号就行；现在什么都没有保存。",
            _EN: "Hello. First your age, please: a number below is enough. Nothing is stored yet.",
        },
        "chat.withdrawn.still": {
            _ZH: "你撤回过同意，这条没有记。要接着用，请再确认一次：{text}",
            _EN: "You took your consent back, so this was not kept. To go on, please agree once more: {text}",
        },
        "chat.consent.ask": {
            _ZH: "你同意吗？（说明版本 {version}）",
            _EN: "Do you agree? (text of {version})",
        },
        "chat.consent.first": {
            _ZH: "这条没有保存：上面的说明还没有得到你的同意。回复「同意」就开始记；想先了解，发「隐私」或「帮助」。",
            _EN: "This was not kept: you have not agreed to the text above yet. Send “agree” to begin, or “privacy” or "
            "“help” to read more.",
        },
        "chat.consent.again": {_ZH: "你同意吗？", _EN: "Do you agree?"},
        "chat.agree": {_ZH: "同意", _EN: "Agree"},
        "chat.read_privacy": {_ZH: "先看隐私说明", _EN: "Privacy text first"},
        "chat.disagree": {_ZH: "不同意", _EN: "No"},
        "chat.agreed": {
            _ZH: "已记下你的同意（说明版本 {version}）。",
            _EN: "Your consent is noted (text of {version}).",
        },
        "chat.agreed.kept": {_ZH: "你以前的记录都还在。", _EN: "Your earlier records are all there."},
        "chat.agreed_already": {_ZH: "你已经同意过了，直接发就行。", _EN: "You have agreed already. Just go ahead."},
        "chat.send_again": {
            _ZH: "在这之前发的内容没有保存，请再发一次。",
            _EN: "What you sent before this was not kept; please send it again.",
        },
        "chat.declined": {
            _ZH: "好的，什么都不会记录。想用时发「同意」就行。",
            _EN: 'All right, nothing will be kept. Send "agree" when you want to start.',
        },
        "chat.withdrawn": {
            _ZH: "已撤回同意，从现在起不再记录任何内容。",
            _EN: "Your consent is withdrawn. From now on nothing is recorded.",
        },
        "chat.withdrawn.sharing": {
            _ZH: "你的共享也都停止了，营养师看不到你的记录了。",
            _EN: "Your sharing has ended as well: no nutritionist sees your records any longer.",
        },
        "chat.withdrawn.until": {
            _ZH: "以前的记录保留到 {day}，之后全部删除。改主意了，在那之前发「同意」，记录都还在。",
            _EN: "Your records stay until {day}, then they are deleted. If you change your mind, send “agree” before "
            "that, and they are all there.",
        },
        "chat.withdrawn.data": {
            _ZH: "这期间「今天」可看，「删」逐条删，「导出」拿副本；想马上全删，发「删除我的数据」。",
            _EN: "Until then “today” reads them, “delete” removes single ones, “export” gives a copy; “delete my data” "
            "deletes them all now.",
        },
        "chat.privacy.what": {
            _ZH: "保存什么：你发来的文字、从中读出的记录和每次改动。同意之前不保存内容。",
            _EN: "What is kept: your words, the records read from them, and each change. Before you agree, no content.",
        },
        "chat.privacy.who": {
            _ZH: "谁能看：你；你同意分享的营养师；运营这台 Meum 的人。别人每看一次都有记录。",
            _EN: "Who sees it: you, a nutritionist you share with, and whoever runs this Meum; each look is noted.",
        },
        "chat.privacy.stop": {
            _ZH: "怎么停：「撤回同意」不再记录，15 天后删除；「删除我的数据」马上删除；取消关注满 30 天也删除。"
            "「导出」拿副本。",
            _EN: "To stop: “withdraw consent” deletes after 15 days, “delete my data” at once; unfollowing after 30 "
            "days. “export” gives a copy.",
        },
        "chat.language": {_ZH: "好的，之后说中文。", _EN: "All right, English from now on."},
        "chat.hello": {_ZH: "你好。", _EN: "Hello."},
        "chat.welcome_back": {_ZH: "好的。随时发给我就行。", _EN: "All right. Send me something at any time."},
        "chat.try": {
            _ZH: "试试发：早上吃了两个鸡蛋、一碗小米粥",
            _EN: "Try: 2 eggs and 200 ml milk for breakfast",
        },
        "chat.help.log": {_ZH: "记：{words}", _EN: "Log: {words}"},
        "chat.help.see": {_ZH: "看：{words}", _EN: "See: {words}"},
        "chat.help.change": {_ZH: "改：{words}", _EN: "Change: {words}"},
        "chat.help.about": {_ZH: "其他：{words}", _EN: "More: {words}"},
        "chat.event.photo": {
            _ZH: "这张照片没有收到。请再发一次，或打字告诉我，比如：番茄炒蛋一份",
            _EN: "This photo did not arrive. Please send it again, or type what it was, such as: one portion of fried "
            "rice",
        },
        "chat.event.voice": {
            _ZH: "语音我还听不了，麻烦打字；输入法上的话筒键可以把说的话变成字。",
            _EN: "I cannot listen to voice messages yet. Please type; the keyboard's microphone makes text of speech.",
        },
        "chat.event.video": {
            _ZH: "视频我看不了。打字告诉我吃了什么，比如：番茄炒蛋一份",
            _EN: "I cannot watch videos. Please type what it was, such as: one portion of fried rice",
        },
        "chat.event.file": {
            _ZH: "文件我打不开，麻烦把要记的内容打字发来。",
            _EN: "I cannot open files. Please type what you want to keep.",
        },
        "chat.event.link": {
            _ZH: "链接我不会打开。打字告诉我吃了什么就行。",
            _EN: "I do not open links. Just type what you ate.",
        },
        "chat.event.location": {
            _ZH: "位置我没有保存，也用不上。打字告诉我吃了什么就行。",
            _EN: "I did not keep your location and do not need it. Just type what you ate.",
        },
        "chat.event.sticker": {
            _ZH: "这个表情我看不到，什么都没有记。麻烦打字。",
            _EN: "I cannot see this sticker, and nothing was kept. Please type.",
        },
        "chat.event.unreadable": {
            _ZH: "这种消息我还看不了，麻烦打字。",
            _EN: "I cannot read this kind of message yet. Please type.",
        },
        "chat.result.none": {
            _ZH: "没有在等的结果。",
            _EN: "No result is waiting for you.",
        },
        "chat.result.not_yet": {
            _ZH: "还在看，请过几秒再发「结果」。",
            _EN: "Still looking. Please send “result” again in a few seconds.",
        },
        "chat.too_long": {
            _ZH: "这条太长了，没有读。请每条不超过 {most} 个字。",
            _EN: "That is too long for me, so I did not read it. Please keep a message under {most} characters.",
        },
        "chat.failed": {
            _ZH: "出了点问题，这条没有记上，请再发一次。",
            _EN: "Something went wrong and this was not recorded. Please send it again.",
        },
        "chat.expired": {
            _ZH: "那个问题已经过期了，请再说一次。",
            _EN: "That question has run out of time. Please say it again.",
        },
        "chat.choose": {_ZH: "请回复编号：", _EN: "Please answer with a number:"},
        "chat.cancelled": {_ZH: "好的，这个问题不问了。", _EN: "All right, I dropped the question."},
        "chat.nothing_to_cancel": {
            _ZH: "现在没有等你回答的问题。想取消上一条记录，发「撤销」。",
            _EN: 'There is no open question. To take back the latest record, send "undo".',
        },
        "chat.care": {
            _ZH: "听起来你不太好受。今天不用记录，也不用算数字。",
            _EN: "That sounds hard. Nothing needs to be logged or counted today.",
        },
        "chat.care.call": {
            _ZH: "可以和信任的人聊聊，或拨打 12356 心理援助热线（中国大陆，全天）。有危险请打 120 或 110。",
            _EN: "Please talk to somebody you trust or a helpline near you (in mainland China 12356). "
            "In danger, call your emergency number.",
        },
        "chat.illness": {
            _ZH: "身体不适、怀孕或用药请问医生，我只做记录。",
            _EN: "For symptoms, pregnancy or medicine please ask a doctor; I only keep records.",
        },
        "chat.unknown": {
            _ZH: "这句我没看懂，什么都没有记。",
            _EN: "I did not understand that, and nothing was stored.",
        },
        "chat.mentioned": {
            _ZH: "提到了{words}，听起来不是你刚吃喝的，没有记。",
            _EN: "You mention {words}, but it does not sound eaten by you, so nothing was stored.",
        },
        "chat.mentioned.next": {_ZH: "要记就发「记 {words}」。", _EN: "To store it: “log {words}”."},
        "chat.later": {_ZH: "这个功能还没有。", _EN: "That is not there yet."},
        "chat.later.plan": {
            _ZH: "我会排一天的饭：发「今天计划」或「明天计划」。",
            _EN: "I can plan one day: send “plan today” or “plan tomorrow”.",
        },
        "chat.later.human": {
            _ZH: "这里没有人工。需要帮助请联系运营这台 Meum 的人，不舒服请看医生。",
            _EN: "There is no person here. Ask whoever runs this Meum, and a doctor when you feel unwell.",
        },
        "chat.example.meal": {
            _ZH: "吃了什么？比如：午饭一碗牛肉面、一个煎蛋",
            _EN: "What did you eat? Such as: lunch 1 bowl of beef noodles, 1 fried egg",
        },
        "chat.example.breakfast": {
            _ZH: "早餐吃了什么？比如：早餐 两个包子、一杯豆浆",
            _EN: "What did you have for breakfast? Such as: breakfast 2 eggs, 1 slice of bread",
        },
        "chat.example.lunch": {
            _ZH: "午餐吃了什么？比如：午餐 一碗牛肉面",
            _EN: "What did you have for lunch? Such as: lunch 1 bowl of rice, 150 g chicken",
        },
        "chat.example.dinner": {
            _ZH: "晚餐吃了什么？比如：晚餐 一碗米饭、一份番茄炒蛋",
            _EN: "What did you have for dinner? Such as: dinner 200 g salmon, 1 cup of rice",
        },
        "chat.example.snack": {
            _ZH: "加餐吃了什么？比如：加餐 一个苹果",
            _EN: "What was the snack? Such as: snack 1 apple",
        },
        "chat.example.weight": {_ZH: "这样发：体重 61.5 公斤", _EN: "Like this: weight 61.5 kg"},
        "chat.example.water": {_ZH: "喝了多少？比如：喝水 300 毫升", _EN: "How much? Such as: 300 ml water"},
        "chat.example.activity": {_ZH: "这样发：跑步 5 公里 28 分钟", _EN: "Like this: ran 5 km in 28 minutes"},
        "chat.example.sleep": {
            _ZH: "这样发：昨晚 11 点睡，今早 7 点起",
            _EN: "Like this: slept from 11 pm to 7 am",
        },
        "chat.example.skin": {
            _ZH: "这样发：今天皮肤有点干，脸颊发红 3 分",
            _EN: "Like this: skin a bit dry today, redness 3 of 10",
        },
        "chat.example.correct": {
            _ZH: "这样改：改 2 150克（上一餐第 2 样），或「米饭改成200克」「不是苹果，是梨」",
            _EN: "Like this: change 2 to 150 g (item 2 of your latest meal), “make the eggs 3” or “not apple, pear”",
        },
        "chat.example.remove": {
            _ZH: "这样删：删 2（上一餐第 2 样），或「删掉米饭」；整条取消发「撤销」",
            _EN: "Like this: delete 2 (item 2 of your latest meal), or “delete the rice”; "
            "“undo” takes back the latest record",
        },
    }
)
