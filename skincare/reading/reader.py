"""Read a message about the skin."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from meum.language import sentences
from meum.language.apart import apart_in
from meum.language.sentences import (
    Sentence,
    Span,
    clauses_of,
    masked,
    overlaps,
    rest_of,
    sentence_of,
    statements,
    time_of,
)
from skincare.domain import LONGEST_CONDITION, MOST_APPLICATIONS, MOST_LESIONS, SkinRatings
from skincare.reading import words
from skincare.reading.applied import FoundStep, steps_in
from skincare.reading.drafts import SkinDraft, SkinReading
from skincare.reading.symptoms import Told, is_on_scale, told_in


def read_skin(text: str, *, now: datetime) -> SkinReading:
    """Return what a message tells of the skin as one draft, and the rest of the message.

    `now` is the person's local time with its zone. Words for how strong a symptom is become ratings by the tables of
    `skincare.reading.words`; a denied symptom is rated 0, a denied product is a skipped step. Questions, other people
    and long ago make no draft.
    Raises ValueError only for a `now` without a zone.
    """
    sentence = sentence_of(text, now=now)
    steps: list[FoundStep] = []
    clauses: list[tuple[Span, Told]] = []
    first: tuple[Span, Span] | None = None
    for statement in statements(sentence):
        apart = apart_in(sentence.text, *statement)
        here = [found for found in steps_in(sentence, statement) if not overlaps(found.span, apart)]
        said = _clauses_about_skin(sentence, statement, [found.span for found in here], apart)
        spans = [found.span for found in here] + [span for span, _ in said]
        first = first or ((statement, min(spans)) if spans else None)
        steps += here
        clauses += said
    if first is None:
        return SkinReading(None, sentence.clean.source)
    used = [found.span for found in steps] + [span for span, _ in clauses]
    at, problem = time_of(sentence, *first)
    draft = _draft(sentence, steps, clauses, at=at, problem=problem, used=used)
    return SkinReading(draft, rest_of(sentence, used, fillers=words.FILLERS))


def _clauses_about_skin(
    sentence: Sentence, statement: Span, products: list[Span], apart: Iterable[Span]
) -> list[tuple[Span, Told]]:
    """Return the clauses of a statement that say how the skin is, with those beside them that only name a place.

    The words of products say nothing of the skin, nor do the stretches `apart`.
    """
    text = sentence.text
    has_skin_word = bool(words.SKIN.search(masked(text, products), *statement))
    told, places = [], []
    for clause in clauses_of(text, statement, whole=[match.span() for match in words.BOTH.finditer(text, *statement)]):
        span = _without_products(text, (clause.start, clause.end), products)
        if span is None or overlaps(span, apart):
            continue
        is_of_product = span != (clause.start, clause.end)
        said = told_in(sentence, span, has_skin_word=has_skin_word or is_of_product)
        if said.is_about_skin:
            told.append((span, said))
        elif _only_names_a_place(text, span):
            places.append((span, said))
    return sorted([*told, *places], key=lambda each: each[0]) if told else []


def _without_products(text: str, clause: Span, products: list[Span]) -> Span | None:
    """Return the part of a clause before or behind its products that says what the skin did, or None."""
    inside = [span for span in products if clause[0] <= span[0] and span[1] <= clause[1]]
    if not inside:
        return clause
    first, last = min(inside), max(inside)
    if after := words.AFTER_PRODUCT.match(text, last[1], clause[1]):
        return after.end(), clause[1]
    before = words.BEFORE_PRODUCT.search(text, clause[0], first[0])
    return (clause[0], before.start()) if before else None


def _only_names_a_place(text: str, span: Span) -> bool:
    place = text[slice(*span)]
    return bool(words.SKIN.search(place)) and sentences.is_filler(words.SKIN.sub(" ", place), words.FILLERS)


def _draft(
    sentence: Sentence,
    steps: list[FoundStep],
    clauses: list[tuple[Span, Told]],
    *,
    at: datetime,
    problem: str,
    used: list[Span],
) -> SkinDraft:
    ratings: dict[str, float] = {}
    for _, told in clauses:
        for name, rating in told.ratings.items():
            ratings[name] = max(rating, ratings.get(name, 0))
    counts = [told.lesions for _, told in clauses if told.lesions is not None]
    lesions = sum(counts) if counts else None
    return SkinDraft(
        at=at,
        words=_quoted(sentence, used),
        ratings=SkinRatings(**{name: round(rating) for name, rating in ratings.items() if is_on_scale(rating)}),
        lesions=lesions,
        condition=_quoted(sentence, [span for span, _ in clauses])[:LONGEST_CONDITION],
        applications=tuple(found.draft for found in steps[:MOST_APPLICATIONS]),
        problem=problem or _problem(ratings, lesions),
    )


def _problem(ratings: dict[str, float], lesions: int | None) -> str:
    if not all(is_on_scale(rating) for rating in ratings.values()):
        return "impossible_rating"
    return "impossible_lesions" if lesions is not None and lesions > MOST_LESIONS else ""


def _quoted(sentence: Sentence, spans: list[Span]) -> str:
    return "，".join(filter(None, (sentence.quote(*span) for span in sorted(spans))))
