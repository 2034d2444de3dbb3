"""Which command a message is, if any: the whole message first, then a command with its argument."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bots.nlu.keywords import KEYWORDS, Intent
from meum.language.quantities import quantity_at

_WORDS: dict[str, tuple[Intent, str]] = {
    word.replace("_", " "): meant for meant, words in KEYWORDS.items() for word in words.split()
}
_ENDING = " 。!?~.,、,;:…"
_DIGITS = "一二三四五六七八九"
_CORRECT = re.compile(
    r"(?:改成|改为|改|修改|更正|change|edit|correct)\s*"
    r"(?:(?:第|item|no\.?|#)?\s*(?P<number>[1-9一二三四五六七八九])(?:个|项|号|样)?(?:\s+(?:to\s+|成\s*|为\s*)?|成|为|:))?"
    r"(?:to\s+|成|为)?\s*(?P<amount>.+)"
)
_REMOVE = re.compile(
    r"(?:删除|删掉|删|delete|remove)\s*(?:第|item|no\.?|#)?\s*(?P<number>[1-9一二三四五六七八九])(?:个|项|号|样)?"
)
_AGAIN = re.compile(r"(?:再|又)(?:来|吃|喝|加|要)?了?(?P<amount>.+)|(?P<more>.+?)\s+(?:more|again)")
_WATER = re.compile(r"(?:喝了?水|水|water|drank|drink)\s*:?\s*(?P<ml>[1-9]\d{1,4})")
_FORCED = re.compile(r"(?:记一下|记录|记|log)(?:\s+|:\s*)(?P<words>.+)", re.DOTALL)
_QUOTED = re.compile(r"[\"'「『](?P<words>.+)[\"'」』]", re.DOTALL)


@dataclass(frozen=True)
class Command:
    """Hold a command: its intent, its topic or words, and the number of the item it is about (0: none named)."""

    intent: Intent
    argument: str = ""
    number: int = 0


def command_of(plain: str) -> Command | None:
    """Return the command that a cleaned text is, or None when it is to be read as words.

    The whole text is looked up before any command with an argument, so that 撤回同意 is not 撤回.
    """
    text = plain.strip()
    whole = _WORDS.get(text.rstrip(_ENDING).strip() or text[:1])
    if whole is not None:
        return Command(*whole)
    return _forced(text) or _correction(text) or _removal(text) or _again(text) or _water(text)


def _forced(text: str) -> Command | None:
    found = _FORCED.fullmatch(text) or _QUOTED.fullmatch(text)
    return Command(Intent.FOOD, found["words"].strip()) if found else None


def _correction(text: str) -> Command | None:
    found = _CORRECT.fullmatch(text.rstrip(_ENDING))
    amount = found["amount"].strip() if found else ""
    if found is None or not is_amount(amount):
        return None
    return Command(Intent.CORRECT, amount, number_of(found["number"]))


def _removal(text: str) -> Command | None:
    found = _REMOVE.fullmatch(text.rstrip(_ENDING))
    return Command(Intent.REMOVE, number=number_of(found["number"])) if found else None


def _again(text: str) -> Command | None:
    found = _AGAIN.fullmatch(text.rstrip(_ENDING))
    amount = (found["amount"] or found["more"]).strip() if found else ""
    return Command(Intent.AGAIN, amount) if is_amount(amount) else None


def _water(text: str) -> Command | None:
    """Read a bare number after the word for water as millilitres."""
    found = _WATER.fullmatch(text.rstrip(_ENDING))
    return Command(Intent.FOOD, f"喝水{found['ml']}ml") if found else None


def is_amount(words: str) -> bool:
    """Tell whether the words are one quantity and nothing else: 150克, 两碗, "2 cups"."""
    quantity = quantity_at(words, 0) if words else None
    return quantity is not None and not words[quantity.end :].strip()


def number_of(digit: str | None) -> int:
    """Return the value of one Arabic or Chinese digit, 0 for None."""
    if not digit:
        return 0
    return _DIGITS.index(digit) + 1 if digit in _DIGITS else int(digit)
