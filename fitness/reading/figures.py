"""Figures of the body: 体重61.5, 130斤, "10 stone 4", 腰围80, 血压128/82, "weight 135 lb", "body fat 22%"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from types import MappingProxyType

from fitness.domain.measures import HEIGHT_CM, KINDS, Kind, is_plausible_pressure
from fitness.reading.drafts import HeightDraft, MeasurementDraft
from fitness.reading.fillers import is_filler
from meum.domain.intervals import Interval
from meum.domain.languages import Lang, language_of
from meum.domain.units import CM_PER_INCH, LB_PER_STONE, kg_of_jin, kg_of_lb
from meum.language.measures import MEASURES, Dimension
from meum.language.numerals import number_at, starts_word
from meum.language.quantities import Quantity, quantities_in, quantity_at
from meum.language.sentences import Clause, Sentence, Span, clauses_of, masked, overlaps, time_of

MOST_FIGURES = 30
"""Figures of one statement that are read."""

_GAP = re.compile(
    r"(?:[\s:=,~\-]|是|为|有|约|大概|大约|差不多|现在|今天|已经|才|只有|达到|[降升涨掉回减]到了?|到了?|变成|稳定在|保持在|了|一下|测得|量了?|称了?|显示|居然|竟然|体重|数值"
    r"|没(?:什么|怎么)?变化?|不变|还是|仍然?是?|依然是?|维持在?|终于"
    r"|\b(?:is|was|at|in|of|now|still|steady|unchanged|finally|currently|'s|hit|reached|about|around|today|says?|said|reads?|showed|came|went|dropped|down|up|out|to|me|this|just|only|a)\b)*"
)
_WORDS: Mapping[Kind, re.Pattern[str]] = MappingProxyType(
    {
        Kind.WEIGHT: re.compile(r"体重(?!秤|管理|指数)|称体重|\b(?:body ?)?weight\b(?! (?:train|lift|loss))"),
        Kind.WAIST: re.compile(r"腰围|腰(?=\s*(?:是|为|有)?\s*[\d一二两三四五六七八九])|\bwaist(?:line)?\b"),
        Kind.HIP: re.compile(r"臀围|\bhips?\b"),
        Kind.NECK: re.compile(r"颈围|脖围|\bneck\b"),
        Kind.BODY_FAT: re.compile(r"体脂肪?率?|\bbody ?fat\b(?: percentage| percent| %)?|\bbf\b"),
        Kind.RESTING_HEART_RATE: re.compile(
            r"(?:静息|静止|安静|晨起)(?:时)?(?:心率|脉搏)|\bresting (?:heart ?rate|hr|pulse)\b|\brhr\b"
        ),
    }
)
# Words that go with a weight but also with a kitchen scale: only a possible body weight with nothing after it counts.
_WEAK_WEIGHT = re.compile(
    r"称重|上秤|[称秤](?:上|了|出来)?(?:一?下)?|体重秤|空腹|我重|[净裸]重"
    r"|\bweigh(?:ed|s|ing)?(?: in| myself)?\b|\bscales?\b"
)
_ASIDE = re.compile(r"\([^()]*\)|\bweight\b")
_BLANK_BEFORE_NOW = re.compile(r"\s(?=现在|目前)")
_HEIGHT = re.compile(r"身高|个子|\bheight\b|\b(?:i'm|i am)(?= (?:\d{3} ?cm|\d ?(?:ft|feet|foot|')))")
_TALL = re.compile(r"\btall\b")
_LONGEST_HEIGHT = 16
_METRES = re.compile(r"([12一两])\s*米\s*([0-9]{1,2}(?!\d)|[零一二三四五六七八九]{1,2}(?!十))")
_DIGITS = str.maketrans("零一二两三四五六七八九", "01223456789")
_FEET = re.compile(r"([3-8])\s*(?:'|ft\b|feet\b|foot\b)\s*(?:(1[01]|\d)(?:\s*(?:\"|in\b|inch(?:es)?\b|''))?)?")
_CHI = re.compile(r"\s*尺\s*")
_PRESSURE = re.compile(r"(?:血压|\bblood pressure\b|\bbp\b)")
_SLASHED = re.compile(r"(\d{2,3})\s*(?:/|\\|比|-|over\b)\s*(\d{2,3})(?!\d)")
_UNIT_SLASHED = re.compile(r"(?<![\d/])(\d{2,3})\s*/\s*(\d{2,3})\s*(?:mm ?hg|毫米汞柱)")
_UPPER = re.compile(r"高压|收缩压|\bsystolic\b")
_LOWER = re.compile(r"[\s,、和]*(?:低压|舒张压|diastolic\b)")
_PERCENT = re.compile(r"\s*(?:%|percent\b|个点)")
_FAT_BEHIND = re.compile(
    r"(?<![\d.,])(?P<figure>\d{1,2}(?:[.,]\d{1,2})?)\s*(?:%|percent\b)\s*(?:of\s+|的)?(?:体脂|body ?fat\b|bf\b)"
)
_BPM = re.compile(r"\s*(?:次(?:每分钟?|/分钟?)?|bpm\b|下|beats?(?: (?:per|a) minute)?)")
_MMHG = re.compile(r"\s*(?:mm ?hg|毫米汞柱)")
# What follows a bare number and makes it something else than the figure.
_OTHER_THING = re.compile(
    r"\s*(?:[月日号点岁年天次秒:]|/(?!\s)|分(?!之)|g\b|ml\b|grams?\b|k?cal\b|days?\b|weeks?\b|years?\b|times\b)"
)
# "st" ends an ordinal too.
_STONE = re.compile(r"\s*-?\s*(?:stones?\b|st(?![a-z])|英石)")
_ORDINAL = re.compile(r"\d*1st\b(?!\s*\d)")
_STONE_GAP = re.compile(r"[\s,]*(?:and\s+)?")
_STONE_END = re.compile(r"\s*(?:lbs?\b|pounds?\b|磅|(?=[\s,.;。]*(?:$|[,;。!]|today|this|now|[\u4e00-\u9fff])))")
# "weight -61" is less than nothing, 体重-61 has a dash between.
_MINUS = re.compile(r"\s-$")
_FREE_END = re.compile(r"\s*(?:%|[,、]|了|吧|啦|呢|$)")
_BARE_KG = (30.0, 250.0)
_MASS_UNITS = ("kg", "斤", "lb")
# Above this a bare number may well be jin or pounds; and how near to the latest weight another unit must bring it.
_DOUBTFUL_KG = 100.0
_NEAR = 0.1
_TWIN_GAP = re.compile(r"[\s(/=,]*")
_SAME = 0.01


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a draft with the span it used; the draft's time is that of the message until its own is found."""

    draft: MeasurementDraft | HeightDraft
    span: Span


@dataclass(frozen=True, slots=True)
class _Read:
    """Hold a figure in the unit of its kind, other readings of it, and where its words end."""

    kind: Kind
    value: float
    end: int
    alternatives: tuple[float, ...] = ()


def figures_in(
    sentence: Sentence, statement: Span, *, latest_weight_kg: float | None, taken: Sequence[Span]
) -> list[Found]:
    """Return the figures of the body told in a statement, but for words in `taken`; each place is used once."""
    found: list[Found] = []

    def keep(told: Iterator[Found]) -> None:
        candidates = list(islice(told, MOST_FIGURES))
        for candidate in candidates:
            if not overlaps(candidate.span, [*taken, *(other.span for other in found)]):
                # A time inside another figure's words is not this one's.
                others = [other.span for other in candidates if other.span != candidate.span]
                at, problem = time_of(sentence, statement, candidate.span, taken=[*taken, *others])
                draft = replace(candidate.draft, at=at, problem=candidate.draft.problem or problem)
                found.append(Found(draft, candidate.span))

    text = _without_times(sentence)
    keep(_named(sentence, statement, text, latest_weight_kg))
    # Beside 22% body fat a 61.5 kg stands alone.
    alone = masked(text, [other.span for other in found])
    keep(_weights_without_the_word(sentence, statement, alone, latest_weight_kg))
    return found


def _named(sentence: Sentence, statement: Span, text: str, latest_weight_kg: float | None) -> Iterator[Found]:
    yield from _pressures(sentence, statement)
    yield from _heights(sentence, statement)
    yield from _body_fats_before_the_word(sentence, statement, text)
    for kind, words in _WORDS.items():
        for match in words.finditer(text, *statement):
            figure = _figure_after(text, match.end(), statement[1])
            if figure and (read := _of_kind(kind, text, figure, latest_weight_kg)):
                yield _found(sentence, read, start=match.start())
                yield from _continued(sentence, statement, text, read, latest_weight_kg)


def _continued(
    sentence: Sentence, statement: Span, text: str, first: _Read, latest_weight_kg: float | None
) -> Iterator[Found]:
    """Yield the figures of other times that share one word: 体重60，昨天61."""
    for moment in sentence.moments:
        if moment.start < first.end:
            continue
        is_next = moment.end < statement[1] and not text[first.end : moment.start].strip(" ,、;")
        figure = _figure_after(text, moment.end, statement[1]) if is_next else None
        read = _of_kind(first.kind, text, figure, latest_weight_kg) if figure else None
        if read is None or not _ends_clause(text, read.end, statement[1]):
            return
        yield _found(sentence, read, start=moment.start)
        first = read


def _body_fats_before_the_word(sentence: Sentence, statement: Span, text: str) -> Iterator[Found]:
    for match in _FAT_BEHIND.finditer(text, *statement):
        read = _Read(Kind.BODY_FAT, float(match["figure"].replace(",", ".")), match.end())
        yield _found(sentence, read, start=match.start())


def _without_times(sentence: Sentence) -> str:
    """Blank out times, so that 体重今早61.5 reads on; a time that holds the only number near is left."""
    return masked(sentence.text, [(moment.start, moment.end) for moment in sentence.moments])


def _figure_after(text: str, at: int, end: int) -> Quantity | None:
    gap = _GAP.match(text, at, end)
    begin = gap.end() if gap else at
    quantity = _told_at(text, begin) if begin < end and starts_word(text, begin) else None
    if quantity and _MINUS.search(text, at, begin):
        quantity = replace(quantity, amount=Interval.exact(-quantity.amount.mid))
    if quantity is None or quantity.end > end or quantity.is_article or quantity.size is not None:
        return None
    if gap and "," in gap.group() and quantity.measure is None and not _ends_clause(text, quantity.end, end):
        return None
    return None if quantity.measure is None and _OTHER_THING.match(text, quantity.end, end) else quantity


def _ends_clause(text: str, at: int, end: int) -> bool:
    """Tell whether nothing is counted by the figure that ends at a place: not the 2 of "body fat, 2 eggs"."""
    return bool(_FREE_END.match(text, at, end))


def _told_at(text: str, at: int) -> Quantity | None:
    """Return the quantity at a place; stones and pounds (10 stone 4, 10st 4lb) as pounds."""
    stones = number_at(text, at)
    unit = _STONE.match(text, stones.end) if stones and not stones.is_article else None
    if stones is None or unit is None or _ORDINAL.match(text, at):
        return quantity_at(text, at)
    pounds, end = stones.value.scaled(LB_PER_STONE), unit.end()
    gap = _STONE_GAP.match(text, end)
    rest = number_at(text, gap.end()) if gap and gap.end() < len(text) else None
    if rest and not rest.is_article and rest.value.mid < LB_PER_STONE and (last := _STONE_END.match(text, rest.end)):
        pounds, end = pounds + rest.value, last.end()
    return Quantity(pounds, MEASURES["lb"], None, at, end)


def _found(sentence: Sentence, read: _Read, *, start: int) -> Found:
    is_plausible = KINDS[read.kind].is_plausible(read.value)
    draft = MeasurementDraft(
        kind=read.kind,
        value=round(read.value, 2),
        at=sentence.now,
        words=sentence.quote(start, read.end),
        alternatives=tuple(round(other, 2) for other in read.alternatives if is_plausible),
        problem="" if is_plausible else f"impossible_{read.kind}",
    )
    return Found(draft, (start, read.end))


def _of_kind(kind: Kind, text: str, figure: Quantity, latest_weight_kg: float | None) -> _Read | None:
    if kind is Kind.WEIGHT:
        return _weight(text, figure, latest_weight_kg)
    if kind in (Kind.BODY_FAT, Kind.RESTING_HEART_RATE):
        return _rate(kind, text, figure)
    return _girth(kind, text, figure)


def _weight(text: str, figure: Quantity, latest_kg: float | None) -> _Read | None:
    if figure.measure is not None:
        is_mass = figure.measure.word in _MASS_UNITS
        return _Read(Kind.WEIGHT, figure.canonical.mid / 1000, _twin_end(text, figure)) if is_mass else None
    if _PERCENT.match(text, figure.end):
        return None
    value = figure.amount.mid
    other = kg_of_jin(value) if language_of(text, Lang.ZH) is Lang.ZH else kg_of_lb(value)
    if latest_kg is None:
        return _Read(Kind.WEIGHT, value, figure.end, alternatives=(other,) if value > _DOUBTFUL_KG else ())
    if abs(other / latest_kg - 1) <= _NEAR and abs(other - latest_kg) < abs(value - latest_kg):
        return _Read(Kind.WEIGHT, other, figure.end)
    is_far = abs(value / latest_kg - 1) > 2 * _NEAR
    return _Read(Kind.WEIGHT, value, figure.end, alternatives=(other,) if is_far else ())


def _twin_end(text: str, figure: Quantity) -> int:
    """Return where a weight ends that is told once more in another unit: 61.5kg (135.6 lb)."""
    gap = _TWIN_GAP.match(text, figure.end)
    twin = quantity_at(text, gap.end()) if gap and gap.end() < len(text) else None
    if gap is None or twin is None or twin.measure is None or twin.measure.word not in _MASS_UNITS:
        return figure.end
    is_same = abs(twin.canonical.mid / figure.canonical.mid - 1) < _SAME if figure.canonical.mid else False
    return twin.end + (1 if text[twin.end : twin.end + 1] == ")" else 0) if is_same else figure.end


def _rate(kind: Kind, text: str, figure: Quantity) -> _Read | None:
    if figure.measure is not None and figure.measure.word != "个":
        return None
    is_fraction = kind is Kind.BODY_FAT and "分之" in text[figure.start : figure.end]
    unit = (_PERCENT if kind is Kind.BODY_FAT else _BPM).match(text, figure.end)
    return _Read(kind, figure.amount.mid * (100 if is_fraction else 1), unit.end() if unit else figure.end)


def _girth(kind: Kind, text: str, figure: Quantity) -> _Read | None:
    if figure.measure is not None:
        is_length = figure.measure.dimension is Dimension.LENGTH
        return _Read(kind, figure.canonical.mid * 100, figure.end) if is_length else None
    value = figure.amount.mid
    if feet := _CHI.match(text, figure.end):
        return _chi(kind, text, value, feet.end())
    facts, inches = KINDS[kind], value * CM_PER_INCH
    is_inches = language_of(text, Lang.ZH) is Lang.EN and not facts.is_plausible(value) and facts.is_plausible(inches)
    return _Read(kind, inches if is_inches else value, figure.end)


def _chi(kind: Kind, text: str, chi: float, at: int) -> _Read:
    """Read 二尺四: a chi is a third of a metre, a cun a tenth of a chi."""
    cun = number_at(text, at) if at < len(text) else None
    if cun is None or cun.value.mid >= 10:
        return _Read(kind, chi * 100 / 3, at)
    end = cun.end + 1 if text.startswith("寸", cun.end) else cun.end
    return _Read(kind, (chi + cun.value.mid / 10) * 100 / 3, end)


def _weights_without_the_word(
    sentence: Sentence, statement: Span, text: str, latest_kg: float | None
) -> Iterator[Found]:
    quantities = [(quantity.start, quantity.end) for quantity in quantities_in(text, *statement)]
    for clause in _cut_before_now(text, clauses_of(text, statement, whole=quantities)):
        weak = next(iter([*_WEAK_WEIGHT.finditer(text, clause.start, clause.end)][::-1]), None)
        at = weak.end() if weak else _first_number(text, clause.start, clause.end)
        figure = _figure_after(text, at, clause.end)
        read = _weight(text, figure, latest_kg) if figure else None
        if figure is None or read is None or (weak is None and figure.measure is None):
            continue
        start = weak.start() if weak else figure.start
        if _is_body_weight(text, (start, max(figure.end, read.end)), read, (clause.start, clause.end)):
            yield _found(sentence, read, start=start)


def _cut_before_now(text: str, clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Cut clauses where a blank stands for a comma: 胖了三斤 现在131斤."""
    for clause in clauses:
        cuts = [match.start() for match in _BLANK_BEFORE_NOW.finditer(text, clause.start, clause.end)]
        yield from (Clause(*span) for span in pairwise([clause.start, *cuts, clause.end]) if span[0] < span[1])


def _first_number(text: str, start: int, end: int) -> int:
    return next((at for at in range(start, end) if starts_word(text, at) and number_at(text, at)), end)


def _is_body_weight(text: str, told: Span, read: _Read, clause: Span) -> bool:
    """Tell whether a mass stands alone in its clause and could be a body."""
    before, after = text[clause[0] : told[0]], text[told[1] : clause[1]]
    is_alone = all(is_filler(_ASIDE.sub(" ", _WEAK_WEIGHT.sub(" ", part))) for part in (before, after))
    is_of_something = text[slice(*told)].endswith(("的", "of"))
    return is_alone and not is_of_something and _BARE_KG[0] <= read.value <= _BARE_KG[1]


def _past(gap: re.Pattern[str], text: str, at: int, end: int) -> int:
    match = gap.match(text, at, end)
    return match.end() if match else at


def _heights(sentence: Sentence, statement: Span) -> Iterator[Found]:
    for match in _HEIGHT.finditer(sentence.text, *statement):
        if read := _height_after(sentence.text, match.end(), statement[1]):
            yield _height(sentence, (match.start(), read[1]), read[0])
    for match in _TALL.finditer(sentence.text, *statement):
        if before := _height_before(sentence, statement, match):
            yield _height(sentence, *before)


def _height(sentence: Sentence, span: Span, height: float) -> Found:
    problem = "" if HEIGHT_CM[0] <= height <= HEIGHT_CM[1] else "impossible_height"
    draft = HeightDraft(height_cm=round(height, 1), at=sentence.now, words=sentence.quote(*span), problem=problem)
    return Found(draft, span)


def _height_before(sentence: Sentence, statement: Span, tall: re.Match[str]) -> tuple[Span, float] | None:
    """Return the height that stands right before "tall" with its span: 175 cm tall, 5'10 tall."""
    text = sentence.text
    for at in range(max(statement[0], tall.start() - _LONGEST_HEIGHT), tall.start()):
        read = _height_after(text, at, tall.start()) if text[at].isalnum() and starts_word(text, at) else None
        if read and not text[read[1] : tall.start()].strip():
            return (at, tall.end()), read[0]
    return None


def _height_after(text: str, at: int, end: int) -> tuple[float, int] | None:
    gap = _GAP.match(text, at, end)
    begin = gap.end() if gap else at
    if metres := _METRES.match(text, begin, end):
        whole, rest = (part.translate(_DIGITS) for part in metres.groups())
        return int(whole) * 100 + float(rest.ljust(2, "0")), metres.end()
    if feet := _FEET.match(text, begin, end):
        return (int(feet[1]) * 12 + int(feet[2] or 0)) * CM_PER_INCH, feet.end()
    figure = _figure_after(text, at, end)
    if figure is None or (figure.measure and figure.measure.dimension is not Dimension.LENGTH):
        return None
    if figure.measure:
        return figure.canonical.mid * 100, figure.end
    value = figure.amount.mid
    return (value * 100 if 1 <= value < 3 else value), figure.end


def _pressures(sentence: Sentence, statement: Span) -> Iterator[Found]:
    text = sentence.text
    timeless = _without_times(sentence)
    for match in _PRESSURE.finditer(text, *statement):
        start, at = match.span()
        # One word may hold for several figures: 血压早上120/80晚上130/85.
        while figures := _SLASHED.match(timeless, _past(_GAP, timeless, at, statement[1]), statement[1]):
            yield _pressure(sentence, float(figures[1]), float(figures[2]), (start, figures.end()))
            at = figures.end()
            start = next((moment.start for moment in sentence.moments if moment.start >= at), at)
        if at == match.end() and (pair := _pair_after(timeless, at, statement[1])):
            yield _pressure(sentence, *pair[:2], (start, pair[2]))
    for match in _UPPER.finditer(text, *statement):
        upper = _figure_after(text, match.end(), statement[1])
        word = _LOWER.match(text, upper.end) if upper else None
        lower = _figure_after(text, word.end(), statement[1]) if word else None
        if upper and lower:
            yield _pressure(sentence, upper.amount.mid, lower.amount.mid, (match.start(), lower.end))
    for match in _UNIT_SLASHED.finditer(text, *statement):
        yield _pressure(sentence, float(match[1]), float(match[2]), match.span())


def _pair_after(text: str, at: int, end: int) -> tuple[float, float, int] | None:
    """Return two bare numbers that stand side by side, as in 血压130 85, and where they end."""
    upper = _figure_after(text, at, end)
    lower = _figure_after(text, upper.end, end) if upper and upper.measure is None else None
    if upper is None or lower is None or lower.measure is not None:
        return None
    is_pair = is_plausible_pressure(upper.amount.mid, lower.amount.mid)
    return (upper.amount.mid, lower.amount.mid, lower.end) if is_pair else None


def _pressure(sentence: Sentence, systolic: float, diastolic: float, span: Span) -> Found:
    unit = _MMHG.match(sentence.text, span[1])
    span = (span[0], unit.end() if unit else span[1])
    draft = MeasurementDraft(
        kind=Kind.BLOOD_PRESSURE,
        value=systolic,
        diastolic_mmhg=diastolic,
        at=sentence.now,
        words=sentence.quote(*span),
        problem="" if is_plausible_pressure(systolic, diastolic) else "impossible_blood_pressure",
    )
    return Found(draft, span)
