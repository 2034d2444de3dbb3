"""Activities in words: 跑了5公里28分钟, 打了一小时羽毛球, "ran 5 km in 28 min", "played badminton for an hour"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from fitness.domain.energy import MOST_MINUTES
from fitness.domain.paces import FAMILY_OF_CODE, MOST_DISTANCE_M, is_possible_speed
from fitness.reading.drafts import ActivityDraft, Unkept, UnkeptDraft
from fitness.reading.fillers import is_filler
from fitness.reading.lexicon import ActivityLexicon, ActivityWord
from meum.domain.units import M_PER_MILE
from meum.language.durations import duration_at, durations_in
from meum.language.lexicon import Match, line_of
from meum.language.measures import Dimension
from meum.language.numerals import Numeral, numbers_in, starts_word
from meum.language.quantities import quantities_in
from meum.language.sentences import Clause, Sentence, Span, clauses_of, masked, overlaps, time_of

_GENERAL = {"02060", "12050"}
"""Places and words for exercise in general (健身房, 跑步机): silent beside a more exact one."""
_THOUSANDS = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*k\b")
_RACES = (
    (re.compile(r"半程马拉松|半马|\bhalf marathon\b"), 21_097.5),
    (re.compile(r"(?<!半程)马拉松|全马|(?<!half )\bmarathon\b"), 42_195.0),
)
_RAN = re.compile(r"跑|完赛|完成|\b(?:ran|run|finished|did)\b")
_PACE_BEFORE = re.compile(r"(?:配速|\bpace)(?:\s|是|为|在|约|of|was|:)*")
_PACE_AFTER = re.compile(r"\s*(?:的?配速|\bpace\b)")
_PACE_PER = re.compile(r"\s*(?:/|每|per\b|min/)\s*(km|k\b|公里|mi\b|miles?)")
_MINUTES_SECONDS = re.compile(r"(?<![\d:.])(\d{1,3}):([0-5]\d)(?![\d:])")
# Minutes and seconds that are no time of day, behind a distance: "5 km, 27:45".
_NO_CLOCK = re.compile(r"(?:2[4-9]|[3-9]\d|1\d\d):")
_TIME_CUE = re.compile(r"(?:用时|用了|花了|耗时|时间|成绩|\bin|\btime)[\s:]*$")
_STEPS = re.compile(r"\s*(?:多)?步(?![行道骤伐数枪])|\s*(k)?\s*steps?\b")
_STEP_COUNT = re.compile(r"(?:步数|\bsteps?)[\s:是为]*")
_OTHER_SENSES = re.compile(
    r"\bran (?:out|into|errands|away|late)\b|\brun (?:out|into|errands)\b|\bwalked? (?:out|in|into|away)\b"
    r"|走地|跑腿|跑去|跑来|走去|走了之?后|走开|跑题|游戏|骑手|爬虫|走神|走心"
)
_STEP_VERB = re.compile(r"(?:(?:走|跑|动)[了过]?|\b(?:walked|did|took|got))\s*$")
# How often or how many of it: 跳绳1000个, 50个俯卧撑, "climbed 10 floors"; says that it was done, not how long.
_TIMES = r"(?:个|下|次|组|层|圈|趟|reps?\b|times\b|sets?\b|laps?\b|floors?\b|flights?\b)"
_COUNT_AFTER = re.compile(r"[\s了过:共约x×]*(?=[\d一二两三四五六七八九十百千半])")
_COUNT_UNIT = re.compile(rf"\s*{_TIMES}(?=$|[\s,，、。;!\dx×*]|[又再和用花每])")
# Sets and what was lifted: 60公斤 5组每组12个, "3x10 squats at 60 kg".
_SETS_BEFORE = re.compile(r"\d{1,3}\s*(?:[x×*]|sets? of)\s*$")
_LOADED = r"(?:\s*,?\s*(?:at|with|@|负重)?\s*\d{1,3}(?:\.\d+)?\s*(?:公斤|千克|kgs?\b|斤|lbs?\b|pounds\b))"
_LOAD = re.compile(_LOADED)
_LIFTED = re.compile(
    rf"{_LOADED}?\s*\d{{1,3}}\s*(?:[x×*]|组\s*,?\s*(?:每组|[x×*])?)\s*\d{{1,4}}\s*(?:个|次|下|reps?\b)?{_LOADED}?"
)
_COUNT_BEFORE = re.compile(rf"\s*{_TIMES}?\s*(?:的|of\s+)?")
# Words that need no amount to tell what was done.
_DONE = re.compile(r"ran|jogged|swam|cycled|walked|hiked")
_FEWEST_STEPS = 100
_DAY_SECONDS = 86400.0


@dataclass(frozen=True, slots=True)
class FoundActivity:
    """Hold a draft with the spans it used."""

    draft: ActivityDraft | UnkeptDraft
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Amount:
    """Hold a distance in m, a time in minutes or a pace in minutes a km, with its place."""

    span: Span
    distance_m: float | None = None
    minutes: float | None = None
    pace: float | None = None


@dataclass(slots=True)
class _Told:
    """Hold an activity under way with the amounts that belong to it."""

    match: Match[ActivityWord]
    clause: Clause
    amounts: list[_Amount] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    @property
    def code(self) -> str:
        return self.match.value.code

    def first(self, name: str) -> float | None:
        return next((value for amount in self.amounts if (value := getattr(amount, name)) is not None), None)


def activities_in(
    sentence: Sentence, statement: Span, *, lexicon: ActivityLexicon, taken: Iterable[Span]
) -> list[FoundActivity]:
    """Return the activities and steps told in a statement, but for words that other drafts took."""
    used = list(taken)
    steps = list(_steps(sentence, statement, used))
    used += [span for found in steps for span in found.spans]
    matches = [
        match
        for match in _matches(sentence.text, statement, lexicon)
        if not overlaps((match.start, match.end), used) and not sentence.is_denied(match.start, match.end)
    ]
    if not matches:
        return steps
    amounts = list(_amounts(sentence, statement, used))
    spent = [*used, *_places(sentence, amounts)]
    amounts += _counts(sentence.text, statement, matches, spent)
    told = _assigned(sentence, statement, matches, amounts)
    return steps + [_found(sentence, statement, each, used) for each in _worth_telling(sentence, told)]


def _matches(text: str, statement: Span, lexicon: ActivityLexicon) -> Iterator[Match[ActivityWord]]:
    """Yield the activities named in a statement; its text alone is cut, so that many statements cost no more."""
    begin = statement[0]
    told = text[begin : statement[1]]
    for match in lexicon.find(line_of(masked(told, _other_senses(told)))):
        yield replace(match, start=match.start + begin, end=match.end + begin)


def _other_senses(text: str) -> list[Span]:
    return [match.span() for match in _OTHER_SENSES.finditer(text)]


def _steps(sentence: Sentence, statement: Span, used: list[Span]) -> Iterator[FoundActivity]:
    text = sentence.text
    for number in numbers_in(text, *statement):
        span = _step_span(text, number)
        if span is None or _steps_told(text, number) < _FEWEST_STEPS or overlaps(span, used):
            continue
        if statement[0] <= span[0] and span[1] <= statement[1]:
            at, problem = time_of(sentence, statement, span, taken=used)
            draft = UnkeptDraft(kind=Unkept.STEPS, at=at, words=sentence.quote(*span), problem=problem)
            yield FoundActivity(draft, (span,))


def _steps_told(text: str, number: Numeral) -> float:
    word = _STEPS.match(text, number.end)
    return number.value.mid * (1000 if word and word[1] else 1)


def _step_span(text: str, number: Numeral) -> Span | None:
    """Return the span of 走了一万步 or 步数8000, or None where the number counts something else."""
    if word := _STEPS.match(text, number.end):
        verb = _STEP_VERB.search(text, max(0, number.start - 8), number.start)
        return verb.start() if verb else number.start, word.end()
    before = _STEP_COUNT.search(text, max(0, number.start - 8), number.start)
    return (before.start(), number.end) if before and before.end() == number.start else None


def _amounts(sentence: Sentence, statement: Span, used: list[Span]) -> Iterator[_Amount]:
    """Yield paces, distances and times from the surest to the vaguest; each place is used once."""
    text, taken = sentence.text, list(used)
    for amount in (*_paces(text, statement), *_distances(text, statement), *_times(sentence, statement)):
        is_inside = statement[0] <= amount.span[0] and amount.span[1] <= statement[1]
        if is_inside and not overlaps(amount.span, taken):
            taken.append(amount.span)
            yield amount


def _paces(text: str, statement: Span) -> Iterator[_Amount]:
    for word in _PACE_BEFORE.finditer(text, *statement):
        if read := _pace_at(text, word.end()):
            yield _pace((word.start(), read[1]), read[0], text)
    for start in range(*statement):
        read = _pace_at(text, start) if text[start].isdigit() and starts_word(text, start) else None
        after = (_PACE_AFTER.match(text, read[1]) or _PACE_PER.match(text, read[1])) if read else None
        if read and after:
            yield _pace((start, after.end()), read[0], text)


def _pace_at(text: str, at: int) -> tuple[float, int] | None:
    """Return minutes and the end of 6分30, 6'30" or 6:30."""
    if clock := _MINUTES_SECONDS.match(text, at):
        return int(clock[1]) + int(clock[2]) / 60, clock.end()
    duration = duration_at(text, at) if at < len(text) else None
    return (duration.minutes, duration.end) if duration else None


def _pace(span: Span, minutes: float, text: str) -> _Amount:
    per = _PACE_PER.match(text, span[1]) or _PACE_PER.search(text, *span)
    is_mile = bool(per and per[1].startswith("mi"))
    end = per.end() if per and per.end() > span[1] else span[1]
    return _Amount((span[0], end), pace=minutes * (1000 / M_PER_MILE if is_mile else 1))


def _distances(text: str, statement: Span) -> Iterator[_Amount]:
    for quantity in quantities_in(text, *statement):
        if quantity.measure and quantity.measure.dimension is Dimension.LENGTH and not quantity.is_article:
            yield _Amount((quantity.start, quantity.end), distance_m=quantity.canonical.mid)
    for match in _THOUSANDS.finditer(text, *statement):
        yield _Amount(match.span(), distance_m=float(match[1]) * 1000)
    for race, distance_m in _RACES if _RAN.search(text) else ():
        for match in race.finditer(text, *statement):
            yield _Amount(match.span(), distance_m=distance_m)


def _times(sentence: Sentence, statement: Span) -> Iterator[_Amount]:
    text = sentence.text
    for match in _MINUTES_SECONDS.finditer(text, *statement):
        if _NO_CLOCK.match(match[0]) or _TIME_CUE.search(text, max(0, match.start() - 6), match.start()):
            yield _Amount(match.span(), minutes=int(match[1]) + int(match[2]) / 60)
    times = [(moment.start, moment.end) for moment in sentence.moments]
    for duration in durations_in(text, *statement):
        if not overlaps((duration.start, duration.end), times) and duration.seconds.mid < _DAY_SECONDS:
            yield _Amount((duration.start, duration.end), minutes=duration.minutes)


def _counts(text: str, statement: Span, matches: list[Match[ActivityWord]], used: list[Span]) -> Iterator[_Amount]:
    """Yield the counts that stand right behind or before an activity; they make it told, but tell no length."""
    numbers, taken = numbers_in(text, *statement), list(used)
    for match in matches:
        lifted = _LIFTED.match(text, match.end)
        spans = [lifted.span()] if lifted else []
        spans += _counted_beside(text, match, numbers)
        for span in spans:
            if not overlaps(span, taken):
                taken.append(span)
                yield _Amount(span)


def _counted_beside(text: str, match: Match[ActivityWord], numbers: Iterable[Numeral]) -> Iterator[Span]:
    gap = _COUNT_AFTER.match(text, match.end)
    for number in numbers:
        behind = _COUNT_UNIT.match(text, number.end) if gap and gap.end() == number.start else None
        is_before = number.end <= match.start and _COUNT_BEFORE.fullmatch(text, number.end, match.start)
        if behind:
            yield number.start, behind.end()
        elif is_before and not number.is_article:
            sets = _SETS_BEFORE.search(text, max(0, number.start - 10), number.start)
            load = _LOAD.match(text, match.end)
            yield sets.start() if sets else number.start, match.start
            if load:
                yield load.span()


def _assigned(
    sentence: Sentence, statement: Span, matches: list[Match[ActivityWord]], amounts: list[_Amount]
) -> list[_Told]:
    """Give each clause's amounts to its activities; a clause of amounts alone goes to the activity before it."""
    whole = [(match.start, match.end) for match in matches] + [amount.span for amount in amounts]
    told: list[_Told] = []
    for clause in clauses_of(sentence.text, statement, whole=whole):
        here = [_Told(match, clause) for match in matches if clause.holds(match.start, match.end)]
        inside = [amount for amount in amounts if clause.holds(*amount.span)]
        if here:
            told += _shared_out(here, inside)
        elif inside and told and is_filler(masked(sentence.text, _places(sentence, inside))[clause.start : clause.end]):
            told[-1].amounts += inside
            told[-1].spans.append((clause.start, clause.end))
    return told


def _places(sentence: Sentence, amounts: list[_Amount]) -> list[Span]:
    return [amount.span for amount in amounts] + [(moment.start, moment.end) for moment in sentence.moments]


def _shared_out(told: list[_Told], amounts: list[_Amount]) -> list[_Told]:
    """Amounts follow their activity (跑步5公里), unless the clause begins with one (5公里跑步, "an hour of yoga")."""
    for amount in sorted(amounts, key=lambda each: each.span):
        before = [each for each in told if each.match.start <= amount.span[0]]
        after = [each for each in told if each.match.start > amount.span[0]]
        is_led_by_amount = min(a.span[0] for a in amounts) < told[0].match.start
        chosen = (after or before) if is_led_by_amount else (before or after)
        owner = chosen[0] if chosen is after else chosen[-1]
        owner.amounts.append(amount)
    silent = [each for each in told if not each.amounts]
    loud = [each for each in told if each.amounts]
    for each in silent if loud else []:
        nearest = min(loud, key=lambda other: abs(other.match.start - each.match.start))
        nearest.spans.append((each.match.start, each.match.end))
        if nearest.code in _GENERAL or nearest.match.value.needs_amount:
            nearest.match = each.match if _is_kin(each, nearest) else nearest.match
    return loud or told


def _is_kin(one: _Told, other: _Told) -> bool:
    """Tell whether two words may mean one activity: 慢跑 beside 跑了, 练腿 beside 健身房."""
    if one.code == other.code or one.code in _GENERAL:
        return False
    family = FAMILY_OF_CODE.get(other.code)
    return other.code == "02060" or (family is not None and FAMILY_OF_CODE.get(one.code) is family)


def _worth_telling(sentence: Sentence, told: list[_Told]) -> list[_Told]:
    """Leave out activities without amounts, unless one stands alone: then its duration is asked for."""
    loud = [each for each in told if each.amounts]
    if loud:
        return loud
    times = [(moment.start, moment.end) for moment in sentence.moments]
    return [
        each
        for each in told[:1]
        if not (each.match.value.needs_amount and not _DONE.fullmatch(sentence.text, each.match.start, each.match.end))
        and is_filler(masked(sentence.text, [*times, (each.match.start, each.match.end)])[slice(*_bounds(each))])
    ]


def _bounds(told: _Told) -> Span:
    return told.clause.start, told.clause.end


def _found(sentence: Sentence, statement: Span, told: _Told, used: list[Span]) -> FoundActivity:
    spans = [(told.match.start, told.match.end), *told.spans, *(amount.span for amount in told.amounts)]
    whole = min(start for start, _ in spans), max(end for _, end in spans)
    at, in_future = time_of(sentence, statement, whole, taken=[*used, *(amount.span for amount in told.amounts)])
    distance, minutes = told.first("distance_m"), told.first("minutes")
    pace = told.first("pace")
    if minutes is None and pace is not None and distance is not None:
        minutes = pace * distance / 1000
    elif distance is None and pace and minutes is not None:
        distance = minutes / pace * 1000
    problem = _problem(told.code, minutes, distance) or in_future
    draft = ActivityDraft(
        code=told.code,
        at=at,
        words=sentence.quote(*whole),
        minutes=None if minutes is None else round(minutes, 2),
        distance_m=None if distance is None else round(distance, 1),
        problem=problem,
    )
    return FoundActivity(draft, tuple(spans))


def _problem(code: str, minutes: float | None, distance_m: float | None) -> str:
    if distance_m is not None and not 0 < distance_m <= MOST_DISTANCE_M:
        return "impossible_distance"
    if minutes is None:
        return "" if distance_m is not None and code in FAMILY_OF_CODE else "duration_missing"
    if not 0 < minutes <= MOST_MINUTES:
        return "impossible_duration"
    if distance_m is not None and not is_possible_speed(code=code, minutes=minutes, distance_m=distance_m):
        return "impossible_speed"
    return ""
