"""Turn what is left of English into foods: the best way to cut a run of words into phrases that foods are called by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from meum.language.lexicon import Line, stem_of
from meum.language.measures import measure_at, measure_named, size_at
from nutrition.reading.lexicon import Candidate, MealLexicon
from nutrition.reading.ornaments import ORNAMENTS
from nutrition.reading.phrases import PhraseHit, Term, words_of
from nutrition.reading.pieces import Amount, Break, Counter, Food, Piece, Sized, Timed, Unknown, Water, Word
from nutrition.reading.portions import knows_unit
from nutrition.reading.words import COMMON_WORDS, VOCABULARY, Role

LEAST_EXPLAINED = 0.6
_SOFT = frozenset({Role.JOINT, Role.FILLER, Role.MANNER, Role.MADE})
_ADDS = frozenset({"&", "and", "plus", "n", "then", "also", "followed by", "as well as", "along with", "together with"})
_COUNTERS = frozenset(
    {"slice", "piece", "cup", "bowl", "glass", "serving", "bottle", "can", "wedge", "packet", "bag", "container"}
)
SPLIT_ADD, SPLIT_WITH, SPLIT_NONE = 0.4, 1.5, 2.0
ITEM_COST = 0.5


@dataclass(frozen=True, slots=True)
class _Block:
    """Words between two joints; `link` is what stands before them."""

    pieces: tuple[Piece, ...]
    link: str


@dataclass(frozen=True, slots=True)
class _Choice:
    value: float
    hits: tuple[PhraseHit, ...]
    start: int
    end: int


def phrased(line: Line, pieces: Sequence[Piece], lexicon: MealLexicon) -> list[Piece]:
    """Return the pieces with each run of Latin words put as foods, counters, sizes and unknown words."""
    done: list[Piece] = []
    run: list[Piece] = []
    amount: Amount | None = None
    for place, piece in enumerate(pieces):
        if isinstance(piece, Timed) and _is_part_of_name(line.text, piece, lexicon):
            run.append(Unknown(piece.start, piece.end))
            continue
        if (
            run
            and amount is not None
            and amount.quantity.measure is None
            and isinstance(piece, Amount)
            and piece.quantity.measure is not None
            and line.text[piece.start].isascii() and line.text[piece.start].isalpha()
            and measure_at(line.text, piece.start)
            and not any(isinstance(each, Break) or (isinstance(each, Word) and each.role is Role.JOINT) for each in run)
        ):
            # "Two mini microwave bags of popcorn": the words between count and container dress the container.
            done.remove(amount)
            piece = Amount(amount.start, piece.end, replace(piece.quantity, amount=amount.quantity.amount, start=amount.start))
            run = []
        if _is_soft(line.text, piece) or (
            run and (_goes_on(line.text, run, piece) or _is_inner_article(line.text, run, piece))
        ):
            run.append(piece)
            continue
        if run:
            done += _foods_of(line, run, amount, piece if isinstance(piece, Amount) else None, lexicon)
            run = []
        amount = piece if isinstance(piece, Amount) else None
        done.append(piece)
    if run:
        done += _foods_of(line, run, amount, None, lexicon)
    return done


def _is_soft(text: str, piece: Piece) -> bool:
    if not text[piece.start].isascii() and not text[piece.start].isalpha():
        return False
    if "\u3400" <= text[piece.start] <= "\u9fff":
        return False
    if isinstance(piece, Word):
        return piece.role in _SOFT
    return isinstance(piece, Unknown | Food | Sized | Counter)


def _is_part_of_name(text: str, piece: Timed, lexicon: MealLexicon) -> bool:
    """Tell whether a meal word belongs to a food: a breakfast tart, corn snacks."""
    before = text[: piece.start].rstrip().rsplit(" ", 1)[-1] if text[piece.start - 1 : piece.start] == " " else ""
    after = _NEXT.match(text, piece.end)
    words = text[piece.start : piece.end]
    pairs = {f"{before} {words}", f"{words} {after[1]}" if after else ""}
    return bool(pairs & lexicon.phrases.pairs)


_NEXT = re.compile(r" (\w+)")


def _is_inner_article(text: str, run: list[Piece], piece: Piece) -> bool:
    """Tell whether an article stands inside a phrase: on a bun, with a crust."""
    if not (isinstance(piece, Amount) and piece.quantity.is_article and piece.quantity.measure is None):
        return False
    words = [each for each in run if not (isinstance(each, Word) and each.role is Role.FILLER)]
    last = words[-1] if words else None
    return isinstance(last, Word) and last.role in (Role.JOINT, Role.MADE) and text[last.start : last.end] not in _ADDS


def _goes_on(text: str, run: list[Piece], piece: Piece) -> bool:
    """Tell whether a comma or a noun that is a verb elsewhere goes on with the run: a soft drink."""
    if isinstance(piece, Break):
        return text[piece.start : piece.end].strip() in (",", "&")
    is_drink = isinstance(piece, Word) and text[piece.start : piece.end] in ("drink", "drinks")
    return is_drink and not isinstance(run[-1], Break) and not (isinstance(run[-1], Word) and run[-1].role in (Role.FILLER, Role.JOINT))


def _foods_of(
    line: Line, run: list[Piece], before: Amount | None, after: Amount | None, lexicon: MealLexicon
) -> list[Piece]:
    text = line.text
    blocks = list(_blocks(text, run))
    if not blocks:
        return [piece for piece in run if isinstance(piece, Break | Word)]
    extra: list[Piece] = []
    first, last = blocks[0].pieces, blocks[-1].pieces
    sized = size_at(text, first[0].start)
    if sized and len(first) + len(blocks) > 2 and sized[1] <= first[0].end:
        extra.append(Sized(first[0].start, sized[1], sized[0]))
    word = text[blocks[-1].pieces[-1].start : blocks[-1].pieces[-1].end]
    measure = measure_named(word)
    if measure and measure.word in _COUNTERS and len(blocks[-1].pieces) > 1:
        piece = blocks[-1].pieces[-1]
        extra.append(Counter(piece.start, piece.end, measure))
        blocks[-1] = _Block(blocks[-1].pieces[:-1], blocks[-1].link)
    found = [*_best(text, blocks, before or after, lexicon), *extra]
    found = [piece for piece in found if not (isinstance(piece, Sized) and _is_in_name(text, piece, found))]
    joints = [
        piece
        for piece in run
        if isinstance(piece, Break | Amount) or (isinstance(piece, Word) and piece.role in (Role.JOINT, Role.MADE))
        if not any(each.start < piece.end and piece.start < each.end for each in found)
    ]
    return sorted([*_without_renamed(text, found), *joints], key=lambda p: p.start)


def _is_in_name(text: str, sized: Sized, found: list[Piece]) -> bool:
    """Tell whether a size belongs to the name of the food: a medium crust pizza."""
    stems = words_of(text[sized.start : sized.end])
    return any(isinstance(food, Food) and set(stems) & set(food.key.split(" ")) for food in found)


def _without_renamed(text: str, found: list[Piece]) -> list[Piece]:
    """Leave out a food that is told again by its own name: "a cheeseburger, namely a Whopper"."""
    foods = sorted((piece for piece in found if isinstance(piece, Food)), key=lambda p: p.start)
    renamed = {
        id(first)
        for first, second in zip(foods, foods[1:], strict=False)
        if _NAMELY.search(text, first.end, second.start)
    }
    return [piece for piece in found if id(piece) not in renamed]


_NAMELY = re.compile(r"\b(?:specifically|namely)\b")


def _blocks(text: str, run: list[Piece]) -> Iterator[_Block]:
    """Yield the words between joints; filler words are left out."""
    words: list[Piece] = []
    link = ""
    for piece in run:
        if isinstance(piece, Amount):
            continue
        is_joint = isinstance(piece, Break) or (isinstance(piece, Word) and piece.role in (Role.JOINT, Role.MADE))
        if is_joint:
            if words:
                yield _Block(tuple(words), link)
                words = []
                link = ""
            link = text[piece.start : piece.end] if not link else link
        elif isinstance(piece, Word) and piece.role is Role.FILLER:
            if words and _is_other(text[piece.start : piece.end]):
                yield _Block(tuple(words), link)
                words, link = [], "…"
        else:
            if words and "(" in text[words[-1].end : piece.start]:
                yield _Block(tuple(words), link)
                words, link = [], "("
            words.append(piece)
    if words:
        yield _Block(tuple(words), link)


def _best(text: str, blocks: list[_Block], amount: Amount | None, lexicon: MealLexicon) -> list[Piece]:
    """Choose the cuts between words that make the foods fit best."""
    units: list[tuple[Piece, str]] = []
    for block in blocks:
        for at, piece in enumerate(block.pieces):
            units.append((piece, block.link if at == 0 else ""))
    units = units[:24]
    size = len(units)
    starts = {0}
    at = 0
    for block in blocks:
        starts.add(at)
        at += len(block.pieces)
    best: list[tuple[float, int, PhraseHit | None, list[PhraseHit]]] = [(-1e9, 0, None, [])] * (size + 1)
    best[0] = (0.0, 0, None, [])
    whole = _scored(text, units, lexicon, amount)
    good = whole is not None and whole[1].explained > 0.9
    for end in range(1, size + 1):
        if end < size and end not in starts and good:
            continue
        for begin in range(max(0, end - 16), end):
            if begin and begin not in starts and good:
                continue
            if begin == 0 and _is_spooned(amount) and any(link in ("in", "on", "into") for _, link in units[1:end]):
                continue
            if best[begin][0] < -1e8:
                continue
            owns = amount if begin == 0 else None
            told = _scored(text, units[begin:end], lexicon, owns)
            if told is None:
                value, hits = -0.3 * _mass(text, units[begin:end], lexicon) - 0.3, []
            else:
                value, hit, hits = told
            cost = 0.0
            if begin:
                link = units[begin][1]
                cost = _split_cost(link)
            total = best[begin][0] + value - cost
            if total > best[end][0]:
                best[end] = (total, begin, hits[0] if hits else None, hits)
    found: list[Piece] = []
    end = size
    while end > 0:
        _, begin, hit, hits = best[end]
        start, stop = units[begin][0].start, units[end - 1][0].end
        if hit is not None:
            candidates = tuple(Candidate(h.food, max(0.01, h.score) ** 4) for h in hits)
            key = " ".join(sorted(hit.stems))
            found.append(Food(start, stop, candidates, key, min(1.0, 0.3 + 0.7 * hit.explained)))
        elif any(not _is_dress(text, p) for p, _ in units[begin:end]):
            found.append(Unknown(start, stop))
        end = begin
    return found[::-1]


def _is_spooned(amount: Amount | None) -> bool:
    """Tell whether a spoon was told, so that what it is put in is another thing: a spoon of honey in tea."""
    measure = amount.quantity.measure if amount else None
    return measure is not None and measure.word in ("tsp", "tbsp", "茶匙", "汤匙", "勺", "spoon")


def _is_other(word: str) -> bool:
    """Tell whether a word is of another matter, so that no name of a food goes on across it."""
    return stem_of(word) in COMMON_WORDS and VOCABULARY.get(word) is None


def _split_cost(link: str) -> float:
    if link == "…":
        return 0.0
    if not link:
        return SPLIT_NONE
    if link[0] == ",":
        return 0.0
    if link in _ADDS:
        return SPLIT_ADD
    return SPLIT_INSIDE if link in _INSIDE or link[0] == "(" else SPLIT_WITH


_INSIDE = frozenset({"on", "in", "from", "made with", "made from", "made of", "filled with", "over"})
SPLIT_INSIDE = 3.0


def _is_dress(text: str, piece: Piece) -> bool:
    return isinstance(piece, Word | Sized) or text[piece.start : piece.end] in ORNAMENTS


def _stems(words: str, lexicon: MealLexicon) -> list[str]:
    """Return the stems of a word as tables know it, mended where nothing is called so."""
    stems = words_of(words)
    if words in ORNAMENTS or words in COMMON_WORDS:
        return stems
    return [stem if lexicon.phrases.knows(stem) else lexicon.spelling.word(stem) or stem for stem in stems]


def _terms(text: str, units: Sequence[tuple[Piece, str]], lexicon: MealLexicon) -> list[Term]:
    terms: list[Term] = []
    tail = 1.0
    for at, (piece, link) in enumerate(units):
        if at and link and link not in _ADDS:
            tail = 0.5
        words = text[piece.start : piece.end]
        weight = 0.6 if isinstance(piece, Word) else 0.3 if isinstance(piece, Sized) else 1.0
        if words in ORNAMENTS:
            weight = 0.1
        terms += [Term(word, weight * tail) for word in _stems(words, lexicon)]
    return terms


def _is_meant(hit: PhraseHit) -> bool:
    """Tell whether a food is so well named that it may be counted."""
    return hit.explained >= LEAST_EXPLAINED and (hit.head or hit.used > 0.6) and hit.explained + hit.used >= LEAST_FIT


LEAST_FIT = 1.15


def _mass(text: str, units: Sequence[tuple[Piece, str]], lexicon: MealLexicon) -> float:
    """Return how much the words of a phrase say, the same whether they are put in one phrase or in two."""
    terms = [term for unit in units for term in _terms(text, [unit], lexicon)]
    return sum(lexicon.phrases.rarity(term.stem) * term.weight for term in terms)


def _scored(
    text: str, units: Sequence[tuple[Piece, str]], lexicon: MealLexicon, amount: Amount | None
) -> tuple[float, PhraseHit, list[PhraseHit]] | None:
    if all(_is_dress(text, piece) for piece, _ in units):
        return None
    joined = text[units[0][0].start : units[-1][0].end]
    terms = _terms(text, units, lexicon)
    canon = words_of(joined)
    if len(canon) < len(terms):
        # Words that a table puts as one: hot dog, fat free.
        weights = {t.stem: t.weight for t in terms}
        terms = [Term(word, weights.get(word, 1.0)) for word in canon]
    owns = None
    if amount is not None:
        quantity = amount.quantity

        def owns(food: str) -> bool:
            return knows_unit(quantity, lexicon.facts(food))

    hits = lexicon.phrases.find(terms, limit=5, owns=owns)
    if not hits or not _is_meant(hits[0]):
        return None
    mass = _mass(text, units, lexicon)
    return mass * hits[0].score - ITEM_COST, hits[0], hits
