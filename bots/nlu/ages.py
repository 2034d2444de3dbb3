"""How old somebody says to be: 「我12岁」, 「满18岁」, "I am 13", "1990年出生", "in my thirties"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meum.language.numerals import number_at

OLDEST = 120
GROWN_UP = 18
_LONGEST = 60
"""Characters of one sentence that is read for an age; nobody needs more to tell it."""

_SEGMENTS = re.compile(r"[,，。!！?？;；\n~]+|\.(?!\d)")
# Without a comma between them an age is over where 了 says so, or where a meal or a time begins.
_RUN_ON = re.compile(
    r"^(?:我|本人|俺)(?:今年|现在|已经|才|刚刚?|都|是|其实|\s)*[0-9一二三四五六七八九十]{1,3}\s?周?岁半?(?:多|整)?"
    r"(?:[了啦啊呀](?![，,。]|$)|(?=[今昨早午中晚刚吃喝我想要在正]))|"
    r"^(?:i am|i'm|im) (?:only |just )?[0-9]{1,3} ?(?:years?[ -]old|yrs?[ -]old|yo|y/o)\b"
    r"(?= (?:i|had|ate|today|for|my)\b)"
)
_SUBJECT = r"我|本人|俺|\b(?:i am|i'm|im|i have|i turned|i just turned|i will be|i'll be|my age is|my age)\b"
_NEAR = r"快要|快|马上就?要?|就要|将近|\b(?:almost|nearly|about to turn|turning|soon)\b|\b(?:i will be|i'll be)\b"
_UNDER = r"还?不到|未满|不满|还?没有?[到满]|小于|低于|\b(?:under|below|younger than|less than|not yet)\b"
_OVER = r"超过|大于|至少|已?满|\b(?:over|above|older than|more than|at least)\b"
_FILLER = (
    r"是的|对的?|嗯|\b(?:yes|yep|yeah|ok|okay)\b|其实|今年|现在|目前|已经|才|刚刚|刚|都|大概|大约|约|年龄|年纪|岁数|的|是个?|有|:|"
    r"\b(?:actually|now|already|just|only|aged?|about|a|an|is)\b"
)
_LEAD = re.compile(rf"(?:\s|{_UNDER}|{_NEAR}|{_SUBJECT}|{_OVER}|{_FILLER})*")
_UNIT = r"(?:\s?周?岁|[ -]?(?:years?|yrs?)[ -]?(?:old|of age)?|\s?(?:yo|y/o|y\.o)\b)"
_ENDING = r"(?:半|整|多|左右|出头|了|啦|啊|呀|哦|呢|哈|吧|嘛|的|\s|\b(?:now|already|today)\b)*"
_WHOM = (
    r"(?:girl|boy|man|woman|male|female|person|student|"
    r"小?(?:孩子?|女孩|男孩|女生|男生|朋友|学生)|初中生|高中生|大学生|人)?"
)
_ON = r"(?:(?:可以|能|可不可以|能不能|行|还|但)\S*|\s(?:can|may|could|is|so|but|and)\b.*)?"
_TAIL = re.compile(
    rf"(?P<unit>{_UNIT})?(?P<up>\s*(?:以上|\+|(?:or|and) (?:older|over|above|up)|plus))?"
    rf"(?P<down>\s*(?:以下|(?:or|and) (?:younger|under|below)))?{_ENDING}{_WHOM}{_ENDING}{_ON}"
)
_BORN = re.compile(
    rf"(?:{_SUBJECT}|\s|是|i was)*(?:出生于|生于|born in|born)?\s*(?P<year>(?:19|20)?\d\d)\s*"
    r"(?P<born>年(?:出生|生人?)?的?|出生的?)?"
)
_BORN_WORD = re.compile(r"生于|出生|born|年")
_GENERATION = re.compile(rf"(?:{_SUBJECT}|\s|是|个)*(?P<since>[0-9][05])后")
_DECADES = dict(
    zip(("twenties", "thirties", "forties", "fifties", "sixties", "seventies"), range(20, 80, 10), strict=True)
)
_DECADE = re.compile(rf"(?:.*\bin )?my (?:early |mid |late |mid-)?(?P<decade>{'|'.join(_DECADES)}|[2-9]0'?s)")
_GROWN_UP = re.compile(rf"(?:{_SUBJECT}|\s|是|个|已经?|\ban?\b)*(?:成年人?|大人|adult|grown[ -]?up)了?")
_MINOR = re.compile(
    rf"(?:{_SUBJECT}|\s|是|个|还|\ban?\b|\bstill\b)*(?:未成年人?|没成年|小孩子?|minor|teen(?:ager)?|child|kid)"
)

_SAID = re.compile(
    r"岁|年龄|年纪|今年|出生|生于|未成年|成年|小孩|[0-9]后|\b(?:i am|i'm|im|my age|born|turned|turning)\b|"
    r"\b(?:years?|yrs?)[ -]?old\b|\by/?\.?o\b|\bof age\b|\b(?:minor|teen|teenager|child|kid|adult)\b|\bin my\b"
)


@dataclass(frozen=True, slots=True)
class AgeTold:
    """Hold the full years somebody may have, both ends included; a bare number is an age only where one was asked."""

    low: int
    high: int
    is_bare: bool = False


def age_told(plain: str, *, year: int) -> AgeTold | None:
    """Return the age that a cleaned text tells of its writer, or None; `year` is the calendar year it is written in.

    Of several sentences the first that tells one counts. 「我女儿12岁」 and 「我12岁的女儿」 tell of somebody else.
    """
    segments = (part.strip() for segment in _SEGMENTS.split(plain) for part in _cut_after_age(segment.strip()))
    return next((age for segment in segments for age in _readings(segment, year) if age is not None), None)


def _cut_after_age(segment: str) -> tuple[str, ...]:
    """Cut 我12岁了早饭吃了两个包子 after the age that it begins with."""
    found = _RUN_ON.match(segment)
    return (segment[: found.end()], segment[found.end() :]) if found else (segment,)


def says_age(plain: str) -> bool:
    """Tell whether a text says in words that a number is an age, as 岁, "years old" and "I am" do."""
    return bool(_SAID.search(plain))


def _readings(segment: str, year: int) -> Iterator[AgeTold | None]:
    if not 0 < len(segment) <= _LONGEST:
        return
    yield _counted(segment)
    yield _born(segment, year)
    yield _named(segment, year)


def _counted(segment: str) -> AgeTold | None:
    """Read a number of years, with what narrows or widens it before and after."""
    lead = _LEAD.match(segment)
    begin = lead.end() if lead else 0
    before = segment[:begin]
    numeral = number_at(segment, begin) if begin < len(segment) else None
    tail = _TAIL.fullmatch(segment, numeral.end) if numeral and not numeral.is_article else None
    if numeral is None or tail is None or numeral.value.high > OLDEST:
        return None
    if re.search(r"的\s*(?:小?(?:孩|女|男|朋友|学生)|初|高|大学|人)", segment[numeral.end :]) and "是" not in before:
        return None
    low, high = _bounds(before, tail, int(numeral.value.low), int(numeral.value.high))
    is_bare = not (tail["unit"] or tail["up"] or tail["down"] or before.strip())
    return AgeTold(low, high, is_bare) if high >= low else None


def _bounds(before: str, tail: re.Match[str], low: int, high: int) -> tuple[int, int]:
    if re.search(_UNDER, before):
        return 0, low - 1
    if re.search(_NEAR, before):
        return low - 1, low - 1
    if tail["down"]:
        return 0, high
    is_open = tail["up"] or (re.search(_OVER, before) and not re.search("刚|just", before))
    return low, OLDEST if is_open else high


def _born(segment: str, year: int) -> AgeTold | None:
    """Read the year of birth: the birthday of this year may have been or may yet come."""
    found = _BORN.fullmatch(segment)
    told = int(found["year"]) if found else 0
    is_born = bool(_BORN_WORD.search(segment))
    if found is None or (told < 100 and not is_born):
        return None
    born = told if told >= 100 else told + (2000 if told <= year % 100 else 1900)
    if not 0 <= year - born <= OLDEST:
        return None
    return AgeTold(max(0, year - born - 1), year - born, is_bare=not is_born)


def _named(segment: str, year: int) -> AgeTold | None:
    """Read what stands for an age: 90后, "in my thirties", 成年."""
    if found := _GENERATION.fullmatch(segment):
        since = int(found["since"]) + (2000 if int(found["since"]) <= year % 100 else 1900)
        until = since + (9 if since % 10 == 0 else 4)
        return AgeTold(max(0, year - until - 1), year - since)
    if found := _DECADE.fullmatch(segment):
        begin = _DECADES.get(found["decade"]) or int(found["decade"][:2])
        return AgeTold(begin, begin + 9)
    if _GROWN_UP.fullmatch(segment):
        return AgeTold(GROWN_UP, OLDEST)
    return AgeTold(0, GROWN_UP - 1) if _MINOR.fullmatch(segment) else None
