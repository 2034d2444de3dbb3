"""Read a message about the body."""

from __future__ import annotations

from datetime import datetime

from fitness.reading.drafts import BodyDraft, BodyReading
from fitness.reading.figures import figures_in
from fitness.reading.fillers import FILLERS
from fitness.reading.lexicon import ActivityLexicon
from fitness.reading.moving import activities_in
from fitness.reading.sleeping import sleeps_in
from meum.language.sentences import Span, rest_of, sentence_of, statements


def read_body(
    text: str, *, now: datetime, lexicon: ActivityLexicon, latest_weight_kg: float | None = None
) -> BodyReading:
    """Return what a message tells about the body, in the order told, and the rest of the message.

    `now` is the person's local time in a ZoneInfo; `latest_weight_kg` decides whether a weight without a unit is in
    kilograms or in jin (Chinese) or pounds (English). Questions, wishes and denials make no drafts; impossible
    figures make drafts with a problem. Raises ValueError only for a `now` without a zone.
    """
    sentence = sentence_of(text, now=now)
    found: list[tuple[Span, BodyDraft]] = []
    used: list[Span] = []
    nights: list[Span] = []
    for statement in statements(sentence):
        for sleep in sleeps_in(sentence, statement):
            found.append((sleep.span, sleep.draft))
            nights.append(sleep.span)
        for figure in figures_in(sentence, statement, latest_weight_kg=latest_weight_kg, taken=nights):
            found.append((figure.span, figure.draft))
            used.append(figure.span)
        for activity in activities_in(sentence, statement, lexicon=lexicon, taken=[*nights, *used]):
            found.append((activity.spans[0], activity.draft))
            used.extend(activity.spans)
    drafts = tuple(draft for _, draft in sorted(found, key=lambda each: each[0]))
    return BodyReading(drafts, rest_of(sentence, [*used, *nights], fillers=FILLERS, kept_out=nights))
