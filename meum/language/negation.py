"""Denials: what was not done (没吃早饭, "skipped breakfast") and what was left out (不加糖, "no sugar")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class DenialKind(StrEnum):
    """Whether the deed itself or only an ingredient of it is denied."""

    NOT_DONE = "not_done"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class Denial:
    """Hold one denial: its cue `text[start:end]` and the stretch `text[scope_start:scope_end]` that it denies."""

    kind: DenialKind
    start: int
    end: int
    scope_start: int
    scope_end: int

    def follows_deed(self, text: str) -> bool:
        """Tell whether its clause says before it what was done: of 吃了米饭青菜没吃 only the end is denied."""
        return self.scope_end == self.start and _DEED_TOLD.search(text, self.scope_start, self.start) is not None

    def covers(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` lies in what is denied."""
        return self.scope_start <= start and end <= self.scope_end


_DEEDS_ZH = "吃|喝|用|做|练|跑|动|睡|运动|锻炼|涂|抹|敷|洗|进食|碰"
_DEEDS_EN = (
    r"eat|eating|eaten|have|having|had|drink|drinking|drunk|do|doing|done|run|exercise|train|work out|sleep"
    r"|use|apply|take|touch"
)
# 没吃饱 and 没吃完 say that something was eaten; 没忍住 that it was eaten after all.
_NOT_DONE = re.compile(
    rf"(?:什么|啥)(?:都|也)?没(?:有)?(?:{_DEEDS_ZH})"
    rf"|(?:一直|还|也|都|又|并)?(?:没有|没|未|不|不想|不打算|没怎么|忘了|忘记|懒得)(?:去|再|来得及|时间|顾上|顾得上|空|功夫)?(?:{_DEEDS_ZH})"
    r"(?!饱|完|够|多少|少|下|惯|出|到位|着|好|停|光|得)(?:过|了)?"
    r"|跳过了?|略过|省了|断食|禁食|空腹|没胃口"
    r"|\b(?:did ?n[o']?t|didnt|did not|have ?n[o']?t|havent|have not|has not|hasn't|had ?n't|do ?n[o']?t|dont|do not"
    rf"|never|wasn't able to|forgot to|couldn't)\s+(?:even\s+|really\s+|yet\s+)?(?:{_DEEDS_EN})\b"
    r"|\b(?:skip|skips|skipped|skipping|missed|fasted|fasting)\b"
    r"|\b(?:ate|had|drank|eaten)\s+(?:nothing|no)\b|\bnothing (?:yet|so far|today|at all)\b"
    r"|\bno\s+(?=(?:breakfast|lunch|dinner|supper|snacks?|food|meals?|workout|exercise)\b)"
)
_WITHOUT = re.compile(
    r"(?:不|没|没有|别|未|勿)(?:再|另外|额外)?(?:加|放|要|带|含|配|蘸|撒|淋)|去掉了?|免(?=[糖冰葱辣])"
    r"|\b(?:without|w/o|no|minus|hold the|not with|excluding|except(?: for)?|instead of|rather than)\b(?!\.)"
    r"|\b(?:did ?n[o']?t|did not|never|not|without)\s+(?:even\s+)?(?:add(?:ing)?|put|get)\b"
)
EXCEPT_ZH, APART_ZH = "除[了去开]?", "(?:之外|以外|外)?"
REST_EATEN_ZH = "(?:其他|其它|其余|别的|剩下|剩余)?的?我?(?:全部?|都|基本上?)+[吃喝]"
ALL_BUT_EN = (
    r"(?:everything|all(?: of it)?|the (?:whole )?lot)(?: i had)?"
    r" (?:but|except(?: for)?|apart from|other than|minus|without)"
)
"""How somebody names the one thing of several that was not eaten: 除了米饭之外都吃了, "all but the rice"."""
_ALL_BUT = re.compile(rf"{EXCEPT_ZH}(?=[^,，。;；!！?？\n]{{1,20}}?{APART_ZH}[,，]?{REST_EATEN_ZH})|\b{ALL_BUT_EN}\b")
_BREAK = re.compile(
    r"[,，、。;；.!！?？\n()]|但是?|不过|只是?|就(?=[吃喝])|而是|然后|后来"
    r"|\s*\b(?:but|just|only|then|instead|so)\b|\band (?=(?:had|ate|drank)\b)"
)

# Who types no commas parts Chinese by blanks.
_BLANK = r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff\d])"

# An ingredient left out ends where the next thing begins: 不加糖|的咖啡, "without sugar| and a muffin".
_THING_ENDS = re.compile(
    _BREAK.pattern
    + rf"|{_BLANK}|的|还有|加(?!糖|盐|奶)|\+|&|\bwith\b|\bplus\b|\b(?:and|n) (?=an?\b|some\b|\d|one\b|two\b)"
)
_CLAUSE_BEGINS = re.compile(rf"{_BREAK.pattern}|{_BLANK}")


# Who dictates makes no clauses: 早上没吃|中午吃了面, 吃了毛肚|别的没怎么吃.
_DEED_DONE = re.compile(r"(?<![没不])[吃喝炫啃](?:了|的是)|(?<![没不])(?:点|来|买|要)了")
_DEED_TOLD = re.compile(_DEED_DONE.pattern + "|(?<![没不])[吃喝]的")
_TIME_OF_DAY = re.compile(r"早[上晨餐饭]|上午|中午|[午晚][餐饭]|下午|傍晚|晚上|夜里|半夜|夜宵|今天|昨天|后来|然后")
_MEAL = re.compile(r"[早午晚][餐饭]")
_FARTHEST_TIME = 8
# 除了一个苹果|什么都没吃: the apple was eaten.
_BUT_FOR = re.compile(
    rf"{EXCEPT_ZH}(?:吃了?|喝了?)?[^,，。;；!！?？\n没]{{1,20}}[,，]?{APART_ZH}[,，]?(?:我)?(?:一天|今天|其他)?(?:都|就|也)?$"
)
_ALL_ELSE = re.compile(r"(?:别的|其[他它余]的?|剩下?的|另外的)(?:菜|东西)?(?:我|就|都|也|基本上?|几乎)*$")


def denials_in(text: str) -> tuple[Denial, ...]:
    """Return the denials of a cleaned text from left to right; each reaches to the end of its clause.

    A deed denied at the end of its clause denies what stands before it: 早饭没吃.
    """
    found = [(match, DenialKind.NOT_DONE) for match in _NOT_DONE.finditer(text)]
    taken = [match.span() for match, _ in found]
    found += [
        (match, DenialKind.WITHOUT)
        for match in (*_ALL_BUT.finditer(text), *_WITHOUT.finditer(text))
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return tuple(sorted((_denial(text, *each) for each in found), key=lambda denial: denial.start))


def _denial(text: str, cue: re.Match[str], kind: DenialKind) -> Denial:
    ends = _BREAK if kind is DenialKind.NOT_DONE else _THING_ENDS
    stop = ends.search(text, cue.end() + (text[cue.end() : cue.end() + 1] == " "))
    scope = cue.end(), stop.start() if stop else len(text)
    if kind is DenialKind.NOT_DONE:
        scope = cue.end(), _next_deed(text, *scope)
        if not re.search(r"\w", text[scope[0] : scope[1]].strip("了过呢啊上")):
            scope = _clause_start(text, cue.start()), cue.start()
    return Denial(kind, cue.start(), cue.end(), *scope)


def _next_deed(text: str, start: int, stop: int) -> int:
    """Return where the next deed begins that was done, with the time told of it, or `stop`: 没吃早饭|中午吃了面."""
    deed = _DEED_DONE.search(text, start, stop)
    if deed is None:
        return stop
    times = [time.start() for time in _TIME_OF_DAY.finditer(text, start, deed.start())]
    times = [at for at in times if deed.start() - at <= _FARTHEST_TIME and not (at == start and _MEAL.match(text, at))]
    return times[-1] if times else deed.start()


def _clause_start(text: str, at: int) -> int:
    if rest := _ALL_ELSE.search(text, 0, at):
        return rest.start()
    if _BUT_FOR.search(text, 0, at):
        return at
    ends = [match.end() for match in _CLAUSE_BEGINS.finditer(text, 0, at)]
    begin = ends[-1] if ends else 0
    deeds = [match.end() for match in _DEED_TOLD.finditer(text, begin, at)]
    times = [match.start() for match in _TIME_OF_DAY.finditer(text, deeds[-1], at)] if deeds else []
    return times[0] if times else begin
