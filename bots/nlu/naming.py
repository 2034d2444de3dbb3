"""How somebody wants to be called: 叫我小明, "call me Sam", 我叫什么, "forget my name"; pure."""

from __future__ import annotations

import re

_LONGEST = 40
_NO_NAME_ZH = (
    r"外卖|吃|喝|餐|饭|车|了|的|个|一|份|来|去|上|着|过|什么|啥|谁|起床|减肥|不要|别|怎么|妈|爸|老公|老婆|同事|朋友|"
    r"记|删|改|提醒|帮|名字|昵称|随便|随意|都行|都可以|加油|努力|坚持"
)
# When somebody wants to be called, by a clock, a part of a day or a day: 七点, 半小时后, 明早, 睡前.
_WHEN_ZH = (
    r"[零二两三四五六七八九十半几]点|点[钟半]|分钟|小时|钟头|时候|[明今][天早晚日]|后天|星期|礼拜|[下这本]周|周末|每|早[点些]|"
    r"晚[点些]|早晨|[中正]午|下午|凌晨|[半深]夜|夜里|睡前|等[会下]|[待过]会|稍后|马上|立刻|立即|赶[紧快]|[准按定及]时|现在|"
    r"周[二三四五六日天](?![\u4e00-\u9fff])"
)
# What somebody wants to be called to, by the verb that it begins with; a name that begins with such a sign says how it
# goes on: 付 and 关 are surnames before any other sign.
_DOING_ZH = (
    r"[跑走睡醒量测称洗刷做打看听读写取接送问找回站坐躺停敷涂擦抹遛喂交订练补穿脱换扔骑爬戒护卸化用带动再不]|"
    r"运动|锻炼|健身|休息|[散徒]步|[慢快晨夜]跑|快走|小睡|午[睡休觉]|[早晚]睡|早起|熬夜|复[习查诊]|体[检测]|收拾|"
    r"出[门发]|进[屋门]|关[火灯门窗机煤电]|开(?!心|开)|下[班课楼床车]|起(?!司)|买(?!买)|拿(?!铁)|点[菜单名]|付[钱款账费]|"
    r"拉[伸筋]|举[铁重]|游泳|跳(?!跳)|泡[脚澡茶]|倒[垃水]|背[书单诵]|学(?![长姐妹弟霸友])|多(?![多肉])|少(?![爷年侠主])|"
    r"先(?!生)|快(?![乐快])|继续|注意|控[糖制]|节食|热身|深蹲|冥想|瑜[伽珈]|服药|存钱|干[嘛吗活]|闭嘴|好好[^\s]|滚"
)
_NO_NAME_EN = (
    r"(?:me|later|maybe|a|an|the|back|when|if|on|at|by|tomorrow|today|now|again|anything|whatever|what|not|crazy|"
    r"stupid|"
    r"fat|cab|taxi|ambulance|please|ok|it|that|this|your|my|is|and|or|"
    r"to|for|in|after|before|until|till|every|each|once|twice|up|out|soon|early|earlier|late|first|then|next|around|"
    r"about|from|with|during|between|over|as|so|because|anytime|sometime|some|any|never|always|daily|asap|tonight|"
    r"noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|morning|afternoon|evening|night|weekends?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|breakfast|lunch|dinner|supper|"
    r"instead|anymore|names|something|someone|somebody|nothing|lazy|old|hungry|weird|silly|dumb|ugly|insane|boring)"
)
_LETTER = r"[a-z\u00c0-\u024f]"
_WORD_EN = rf"(?!{_NO_NAME_EN}\b){_LETTER}(?:{_LETTER}|[.'-]){{0,18}}"
# 跑跑 is a name, 跑步 a wish, and so is 周二跑步.
_DOUBLED = r"(?P<twice>[\u4e00-\u9fff])(?P=twice)(?:[提哥姐酱就吧哦呀啊好]|$)"
_ZH = (
    rf"(?P<zh>(?!.*(?:{_NO_NAME_ZH}|{_WHEN_ZH}))(?!(?!{_DOUBLED})(?:周[二三四五六日天])?(?:{_DOING_ZH}))"
    rf"(?:[\u4e00-\u9fff]{{1,4}}?(?:·[\u4e00-\u9fff]{{1,6}}?)?|{_WORD_EN}(?: {_WORD_EN}){{0,2}}))"
)
_EN = rf"(?P<en>{_WORD_EN}(?: {_WORD_EN})?)"
_SO = r"(?:请|记住|以后|今后|你|您|就|都|可以|大家|,|\s)*"
_NAMING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_SO}(?:叫|称呼|喊)我(?:为|作|做)?\s*{_ZH}(?:就好|就行|好了|即可|吧|哦|呀|啊)*",
        rf"{_SO}我(?:的名字|的昵称|名字|昵称)?(?:叫做?|是叫)\s*{_ZH}(?:吧|哦|呀|啊)*",
        rf"{_SO}我的(?:名字|昵称)(?:就?是|[:改为成]+)\s*{_ZH}(?:吧|哦|呀|啊)*",
        rf"(?:please |you can |just |hey |remember |from now on )*(?:call|name) me {_EN}(?: please| from now on|"
        rf" instead)*",
        rf"(?:hi |hello |hey |and |remember |that )*my (?:nick)?name(?: is|'s|:) {_EN}",
        rf"(?:i am|i'm|i) (?:called|named|go by|known as) {_EN}",
    )
)
_ASKING = re.compile(
    r"(?:你知道|你还?记得|请问|\s)*(?:我(?:的名字)?叫(?:什么|啥|谁)(?:名字)?|我的(?:名字|昵称)(?:是(?:什么|啥))?|你(?:怎么|管)?(?:叫|称呼)我(?:什么|"
    r"啥)?)(?:吗|呢|啊)*|"
    r"(?:what(?:'s| is) my name|what do you call me|do you (?:know|remember) my name|who am i|my name)"
)
_NOT_ZH = r"(?:请|以后|今后|你|就|,|\s)*(?:别|不要|不用|不许)再?"
_NOT_EN = r"(?:please )?(?:stop calling|don'?t (?:ever )?call|do not call|never call) me"
_FORGETTING = re.compile(
    r"(?:请|你|就|\s)*(?:忘[掉记了]?|删除|删掉|清除|去掉|不要用?|别用)我的(?:名字|昵称)(?:了|吧)*|"
    rf"{_NOT_ZH}(?:(?:[这那][么样])(?:叫|喊|称呼)我?|(?:叫|喊|称呼)我的?(?:[这那]个)?(?:名字|昵称)|(?:叫|喊|称呼)我[这那]个)了?|"
    r"(?:please )?(?:forget|delete|remove|erase|clear|drop|do not use|don'?t use) my (?:nick)?name(?: please)?|"
    rf"{_NOT_EN} (?:that|so|by (?:my|that|this) name)(?: please| anymore)*"
)
_REFUSING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NOT_ZH}(?:叫|喊|称呼)我(?:为|作|做)?\s*(?P<name>.+?)(?:了|吧)*",
        rf"{_NOT_EN} (?P<name>.+?)(?: please| anymore| any more)*",
    )
)


def name_told(plain: str) -> str:
    """Return the name by which a cleaned text wants its writer to be called; empty for any other text."""
    if len(plain) > _LONGEST:
        return ""
    found = next((match for form in _NAMING if (match := form.fullmatch(plain))), None)
    return next((name.strip() for name in found.groupdict().values() if name), "") if found else ""


def asks_for_name(plain: str) -> bool:
    """Tell whether a cleaned text asks how its writer is called here."""
    return len(plain) <= _LONGEST and bool(_ASKING.fullmatch(plain))


def forgets_name(plain: str) -> bool:
    """Tell whether a cleaned text wants the name to be forgotten."""
    return len(plain) <= _LONGEST and bool(_FORGETTING.fullmatch(plain))


def name_refused(plain: str) -> str:
    """Return by what a cleaned text wants its writer not to be called: 别叫我小明; only a name that is kept is one."""
    found = next((match for form in _REFUSING if (match := form.fullmatch(plain))), None)
    return found["name"].strip() if found and len(plain) <= _LONGEST else ""
