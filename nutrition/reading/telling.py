"""Tell a log from a question, a plan or talk of other things, so that only what was eaten is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from nutrition.reading.pieces import Amount, Counter, Food, Piece, Spans, Timed, Unknown, Water, Word, spans_of
from nutrition.reading.runs import is_other_matter
from nutrition.reading.untold import (
    AFTER_ALL,
    ASIDES,
    DESCRIBED,
    EATEN,
    LOG_THIS,
    LOST,
    NO_LOG,
    PLANS,
    QUESTION,
    SHOPPING,
    SOME_EATEN,
    STATEMENT,
    THEIRS,
)
from nutrition.reading.words import Role

_CLAUSE = re.compile(r"(?:[^,，。;；!！?？\n.]|\.(?!\s))+[?？]?|[?？]")
_ASKING = re.compile(
    r"\s*(?:(?:so|and|but|hey|hi|hello|ok|well)[\s,]+)*"
    r"(?:how|what(?!\s+i\b)|which|why|should|can(?! of\b)|could|is|are|does|do|did|would|will|am i)\b"
)
_LATIN_WORD = re.compile(r"[a-z']+")
# Who lists what was eaten without a word of eating says neither who nor that something is: "that meeting was bananas".
_TALK = re.compile(
    r"\b(?:i|i'm|im|i've|(?<!with )(?<!w )(?<!from )(?<!at )(?<!on )(?<!in )my(?! (?:way|usual|own))|me|is|isn't|was"
    r"|are|were|it|it's|its|this|that|he|she|they|we|you|your|our|his|her)\b"
)
_SENTENCE_ENDS = ".。!！?？;；\n"
_SENTENCE_END = re.compile(r"[。!！?？;；\n]|\.(?=\s|$)")
_HARDLY = "没怎么"
"""Says how much, and asks nothing."""
_POLITE_END = re.compile(r"(?:好|行|可以)?[吗么](?=\s*[?？]?\s*$)")
_BUYS = re.compile(r"买|\bbuy|\bbought\b")
_COMPANY = re.compile(r"(?:[和跟与陪带同]|我们)[^,，。;；!！?？\n吃喝]{0,6}$")


def asks_to_log(text: str) -> bool:
    """Tell whether a cleaned text asks to log what it names: "log 2 eggs", 记一下两个鸡蛋."""
    return LOG_THIS.match(text) is not None


def untold_in(text: str) -> Spans:
    """Return where a cleaned text asks, plans or speaks of others, all of one that is a list or about shopping.

    Nothing there was eaten by the speaker.
    """
    if NO_LOG.search(text) or _is_shopping(text) or (LOST.search(text) and not SOME_EATEN.search(text)):
        return Spans(((0, len(text)),))
    request = LOG_THIS.match(text)
    untold = partial(_unlogged_of, request=request) if request else _untold_of
    return Spans(tuple(span for clause in _CLAUSE.finditer(text) for span in untold(text, clause)))


def _is_shopping(text: str) -> bool:
    """Tell whether a text speaks of shopping and of no meal; what is to be logged may come out of the fridge."""
    is_meal = EATEN.search(text) or (asks_to_log(text) and not _BUYS.search(text))
    return SHOPPING.search(text) is not None and not is_meal


def _untold_of(text: str, clause: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a clause that tell nothing eaten, each up to where something was eaten after all."""
    if _asks(text, clause):
        yield clause.span()
        return
    if STATEMENT.match(clause.group()) and not EATEN.search(clause.group()):
        yield clause.span()
        return
    yield from _aside_of(text, clause, ASIDES.finditer(text, *clause.span()))


def _unlogged_of(text: str, clause: re.Match[str], *, request: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a clause that are not to be logged though the text asks to log."""
    # "Can you log milk?" and 能帮我记一下牛奶吗 ask politely; 记一下牛奶多少钱 asks for the price.
    asked = _POLITE_END.sub("", text[max(clause.start(), request.end()) : clause.end()])
    theirs = THEIRS.search(text, *clause.span())
    if QUESTION.search(asked) or _ASKING.match(asked) or (theirs and theirs["meant"]):
        yield clause.span()
        return
    if theirs:
        yield theirs.start(), clause.end()
    asides = (aside for aside in ASIDES.finditer(text, *clause.span()) if not DESCRIBED.match(text, aside.start()))
    yield from _aside_of(text, clause, asides)


def _aside_of(text: str, clause: re.Match[str], asides: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    at = clause.start()
    for aside in asides:
        if aside.start() < at or _is_company(text, clause.start(), aside):
            continue
        after = AFTER_ALL.search(text, aside.end(), clause.end())
        end = after.start() if after else clause.end()
        yield at, end
        at = end


def _asks(text: str, clause: re.Match[str]) -> bool:
    """Tell whether a clause asks or its sentence begins with a word that asks, unlike "…, which was right"."""
    begin = max(text.rfind(mark, 0, clause.start()) for mark in _SENTENCE_ENDS) + 1
    is_marked = _is_marked(text, clause) and not SOME_EATEN.search(text, begin, clause.end())
    return is_marked or bool(QUESTION.search(clause.group().replace(_HARDLY, ""))) or bool(_ASKING.match(text, begin))


def _is_marked(text: str, clause: re.Match[str]) -> bool:
    """Tell whether the sentence of a clause ends with a question mark."""
    end = _SENTENCE_END.search(text, clause.end() - 1)
    return end is not None and end.group() in "?？"


def _is_company(text: str, begin: int, aside: re.Match[str]) -> bool:
    """Tell whether those who ate are told as the speaker's company: 和爸妈一起吃了火锅."""
    return aside["others"] is not None and _COMPANY.search(text, begin, aside.start()) is not None


def plans_in(text: str) -> Spans:
    """Return the clauses of a cleaned text that wish or plan."""
    return Spans(tuple(match.span() for match in _CLAUSE.finditer(text) if PLANS.search(match.group())))


def after_all_in(text: str) -> Spans:
    """Return where a cleaned text tells what was eaten in place of what was planned, each to the end of its sentence.

    本来想吃蛋糕，最后只吃了一个苹果 tells an apple.
    """
    return Spans(tuple(_after_plans(text)))


def _after_plans(text: str) -> Iterator[tuple[int, int]]:
    plans = [plan.end() for plan in PLANS.finditer(text)]
    for after in AFTER_ALL.finditer(text):
        stop = _SENTENCE_END.search(text, after.end())
        end = stop.start() if stop else len(text)
        if plans and plans[0] <= after.start() and not any(after.end() <= plan <= end for plan in plans):
            yield after.start(), end


def is_about_food(text: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether a message without a word of eating, a meal or an amount is mainly names of food."""
    foods = sum(isinstance(piece, Food | Water) for piece in pieces)
    others = sum(isinstance(piece, Unknown) or _is_maker(piece) for piece in pieces)
    named = spans_of(list(pieces), lambda piece: isinstance(piece, Food))
    words = (word for word in _LATIN_WORD.finditer(text) if not named.touch(*word.span()))
    matters = sum(is_other_matter(word.group()) for word in words)
    is_mainly = foods >= others and (foods > others + matters or not matters) and not _TALK.search(text)
    return foods == 0 or is_mainly or _has_evidence(pieces)


def _is_maker(piece: Piece) -> bool:
    return isinstance(piece, Word) and piece.role is Role.MAKER


def _has_evidence(pieces: Sequence[Piece]) -> bool:
    for at, piece in enumerate(pieces):
        if isinstance(piece, Word) and piece.role is Role.VERB:
            return True
        if isinstance(piece, Timed) and piece.moment.meal:
            return True
        near = pieces[max(0, at - 1) : at + 2]
        if isinstance(piece, Amount | Counter) and any(isinstance(each, Food) for each in near):
            return True
    return False
