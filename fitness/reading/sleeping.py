"""Sleep in words: 昨晚11点半睡7点醒, 睡了7个半小时, "slept 11:30pm to 7am", "7 hours of sleep"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise, product
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitness.domain.sleep import MOST_MINUTES, night_before, sleep_minutes
from fitness.reading.drafts import SleepDraft
from fitness.reading.fillers import is_filler
from meum.language.clocks import ClockWords, clocks_in
from meum.language.durations import Duration, durations_in
from meum.language.sentences import Sentence, Span, clauses_of, masked, overlaps, time_of
from meum.language.times import DayPart, Moment

_ZH_SLEEP = (
    r"(?<![中下上])午睡|睡午觉|小睡|补觉|睡眠(?!不足|面膜|障碍)|入睡|睡着|睡觉(?!前)"
    r"|睡(?![前衣袋莲眠美裤裙觉])|眯了|上床|躺下"
)
_EN_SLEEP = (
    r"\b(?:slept|asleep|sleep(?:ing)?|naps?|napped|napping|(?:to|in) bed"
    r"|bed(?= (?:at|by|around)\b)|dozed)\b(?! (?:mask|aid|apnea))"
)
_SLEEP = re.compile(f"{_ZH_SLEEP}|{_EN_SLEEP}")
_WAKE = re.compile(r"醒|起床|起(?=的|了|来|[\s,，。;]|$)|\b(?:woke|awoke|wake|got up|get up|up at|waking)\b")
_NAP = re.compile(r"中午|午睡|午觉|小睡|眯|补觉|\bnap")
# The 11 and the 7 of "from 11 to 7", "in bed at 11 and woke at 7".
_HOUR = r"(1[0-2]|[1-9])(?![\d:.]|\s*(?:hours?|hrs?|h\b|min|[ap]\.?m))"
_BARE_PAIR = re.compile(rf"(?<![\d:.]){_HOUR}\s*(?:-|to|till|until|到)\s*{_HOUR}")
_BARE_HOUR = re.compile(rf"(?:\b(?:from|at|around|about|to|till|until|by)\s+|-\s*){_HOUR}")
# 一点 is "a bit" in most other places.
_BARE_ONE = re.compile(r"(?:(?<=[\s,。;到晚])|^)(一)点(?=(?:多|左右|才|就)*(?:睡|入睡|上床|躺|醒|起))")
# How a night was, without its length.
_REMARK = re.compile(
    r"失眠了?|没怎么睡|[没不]睡[好着够]|睡不[好着够]"
    r"|睡得(?:不|很|挺|太|好|超|非常|特别|还)*(?:好|香|差|晚|早|浅|沉|踏实|不错|可以|一般|糟)"
    r"|睡眠(?:质量)?(?:很|不|较|挺)?(?:好|差|不足|一般)"
    r"|\binsomnia\b|\bsleepless\b|\b(?:could ?n'?t|could not|can'?t|cannot|did ?n'?t|did not)"
    r" (?:really )?(?:sleep|fall asleep)(?: well| much| at all)?"
    r"|\bslept (?:very |really |so |pretty |quite )?(?:badly|poorly|well|great|terribly|late|in|like a (?:baby|log))\b"
)
_MIDNIGHT = re.compile(r"\bmidnight\b(?! snack)")
_STAGE = re.compile(
    r"(?:深睡|浅睡|深度睡眠|浅度睡眠|快速眼动|\brem|\bdeep|\blight|\bcore)(?: sleep)?[\s:了]*(?:for )?$"
)
_FOR = re.compile(
    r"(?:[\s:,]|了|的|着|觉|个|才|只|大概|大约|差不多|约|一共|总共|有|不到|将近|接近|超过|至少|足足|整整|满"
    r"|for|about|nearly|almost|over|under|less than|more than|at least|barely|like|around|only|was|time|a|an|total)*"
)
_OF = re.compile(r"[\s\-]*(?:的|of|a|an)?\s*")
_DAY_MINUTES = 24 * 60
_DAYS = re.compile(r"天|day")
_RANGE = re.compile(r"[\s的]*(?:-|~|to|till|until|到|至|一直到|睡到)\s*")
_FARTHEST = 24
_NEAR = 10
_DAYS_BACK = 8
_SLACK = timedelta(minutes=10)
_BESIDE = 4
_USUAL_NIGHT = 8 * 60
_USUAL_NAP = 60
_NIGHT_HOURS = (*range(19, 24), *range(5))


@dataclass(frozen=True, slots=True)
class FoundSleep:
    """Hold a draft and the span it used, times included."""

    draft: SleepDraft
    span: Span


@dataclass(frozen=True, slots=True)
class _Clock:
    """Hold one clock time as said: the hours it may mean, and its date where that was said."""

    start: int
    end: int
    times: tuple[time, ...]
    date_offset: int | None


class _Night(NamedTuple):
    """Hold one reading of two clock times."""

    asleep_at: datetime
    woke_at: datetime
    minutes: float


def sleeps_in(sentence: Sentence, statement: Span) -> list[FoundSleep]:
    """Return the sleep told in a statement: one by clock times with its naps, else those told by their length."""
    text = sentence.text
    words = [match.span() for match in _SLEEP.finditer(text, *statement) if not sentence.is_denied(*match.span())]
    if not words:
        return []
    lengths = list(_lengths(text, statement, words))
    clocks = _clocks(sentence, statement)
    for bed, wake in pairwise(clocks):
        if wake.start - bed.end <= _FARTHEST and (found := _by_clocks(sentence, bed, wake, words)):
            naps = [(length, span) for length, span in lengths if _is_other_nap(text, span, found.span)]
            return [found, *(_by_length(sentence, statement, length, span, []) for length, span in naps)]
    if lengths:
        return [_by_length(sentence, statement, length, span, clocks) for length, span in lengths]
    return _unfinished(sentence, statement, words, clocks)


def remarks_in(sentence: Sentence, statement: Span) -> list[Span]:
    """Return where a statement says how the sleep was: 失眠, 没睡好, "slept badly"."""
    return [_with_moments(sentence, match.span()) for match in _REMARK.finditer(sentence.text, *statement)]


def length_asked(sentence: Sentence, span: Span) -> SleepDraft:
    """Return the draft of a sleep whose length was not told."""
    return SleepDraft(at=sentence.now, words=sentence.quote(*span), problem="sleep_length_missing")


def _is_other_nap(text: str, span: Span, night: Span) -> bool:
    return bool(_NAP.search(text, max(0, span[0] - 2), span[1])) and not overlaps(span, [night])


def _lengths(text: str, statement: Span, words: list[Span]) -> Iterator[tuple[Duration, Span]]:
    """Yield the durations that stand beside a word for sleep, with the span of both."""
    for duration in durations_in(text, *statement):
        is_inside = statement[0] <= duration.start and duration.end <= statement[1]
        is_days = duration.minutes >= _DAY_MINUTES and _DAYS.search(text, duration.start, duration.end)
        if not is_inside or is_days or _STAGE.search(text, 0, duration.start):
            continue
        for start, end in words:
            is_before = duration.end <= start and _OF.fullmatch(text, duration.end, start)
            is_after = end <= duration.start and _FOR.fullmatch(text, end, duration.start)
            if is_before or is_after:
                yield duration, (min(start, duration.start), max(end, duration.end))
                break


def _clocks(sentence: Sentence, statement: Span) -> list[_Clock]:
    """Return the clock times of a statement in their order, the surer reading of the same words only."""
    text = sentence.text
    candidates = [
        *(
            ClockWords(*match.span(group), int(match[group]), 0)
            for match in _BARE_PAIR.finditer(text, *statement)
            for group in (1, 2)
        ),
        *(ClockWords(*match.span(), 0, 0) for match in _MIDNIGHT.finditer(text, *statement)),
        *sorted(clocks_in(text), key=lambda clock: clock.start - clock.end),
        *(ClockWords(*match.span(1), int(match[1]), 0) for match in _BARE_HOUR.finditer(text, *statement)),
        *(ClockWords(*match.span(), 1, 0) for match in _BARE_ONE.finditer(text, *statement)),
    ]
    chosen: list[ClockWords] = []
    for clock in candidates:
        is_inside = statement[0] <= clock.start and clock.end <= statement[1]
        if is_inside and not overlaps((clock.start, clock.end), [(other.start, other.end) for other in chosen]):
            chosen.append(clock)
    return [_clock(sentence, clock) for clock in sorted(chosen, key=lambda clock: clock.start)]


def _clock(sentence: Sentence, words: ClockWords) -> _Clock:
    moment = next((moment for moment in sentence.moments if _tells(moment, words)), None)
    start, end = (moment.start, moment.end) if moment else (words.start, words.end)
    offset = moment.day_offset if moment else None
    if moment and moment.clock and (moment.part or words.is_afternoon is not None):
        return _Clock(start, end, (moment.clock,), offset)
    if words.is_afternoon is not None:
        hours = [words.hour % 12 + (12 if words.is_afternoon else 0)]
    elif words.hour in (0, 24) or words.hour > 12:
        hours = [words.hour % 24]
    else:
        hours = [words.hour % 12, words.hour % 12 + 12]
    return _Clock(start, end, tuple(time(hour, words.minute) for hour in hours), offset)


def _tells(moment: Moment, words: ClockWords) -> bool:
    """Tell whether a moment holds these clock words and means them (11 to 7 is no 6:49 here)."""
    is_around = moment.start <= words.start and words.end <= moment.end
    clock = moment.clock
    return is_around and clock is not None and (clock.hour % 12, clock.minute) == (words.hour % 12, words.minute)


def _by_clocks(sentence: Sentence, first: _Clock, second: _Clock, words: list[Span]) -> FoundSleep | None:
    """Return the night between two clock times, with a problem where no night fits; None where they tell no sleep."""
    text, zone = sentence.text, sentence.now.tzinfo
    if not isinstance(zone, ZoneInfo) or not _are_bed_and_wake(text, first, second):
        return None
    bed, wake = (second, first) if _is_waking_first(text, first, second) else (first, second)
    span = _widened(text, (first.start, second.end), words)
    quote = sentence.quote(*span)
    nights = [night for night in _nights(bed, wake, sentence.now, zone) if _fits(night, bed, wake, sentence.now)]
    if not nights:
        return FoundSleep(SleepDraft(at=sentence.now, words=quote, problem="impossible_sleep"), span)
    is_nap = bool(_NAP.search(text))
    night = min(nights, key=lambda each: _strangeness(each, sentence.now, is_nap=is_nap))
    draft = SleepDraft(at=night.woke_at, words=quote, asleep_at=night.asleep_at, minutes=night.minutes)
    return FoundSleep(draft, span)


def _are_bed_and_wake(text: str, first: _Clock, second: _Clock) -> bool:
    """Tell whether "to", a word for sleep or one for waking ties two clock times: not 8点吃早饭，11点睡."""
    return bool(
        _RANGE.fullmatch(text, first.end, second.start)
        or _SLEEP.search(text, first.end, second.start)
        or _WAKE.search(text, max(0, first.start - _NEAR), second.end)
        or _WAKE.match(text, second.end)
    )


def _is_waking_first(text: str, first: _Clock, second: _Clock) -> bool:
    """Tell whether 7点醒的, 11点睡的 or "woke at 7, went to bed at 11" was said."""
    after_first = _WAKE.match(text, first.end, second.start)
    before_first = _WAKE.search(text, max(0, first.start - _NEAR), first.start)
    between = _SLEEP.search(text, first.end, second.start)
    return bool(after_first) or bool(before_first and between)


def _nights(bed: _Clock, wake: _Clock, now: datetime, zone: ZoneInfo) -> Iterator[_Night]:
    """Yield what the clock times may mean on the days of the last week."""
    for bed_time, wake_time, days_ago in product(bed.times, wake.times, range(_DAYS_BACK)):
        waking_date = now.date() - timedelta(days=days_ago)
        instants = night_before(bed=bed_time, wake=wake_time, waking_date=waking_date, zone=zone)
        try:
            yield _Night(*instants, sleep_minutes(asleep_at=instants[0], woke_at=instants[1]))
        except ValueError:
            continue


def _fits(night: _Night, bed: _Clock, wake: _Clock, now: datetime) -> bool:
    """Tell whether a night is over and on the days that were told; without any it ended today or yesterday."""
    slept_ago = (night.asleep_at.date() - now.date()).days
    woke_ago = (night.woke_at.date() - now.date()).days
    is_dated = bed.date_offset is not None or wake.date_offset is not None
    return (
        night.woke_at <= now + _SLACK
        and bed.date_offset in (None, slept_ago)
        and wake.date_offset in (None, woke_ago)
        and (is_dated or woke_ago >= -1)
    )


def _strangeness(night: _Night, now: datetime, *, is_nap: bool) -> float:
    """Rank readings: the usual length of a night, or of a nap by day, then the latest."""
    is_night = night.asleep_at.hour in _NIGHT_HOURS and not is_nap
    unusual = abs(night.minutes - _USUAL_NIGHT) if is_night else abs(night.minutes - _USUAL_NAP) + 60
    return unusual + 60 * (now - night.woke_at).days


def _by_length(sentence: Sentence, statement: Span, length: Duration, span: Span, clocks: list[_Clock]) -> FoundSleep:
    minutes = round(length.minutes, 1)
    is_nap = bool(_NAP.search(sentence.text, *statement))
    at, problem = _waking(sentence, statement, span, is_nap=is_nap)
    problem = problem or ("" if 0 < minutes <= MOST_MINUTES else "impossible_sleep")
    times = [clock for clock in clocks if _WAKE.match(sentence.text, clock.end, statement[1])]
    whole = (min([span[0], *(c.start for c in times)]), max([span[1], *(c.end + 1 for c in times)]))
    whole = _with_moments(sentence, whole)
    return FoundSleep(SleepDraft(at=at, words=sentence.quote(*whole), minutes=minutes, problem=problem), whole)


def _waking(sentence: Sentence, statement: Span, span: Span, *, is_nap: bool) -> tuple[datetime, str]:
    """Return when somebody who told only a length woke: a time said, else this morning at 8, never after now."""
    now = sentence.now
    told = [m for m in sentence.moments if statement[0] <= m.start and m.end <= statement[1]]
    clocked = [m for m in told if m.clock is not None]
    if clocked or is_nap:
        return time_of(sentence, statement, span)
    days_ago = max((-(m.day_offset or 0) - _ended_next_morning(m) for m in told), default=0)
    morning = datetime.combine(now.date() - timedelta(days=max(0, days_ago)), time(8), tzinfo=now.tzinfo)
    return min(morning, now), "in_future" if days_ago < -1 else ""


def _ended_next_morning(moment: Moment) -> int:
    return int(moment.part is DayPart.EVENING)


def _unfinished(sentence: Sentence, statement: Span, words: list[Span], clocks: list[_Clock]) -> list[FoundSleep]:
    """Ask on when a clause tells of sleep alone, but not how long: 昨晚12点才睡."""
    text = sentence.text
    used = [*words, *((clock.start, clock.end) for clock in clocks), *((m.start, m.end) for m in sentence.moments)]
    used += [match.span() for match in _WAKE.finditer(text, *statement)]
    silent = masked(text, used)
    for clause in clauses_of(text, statement, whole=used):
        here = [span for span in words if clause.holds(*span)]
        here_clocks = [(clock.start, clock.end) for clock in clocks if clause.holds(clock.start, clock.end)]
        if here and here_clocks and is_filler(silent[clause.start : clause.end]):
            span = min(start for start, _ in here + here_clocks), max(end for _, end in here + here_clocks)
            return [FoundSleep(length_asked(sentence, span), span)]
    return []


def _with_moments(sentence: Sentence, span: Span) -> Span:
    """Take the time that stands beside a sleep (昨晚睡了7小时) into its span."""
    text = sentence.text
    for moment in sentence.moments:
        if moment.end <= span[0] and is_filler(text[moment.end : span[0]]) and span[0] - moment.end <= _BESIDE:
            span = moment.start, span[1]
        elif moment.start >= span[1] and not text[span[1] : moment.start].strip(" 在于"):
            span = span[0], moment.end
    return span


def _widened(text: str, span: Span, words: list[Span]) -> Span:
    """Take the words for sleeping and waking that stand around the clocks into the span."""
    start, end = span
    for word_start, word_end in words:
        if start - 16 <= word_start <= start:
            start = word_start
        if end <= word_start <= end + 3:
            end = word_end
    wake = _WAKE.match(text, end)
    return start, wake.end() if wake else end
