"""What the skin does, in words: 脸有点干, 下巴两颗痘, "cheeks very red", "oil 6/10"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meum.language.numerals import Numeral, numbers_in
from meum.language.sentences import Sentence, Span
from skincare.domain.ratings import HIGHEST
from skincare.reading import words

_GIVEN = re.compile(
    r"\s*[:=是]?\s*(\d{1,3}(?:\.\d+)?)\s*(?:/\s*10|分)?(?=\s*(?:$|[,，、。;；!\s]|[\u4e00-\u9fff]))(?!\s*[天颗个粒岁点次月周年])"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what one clause says of the skin: ratings by name, a count of spots, whether anything at all."""

    ratings: dict[str, float]
    lesions: int | None
    is_about_skin: bool


def told_in(sentence: Sentence, clause: Span, *, has_skin_word: bool) -> Told:
    """Return what a clause says of the skin; weak words count only where a word for skin stands in the statement."""
    text = sentence.text
    is_meal = bool(words.EATING.search(text, *clause))
    has_context = has_skin_word and not is_meal
    ratings: dict[str, float] = {}
    for name, span in _symptoms(text, clause, has_context=has_context):
        rating = _rating(text, clause, span)
        ratings[name] = max(rating, ratings.get(name, 0))
    lesions = None if is_meal else _lesions(text, clause, has_context=has_context)
    has_state = has_context and bool(words.STATES.search(text, *clause))
    is_shopping = bool(words.BUYING.search(text, *clause))
    has_state |= not is_meal and not is_shopping and bool(words.STATES_BY_THEMSELVES.search(text, *clause))
    names_lesion = not is_meal and bool(words.LESION.search(text, *clause)) and (has_context or "痘" in text)
    return Told(ratings, lesions, bool(ratings) or lesions is not None or has_state or names_lesion)


def _symptoms(text: str, clause: Span, *, has_context: bool) -> Iterator[tuple[str, Span]]:
    tables = (words.STRONG, words.WEAK) if has_context else (words.STRONG,)
    for table in tables:
        for name, pattern in table.items():
            for match in pattern.finditer(text, *clause):
                yield name, match.span()


def _rating(text: str, clause: Span, span: Span) -> float:
    """Return the rating a symptom has: a figure given, else the words before or after it, else the plain one."""
    if given := _GIVEN.match(text, span[1], clause[1]):
        return float(given[1])
    before = text[clause[0] : span[0]]
    for pattern, rating in words.STRENGTHS_BEFORE:
        if pattern.search(before):
            return rating
    for pattern, rating in words.STRENGTHS_AFTER:
        if pattern.match(text, span[1], clause[1]):
            return rating
    return words.PLAIN


def _lesions(text: str, clause: Span, *, has_context: bool) -> int | None:
    """Return how many spots were counted; 0 where they were denied, None where no exact count was told."""
    if words.NO_LESION.search(text, *clause):
        return 0
    counts = [
        round(number.value.mid)
        for number in numbers_in(text, *clause)
        if number.end <= clause[1]
        if number.value.is_exact and _counts_lesions(text, clause, number, has_context=has_context)
    ]
    return sum(counts) if counts else None


def _counts_lesions(text: str, clause: Span, number: Numeral, *, has_context: bool) -> bool:
    between = words.BETWEEN_COUNT.match(text, number.end, clause[1])
    after = words.LESION.match(text, between.end() if between else number.end, clause[1])
    if after:
        return has_context or not after.group().startswith("spot")
    before = [match.end() for match in words.LESION.finditer(text, clause[0], number.start)]
    is_behind = bool(before) and not text[before[-1] : number.start].strip(" :有了")
    return is_behind and bool(words.AFTER_COUNT.match(text, number.end, clause[1]))


def is_on_scale(rating: float) -> bool:
    """Tell whether a rating lies from 0 to 10."""
    return 0 <= rating <= HIGHEST
