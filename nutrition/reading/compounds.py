"""Join what stands side by side: a dish named by two foods, an unknown word that changes what a food is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from meum.language.scripts import is_han
from nutrition.reading.pieces import Amount, Break, Counter, Food, Piece, Sized, Timed, Unknown, Water, Word
from nutrition.reading.words import DISH_HEADS, FILLINGS, Role

_CHINESE_HEADS = tuple(head for head in DISH_HEADS if is_han(head[0]))
COMPOUND = 0.6
"""Quality of a food whose name has an unknown part before it, or that is the head of two foods."""
_LONGEST_TAIL = 4
_LONGEST_TAIL_WORDS = 2


def put_together(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with unknown words joined, compounds made one, and foods that are none taken out.

    鸡蛋仔 is no egg: an unknown tail makes the whole unknown. An unknown word before a food leaves the food, with less
    confidence; before water it makes the whole unknown.
    """
    joined = _without_enumerated(text, _without_insides(text, _without_ingredients(_unknown_joined(text, pieces))))
    done: list[Piece] = []
    for at, piece in enumerate(joined):
        following = joined[at + 1] if at + 1 < len(joined) else None
        before = done[-2] if len(done) > 1 else None
        done[-1:] = _two(text, before, done[-1], piece, following) if done else [piece]
        # A dish just put together may be part of a longer name: 香蕉|核桃面包.
        if before is not None and done[-1].start < piece.start and done[-2:-1] == [before]:
            done[-2:] = _two(text, None, before, done[-1], following)
    return _without_venues(text, _without_stuffing(text, done))


def _without_venues(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out what tells the kind of meal where the foods of it follow: 火锅涮了肥牛和毛肚."""
    foods = [piece for piece in pieces if isinstance(piece, Food)]
    return [
        piece
        for at, piece in enumerate(pieces)
        if not (
            isinstance(piece, Food)
            and piece is not foods[-1]
            and text[piece.start : piece.end] in _VENUES
            and not any(isinstance(near, Amount) for near in pieces[max(0, at - 1) : at + 2])
        )
    ]


_VENUES = frozenset(
    {
        "火锅",
        "重庆火锅",
        "涮锅",
        "涮羊肉火锅",
        "烧烤",
        "自助餐",
        "自助",
        "串串",
        "串串香",
        "hot pot",
        "hotpot",
        "buffet",
        "bbq",
    }
)


def _without_stuffing(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out foods that touch a 馅 behind them: they are inside a food that is told by itself."""
    done: list[Piece] = []
    for piece in pieces:
        is_stuffing = isinstance(piece, Word) and piece.role is Role.STUFFING
        end = piece.start
        while is_stuffing and done and isinstance(done[-1], Food) and text[done[-1].end : end] == "":
            end = done.pop().start
        done.append(piece)
    return done


def _unknown_joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join unknown words that stand together, with the ways of cooking between them: 黄焖鸡."""
    done: list[Piece] = []
    for piece in pieces:
        start = piece.start
        while isinstance(piece, Unknown) and done and _belongs(text, done, start):
            start = done.pop().start
        done.append(Unknown(start, piece.end) if isinstance(piece, Unknown) else piece)
    return done


def _belongs(text: str, done: list[Piece], start: int) -> bool:
    """Tell whether the latest piece belongs to the unknown word that begins at `start`."""
    latest = done[-1]
    if isinstance(latest, Unknown):
        return _adjoin(text, latest, Unknown(start, start + 1))
    is_manner = isinstance(latest, Word) and latest.role is Role.MANNER and latest.end == start
    return is_manner and len(done) > 1 and isinstance(done[-2], Unknown) and done[-2].end == latest.start


def _without_ingredients(pieces: list[Piece]) -> list[Piece]:
    """Leave out what a food is made of, up to the next amount, verb or comma: "oatmeal made with water"."""
    done: list[Piece] = []
    is_inside = False
    for piece in pieces:
        if isinstance(piece, Word) and piece.role in (Role.MADE, Role.VERB):
            is_inside = piece.role is Role.MADE
        elif isinstance(piece, Break | Timed | Amount):
            is_inside = False
        if not (is_inside and isinstance(piece, Food | Water | Unknown)):
            done.append(piece)
    return done


def _without_insides(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out what brackets after a dish say is in it; where they weigh every part, the parts stand for the dish."""
    done = pieces
    for bracket in _BRACKET.finditer(text):
        inside = [piece for piece in done if bracket.start() <= piece.start and piece.end <= bracket.end()]
        dish = _dish_before(text, done, bracket.start())
        if dish is None or not any(isinstance(piece, Food | Unknown) for piece in inside):
            continue
        foods, amounts = (sum(isinstance(piece, kind) for piece in inside) for kind in (Food, Amount))
        if foods == amounts == 1 and _is_added(inside):
            continue
        if foods >= _LEAST_PARTS and amounts >= foods:
            gone: list[Piece] = [dish, *_amounts_of(dish, done, bracket.start())]
        else:
            gone = [piece for piece in inside if isinstance(piece, Food | Unknown | Sized)]
            # Of several parts an amount tells one of them, not the dish.
            gone += [piece for piece in inside if isinstance(piece, Amount) and foods >= _LEAST_PARTS]
        done = [piece for piece in done if piece not in gone]
    return done


def _is_added(inside: Sequence[Piece]) -> bool:
    """Tell whether what a bracket weighs came to the food: "2 eggs (fried in 1 tsp oil)", not "chicken (2 thighs)"."""
    return isinstance(inside[0], Word) and inside[0].role in (Role.MADE, Role.JOINT)


def _without_enumerated(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out a dish whose parts are listed behind a colon or a dash: "salad: rocket, feta, olives"."""
    done = pieces
    for parts in _ENUMERATED.finditer(text):
        dish = _dish_before(text, done, parts.start())
        foods = [piece for piece in done if isinstance(piece, Food) and parts.start() <= piece.start < parts.end()]
        if isinstance(dish, Food) and len(foods) >= _LEAST_PARTS:
            gone: list[Piece] = [dish, *_amounts_of(dish, done, parts.start())]
            done = [piece for piece in done if piece not in gone]
    return done


_ENUMERATED = re.compile(
    r":(?!\d)[^:.;!?。\n]*$|:(?!\d)[^:.;!?。\n]*(?=[.;!?。\n])|\s-\s[^:.;!?。\n,、]*(?:[,、][^:.;!?。\n,、]*){2,}"
)
_LEAST_PARTS = 2
"""Foods in brackets from which on they are the parts of a dish: one may as well be a remark (0% fat, 2 thighs)."""
_BRACKET = re.compile(
    r"[(\[{【][^()\[\]{}【】]*[)\]}】]|"
    # A list with 、 ends at the next comma, another one with its sentence.
    r"(?:里面有|里面放了|里面是|里有|里面加了|配料有|内含)(?:[^。;；!！?？\n,，]*、[^。;；!！?？\n,，]*|[^。;；!！?？\n]*)"
)


def _amounts_of(dish: Piece, pieces: list[Piece], at: int) -> list[Piece]:
    """Return the amounts that stand right before a dish and between it and `at`."""
    place = pieces.index(dish)
    around = [*pieces[max(0, place - 1) : place], *(piece for piece in pieces if dish.end <= piece.start < at)]
    return [piece for piece in around if isinstance(piece, Amount)]


def _dish_before(text: str, pieces: list[Piece], at: int) -> Food | Unknown | None:
    """Return what the words before a bracket name, amounts between them passed over."""
    for piece in reversed([piece for piece in pieces if piece.end <= at]):
        if isinstance(piece, Food | Unknown):
            return piece
        if not isinstance(piece, Amount | Counter | Sized | Break):
            return None
    return None


def _two(text: str, before: Piece | None, first: Piece, second: Piece, following: Piece | None) -> list[Piece]:
    """Return two neighbours, as one where they name one thing; `before` and `following` stand around them."""
    if not _adjoin(text, first, second):
        return [first, second]
    if isinstance(first, Food | Water) and isinstance(second, Unknown) and _is_tail(text, second, following):
        return [Unknown(first.start, second.end)]
    if isinstance(first, Unknown) and isinstance(second, Water):
        return [Unknown(first.start, second.end)]
    if isinstance(first, Unknown) and isinstance(second, Food):
        return [first, replace(second, quality=second.quality * COMPOUND)]
    if isinstance(first, Food) and isinstance(second, Food) and _is_dish(text, before, first, second):
        return [replace(second, start=first.start, quality=second.quality * COMPOUND)]
    return [first, second]


def _adjoin(text: str, first: Piece, second: Piece) -> bool:
    """Tell whether two pieces touch (Chinese) or have one blank between them (Latin)."""
    gap = text[first.end : second.start]
    chinese = is_han(text[first.end - 1]), is_han(text[second.start])
    if all(chinese):
        return gap == ""
    return not any(chinese) and gap in (" ", "-")


def _is_tail(text: str, unknown: Unknown, following: Piece | None) -> bool:
    """Tell whether an unknown word ends a name: it is short, and something ends with it."""
    words = text[unknown.start : unknown.end]
    is_short = len(words) <= _LONGEST_TAIL if is_han(words[0]) else words.count(" ") < _LONGEST_TAIL_WORDS
    if isinstance(following, Word):
        return is_short and following.role in (Role.JOINT, Role.VERB)
    return is_short and (following is None or isinstance(following, Break | Amount | Timed | Sized | Counter))


def _is_dish(text: str, before: Piece | None, first: Food, second: Food) -> bool:
    """Tell whether the second food is a dish that the first goes into: 牛肉汉堡, "turkey sandwich", "a cream soda"."""
    head = second.key.split(" ")[-1]
    name = text[first.start : first.end]
    if is_han(head[0]):
        return head.endswith(_CHINESE_HEADS) and name.endswith(FILLINGS)
    return head in DISH_HEADS or (isinstance(before, Amount) and not name.endswith("s"))
