"""Read a meal sentence, Chinese, English or mixed, into drafts of items."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import takewhile

from meum.domain.intervals import Interval
from meum.language.negation import Denial, DenialKind, denials_in
from meum.language.scripts import CleanText, clean, is_han
from meum.language.times import Moment
from nutrition.reading.cutting import cut
from nutrition.reading.drafts import (
    Again,
    Basis,
    DrinkDraft,
    DrinkKind,
    ItemDraft,
    MealReading,
    OddAmount,
    OddKind,
    When,
)
from nutrition.reading.eaten import eaten_in
from nutrition.reading.lexicon import FoodFacts, MealLexicon
from nutrition.reading.pairing import Mention, Paired, Pairing
from nutrition.reading.parts import with_parts
from nutrition.reading.pieces import Amount, Break, Counter, Food, Piece, Sized, Timed, Unknown, Water, Word, spans_of
from nutrition.reading.pinyin import in_signs
from nutrition.reading.portions import Told, water_ml, weigh
from nutrition.reading.sharing import Sharing, sharings_in
from nutrition.reading.telling import after_all_in, plans_in, untold_in
from nutrition.reading.words import Role

MOST_ITEMS = 40
"""Foods of one message that are kept."""
MOST_UNKNOWN = 8
MOST_GRAMS = 5000
"""More than this of one food, in grams or millilitres, is a slip of the keys; it is quoted back."""
LEAST_CONFIDENCE = 0.3
"""Below this a food is quoted back as not understood rather than logged."""
LONGEST_QUOTE = 40

_ABOUT_EATING = re.compile(
    r"吃|喝|食|饭|餐|空腹|胃口|\b(?:eat|ate|eaten|eating|drink|drank|breakfast|lunch|dinner|supper|snacks?|food|meals?|nothing)\b"
)
# No name goes on across a bracket, a dash between blanks or a colon.
_FENCE = re.compile(r"[()\[\]{}]|(?<= )-(?= )|:(?= )")
_SURENESS = {
    Basis.WEIGHED: 1.0,
    Basis.MEASURED: 0.95,
    Basis.PORTION: 0.95,
    Basis.GENERIC: 0.8,
    Basis.SERVING: 0.75,
    Basis.UNKNOWN: 0.6,
}


def read_meal(text: str, *, lexicon: MealLexicon, now: datetime) -> MealReading:
    """Return what a message says about eating and drinking; nothing at all for one that says nothing.

    `now` is the person's local date and time. Never raises on any str; reads the first 2000 characters and sets
    `is_cut` where there were more.
    """
    plain = in_signs(clean(text), lexicon.sounds)
    named = named_in(plain.text, lexicon=lexicon, now=now)
    pieces = _told_in(plain.text, named, lexicon)
    paired = Pairing(plain.text, lexicon).pair(pieces)
    timeline = _Timeline(pieces, named.denials)
    mentions = _without_ornaments(plain, with_parts(plain.text, paired.mentions))
    told = _sorted_out(_shared_out(plain.text, mentions), lexicon, plain, timeline)
    reading = MealReading(
        items=tuple(told.items[:MOST_ITEMS]),
        drinks=tuple(told.drinks[:MOST_ITEMS]),
        unknown=tuple(dict.fromkeys([*_unknown(pieces, plain), *told.doubtful]))[:MOST_UNKNOWN],
        again=_again(paired, plain),
        odd=tuple(told.odd[:MOST_UNKNOWN]),
        share=paired.share,
        mentioned=() if paired.mentions else _foods_named(named.pieces, plain),
        is_plan=_is_planned(plain.text, named.pieces) and not paired.mentions,
        is_cut=plain.is_cut,
    )
    return _with_whole(reading, timeline, named.denials, plain.text)


@dataclass(frozen=True, slots=True)
class Named:
    """Hold the pieces of a text, those of them that are denied apart, and the denials."""

    pieces: list[Piece]
    denied: list[Piece]
    denials: tuple[Denial, ...]


def named_in(text: str, *, lexicon: MealLexicon, now: datetime) -> Named:
    """Return the pieces of a cleaned text; foods and amounts of a meal not eaten or left out of a dish are denied."""
    denials = denials_in(text)
    fences = [place for each in denials for place in (each.start, each.scope_start, each.scope_end)]
    fences += [match.start() for match in _FENCE.finditer(text)]
    pieces = cut(text, lexicon=lexicon, now=now, fences=fences)
    denials = tuple(_narrowed(denial, text, pieces) for denial in denials)
    kept: list[Piece] = []
    denied: list[Piece] = []
    for piece in pieces:
        (kept if isinstance(piece, Timed | Word) or not _is_denied(piece, denials) else denied).append(piece)
    return Named(kept, denied, denials)


def _narrowed(denial: Denial, text: str, pieces: Sequence[Piece]) -> Denial:
    """Return a denial that ends a clause about what was eaten, for the last food before it alone."""
    if not denial.follows_deed(text):
        return denial
    named = [piece.start for piece in pieces if isinstance(piece, Food | Water | Unknown) and piece.end <= denial.start]
    return replace(denial, scope_start=max([denial.scope_start, *named[-1:]]))


def _without_ornaments(plain: CleanText, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out pictures that only adorn what is named in words: 🍦哈根达斯, unless they stand where a food does."""
    drawn = [_PICTURE.fullmatch(plain.quote(each.food.start, each.food.end)) is not None for each in mentions]
    if all(drawn):
        return list(mentions)
    kept: list[Mention] = []
    for mention, is_drawn in zip(mentions, drawn, strict=True):
        if not is_drawn or not mention.told.is_empty or _stands_as_food(plain.text, mention, kept[-1:]):
            kept.append(mention)
    return kept


def _stands_as_food(text: str, mention: Mention, before: Sequence[Mention]) -> bool:
    """Tell whether a verb, a meal, a joint or another such picture leads to a picture, or a joint follows it."""
    follows = any(not text[each.end : mention.start].strip(" ,") for each in before)
    led = _LEADS_TO_FOOD.search(text, 0, mention.food.start)
    return follows or led is not None or _JOINED.match(text, mention.food.end) is not None


_PICTURE = re.compile(r"[^\w]+")
_LEADS_TO_FOOD = re.compile(r"(?:[吃喝了和加配跟餐饭天上午晚、:]|\b(?:ate|had|drank|and|with|a|plus))[\s,]*$")
_JOINED = re.compile(r"\s*(?:[和加配跟+、]|and\b)")


def _shared_out(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave of each food the person's own share, where the sentence says that several people had it."""
    sharings = list(sharings_in(text))
    return [_with_share(mention, sharings) for mention in mentions]


def _with_share(mention: Mention, sharings: Sequence[Sharing]) -> Mention:
    shared = next((each for each in sharings if each.start <= mention.food.start < each.end), None)
    if shared is None or not any(shared.holds_for(quantity.start) for quantity in mention.told.quantities):
        return mention
    return replace(mention, told=replace(mention.told, share=mention.told.share.times(shared.share)))


@dataclass(slots=True)
class _Sorted:
    """Hold items, drinks, and what is too doubtful or too strange an amount to be either."""

    items: list[ItemDraft] = field(default_factory=list)
    drinks: list[DrinkDraft] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    odd: list[OddAmount] = field(default_factory=list)


def _sorted_out(mentions: Sequence[Mention], lexicon: MealLexicon, plain: CleanText, timeline: _Timeline) -> _Sorted:
    done = _Sorted()
    for mention in mentions:
        kind = _oddness(mention, lexicon)
        if kind is not None:
            done.odd.append(OddAmount(kind, plain.quote(mention.start, mention.end)[:LONGEST_QUOTE]))
        elif isinstance(mention.food, Water):
            done.drinks.append(_drink(mention, lexicon, plain, timeline))
        else:
            item = _item(mention, mention.food, lexicon, plain, timeline)
            if item.confidence < LEAST_CONFIDENCE:
                done.doubtful.append(item.name)
            else:
                done.items.append(item)
    return done


def _oddness(mention: Mention, lexicon: MealLexicon) -> OddKind | None:
    """Return why the amount of a food cannot be, or None."""
    if mention.told.is_negative:
        return OddKind.NEGATIVE
    if mention.told.is_nothing:
        return OddKind.NOTHING
    amount = _amount_of(mention, lexicon)
    return OddKind.TOO_MUCH if amount.mid > MOST_GRAMS or amount.high > 2 * MOST_GRAMS else None


def _amount_of(mention: Mention, lexicon: MealLexicon) -> Interval:
    if isinstance(mention.food, Water):
        return water_ml(mention.told, generic=lexicon.generic)
    return weigh(mention.told, facts=_facts_of(mention.food, lexicon), generic=lexicon.generic).grams


def _facts_of(food: Food, lexicon: MealLexicon) -> FoodFacts:
    """Return the facts of the food taken, as they are meant in the language that names it."""
    facts = lexicon.facts(food.candidates[0].food)
    return facts if is_han(food.key[:1]) or food.key in lexicon.sounds else facts.in_english()


def _foods_named(pieces: Sequence[Piece], plain: CleanText) -> tuple[str, ...]:
    quotes = [plain.quote(piece.start, piece.end) for piece in pieces if isinstance(piece, Food)]
    return tuple(dict.fromkeys(quotes))[:MOST_UNKNOWN]


def _is_planned(text: str, named: Sequence[Piece]) -> bool:
    plans = plans_in(text)
    return any(isinstance(piece, Food) and plans.touch(piece.start, piece.end) for piece in named)


def _told_in(text: str, named: Named, lexicon: MealLexicon) -> list[Piece]:
    """Leave out foods that are only mentioned with their amounts, and what else was asked, planned or is talk.

    The words of an own food's name, such as "my", are no talk.
    """
    pieces = named.pieces
    untold = untold_in(text)
    own = spans_of(pieces, lambda piece: isinstance(piece, Food) and lexicon.own.get(piece.key) is not None)
    eaten = eaten_in(own.blanked(text, " "), pieces, named.denied, untold)
    after_all = after_all_in(text)
    eaten |= {
        piece.start
        for piece in pieces
        if isinstance(piece, Food | Water)
        and after_all.touch(piece.start, piece.end)
        and not untold.touch(piece.start, piece.end)
    }
    if not eaten and any(isinstance(piece, Food | Water) for piece in pieces):
        return [piece for piece in pieces if not isinstance(piece, Food | Water | Unknown)]
    talk = untold.without(eaten)
    lost = _mentioned(pieces, eaten)
    return [
        piece
        for at, piece in enumerate(pieces)
        if isinstance(piece, Timed | Word) or (at not in lost and not talk.touch(piece.start, piece.end))
    ]


def _mentioned(pieces: Sequence[Piece], eaten: Collection[int]) -> set[int]:
    """Return which pieces are foods that were not eaten, or amounts beside them that belong to no other food."""
    lost: set[int] = set()
    for at, piece in enumerate(pieces):
        if not isinstance(piece, Food | Water) or piece.start in eaten:
            continue
        lost |= {at, *_amounts_beside(pieces, range(at - 1, -1, -1))}
        after = _amounts_beside(pieces, range(at + 1, len(pieces)))
        following = at + 1 + len(after)
        if following == len(pieces) or not isinstance(pieces[following], Food | Water):
            lost |= after
    return lost


def _amounts_beside(pieces: Sequence[Piece], places: Iterable[int]) -> set[int]:
    return set(takewhile(lambda place: isinstance(pieces[place], Amount | Counter | Sized), places))


def _is_denied(piece: Piece, denials: Sequence[Denial]) -> bool:
    return any(denial.covers(piece.start, piece.end) or denial.start <= piece.start < denial.end for denial in denials)


def _item(mention: Mention, food: Food, lexicon: MealLexicon, plain: CleanText, timeline: _Timeline) -> ItemDraft:
    chosen, *others = food.candidates
    weight = weigh(mention.told, facts=_facts_of(food, lexicon), generic=lexicon.generic)
    total = sum(candidate.weight for candidate in food.candidates)
    sureness = food.quality * (0.5 + 0.5 * chosen.weight / total) * _SURENESS[weight.basis]
    amount, unit = _amount_told(mention.told)
    return ItemDraft(
        food=chosen.food,
        name=plain.quote(food.start, food.end),
        words=plain.quote(mention.start, mention.end),
        grams=weight.grams,
        basis=weight.basis,
        is_amount_told=bool(mention.told.quantities),
        confidence=round(sureness, 3),
        amount=amount,
        unit=unit,
        alternatives=tuple(candidate.food for candidate in others),
        when=timeline.at(food.start),
    )


def _amount_told(told: Told) -> tuple[Interval | None, str | None]:
    if not told.quantities:
        return None, None
    quantity = told.quantities[0]
    return quantity.amount.times(told.share), quantity.measure.word if quantity.measure else None


def _drink(mention: Mention, lexicon: MealLexicon, plain: CleanText, timeline: _Timeline) -> DrinkDraft:
    return DrinkDraft(
        kind=DrinkKind.WATER,
        volume_ml=water_ml(mention.told, generic=lexicon.generic),
        words=plain.quote(mention.start, mention.end),
        is_amount_told=bool(mention.told.quantities),
        when=timeline.at(mention.food.start),
    )


def _again(paired: Paired, plain: CleanText) -> Again | None:
    if not paired.is_again:
        return None
    amount = paired.again
    if amount is None:
        return Again(Interval.exact(1), None, plain.quote(0, len(plain.text))[:LONGEST_QUOTE])
    measure = amount.quantity.measure
    return Again(amount.quantity.amount, measure.word if measure else None, plain.quote(amount.start, amount.end))


def _unknown(pieces: Sequence[Piece], plain: CleanText) -> tuple[str, ...]:
    """Return quotes of what may name a food; what follows an aside (because, which) names none."""
    quotes: list[str] = []
    is_aside = False
    is_nameless = not any(isinstance(piece, Food | Water | Unknown) for piece in pieces)
    for piece in pieces:
        if isinstance(piece, Word):
            if is_nameless and piece.role is Role.MAKER:
                quotes.append(plain.quote(piece.start, piece.end))
            is_aside = piece.role is Role.ASIDE or (is_aside and piece.role is Role.FILLER)
        elif isinstance(piece, Unknown):
            if not is_aside:
                quotes.append(plain.quote(piece.start, piece.end)[:LONGEST_QUOTE])
        elif not isinstance(piece, Amount):
            is_aside = False
    return tuple(dict.fromkeys(filter(None, quotes)))[:MOST_UNKNOWN]


@dataclass(frozen=True, slots=True)
class _Time:
    """Hold a time told in `text[start:end]` with what it means there, earlier times kept in mind."""

    start: int
    end: int
    moment: Moment
    when: When

    @property
    def is_day_alone(self) -> bool:
        """Tell whether a day was named, but no meal, part of it or clock: yesterday."""
        return self.moment.day_offset is not None and self.moment.meal is None and self.moment.clock is None


class _Timeline:
    """Tell for each place in a sentence which of the times told holds there."""

    def __init__(self, pieces: Sequence[Piece], denials: Sequence[Denial]) -> None:
        """Take all pieces; times inside a meal that was denied hold for nothing else."""
        undone = [denial for denial in denials if denial.kind is DenialKind.NOT_DONE]
        times = [piece for piece in pieces if isinstance(piece, Timed)]
        kept = [piece for piece in times if not any(denial.covers(piece.start, piece.end) for denial in undone)]
        foods = [piece.start for piece in pieces if isinstance(piece, Food | Water)]
        self._breaks = [piece.start for piece in pieces if isinstance(piece, Break)]
        self.denied = _whens([piece for piece in times if piece not in kept])
        self._times = [
            _Time(piece.start, piece.end, piece.moment, when) for piece, when in zip(kept, _whens(kept), strict=True)
        ]
        meals = [time.start for time in self._times if not time.is_day_alone]
        # "Eggs for breakfast, noodles for lunch": the times follow their foods.
        self._follows = bool(meals and foods and foods[0] < meals[0])

    def at(self, start: int) -> When:
        """Return the time that holds for what begins at `start`: the nearest of its clause, before it or after."""
        at = bisect_right(self._times, start, key=lambda time: time.start)
        before = self._times[at - 1] if at else None
        after = self._times[at] if at < len(self._times) else None
        if before is None or after is None:
            held = before or after
            return held.when if held else When()
        is_led, is_followed = not self._is_cut(before.end, start), not self._is_cut(start, after.start)
        if is_followed and before.is_day_alone and after.moment.day_offset is None:
            return after.when
        takes_after = is_followed if is_led != is_followed else self._follows
        return after.when if takes_after else before.when

    def first(self) -> When:
        """Return the time told first, or an empty one."""
        return self._times[0].when if self._times else When()

    def _is_cut(self, start: int, end: int) -> bool:
        """Tell whether a comma or full stop stands between two places."""
        return bisect_left(self._breaks, start) < bisect_left(self._breaks, end)


def _whens(times: Sequence[Timed]) -> list[When]:
    """Turn moments to times of meals; the day stays until another is named, meal and clock until another of either."""
    whens: list[When] = []
    latest = When()
    for piece in times:
        moment = piece.moment
        clock = moment.clock or (None if moment.meal else latest.clock)
        offset = latest.day_offset if moment.day_offset is None else moment.day_offset
        slot = moment.meal or (None if moment.clock else latest.slot)
        latest = When(slot, offset, clock)
        whens.append(latest)
    return whens


def _with_whole(reading: MealReading, timeline: _Timeline, denials: Sequence[Denial], text: str) -> MealReading:
    """Add what holds for the whole message: when it was, and whether it says that nothing was eaten."""
    if reading.meals:
        return replace(reading, when=reading.meals[0].when)
    if reading.again:
        return replace(reading, when=timeline.first())
    is_denial = any(denial.kind is DenialKind.NOT_DONE and _is_about_eating(denial, text) for denial in denials)
    when = timeline.denied[0] if is_denial and timeline.denied else timeline.first()
    return replace(reading, is_denial=is_denial, when=when)


def _is_about_eating(denial: Denial, text: str) -> bool:
    begin, end = min(denial.start, denial.scope_start), max(denial.end, denial.scope_end)
    return bool(_ABOUT_EATING.search(text, begin, end))
