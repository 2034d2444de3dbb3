"""Sayings that name a food and mean none: 被炒鱿鱼, "spilled the beans". What may be meant as it stands is not here."""

from __future__ import annotations

import re

_CHINESE = (
    "吃亏|吃惊|吃醋(?!溜|鱼|排)|吃力(?!架)|吃苦(?!瓜|菊|菜|荞)|吃紧|吃瓜群众|吃土(?!豆|鸡|司|猪|茯)|吃老本|吃闭门羹|吃大锅饭|吃错药"
    "|吃软饭|吃一堑|吃哑巴亏|吃里扒外|吃[我你他她]的?豆腐|吃[了颗个]*定心丸|吃不消|喝西北风|喝墨水|被炒了?鱿鱼|炒鱿鱼了|炒了?[我你他她老板]{1,2}的?鱿鱼|打酱油|醋坛子|画大饼|画饼|背黑锅"
    "|黄花菜都凉|烫手山芋|煮熟的鸭子|鸡蛋里挑骨头|鸡飞蛋打|鸡毛蒜皮|鸡同鸭讲|添油加醋|生米煮成熟饭|家常便饭|茶余饭后|柴米油盐|如鱼得水"
    "|鱼龙混杂|[浑混]水摸鱼|摸鱼|芝麻大|芝麻绿豆|竹篮打水|瓜田李下|顺藤摸瓜|滚瓜烂熟|傻瓜|糖衣炮弹|鸡汤文|心灵鸡汤|毒鸡汤|铁饭碗|[抢丢保]了?饭碗|[二两三四五六七八]合一(?!咖啡|速溶|奶茶|奶昔)"
)
_ENGLISH = (
    r"(?:spill(?:ed|ing|s)?|spilt) the (?:beans|tea)|cool beans|full of beans|bean counters?"
    r"|(?:bring(?:s|ing)?|brought) home the bacon|sav(?:e|ed|es|ing) (?:my|your|his|her|our|their) bacon"
    r"|(?:was|is|were|'s|be) (?:a |such a )?piece of cake|cakewalk|icing on the cake|(?:takes?|took) the cake"
    r"|have (?:your|my) cake|sell(?:ing)? like hot ?cakes|top banana|couch potato(?:es)?|(?:big|say) cheese"
    r"|(?:go(?:es|ing|ne)?|went|drives? me|was|is|are|were|that's) (?:totally |so |absolutely )?(?:bananas|nuts)"
    r"|apple of (?:my|his|her|your) eye|cherry[- ]pick(?:ed|ing)?|low[- ]hanging fruit|two peas in a pod"
    r"|cheesy (?:joke|movie|song|line)s?|(?:tough|smart) cookie|cookie crumbles|browser cookies|bread[- ]?winners?"
    r"|butter(?:ed|ing)? (?:me|him|her|them) up|cry(?:ing)? over spilled milk|walk(?:ed|ing)? on eggshells|nest egg"
    r"|egg(?:ed)? (?:me|him|her|them) on|egg on (?:my|his|her|your) face|(?:bad|good) egg|in a nutshell|tough nut"
    r"|(?:eat|ate|eats|eating) (?:my|your|his|her|their) (?:words|hat|heart out)|humble pie|pie in the sky|pie chart"
    r"|food for thought|not (?:really )?(?:my|your|his|her) cup of tea|grain of salt|salt of the earth"
    r"|worth (?:his|her|my|your) salt|gravy train|peanut gallery|for peanuts|(?:traffic|paper) jam|in a pickle"
    r"|use your noodle|chicken(?:ed|ing)? out|headless chicken|no spring chicken|(?:go|going|went|quit) cold turkey"
    r"|talk(?:ing)? turkey|bigger fish to fry|clam(?:med)? up|happy as a clam|beef(?:ed|ing)? up|where's the beef"
    r"|pork barrel|apple (?:watch|store|pay|music|tv)|raspberry pi|chip(?:ped)? in|carrot and stick|pie? day"
    r"|(?:cut|pass(?:es)?) the mustard|sugar ?coat(?:ed|ing)?|honey ?moon|candy crush|(?:eye|ear|arm) candy|brain food"
    r"|back[- ]to[- ]back|word salad|salad days|cook(?:ed|ing)? the books|spice(?:d)? (?:things|it) up"
)
# Tablets are no meal.
_TABLETS = (
    r"(?:multi|(?<!with )(?<!added )(?<!high )(?<!plus )(?<!and ))vitamins?(?: [a-k]\d{0,2})?"
    r"(?! water|[- ](?:rich|fortified|enriched))|magnesium|melatonin"
    r"|(?:fish oil|iron|zinc|calcium|omega[- ]?3) (?:pills?|tablets?|capsules?|supplements?|gumm(?:y|ies))"
)
_IDIOM = re.compile(rf"{_CHINESE}|\b(?:{_ENGLISH}|{_TABLETS})\b", re.ASCII)


def idioms_in(text: str) -> list[tuple[int, int]]:
    """Return where a cleaned text has such sayings."""
    return [match.span() for match in _IDIOM.finditer(text)]
