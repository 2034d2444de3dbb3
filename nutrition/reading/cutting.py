"""Cut a meal sentence into pieces: foods, amounts, sizes, times, joints, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime

from meum.domain.intervals import Interval
from meum.language.durations import durations_in
from meum.language.lexicon import Line, line_of
from meum.language.measures import Dimension, Measure, measure_at, measure_named, size_at
from meum.language.numerals import starts_word
from meum.language.quantities import Quantity, bare_quantity_at, quantity_at
from meum.language.scripts import is_han
from meum.language.times import moments_in
from nutrition.reading.compounds import put_together
from nutrition.reading.finding import NO_MENDING, Mending, foods_in, mending_of
from nutrition.reading.idioms import idioms_in
from nutrition.reading.kinds import as_kinds
from nutrition.reading.lexicon import MealLexicon
from nutrition.reading.makers import NUMBERED, PLACES
from nutrition.reading.matters import COMMON_WORDS
from nutrition.reading.noise import noise_in
from nutrition.reading.phrase_names import words_of
from nutrition.reading.phrasing import phrased
from nutrition.reading.pieces import (
    Amount,
    Break,
    Counter,
    Food,
    Piece,
    Sized,
    Spans,
    Timed,
    Unknown,
    Water,
    Word,
    spans_of,
)
from nutrition.reading.sharing import sharings_in
from nutrition.reading.words import VOCABULARY, Role

_MARK = "\ue000"
"""Stands for a character that is already understood; cleaning has taken this sign out of every text."""

_BREAK = re.compile(r"(?:[,，、。;；!！?？\n|+~]|(?<!\bw)/)+|&(?![a-z]\b)|(?<!\d)\.+(?=\s|$)|\.{2,}")
_BY = re.compile(r"(?<![a-z\d])[x×*]\s*(?=\d)")
# "2x eggs", 鸡蛋2x: the sign behind a number belongs to it.
_TIMES_AFTER = re.compile(r"\s?[x×*](?![a-z\d])")
# A dash right after a name only parts it from its amount: 苹果-2个.
_MINUS = re.compile(rf"(?:(?<![\w){_MARK}])|(?<=[吃喝了过水]))-(?=\d)|负(?=[\d一二两三四五六七八九十百半])")
# Pizzas and cakes are told by their width.
_INCHES = re.compile(r"(\d{1,2}|[四六七八九]|十[二四]?)\s*(?:寸|吋|英寸|inch(?:es)?\b|\")的?")
_WIDTHS = {"四": "4", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10", "十二": "12", "十四": "14"}
_AND_HALF = re.compile(r"\s+(?:and|n|&)\s+(?:a\s+)?half\b")
_OF = re.compile(r"\s+of\b(?:\s+(?:the|my|some|an?)\b)?")
_VAGUE = re.compile(r"一(?:小|丁)?点|一些|一下")
_BEFORE_BARE = frozenset("了来喝吃点要加买再又的和有是咗左埋同")
_WHOLE_ONE = re.compile(r"(?<!一)整[个只条盒包袋瓶根块盘碗份桶张](?!人|月|星期|[上下]午|晚上|过程)")
_AFTER_VERB = frozenset("了来喝吃点咗左")
_USELESS = frozenset({Dimension.ENERGY, Dimension.LENGTH})
# "2 of the 8 slices" are two slices.
_OF_SO_MANY = re.compile(
    r"\s+(?:out )?of (?:the |my |those |these )?(?:\d{1,2}|two|three|four|five|six|eight|ten|twelve)\s+"
)
_ROLL = re.compile(r"\s+rolls?\b")
_ENDS = re.compile(r"\s*(?:$|[,.;!?\n]|(?:and|with|for|at|on)\b)")
_LARGEST_COUNT = 1000
_PLACES = frozenset(PLACES.split())


def cut(text: str, *, lexicon: MealLexicon, now: datetime, fences: Collection[int] = ()) -> list[Piece]:
    """Return the pieces of a cleaned text from left to right, none overlapping; no name goes on across a fence."""
    line = line_of(text)
    noise = Spans((*noise_in(text).taken, *idioms_in(text), *(sharing.cue for sharing in sharings_in(text))))
    pieces = _pieces(line, lexicon, noise, NO_MENDING, now, fences)
    mending = _mending(line, pieces, lexicon)
    if mending:
        pieces = _pieces(line, lexicon, noise, mending, now, fences)
    return as_kinds(text, put_together(text, pieces), lexicon)


def _pieces(
    line: Line, lexicon: MealLexicon, noise: Spans, mending: Mending, now: datetime, fences: Collection[int]
) -> list[Piece]:
    text = line.text
    pieces: list[Piece] = [*foods_in(line, lexicon, noise=noise, mending=mending)]
    pieces = _without_swallowed(text, pieces, now)
    rest = noise.blanked(spans_of(pieces).blanked(text, _MARK), " ")
    makers = list(_numbered_makers(rest))
    pieces += makers
    rest = spans_of([*makers]).blanked(rest, _MARK)
    pieces += [Timed(moment.start, moment.end, moment) for moment in moments_in(rest, now=now)]
    rest = spans_of(pieces).blanked(rest, _MARK)
    for duration in durations_in(rest):
        rest = Spans(((duration.start, duration.end),)).blanked(rest, " ")
    foods = spans_of(pieces, lambda piece: isinstance(piece, Food | Water))
    amounts = list(_amounts(rest, foods))
    rest = spans_of(list(amounts)).blanked(rest, _MARK)
    named = Spans((*foods.taken, *_named_in(line, lexicon)))
    pieces += [amount for amount in amounts if not isinstance(amount, Amount) or _is_useful(text, amount, named)]
    pieces += [Break(*match.span()) for match in _BREAK.finditer(rest)]
    pieces += _words(line, rest, foods)
    return phrased(line.text, sorted(pieces, key=lambda piece: piece.start), lexicon, fences)


def _numbered_makers(rest: str) -> Iterator[Word]:
    """Yield places and makers with numerals in their names, so that these are no amounts."""
    for match in NUMBERED.finditer(rest):
        yield Word(*match.span(), Role.FILLER if match.group() in _PLACES else Role.MAKER)


def _named_in(line: Line, lexicon: MealLexicon) -> Iterator[tuple[int, int]]:
    """Yield the places of Latin words that stand in names of foods."""
    for token in line.tokens:
        stems = [] if token.is_han else words_of(line.text[token.start : token.end])
        if any(map(lexicon.phrases.knows, stems)):
            yield token.start, token.end


def _without_swallowed(text: str, pieces: list[Piece], now: datetime) -> list[Piece]:
    """Leave out foods inside a time: the 饭 of 早饭, the tea of "afternoon tea"."""
    times = [(moment.start, moment.end) for moment in moments_in(text, now=now)]
    return [piece for piece in pieces if not any(start <= piece.start and piece.end <= end for start, end in times)]


def _amounts(text: str, foods: Spans) -> Iterator[Amount | Sized]:
    """Yield the amounts and sizes in what is not yet understood."""
    at = 0
    while at < len(text):
        piece = _amount_at(text, at, foods) if text[at] != _MARK and starts_word(text, at) else None
        if piece:
            yield piece
        at = piece.end if piece else at + 1


def _amount_at(text: str, at: int, foods: Spans) -> Amount | Sized | None:
    if _VAGUE.match(text, at):
        return None
    if wide := _INCHES.match(text, at):
        width = _WIDTHS.get(wide[1], wide[1])
        one = Quantity(Interval.exact(1), Measure(f"{width}寸", Dimension.HOUSEHOLD), None, at, wide.end())
        return Amount(at, wide.end(), one)
    minus = _MINUS.match(text, at)
    before = _BY.match(text, at) or minus
    quantity = quantity_at(text, before.end() if before else at) or _bare_at(text, at, foods)
    quantity = _of_so_many(text, _without_roll(text, quantity)) if quantity else None
    if quantity:
        times = _TIMES_AFTER.match(text, quantity.end) if quantity.measure is None and not before else None
        end = times.end() if times else quantity.end
        return Amount(at, max(end, at + 1), quantity, is_negative=bool(minus))
    sized = size_at(text, at)
    if sized and foods.touch(_past_blank(text, sized[1]), _past_blank(text, sized[1]) + 1):
        return Sized(at, sized[1], sized[0])
    return None


def _without_roll(text: str, quantity: Quantity) -> Quantity:
    """Leave the roll of "soup and a roll" to be a food."""
    rolls = _ROLL.search(text, quantity.start, quantity.end)
    is_alone = rolls is not None and rolls.end() == quantity.end and _ENDS.match(text, quantity.end)
    return replace(quantity, measure=None, end=rolls.start()) if rolls and is_alone else quantity


def _of_so_many(text: str, part: Quantity) -> Quantity:
    """Read the part eaten of a number of pieces: "2 of the 8 slices"."""
    whole = _OF_SO_MANY.match(text, part.end) if part.measure is None and not part.is_article else None
    measured = measure_at(text, whole.end()) if whole else None
    if measured is None:
        return part
    link = _OF.match(text, measured[1])
    return replace(part, measure=measured[0], end=link.end() if link else measured[1])


def _past_blank(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at


def _bare_at(text: str, at: int, foods: Spans) -> Quantity | None:
    """Read a counter without a number: 来碗面, 大份, "glass of milk"."""
    if text[at].isascii():
        return _bare_english_at(text, at)
    if _WHOLE_ONE.match(text, at) and (whole := bare_quantity_at(text, at + 1)):
        return replace(whole, start=at)
    quantity = bare_quantity_at(text, at)
    if quantity is None or (at and text[at - 1] not in _BEFORE_BARE and text[at - 1].isalpha() and not quantity.size):
        return None
    is_eaten = at > 0 and text[at - 1] in _AFTER_VERB and is_han(text[quantity.end : quantity.end + 1] or " ")
    return quantity if quantity.size or is_eaten or foods.touch(quantity.end, quantity.end + 1) else None


def _bare_english_at(text: str, at: int) -> Quantity | None:
    sized = size_at(text, at)
    begin = _past_blank(text, sized[1]) if sized else at
    measured = measure_at(text, begin)
    more = _AND_HALF.match(text, measured[1]) if measured else None
    link = _OF.match(text, more.end() if more else measured[1]) if measured else None
    if measured is None or link is None:
        return None
    amount = Interval.exact(1.5 if more else 1)
    return Quantity(amount, measured[0], sized[0] if sized else None, at, link.end())


def _is_useful(text: str, amount: Amount, foods: Spans) -> bool:
    """Tell whether an amount may tell a food; a count of none or of thousands only right beside one."""
    quantity = amount.quantity
    if quantity.measure is not None:
        return quantity.measure.dimension not in _USELESS
    if 0 < quantity.amount.mid < _LARGEST_COUNT:
        return True
    # A word for none names a kind after its food: "coke zero".
    is_before = foods.touch(amount.end, amount.end + 2)
    return is_before or (text[amount.start].isdigit() and foods.touch(amount.start - 2, amount.start))


def _words(line: Line, rest: str, foods: Spans) -> Iterator[Piece]:
    """Yield the known words among the tokens that are left, and the unknown ones."""
    left = [rest[token.start] not in (_MARK, " ") for token in line.tokens]
    at = 0
    while at < len(line.tokens):
        if not left[at]:
            at += 1
            continue
        piece, following = _word_at(line, at, left, foods)
        if piece:
            yield piece
        at = following


def _word_at(line: Line, at: int, left: list[bool], foods: Spans) -> tuple[Piece | None, int]:
    token = line.tokens[at]
    for match in VOCABULARY.all_at(line, at):
        # Water that is none (水 in 水果) was passed over as a drink, and is no word of its own either.
        if all(left[match.first : match.last + 1]) and match.value is not Role.WATER:
            return Word(match.start, match.end, match.value), match.last + 1
    word = line.text[token.start : token.end]
    measure = measure_named(word)
    if measure and foods.touch(token.start - 2, token.start) and not token.is_han:
        return Counter(token.start, token.end, measure, word.endswith("s")), at + 1
    if token.stem[0].isdigit():
        return None, at + 1
    if token.stem in COMMON_WORDS:
        return Word(token.start, token.end, Role.FILLER), at + 1
    return Unknown(token.start, token.end), at + 1


def _mending(line: Line, pieces: list[Piece], lexicon: MealLexicon) -> Mending:
    places = {token.start: at for at, token in enumerate(line.tokens)}
    runs: list[tuple[int, int]] = []
    for piece in pieces:
        if not isinstance(piece, Unknown) or not line.tokens[at := places[piece.start]].is_han:
            continue
        if runs and runs[-1][1] == at - 1 and line.tokens[at - 1].end == piece.start:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    misread = spans_of(pieces, lambda piece: _may_be_misread(line.text, piece))
    return mending_of(line, runs, misread, lexicon)


def _may_be_misread(text: str, piece: Piece) -> bool:
    """Tell whether a piece may be part of a misspelt name: the 番茄 and the 炒 of 番茄炒旦, the 但 of 鸡但."""
    is_word = isinstance(piece, Word) and (piece.role is Role.MANNER or text[piece.start : piece.end] in _OF_NAMES)
    return is_word or isinstance(piece, Food | Unknown)


_OF_NAMES = frozenset("但是反")
"""Words that input methods give for parts of names: 蛋, 柿, 饭."""
