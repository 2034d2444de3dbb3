"""Read a meal sentence, Chinese, English or mixed, into drafts of items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from meum.domain.intervals import Interval
from meum.language.negation import Denial, DenialKind, denials_in
from meum.language.scripts import CleanText, clean
from nutrition.reading.cutting import cut
from nutrition.reading.drafts import Again, Basis, DrinkDraft, DrinkKind, ItemDraft, MealReading, When
from nutrition.reading.lexicon import MealLexicon
from nutrition.reading.pairing import Mention, Paired, Pairing
from nutrition.reading.pieces import Amount, Food, Piece, Timed, Unknown, Water, Word
from nutrition.reading.portions import Told, water_ml, weigh
from nutrition.reading.words import Role

MOST_ITEMS = 40
"""Foods of one message that are kept."""
MOST_UNKNOWN = 8
MOST_GRAMS = 20_000
"""More than this of one food is a slip of the keys; it is quoted back."""
LEAST_CONFIDENCE = 0.3
"""Below this a food is quoted back as not understood rather than logged."""
LONGEST_QUOTE = 40

_ABOUT_EATING = re.compile(
    r"吃|喝|食|饭|餐|空腹|胃口|\b(?:eat|ate|eaten|eating|drink|drank|breakfast|lunch|dinner|supper|snacks?|food|meals?|nothing)\b"
)
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
    plain = clean(text)
    denials = denials_in(plain.text)
    pieces = _without_denied(cut(plain.text, lexicon=lexicon, now=now), denials)
    paired = Pairing(plain.text, lexicon).pair(pieces)
    timeline = _Timeline(pieces, denials)
    items, drinks, doubtful = _sorted_out(paired.mentions, lexicon, plain, timeline)
    reading = MealReading(
        items=tuple(items[:MOST_ITEMS]),
        drinks=tuple(drinks[:MOST_ITEMS]),
        unknown=tuple(dict.fromkeys([*_unknown(pieces, plain), *doubtful]))[:MOST_UNKNOWN],
        again=_again(paired, plain),
        is_cut=plain.is_cut,
    )
    return _with_whole(reading, timeline, denials, plain.text)


def _sorted_out(
    mentions: Sequence[Mention], lexicon: MealLexicon, plain: CleanText, timeline: _Timeline
) -> tuple[list[ItemDraft], list[DrinkDraft], list[str]]:
    """Return items, drinks, and quotes of what is too doubtful or too much to be either."""
    items: list[ItemDraft] = []
    drinks: list[DrinkDraft] = []
    doubtful: list[str] = []
    for mention in mentions:
        if isinstance(mention.food, Water):
            drink = _drink(mention, lexicon, plain, timeline)
            if drink.volume_ml.mid > MOST_GRAMS:
                doubtful.append(drink.words)
            else:
                drinks.append(drink)
            continue
        item = _item(mention, mention.food, lexicon, plain, timeline)
        if item.grams.mid > MOST_GRAMS:
            doubtful.append(item.words)
        elif item.confidence < LEAST_CONFIDENCE:
            doubtful.append(item.name)
        else:
            items.append(item)
    return items, drinks, doubtful


def _without_denied(pieces: Sequence[Piece], denials: Sequence[Denial]) -> list[Piece]:
    """Leave out what was denied: foods and amounts of a meal not eaten, an ingredient left out."""
    return [piece for piece in pieces if isinstance(piece, Timed | Word) or not _is_denied(piece, denials)]


def _is_denied(piece: Piece, denials: Sequence[Denial]) -> bool:
    return any(denial.covers(piece.start, piece.end) or denial.start <= piece.start < denial.end for denial in denials)


def _item(mention: Mention, food: Food, lexicon: MealLexicon, plain: CleanText, timeline: _Timeline) -> ItemDraft:
    chosen, *others = food.candidates
    weight = weigh(mention.told, facts=lexicon.facts(chosen.food), generic=lexicon.generic)
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
    for piece in pieces:
        if isinstance(piece, Word):
            is_aside = piece.role is Role.ASIDE or (is_aside and piece.role is Role.FILLER)
        elif isinstance(piece, Unknown):
            if not is_aside:
                quotes.append(plain.quote(piece.start, piece.end)[:LONGEST_QUOTE])
        elif not isinstance(piece, Amount):
            is_aside = False
    return tuple(dict.fromkeys(filter(None, quotes)))[:MOST_UNKNOWN]


class _Timeline:
    """Tell for each place in a sentence which of the times told holds there."""

    def __init__(self, pieces: Sequence[Piece], denials: Sequence[Denial]) -> None:
        """Take all pieces; times inside a meal that was denied hold for nothing else."""
        undone = [denial for denial in denials if denial.kind is DenialKind.NOT_DONE]
        times = [piece for piece in pieces if isinstance(piece, Timed)]
        kept = [piece for piece in times if not any(denial.covers(piece.start, piece.end) for denial in undone)]
        foods = [piece.start for piece in pieces if isinstance(piece, Food | Water)]
        self.denied = _whens([piece for piece in times if piece not in kept])
        self._whens = list(zip([piece.start for piece in kept], _whens(kept), strict=True))
        # "Eggs for breakfast, noodles for lunch": the times follow their foods.
        self._follows = bool(kept and foods and foods[0] < kept[0].start)

    def at(self, start: int) -> When:
        """Return the time that holds for what begins at `start`."""
        if not self._whens:
            return When()
        if self._follows:
            later = [when for begin, when in self._whens if begin >= start]
            return later[0] if later else self._whens[-1][1]
        earlier = [when for begin, when in self._whens if begin <= start]
        return earlier[-1] if earlier else self._whens[0][1]

    def first(self) -> When:
        """Return the time told first, or an empty one."""
        return self._whens[0][1] if self._whens else When()


def _whens(times: Sequence[Timed]) -> list[When]:
    """Turn moments to times of meals; the day stays until another is named, the clock until another meal is."""
    whens: list[When] = []
    latest = When()
    for piece in times:
        moment = piece.moment
        clock = moment.clock or (None if moment.meal else latest.clock)
        offset = latest.day_offset if moment.day_offset is None else moment.day_offset
        latest = When(moment.meal or latest.slot, offset, clock)
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
