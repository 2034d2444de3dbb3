"""What a message says of how somebody feels or lives, and words that are only for Meum: thanks, insults; pure.

None of it is food, so a reader of meals is not to see it: 笨蛋 holds no egg and "chest pain" no chestnut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bots.nlu.circumstances import CIRCUMSTANCES, SAID_TO_MEUM


class Feeling(StrEnum):
    """What is felt or told of oneself, or said to Meum."""

    PREGNANT = "pregnant"
    NURSING = "nursing"
    RESTRICTING = "restricting"
    LOSING = "losing"
    DIET = "diet"
    BINGE = "binge"
    UNWELL = "unwell"
    SLEEPLESS = "sleepless"
    SAD = "sad"
    TIRED = "tired"
    HAPPY = "happy"
    INSULT = "insult"
    SORRY = "sorry"
    COMPLAINT = "complaint"
    UNSUBSCRIBE = "unsubscribe"
    PRAISE = "praise"
    THANKS = "thanks"
    FAREWELL = "farewell"
    HUNGRY = "hungry"
    NODDING = "nodding"


@dataclass(frozen=True)
class Felt:
    """Hold one feeling told in `text[start:end]`."""

    feeling: Feeling
    start: int
    end: int


_VERY = r"(?:有一?点儿?|有些|好|很|太|真|特别|非常|超级?|一直|又|还|也|都|老是|总是|突然|越来越|的|地|得|\s){0,6}"
_PARTS_ZH = (
    r"(?:偏头|额头|头|脑袋|胃|肚子|小腹|腹部|胸口?|心口|心脏|腰|后背|背|膝盖?|大腿|小腿|腿|脚踝|脚|手腕|手|胳膊|嗓子|"
    r"喉咙|牙齿?|眼睛|耳朵|"
    r"关节|肌肉|脖子|颈椎|肩膀?|全身|浑身|身体|身上|屁股|肋骨)"
)
_PARTS_EN = (
    r"(?:chest|heart|head|stomach|belly|tummy|abdom\w+|gut|back|knees?|legs?|foot|feet|ankles?|arms?|shoulders?|"
    r"neck|throat|tooth|teeth|ears?|"
    r"eyes?|muscles?|joints?|hips?|wrists?|hands?|elbows?|calf|calves|thighs?|body|period|menstrual)"
)
_I = (
    r"(?:\bi(?:'m| am| was| feel| felt| have been| got| get)? |\bfeel(?:ing|s)? |\bfelt )?(?:(?:so|very|really|"
    r"a bit|a little|kind of|pretty|too|quite|extremely|just|all|being|a lot of|some|bad|terrible) )*"
)
_SEARCHED: dict[Feeling, str] = {
    **{Feeling(name): pattern for name, pattern in CIRCUMSTANCES.items()},
    Feeling.BINGE: (
        r"(?:我|又|今天|昨天|晚上|刚刚?)*(?:(?:想|一直|总是?|老是?)吃(?:东西)?(?:得|都|就)?停不下来|"
        r"(?:控制|忍|管)不住(?:自己|嘴巴?)?(?:的)?(?:一直|总|老|又|要|想)*吃(?:东西)?|管不住(?:自己的?|我的?)?嘴巴?|暴饮暴食|暴食|"
        r"吃太多了?(?:好|很|真|有点)*(?:后悔|内疚|自责|罪恶感?))(?:了|啊|死了|呀)*|"
        r"\b(?:(?:can(?:no|')?t|could(?: not|n't)) stop eating|(?:i )?(?:have been )?bing(?:ed|e ate|e eating|"
        r"eing|ing)|binge eating)\b"
    ),
    Feeling.UNWELL: (
        rf"我?{_PARTS_ZH}{_VERY}(?:疼痛|酸痛|胀痛|绞痛|刺痛|疼|痛|胀|不舒服|不适|难受|发麻|抽筋|胀气)(?:了|死了|啊|"
        rf"得厉害)*|"
        rf"我?{_VERY}(?:头晕|头昏|眼花|恶心|想吐|呕吐|吐了|拉肚子|腹泻|便秘|发烧|发热|感冒|咳嗽|流鼻涕|鼻塞|生病|"
        rf"病了|胸闷|心慌|心悸|气短|气喘|"
        r"喘不[上过]气|呼吸困难|中暑|受伤|扭伤|扭到|崴[了到]?脚?|抽筋|痛经|晕倒|出血|身体不适|不舒服|难受)(?:了|死了|"
        r"啊)*|"
        rf"{_I}(?:my |the )?\b{_PARTS_EN}(?: muscle)?(?:[ -]?(?:pains?|aches?|cramps?|injury|spasms?)| (?:(?:really|"
        rf"still|just|also|always|a bit) )*"
        r"(?:hurts?|hurting|aches?|aching|is (?:sore|aching|hurting|killing me|tight)|are (?:sore|aching|hurting)|"
        r"feels? (?:bad|weird|tight|sore|funny)))\b|"
        rf"{_I}\b(?:headaches?|migraines?|stomach ?aches?|tooth ?aches?|back ?aches?|ear ?aches?|nausea|nauseous|"
        rf"dizz(?:y|iness)|fever(?:ish)?|vomit(?:ed|ing)?|"
        r"threw up|throw(?:ing)? up|diarrh\w+|constipat\w+|sick(?! of)|(?<!')ill|unwell|flu|cough(?:ing)?|"
        r"sore(?: throat)?|injur(?:y|ed)|hurt myself|"
        r"sprain(?:ed)?|palpitations|(?:short|shortness) of breath|can(?:not|'?t) breathe|faint(?:ed|ing)?|"
        r"heart attack|bleeding|bloated|bloating|"
        r"cramps?|painful|(?:a |the |caught a |got a |have a |had a )(?:bad )?cold(?=$|[\s,.!]*$)|pains?(?!\s+(?:au|"
        r"aux|de|perdu|d')))\b"
    ),
    Feeling.SLEEPLESS: (
        r"我?(?:昨晚|昨天|昨夜|最近|又|一直|有点|总是|今天)*(?:失眠|睡不着|没睡好|睡不好|没睡着|睡得(?:很|"
        r"不太)?(?:差|不好)|睡眠(?:很|不太|质量)*(?:差|不好))(?:了|啊)*|"
        r"\b(?:(?:i (?:have|had) )?insomnia|(?:i )?(?:can(?:not|'?t)|could(?:n'?t| not)|did(?:n'?t| not)) (?:fall a|"
        r"get any |really )?sleep(?: well| at all| much)?|"
        r"(?:i )?slept (?:badly|poorly|terribly)|sleepless(?: night)?|(?:had a )?bad night)\b"
    ),
    Feeling.SAD: (
        rf"(?:我|今天|最近|现在|感到|感觉|觉得)*{_VERY}(?:心情(?:有点|很|不太|特别|真|好|非常)*(?:不好|差|糟糕?|低落|"
        rf"郁闷|烦躁?|坏|沉重|压抑|down)|难过|伤心|想哭|"
        rf"哭了|郁闷|沮丧|失落|"
        r"压力(?:好|很|太|有点|特别|山)*大|焦虑|焦躁|烦躁|烦死|心烦|孤独|孤单|寂寞|抑郁|崩溃|不开心|不高兴|不快乐|"
        r"委屈|失恋|分手了?|没人(?:爱|关心)我|emo|心累|"
        r"讨厌自己|无聊|自卑|(?:好|太|这么|又)胖|(?<!麻)烦)(?:了|啊|死了|呀)*|"
        r"\b(?:i(?:'m| am| was| feel| felt|'ve been| have been)|feel(?:ing)?|felt)(?: (?:so|very|really|a bit|"
        r"a little|kind of|pretty|too|quite|extremely|just|feeling|all|kinda|like))* "
        r"(?:sad|unhappy|depress\w+|down|lonely|alone|anxious|anxiety|stressed(?: out)?|upset|heart ?broken|"
        r"miserable|worried|nervous|overwhelmed|"
        r"hopeless|crying|terrible|awful|horrible|low|blue|bad|guilty|ashamed|frustrated|angry|mad|a failure|fat|"
        r"ugly|worthless|bored|scared)\b(?: today| now)?|"
        r"\b(?:bad|terrible|foul|low) mood|\bbad day|\b(?:hate myself|hate my body|nobody (?:loves|likes) me|"
        r"broke up|my life sucks)\b|"
        r"^(?:so |very )?(?:sad|lonely|depressed|stressed|anxious|upset)\b"
    ),
    Feeling.TIRED: (
        rf"(?:我|今天|最近|现在|感觉|觉得)*{_VERY}(?:累死|累坏|累(?!计)|疲惫|疲倦|疲劳|困死|犯困|困(?!难)|"
        rf"没(?:有)?(?:力气|精神|劲)|乏力)(?:了|啊|呀)*|"
        r"\b(?:i(?:'m| am| was| feel| felt)|feel(?:ing)?|felt|so|very)(?: (?:so|very|really|a bit|a little|pretty|"
        r"too|quite|just|all|kinda|feeling))* "
        r"(?:tired|exhausted|sleepy|worn out|burn(?:ed|t) out|drained|weak|fatigued)\b(?: today| now)?|^(?:tired|"
        r"exhausted|sleepy)\b"
    ),
    Feeling.HAPPY: (
        rf"(?:我|今天|现在|感觉|觉得)*{_VERY}(?:开心|高兴|快乐|心情(?:很|真|超|非常|特别|还)?(?:好|不错|棒))(?:了|啊|"
        rf"呀|极了)*|"
        r"\b(?:i(?:'m| am| feel)|feeling)(?: (?:so|very|really|pretty|quite))* (?:happy|great|good|fine|wonderful|"
        r"amazing|excited|proud)\b(?: today| now)?"
    ),
    Feeling.INSULT: (
        r"(?:你|你个|真是|就是|这个?|真|好|太|大|个|死)*(?:笨蛋|傻瓜|傻蛋|傻[逼叉x子]|混蛋|坏蛋|王八蛋|滚蛋|滚开|"
        r"去死|去你的|白痴|弱智|智障|废物|滚$|垃圾(?!食品|桶|分类)|蠢货|蠢|"
        r"脑残|神经病|他妈的|(?<![妈我你她们])妈的(?![\u4e00-\u9fff])|"
        r"操你妈?|草泥马|讨厌你|烦人|狗屁|没用的?东西)(?:吧|啊|了|程序|机器人|软件)*|你(?:真|好|太|很|怎么这么|"
        r"是不是|就是|个)*(?:笨|傻|差劲|烂|没用|讨厌|无聊|烦|坏)(?:了|啊|"
        r"吧)*|"
        r"\b(?:you(?:'re| are|r)?|this (?:is|app is|bot is)|it(?:'s| is)|ur)(?: (?:so|very|really|such|a|an|the|"
        r"just|all|pretty|totally|fucking|damn))* "
        r"(?:stupid|dumb|idiot\w*|useless|moron|bad|terrible|awful|suck|sucks|shit|shitty|crap|trash|garbage|"
        r"rubbish|annoying|worst|worthless|ugly|fool|bullshit)\b(?: (?:bot|app|thing|program|robot))?|"
        r"\b(?:fuck(?:ing)?(?: (?:you|off|this))?|shut up|go to hell|screw you|bullshit|i hate (?:you|"
        r"this)(?: (?:app|bot))?|stupid(?: (?:bot|app|thing|robot))?|idiot|dumb(?: (?:bot|app))?|you suck)\b"
    ),
}
_SELF_PRAISE = r"(?:你|您|真的?|太|好|很|非常|超级?|特别|这个|meum|机器人|小助手|做得|干得|也|的|是|我|\s)*"
_WHOLE: dict[Feeling, str] = {
    **{Feeling(name): pattern for name, pattern in SAID_TO_MEUM.items()},
    Feeling.PRAISE: (
        rf"{_SELF_PRAISE}(?:棒|厉害|聪明|可爱|好用|方便|优秀|给力|强|贴心|牛[逼掰批]?|nb|6{(2,)}|赞|不错|喜欢你|爱你|"
        rf"漂亮|完美|温柔|"
        rf"懂我)(?:了|啊|呀|哦|哟|的|极了|死了|这个|\s)*|"
        r"(?:wow|haha|oh|you(?:'re| are)?|that(?:'s| is| was)|this is|it(?:'s| is)|so|very|really|the|a|an|i|just|"
        r"such|what|well|too|super|really|do|job|work|bot|app|this|meum|"
        r"good|great|nice|awesome|amazing|brilliant|smart|clever|cool|perfect|excellent|wonderful|fantastic|cute|"
        r"helpful|useful|best|sweet|love|like|done|you|it|"
        r"funny|impressive|kind|lovely|beautiful|works?|\s|,)+"
    ),
    Feeling.THANKS: (
        r"(?:好的?|嗯|非常|太|十分|真的?|多|很|,|\s)*(?:谢谢|感谢|多谢|谢了|谢啦|谢|辛苦)(?:你|您|了|啦|啊|大家|meum|"
        r"帮忙|\s)*|"
        r"(?:ok(?:ay)?|great|cool|many|oh|alright|perfect|good|nice|,|\s)*(?:thanks?|thank you|thx|ty|cheers|"
        r"much appreciated|appreciate it)(?: (?:so|very|much|a|lot|bunch|you|again|meum|for|the|your|help|buddy|man|"
        r"everything|that))*"
    ),
    Feeling.FAREWELL: (
        r"(?:再见|拜拜?|晚安|明天见|回头见|走了|先这样|我去睡了?)(?:了|啦|吧|哦|meum)*|"
        r"(?:good ?bye|bye(?: bye)?|good ?night|see you(?: (?:later|tomorrow|soon))?|later|see ya|"
        r"talk (?:to you )?later|cya)"
    ),
    Feeling.HUNGRY: (
        r"(?:我|好|很|太|真|又|有点|快|现在|还|\s)*(?:饿|嘴馋|馋)(?:了|死了|啊|呀|坏了)*|"
        r"(?:i(?:'m| am) )?(?:so |very |really |a bit |still |always )*(?:hungry|starving)(?: (?:now|again|today))?"
    ),
    Feeling.NODDING: (
        r"(?:哈|嘿|呵|嘻){2,}|(?:我|吃|好|太|很|已经|\s)*(?:饱|撑)(?:了|死了|啊|呀)*|(?:i(?:'m| am) )?(?:so |"
        r"very )*(?:full|stuffed)|(?:嗯|哦|噢|喔|额|呃|啊)+|(?:好|行|可以|没事|没问题|不客气|对|是)(?:的|吧|了|啊|呀|"
        r"哒|滴|哦|嘞)*|知道了?|明白了?|收到|了解了?|"
        r"(?:ha){2,}h?|lol|lmao|hm+|mm+|oh+|yes|yeah|yep|yup|no thanks?|no|nope|sure|fine|all ?right|i see|"
        r"understood|right|k+|"
        r"(?:oh|ok|okay|cool|great|sure|fine|good|all right|alright|no problem|\s)+"
    ),
}
_FELT = tuple((feeling, re.compile(pattern)) for feeling, pattern in _SEARCHED.items())
_SAID = tuple((feeling, re.compile(pattern)) for feeling, pattern in _WHOLE.items())
_PRAISING = re.compile(
    r"[\u4e00-\u9fff]|\b(?:good|great|nice|awesome|amazing|brilliant|smart|clever|perfect|excellent|wonderful|"
    r"fantastic|cute|helpful|useful|best|sweet|love|"
    r"funny|impressive|lovely|beautiful|well done|like (?:you|it|this)|works?)\b"
)
_ILLNESS = re.compile(
    r"头晕|胸痛|胸闷|胸口(?:疼|痛)|喘不上气|呼吸困难|过敏了|发烧|糖尿病|高血压|吃什么药|孕妇|哺乳期|"
    r"\bchest hurts\b|\bcan(?:not|'?t) breathe\b|"
    r"\b(?:diabet\w*|pregnan\w*|breast-?feeding|chest pain|fever|dizzy|medicine|medication|diagnos\w*)\b"
)
_EDGES = " .。!?~,、;:…"
_LONGEST = 60


def is_about_illness(plain: str) -> bool:
    """Tell whether a cleaned text names an illness or a medicine, which is a doctor's matter."""
    return bool(_ILLNESS.search(plain))


def feelings_in(plain: str) -> tuple[Felt, ...]:
    """Return the feelings that a cleaned text tells, from left to right; those said to Meum only as a whole text."""
    said = _said(plain.strip(_EDGES))
    if said is not None:
        return (Felt(said, 0, len(plain)),)
    found: list[Felt] = []
    for feeling, pattern in _FELT:
        for match in pattern.finditer(plain):
            if all(match.end() <= felt.start or match.start() >= felt.end for felt in found):
                found.append(Felt(feeling, *match.span()))
    return tuple(sorted(found, key=lambda felt: felt.start))


def _said(text: str) -> Feeling | None:
    if not text or len(text) > _LONGEST:
        return None
    for feeling, pattern in _SAID:
        if pattern.fullmatch(text) and (feeling is not Feeling.PRAISE or _PRAISING.search(text)):
            return feeling
    return None
