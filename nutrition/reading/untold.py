"""Sayings that speak of food and tell of nothing eaten: plans, habits, what others ate, opinions, prices, orders.

Each holds for the rest of its clause, up to where the speaker says to have eaten after all.
"""

from __future__ import annotations

import re

_PEOPLE = (
    "husband|wife|hubby|wifey|partner|boyfriend|girlfriend|bf|gf|fianc[eé]e?|ex|mum|mom|mommy|mummy|mother|dad|daddy"
    "|father|parents|son|daughter|kids?|child|children|baby|toddler|twins|sister|brother|sis|bro|grandma|grandpa|nan|gran"
    "|granny|grandad|aunt|auntie|uncle|cousin|nephew|niece|in-laws|friends?|mates?|flatmate|roommate|housemate|roomie"
    "|neighbou?rs?|coworkers?|colleagues?|boss|manager|teacher|trainer|coach|doctor|dietitian|nutritionist|guests?|dog"
    "|puppy|cat|kitten|birds?|squirrels?|slugs?|rabbits?|horse|hamster"
)
_SUBJECT = (
    rf"(?:he|she|they|someone|somebody|everyone|everybody|nobody|people|(?:(?:my|our|his|her|their|the|a|your)\s+"
    rf"(?:\w+\s+)?)?(?:{_PEOPLE}))"
)
_ADVERBS = r"(?:\s+(?:just|also|only|always|already|never|all|then|actually|really|once|still|keeps?|literally))*"
_ATE = (
    r"(?:ate|eats|eating|had|has|having|drank|drinks|ordered|orders|finished|inhaled|devoured|wants?|loves?|likes?|stole|took"
    r"|dropped off|forgot|delivered"
    r"|made (?:her|him|them|himself|herself))"
)
_OTHERS = (
    rf"(?<!with )(?<!and )(?<!& )\b{_SUBJECT}(?:\s+(?:is|was|are|were))?{_ADVERBS}\s+{_ATE}\b(?!\s+me\b)"
    r"|(?<![和跟与陪带请同给爸妈哥姐弟妹、])"
    r"(?:他们?|她们?|它|老公|老婆|我?(?:爸爸?|妈妈?|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥?|姐姐?|弟弟?|妹妹?)"
    r"|(?:孩子|娃|宝|孩儿)他?[爸妈]|隔壁桌|邻桌|隔壁|儿子|女儿|闺女|孩子|小孩|小朋友|娃娃?|宝宝|宝贝|狗子?|狗狗|猫咪?|同学|同事|朋友|室友|男友|女友|男朋友|女朋友|领导"
    r"|老板|客户|孙子|孙女|邻居|别人|人家)"
    r"(?!们?[和跟与给请]我|做的|买的|带的|煮的|包的|炒的|烧的|炖的|送的|点的)[^,，。;；!！?？\n我]{0,10}?"
    r"(?:(?:吃|喝|点|炫|啃|嗦|尝)(?:了|完|光|掉|过|得)|干掉)"
)
_FOR_OTHERS = (
    r"给(?:他们?|她们?|老公|老婆|爸妈?|妈|爷爷|奶奶|儿子|女儿|孩子|小孩|娃|宝宝|狗子?|猫|客人|家里人|爸爸|妈妈)"
    r"[^,，。;；!！?？\n]{0,4}(?:做|煎|煮|买|热|带|点|炖|蒸|炒|下|准备|泡|冲|熬)了?"
)
_PLANS = (
    r"(?:好|很|又|超|真|特别)?想(?:要|去|再)?(?:吃|喝|来|点|做|买)|要去吃|打算|准备[^,，。;；!！?？\n]{0,6}(?:吃|喝|做|买|点|煮|炒|蒸|炖)"
    r"|计划|[明听]日|明[天早晚儿]|后天|下周|待会儿?|等会儿?|等下|一会儿?(?:去|要|再|吃|喝)|回头|晚点|改天|希望|梦[见到]|做梦|馋|流口水|戒"
    r"|少吃(?!了)|多吃(?!了)|别吃|不能吃|不要吃|不许吃|该吃(?!了)|应该(?!吃了|喝了)|提醒我|记得(?!是|吃)|别忘"
    r"|要是|如果|假如|万一|约(?:了|好)[^,，。;；!！?？\n]{0,8}吃"
    r"|\b(?:gonna|going to|want(?:ed)? to|wanna|want(?:ed)? (?:some|an?)|wish|plan(?:s|ning|ned)? (?:to|on)|i'll|we'll"
    r"|would (?:love|kill)|i'd (?:love|like|rather|kill)|craving"
    r"|will (?:\w+ )?(?:have|eat|make|try|get|order|grab|cook)"
    r"|thinking (?:about|of)|tomorrow|tmrw|next week|later\b(?! (?:on|that|in))"
    r"|should (?:eat|have|cut)|need (?:to|an?|some|more)|trying to|tempted|dream(?:ing|t)? (?:of|about)"
    r"|hungry for|can't wait"
    r"|about to|supposed to|meant to|swore|recipe for|could (?:murder|eat|(?:really )?(?:go|do|use))|dying for"
    r"|in the mood|fancy (?:an?|some)|if (?:i|we|only)|might (?:have|get|grab|eat|try|order)|let'?s|having people over"
    r"|you could|(?:would|i'd|we'd)(?:'ve| have) (?:had|eaten)|booked|in the oven|meal[- ]?prepp?(?:ed|ing)?"
    r"|starting (?:the|an?|my))\b"
)
_HABITS = (
    r"[去前]年|那年|(?:都|总)会(?!了)|(?<![和跟像同])平时|平常(?!一样)|通常|一般(?:都|早|中|晚|吃|喝|是)|每[天次周]|经常|总是|从来|小时候|天天"
    r"|\b(?:usually|normally|typically|generally|tend to|most (?:days|mornings|nights|weekends)|used to|remember when"
    r"|every (?:day|morning|night|week|weekend|(?:sun|mon|tues|wednes|thurs|fri|satur)day)|on weekends|(?<!as )always"
    r"|(?:2|two|3|three) times a (?:day|week)|a day keeps|as a (?:kid|child))\b"
)
_OPINIONS = (
    r"还是[^,，。;；!！?？\n]{1,8}(?:好吃|难吃|好喝|难喝|正宗|地道|香|甜)"
    r"|觉得(?![^,，。;；!！?？\n]*[吃喝]了)|羡慕|放(?:进|到|在)?冰箱|说[她他]|小名|名字|必须是|打折"
    r"|对[^,，。;；!！?？\n吃]{1,6}过敏|等于|相当于"
    r"|\bsa(?:id|ys?)\b:? [\"'“]|\blike an? (?=\w+$)|\ballergic to\b|\b(?:lactose|gluten) intolerant\b"
    r"|\b(?:face|hair|skin|yogurt) mask\b|\b(?:in|on) my (?:hair|face|skin|lips)\b|\b(?:last )?name is\b"
    r"|[\"“](?:[\w']+ ){2,}[\w']+[\"”]|\b(?:the|this|your) (?:app|bot|scanner|barcode|photo scan)\b"
)
_ORDERS = (
    r"^\s*(?:(?:please|pls|plz|hey|ok|can|could|someone|somebody|you|just)\s+)*"
    r"(?:delete|remove|undo|cancel|bring|pass|give|buy|remind|tell|show|find|send|stop|avoid|set|recommend|suggest|explain"
    r"|making|cooking|baking|prepping|planting|planted|growing|grew|harvested|watching|buying)\b"
)

ASIDES = re.compile("|".join((_PLANS, _HABITS, f"(?P<others>{_OTHERS})", _FOR_OTHERS, _OPINIONS, _ORDERS)))
"""What begins a stretch of a clause in which nothing was eaten by the speaker; `others` names who ate instead."""
PLANS = re.compile(_PLANS)
"""Those of them that wish or plan."""
DESCRIBED = re.compile(
    rf"{_HABITS}|(?:好|很|又|超|真|特别)?想(?:要|去|再)?(?:吃|喝|来|点|做|买)的|\bmeal[- ]?prepp?(?:ed|ing)?\b"
)
"""Those of them that only say which food is meant where it is to be logged: 记一下平时的米饭, 他想吃的面."""
_CHARGES = "kids?|child|children|baby|toddler|twins|son|daughter|nephew|niece|dog|puppy|cat|kitten"
THEIRS = re.compile(
    rf"\b(?:my|our|the|his|her)\s+(?:\w+\s+)?(?:{_CHARGES})(?:'s|s'?)\s+(?!left|rest\b|half\b|remain|uneaten|unfinished)"
    rf"|(?P<meant>\bfor (?:my|our|the|his|her)\s+(?:\w+\s+)?(?:{_CHARGES})\b(?!'|\s+and (?:me|i|myself)\b))"
    r"|(?:儿子|女儿|闺女|孩子|小孩|小朋友|娃娃?|宝宝|宝贝|狗子?|狗狗|猫咪?)(?:吃|喝)?的(?!剩)"
)
"""Whose food is to be logged where it is not one's own: "my kid's milk"; `meant` follows the food that it is about."""
_POLITE = (
    r"\s*(?:(?:please|pls|hey|ok|(?:can|could|would|will) you)\s+)*",
    r"\s*(?:请|麻烦|帮我|给我|替我|能不能|可不可以|能|可以|你)*",
)
_DIARY = r"(?:breakfast|brunch|lunch|dinner|supper|snacks?|meals?|log|diary|journal|tracker|today|yesterday)\b"
# "Record of my weight" and 记录显示 name a record, and ask for none.
LOG_THIS = re.compile(
    rf"{_POLITE[0]}(?:(?:log|track|record)\b(?!\s*(?:in|out|off|of|says?|shows?|how|whether|if)\b)"
    rf"|add\b[^?]*\bto (?:(?:my|the|our|this|food|meal|today's|yesterday's|this (?:morning|evening)'s) )*{_DIARY}"
    r"(?!\s*(?:list|cart|basket|recipe|box|bag|menu|plan|order)s?\b)|put (?:me |us )?down\b)"
    rf"|{_POLITE[1]}(?:记录(?!显示|表明|表示|里|本|上|中|说|是|仪|片|册|卡|员|簿|表|的)|记一?下|记上|登记|记(?=[\s:,]))"
)
"""How somebody begins who asks to log what follows; of that it need not be told that it was eaten."""
AFTER_ALL = re.compile(
    r"(?<!不)(?<!不想)(?:吃|喝|点|整|造|炫)了|(?<![醒叫让劝催])我(?:也|只|就|自己|又)?(?:吃|喝|尝|分)"
    r"|(?:最后|结果|还是|后来|只好|于是)[^,，。;；!！?？\n]{0,6}(?:煮|做|弄|下|叫|换|啃|泡|来|炒|热|蒸)了"
    r"|\bended up\b|\b(?:but|so|and|then|instead|nope)\b,? (?:i |we )?(?:just |only |still |also )?"
    r"(?:had|ate|got|drank|grabbed|ordered)\b"
    r"|(?<!wish )(?<!if )\b(?:i|we) (?:just |only |also |still )?(?:had|ate|drank)\b"
)
"""What says that something was eaten after all: 本来想吃沙拉结果|吃了火锅, "wanted a salad| but had pizza"."""
QUESTION = re.compile(
    r"(?:多少|几)(?:大?卡|热量|千卡|钱|糖|蛋白质?|碳水|脂肪)|怎么|如何|能不能|可不可以|要不要|该不该|是不是|有没有(?!吃|喝)"
    r"|吗(?=\W|$)|什么好|啥好|哪个|哪种|为什么|为啥|能[^,，。;；!！?？\n]{0,10}(?:不|么|嘛)(?=\W|$)|(?:做|弄)(?:点|些)?(?:啥|什么)|多久"
    r"|几点|(?:热量|蛋白质?|碳水|脂肪|糖)(?:是|有)?多少|到底|谁是|你们[^,，。;；!！?？\n]{0,6}吃|还是[^,，。;；!！?？\n的]{1,6}$"
    r"|\bhow (?:many|much|about|do|does|is|are|come)\b"
    r"|\b(?:what's|what is|what are|what should|is it|are there|can i|should i)\b"
)
NO_LOG = re.compile(
    r"清单|购物车|菜谱|食谱|配方:|打折|团购|自提|发布会"
    r"|\b(?:shopping|grocery|to-?buy) list\b|\brecipe for\b|\b(?:simmer|preheat|knead|whisk)\b|\bserves \d"
    r"|\d% off\b|\b(?:promo|use|discount) code\b|\bt&cs\b|\bmeal deal only\b|\bfree delivery\b"
    r"|\brefund\b|\badd\b[^.?!]{1,60} (?:to|into|in) (?:my|the|our|a) (?:\w+ )?"
    r"(?:pan|pot|skillet|wok|mixture|dough|batter|blender|cart|basket|list)\b"
    r"|\b(?:iphone|ipad|macbook|ios)\b"
)
"""A list, a recipe, an advertisement: the whole of such a message tells no meal."""
# What was sent back, burnt or thrown away was not eaten, unless some of it was before.
LOST = re.compile(
    r"送错|退了|退款|洒了|撒了|烤糊|糊了|坨了|扔了|倒了|垃圾桶|\b(?:threw (?:it|them) (?:out|away)|burnt|spilled)\b"
)
SOME_EATEN = re.compile(r"(?<!没)[吃喝](?:了|完|掉)|[吃喝]了?[一半几两]|\b(?:ate|had|drank|finished)\b")
# Shopping fills the fridge, not the stomach.
SHOPPING = re.compile(
    r"超市|菜市场|菜场|冰箱|囤|采购|进货|(?:记得|要|得|该|去)买"
    r"|\b(?:grocer(?:y|ies)|supermarket|fridge|freezer|stocked up)\b"
)
EATEN = re.compile(r"吃|喝|啃|[早午晚]餐|[早午晚]饭|\b(?:ate|had|eaten|eating|drank|drink)\b")
_SPEAKS_OF_A_MEAL = (
    r"(?:my |today's |so )?(?:breakfast|lunch|dinner|supper|snacks?|brunch|meal|today|tonight|this|that|here|there|it"
    r"|what|mine)\b"
)
CUES = {
    "plan": PLANS,
    "habit": re.compile(_HABITS),
    "others": re.compile(_OTHERS),
    "for others": re.compile(_FOR_OTHERS),
    "opinion": re.compile(_OPINIONS),
    "order": re.compile(_ORDERS),
    "question": QUESTION,
    "no log": NO_LOG,
    "lost": LOST,
    "after all": AFTER_ALL,
    "some eaten": SOME_EATEN,
    "shopping": SHOPPING,
    "eaten": EATEN,
}
"""Each kind of cue by its name, for what is learned from them."""
STATEMENT = re.compile(
    rf"\s*(?:and |but |so )?(?!{_SPEAKS_OF_A_MEAL})[a-z][a-z' -]{{1,40}}?\b(?:is|are|isn't|aren't|has gone up)\b"
    r"(?! (?:about |around |roughly )?\d+ ?(?:g|grams?|ml|oz|cups?|pieces?|slices?)\b)"
)
"""How a thing is, told of no meal: "airline food is a crime"."""
