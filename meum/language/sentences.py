"""A message cut into clauses, with its times, and what of it is left once some of its words were used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from types import MappingProxyType

from meum.language.negation import Denial, denials_in
from meum.language.scripts import CleanText, clean
from meum.language.times import DayPart, MealSlot, Moment, moments_in

Span = tuple[int, int]

_HARD = re.compile(r"[。;；!！\n]|\.(?=\s|$)|(?<!\d)\s[/|]\s|\s[/|]\s(?!\d)")
_COMMA = re.compile(r"、|(?<!\d),|,(?!\d)")
"""A comma between clauses; one between figures belongs to a number: 61,5 and 1,500."""
_SOFT = re.compile(
    rf"{_COMMA.pattern}|然后|接着|随后|另外|还有(?!一?点|些)|[又再还和](?!见)"
    r"|\band then\b|\bthen\b|\band\b|\bplus\b|\+|&"
)
# Questions, wishes and goals are no logs.
_NOT_A_LOG = re.compile(
    r"[?？]|吗(?=\W|$)|多少|怎么|如何|能不能|可不可以|要不要|目标|理想体重|标准体重|想要?(?!起)|希望|打算|计划|准备|应该"
    r"|\bhow\b|\bwhat\b|\bshould\b|\bgoals?\b|\btargets?\b|\bideal\b|\bwant(?:s|ed)? to\b|\bplan(?:s|ning)? to\b"
    r"|\bgoing to (?!bed|sleep)|\bwill\b|\bwould like\b|\bhope\b"
)
_WORDLIKE = re.compile(r"\w")
_HOURS = MappingProxyType(
    {
        DayPart.DAWN: 2,
        DayPart.MORNING: 8,
        DayPart.FORENOON: 10,
        DayPart.NOON: 12,
        DayPart.AFTERNOON: 16,
        DayPart.EVENING: 20,
        MealSlot.BREAKFAST: 8,
        MealSlot.LUNCH: 12,
        MealSlot.DINNER: 19,
    }
)
_SLACK = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold a stretch `text[start:end]` without a break."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a span lies in the clause."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold a cleaned message with its times and denials; `now` is the person's local date and time."""

    clean: CleanText
    now: datetime
    moments: tuple[Moment, ...]
    denials: tuple[Denial, ...]

    @property
    def text(self) -> str:
        """Return the cleaned text."""
        return self.clean.text

    def quote(self, start: int, end: int) -> str:
        """Return the person's own words of a span."""
        return self.clean.quote(start, end)

    def is_denied(self, start: int, end: int) -> bool:
        """Tell whether a span lies in a denial or in its cue: 没跑步, 防晒没涂."""
        return any(
            min(denial.start, denial.scope_start) < end and start < max(denial.end, denial.scope_end)
            for denial in self.denials
        )


def sentence_of(text: str, *, now: datetime) -> Sentence:
    """Clean a message and find its times and denials. Raises ValueError when `now` has no zone."""
    if now.tzinfo is None:
        raise ValueError("the reader needs a local time with its zone")
    cleaned = clean(text)
    return Sentence(cleaned, now, moments_in(cleaned.text, now=now), denials_in(cleaned.text))


def statements(sentence: Sentence) -> list[Span]:
    """Return the stretches between full stops that tell something; questions, wishes and goals are left out."""
    text = sentence.text
    cuts = [match.span() for match in _HARD.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(end for _, end in cuts), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if a < b and not _NOT_A_LOG.search(text, a, b)]


def clauses_of(text: str, statement: Span, *, whole: Iterable[Span] = ()) -> list[Clause]:
    """Cut a statement at commas and joining words, but not inside the spans of `whole`."""
    kept = list(whole)
    clauses, begin = [], statement[0]
    for match in _SOFT.finditer(text, *statement):
        if any(start < match.end() and match.start() < end for start, end in kept):
            continue
        clauses.append(Clause(begin, match.start()))
        begin = match.end()
    clauses.append(Clause(begin, statement[1]))
    return [clause for clause in clauses if clause.start < clause.end]


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span shares a character with any of `others`."""
    return any(start < span[1] and span[0] < end for start, end in others)


def is_filler(text: str, fillers: re.Pattern[str]) -> bool:
    """Tell whether a stretch says nothing but the words that `fillers` matches."""
    return not _WORDLIKE.search(fillers.sub(" ", text))


def masked(text: str, spans: Iterable[Span]) -> str:
    """Blank out spans, so that places stay the same."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


def time_of(sentence: Sentence, statement: Span, span: Span, *, taken: Iterable[Span] = ()) -> tuple[datetime, str]:
    """Return when the thing told in `span` happened and a problem code: empty, or `in_future`.

    The nearest time before it in its statement counts, else the first one after it up to a comma; without any it is
    now.
    """
    free = [
        moment
        for moment in sentence.moments
        if statement[0] <= moment.start
        and moment.end <= statement[1]
        and not overlaps((moment.start, moment.end), taken)
    ]
    before = [moment for moment in free if moment.start <= span[0]]
    after = [
        moment for moment in free if moment.start > span[0] and not _COMMA.search(sentence.text, span[1], moment.start)
    ]
    chosen = before[-1] if before else after[0] if after else None
    at = instant_of_moment(chosen, now=sentence.now) if chosen else sentence.now
    return at, "in_future" if at > sentence.now + _SLACK else ""


def instant_of_moment(moment: Moment, *, now: datetime) -> datetime:
    """Return the local instant a moment means; a part of the day is taken at its usual hour, never after now."""
    hour = _HOURS.get(moment.part) if moment.part else _HOURS.get(moment.slot) if moment.slot else None
    date = now.date() + timedelta(days=moment.day_offset or 0)
    if moment.clock is not None:
        at = datetime.combine(date, moment.clock, tzinfo=now.tzinfo)
        is_last_night = moment.day_offset is None and at > now + _SLACK and at - now > timedelta(hours=12)
        return at - timedelta(days=1) if is_last_night else at
    if hour is None and not moment.day_offset:
        return now
    at = datetime.combine(date, time(12 if hour is None else hour), tzinfo=now.tzinfo)
    return min(at, now) if date == now.date() else at


def rest_of(
    sentence: Sentence, used: Iterable[Span], *, fillers: re.Pattern[str], kept_out: Iterable[Span] = ()
) -> str:
    """Return the person's words outside the spans `used`; empty when they are fillers and times only.

    A time that stood before used words goes on to the clause after them, unless that has its own or it lies in
    `kept_out` (the times of a sleep); another day goes on to a clause that only names a meal.
    """
    spent, hidden = sorted(used), list(kept_out)
    if not spent:
        return sentence.clean.source
    text, pieces, pending, says = sentence.text, [], "", False
    moments = {(m.start, m.end): m for m in sentence.moments if not overlaps((m.start, m.end), hidden)}
    times = list(moments)
    is_other_day = False
    timeless = masked(text, times)
    for clause in _all_clauses(text, whole=[*spent, *times]):
        left = _unused(clause, spent)
        own = [span for span in times if clause[0] <= span[0] and span[1] <= clause[1]]
        is_silent = all(is_filler(timeless[slice(*span)], fillers) for span in left)
        if is_silent and overlaps(clause, spent):
            pending = " ".join(sentence.quote(*span) for span in own) or pending
            is_other_day = any(_is_other_day(moments[span]) for span in own) or (is_other_day and not own)
            continue
        said = _joined(sentence.quote(*span) for span in left)
        has_own = any(moments[span].day_offset is not None or not is_other_day for span in own)
        pieces.append(said if has_own or not pending else _joined([pending, said]))
        pending, is_other_day, says = "", False, says or not is_silent
    return "，".join(filter(None, pieces)) if says else ""


def _is_other_day(moment: Moment) -> bool:
    """Tell whether a moment is another day and nothing nearer: 昨天, not 昨晚, after which 早上 is today's."""
    return bool(moment.day_offset) and moment.meal is None and moment.clock is None


def _joined(parts: Iterable[str]) -> str:
    """Put parts together, Latin ones with a blank between."""
    told = ""
    for part in filter(None, parts):
        told += " " + part if told[-1:].isascii() and told and part[0].isascii() else part
    return told


def _all_clauses(text: str, *, whole: list[Span]) -> Iterator[Span]:
    cuts = sorted(
        [match.span() for match in _HARD.finditer(text)]
        + [
            match.span()
            for match in re.finditer(rf"{_COMMA.pattern}|然后|接着|随后|\bthen\b", text)
            if not overlaps(match.span(), whole)
        ]
    )
    begin = 0
    for start, end in cuts:
        if begin < start:
            yield begin, start
        begin = max(begin, end)
    if begin < len(text):
        yield begin, len(text)


def _unused(span: Span, spent: Iterable[Span]) -> list[Span]:
    left, begin = [], span[0]
    for start, end in spent:
        if end <= span[0] or start >= span[1]:
            continue
        if begin < start:
            left.append((begin, start))
        begin = max(begin, end)
    if begin < span[1]:
        left.append((begin, span[1]))
    return left
