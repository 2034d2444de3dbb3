"""Find the runs of Latin words in which foods may be named, and what stands between their words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from meum.language.lexicon import stem_of
from meum.language.measures import measure_at
from meum.language.scripts import is_han
from nutrition.reading.lexicon import MealLexicon
from nutrition.reading.matters import COMMON_WORDS
from nutrition.reading.pieces import Amount, Break, Counter, Food, Piece, Sized, Timed, Unknown, Water, Word
from nutrition.reading.words import VOCABULARY, Role

OTHER_MATTER = "…"
"""The link at words of another matter, across which no name goes on."""

WITH_A = "with a"
"""The link before what has an article of its own, and so is more often another food: "congee with a century egg"."""

_SOFT = frozenset({Role.JOINT, Role.FILLER, Role.MANNER, Role.MADE})
_JOINTS = frozenset({Role.JOINT, Role.MADE})
_ADDING = frozenset({"and", "plus", "then", "also", "n"})
_SOFT_BREAKS = frozenset({",", "&"})
_LONGEST = 20
"""Pieces after which a run ends at the next comma, and at twice as many anyhow, so that long lists take linear time."""
_NEXT = re.compile(r" (\w+)")


@dataclass(frozen=True, slots=True)
class Run:
    """Words without an amount, a verb or a time between them, and the amounts that touch the run on either side."""

    text: str
    pieces: tuple[Piece, ...]
    before: Amount | None
    after: Amount | None

    def words(self) -> Iterator[tuple[Piece, str | None]]:
        """Yield each word that may name a food with the link before it: a joint, ",", or None for nothing."""
        link: str | None = None
        for piece in self.pieces:
            word = self.text[piece.start : piece.end].strip()
            if isinstance(piece, Break) or (isinstance(piece, Word) and piece.role in _JOINTS):
                link = word if link in (None, OTHER_MATTER, *_SOFT_BREAKS) else link
            elif isinstance(piece, Word) and piece.role is Role.FILLER:
                link = OTHER_MATTER if is_other_matter(word) else link
            elif isinstance(piece, Amount):
                link = WITH_A if link in ("with", "w") else link
            else:
                yield piece, link
                link = None


def runs_in(text: str, pieces: Sequence[Piece], lexicon: MealLexicon, fences: Collection[int]) -> Iterator[Piece | Run]:
    """Yield the pieces in their order, those that make a run as one; a run ends at a fence."""
    run: list[Piece] = []
    waiting = _with_containers(text, pieces)
    before: Amount | None = None
    for at, piece in enumerate(waiting):
        is_full = len(run) >= _LONGEST and (isinstance(piece, Break) or len(run) >= 2 * _LONGEST)
        if run and (is_full or any(run[-1].end <= fence <= piece.start for fence in fences)):
            yield Run(text, tuple(run), before, None)
            run, before = [], None
        if isinstance(piece, Water) and _is_inside(text, piece, waiting[max(0, at - 1) : at], waiting[at + 1 : at + 2]):
            run.append(piece)
        elif isinstance(piece, Timed) and _is_part_of_name(text, piece, lexicon):
            run.append(Unknown(piece.start, piece.end))
        elif _is_soft(text, piece, lexicon) or (run and _goes_on(text, run, piece)):
            run.append(piece)
        else:
            if run and not _is_between(text, before, run, piece, waiting[at + 1 : at + 2]):
                yield Run(
                    text, tuple(run), before, piece if isinstance(piece, Amount) and not _is_joint(run[-1]) else None
                )
            run = []
            yield piece
            before = piece if isinstance(piece, Amount) else None
    if run:
        yield Run(text, tuple(run), before, None)


def _is_joint(piece: Piece) -> bool:
    """Tell whether a piece parts what stands beside it: the amount of "rice and half an egg" is none of rice."""
    return isinstance(piece, Break) or (isinstance(piece, Word) and piece.role in _JOINTS)


def _is_between(
    text: str, before: Amount | None, run: Sequence[Piece], after: Piece, following: Sequence[Piece]
) -> bool:
    """Tell whether words only dress what is weighed after them: "a soft 26g bagel", not "a banana 120g"."""
    is_article = before is not None and before.quantity.is_article and before.quantity.measure is None
    has_joint = any(map(_is_joint, run))
    names_it = any(
        isinstance(piece, Unknown | Food | Sized) or (isinstance(piece, Word) and piece.role is Role.MANNER)
        for piece in following
        if text[after.end : piece.start] in ("", " ")
    )
    return is_article and isinstance(after, Amount) and names_it and not has_joint


def _with_containers(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Join a count with the container it counts: "two mini microwave bags of popcorn"."""
    done: list[Piece] = []
    for piece in pieces:
        at = next((place for place in range(len(done) - 1, -1, -1) if not isinstance(done[place], Unknown | Word)), -1)
        count = done[at] if at >= 0 else None
        if (
            isinstance(piece, Amount)
            and isinstance(count, Amount)
            and count.quantity.measure is None
            and at < len(done) - 1
            and measure_at(text, piece.start)
            and not any(
                isinstance(each, Word) and each.role not in (Role.MANNER, Role.FILLER) for each in done[at + 1 :]
            )
        ):
            quantity = replace(piece.quantity, amount=count.quantity.amount, start=count.start)
            done[at:] = [Amount(count.start, piece.end, quantity)]
        else:
            done.append(piece)
    return done


def _is_inside(text: str, water: Water, before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Tell whether water stands right beside another Latin word that may be a part of its name: coconut water."""
    return any(
        isinstance(each, Unknown | Food)
        and text[max(0, min(each.end, water.end)) : max(each.start, water.start)] == " "
        and text[each.start].isascii()
        for each in (*before, *after)
    )


def _is_soft(text: str, piece: Piece, lexicon: MealLexicon) -> bool:
    """Tell whether a piece may be a part of a run: a Latin word that is no verb, time or amount."""
    if is_han(text[piece.start]) or not text[piece.start].isalnum():
        return False
    if isinstance(piece, Word):
        return piece.role in _SOFT
    if isinstance(piece, Food) and (piece.key in lexicon.sounds or lexicon.own.get(piece.key)):
        return False
    # biangbiang面 and QQ糖 were found whole.
    if isinstance(piece, Food) and any(map(is_han, piece.key)):
        return False
    return isinstance(piece, Unknown | Food | Sized | Counter)


def _goes_on(text: str, run: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a run goes on over a comma, the article of "on a bun", or a noun that is a verb elsewhere."""
    if isinstance(piece, Break):
        return text[piece.start : piece.end].strip() in _SOFT_BREAKS
    last = next((each for each in reversed(run) if not (isinstance(each, Word) and each.role is Role.FILLER)), None)
    if isinstance(piece, Amount):
        is_article = piece.quantity.is_article and piece.quantity.measure is None
        return is_article and _is_inner_joint(text, last)
    is_drink = isinstance(piece, Word) and text[piece.start : piece.end] in ("drink", "drinks")
    return is_drink and last is run[-1] and not isinstance(last, Break) and not _is_inner_joint(text, last)


def _is_inner_joint(text: str, piece: Piece | None) -> bool:
    is_joint = isinstance(piece, Word) and piece.role in _JOINTS
    return is_joint and piece is not None and text[piece.start : piece.end] not in _ADDING


def _is_part_of_name(text: str, piece: Timed, lexicon: MealLexicon) -> bool:
    """Tell whether a meal word belongs to a food: a breakfast tart, corn snacks."""
    before = text[: piece.start].rstrip().rsplit(" ", 1)[-1] if text[piece.start - 1 : piece.start] == " " else ""
    after = _NEXT.match(text, piece.end)
    word = text[piece.start : piece.end]
    pairs = {f"{before} {word}", f"{word} {after[1]}" if after else ""}
    return bool(pairs & lexicon.phrases.meal_pairs)


def is_other_matter(word: str) -> bool:
    """Tell whether a word is one of everyday life that names no food: dentist, meeting."""
    return stem_of(word) in COMMON_WORDS and VOCABULARY.get(word) is None
