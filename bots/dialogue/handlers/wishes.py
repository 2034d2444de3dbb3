"""What somebody must not or does not want to eat: kept, shown, taken back, each by one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import joined
from bots.nlu.wishes import Wish, WishTold, asks_for_wishes, speaks_of_allergy, tells_more, wishes_told
from meum.domain.languages import Lang
from meum.kernel.phrases import phrase
from nutrition import services as nutrition
from nutrition.domain.targets import EXPECTING
from nutrition.models import EatingWishes
from nutrition.queries import told_wishes
from nutrition.suggestions.named import foods_named
from nutrition.suggestions.wishes import parse_wishes

_LISTS = {Wish.ALLERGY: "allergies", Wish.DISLIKE: "dislikes", Wish.CONDITION: "conditions"}
_ONE = {Wish.DIET: "diet", Wish.GOAL: "goal"}
_KNOWN: dict[Wish, Callable[[str], object]] = {
    Wish.ALLERGY: lambda word: parse_wishes(allergens=[word]),
    Wish.DISLIKE: lambda word: foods_named([word]),
}


class WishHandler(Handler):
    """Keep what is told of oneself; say what is not kept, so that nobody relies on it."""

    group = HelpGroup.CHANGE
    help = {
        Lang.ZH: "我对虾过敏；我不吃香菜；目标减重；我的忌口",
        Lang.EN: "I'm allergic to shrimp; I don't eat coriander; goal: lose weight; my allergies",
    }

    def accepts(self, turn: Turn) -> bool:
        """Take what is told or asked of it; a word for no food only where an allergy is spoken of."""
        plain = turn.heard.plain
        if asks_for_wishes(plain) or speaks_of_allergy(plain):
            return True
        # What was eaten beside it goes first: it is not told twice.
        return not turn.heard.has_food and any(_is_known(told) for told in wishes_told(plain))

    def answer(self, turn: Turn) -> Reply:
        """Store it; return what is kept now."""
        if asks_for_wishes(turn.heard.plain):
            return _listed(turn)
        told = wishes_told(turn.heard.plain)
        known = [each for each in told if _is_known(each)]
        unknown = [each.word for each in told if each not in known]
        lines = [*_kept(turn, known)] if known else []
        if unknown:
            lines.append(turn.say("wishes.unknown", words=turn.say("quote", words=joined(turn.lang, unknown))))
        if not told:
            lines.append(turn.say("wishes.not_kept"))
        if tells_more(turn.heard.plain) and known:
            lines.append(turn.say("wishes.rest"))
        return Reply((*lines, turn.say("next.undo")) if known else tuple(lines))


def kept_texts(turn: Turn) -> list[str]:
    """Return what is kept of a person's wishes in words, one each."""
    return [_text(turn, each) for each in _stored(told_wishes(person=turn.person))]


def _listed(turn: Turn) -> Reply:
    kept = kept_texts(turn)
    if not kept:
        return Reply((turn.say("wishes.list.none"),))
    return Reply((turn.say("wishes.list", told=joined(turn.lang, kept)), turn.say("wishes.list.next")))


def _is_known(told: WishTold) -> bool:
    check = _KNOWN.get(told.kind)
    try:
        if check is not None:
            check(told.word)
    except ValueError:
        return False
    return True


def _kept(turn: Turn, told: Sequence[WishTold]) -> Iterator[str]:
    """Store what was told; yield what there is to say of it."""
    kept_before = told_wishes(person=turn.person)
    before = list(_stored(kept_before))
    ended = [each for each in told if each.is_over]
    gone = [was for was in before if any(_ends(each, was) for each in ended)]
    new = [each for each in told if not each.is_over]
    kept = [was for was in before if was not in gone and not any(_replaces(each, was) for each in new)]
    after = kept + new
    nutrition.update_wishes(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        draft=_draft(after),
        # What another door told in between is not written over.
        revision=kept_before.revision,
    )
    if new:
        yield turn.say("wishes.noted", told=joined(turn.lang, [_text(turn, each) for each in new]))
        yield from _effects(turn, {each.kind for each in new})
    if gone:
        yield turn.say("wishes.over", told=joined(turn.lang, [_text(turn, each) for each in gone]))
    elif ended:
        yield turn.say("wishes.not_there", told=joined(turn.lang, [_text(turn, each) for each in ended]))


def _replaces(told: WishTold, was: WishTold) -> bool:
    """Tell whether what is told anew takes the place of what was kept."""
    return told.kind is was.kind and (told.kind in _ONE or _ends(told, was))


def _ends(told: WishTold, was: WishTold) -> bool:
    """Tell whether what is told ends what was kept: the same word, any diet, any stage of a pregnancy."""
    is_stage = told.kind is Wish.CONDITION and {told.word, was.word} <= EXPECTING
    return told.kind is was.kind and (told.word == was.word or told.kind is Wish.DIET or is_stage)


def _effects(turn: Turn, kinds: set[Wish]) -> Iterator[str]:
    if Wish.ALLERGY in kinds:
        yield turn.say("wishes.effect.allergy")
    if Wish.CONDITION in kinds:
        yield turn.say("wishes.effect.condition")
    if not kinds & {Wish.ALLERGY, Wish.CONDITION}:
        yield turn.say("wishes.effect")


def _stored(wishes: EatingWishes) -> Iterator[WishTold]:
    for kind, name in _LISTS.items():
        yield from (WishTold(kind, word) for word in getattr(wishes, name))
    yield from (WishTold(kind, word) for kind, name in _ONE.items() if (word := getattr(wishes, name)))


def _draft(told: Sequence[WishTold]) -> nutrition.WishesDraft:
    lists = {name: [each.word for each in told if each.kind is kind] for kind, name in _LISTS.items()}
    one = {name: next((each.word for each in told if each.kind is kind), "") for kind, name in _ONE.items()}
    return nutrition.WishesDraft(
        allergies=lists["allergies"],
        dislikes=lists["dislikes"],
        conditions=lists["conditions"],
        diet=one["diet"],
        goal=one["goal"],
    )


def _text(turn: Turn, each: WishTold) -> str:
    if each.kind in (Wish.DIET, Wish.CONDITION):
        return phrase(turn.lang, f"{each.kind}.{each.word}")
    word = phrase(turn.lang, f"goal.{each.word}") if each.kind is Wish.GOAL else each.word
    return turn.say(f"wish.{each.kind}", word=word)
