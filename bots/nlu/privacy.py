"""What somebody asks about who sees their records, and about ending it or deleting them; pure."""

from __future__ import annotations

import re

_LONGEST = 80
_POLITE = (
    r"(?:请问?|麻烦|帮我|给我|我想要?|我要|想要?|要|能不能|可不可以|可以|能|怎么样?|如何|现在|目前|到底|"
    r"please |can you |could you |show me |tell me |let me know |do you know |"
    r"i want to |i'd like to |i would like to |how (?:do|can) i |to )*"
)
_END = r"(?:吧|吗|呢|啊|呀|么|一下|谢谢| please| thanks| now| right now| today| lately| recently)*"
_MINE = r"(?:到|我的?|这里|的|饮食|健康|个人|全部|所有|记录|数据|信息|资料|日记|档案|内容|东西|账号)*"
_MY = (
    r"(?: at| through)?(?: (?:all )?(?:of )?(?:my|the|this)(?: (?:health|food|personal))?"
    r"(?: (?:records?|data|diary|entries|logs?|information|info|profile|account|meals|stuff))?| me| it)?"
)
_WHO = r"(?:都)?(?:有)?(?:谁|哪些人|什么人|哪个人|哪位|哪些营养师|别人|其他人|有人|有没有人|营养师)(?:都)?"

_SEEING = re.compile(
    rf"{_POLITE}(?:"
    rf"{_WHO}(?:现在|还)?(?:能够?|可以|会|有权限?|在)(?:看得?见|看得?到|看|查看|访问|读){_MINE}|{_WHO}有权限?{_MINE}|"
    r"(?:我的?)?(?:在|正在)?(?:和|跟|与|给)?谁(?:在)?(?:共享|分享)(?:了)?(?:我的)?(?:记录|数据)?|"
    r"(?:我(?:的|在)?)?(?:数据|记录)?(?:共享|分享)(?:给)?(?:了)?(?:谁了?|哪些人|情况|列表|状态|设置|名单|管理)?|谁是我的营养师|"
    rf"who (?:else )?(?:can|could|may|is able to|is allowed to)(?: still)? (?:see|view|read|look|access|open){_MY}|"
    rf"who (?:else )?(?:sees|has access to|reads){_MY}|who has access|who (?:is|are) my nutritionists?|"
    rf"(?:with )?whom? (?:do|am|did) i (?:share|sharing)(?:{_MY})?(?: with)?|"
    rf"am i sharing(?:{_MY})?(?: with (?:anyone|anybody|someone|somebody|whom?))?|(?:my |show )?(?:sharing|shares)"
    rf"(?: list| status| settings)?|"
    rf"can (?:anyone|anybody|somebody|someone|others?)(?: else)? (?:see|view|read|access){_MY}"
    rf"){_END}"
)
_LOOKED = re.compile(
    rf"{_POLITE}(?:(?:都|最近|曾经|今天|昨天)*{_WHO}(?:最近|曾经|来|偷)*(?:看|查看|浏览|访问|读|翻)(?:过|了){_MINE}(?:没有?)?|"
    rf"看过{_MINE}(?:的人|的有谁|的是谁)|(?:查看|浏览|访问)(?:记录|历史|日志)|"
    rf"who(?:'s| has| have| else)?(?: already| recently)? (?:looked|viewed|seen|read|accessed|opened|checked|saw){_MY}|"
    rf"(?:has|have|did) (?:anyone|anybody|somebody|someone|(?:my |the )?nutritionist)(?: ever)? "
    rf"(?:look(?:ed)?|view(?:ed)?|seen?|read|access(?:ed)?|open(?:ed)?){_MY}|"
    rf"(?:show )?(?:my )?(?:access|view|look) (?:log|history)"
    rf"){_END}"
)
_ENDING = (
    r"(?:停止|结束|终止|关闭|关掉|取消|解除|停掉|停|不再|不要再?|别再?|不想再?|撤销|收回|撤回|"
    r"(?:stop|end|cancel|revoke|quit|finish|withdraw|turn off|disable|no more)\b)"
)
_STOPPING = (
    re.compile(
        rf"{_POLITE}{_ENDING}(?:对|和|跟|与|给|向|所有的?|全部的?)*(?P<who>.{{1,32}}?)??(?:之间|之间的|的)?(?:共享|分享)"
        rf"(?:的?同意)?(?:我的?)?(?:记录|数据)?(?:给(?P<to>.{{1,32}}?))?了?{_END}"
    ),
    re.compile(
        rf"{_POLITE}(?:不要|别|不想|不再)(?:再)?(?:让|给)(?P<who>.{{1,32}}?)(?:再|继续)?(?:看|查看){_MINE}了?{_END}"
    ),
    re.compile(
        rf"{_POLITE}{_ENDING} (?:all )?(?:(?:my|the) )?(?:consent to )?shar(?:ing|es?)"
        rf"(?: (?:my )?(?:records?|data|diary|it|everything))?(?: with (?P<who>.{{1,32}}?))?{_END}"
    ),
    re.compile(
        rf"{_POLITE}(?:unshare|(?:i )?(?:don'?t|do not)(?: want to)?(?: keep)? shar(?:e|ing)|i no longer want to share)"
        rf"(?:{_MY})?"
        rf"(?: (?:with|from) (?P<who>.{{1,32}}?))?(?: anymore| any more)?{_END}"
    ),
    re.compile(rf"{_POLITE}(?:stop|end|revoke|remove|cancel) (?P<who>.{{1,32}}?)(?:'s|s') (?:access|sight|view){_END}"),
    re.compile(rf"{_POLITE}(?:revoke|remove|end) access(?: (?:for|of|from) (?P<who>.{{1,32}}?))?{_END}"),
    re.compile(
        rf"{_POLITE}stop (?:letting )?(?P<who>.{{1,32}}?) (?:from )?(?:see|seeing|view|viewing|reading){_MY}{_END}"
    ),
)
_THEM = r"(?P<who>(?!to )[^，,。？?！!]{1,40}?)"
_NUTRITIONIST = r"(?:my |the |a )?(?:nutritionist|dietitian|dietician)\s*"
_WHAT = r"(?:饮食|健康|日记|记录|数据|的|所有|全部)*"
_STARTING = (
    re.compile(
        rf"{_POLITE}(?:把)?(?:我的?)?{_WHAT}(?:共享|分享|开放)(?:我的?)?{_WHAT}"
        rf"(?:给|和|跟|与)(?P<role>我的|营养师|新的)*\s*{_THEM}?(?:看)?{_END}"
    ),
    re.compile(rf"{_POLITE}(?:和|跟|与|给)(?P<role>我的|营养师)*\s*{_THEM}?(?:共享|分享){_MINE}{_END}"),
    re.compile(
        rf"{_POLITE}(?:让|允许|授权|同意让?|邀请)(?P<role>我的|营养师|新的)*\s*{_THEM}?(?:能|可以|来|去)*"
        rf"(?:看|查看|访问|看到|看见){_MINE}{_END}"
    ),
    re.compile(rf"{_POLITE}share{_MY}(?: (?:with|to) (?P<role>{_NUTRITIONIST})?{_THEM}?)?{_END}"),
    re.compile(
        rf"{_POLITE}(?:let|allow|give|grant) (?P<role>{_NUTRITIONIST})?{_THEM}?"
        rf"\s*(?:to )?(?:see|view|read|look at|access to|access){_MY}{_END}"
    ),
)
_ERASED = r"(?:账号|账户|帐号|帐户|数据|信息|资料|个人信息|记录|内容|一切|东西)"
_ALL = r"(?:所有的?|全部的?|一切|整个|我的(?:所有|全部)?)"
_GONE = r"(?:删除|删掉|删了|删|清空|清除|清掉|抹掉|抹除|销毁|注销|移除|忘掉|忘记)"
_ERASING = re.compile(
    rf"{_POLITE}(?:{_GONE}(?:掉)?(?:我在这里的|{_ALL})+(?:个人|健康|饮食|的|和)*{_ERASED}*(?:和{_ERASED})*了?|"
    rf"{_GONE}(?:账号|账户|帐号|帐户|数据)和{_ERASED}|"
    rf"(?:把)?(?:{_ALL})*(?:的)?{_ERASED}(?:和{_ERASED})*(?:都|全都?|全部|统统|一起|给我)*{_GONE}了?|"
    r"(?:把)?(?:它们?|这些)?(?:全部|全都|全|统统)(?:都|给我)*(?:删除|删掉|删了|清空|清除|清掉)了?|"
    rf"(?:清空|注销|销号|删号|忘掉我|忘记我)(?:{_ERASED})*|(?:删除?|清空|清除)(?:全部|所有|一切|账号|账户|帐号|帐户|数据)|"
    r"(?:delete|erase|remove|wipe|clear|close|deactivate|cancel|destroy|purge|get rid of)(?: out)? (?:"
    r"all (?:of )?(?:my|the) (?:\w+ )?(?:account|data|records?|entries|history|information|info|logs|stuff)|"
    r"all|everything|(?:my|the|this) (?:(?:whole|entire|meum|personal|health|user) )*"
    r"(?:account|data|profile|history|information|info|records)|me)"
    r"(?: (?:and|&) (?:all )?(?:my |the )?(?:account|data|records|everything|history))*"
    r"(?: (?:that )?(?:you have |you know |there is |i (?:ever )?(?:logged|sent) )?"
    r"(?:about|on|of)? ?(?:me|here|you)?)?|"
    rf"forget (?:me|everything|all)(?: about me)?|delete all|right to be forgotten){_END}"
)
_REMOVING = re.compile(
    rf"{_POLITE}(?:把)?(?:删除|删掉|删|移除|去掉|delete|remove|erase)(?:掉)?"
    rf"(?:\s*(?:第|item|no\.?|#|the|an?|my|one|last|latest|that|this|entry|record|"
    rf"这|那|一|上|刚才|最后|条|项|个|样|号|的|记录|[0-9一二三四五六七八九]))*了?{_END}"
)
_OTHERS = r"(?:营养师|她|他|ta|对方|别人)(?:\w{0,24}?)"
_REJECTING = re.compile(
    rf"{_POLITE}(?:撤销|撤回|撤消|取消|不要|拒绝|不接受|还原|退回)(?:掉)?"
    rf"(?:(?:这次|那次|{_OTHERS})?(?:做的?|的)*更正|{_OTHERS}(?:做的?|的)*(?:修改|改动|修正))|"
    r"(?:please )?(?:undo|revert|reject|cancel|decline|take back|refuse) (?:"
    r"(?:(?:the|that|this|my|her|his|their|last|latest) )*(?:nutritionist'?s? )?corrections?|"
    r"(?:(?:her|his|their)|(?:the |my )?nutritionist'?s) (?:changes?|edits?|corrections?))"
)

_DATA_ZH = (
    r"(?:(?:我|你们?|在?这里|这些|个人|饮食|健康|聊天|对话|所有|的)*+"
    r"(?:数据|信息|资料|隐私|记录|内容|东西))"
)
_DATA_EN = (
    r"(?:(?:(?:all )?(?:of )?(?:my|the|this|your|our) )*+(?:\w+ )?"
    r"(?:data|information|info|records?|diary|privacy|chats?|conversations?|messages?|entries|logs?|account)|"
    r"what i (?:say|write|send|log|eat|tell you))"
)
_SAFE = r"(?:safe|secure|private|protected|confidential|encrypted|public|sold|shared|kept|stored|used|anonymous)"
_HANDLE = r"(?:sell|share|leak|publish|give away|keep|store|save|use|collect|protect)"
_ANYBODY = r"(?:anyone|anybody|others|other people|third parties|somebody|someone)"
_GUARDED = re.compile(
    rf"{_POLITE}(?:"
    rf"{_DATA_ZH}(?:都|会|是|能|有|真的|现在|安不|放在这|放你这)*"
    rf"(?:安全|保密|隐私|私密|加密|公开|有保护|受保护)(?:的)?|"
    rf"{_DATA_ZH}?(?:会不会|会|有没有可能|是否会?)(?:被)?(?:泄[露漏]|卖|出售|公开|共享|分享|外传|滥用)"
    rf"(?:掉|出去|给别人|我的)*{_DATA_ZH}?|"
    rf"(?:你们?)?会不?会?(?:泄[露漏]|卖|出售|公开|外传)(?:掉|出去)?{_DATA_ZH}|"
    rf"{_DATA_ZH}(?:都)?(?:归谁|属于谁|是谁的|归谁所有|谁拥有|存在哪里?|保存在哪里?|放在哪里?|怎么保护|"
    rf"会?怎么用|拿来做什么|用来做什么|会?(?:存|保存|保留)多久)|谁拥有{_DATA_ZH}|"
    rf"你们?(?:会|都|要)*(?:保存|存|存储|保留|收集|记住)(?:了)?(?:我的?)?(?:哪些|什么|些什么){_DATA_ZH}?|"
    rf"(?:你们?)?(?:会)?(?:怎么|如何)(?:保护|使用|处理|保存|存储){_DATA_ZH}|"
    rf"(?:这里|这样|这个|用这个|在这里说)?(?:安全|保密|私密)(?:的)?吗|{_DATA_ZH}(?:安全|保护)(?:性)?|"
    rf"(?:is|are|will|would|does|do) {_DATA_EN} (?:(?:really|kept|stay|stays|be|remain|being|still) )*{_SAFE}"
    rf"(?: here| with you| by you| anywhere)?|"
    rf"(?:is (?:this|it|meum|the chat|everything)(?: chat| app)?|are you|is using (?:this|it)) "
    rf"(?:all |really )*(?:safe|secure|private|confidential|encrypted)(?: to use| here)?|"
    rf"who(?: else)? (?:owns?|has|holds|controls|keeps|stores) (?:all )?{_DATA_EN}|"
    rf"(?:to )?whom? (?:does|do) {_DATA_EN} belong(?: to)?|do i own {_DATA_EN}|"
    rf"(?:do|will|can|would|did) (?:you|meum|they) (?:ever )?{_HANDLE} {_DATA_EN}(?: (?:with|to) {_ANYBODY})?|"
    rf"what(?: {_DATA_EN})? (?:do|will|does) (?:you|meum|it) (?:keep|store|save|collect)(?: (?:about|of|on) me)?|"
    rf"(?:where|how(?: long)?) (?:is|are|do you (?:keep|store|use|protect)|will you keep) {_DATA_EN}"
    rf"(?: (?:stored|kept|saved|used|protected|handled))?|how (?:safe|secure|private) (?:is|are) {_DATA_EN}|"
    rf"(?:data )?(?:privacy|protection|security)(?: policy| statement)?|gdpr"
    rf"){_END}"
)


def asks_about_privacy(plain: str) -> bool:
    """Tell whether a cleaned text asks what becomes of one's data: 我的数据安全吗, "who owns my data"."""
    return _is(_GUARDED, plain)


def asks_who_sees(plain: str) -> bool:
    """Tell whether a cleaned text asks with whom the records are shared: 谁能看我的记录, "who can see my data"."""
    return _is(_SEEING, plain)


def asks_who_looked(plain: str) -> bool:
    """Tell whether a cleaned text asks who has looked: 谁看过, "who looked at my records"."""
    return _is(_LOOKED, plain)


def sharing_to_stop(plain: str) -> str | None:
    """Return with whom a cleaned text wants to stop sharing, empty where it names nobody; None for another text."""
    text = _bare(plain)
    found = next((match for form in _STOPPING if (match := form.fullmatch(text))), None)
    if found is None or not text:
        return None
    return next((name.strip() for name in found.groupdict().values() if name and name.strip()), "")


def sharing_to_start(plain: str) -> str | None:
    """Return with whom a cleaned text wants to share, empty where it names nobody; None for another text."""
    text = _bare(plain)
    found = next((match for form in _STARTING if (match := form.fullmatch(text))), None) if text else None
    return (found["who"] or "").strip() if found else None


def asks_to_erase(plain: str) -> bool:
    """Tell whether a cleaned text wants the account or all data gone: 注销, "delete everything"."""
    return _is(_ERASING, plain)


def asks_to_remove(plain: str) -> bool:
    """Tell whether a cleaned text wants an entry removed without saying which food: 删, 删 2, "delete"."""
    return _is(_REMOVING, plain)


def rejects_correction(plain: str) -> bool:
    """Tell whether a cleaned text takes back what somebody else corrected: 撤销更正, "undo the correction"."""
    return _is(_REJECTING, plain)


def _is(form: re.Pattern[str], plain: str) -> bool:
    text = _bare(plain)
    return bool(text) and form.fullmatch(text) is not None


def _bare(plain: str) -> str:
    text = plain.strip().rstrip("?!。.~,;… ").strip()
    return text if len(text) <= _LONGEST else ""
