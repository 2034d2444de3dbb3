"""To keep a meal under a name, to see what is kept, to forget it: 把这顿记成老样子, "save as gym breakfast"; pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bots.nlu.courtesy import ENDING
from bots.nlu.repeats import USUAL
from bots.nlu.whens import NEVER, When, only_when
from meum.language.times import MealSlot, moments_in

_LONGEST = 200
_MOST_NAME_LETTERS = 40
_USUAL_NAME = r"老样子|老规矩|usual(?: (?:breakfast|lunch|dinner|supper|snack))?"
_POLITE = r"(?:请|帮我|麻烦|please|can you|could you|\s)*+"
_IS = r"(?:就是|就算是?|指的是|是指|等于|\s*[=:]|是| is\b| means\b)\s*(?P<foods>.+)"
_FROM_NOW_ON = r"(?:从?(?:以后|今后|往后|今以后|现在起)[,\s]*我?说?|from now on,? *)"
_DEFINED = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"{_FROM_NOW_ON}(?:我的|my |the )?(?P<name>[^,。:=]{{1,{_MOST_NAME_LETTERS}}}?){_IS}",
        rf"(?:(?:记住|记下|remember)\s*)?(?:我的|my |the )?(?P<name>\S{{0,4}}?(?:{_USUAL_NAME})){_IS}",
    )
)
_SAVED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_POLITE}(?:把|将)(?P<what>.+?)(?:保存|收藏|存|记|设|定|当)(?:成|为|作|做)(?P<name>.+)",
        rf"{_POLITE}(?P<what>)(?:保存|收藏|存)(?:成|为|作)(?P<name>.+)",
        rf"{_POLITE}(?P<what>)(?:记|设)(?:成|为)(?P<name>(?:我的)?(?:{_USUAL_NAME}))",
        rf"{_POLITE}(?:save|keep|store)(?: (?P<what>.*?))? (?:as|under) (?P<name>.+)",
    )
)
_THIS = re.compile(
    r"(?:刚才|刚刚|刚|上面)?(?:吃?的|记的)?(?:这|那|上)?(?:一)?(?:顿|餐|些|个|次)?(?:饭|的)?|它|"
    r"(?:this|that|it|these|the last|my last|the latest)(?: (?:meal|one|food))?"
)
_LISTING = re.compile(
    r"(?:看看?|查看|显示|列出|我)*(?:常吃的?(?:有哪些|有什么|是什么)?|收藏(?:的|夹)?(?:餐)?|(?:存|保存)(?:的|过的)餐|"
    r"有?哪些老样子|老样子(?:是什么|有哪些|列表))|"
    r"(?:show |list |see |what are )?(?:my |the )?(?:usuals|favou?rites|favou?rite meals|saved meals|usual meals)|"
    r"(?:what's|what is|show)(?: me)? my usual(?: (?:breakfast|lunch|dinner|snack))?"
)
_FORGET = re.compile(
    rf"{_POLITE}(?:忘掉|忘了|忘记|删掉|删除|取消|不要)(?:我的)?(?:存的|保存的)?(?P<zh>.+?)(?:了|吧)?|"
    rf"{_POLITE}(?:forget|delete|remove)(?: (?:my|the))?(?: saved meal)? (?P<en>.+)"
)
_OWN = re.compile(r"^(?:我的|我|my |the |a )\s*")
_QUOTES = "\"'「」『』“”《》 "
# A name tells no day: any time serves to find a meal of the day in it.
_ANY_TIME = datetime(2000, 1, 1, 12, tzinfo=UTC)
_VERB_KEEPS = re.compile(r"保存|收藏|存")


class Keeping(StrEnum):
    """What is to be done with saved meals."""

    SAVE = "save"
    LIST = "list"
    FORGET = "forget"


@dataclass(frozen=True, kw_only=True)
class Keep:
    """Hold a wish about saved meals: the plain `name` and its slot; of one to save the `foods` told or where it stands.

    A `source` without day and meal is the meal logged last.
    """

    keeping: Keeping
    name: str = ""
    slot: MealSlot | None = None
    foods: str = ""
    source: When = NEVER


def keep_of(text: str, *, names: Collection[str], now: datetime) -> Keep | None:
    """Return what a cleaned text wishes about saved meals, None where it wishes nothing of them.

    `names` are the plain names of those that there are; `now` is the person's local date and time.
    """
    text = text.strip(ENDING) if len(text) <= _LONGEST else ""
    if _LISTING.fullmatch(text):
        return Keep(keeping=Keeping.LIST)
    return _defined(text) or _saved(text, now) or _forgotten(text, names)


def plain_name(told: str) -> tuple[str, MealSlot | None]:
    """Return the plain name that words tell, and the meal of the day in it: 早餐老样子, "gym breakfast".

    A name that would be nothing but a meal of the day keeps its 我的 or "my".
    """
    told = told.strip(_QUOTES).strip()
    bare = _OWN.sub("", told).strip(_QUOTES).strip()
    slot = next((moment.slot for moment in moments_in(bare, now=_ANY_TIME) if moment.slot), None)
    if re.search(rf"(?:^|\b)(?:{_USUAL_NAME})$|^.{{0,4}}(?:老样子|老规矩)$", bare):
        return USUAL, slot
    is_slot = only_when(bare, now=_ANY_TIME) is not None
    return (told if is_slot else bare), slot


def _defined(text: str) -> Keep | None:
    for pattern in _DEFINED:
        if found := pattern.fullmatch(text):
            name, slot = plain_name(found["name"])
            if name:
                return Keep(keeping=Keeping.SAVE, name=name, slot=slot, foods=found["foods"])
    return None


def _saved(text: str, now: datetime) -> Keep | None:
    for pattern in _SAVED:
        found = pattern.fullmatch(text)
        if found is None:
            continue
        what = (found["what"] or "").strip()
        source = NEVER if _THIS.fullmatch(what) else only_when(what, now=now)
        name, slot = plain_name(found["name"])
        if source is None or not name or _says_which_meal(text, found["name"], now):
            continue
        return Keep(keeping=Keeping.SAVE, name=name, slot=slot, source=source)
    return None


def _says_which_meal(text: str, name: str, now: datetime) -> bool:
    """Tell whether 记成晚饭 says which meal it was; 存为我的早餐 is a name."""
    return only_when(name.strip(_QUOTES), now=now) is not None and not (
        _VERB_KEEPS.search(text) or (text.isascii() and _OWN.match(name))
    )


def _forgotten(text: str, names: Collection[str]) -> Keep | None:
    found = _FORGET.fullmatch(text)
    if found is None:
        return None
    name, slot = plain_name(found["zh"] or found["en"])
    return Keep(keeping=Keeping.FORGET, name=name, slot=slot) if name == USUAL or name in names else None
