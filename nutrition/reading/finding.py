"""Find the foods of a sentence: the best set of names that do not overlap, misspelt ones mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from meum.language.lexicon import Line, Match
from meum.language.measures import measure_named
from meum.language.scripts import is_han
from nutrition.reading.lexicon import MealLexicon
from nutrition.reading.makers import PLACES
from nutrition.reading.matters import COMMON_WORDS
from nutrition.reading.pieces import Food, Spans, Water
from nutrition.reading.words import VOCABULARY, WATER

_SHORTEST_PINYIN = 5
MENDED = 0.8
"""Quality of a name that had to be mended."""

# Signs that may stand right before and after a food of one sign (糖 in 一勺糖, not in 糖醋; 饭 not in 饭店).
_BEFORE_ONE_SIGN = frozenset(
    "吃喝了加和配点来个只条块片份勺碗杯盘碟两斤克升口瓶罐根颗粒张包袋盒串把的有要放拌半大小热炒煮炸煎蒸烤卤粒头顿些剩"
)
_TIMES = frozenset(
    {"今天", "昨天", "前天", "早上", "晚上", "上午", "下午", "中午", "今早", "今晚", "昨晚", "刚才", "刚刚"}
)
_LEADS = _TIMES | set(PLACES.split())
_DONE = ("咗", "左")
"""What a Cantonese verb ends with: the 茶食 of 饮茶食咗虾饺 is no food."""
_AFTER_ONE_SIGN = frozenset("里和分剩加了的还也都吧呢配跟与一二两三四五六七八九十半几吃喝有就大小各约差近共加没")


Mending = Mapping[tuple[int, int], str]
"""Names by the first and last of the tokens that sound like them."""

NO_MENDING: Mending = MappingProxyType({})


def foods_in(line: Line, lexicon: MealLexicon, *, noise: Spans, mending: Mending = NO_MENDING) -> list[Food | Water]:
    """Return the foods and waters of a line from left to right.

    Of all ways to choose names that do not overlap, the one with the longest names is taken; of equal ones the one
    whose names stand later, as heads do in both languages.
    """
    best: list[tuple[int, Food | Water | None, int]] = [(0, None, 0)] * (len(line.tokens) + 1)
    for first in range(len(line.tokens) - 1, -1, -1):
        best[first] = (best[first + 1][0], None, first + 1)
        for gain, last, food in _choices(line, first, lexicon, noise, mending):
            if gain + best[last + 1][0] > best[first][0]:
                best[first] = (gain + best[last + 1][0], food, last + 1)
    return list(_walk(best))


def mending_of(line: Line, unknown: list[tuple[int, int]], foods: Spans, lexicon: MealLexicon) -> Mending:
    """Return how unknown tokens, given as (first, last) runs, may be mended by the lexicon's own words.

    A Chinese run is tried together with the foods that touch it: in 西红市炒鸡蛋 only the first signs are unknown.
    """
    names: dict[tuple[int, int], str] = {}
    for first, last in unknown:
        names.update(_sound_alike(line, first, last, foods, lexicon))
    return names


def _walk(best: list[tuple[int, Food | Water | None, int]]) -> Iterator[Food | Water]:
    at = 0
    while at < len(best) - 1:
        _, food, following = best[at]
        if food is not None:
            yield food
        at = following


def _choices(
    line: Line, first: int, lexicon: MealLexicon, noise: Spans, mending: Mending
) -> Iterator[tuple[int, int, Food | Water]]:
    """Yield (gain, last token, food) of every name that may begin at a token."""
    for water in WATER.all_at(line, first):
        if _may_stand(line, water, noise):
            yield 2 * _size(water) + 1, water.last, Water(water.start, water.end)
    for match in lexicon.own.all_at(line, first):
        if _may_stand(line, match, noise):
            yield 2 * _size(match) + 2, match.last, Food(match.start, match.end, match.value, match.key)
    for match in lexicon.names.all_at(line, first):
        is_whole = line.tokens[match.first].is_han or _is_kept_whole(match.key)
        if is_whole and _may_stand(line, match, noise) and VOCABULARY.get(match.key) is None:
            yield 2 * _size(match), match.last, Food(match.start, match.end, match.value, match.key)
    yield from _typed_by_sound(line, first, lexicon)
    for (begin, last), name in mending.items():
        candidates = lexicon.names.get(name)
        if begin == first and candidates:
            start, end = line.tokens[begin].start, line.tokens[last].end
            yield 3 * (last - begin + 1) ** 2, last, Food(start, end, candidates, name, MENDED)


def _typed_by_sound(line: Line, first: int, lexicon: MealLexicon) -> Iterator[tuple[int, int, Food]]:
    """Yield the food whose pinyin a Latin word is, unless English knows the word."""
    token = line.tokens[first]
    word = line.text[token.start : token.end]
    candidates = lexicon.sounds.get(word) if len(word) >= _SHORTEST_PINYIN else None
    if candidates and not lexicon.phrases.knows(token.stem) and token.stem not in COMMON_WORDS:
        yield 1, first, Food(token.start, token.end, tuple(candidates), word, MENDED)


def _size(match: Match[Any]) -> int:
    return (match.last - match.first + 1) ** 2


def _may_stand(line: Line, match: Match[Any], noise: Spans) -> bool:
    """Tell whether a name found is meant as a food where it stands."""
    longer_noise = any(
        start < match.end and match.start < end and end - start > match.end - match.start for start, end in noise.taken
    )
    if longer_noise or match.key.isdigit():
        return False
    if line.tokens[match.first].is_han:
        if " " in line.text[match.start : match.end] and line.tokens[match.last].is_han:
            return False
        is_deed = match.key[-1] in "食饮" and line.text[match.end : match.end + 1] in _DONE
        return not is_deed and (match.first < match.last or _stands_alone(line.text, match.start, match.end))
    # "a roll of sushi" counts sushi, though rolls may be a food.
    return measure_named(match.key) is None or not line.text.startswith(" of ", match.end)


_JOINTS = frozenset({"and", "n", "in", "on", "half"})
_VESSELS = frozenset({"bowl", "cup", "box"})
_MEALS = frozenset({"dinner", "sunday"})
_NONE = "zero"


def _is_kept_whole(key: str) -> bool:
    """Tell whether a Latin name would be cut apart by what joins, denies or counts foods, or by words of other matters.

    "mac and cheese", "7 up", "chick fil a", "burrito bowl", "corn dog".
    """
    if any(map(is_han, key)):  # QQ糖, biangbiang面
        return True
    words = key.split(" ")
    if len(words) > 1 and (words[-1] in _VESSELS or any(len(word) == 1 or word in COMMON_WORDS for word in words)):
        return True
    return any(word in _JOINTS or word in _MEALS or word == _NONE or word[0].isdigit() for word in words)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    is_begun = not _is_sign(before) or before in _BEFORE_ONE_SIGN or text[max(0, start - 2) : start] in _LEADS
    return is_begun and (not _is_sign(after) or after in _AFTER_ONE_SIGN)


def _is_sign(char: str) -> bool:
    return bool(char) and "\u3400" <= char <= "\u9fff"


def _sound_alike(
    line: Line, first: int, last: int, foods: Spans, lexicon: MealLexicon
) -> Iterator[tuple[tuple[int, int], str]]:
    for begin, end in _widened(line, first, last, foods):
        run = line.text[line.tokens[begin].start : line.tokens[end].end]
        name = lexicon.spelling.sound_alike(run)
        if name:
            yield (begin, end), name
            return


def _widened(line: Line, first: int, last: int, foods: Spans) -> Iterator[tuple[int, int]]:
    """Yield the run of tokens with the touching foods of both sides, of one side, and alone."""
    begins, ends = [first], [last]
    while begins[-1] > 0 and _joins(line, begins[-1] - 1, foods):
        begins.append(begins[-1] - 1)
    while ends[-1] < len(line.tokens) - 1 and _joins(line, ends[-1] + 1, foods, is_after=True):
        ends.append(ends[-1] + 1)
    pairs = {(begins[-1], ends[-1]), (begins[-1], last), (first, ends[-1]), (first, last)}
    yield from sorted(pairs, key=lambda pair: pair[0] - pair[1])


def _joins(line: Line, at: int, foods: Spans, *, is_after: bool = False) -> bool:
    token = line.tokens[at]
    other = line.tokens[at - 1] if is_after else line.tokens[at + 1]
    touches = other.end == token.start if is_after else token.end == other.start
    return touches and token.is_han and foods.touch(token.start, token.end)
