"""What a message wants changed of something told before: another amount, another food, or nothing of it; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import OSA

from bots.nlu.amounts import Amounted, amounted, is_amount, number_of
from bots.nlu.courtesy import ENDING, bare
from bots.nlu.kinds import is_quality
from bots.nlu.parts import part_told
from meum.language.negation import ALL_BUT_EN, APART_ZH, EXCEPT_ZH, REST_EATEN_ZH


class Kind(StrEnum):
    """What a correction does to the thing it is about."""

    AMOUNT = "amount"
    FOOD = "food"
    REMOVE = "remove"


@dataclass(frozen=True, kw_only=True)
class Correction:
    """Hold a correction: the thing by its `number` or by its `name`, both empty for the only or latest one.

    Without either a removal is of the whole latest meal. With `is_all` it is of everything that the name fits.

    `number` -1 is the last item. `amount` is what it is to be, or how much of it to take out; `food` the words of what
    it was instead, and beside an amount what the thing would be if nothing of that name is there. An `is_sure`
    correction never tells of a new meal.
    """

    kind: Kind
    name: str = ""
    number: int = 0
    amount: str = ""
    food: str = ""
    is_sure: bool = True
    is_all: bool = False


_LONGEST = 120
"""Characters of a message that is read as a correction; a longer one tells of a meal."""
_QUESTION = re.compile(r"[?？]\s*$|[吗么嘛呢]\s*[?？。!]*\s*$")
_N = r"[^,。.;:!?\n]{1,40}?"
_T = r"(?:[^,。.;!?\n]|\.(?=\d))+"
_WAS = (
    r"(?:应该是|应是|我的意思是|我(?:是说|说的是)|其实是|实际是|实际上是|就是|是|我?(?:其实|实际上|"
    r"实际)?(?:只)?(?:吃|喝|用|来)了|我?(?:吃|"
    r"喝)的是|一共是?|只有|"
    r"(?:it|that|this|there|they|those|these)(?:'s|'re| was| is| were| are| should(?: be| have been))(?: (?:only|"
    r"just|really|actually))?\s|"
    r"(?:it|that) (?:weighed|weighs)\s|"
    r"i(?: (?:only|just|actually|really))? (?:had|ate|drank|meant|mean)(?: (?:only|just))?\s|(?:should be|"
    r"should have been|meant|make (?:it|that))\s)"
)
_MEANING = re.compile(r"mean|should|我(?:是说|的意思是|说的是)|应")
_MEANT = re.compile(rf"(?P<was>{_WAS})?\s*(?P<told>{_T})")
_BECOMES = (
    r"(?:改成|改为|改到|改作|换成|换为|变成|更正为|更正成|修改为|修改成|修改|调成|调整为|调整到|设为|设成|记成|记为)"
)
_TO_ZH = re.compile(
    rf"(?:把|将)?(?P<name>{_N})(?:的?(?:份量|分量|重量|数量|量))?\s*(?:{_BECOMES}|"
    rf"(?P<bare>[改换]))(?:了)?\s*[:]?(?P<told>{_T})"
)
_CHANGE = r"(?:change|edit|correct|update|adjust|set|make|fix|modify|switch)"
_TO_EN = re.compile(
    rf"{_CHANGE}\s+(?P<name>{_N})\s*(?:\s(?:to be|to|into|as)\s|=|:|->|→)\s*(?P<told>{_T})|"
    rf"(?:replace|swap|substitute|exchange)\s+(?P<old>{_N})\s+(?:with|for|by|to)\s+(?P<new>.+)"
)
_EDIT = re.compile(
    rf"(?:改成|改为|改|修改成|修改为|修改|更正为|更正|换成|换为|{_CHANGE}\b)\s*(?:to\b|成|为|:)?\s*(?P<told>{_T})"
)
_INTO = re.compile(r"(?:改成|改为|修改成|修改为|更正为|换成|换为)|" + rf"{_CHANGE}\s+(?:it|that|this)?\s*(?:to|into)\b")
_NUMBERED = re.compile(
    r"(?:改成|改为|改|修改|更正|change|edit|correct|set|make)\s*"
    r"(?:(?:第|items?|no\.?|number|#)?\s*(?P<number>[1-9一二三四五六七八九])(?:个|项|号|样)?(?:\s+(?:to\s+|成\s*|"
    r"为\s*)?|成|为|:))?"
    r"(?:to\s+|成|为)?\s*(?P<amount>.+)"
)
_NUMBER_TO = re.compile(
    rf"(?:把|将)?第(?P<number>[1-9一二三四五六七八九])(?:个|项|号|样)?\s*(?:{_BECOMES}|改|换|应该是|其实是|"
    rf"是)\s*(?P<told>{_T})"
)
_IS = re.compile(
    rf"(?P<name>{_N})\s*(?:(?P<firm>应该是|其实是|实际是|实际上是|\sshould be\s|\sshould have been\s)|"
    rf"我?(?:吃|喝|点|要|买|用)的(?:其实)?是|"
    rf"是|只有|一共是?|我?(?:其实|实际上)?只?(?:吃|喝)了|\s(?:was|were|is|are)(?: (?:only|actually|really|just))?\s|"
    rf"\s?(?:=|->|→)|"
    rf"\sto\s)\s*(?P<told>{_T})"
)
_HAD_IN = re.compile(
    rf"(?:the|my|that)\s+(?P<name>{_N})\s+(?:had|has|came with|was made with|contained)\s+"
    rf"(?P<told>{_N})(?: (?:in|on) it)?"
)
_SUGARLESS = re.compile(
    rf"(?P<zh>{_N})(?:里面?)?(?:没有?|不)(?:加|放|要|有)?糖|"
    rf"(?:there was |there's |it had )?(?:no|zero) (?:added )?sugar in (?:the|my|that) (?P<en>{_N})|"
    rf"(?:i )?(?:didn'?t|did not) (?:put|add|have|take) (?:any )?sugar (?:in|to) (?:the|my|that) (?P<put>{_N})"
)
# 卤蛋多吃了一个 and 水喝了1.5升 tell of more; 水只喝了一杯 of less than was told.
_MORE = re.compile(
    r".+[多又再](?:吃|喝)了.+|(?:[^,是]*[白温热冷冰凉开净泉])?水(?:我|今天|已经|刚才|刚刚)*喝了.+|[^只就才仅]+[吃喝]了[一两几]小?口"
)
_AMOUNT_NOT = re.compile(r"(?P<new>[^,。;]+?)[\s,]*(?:而?不是|\bnot\b)\s*(?P<old>.+)")
_FAULT = re.compile(
    r"^(?:改一?下|改改|更正一?下|修改一?下)|(?:的?(?:份量|分量|数量|量))?(?:太|记|写|说|算|弄|搞|喝|吃|有点|好像)*(?:多|少|"
    r"大|小|错|高|低)了|"
    r"(?:的?(?:份量|分量|数量|量))?(?:不对|有误|不准)|\s*(?:was|is|were|are)(?: too)? (?:much|many|wrong|high|low|"
    r"little)$"
)
_SIZE = re.compile(r"(?:[大中小](?:份|碗|杯|盘)?的?|(?:an? )?(?:small|large|big|medium|half)(?: one| portion| size)?)")
_NOT_BUT = re.compile(
    rf"(?:(?P<about>{_N}))?(?:不是|并不是|并非)(?P<old>{_N})[\s,。;]*(?:而是|应该是|其实是|是|(?:吃|"
    rf"喝)的是)(?P<new>.+)|"
    rf"(?:我?(?:今天|昨天|早上|早饭|早餐|中午|午饭|午餐|下午|晚上|晚饭|晚餐|刚才|刚刚)*我?(?:吃|喝|点)的(?:其实)?是|是)"
    rf"(?P<new_first>{_N})[\s,。;]*(?:而)?(?:不是|并不是|并非)(?P<old_last>.+)"
)
_NOT_BUT_EN = re.compile(
    rf"(?:(?:it|that|this) )?(?:was|is|were)?(?:n'?t| not|not)\s+(?P<old>{_N})\s*"
    rf"(?:[,.;-]+\s*(?:but\s+)?|\sbut\s+|\s+(?=(?:it|that) (?:was|is)))(?:(?:it|that|this) (?:was|is)\s+|(?:it|"
    rf"that)'s\s+)?(?P<new>.+)|"
    rf"(?:(?:(?:it|that|this) (?:was|is)|(?:it|that)'s|i (?:meant|mean|had|ate|"
    rf"drank)) )?(?P<new_first>{_N})[\s,.;-]+(?:and )?not\s+(?P<old_last>.+)"
)
# Without a word of being between them the second may as well be a meal of its own.
_NOT_THEN = re.compile(
    rf"(?:不是|并不是|并非|我?没有?[吃喝])(?P<old>{_N})[\s,。;]+(?P<new>.+)|"
    rf"(?:no|(?:i )?(?:didn'?t|did not) (?:have|eat|drink)) (?P<none>{_N})\s*[,.;-]+\s*(?:but )?(?P<instead>.+)"
)
_TOLD_OF = re.compile(r"(?:it|that|this|i (?:meant|mean))\b")
_ATE_TOO = r"(?:我|今天|中午|早上|晚上|早饭|早餐|午饭|午餐|晚饭|晚餐|,|\s)*+"
_GONE = r"(?:删(?:除|掉|了|去|出|初)?|去掉|去除|移除|拿掉|划掉|扣掉|抹掉|清空|清除|清掉|忽略|作废)"
_UNCOUNTED = (
    r"(?:(?:就|都|可以)?(?:不算|不作数|不用算|不要算|别算)(?:数|进去|在内|上)?|作废|"
    r"(?:是)?(?:多记|误记|记重|重复记?)(?:了|的)|重复了)"
)
_OTHERS_ATE = f"{REST_EATEN_ZH}(?:了|完|光|掉)+"
_REMOVE_ZH = re.compile(
    rf"{_GONE}(?:了|掉)?\s*(?P<name>.+)|(?:把|将)(?P<held>{_N})给?\s*(?:{_GONE}|撤销|撤回|取消|去|扔)(?:掉|了)*|"
    rf"(?:别|不要|不用|先别)(?:算|记)(?:上|进去?|入|录)?(?P<uncounted>[^了].*)|"
    rf"(?P<before>{_N})\s*(?:给我)?(?:{_GONE}|不要|{_UNCOUNTED}|(?:其实)?不是(?:我|自己)(?:吃|喝)的)(?:掉|了)*"
)
_REMOVE_EN = re.compile(
    rf"(?:delete|remove|erase|discard|take (?:out|off|away)|get rid of)\s+(?P<name>.+)|take (?P<held>{_N}) (?:out|"
    rf"off|away)|(?:ignore|disregard|exclude|leave out|(?:do not|don'?t) (?:count|include|log))\s+(?P<ignored>.+)|"
    rf"(?P<uncounted>{_N}) (?:does(?:n'?t| not)|do(?:n'?t| not)|should(?:n'?t| not)) (?:count|be there|be counted)|"
    rf"(?P<mistaken>{_N}) (?:was|were|is) (?:a mistake|an error|a duplicate|logged (?:twice|by mistake)|not mine)"
)
_IGNORING = re.compile(r"忽略|ignore|disregard|exclude|leave out")
_EVERY = re.compile(
    r"(?:全部|所有|统统|通通|全)的?(?:东西|食物|记录|内容)?|都(?=$|的)|\b(?:everything|all(?: of)?)\b(?: the)?"
)
_LESS = re.compile(rf"(?P<name>{_N})(?:少(?:吃|喝|用)|(?P<wrong>多(?:记|算|写|输|报)))了(?P<amount>{_N})")
# 除了米饭都吃了 tells of one thing that was not eaten; 除了米饭还吃了青菜 of two that were.
_BUT_FOR = re.compile(
    rf"{_ATE_TOO}{EXCEPT_ZH}(?P<name>{_N})(?:没(?:有)?(?:吃|喝)完?)?{APART_ZH}[,\s]*"
    rf"{_OTHERS_ATE}|(?P<rest>{_N})(?:没有?|没)(?:吃|喝|动|碰)[,\s]*(?=[其别剩]){_OTHERS_ATE}|"
    rf"(?:other than|apart from|except(?: for)?) (?P<first>{_N}),? "
    r"i (?:ate|had|finished|drank) (?:it all|all|everything)(?: else)?|"
    rf"(?:(?:i )?(?:ate|had|finished|drank) )?{ALL_BUT_EN} (?P<left>{_N})"
)
_NOT_EATEN = r"(?:我|今天|其实|实际上|根本|最后|还是|后来|都|也|就|完全)*(?:没有?|不曾)(?:吃|喝|动|碰)(?:过|了|完全)?"
_NO_BITE = r"(?:一[口点粒个块根片滴]儿?)?"
_HAD_EN = r"(?:eat|ate|eaten|have|had|drink|drank|touch)"
_DENIED = re.compile(
    rf"(?:取消|撤销|撤回|不要)(?P<called_off>.+)|(?:(?P<when>{_N})(?=我|没))?{_NOT_EATEN}(?P<name>[^完光掉].*)|"
    rf"(?P<first>{_N}){_NO_BITE}{_NOT_EATEN}|no (?P<none>{_N})|"
    r"(?:drop|scrap|scratch|cancel|undo|take back|forget(?: about)?|skipped)\s+(?P<dropped>.+)|"
    rf"(?:actually\s+)?(?:i )?(?:didn'?t|did not|never|haven'?t) (?:(?:actually|really|even) )?{_HAD_EN}\s+"
    rf"(?P<uneaten>.+)|(?P<left>{_N}) (?:was(?:n'?t| not)|were(?:n'?t| not)) (?:eaten|touched|drunk)"
)
_NUMBERS = re.compile(
    r"(?:第|items?\s|no\.?\s?|numbers?\s|#)?\s*(?P<number>[1-9一二三四五六七八九])(?:个|项|号|样|st|nd|rd|"
    r"th)?(?:\s+(?:one|item))?"
)
_LAST = re.compile(r"(?:上一?[个样项]|(?:最后|最末)(?:一|那)?[个样项](?:食物)?|the (?:last|latest) (?:one|item|food))")
_MEAL = re.compile(
    r"(?:这|那|上|刚才那?|最后)一?(?:餐|顿)饭?|(?:整|全)(?:餐|顿)|(?:the |this |that |my )?(?:last |latest |whole |"
    r"entire )?meal"
)
_NAME_START = re.compile(
    r"(?:刚才|刚刚|刚|说的|点的|要的|上面|之前|前面|那|这|我|吃|喝|记|里面|里|的|(?:of|the|my|that|those|these|this|"
    r"an|a|some|any|"
    r"latest|last|extra|both|"
    r"all)\s)\s*"
)
_COUNTED = re.compile(r"[个碗杯份条根片块罐瓶听盒袋](?=的?[\u4e00-\u9fff])")
_NAME_END = re.compile(
    r"(?:(?:这|那)一?[条项个样碗杯份盘]|的记录|记录|的|了|"
    r"\s+(?:entry|item|record|(?:that )?i (?:just )?(?:logged|had|ate|drank)|"
    r"from (?:it|my list|the list|the meal|my meal)|please|too|again|after all|in the end|at all|though|actually))$"
)
_NOTHING_NAMED = {
    "it",
    "that",
    "this",
    "them",
    "amount",
    "份量",
    "分量",
    "量",
    "数量",
    "它",
    "这个",
    "那个",
    "这",
    "那",
    *["其实", "应该", "应", "实际", "实际上", "总共", "一共", "我", "就", "i", "there"],
}
_SOUNDS_LIKE_CHANGE = re.compile(r"[该盖]成|[该改]城|改程")
_VERBS = ("delete", "remove", "change", "replace", "correct", "update", "adjust")


def correction_of(plain: str) -> Correction | None:
    """Return the correction that a cleaned text is, or None when it is to be read as words."""
    if len(plain) > _LONGEST:
        return None
    is_question = bool(_QUESTION.search(plain))
    text, is_denial = bare(plain)
    text = _respelled(text)
    part = None if is_question else _part(text)
    found = _by_number(text) or _amount_not(text) or part or _exchange(text)
    found = found or _made_with(text) or _left_out(text) or _removal(text) or _change(text)
    if found is None and not is_question:
        found = _statement(text, is_denial=is_denial) or _about(text)
    return _checked(found) if found else None


def _checked(found: Correction) -> Correction | None:
    """Clean the names; a correction that names nothing and tells nothing is none."""
    found = replace(found, name=plain_name(found.name))
    is_empty = not (found.name or found.number or found.amount or found.food or found.kind is Kind.REMOVE)
    return None if is_empty else found


def _respelled(text: str) -> str:
    """Put a verb in the place of a word that sounds like it, 该成, or of a first one that misses a letter: "delte"."""
    text = _SOUNDS_LIKE_CHANGE.sub("改成", text)
    first, _, rest = text.partition(" ")
    if len(first) < 5 or not first.isascii() or first in _VERBS or not rest:
        return text
    meant = next((verb for verb in _VERBS if OSA.distance(first, verb) == 1), first)
    return f"{meant} {rest}"


def _by_number(text: str) -> Correction | None:
    found = _NUMBER_TO.fullmatch(text)
    if found and is_amount(found["told"].strip()):
        return Correction(kind=Kind.AMOUNT, number=number_of(found["number"]), amount=found["told"].strip())
    if found:
        return Correction(kind=Kind.FOOD, number=number_of(found["number"]), food=found["told"].strip())
    found = _NUMBERED.fullmatch(text)
    amount = found["amount"].strip() if found else ""
    if found is None or not is_amount(amount):
        return None
    return Correction(kind=Kind.AMOUNT, number=number_of(found["number"]), amount=amount)


def _amount_not(text: str) -> Correction | None:
    """Read one amount in the place of another: 一碗，不是两碗, "burger 200 g, not 250 g"."""
    found = _AMOUNT_NOT.fullmatch(text)
    if found is None or not is_amount(found["old"].strip()):
        return None
    new = found["new"].strip()
    told = Amounted(new, "") if is_amount(new) else amounted(new)
    return Correction(kind=Kind.AMOUNT, name=told.name, amount=told.amount) if told else None


def _part(text: str) -> Correction | None:
    """Read how much was eaten or left of what was told before; where nothing of it is there it tells of a meal."""
    part = part_told(text)
    if part is None:
        return None
    kind = Kind.REMOVE if part.is_left else Kind.AMOUNT
    return Correction(kind=kind, name=part.name, amount=part.amount, is_sure=False)


def _about(text: str) -> Correction | None:
    """Read a thing that is named before what it is to be: 米饭太多了，改成50克."""
    before, _, after = text.partition(",")
    name = _FAULT.sub("", before).strip()
    found = _by_number(after.strip()) or _change(after.strip()) or _statement(after.strip(), is_denial=True)
    if not name or name == before.strip() or "," in after or found is None or found.kind is not Kind.AMOUNT:
        return None
    return replace(found, name=name, is_sure=True) if not (found.name or found.number) else None


def _exchange(text: str) -> Correction | None:
    found = _NOT_BUT.fullmatch(text) or _NOT_BUT_EN.fullmatch(text)
    if found is None:
        return _instead(text)
    groups = found.groupdict()
    old, new = (groups["old"] or groups["old_last"]).strip(), (groups["new"] or groups["new_first"]).strip()
    about = (groups.get("about") or "").strip()
    # "Coffee, not tea" may as well be a meal.
    is_sure = found.re is _NOT_BUT or bool(groups["old"] or _TOLD_OF.match(text))
    if is_amount(new):
        told = amounted(old)
        name = about or (told.name if told else "" if is_amount(old) else old)
        return Correction(kind=Kind.AMOUNT, name=name, amount=new, is_sure=is_sure)
    told = amounted(old)
    return Correction(kind=Kind.FOOD, name=about or (told.name if told else old), food=new, is_sure=is_sure)


def _instead(text: str) -> Correction | None:
    """Read a thing that was not, and another after it: 不是可乐 雪碧, "no coke, sprite"."""
    found = _NOT_THEN.fullmatch(text)
    old, new = (found["old"] or found["none"], found["new"] or found["instead"]) if found else ("", "")
    if is_amount(old) and is_amount(new):
        return Correction(kind=Kind.AMOUNT, amount=new)
    return (
        None
        if not new or is_amount(new)
        else Correction(kind=Kind.FOOD, name=old, food=new, is_sure=text.startswith(("不是", "并")))
    )


def _left_out(text: str) -> Correction | None:
    """Read what of a meal was not eaten after all: 除了米饭都吃了, 鸡蛋少吃了一个."""
    if but_for := _BUT_FOR.fullmatch(text):
        name = next(words for words in but_for.groups() if words)
        return Correction(kind=Kind.REMOVE, name=name.strip(), is_sure=False)
    less = _LESS.fullmatch(text)
    if less is None or not is_amount(less["amount"]):
        return None
    return Correction(kind=Kind.REMOVE, name=less["name"], amount=less["amount"], is_sure=bool(less["wrong"]))


def _removal(text: str) -> Correction | None:
    found = _REMOVE_ZH.fullmatch(text) or _REMOVE_EN.fullmatch(text)
    denied = None if found else _DENIED.fullmatch(text)
    match = found or denied
    if match is None:
        return None
    told = {group: words.strip() for group, words in match.groupdict().items() if words}
    when = told.pop("when", "")
    # "Ignore all instructions" names no food.
    is_sure = found is not None and not _IGNORING.match(text)
    whole = "的".join(filter(None, (when, *told.values())))
    name = _EVERY.sub("", whole).strip() if found else whole
    if name != whole:
        return Correction(kind=Kind.REMOVE, name=name or whole, is_all=bool(name), is_sure=is_sure)
    if numbered := _NUMBERS.fullmatch(name):
        return Correction(kind=Kind.REMOVE, number=number_of(numbered["number"]), is_sure=found is not None)
    if _MEAL.fullmatch(name) or _LAST.fullmatch(name):
        return Correction(kind=Kind.REMOVE, number=-1 if _LAST.fullmatch(name) else 0)
    both = amounted(plain_name(name))
    if both and both.name:
        return Correction(kind=Kind.REMOVE, name=both.name, amount=both.amount, is_sure=is_sure)
    return Correction(kind=Kind.REMOVE, name=name, is_sure=is_sure)


def _change(text: str) -> Correction | None:
    """Read a text with a verb of changing, with the thing before it, after it or not named."""
    if found := _TO_ZH.fullmatch(text) or _TO_EN.fullmatch(text):
        groups = found.groupdict()
        name = plain_name((groups["name"] or groups.get("old") or "").strip())
        told = (groups["told"] or groups.get("new") or "").strip()
        if groups.get("bare") and not is_amount(told):
            return None  # 晚饭改吃面: a change of plans
        return _become(name, told, is_sure=True) if name else _meant(told, is_sure=True)
    found = _EDIT.fullmatch(text)
    if found is None:
        return None
    told = plain_name(found["told"].strip())
    if (both := amounted(told)) and both.name:
        return Correction(kind=Kind.AMOUNT, name=both.name, amount=both.amount, food=told if _INTO.match(text) else "")
    return _meant(told, is_sure=True) if _INTO.match(text) else None


def _statement(text: str, *, is_denial: bool) -> Correction | None:
    """Read what the thing is said to be: 鸡蛋是三个, "no, it was 200 g of rice"."""
    if _MORE.fullmatch(text):
        return None
    found = _IS.fullmatch(text)
    if found and (name := plain_name(found["name"].strip())):
        return _is_told(name, found["told"].strip(), is_denial=is_denial, is_firm=bool(found["firm"]))
    meant = _MEANT.fullmatch(text)
    if meant is None:
        return None
    is_kind = bool(meant["was"]) and is_quality(meant["told"])
    if not (is_denial or is_kind or (meant["was"] and not _is_plain_meal(meant["was"]))):
        return None
    is_sure = bool(meant["was"]) and (is_denial or bool(_MEANING.search(meant["was"])))
    return _meant(meant["told"].strip(), is_sure=is_sure)


def _is_told(name: str, told: str, *, is_denial: bool, is_firm: bool) -> Correction:
    """Read what a named thing is said to be: an amount, a size or another food."""
    if is_amount(told) and not is_quality(told):
        return Correction(kind=Kind.AMOUNT, name=name, amount=told, is_sure=is_denial or is_firm)
    if _SIZE.fullmatch(told):
        return Correction(kind=Kind.AMOUNT, name=name, amount=told, is_sure=False)
    return Correction(kind=Kind.FOOD, name=name, food=told, is_sure=is_firm)


def _made_with(text: str) -> Correction | None:
    """Read what was in a thing, or left out of it: "the sandwich had turkey", "no sugar in the coke", 可乐没加糖."""
    if found := _HAD_IN.fullmatch(text):
        name, told = plain_name(found["name"]), found["told"].strip()
        return Correction(kind=Kind.FOOD, name=name, food=told if is_quality(told) else f"{told} {name}", is_sure=False)
    if found := _SUGARLESS.fullmatch(text):
        is_han = bool(found["zh"])
        name = plain_name(found["zh"] or found["en"] or found["put"])
        return Correction(kind=Kind.FOOD, name=name, food="无糖" if is_han else "no sugar", is_sure=not is_han)
    return None


def _is_plain_meal(was: str) -> bool:
    """Tell whether words of being also begin the report of a meal: 吃了, "I had"."""
    return bool(re.fullmatch(r"我?(?:吃|喝|用|来)了|我?(?:吃|喝)的是|是|一共是?|i (?:had|ate|drank)\s", was))


def _become(name: str, told: str, *, is_sure: bool) -> Correction:
    if is_amount(told):
        return Correction(kind=Kind.AMOUNT, name=name, amount=told, is_sure=is_sure)
    return Correction(kind=Kind.FOOD, name=name, food=told, is_sure=is_sure)


def _meant(told: str, *, is_sure: bool) -> Correction | None:
    """Read what stands alone: an amount of the thing in question, an amount with a name, or another food."""
    if is_quality(told):
        return Correction(kind=Kind.FOOD, food=told, is_sure=is_sure)
    if is_amount(told):
        return Correction(kind=Kind.AMOUNT, amount=told, is_sure=is_sure)
    both = amounted(told)
    if both and both.name:
        return Correction(kind=Kind.AMOUNT, name=both.name, amount=both.amount, food=told, is_sure=is_sure)
    return Correction(kind=Kind.FOOD, food=told, is_sure=is_sure)


def plain_name(name: str) -> str:
    """Return a name without what points to it: 刚才那碗的米饭, "the rice I had"."""
    name = name.strip(ENDING + "的")
    if name in _NOTHING_NAMED:
        return ""
    while (found := _NAME_START.match(name)) and found.end() < len(name):
        name = name[found.end() :]
        if found[0].strip() in ("那", "这") and (counted := _COUNTED.match(name)):
            name = name[counted.end() :]
    while (found := _NAME_END.search(name)) and found.start() > 0:
        name = name[: found.start()]
    return "" if name in _NOTHING_NAMED else name.strip(ENDING)
