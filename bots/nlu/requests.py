"""Requests said in a whole sentence: to see a day, to take back what was logged last, to be told how this works; pure.

A request is made of nothing but words of a small vocabulary. One word outside it, such as a food, and the text is
something else, so that 今天吃了面 is never taken for a question about the day.
"""

from __future__ import annotations

import re

from bots.nlu.spans import WORDS as SPAN

_DAY = (
    r"今天|今日|今儿|今晚|今早|昨晚|\blast night\b|昨天|昨日|昨儿|大前天|前天|前日|本日|(?:上|这|本)?(?:周|星期|"
    r"礼拜)[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]|"
    r"\btoday(?:'s)?\b|\byesterday(?:'s)?\b|\b(?:the )?day before yesterday\b|\bmy day\b|"
    r"\b(?:(?:last|this|on) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)?\b|\b\d{1,2} days ago\b"
)
_ASKS = (
    r"什么|啥|多少|几(?:千?卡|大卡|克|餐|顿)|哪些|怎么样|如何|情况|总结|汇总|小结|回顾|统计|记录|日记|明细|列表|查看|"
    r"查询|查一?下|查|看看|看一?下|看|"
    r"显示|告诉|算一?下|算算|计算|算出来?|\b(?:what's|whats|what|show|how|list|summar(?:y|ize|ise)|see|view|tell|give|recap|"
    r"overview|review|"
    r"display|check|diary|log|report|calories|kcal|cals|intake|total)\b|热量|卡路里"
)
_EATEN = (
    r"(?:吃|喝|摄入|进食|记|运动|睡|动|走|消耗)(?:了|过|的)|\b(?:did|have|had|has|eaten|ate|drank|drunk|consumed|"
    r"logged|recorded|"
    r"so far|done)\b"
)
_OTHER = (
    r"我|一共|总共|平均|日均|每天|共|都|的|了|过|得|呢|啊|吧|呀|是|有|请|给|帮|一下|到现在|到目前|目前|为止|热量|"
    r"卡路里|千卡|大卡|卡|"
    r"能量|营养|蛋白质?|碳水(?:化合物)?|脂肪|水|"
    r"早上|上午|中午|下午|晚上|夜里|东西|饭|餐|早[餐饭]|午[餐饭]|晚[餐饭]|加餐|饮食|吃|喝|体重|运动|睡眠|睡|步|步数|"
    r"皮肤|摄入|消耗|多久|[,。!?\s~、]|"
    r"\b(?:i|me|my|the|a|an|of|for|in|on|did|do|does|is|was|were|are|has|have|much|many|calories?|kcal|cals?|energy|"
    r"protein|carbs?|fat|water|"
    r"eat|drink|total|all|day|food|foods?|meals?|intake|stuff|everything|please|pls|now|and|get|to|it|that|"
    r"breakfast|lunch|dinner|"
    r"average|per|daily|what|up|i've|ive|looks?|like|went|go|going|consume|log|record|can|you|could|want|would|"
    r"let|hey|ok|weight|"
    r"sleep|exercise|steps|about|am|doing|night|morning|afternoon|evening|result|results|status)\b|'s\b"
)
_LONGEST = 80
_DAY_WORD = re.compile(_DAY)
_ASKING = re.compile(_ASKS)
_EATING = re.compile(_EATEN)
_TO_EAT = re.compile(r"[吃喝](?:点|些)?(?:什么|啥)|\bto (?:eat|drink)\b")
_WEEKLY = re.compile(SPAN)
_SUMMING = re.compile(r"\btotal\b|so far|一共|总共|到现在")
_SEEING = re.compile(rf"(?:{_DAY}|{SPAN}|{_ASKS}|{_EATEN}|{_OTHER})++")
_RESTING = re.compile(
    r"(?:我|今天|今日|现在)*还(?:能|可以|剩下?|有)(?:再)?(?:吃|喝|摄入)?(?:多少|几)(?:热量|卡路里|千?卡|大卡|东西)?|"
    r"(?:how (?:many|much) )?(?:calories|kcal)? ?(?:do i have |are |is )?(?:left|remaining)(?: today| for today)?|"
    r"how much (?:more )?can i (?:still )?eat(?: today)?"
)
_SPAN = r"一?(?:条|个|次|项|笔|步|餐|顿|样)"
_LATEST = (
    rf"(?:刚才|刚刚|刚|上面|之前|前面|上|最后|最新|最近|前)(?:的|记的|那|这)*(?:{_SPAN})?(?:的)?(?:记录|操作|内容|"
    rf"东西|修改|改动)?|(?:这|"
    rf"那)(?:{_SPAN})(?:的)?(?:记录)?|它|这个|那个|"
    r"\b(?:that|this|it|(?:the |my )?(?:last|latest|previous|most recent)(?: (?:one|entry|record|log|item|thing|"
    r"change|action|message|step|meal))?)\b"
)
_POLITE = (
    r"(?:请|麻烦|帮我|给我|我要|我想|可以|能不能|能|把|\s|,|please|pls|can you|could you|i want to|i'd like to|just)*+"
)
_END = r"(?:吧|了|掉|一下|谢谢|吗|好吗|\s|please|pls|thanks|now|for me)*+"
_UNDO = r"(?:撤销|撤回|撤消|撤掉|回退|撤|undo|revert|take back|roll back|withdraw)"
_GONE = (
    r"(?:删除|删掉|删了|删去|删|去掉|取消|不要|不算|别算|不作数|别记|不要记|不用记|"
    r"delete|remove|erase|cancel|scrap|scratch|forget|discard)"
)
_ENTRY = (
    r"(?:刚才|刚刚|上|最后|最近|前)(?:的|那|这)*一?(?:条|次|笔)(?:的)?(?:记录)?|(?:刚才|刚刚)(?:的|记的|那(?:条|个))|"
    r"(?:这|那)条(?:记录)?|它|这个|那个|"
    r"\b(?:that|this|it|(?:the |my )?(?:last|latest|previous|most recent) (?:entry|record|log|message))\b"
)
_TIMES = (
    r"(?:最近的?|最后的?|刚才的?|前面的?|前|上|近)?(?P<zh>\d{1,2}|[一二两三四五六七八九十])"
    r"(?:次|步|条|个|项|笔|遍|回)(?:操作|记录|修改|改动)?|"
    r"(?:the )?(?:last |latest |previous |past )?(?P<en>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: (?:times|steps|entries|things|changes|actions|records|logs|items|messages|more))?|"
    r"(?P<twice>两回|twice)"
)
_UNDOING_MANY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_POLITE}{_UNDO}(?:掉|了)?\s*(?:{_TIMES}){_END}",
        rf"{_POLITE}(?:把)?(?:{_TIMES})(?:都|全)?{_UNDO}{_END}",
    )
)
_UNDOING_ALL = re.compile(
    rf"{_POLITE}(?:(?:全部|全|都|所有(?:的|操作|记录)*|一切)(?:都|给我)?{_UNDO}(?:掉|了)?|"
    rf"{_UNDO}\s*(?:全部|所有|一切|(?:all|everything)(?: of)?)"
    rf"(?:的|操作|记录| (?:the |my )?(?:entries|changes|it|them|that))*){_END}"
)
_NUMBERS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {
    word: number
    for number, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=2)
}
_UNDOING = re.compile(
    rf"{_POLITE}(?:{_UNDO}\s*(?:{_LATEST})?|{_GONE}\s*(?:{_ENTRY})|(?:{_ENTRY})(?:都|给)?(?:{_UNDO}|{_GONE})|"
    rf"take (?:it|that|this) back){_END}"
)
_REDOING = re.compile(
    rf"{_POLITE}(?:(?:恢复|重做|找回|还原|redo|restore)\s*(?:{_LATEST})?|(?:{_LATEST})(?:恢复|重做|找回|还原)|"
    rf"(?:bring|put|"
    rf"get) (?:it|that) back){_END}"
)
_HELPING = re.compile(
    rf"{_POLITE}(?:帮助|帮帮|帮|help|使用(?:说明|方法|帮助|教程)|教程|说明书?|指南|用法)\s*(?:我|me|out)?{_END}|"
    r"(?:(?:请问|我|你|您|它|这|这个|应该|要|该|到底|都|meum)\s*)*+(?:怎么|如何|咋)(?:使用|用|玩|开始|操作|"
    r"记录?)(?:你|它|这个)?(?:啊|呢|呀|吗)*|"
    r"(?:请问)?(?:你|您|这里|这个)?(?:都)?(?:能|会|可以)(?:帮我|为我)?(?:做|干|记)?(?:些|点)?(?:什么|啥|哪些(?:事|"
    r"功能)?)(?:事|功能|用)?(?:啊|呢|呀)*|"
    r"有(?:什么|哪些)功能|"
    r"(?:how (?:do|can|should) i (?:use|start|log|begin|work)(?: (?:this|it|you|food|meum))*|how does (?:this|it|"
    r"meum) work|what (?:can|do) you do|"
    r"what can i (?:say|do|ask|log|type)(?: here)?|i need help|instructions|"
    r"how to (?:use|start)(?: (?:this|it))?|get started)"
)
_WHO = re.compile(
    rf"{_POLITE}(?:你(?:到底|究竟)?是(?:谁|什么|干(?:什么|嘛|啥)的?|做什么的)|你叫(?:什么|啥)(?:名字)?|这(?:个)?是(?:什么|啥|干(?:什么|嘛|啥)的?)|"
    r"(?:who|what)(?: are|'re)? you|what(?: is|'s) (?:this|meum|your name))(?:东西|程序|软件|机器人|app)?(?:啊|呢|呀)*"
)
_PROGRAM = re.compile(
    rf"{_POLITE}(?:我(?:是)?在?(?:和|跟)?)?(?:你|您|这|这里|对面|后面|那边)?(?:到底|究竟|其实|真的|该不会)*(?:是不是|是|有没有|有)(?:在和|在跟|一?个)?"
    r"(?:ai|人工智能|机器人|真人|活人|人类|人|程序|电脑|chatgpt|gpt|大模型|客服|自动回复|deepseek|豆包)"
    r"(?:在?(?:回复|说话|聊天|回答))?(?:吗|么|呢|啊|吧)*(?:[,，\s]*还是(?:一?个)?(?:ai|人工智能|机器人|真人|活人|人类|人|程序))?(?:吗|么|呢|啊)*|"
    r"(?:我)?(?:是不是|是)?在?(?:和|跟)(?:一?个)?(?:ai|机器人|真人|人|程序)(?:聊天|说话|对话|聊)(?:吗|么|呢|啊)*|"
    r"(?:so |hey )?(?:are|r) (?:you|u)(?: (?:really|actually|just|even))* (?:an? )?(?:ai|a\.i\.|bot|robot|"
    r"chat ?bot|human(?: being)?|real(?: person| human)?|"
    r"person|machine|chatgpt|gpt|program|computer|alive)(?: or (?:an? )?(?:ai|bot|robot|human|real person|person|"
    r"machine|program))?|"
    r"(?:am i|is this)(?: (?:talking|speaking|chatting))?(?: (?:to|with))? (?:an? )?(?:ai|bot|robot|chat ?bot|"
    r"human|real person|person|machine)"
    r"(?: or (?:an? )?(?:ai|bot|robot|human|real person|person|machine))?|is (?:there )?(?:a |an )?(?:human|"
    r"person|anybody|anyone|real person) (?:there|here)"
)
_MAKER = re.compile(
    rf"{_POLITE}(?:meum|你|您|这个?)?(?:是)?(?:谁|哪家公司|哪个公司|什么公司|哪里)(?:开发|做|创造|发明|设计|制作|写|造|运营|研发)(?:了|出)?(?:的|你|meum|这个)*"
    r"(?:程序|软件|app)?(?:的|啊|呢)*|(?:你|meum)的?(?:开发者|作者|主人|老板|公司|爸爸|妈妈|创造者)是谁|谁是你的?(?:开发者|作者|主人|老板|爸爸|妈妈)|"
    r"who (?:made|built|created|developed|designed|owns|runs|wrote|programmed|is behind) (?:you|this|meum|"
    r"it)(?: (?:app|bot|thing))?|"
    r"who(?:'s| is) your (?:maker|creator|developer|owner|boss)|what company (?:made|makes|owns|runs) (?:you|this|"
    r"meum)"
)
_ATE = re.compile(
    r"(?:我|们|刚刚?|刚才|已经|今天|今晚|昨晚|早上|上午|中午|下午|晚上|夜里|半夜|在(?:家|外面|食堂|公司)里?|\s)*"
    r"(?:吃[了过]+(?:早饭|早餐|午饭|午餐|晚饭|晚餐|夜宵|宵夜)?一?(?:点儿?|些)?(?:东西|吃的|饭)?|吃(?:早|午|晚|中)?饭)了?|"
    r"i(?:'ve| have)?(?: just| already)? (?:had|ate|eaten)(?: (?:my|some|a))?"
    r"(?: (?:breakfast|lunch|dinner|supper|food|something|meal|snack))?(?: (?:today|tonight|already|just now))?"
)

_HOW_TO = (
    r"(?:(?:请问|我|要|想|该|应该)*(?:怎么|如何|咋)(?:样|才能|能)?|how (?:do|can|should|would) (?:i|you)|how to|"
    r"can i|(?:我)?(?:能|可以))\s*"
)
_SOMETHING = (
    r"(?:\s*(?:一条|一个|一样|记录|食物|东西|吃的|饮食|份量|数量|克数|错的|错误|它|这个|a|an|the|my|item|items|food|"
    r"entry|entries|record|meal|"
    r"something|amount|amounts|mistake|log|it|that|one|thing|portion|from))*(?:啊|呢|呀|吗)?"
)
_HOW = (
    ("remove", re.compile(rf"{_HOW_TO}(?:删除|删掉|删|去掉|delete|remove|erase){_SOMETHING}")),
    ("undo", re.compile(rf"{_HOW_TO}(?:撤销|撤回|取消|undo|cancel|take back|go back){_SOMETHING}")),
    ("correct", re.compile(rf"{_HOW_TO}(?:修改|更正|改正|改|change|edit|correct|fix|update){_SOMETHING}")),
    (
        "correct",
        re.compile(
            r"(?:你|刚才|刚刚|上面|这个|那个|这条|那条|全|都|我|份量|克数|好像)*(?:记|说|写|算|搞|弄|认|"
            r"识别)?(?:错了?|不对|不准)(?:吧|啊|呀|的|诶)*|"
            r"(?:you(?:'re| are)|(?:that|this|it)(?:'s| is| was)(?: all)?)? ?(?:wrong|incorrect|not right|"
            r"not correct|a mistake)"
        ),
    ),
)


def asks_for_day(text: str) -> bool:
    """Tell whether a cleaned text asks how a day stands: 我今天吃了多少热量, "show me yesterday"."""
    if not _is_about_days(text) or _WEEKLY.search(text):
        return False
    has_day, asks = bool(_DAY_WORD.search(text)), bool(_ASKING.search(text))
    if not asks:
        return has_day and not _EATING.search(text) and not _DAY_WORD.sub("", text).strip(" ,.!。的")
    is_past = bool(_EATING.search(text) or _SUMMING.search(text))
    return is_past or (has_day and not _TO_EAT.search(text))


def asks_for_week(text: str) -> bool:
    """Tell whether a cleaned text asks about more than a day: 这周吃了什么, 最近7天, "show me last week"."""
    if not _is_about_days(text) or not _WEEKLY.search(text):
        return False
    return bool(_ASKING.search(text)) or not _WEEKLY.sub("", text).strip(" ,.!。的")


def _is_about_days(text: str) -> bool:
    return len(text) <= _LONGEST and _SEEING.fullmatch(text) is not None


def asks_for_rest(text: str) -> bool:
    """Tell whether a cleaned text asks how much may still be eaten: 今天还能吃多少, "calories left"."""
    return len(text) <= _LONGEST and bool(_RESTING.fullmatch(text))


def asks_to_undo(text: str) -> bool:
    """Tell whether a cleaned text asks to take back what was logged last: 撤回刚才的, "delete that"."""
    return len(text) <= _LONGEST and bool(_UNDOING.fullmatch(text))


def steps_to_undo(text: str) -> int:
    """Return how many recordings a cleaned text asks to take back: 3 for 撤销三次 and "undo last 3"; 0 for another."""
    if len(text) > _LONGEST:
        return 0
    found = next((match for pattern in _UNDOING_MANY if (match := pattern.fullmatch(text))), None)
    told = next((words for words in found.groupdict().values() if words), "") if found else "0"
    return int(told) if told.isdigit() else _NUMBERS.get(told, 2)


def asks_to_undo_all(text: str) -> bool:
    """Tell whether a cleaned text asks to take back everything, and names nothing: 全部撤销, "undo all"."""
    return len(text) <= _LONGEST and bool(_UNDOING_ALL.fullmatch(text))


def asks_to_redo(text: str) -> bool:
    """Tell whether a cleaned text asks to bring back what was taken back: 恢复刚才的, "put it back"."""
    return len(text) <= _LONGEST and bool(_REDOING.fullmatch(text))


def asks_for_help(text: str) -> bool:
    """Tell whether a cleaned text asks what can be said here: 你能做什么, "how does this work"."""
    return len(text) <= _LONGEST and bool(_HELPING.fullmatch(text))


def asks_who(text: str) -> bool:
    """Tell whether a cleaned text asks who or what answers here: 你是谁, "what is this"."""
    return len(text) <= _LONGEST and bool(_WHO.fullmatch(text))


def asks_whether_program(text: str) -> bool:
    """Tell whether a cleaned text asks if a person or a program answers here: 你是AI吗, "are you a human?"."""
    return len(text) <= _LONGEST and bool(_PROGRAM.fullmatch(text))


def asks_for_maker(text: str) -> bool:
    """Tell whether a cleaned text asks who made this: 谁开发的, "who made you?"."""
    return len(text) <= _LONGEST and bool(_MAKER.fullmatch(text))


def tells_no_food(text: str) -> bool:
    """Tell whether a cleaned text says that something was eaten, and not what: 晚上吃了点东西, "I had dinner"."""
    return len(text) <= _LONGEST and bool(_ATE.fullmatch(text))


def asks_how(text: str) -> str:
    """Return what a cleaned text asks how to do, "correct", "remove" or "undo"; empty for anything else.

    A bare 错了 or "that's wrong" asks how to put it right.
    """
    if len(text) > _LONGEST:
        return ""
    return next((topic for topic, pattern in _HOW if pattern.fullmatch(text)), "")
