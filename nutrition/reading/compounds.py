"""Join what stands side by side: a dish named by two foods, an unknown word that changes what a food is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from meum.language.scripts import is_han
from nutrition.reading.makers import BRANDS
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
    done = _without_counted_kinds(_without_kinds(text, done))
    return _without_venues(text, _without_stuffing(text, _without_brands(text, _without_flavours(text, done))))


def _without_flavours(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out foods that only tell the flavour of another one, or a shop: 草莓味酸奶, 冰淇淋草莓味的, 面包店."""
    foods = [piece for piece in pieces if isinstance(piece, Food | Water)]
    flavours = [piece for piece in foods if _FLAVOUR.match(text, piece.end)]
    return [piece for piece in pieces if piece not in flavours] if len(foods) > len(flavours) else pieces


_FLAVOUR = re.compile(r"[口风]?味(?![噌增精淋全])|[店馆铺摊档](?!长|主)")


def _without_kinds(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out a clause that only says of which kind the food before it is: 元宵6个 黑芝麻的, 锅盔 牛肉馅."""
    done = pieces
    for clause in _OF_A_KIND.finditer(text):
        inside = [piece for piece in done if clause.start() <= piece.start and piece.end <= clause.end()]
        is_told = any(isinstance(piece, Food) and piece.end <= clause.start() for piece in done)
        named = [piece.end for piece in inside if isinstance(piece, Food | Unknown)]
        # 豆浆热的 is soy milk, 黑芝麻的 no sesame.
        is_kind = bool(named) and _KIND_ENDS.fullmatch(text, named[-1], clause.end()) is not None
        if is_told and is_kind and all(isinstance(piece, Food | Unknown) or _says_kind(piece) for piece in inside):
            done = [piece for piece in done if not (piece in inside and isinstance(piece, Food | Unknown))]
    return done


def _without_counted_kinds(pieces: list[Piece]) -> list[Piece]:
    """Leave out what counts the kinds of what was counted before: 青团两个 一个咸蛋黄肉松一个豆沙."""
    for at, piece in enumerate(pieces[:-1]):
        dish, told = piece, pieces[at + 1]
        if not isinstance(dish, Food) or not isinstance(told, Amount) or not _counts(told, of=None):
            continue
        end = _end_of_kinds(pieces, at + 2, told)
        if end is not None:
            return [*pieces[: at + 2], *pieces[end:]]
    return pieces


def _end_of_kinds(pieces: Sequence[Piece], begin: int, told: Amount) -> int | None:
    """Return where the kinds that add up to an amount end, or None."""
    left, at = told.quantity.amount.mid, begin
    while at < len(pieces) and left > 0:
        piece = pieces[at]
        if isinstance(piece, Amount) and _counts(piece, of=told):
            left -= piece.quantity.amount.mid
        elif not isinstance(piece, Break):
            return None
        at += 1
        while at < len(pieces) and isinstance(pieces[at], Food | Unknown | Word):
            at += 1
    kinds = sum(isinstance(piece, Amount) for piece in pieces[begin:at])
    is_one_by_one = at < len(pieces) and isinstance(pieces[at], Amount)
    return at if left == 0 and kinds >= _LEAST_PARTS and not is_one_by_one else None


def _counts(amount: Amount, *, of: Amount | None) -> bool:
    """Tell whether an amount counts pieces, those of another amount where that is given."""
    quantity = amount.quantity
    measure = quantity.measure
    is_count = quantity.amount.is_exact and quantity.amount.mid >= 1 and measure is not None and measure.word in _PIECES
    return is_count and (of is None or measure == of.quantity.measure)


_PIECES = frozenset({"个", "只", "枚", "颗", "块", "根", "串", "支"})

_OF_A_KIND = re.compile(r"(?<=[ ,，])[\u4e00-\u9fff]{1,8}?(?:馅儿?的?|的)(?=$|[ ,，。;；!！\n])")

_KIND_ENDS = re.compile(r"(?:馅儿?)?的?")


def _says_kind(piece: Piece) -> bool:
    return isinstance(piece, Word) and piece.role in (Role.FILLER, Role.MANNER, Role.STUFFING)


def _without_brands(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out a maker whose thing follows: 乐事|原味|薯片 are crisps told once."""
    done: list[Piece] = []
    for piece in pieces:
        brand = next((each for each in reversed(done) if not isinstance(each, Word | Unknown)), None)
        if isinstance(piece, Food) and isinstance(brand, Food) and _is_brand_of(text, brand, piece):
            done.remove(brand)
            done.append(replace(piece, start=brand.start))
        else:
            done.append(piece)
    return done


def _is_brand_of(text: str, brand: Food, thing: Food) -> bool:
    is_beside = _OF_A_BRAND.fullmatch(text, brand.end, thing.start) is not None
    return is_beside and text[brand.start : brand.end] in BRANDS


_OF_A_BRAND = re.compile(r"[ 的牌]?(?:[\u4e00-\u9fff]{1,4}味的?|原味|经典|无糖)?")


def _is_venue(piece: Food, words: str) -> bool:
    return piece.key in _VENUES or piece.key.endswith("火锅") or words.removesuffix(" at home") in _VENUES


def _without_venues(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out what tells the kind of meal where the foods of it follow: 火锅涮了肥牛和毛肚."""
    foods = [piece for piece in pieces if isinstance(piece, Food)]
    return [
        piece
        for at, piece in enumerate(pieces)
        if not (
            isinstance(piece, Food)
            and piece is not foods[-1]
            and _is_venue(piece, text[piece.start : piece.end])
            and not any(isinstance(near, Amount) for near in pieces[max(0, at - 1) : at + 2])
        )
    ]


_VENUES = frozenset(
    {
        "涮锅",
        "涮肉",
        "铜锅涮肉",
        "涮羊肉",
        "韩式烤肉",
        "韩国烤肉",
        "炸串",
        "减脂餐",
        "健身餐",
        "烧烤",
        "自助餐",
        "自助",
        "海底捞",
        "饮茶",
        "早茶",
        "下午茶",
        "沙县小吃",
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
        foods, amounts = sum(isinstance(piece, Food) for piece in inside), sum(map(_is_amount, inside))
        if foods == amounts == 1 and _is_added(inside):
            continue
        # Of many parts one may be told without an amount: 沙拉（虾仁60g，藜麦30g，生菜，油醋汁10g）.
        if foods >= _LEAST_PARTS and amounts >= (foods if foods <= _LEAST_PARTS else foods - 1):
            gone: list[Piece] = [dish, *_amounts_of(dish, done, bracket.start())]
        else:
            gone = [piece for piece in inside if isinstance(piece, Food | Unknown | Sized) or _is_vague(piece)]
            # Of several parts an amount tells one of them, not the dish.
            gone += [piece for piece in inside if isinstance(piece, Amount) and foods >= _LEAST_PARTS]
        done = [piece for piece in done if piece not in gone]
    return done


def _is_vague(piece: Piece) -> bool:
    return isinstance(piece, Word) and piece.role in (Role.LITTLE, Role.SOME, Role.MUCH)


def _is_amount(piece: Piece) -> bool:
    return isinstance(piece, Amount) or _is_vague(piece)


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
    r"(?:里面有|里面放了|里面是|里有|里面加了|配料有|内含)(?:[^。;；!！?？\n,，]*、[^。;；!！?？\n,，]*|"
    r"(?:(?!(?:还有|另外|外加|又)(?:喝了?|吃了?|来了?)?[一两三半\d])[^。;；!！?？\n])*)"
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
    if isinstance(first, Food | Water) and isinstance(second, Unknown):
        return _with_tail(text, first, second, following)
    if isinstance(first, Unknown) and isinstance(second, Water):
        return [Unknown(first.start, second.end)]
    if isinstance(first, Unknown) and isinstance(second, Food):
        return [first, replace(second, quality=second.quality * COMPOUND)]
    if isinstance(first, Food) and isinstance(second, Food) and _is_dish(text, before, first, second):
        return [replace(second, start=first.start, quality=second.quality * COMPOUND)]
    return [first, second]


_SIDES = frozenset({"米饭", "白饭", "白米饭", "糙米饭", "白粥"})
"""What stands beside dishes and is none with their names before it: 油麦菜米饭 are two foods."""
_CUTS = frozenset("片丝块丁段粒条末圈泥儿")
"""How a food is cut, or said in the north, at the end of its name: 土豆片 are potatoes, 焦圈儿 are 焦圈."""


def _with_tail(text: str, food: Food | Water, tail: Unknown, following: Piece | None) -> list[Piece]:
    if isinstance(food, Food) and text[tail.start : tail.end] in _CUTS:
        return [replace(food, end=tail.end)]
    return [Unknown(food.start, tail.end)] if _is_tail(text, tail, following) else [food, tail]


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
        return head not in _SIDES and head.endswith(_CHINESE_HEADS) and name.endswith(FILLINGS)
    return head in DISH_HEADS or (isinstance(before, Amount) and not name.endswith("s"))
