"""How somebody wants to be called: 叫我小明, "call me Sam", 我叫什么, "forget my name"; pure."""

from __future__ import annotations

import re

_LONGEST = 40
_NO_NAME_ZH = (
    r"外卖|吃|喝|餐|饭|车|了|的|个|一|份|来|去|上|着|过|什么|啥|谁|起床|减肥|不要|别|怎么|妈|爸|老公|老婆|同事|朋友|"
    r"记|删|改|提醒|帮"
)
_NO_NAME_EN = (
    r"(?:me|later|maybe|a|an|the|back|when|if|on|at|by|tomorrow|today|now|again|anything|whatever|what|not|crazy|"
    r"stupid|"
    r"fat|cab|taxi|ambulance|please|ok|it|that|this|your|my|is|and|or)"
)
_LETTER = r"[a-z\u00c0-\u024f]"
_WORD_EN = rf"(?!{_NO_NAME_EN}\b){_LETTER}(?:{_LETTER}|[.'-]){{0,18}}"
_ZH = (
    rf"(?P<zh>(?!.*(?:{_NO_NAME_ZH}))"
    r"(?:[\u4e00-\u9fff]{1,4}?(?:·[\u4e00-\u9fff]{1,6}?)?|[a-z][a-z.' -]{0,18}[a-z]?))"
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
_FORGETTING = re.compile(
    r"(?:请|你|就|\s)*(?:忘[掉记了]?|删除|删掉|清除|去掉|不要用?|别用)我的(?:名字|昵称)(?:了|吧)*|(?:请)?(?:别|不要)(?:再)?(?:这么|那么|这样)?叫我(?:名字|"
    r".{1,6})?了?|"
    r"(?:please )?(?:forget|delete|remove|erase|clear|drop|do not use|don'?t use) my (?:nick)?name(?: please)?|"
    r"(?:please )?(?:stop calling|don'?t call|do not call) me (?:that|so|by my name|[a-z]{1,18})(?: please| anymore)*"
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
