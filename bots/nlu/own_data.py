"""Questions about what somebody told of themselves: 我的体重是多少, "how did I sleep", "how many eggs today"; pure."""

from __future__ import annotations

import re
from enum import StrEnum

from bots.nlu.spans import without_days


class Topic(StrEnum):
    """What is asked about; the measures of the body have the names of their kinds."""

    STEPS = "steps"
    BURNT = "burnt"
    WEIGHT = "weight"
    WAIST = "waist"
    HIP = "hip"
    NECK = "neck"
    BODY_FAT = "body_fat"
    RESTING_HEART_RATE = "resting_heart_rate"
    BLOOD_PRESSURE = "blood_pressure"
    HEIGHT = "height"
    SLEEP = "sleep"
    WALKING = "walking"
    RUNNING = "running"
    CYCLING = "cycling"
    SWIMMING = "swimming"
    ACTIVITY = "activity"
    SKIN = "skin"


# A pattern for each topic and one for its name, which asks by itself where a day or "my" stands with it. What comes
# first is taken out first, so that 走了多少步 is about steps and "burned by running" about energy.
_TOPICS: dict[Topic, tuple[str, str]] = {
    Topic.STEPS: (r"步数|[多几](?:少)?步|\bsteps?\b", r"步数|\bsteps?\b"),
    Topic.BURNT: (
        r"(?:运动)?(?:消耗|燃烧|烧)(?:[掉了过的]*|能量|热量|卡路里)*|"
        r"\b(?:burn(?:ed|t|ing)?|calories out|energy spent)\b",
        r"(?:运动|热量|能量)消耗|消耗的?(?:热量|能量|卡路里)|\b(?:calories|energy) burn(?:ed|t)\b",
    ),
    Topic.WEIGHT: (
        r"体重|重量|称重|[多几](?:少)?(?:公?斤|千克|重)|[胖瘦轻重](?:了|过)?(?:多少|几)?(?:公?斤)?|"
        r"(?:(?:lost|lose|gain(?:ed)?)\s)?(?:\b(?:any|much|some) )?\b(?:body ?)?weight\b(?: (?:loss|gain))?|"
        r"\bweigh(?:ed|ing|s)?(?: in)?\b|\bheavy\b|\bscale\b",
        r"体重|\b(?:body ?)?weight\b",
    ),
    Topic.WAIST: (r"腰围|腰(?!果|花|疼|痛|酸)|\bwaist(?:line)?\b", r"腰围|\bwaist\b"),
    Topic.HIP: (r"臀围|\bhips?\b", r"臀围|\bhips?\b"),
    Topic.NECK: (r"颈围|脖围|\bneck\b", r"颈围|脖围|\bneck\b"),
    Topic.BODY_FAT: (r"体脂(?:肪)?率?|\bbody ?fat(?: (?:percentage|rate))?\b", r"体脂率?|\bbody ?fat\b"),
    Topic.RESTING_HEART_RATE: (
        r"静息心率|心率|心跳|\b(?:resting )?(?:heart ?rate|pulse)\b",
        r"静息心率|心率|\b(?:resting )?(?:heart ?rate|pulse)\b",
    ),
    Topic.BLOOD_PRESSURE: (r"血压|\bblood pressure\b|\bbp\b", r"血压|\bblood pressure\b|\bbp\b"),
    Topic.HEIGHT: (r"身高|多高|\bheight\b|\btall\b", r"身高|\bheight\b"),
    Topic.SLEEP: (
        r"睡眠|睡觉|入睡|睡|起床|醒来?|"
        r"\b(?:asleep|sle(?:ep|pt)(?:ing)?|wake up|w[oa]ke up|woke|get up|got up|go to bed|went to bed|bedtime)\b",
        r"睡眠|\bsleep\b",
    ),
    Topic.WALKING: (
        r"走路|散步|快走|步行|徒步|(?<=[天晚上午周月])走(?=了|过|得)|走(?=了?[多几])|\bwalk(?:ed|ing|s)?\b",
        r"散步|步行|\bwalk(?:s|ing)\b",
    ),
    Topic.RUNNING: (r"跑步|慢跑|跑|\b(?:r[ua]n(?:ning|s)?|jog(?:ged|ging)?)\b", r"跑步|\b(?:runs|running)\b"),
    Topic.CYCLING: (
        r"骑(?:自行车|单车|车|行)?|\b(?:bik(?:e|ed|ing)|cycl(?:e|ed|ing)|r(?:ide|ode)(?: (?:a|my) bike)?)\b",
        r"骑[车行]|\b(?:cycling|bike rides?)\b",
    ),
    Topic.SWIMMING: (r"游泳|游|\bsw[aiu]m(?:ming)?\b", r"游泳|\bswimming\b"),
    Topic.ACTIVITY: (
        r"运动量?|锻炼|健身|活动量?|"
        r"\b(?:exercis(?:e|ed|es|ing)|activit(?:y|ies)|active|work(?:ed)? ?outs?|train(?:ed|ing)|training|sports?)\b",
        r"运动量|(?<=的)(?:运动|锻炼|活动)|\b(?:exercise|activit(?:y|ies)|workouts?|training)\b",
    ),
    Topic.SKIN: (
        r"皮肤|护肤品?|肤质|肤况|脸(?:上|部)?|(?:用|擦|涂|抹|敷)[了过]?(?=什么|啥|哪些)|"
        r"\b(?:skin(?:care)?|complexion)\b|\b(?:put|use[d]?) (?:on )?(?:my )?(?:face|skin)\b",
        r"皮肤|护肤|\bskin(?:care)?\b",
    ),
}
MEASURES = frozenset(
    {
        Topic.WEIGHT,
        Topic.WAIST,
        Topic.HIP,
        Topic.NECK,
        Topic.BODY_FAT,
        Topic.RESTING_HEART_RATE,
        Topic.BLOOD_PRESSURE,
    }
)
"""Figures of the body, each with its kind's name."""
MOVEMENTS = frozenset({Topic.WALKING, Topic.RUNNING, Topic.CYCLING, Topic.SWIMMING, Topic.ACTIVITY})
_ASKS = re.compile(
    r"多少|多[久长远重高大快]|[几](?=[个点次公千小分斤步天里晚回]|$)|怎么样|怎样|咋样|如何(?=[呢啊呀?。!\s]*$)|什么样|啥样|什么|哪些|啥|"
    r"好不好|有没有|情况|状况|状态|记录|变化|趋势|曲线|走势|历史|数据|查|看|显示|告诉|总结|统计|汇总|平均|何时|哪天|"
    r"上次|上一次|最近一次|最后一次|最新|吗|么|呢[?\s]*$|没有?[?\s]*$|[?]|"
    r"\b(?:what(?:'s|s)?|how(?:'s|s)?|when|where|which|show|tell|see|check|list|display|trend|history|changes?|progress|stats|"
    r"statistics|average|mean|summary|report|latest|current|last (?:time|one)|my last|most recent)\b|"
    r"^(?:so )?(?:did|do|have|has|was|were|is|am) "
)
_MINE = re.compile(r"我的?|\bmy\b|'s\b|的")
_LATEST = re.compile(
    r"上次|上一次|最近一次|最后一次|最新|何时|什么时候|哪天|\b(?:when|latest|most recent|last time|(?:my|the) last)\b"
)
_CHANGE = re.compile(
    r"变化|趋势|曲线|走势|历史|[胖瘦轻重]了|\b(?:trend|history|changes?|progress|los[et]|gain(?:ed)?)\b|\bweight loss\b"
)
_FILLER = re.compile(
    r"我|自己|的|了|过|得|是|有|在|到|从|现在|目前|如今|当前|为止|今天|一共|总共|总|共|都|大概|大约|约|差不多|请问?|帮|给|一下|下|能|可以|"
    r"想|要|知道|时间|时候|长|小时|钟头|分钟|钟|公里|千米|米|公斤|千克|斤|里|路|步|质量|时长|效果|这|那|个|段|天|日|晚|夜|里|早上|晚上|上午|下午|"
    r"中午|夜里|次|回|每|和|与|呢|啊|呀|吧|嘛|哦|哈|你|身体|点|床|起|着|怎么|能量|热量|卡路里|千卡|大卡|卡|量|还|又|"
    r"做|用|擦|涂|抹|敷|东西|产品|上|最近|第一|掉|多|大|快|"
    r"\b(?:i|i've|me|my|mine|you|a|an|the|of|in|on|for|at|to|from|by|with|did|do|does|have|has|had|been|was|were|is|are|am|"
    r"be|get|got|gotten|much|many|long|far|hours?|minutes?|mins?|km|kilomet(?:er|re)s?|miles?|kgs?|"
    r"kilos?|pounds?|lbs?|calories?|kcal|cals?|energy|total|all|some|any|time|times|so far|now|right now|currently|"
    r"today|days?|night|nights|morning|evening|afternoon|per|each|every|daily|like|doing|feeling|look(?:s|ing|ed)?|going|go|"
    r"it|that|this|please|pls|just|quality|data|figures?|number|log|logged|logs|records?|recorded|can|could|up|about|"
    r"exactly|took|take|taken|work|put|used|use|face|products?|stuff|yet|ever|and|in total|condition|status|level|rate|"
    r"most|recent|last)\b|'s\b|[\s,.。!?~:：、]"
)
_WELL = r"够|足|充足|好|行|\b(?:well|good|enough)\b"
_BESIDE = {
    Topic.SLEEP: _WELL,
    Topic.SKIN: _WELL,
    Topic.STEPS: r"走|动|跑|\bwalk(?:ed|ing)?\b",
    Topic.WEIGHT: r"[胖瘦]|\b(?:los[et]|gain(?:ed)?)\b",
}
"""What may stand beside one topic alone: whether swimming is good is no question about a diary."""
_HOW_TO = re.compile(r"^(?:怎么|如何|怎样)(?!样)|\bhow (?:do|can|should|to|would)\b(?! i weigh)|\bshould\b|应该|该")
_LONGEST = 60


def own_data_asked(plain: str) -> Topic | None:
    """Return the topic that a cleaned text asks about, None where it asks nothing or tells something new.

    Beside its one topic, nothing but days and words of asking may stand in it, so that a figure is always a log.
    """
    if len(plain) > _LONGEST or _HOW_TO.search(plain):
        return None
    rest = without_days(plain)
    found = next(((topic, *words) for topic, words in _TOPICS.items() if re.search(words[0], rest)), None)
    if found is None:
        return None
    topic, words, name = found
    filler = rf"{_FILLER.pattern}|{_BESIDE[topic]}" if topic in _BESIDE else _FILLER.pattern
    if re.sub(filler, "", _ASKS.sub(" ", re.sub(words, " ", rest))):
        return None
    is_whose = bool(_MINE.search(rest)) or (topic not in MOVEMENTS and rest != plain)
    return topic if _ASKS.search(rest) or (is_whose and _is_name(rest, name)) else None


def asks_for_latest(plain: str) -> bool:
    """Tell whether a question is about the last time: 上次跑步是什么时候, "when did I last run"."""
    return bool(_LATEST.search(plain))


def asks_for_change(plain: str) -> bool:
    """Tell whether a question is about how a figure changed: 我瘦了吗, "weight trend"."""
    return bool(_CHANGE.search(plain))


def _is_name(rest: str, name: str) -> bool:
    """Tell whether nothing but a name and whose it is stands in a text: "my sleep", 我的体重."""
    found = re.search(name, rest)
    return found is not None and not re.sub(
        rf"{_MINE.pattern}|[\s,.。!~]|\bfor\b", "", rest.replace(found.group(), "", 1)
    )
