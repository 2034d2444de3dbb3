"""Read a message about the body."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from fitness.domain.measures import Kind
from fitness.reading.drafts import BodyDraft, BodyReading, MeasurementDraft
from fitness.reading.figures import figures_in
from fitness.reading.fillers import FILLERS
from fitness.reading.lexicon import ActivityLexicon
from fitness.reading.moving import activities_in
from fitness.reading.sleeping import length_asked, remarks_in, sleeps_in
from fitness.reading.unkept import changes_in, unkept_in
from meum.language.apart import apart_in
from meum.language.sentences import Sentence, Span, overlaps, rest_of, sentence_of, statements


def read_body(
    text: str, *, now: datetime, lexicon: ActivityLexicon, latest_weight_kg: float | None = None
) -> BodyReading:
    """Return what a message tells about the body, in the order told, and the rest of the message.

    `now` is the person's local time in a ZoneInfo; `latest_weight_kg` decides whether a weight without a unit is in
    kilograms or in jin (Chinese) or pounds (English). Questions, wishes, denials, other people and long ago make no
    drafts; impossible figures make drafts with a problem. Raises ValueError only for a `now` without a zone.
    """
    reading = _Reading(sentence_of(text, now=now))
    told = statements(reading.sentence)
    for statement in told:
        reading.apart.extend(apart_in(reading.sentence.text, *statement))
        reading.take_sleep(statement)
        for figure in figures_in(reading.sentence, statement, latest_weight_kg=latest_weight_kg, taken=reading.shut):
            reading.take(figure.draft, figure.span)
        closed = [*reading.shut, *reading.used]
        for activity in activities_in(reading.sentence, statement, lexicon=lexicon, taken=closed):
            reading.take(activity.draft, *activity.spans)
    for statement in told:
        reading.take_unkept(statement)
    return reading.result()


@dataclass(slots=True)
class _Reading:
    """Hold what was found so far: drafts with their first span, the spans that they used, and those told apart."""

    sentence: Sentence
    found: list[tuple[Span, BodyDraft]] = field(default_factory=list)
    used: list[Span] = field(default_factory=list)
    nights: list[Span] = field(default_factory=list)
    apart: list[Span] = field(default_factory=list)

    @property
    def taken(self) -> list[Span]:
        """Return every span that is used."""
        return [*self.nights, *self.used]

    @property
    def shut(self) -> list[Span]:
        """Return every span in which no figure is looked for: sleep, other people, long ago."""
        return [*self.nights, *self.apart]

    def take(self, draft: BodyDraft, *spans: Span) -> None:
        """Keep a draft; its spans are used."""
        self.found.append((spans[0], draft))
        self.used.extend(spans)

    def take_sleep(self, statement: Span) -> None:
        """Keep the sleep of a statement; how it was is no draft of its own beside a length."""
        sleeps = [sleep for sleep in sleeps_in(self.sentence, statement) if not overlaps(sleep.span, self.apart)]
        closed = [*self.taken, *self.apart]
        remarks = [span for span in remarks_in(self.sentence, statement) if not overlaps(span, closed)]
        for sleep in sleeps:
            self.found.append((sleep.span, sleep.draft))
            self.nights.append(sleep.span)
        if remarks and not self.nights:
            self.found.append((remarks[0], length_asked(self.sentence, remarks[0])))
        self.nights.extend(remarks)

    def take_unkept(self, statement: Span) -> None:
        """Keep what has no place here, so that it can be said."""
        has_weight = any(isinstance(draft, MeasurementDraft) and draft.kind is Kind.WEIGHT for _, draft in self.found)
        if has_weight:
            self.used.extend(span for span in changes_in(self.sentence, statement) if not overlaps(span, self.taken))
        for unkept in unkept_in(self.sentence, statement, taken=[*self.taken, *self.apart], has_weight=has_weight):
            self.take(unkept.draft, unkept.span)

    def result(self) -> BodyReading:
        """Return the drafts in the order told, and the words that none of them used."""
        drafts = tuple(draft for _, draft in sorted(self.found, key=lambda each: each[0]))
        return BodyReading(drafts, rest_of(self.sentence, self.taken, fillers=FILLERS, kept_out=self.nights))
