"""Tell a log from a question, a plan or talk of other things, so that only what was eaten is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutrition.reading.pieces import Amount, Counter, Food, Piece, Spans, Timed, Unknown, Water, Word, spans_of
from nutrition.reading.runs import is_other_matter
from nutrition.reading.words import Role

_CLAUSE = re.compile(r"(?:[^,，。;；!！?？\n.]|\.(?!\s))+[?？]?|[?？]")
_QUESTION = re.compile(
    r"(?:多少|几)(?:大?卡|热量|千卡|钱|糖|蛋白质?|碳水|脂肪)|怎么|如何|能不能|可不可以|要不要|该不该|是不是|有没有(?!吃|喝)"
    r"|吗(?=\W|$)|什么好|啥好|哪个|哪种|为什么|为啥"
    r"|\bhow (?:many|much|about|do|does|is|are|come)\b"
    r"|\b(?:what's|what is|what are|what should|is it|are there|can i|should i)\b"
)
_ASKING = re.compile(
    r"\s*(?:(?:so|and|but|hey|hi|hello|ok|well)[\s,]+)*"
    r"(?:how|what(?!\s+i\b)|which|why|should|can(?! of\b)|could|is|are|does|do|did|would|will|am i)\b"
)
_LATIN_WORD = re.compile(r"[a-z']+")
# Who lists what was eaten without a word of eating says neither who nor that something is: "that meeting was bananas".
_TALK = re.compile(
    r"\b(?:i|i'm|im|i've|my(?! way)|me|is|isn't|was|are|were|it|it's|its|this|that|he"
    r"|she|they|we|you|your|our|his|her)\b"
)
_SENTENCE_ENDS = ".。!！?？;；\n"
_PLAN = re.compile(
    r"(?:好|很|又|超|真|特别)?想(?:要|去|再)?(?:吃|喝|来|点|做|买)|要去吃|打算|准备[^,，。;；!！?？\n]{0,6}(?:吃|喝|做|买|点|煮|炒|蒸|炖)"
    r"|计划|明[天早晚儿]|后天|下周|待会儿?|等会儿?|等下|一会儿?(?:去|要|再|吃|喝)|回头|晚点|改天|希望|馋|流口水|戒|少吃(?!了)|多吃(?!了)|别吃"
    r"|不能吃|不要吃|不许吃|该吃(?!了)|应该(?!吃了|喝了)"
    r"|\b(?:gonna|going to|want to|wanna|want some|want a|wish|plan(?:s|ning)? (?:to|on)|i'll|we'll|would love|craving"
    r"|will (?:have|eat|make|try|get|order|grab|cook)|thinking (?:about|of)|tomorrow|next week"
    r"|later\b(?! (?:on|that|in))"
    r"|should (?:eat|have|cut)|need to|trying to|tempted|dream(?:ing|t)? (?:of|about)|hungry for|can't wait|about to"
    r"|supposed to|recipe for)\b"
)
# Shopping fills the fridge, not the stomach.
_SHOPPING = re.compile(
    r"超市|菜市场|菜场|冰箱|囤|采购|进货|\b(?:grocer(?:y|ies)|supermarket|fridge|freezer|stocked up)\b"
)
_EATEN = re.compile(r"吃|喝|啃|[早午晚]餐|[早午晚]饭|\b(?:ate|had|eaten|eating|drank|drink)\b")


def untold_in(text: str) -> Spans:
    """Return the clauses that ask or plan, and the whole of a cleaned text about shopping: nothing there was eaten."""
    if _SHOPPING.search(text) and not _EATEN.search(text):
        return Spans(((0, len(text)),))
    clauses = (match for match in _CLAUSE.finditer(text) if _is_untold(text, match))
    return Spans(tuple(match.span() for match in clauses))


def _is_untold(text: str, clause: re.Match[str]) -> bool:
    """Tell whether a clause plans or its sentence begins with a word that asks, unlike "…, which was right"."""
    begin = max(text.rfind(mark, 0, clause.start()) for mark in _SENTENCE_ENDS) + 1
    asks = bool(_QUESTION.search(clause.group())) or bool(_ASKING.match(text, begin))
    return asks or bool(_PLAN.search(clause.group()))


def plans_in(text: str) -> Spans:
    """Return the clauses of a cleaned text that wish or plan."""
    return Spans(tuple(match.span() for match in _CLAUSE.finditer(text) if _PLAN.search(match.group())))


def is_about_food(text: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether a message without a word of eating, a meal or an amount is mainly names of food."""
    foods = sum(isinstance(piece, Food | Water) for piece in pieces)
    others = sum(isinstance(piece, Unknown) for piece in pieces)
    named = spans_of(list(pieces), lambda piece: isinstance(piece, Food))
    words = (word for word in _LATIN_WORD.finditer(text) if not named.touch(*word.span()))
    matters = sum(is_other_matter(word.group()) for word in words)
    is_mainly = foods >= others and (foods > others + matters or not matters) and not _TALK.search(text)
    return foods == 0 or is_mainly or _has_evidence(pieces)


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
