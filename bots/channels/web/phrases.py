"""The words of the web pages."""

from meum.domain.languages import Lang
from meum.kernel.phrases import phrase, register

_ZH, _EN = Lang.ZH, Lang.EN

_WORDS = {
    "tag": {_ZH: "说一句，就记好了", _EN: "Say it once, and it is kept"},
    "lead": {
        _ZH: "告诉 Meum 你吃了什么、体重多少、跑了多远、睡得好不好。它算出热量和营养，记在只属于你的一本账里。",
        _EN: "Tell Meum what you ate, what you weigh, how far you ran, how you slept. "
        "It works out energy and nutrients and keeps them in one history that is yours.",
    },
    "try_demo": {_ZH: "马上试试", _EN: "Try the demo"},
    "sign_in": {_ZH: "登录", _EN: "Sign in"},
    "sign_up": {_ZH: "注册", _EN: "Sign up"},
    "sign_out": {_ZH: "退出", _EN: "Sign out"},
    "open_chat": {_ZH: "打开聊天", _EN: "Open the chat"},
    "point_words": {_ZH: "不用填表，中文英文随便说", _EN: "No forms: write as you speak, in Chinese or English"},
    "point_honest": {_ZH: "估计的写「约」，不知道的不编", _EN: "Estimates say “about”; what is unknown is not made up"},
    "point_undo": {_ZH: "说错了发「撤销」", _EN: "Said it wrong? Send “undo”"},
    "sample_you": {_ZH: "早上吃了两个鸡蛋、一碗小米粥", _EN: "2 eggs and 200 ml milk for breakfast"},
    "sample_food": {
        _ZH: "早餐：鸡蛋 2 个（约 100 克），小米粥 1 碗（约 250 克）。",
        _EN: "Breakfast: 2 × egg (about 100 g), 200 ml of milk (about 205 g).",
    },
    "sample_energy": {
        _ZH: "今天到现在：约 255 千卡（210–330）；蛋白质 16 克，碳水 23 克，脂肪 11 克。",
        _EN: "Today so far: about 270 kcal (240–300); protein 19 g, carbs 11 g, fat 16 g.",
    },
    "sample_undo": {
        _ZH: "不对？发「改 1 150克」「删 1」或「撤销」。",
        _EN: "Not right? “change 1 to 150 g”, “delete 1” or “undo”.",
    },
    "not_medical": {_ZH: "Meum 不是医生，不做诊断。", _EN: "Meum is no doctor and makes no diagnosis."},
    "username": {_ZH: "登录名", _EN: "Sign-in name"},
    "password": {_ZH: "密码", _EN: "Password"},
    "password_hint": {_ZH: "至少 8 个字符，不要太常见", _EN: "At least 8 characters, nothing common"},
    "age_first": {_ZH: "先问一句：你多大？", _EN: "First: how old are you?"},
    "new_here": {_ZH: "第一次来？", _EN: "New here?"},
    "known_here": {_ZH: "已经有账号？", _EN: "Have an account?"},
    "other_language": {_ZH: "English", _EN: "中文"},
    "other_language_short": {_ZH: "EN", _EN: "中"},
    "ask_other_language": {_ZH: "English please", _EN: "说中文"},
    "say_something": {_ZH: "吃了什么？体重多少？", _EN: "What did you eat?"},
    "photo": {_ZH: "照片", _EN: "Photo"},
    "take_photo": {_ZH: "拍照", _EN: "Take a photo"},
    "choose_photos": {_ZH: "选照片", _EN: "Choose photos"},
    "leave_out": {_ZH: "去掉这张照片", _EN: "Leave this photo out"},
    "too_many_photos": {
        _ZH: "一次最多 9 张照片：先用前 9 张，其余的请接着再发。",
        _EN: "At most 9 photos at a time: these are the first 9. Please send the others next.",
    },
    "looking": {_ZH: "正在认照片…", _EN: "Looking at the photo…"},
    "drawing": {_ZH: "正在画图…", _EN: "Drawing the picture…"},
    "report": {_ZH: "一周小结的图", _EN: "Picture of the week"},
    "see_result": {_ZH: "看结果", _EN: "See the result"},
    "message": {_ZH: "消息", _EN: "Message"},
    "send": {_ZH: "发送", _EN: "Send"},
    "conversation": {_ZH: "对话", _EN: "Conversation"},
    "choices": {_ZH: "可选的回答", _EN: "Answers to choose from"},
    "you": {_ZH: "你", _EN: "You"},
    "subtitle": {_ZH: "饮食 · 身体 · 皮肤", _EN: "Food · body · skin"},
    "not_sent": {_ZH: "没有发出去，你的话还在这里。", _EN: "Not sent yet. Your words are still here."},
    "export_title": {_ZH: "你的数据副本", _EN: "The copy of your data"},
    "export_code": {_ZH: "聊天里给你的 4 位数字", _EN: "The 4 digits from the chat"},
    "export_fetch": {_ZH: "下载", _EN: "Download"},
    "export_wrong": {_ZH: "数字不对，请再试一次。", _EN: "Those digits are not right. Please try again."},
    "send_again": {_ZH: "再发一次", _EN: "Send again"},
}

register({f"web.{key}": texts for key, texts in _WORDS.items()})


def page_words(lang: Lang) -> dict[str, str]:
    """Return every word of the pages in one language, by its short key."""
    return {key: phrase(lang, f"web.{key}") for key in _WORDS}
