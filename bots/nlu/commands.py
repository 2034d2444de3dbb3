"""Which command a message is, if any: the whole message first, then a command with its argument."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bots.nlu.amounts import is_amount
from bots.nlu.courtesy import ENDING, bare
from bots.nlu.eaten import food_counted
from bots.nlu.keywords import KEYWORDS, Intent
from bots.nlu.missing import asks_what_is_missing
from bots.nlu.naming import asks_for_name, forgets_name, name_refused, name_told
from bots.nlu.nutrients import nutrient_asked
from bots.nlu.own_data import own_data_asked
from bots.nlu.own_foods import name_to_forget, teaching_in
from bots.nlu.purines import asks_for_purines
from bots.nlu.requests import (
    asks_for_day,
    asks_for_help,
    asks_for_maker,
    asks_for_rest,
    asks_for_week,
    asks_how,
    asks_to_redo,
    asks_to_undo,
    asks_to_undo_all,
    asks_whether_program,
    asks_who,
    steps_to_undo,
    tells_no_food,
)
from bots.nlu.spending import asks_for_expenditure
from bots.nlu.suggesting import asks_for_suggestion
from bots.nlu.unlogged import asks_not_to_log
from bots.nlu.variety import asks_how_many_kinds

_WORDS: dict[str, tuple[Intent, str]] = {
    word.replace("_", " "): meant for meant, words in KEYWORDS.items() for word in words.split()
}
_AGAIN = re.compile(r"(?:再|又)(?:来|吃|喝|加|要)?了?(?P<amount>.+)|(?P<more>.+?)\s+(?:more|again)")
_FORCED = re.compile(r"(?:记一下|记录|记|log)(?:\s+|:\s*)(?P<words>.+)", re.DOTALL)
_REQUESTS: tuple[tuple[Callable[[str], bool], tuple[Intent, str]], ...] = (
    (asks_to_undo, (Intent.UNDO, "")),
    (asks_to_undo_all, (Intent.UNDO_ALL, "")),
    (asks_to_redo, (Intent.REDO, "")),
    (asks_how_many_kinds, (Intent.VARIETY, "")),
    (asks_for_purines, (Intent.PURINES, "")),
    (asks_for_day, (Intent.DAY, "")),
    (asks_what_is_missing, (Intent.MISSING, "")),
    (asks_for_rest, (Intent.REST, "")),
    (asks_for_week, (Intent.WEEK, "")),
    (asks_for_suggestion, (Intent.SUGGEST, "")),
    (asks_for_help, (Intent.HELP, "")),
    (asks_who, (Intent.HELP, "who")),
    (asks_whether_program, (Intent.HELP, "program")),
    (asks_for_maker, (Intent.HELP, "maker")),
    (tells_no_food, (Intent.EXAMPLE, "meal")),
)
_QUOTED = re.compile(r"[\"'「『](?P<words>.+)[\"'」』]", re.DOTALL)


@dataclass(frozen=True)
class Command:
    """Hold a command: its intent, and its topic or words."""

    intent: Intent
    argument: str = ""


def command_of(plain: str) -> Command | None:
    """Return the command that a cleaned text is, or None when it is to be read as words.

    The whole text is looked up before any command with an argument, so that 撤回同意 is not 撤回.
    """
    text = plain.strip()
    whole = _WORDS.get(text.rstrip(ENDING).strip() or text[:1])
    if whole is not None:
        return Command(*whole)
    if asks_not_to_log(text):
        return Command(Intent.NOT_LOGGED)
    return (
        _of_name(text.rstrip(ENDING))
        or _of_own_food(text)
        or _forced(text)
        or _request(text, bare(text)[0])
        or _again(text)
    )


def _of_name(text: str) -> Command | None:
    if name := name_told(text):
        return Command(Intent.NAME, name)
    if asks_for_name(text):
        return Command(Intent.NAME_ASKED)
    if forgets_name(text):
        return Command(Intent.NAME_FORGOTTEN)
    refused = name_refused(text)
    return Command(Intent.NAME_FORGOTTEN, refused) if refused else None


def _of_own_food(text: str) -> Command | None:
    if teaching_in(text):
        return Command(Intent.TEACH)
    name = name_to_forget(text)
    return Command(Intent.FORGET, name) if name else None


def _forced(text: str) -> Command | None:
    found = _FORCED.fullmatch(text) or _QUOTED.fullmatch(text)
    return Command(Intent.FOOD, found["words"].strip()) if found else None


def _request(said: str, text: str) -> Command | None:
    """Read a request that is a whole sentence, as said and without what was said out of politeness."""
    if how := asks_how(text):
        return Command(Intent.EXAMPLE, how)
    if steps := steps_to_undo(text):
        return Command(Intent.UNDO, str(steps))
    if tagname := nutrient_asked(text):
        return Command(Intent.NUTRIENT, tagname)
    return _of_own_data(said, text) or _of_whole(said, text)


def _of_own_data(said: str, text: str) -> Command | None:
    """Read a question about the person; what a day takes is asked before what sport took."""
    if asks_for_expenditure(text):
        return Command(Intent.EXPENDITURE)
    # Without its 吗 or its question mark a question may be no question any more.
    topic = own_data_asked(said) or own_data_asked(text)
    return Command(Intent.OWN_DATA, topic) if topic else None


def _of_whole(said: str, text: str) -> Command | None:
    meant = next((meant for asks, meant in _REQUESTS if asks(text)), None)
    if meant is None and (food := food_counted(said) or food_counted(text)):
        return Command(Intent.EATEN, food)
    return Command(*meant) if meant else None


def _again(text: str) -> Command | None:
    found = _AGAIN.fullmatch(text.rstrip(ENDING))
    amount = (found["amount"] or found["more"]).strip() if found else ""
    return Command(Intent.AGAIN, amount) if is_amount(amount) else None
