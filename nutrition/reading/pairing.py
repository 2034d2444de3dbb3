"""Give each food of a sentence its amount, whichever side of it the amount stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from meum.domain.intervals import Interval
from meum.language.measures import MEASURES, Dimension
from meum.language.quantities import Quantity
from nutrition.reading.leaving import EATEN_OF_LEFT, eaten_beside, is_part, part_eaten, says_left
from nutrition.reading.lexicon import FoodFacts, MealLexicon
from nutrition.reading.pieces import Amount, Break, Counter, Food, Piece, Sized, Timed, Unknown, Water, Word
from nutrition.reading.portions import LEAST_BARE_ML, LITTLE, MUCH, SOME, Told, knows_unit
from nutrition.reading.words import Role

# "15 g of light and crispy crackers": an amount "of" something tells what comes next.
_OF = re.compile(r"\bof(?: the| my| some| an?)?$")
_DRANK = re.compile(
    r"(?:喝[了过掉完下]*|\b(?:drank|drink|drunk|drinking|sipped)\s)(?:about|around|大概|大约|约|差不多|\s)*$"
)
_VERB_ALONE = re.compile(r" ?我?(?:只|就)?[吃喝][了掉过]?(?:大概|大约|约)?")
_ATE = re.compile(r"[吃喝][了掉]?(?:大概|大约|约|差不多)?$")
_VESSELS = frozenset({"锅", "盆", "桶", "箱", "袋", "包", "盒", "盘", "份", "壶", "瓶", "罐"})
_SERVED = re.compile(r"[ ,，](?:[一两二三1-3半]|大|小|中)?[大小中]?[份碗盘套个杯张]")
_LIST = re.compile(r"[\s,、+]*(?:和|加|又|and|plus)?\s*")
_TWO_FOODS = 2
LEAST_BARE_GRAMS = 50
"""A bare number behind a food is its pieces, from here on its grams: 鸡蛋2, 虾150."""
_VAGUE = {Role.LITTLE: LITTLE, Role.SOME: SOME, Role.MUCH: MUCH}
_SPLITS = frozenset({Role.JOINT, Role.VERB, Role.AGAIN})


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold one food with the amount told of it; `start` and `end` enclose both."""

    food: Food | Water
    told: Told
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paired:
    """Hold the foods of a sentence, and an amount "again" or a share whose food was told before it."""

    mentions: tuple[Mention, ...]
    again: Amount | None
    is_again: bool
    share: Interval | None


class Pairing:
    """Walk through the pieces of a sentence and collect mentions."""

    def __init__(self, text: str, lexicon: MealLexicon) -> None:
        """Take the cleaned text and the lexicon that knows which food is told in which unit."""
        self._text = text
        self._lexicon = lexicon
        self._mentions: list[Mention] = []
        self._waiting: list[Piece] = []
        self._times: list[int] = []
        self._again: Amount | None = None
        self._is_again = False
        self._share: Interval | None = None

    def pair(self, pieces: Sequence[Piece]) -> Paired:
        """Return the mentions of the pieces."""
        self._times = [piece.start for piece in pieces if isinstance(piece, Timed)]
        for segment in _segments(pieces):
            if any(isinstance(piece, Food | Water) for piece in segment):
                self._take_foods([*self._waiting, *segment])
                self._waiting = []
            else:
                self._take_alone(segment)
        return Paired(tuple(self._mentions), self._again, self._is_again, None if self._mentions else self._share)

    def _take_foods(self, segment: list[Piece]) -> None:
        """Read a segment that names foods: runs of amounts before, between and after them."""
        segment = self._with_strangers(self._without_led_back(segment))
        foods = [piece for piece in segment if isinstance(piece, Food | Water)]
        runs = _runs(segment)
        belongs: list[list[Piece]] = [[] for _ in foods]
        if _amounts_trail(runs):
            belongs = [list(run) for run in runs[1:]]
        else:
            belongs[self._head(foods)] += runs[0]
            for at in range(1, len(foods)):
                before, after = self._shared(runs[at], foods, runs, at)
                belongs[at - 1] += before
                belongs[at] += after
            belongs[-1] += runs[-1]
        for food, own in zip(foods, belongs, strict=True):
            if isinstance(food, Water) or food.candidates:
                self._mentions.append(_mention(food, own))
        self._with_base(foods, belongs)
        if _has_role(segment, Role.EACH) and runs[-1]:
            self._spread(self._mentions[-1].told, but=1)

    def _with_base(self, foods: Sequence[Food | Water], belongs: Sequence[Sequence[Piece]]) -> None:
        """Give the dish the serving that stands behind what was added to it: 肠粉加蛋加肉 一份."""
        told = [food for food in foods if isinstance(food, Water) or food.candidates]
        if not told or told[0] is not foods[0] or not all(isinstance(piece, Amount) for piece in belongs[0]):
            return
        first = at = len(self._mentions) - len(told)
        while at > 0 and self._text[: self._mentions[at].food.start].rstrip().endswith("加"):
            at -= 1
        base, amounts = self._mentions[at], [piece for piece in belongs[0] if isinstance(piece, Amount)]
        is_served = len(amounts) == 1 and _SERVED.match(self._text, foods[0].end) is not None
        if at < first and is_served and base.told.is_empty and self._fits(amounts[0].quantity, base.food):
            self._mentions[at] = replace(base, told=_told(amounts))
            self._mentions[first] = _mention(foods[0], [])

    def _without_led_back(self, segment: list[Piece]) -> list[Piece]:
        """Give the latest food the amount that a verb joins to it, what comes next after a blank: 肉吃了3片 豆腐."""
        amount, following = segment[0], segment[1:2]
        if not (isinstance(amount, Amount) and following and self._mentions):
            return segment
        if _VERB_ALONE.fullmatch(self._text, self._mentions[-1].end, amount.start) is None:
            return segment
        is_parted = self._text[amount.end : following[0].start].isspace()
        is_free = is_part(amount.quantity) and self._text[amount.end - 1] != "的"
        has_own = is_free or any(isinstance(piece, Amount) for piece in segment[2:3])
        if not (is_parted and (has_own or self._mentions[-1].told.is_empty)) and not (
            is_free and self._mentions[-1].told.is_empty
        ):
            return segment
        self._add_to_latest([amount], amount)
        return segment[1:]

    def _with_strangers(self, segment: list[Piece]) -> list[Piece]:
        """Let unknown words that touch an amount keep it, so that it does not pass to the next food."""
        return [
            Food(piece.start, piece.end, (), "")
            if isinstance(piece, Unknown) and self._touches_amount(piece, segment) and not self._dresses(piece, segment)
            else piece
            for piece in segment
        ]

    def _dresses(self, piece: Unknown, segment: list[Piece]) -> bool:
        """Tell whether an unknown English word stands right before a food: "163 g of fluffy white rice"."""
        return self._text[piece.start].isascii() and any(
            isinstance(each, Food) and self._is_near(piece.end, each.start) for each in segment
        )

    def _touches_amount(self, piece: Unknown, segment: list[Piece]) -> bool:
        return any(
            isinstance(each, Amount) and (self._is_near(piece.end, each.start) or self._is_right_before(each, piece))
            for each in segment
        )

    def _is_near(self, end: int, start: int) -> bool:
        return end <= start <= end + 1 and not self._text[end:start].strip()

    def _is_right_before(self, amount: Amount, piece: Unknown) -> bool:
        return self._is_near(amount.end, piece.start) and amount.quantity.measure is not None

    def _head(self, foods: list[Food | Water]) -> int:
        """Return which food the first amount tells: in 一杯加糖的咖啡 the one after 的."""
        is_inside = len(foods) > 1 and self._text[foods[0].end : foods[1].start].strip() == "的"
        return 1 if is_inside else 0

    def _shared(
        self, run: list[Piece], foods: list[Food | Water], runs: list[list[Piece]], at: int
    ) -> tuple[list[Piece], list[Piece]]:
        """Split the run between two foods into what belongs to the one before and the one after."""
        amounts = [piece for piece in run if isinstance(piece, Amount)]
        is_first_bare = not any(isinstance(piece, Amount) for piece in runs[at - 1]) or at > 1
        if len(amounts) >= 2 and is_first_bare:
            cut = run.index(amounts[-1])
            return run[:cut], run[cut:]
        if not amounts:
            # Counters follow their food ("bread slices"), sizes and vague words stand before theirs; what is left of a
            # food stands behind it.
            if any(map(says_left, run)):
                return run, []
            back = [p for p in run if isinstance(p, Counter) or self._trails(p, foods[at - 1], foods[at])]
            return back, [p for p in run if p not in back]
        goes_back = self._goes_back(amounts[0], foods, runs, at)
        return (run, []) if goes_back else ([], run)

    def _trails(self, piece: Piece, before: Food | Water, after: Food | Water) -> bool:
        """Tell whether a vague word touches the food before it and not the one after: 沙拉几口 汤一碗."""
        return before.end == piece.start and piece.end < after.start and isinstance(piece, Word)

    def _goes_back(self, amount: Amount, foods: list[Food | Water], runs: list[list[Piece]], at: int) -> bool:
        """Weigh whether an amount between two foods tells the first: by closeness, fitting unit, and who has one."""
        before, after = foods[at - 1], foods[at]
        if amount.quantity.is_article:
            return False
        is_last = at == len(foods) - 1
        back = (
            2 * (not _has_amount(runs[at - 1]) or at > 1)
            + self._fits(amount.quantity, before)
            + 2 * (amount.start - before.end <= 0)
        )
        forth = (
            2 * (_has_amount(runs[0]) or not (is_last and _has_amount(runs[at + 1])))
            + self._fits(amount.quantity, after)
            + 2 * (after.start - amount.end <= 0)
        )
        # In a tie grams trail their food (鸡胸肉100克米饭) and pieces lead it (豆浆两个包子).
        is_weight = amount.quantity.measure is not None and not amount.quantity.measure.is_household
        return back > forth or (back == forth and is_weight)

    def _fits(self, quantity: Quantity, food: Food | Water) -> bool:
        if isinstance(food, Food) and not food.candidates:
            return False
        facts = self._lexicon.facts(food.candidates[0].food) if isinstance(food, Food) else FoodFacts(is_drink=True)
        return knows_unit(quantity, facts)

    def _take_alone(self, segment: list[Piece]) -> None:
        """Read a segment without a food: 再来一碗, 吃了三分之一, 各一个, an amount after a comma."""
        amount = _free_amount(segment)
        is_again = _has_role(segment, Role.AGAIN) or (amount is not None and self._is_another(amount))
        if amount is not None and self._is_drunk(amount):
            water = Water(amount.start, amount.end)
            self._mentions.append(_mention(water, [*segment]))
        elif is_again and (amount is not None or self._ends(segment)):
            self._take_again(segment, amount)
        elif amount is None:
            self._take_vague(segment)
        elif _has_role(segment, Role.EACH):
            self._spread(_told(segment), but=0)
        elif self._is_later_water(amount):
            self._mentions.append(_mention(Water(amount.start, amount.end), segment))
        elif self._mentions and not _OF.search(self._text, amount.start, amount.end) and not _is_article(amount):
            self._add_to_latest(segment, amount)
        elif not amount.quantity.is_article and not any(isinstance(piece, Unknown) for piece in segment):
            self._share = self._share or part_eaten(segment, amount.quantity)
            self._waiting = [*self._waiting, amount]

    def _is_drunk(self, amount: Amount) -> bool:
        """Tell whether millilitres were drunk of nothing named, nor of a drink just named: "drank 500 ml"."""
        measure = amount.quantity.measure
        is_bare = measure is None and amount.quantity.amount.mid >= LEAST_BARE_ML
        is_volume = is_bare or (measure is not None and measure.dimension is Dimension.VOLUME)
        if not is_volume or not _DRANK.search(self._text, 0, amount.start):
            return False
        return not (self._mentions and self._is_drink(self._mentions[-1].food))

    def _is_later_water(self, amount: Amount) -> bool:
        """Tell whether an amount with a time of its own goes on with water: 250 ml water at 10, 300 ml at 3."""
        if not self._mentions or not isinstance(self._mentions[-1].food, Water) or amount.quantity.amount.mid < 1:
            return False
        return any(self._mentions[-1].end <= at < amount.start for at in self._times)

    def _is_drink(self, food: Food | Water) -> bool:
        return isinstance(food, Water) or self._lexicon.facts(food.candidates[0].food).is_drink

    def _is_another(self, amount: Amount) -> bool:
        return self._text.startswith("another", amount.start)

    def _ends(self, segment: list[Piece]) -> bool:
        return all(isinstance(piece, Word) for piece in segment)

    def _take_again(self, segment: list[Piece], amount: Amount | None) -> None:
        if self._mentions:
            if amount is not None:
                self._mentions.append(_mention(self._mentions[-1].food, segment))
            return
        self._again, self._is_again = amount, True

    def _take_vague(self, segment: list[Piece]) -> None:
        told = _told(segment)
        if told.vague and self._mentions:
            if _has_role(segment, Role.EACH):
                self._spread(told, but=0)
            elif self._mentions[-1].told.is_empty:
                self._replace_latest(told, segment)

    def _add_to_latest(self, segment: list[Piece], amount: Amount) -> None:
        latest = self._mentions[-1].told
        quantity = amount.quantity
        is_left = any(map(says_left, segment))
        share = eaten_beside(quantity, latest.quantities) if is_left else part_eaten(segment, quantity)
        if share:
            self._replace_latest(replace(latest, share=latest.share.times(share)), segment)
        elif latest.is_empty:
            self._replace_latest(_told(segment), segment)
        elif quantity.measure and not quantity.measure.is_household and self._goes_on(amount):
            self._replace_latest(latest.plus(quantity), segment)
        elif (smaller := _part_eaten(latest, quantity)) is not None:
            self._replace_latest(smaller, segment)
        elif self._is_eaten_of(latest, amount):
            self._replace_latest(replace(latest, quantities=(quantity,)), segment)
        elif quantity.measure and quantity.measure.word not in _units(latest):
            self._replace_latest(replace(latest, quantities=(*latest.quantities, quantity)), segment)

    def _is_eaten_of(self, whole: Told, amount: Amount) -> bool:
        """Tell whether an amount was eaten of vessels that were told before: 炖了一锅，我吃了一碗."""
        is_household = all(each.measure and each.measure.word in _VESSELS for each in whole.quantities)
        has_verb = _ATE.search(self._text, self._mentions[-1].end, amount.start) is not None
        return is_household and has_verb and amount.quantity.measure is not None

    def _goes_on(self, amount: Amount) -> bool:
        """Tell whether only a comma or "and" stands between the latest food and an amount."""
        return bool(_LIST.fullmatch(self._text, self._mentions[-1].end, amount.start))

    def _replace_latest(self, told: Told, segment: list[Piece]) -> None:
        mention = self._mentions[-1]
        self._mentions[-1] = replace(mention, told=told, end=max(mention.end, segment[-1].end))

    def _spread(self, told: Told, *, but: int) -> None:
        """Give an amount to all foods just named that have none, save the last `but` ones."""
        for at in range(len(self._mentions) - 1 - but, -1, -1):
            if not self._mentions[at].told.is_empty:
                return
            self._mentions[at] = replace(self._mentions[at], told=told)


def _part_eaten(told: Told, quantity: Quantity) -> Told | None:
    """Return the smaller amount that was eaten of what was told before: 买了两个苹果，吃了一个."""
    for at, before in enumerate(told.quantities):
        if before.measure == quantity.measure and quantity.amount.mid < before.amount.mid:
            return replace(told, quantities=(*told.quantities[:at], quantity, *told.quantities[at + 1 :]))
    return None


def _units(told: Told) -> set[str]:
    return {quantity.measure.word for quantity in told.quantities if quantity.measure}


def _segments(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Cut at punctuation, joints, verbs and times; what says "again" begins a segment and stays in it."""
    segment: list[Piece] = []
    for piece in pieces:
        splits = isinstance(piece, Break | Timed) or (isinstance(piece, Word) and piece.role in _SPLITS)
        if splits and segment:
            yield segment
            segment = []
        if not splits or (isinstance(piece, Word) and piece.role is Role.AGAIN):
            segment.append(piece)
    if segment:
        yield segment


def _runs(segment: list[Piece]) -> list[list[Piece]]:
    """Return what tells amounts before the first food, between foods, and after the last."""
    runs: list[list[Piece]] = [[]]
    for piece in segment:
        if isinstance(piece, Food | Water):
            runs.append([])
        elif _tells_amount(piece):
            runs[-1].append(piece)
    return runs


def _amounts_trail(runs: Sequence[list[Piece]]) -> bool:
    """Tell whether each of several foods has just one amount behind it: 米饭 一碗 红烧肉 三块 青菜 一盘."""
    counts = [sum(isinstance(piece, Amount) for piece in run) for run in runs]
    return len(runs) > _TWO_FOODS and counts[0] == 0 and all(count == 1 for count in counts[1:])


def _tells_amount(piece: Piece) -> bool:
    if isinstance(piece, Word):
        return piece.role in _VAGUE or piece.role in (Role.ABOUT, Role.LEFT)
    return isinstance(piece, Amount | Sized | Counter)


def _free_amount(segment: list[Piece]) -> Amount | None:
    """Return the first amount that does not tell an unknown word beside it: "2 tbsp of gochujang", 跳绳1000个."""
    for at, piece in enumerate(segment):
        beside = [*segment[max(0, at - 1) : at], *segment[at + 1 : at + 2]]
        if isinstance(piece, Amount) and not any(isinstance(other, Unknown) for other in beside):
            return piece
    return None


def _is_article(amount: Amount) -> bool:
    """Tell whether an amount is an article and nothing else: the one of "pancakes with a side of bacon"."""
    return amount.quantity.is_article and amount.quantity.measure is None and amount.quantity.size is None


def _has_amount(run: list[Piece]) -> bool:
    return any(isinstance(piece, Amount) for piece in run)


def _has_role(segment: Sequence[Piece], role: Role) -> bool:
    return any(isinstance(piece, Word) and piece.role is role for piece in segment)


def _mention(food: Food | Water, own: list[Piece]) -> Mention:
    places: list[Piece] = [food, *own]
    return Mention(food, _told(own, food), min(piece.start for piece in places), max(piece.end for piece in places))


def _told(own: Sequence[Piece], food: Food | Water | None = None) -> Told:
    """Put together what pieces say of one food's amount."""
    told = Told()
    is_left = False
    for piece in own:
        is_left = is_left or (says_left(piece) and (food is None or piece.start >= food.end))
        if is_left and isinstance(piece, Amount):
            told = replace(told, share=told.share.times(eaten_beside(piece.quantity, told.quantities)))
        elif isinstance(piece, Amount):
            told = _with_quantity(told, piece, is_after=food is not None and piece.start >= food.end)
        elif isinstance(piece, Counter):
            told = _with_counter(told, piece)
        elif isinstance(piece, Sized):
            told = replace(told, size=piece.size)
        elif is_left and isinstance(piece, Word) and piece.role in _VAGUE:
            told = replace(told, share=told.share.times(EATEN_OF_LEFT[piece.role]))
        elif isinstance(piece, Word) and piece.role in _VAGUE:
            told = replace(told, vague=_VAGUE[piece.role])
        elif isinstance(piece, Word) and piece.role is Role.ABOUT:
            told = replace(told, is_about=True)
    # The article of "a splash of milk" counts nothing.
    return replace(told, quantities=()) if told.vague and all(map(_is_only_article, told.quantities)) else told


def _is_only_article(quantity: Quantity) -> bool:
    return quantity.is_article and quantity.measure is None


def _with_quantity(told: Told, piece: Amount, *, is_after: bool) -> Told:
    quantity = piece.quantity
    is_share = is_after and told.quantities and quantity.measure is None and quantity.amount.mid < 1
    if is_share:
        return replace(told, share=told.share.times(quantity.amount))
    if is_after and quantity.measure is None and quantity.amount.mid >= LEAST_BARE_GRAMS:
        quantity = replace(quantity, measure=MEASURES["g"])
    return replace(told.plus(quantity), is_negative=told.is_negative or piece.is_negative)


def _with_counter(told: Told, piece: Counter) -> Told:
    """Join a counter after the food with the number before it: "2 bread slices"; "bread slices" are a serving."""
    if not told.quantities and piece.is_many:
        return told
    if not told.quantities:
        one = Quantity(Interval.exact(1), piece.measure, None, piece.start, piece.end)
        return replace(told, quantities=(one,))
    *others, latest = told.quantities
    if latest.measure is None:
        return replace(told, quantities=(*others, replace(latest, measure=piece.measure)))
    return told
