"""What somebody says of their own life that is not kept but deserves an answer: pregnancy, diets, wishes; pure."""

from __future__ import annotations

_FEW_KCAL_ZH = (
    r"(?:(?<![\d.,])[1-9]\d{0,2}(?!\d)|[一二两三四五六七八九]百[多来几]?[一二三四五六七八九]?十?[多来几]?)(?:多|来|左右)?"
    r"\s*(?:大卡|千卡|卡路里|卡|kcal)"
)
_FEW_KCAL_EN = r"(?<![\d,.])[1-9]\d{0,2} ?(?:k?cals?|kcal|k?calories)\b"
_DAILY_ZH = r"(?:今天|今日|昨天|每天|每日|天天|一天|一整天|全天|这一天|最近)"
_DAILY_EN = r"(?:today|yesterday|(?:a|per|each|every|all|the whole) day|daily)"
_NO_MEAL_ZH = r"[^早午晚中餐饭顿,，。;]"
_NO_MEAL_EN = r"(?:(?!breakfast|lunch|dinner|snack|supper|[,.;]).)"
_ONLY_EN = r"(?:(?:only|just|barely|about|around|like|under|less than|no more than|at most|maybe) )*"
_I_AM = (
    r"\b(?:i(?:'m| am|m)|my wife is|i was|i've been|i have been)"
    r"(?: (?:now|currently|also|a|an|still|just|actually|strictly|strict|\d+ (?:weeks?|months?)))*"
)
_I_ATE = r"\bi(?:'ve| have)?(?: only| just| barely)? (?:ate|had|eat|eaten|consumed?|have|been eating)"
_CLAUSE_START, _CLAUSE_END = r"(?:^|(?<=[\s,，。;!]))", r"(?=$|[\s,，。;!?])"
_TARGET_ZH = r"(?:\d{1,3}(?:\.\d)?|[一二两三四五六七八九十百]{1,5})\s*(?:公?斤|千克|kgs?)"
_TARGET_EN = r"(?:\d{1,3}(?:\.\d)? ?(?:kgs?|kilos?|lbs?|pounds?|stone)|weight|some weight|fat|belly fat)"

CIRCUMSTANCES: dict[str, str] = {
    "pregnant": (
        r"(?:我|现在|已经|刚刚?)*(?:怀孕|怀上|有了?身孕|有宝宝|备孕|孕(?:早|中|晚)?期|是?孕妇|怀了?(?:宝宝|孩子|二胎|三胎))"
        r"(?:\d{1,2}(?:周|个月))?[了的]*|我?(?:怀)?孕\d{1,2}周了?|"
        rf"{_I_AM} (?:pregnant|expecting(?: a baby)?|having a baby|trying to (?:conceive|get pregnant))\b|"
        r"\bmy pregnancy\b|\b\d{1,2} (?:weeks|months) pregnant\b"
    ),
    "nursing": (
        r"(?:我|现在|正|在|还)*(?:哺乳期?|母乳(?:喂养)?期?|(?:给宝宝|给孩子)?喂奶|坐月子|产后)(?:中|期间|阶段|了)*"
        rf"{_CLAUSE_END}|{_I_AM} (?:breast-?feeding|nursing|lactating|postpartum)\b"
    ),
    "restricting": (
        rf"我?{_DAILY_ZH}{_NO_MEAL_ZH}{{0,8}}?(?:只|就|仅|才|不到|少于|不超过|控制在|控制|想|要|打算|准备|计划)"
        rf"{_NO_MEAL_ZH}{{0,8}}?{_FEW_KCAL_ZH}(?:以内|以下)?|"
        rf"我?(?:只|就|仅|才|想|要|打算|准备|计划){_NO_MEAL_ZH}{{0,8}}?{_FEW_KCAL_ZH}(?:以内|以下)?\s*(?:一天|每天|/天|的?热量一天)|"
        r"我?(?:想|要|打算|准备|计划|正在|在|开始)*(?:断食|辟谷|节食|饿)(?:[\d一两二三四五六七几]+(?:天|日|周)|减肥)|"
        r"我?(?:想|要|打算|准备|计划|决定)(?:从\w{1,3}开始)?(?:以后|今天|明天|每天)*(?:什么都不吃|不吃东西|不吃饭|不吃了|一天只吃一顿|只喝水)|"
        rf"(?=[^.;]*\b(?:only|just|barely|under|less than|no more than|at most)\b)"
        rf"(?:(?:{_DAILY_EN}[, ]+)?{_I_ATE} {_ONLY_EN}{_FEW_KCAL_EN}{_NO_MEAL_EN}{{0,20}}{_DAILY_EN}|"
        rf"{_DAILY_EN}[, ]+{_I_ATE} {_ONLY_EN}{_FEW_KCAL_EN})|"
        rf"\b(?:i (?:want|need|plan|would like|am going|am trying)|i'(?:m|d) (?:going|trying|planning|like)|can i|"
        rf"should i|trying)"
        rf"(?: to)? {_ONLY_EN}(?:eat|have|consume|stick to|live on|stay under|stay at|cut (?:down )?to|go down to|"
        rf"limit myself to) "
        rf"{_ONLY_EN}{_FEW_KCAL_EN}(?:{_NO_MEAL_EN}{{0,20}}{_DAILY_EN})?|"
        rf"{_FEW_KCAL_EN} (?:a|per) day(?: diet)?|"
        r"\b(?:want|going|plan|planning|trying|decided) to (?:fast for (?:\d+|two|three|four|five|six|seven|"
        r"several) days|stop eating|"
        r"not eat(?: anything)?(?: for \w+ days)?|eat nothing|skip all (?:my )?meals)\b|\b(?:\d+|two|three|four|"
        r"five|seven)[- ]day fast\b"
    ),
    "losing": (
        rf"我?(?:真的|很|特别|也|还|就)*(?:想要?|要|打算|准备|正?在|计划|希望|需要|怎么(?:样|才能)?|如何|能不能)(?:快速|赶紧|快点|尽快|迅速|"
        rf"(?:在)?[一二两三四五六七八九十半几\d]+(?:个)?(?:月|周|天|星期|年)内?|这个月|今年)*(?:减肥(?!餐|茶|药)|减脂(?!餐)|减重|"
        rf"(?:瘦|减)(?:到|掉|个|下来|下去)*\s*(?:{_TARGET_ZH})|瘦(?:一点|点|下来|身(?!衣)){_CLAUSE_END}|瘦{_CLAUSE_END})(?:了|吧|啊)*|"
        rf"(?:\bi (?:really )?(?:want|need|would like|am trying|plan)|\bi'(?:m|d) (?:trying|like|going)|"
        rf"\bhow (?:do i|can i|to|should i)|"
        rf"^want|^trying|and want)(?: to)? (?:lose|drop|shed) {_TARGET_EN}(?: (?:in|within|by) [a-z0-9 ]{{1,16}})?|"
        rf"\b(?:i (?:really )?want|i need|i would like|i'd like)(?: to)? (?:weigh|be|get down to|get to|"
        rf"get) {_TARGET_EN}|"
        r"\bi(?:'m| am) (?:on a diet|dieting|trying to (?:slim|diet))\b|\bi want to (?:be (?:thin|skinny|thinner)|"
        r"get (?:thin|skinny)|slim down)\b"
    ),
    "diet": (
        rf"{_CLAUSE_START}(?:我|我们)(?:是|个|一个|一直|平时|都|现在|最近|长期|从小|已经|在|开始|信佛|,)*"
        r"(?:吃全?素|吃纯素|吃斋|素食(?:主义)?(?:者)?|纯素(?:食)?(?:者|主义者)?|生酮(?:饮食)?|低碳(?:饮食)?|清真|回民|乳糖不耐受?|麸质不耐受?|"
        rf"不(?:能)?吃(?:肉|荤|猪肉|牛肉|羊肉|海鲜|辣|香菜|乳制品|奶制品|麸质))(?:的|者|了|人)*{_CLAUSE_END}|"
        rf"{_I_AM} (?:vegetarian|vegan|pescatarian|a flexitarian|flexitarian|lactose intolerant|gluten intolerant|"
        rf"coeliac|celiac|"
        rf"(?:on |doing )?(?:a )?(?:keto|low[- ]carb|gluten[- ]free|dairy[- ]free|halal|kosher)(?: diet)?)\b|"
        r"\bi (?:do not|don't|dont|never|can't|cannot) eat (?:any )?(?:meat|pork|beef|fish|seafood|dairy|gluten|"
        r"spicy food|eggs?|animal products)\b"
        r"(?! (?:today|yesterday|at|for))|\bi (?:eat|follow|keep) (?:a )?(?:vegetarian|vegan|plant[- ]based|keto|"
        r"halal|kosher|low[- ]carb)(?: (?:diet|food))?\b"
    ),
}
"""By the name of the feeling, which it is beside, a pattern of cleaned text."""

SAID_TO_MEUM: dict[str, str] = {
    "sorry": (
        r"(?:啊|哦|真的?|很|太|非常|实在|不|是我|我|的|,|\s)*(?:对不起|抱歉|不好意思|sorry)(?:啊|了|呀|哈|哦|你|打扰了?|"
        r"(?:是)?我(?:的错|错了|搞错了|弄错了)|,|\s|meum)*|"
        r"(?:i(?:'m| am) |so |very |really |oh |my |no |oops |,)*(?:sorry|apologies|my (?:bad|fault)|i apologi[sz]e)"
        r"(?: (?:about|for|that|it|this|meum|again|so|much|to|bother|bothering|you|my|mistake|the|confusion))*"
    ),
    "complaint": (
        r"(?:我|想|要|怎么|如何|在哪里?|哪里|可以|能|去|\s)*(?:投诉|举报|给(?:你们?)?差评|提(?:个|点|一?些)?(?:意见|建议)|反馈(?:问题|意见|一下|bug)?)"
        r"(?:你们?|一下|啊|吗|呢|这个|程序|软件)*|"
        r"(?:i(?:'d| would| want)?(?: like| want)?(?: to)? |how (?:do|can) i |where can i |can i |let me |please )*"
        r"(?:(?:make|file|submit|have) (?:a |an )?(?:complaint|feedback)|complain(?: about (?:this|you|it|meum|"
        r"the (?:app|bot)))?|complaint|"
        r"(?:give|send|leave) (?:you |some |a )?(?:feedback|bad review|review)|report (?:a |an |this |you|"
        r"the )?(?:bug|problem|issue|error|this|you)?|feedback)"
    ),
    "unsubscribe": (
        r"(?:我|想|要|请|怎么|如何|帮我|给我|\s)*(?:退订|取消订阅|td|取消关注|取关|停止推送|关闭推送|不(?:想|要)(?:再)?(?:收到?|用|玩)(?:你的?|任何)?(?:消息|信息|"
        r"推送|了)+|"
        r"(?:别|不要)(?:再)?(?:给我)?(?:发|推送?|打扰)(?:消息|信息|我)*了?)(?:吧|啊|吗|呢|了)*|"
        r"(?:i(?:'d| would| want)?(?: like| want)?(?: to)? |how (?:do|can) i |please |can i )*"
        r"(?:unsubscribe|opt out|unfollow(?: (?:you|meum|this))?|stop (?:messaging|texting|contacting|"
        r"bothering)(?: me)?|stop sending (?:me )?(?:messages|texts)|"
        r"(?:do not|don't|dont) (?:message|text|contact) me(?: again| anymore| any more)?|leave me alone|"
        r"quit (?:this|meum))(?: (?:please|now|me))*"
    ),
}
"""By the name of the feeling, a pattern of a whole cleaned text that is only for Meum."""
