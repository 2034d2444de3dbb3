"""What people tell of their bodies that has no place here yet: blood sugar, a pulse, "lost 2 kg"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fitness.reading.drafts import Unkept, UnkeptDraft
from meum.language.numerals import number_at, numbers_in, starts_word
from meum.language.sentences import Sentence, Span, overlaps

_GAP = re.compile(r"\s*[:=是为有约在了]?\s*(?:was |is |of |at )?")
_UNIT = re.compile(
    r"\s*(?:mmol/?l|mg/?dl|[µμu]mol/?l|°c|°f|℃|度|摄氏度|celsius|degrees?|bpm|次(?:/分钟?|每分钟?)?|kg/m2|%|公斤|斤|kg|cm|厘米)?"
)
# Words that say it by themselves, and words that do only with a figure behind them.
_ALONE: Mapping[Unkept, re.Pattern[str]] = MappingProxyType(
    {
        Unkept.BLOOD_SUGAR: re.compile(
            r"(?:空腹|餐后|饭后|早餐后)?血糖|\bblood (?:sugar|glucose)(?: level)?\b|\bfasting (?:sugar|glucose)\b"
        ),
        Unkept.TEMPERATURE: re.compile(r"体温|\bbody temp(?:erature)?\b"),
        Unkept.HEART_RATE: re.compile(
            r"(?:平均|最[高大]|运动)?(?:心率|心跳|脉搏)"
            r"|\b(?:(?:average|avg|max(?:imum)?|mean) )?(?:heart ?rate\b|pulse\b|hr(?= ?\d))"
        ),
        Unkept.BLOOD_OXYGEN: re.compile(r"血氧(?:饱和度)?|\bspo2\b|\bblood oxygen\b|\boxygen (?:level|saturation)\b"),
        Unkept.BLOOD_VALUES: re.compile(
            r"胆固醇(?=[\s:是高偏]*\d|[偏太]?高了)|血脂|甘油三酯|尿酸|血红蛋白|糖化血红蛋白"
            r"|\buric acid\b|\btriglycerides?\b|\bcholesterol(?= (?:is |was |of )?\d)|\bh?ba1c\b"
        ),
        Unkept.CYCLE: re.compile(
            r"(?:来|到|走)?(?:了)?(?:月经|例假|大姨妈|姨妈|生理期|经期)(?:来|到|走|结束|第[一二三四五六七\d]天)?"
            r"|\b(?:on |got )?(?:my )?period (?:start(?:ed|s)|came|ended|day \d)"
            r"|\b(?:on|got) my period\b|\bmenstruat\w+"
        ),
        Unkept.MEDICINE: re.compile(
            r"(?:吃|服|喝)(?:了|过)?(?:[\d一二两三四五半]+[片粒颗包支袋])?"
            r"(?:感冒|降压|降糖|止痛|退烧|消炎|过敏|胃|中|西)?药(?![膳酒店])"
            r"|\b(?:took|take|taking) (?:(?:my|a|an|the|some|\d+|one|two) )?(?:meds?|medications?|medicine|pills?"
            r"|tablets?|ibuprofen|paracetamol|aspirin|tylenol|advil|metformin|antibiotics?)\b"
        ),
        Unkept.BODY_VALUES: re.compile(
            r"肌肉量|骨骼肌|骨量|内脏脂肪(?:等级)?|基础代谢|体水分|身体水分|(?<![a-z])bmi(?![a-z])"
            r"|\bmuscle mass\b|\bvisceral fat\b|\bbone mass\b|\bbody water\b|(?<![a-z])bmr(?![a-z])"
        ),
    }
)
_WITH_FIGURE: Mapping[Unkept, re.Pattern[str]] = MappingProxyType(
    {
        Unkept.BLOOD_SUGAR: re.compile(r"\b(?:glucose|sugar level)\b"),
        Unkept.TEMPERATURE: re.compile(
            r"\btemp(?:erature)?\b|(?:[发高低]烧了?|\bfever\b)(?:,\s*(?=3[5-9]|4[0-2]|10\d))?"
        ),
        Unkept.GIRTHS: re.compile(
            r"[大小]?腿围|[上大小]?臂围|胸围|肩[宽围]|大臂|\b(?:thighs?|calf|calves|chest|bust|biceps?|upper arms?)\b"
        ),
    }
)
_CHANGE = re.compile(
    r"(?:(?:比|跟|和)?(?:昨天|前天|上周|上次|上个?月|去年|之前)(?:相比|比)?)?(?:体重)?(?:又|已经|一共|总共)?[瘦胖轻重掉减长涨增][了重]{1,2}(?:快|大概|大约|约)?(?=[\d一二两三四五六七八九十半几])"
    r"|\b(?:lost|gained|dropped|put on)\s+(?=\d|a |one|two|three|half)"
)
_MASS = re.compile(r"\s*(?:公斤|千克|斤|kg|kilos?|kgs|lbs?|pounds?|stones?)(?![a-z])")
_CHANGED = re.compile(r"[瘦胖轻重]了(?:一些|一点|点|很多|好多|不少)?|\b(?:lost|gained) (?:some |a bit of )?weight\b")
_NAMED = re.compile(
    r"体重(?!秤|管理|指数)|血压|体脂率?|腰围|臀围|静息心率|\bmy weight\b|\bblood pressure\b|\bbody ?fat\b|\bwaistline\b"
)


@dataclass(frozen=True, slots=True)
class FoundUnkept:
    """Hold a draft with the span it used."""

    draft: UnkeptDraft
    span: Span


def unkept_in(sentence: Sentence, statement: Span, *, taken: Iterable[Span], has_weight: bool) -> list[FoundUnkept]:
    """Return what a statement tells that cannot be kept, but for words in `taken`; each place is used once.

    A change of weight is none beside the weight itself, nor a measure named without a figure beside any other draft.
    """
    drafted = list(taken)
    used = list(drafted)
    found: list[FoundUnkept] = []
    for kind, span in _spans(sentence, statement, has_weight=has_weight):
        if not overlaps(span, used):
            used.append(span)
            found.append(FoundUnkept(UnkeptDraft(kind=kind, at=sentence.now, words=sentence.quote(*span)), span))
    return found if found or drafted else list(_without_figure(sentence, statement))


def changes_in(sentence: Sentence, statement: Span) -> list[Span]:
    """Return where a statement says that the weight changed: 瘦了, 胖了两斤, "lost weight"."""
    text = sentence.text
    told = [span for match in _CHANGE.finditer(text, *statement) if (span := _amount_of_change(text, match))]
    return told + [match.span() for match in _CHANGED.finditer(text, *statement) if not overlaps(match.span(), told)]


def _without_figure(sentence: Sentence, statement: Span) -> Iterator[FoundUnkept]:
    named = _NAMED.search(sentence.text, *statement)
    if named and not numbers_in(sentence.text, *statement):
        span = named.start(), statement[1]
        yield FoundUnkept(UnkeptDraft(kind=Unkept.NO_FIGURE, at=sentence.now, words=sentence.quote(*span)), span)


def _spans(sentence: Sentence, statement: Span, *, has_weight: bool) -> Iterator[tuple[Unkept, Span]]:
    text = sentence.text
    for kind, pattern in _ALONE.items():
        for match in pattern.finditer(text, *statement):
            yield kind, (match.start(), _figure_end(text, match.end(), statement[1]) or match.end())
    for kind, pattern in _WITH_FIGURE.items():
        for match in pattern.finditer(text, *statement):
            if end := _figure_end(text, match.end(), statement[1]):
                yield kind, (match.start(), end)
    for span in [] if has_weight else changes_in(sentence, statement):
        yield Unkept.WEIGHT_CHANGE, span


def _figure_end(text: str, at: int, end: int) -> int | None:
    """Return where a figure with its unit ends that stands right behind a word, or None."""
    gap = _GAP.match(text, at, end)
    begin = gap.end() if gap else at
    number = number_at(text, begin) if begin < end and starts_word(text, begin) else None
    if number is None or number.is_article:
        return None
    unit = _UNIT.match(text, number.end)
    return unit.end() if unit else number.end


def _amount_of_change(text: str, match: re.Match[str]) -> Span | None:
    number = number_at(text, match.end()) if match.end() < len(text) else None
    mass = _MASS.match(text, number.end) if number else None
    return (match.start(), mass.end()) if mass else None
