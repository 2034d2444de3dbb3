"""What the entries of a channel's menu say: a click is as if its words were typed.

Keys have a version, as the menu of a version before stays on people's phones for a day and more: a key keeps its
meaning for ever, and an entry that means something else gets another key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bots.dialogue.messages import Event, Incoming
from meum.domain.languages import Lang

SAYS: Mapping[str, Mapping[Lang, str]] = {
    "m1.today": {Lang.ZH: "今天", Lang.EN: "today"},
    "m1.yesterday": {Lang.ZH: "昨天", Lang.EN: "yesterday"},
    "m1.week": {Lang.ZH: "本周", Lang.EN: "this week"},
    "m1.undo": {Lang.ZH: "撤销", Lang.EN: "undo"},
    "m1.result": {Lang.ZH: "结果", Lang.EN: "result"},
    "m1.goal": {Lang.ZH: "目标", Lang.EN: "goal"},
    "m1.suggest": {Lang.ZH: "吃什么", Lang.EN: "what to eat"},
    "m1.list": {Lang.ZH: "购物清单", Lang.EN: "shopping list"},
    "m1.privacy": {Lang.ZH: "隐私", Lang.EN: "privacy"},
    "m1.help": {Lang.ZH: "帮助", Lang.EN: "help"},
}


def as_said(incoming: Incoming, *, lang: Lang) -> Incoming:
    """Return a click as the words its entry stands for, an unknown one as the call for help; the rest as it is."""
    if incoming.event is not Event.CLICKED:
        return incoming
    says = SAYS.get(incoming.argument, SAYS["m1.help"])
    return replace(incoming, event=None, argument="", text=says[lang])
