"""Take a Chinese dish that no table has for its kind: 豆腐火腩饭 is a rice dish, 猪肝面 a soup with noodles."""

from __future__ import annotations

from meum.language.scripts import is_han
from nutrition.reading.lexicon import MealLexicon
from nutrition.reading.pieces import Food, Piece, Unknown

QUALITY = 0.5
"""Quality of a food that is only the kind of what was said; the answer asks whether it was meant."""
_KINDS = {
    "饭": "盖饭",
    "面": "汤面",
    "粉": "米粉",
    "汤": "汤",
    "粥": "粥",
    "饼": "饼",
    "包": "包子",
    "饺": "饺子",
    "蛋糕": "蛋糕",
    "糕": "糕点",
    "堡": "汉堡",
    "串": "烤串",
}
"""How a dish ends, longer endings first, and the food that stands for all that end so."""
_LONGEST = 8


def as_kinds(text: str, pieces: list[Piece], lexicon: MealLexicon) -> list[Piece]:
    """Return the pieces, unknown Chinese words that name a food and end as a kind of dish taken for that kind."""
    return [_as_kind(text, piece, lexicon) if isinstance(piece, Unknown) else piece for piece in pieces]


def _as_kind(text: str, unknown: Unknown, lexicon: MealLexicon) -> Piece:
    words = text[unknown.start : unknown.end]
    head = next((head for head in _KINDS if words.endswith(head)), None)
    if head is None or len(words) > _LONGEST or not all(map(is_han, words)):
        return unknown
    kind = _KINDS[head]
    candidates = lexicon.names.get(kind)
    if not candidates or not _names_a_food(words.removesuffix(head), lexicon):
        return unknown
    return Food(unknown.start, unknown.end, candidates, kind, QUALITY)


def _names_a_food(words: str, lexicon: MealLexicon) -> bool:
    """Tell whether a food of at least two signs stands in some words."""
    spans = ((start, end) for start in range(len(words) - 1) for end in range(start + 2, len(words) + 1))
    return any(lexicon.names.get(words[start:end]) for start, end in spans)
