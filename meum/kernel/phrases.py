"""The sentences people read, in every language, by key; each app registers its own table once."""

from __future__ import annotations

from collections.abc import Mapping

from meum.domain.languages import Lang
from meum.kernel.errors import MeumError

Table = Mapping[str, Mapping[Lang, str]]

_phrases: dict[str, Mapping[Lang, str]] = {}


def register(table: Table) -> None:
    """Add an app's phrases; registering the same table again changes nothing.

    Raises ValueError when a key is taken by another sentence or misses a language.
    """
    for key, texts in table.items():
        if _phrases.get(key, texts) != texts:
            raise ValueError(f"the phrase {key} is registered twice")
        if set(texts) != set(Lang):
            raise ValueError(f"the phrase {key} misses a language")
    _phrases.update(table)


def registered() -> Table:
    """Return every phrase known so far."""
    return dict(_phrases)


def phrase(lang: Lang, key: str, **facts: object) -> str:
    """Return the sentence of `key` in `lang`, its placeholders filled from `facts`.

    Raises KeyError for an unknown key or a missing fact.
    """
    return _phrases[key][lang].format_map(facts)


def as_sentence(error: MeumError, lang: Lang) -> str:
    """Return one chat sentence: what went wrong and what to do next."""
    key = f"error.{error.code}"
    return phrase(lang, key if key in _phrases else "error.unexpected", **error.facts)


register(
    {
        "error.unexpected": {
            Lang.ZH: "这一步没有成功，什么都没有改动。请换个说法，或稍后再试。",
            Lang.EN: "That did not work and nothing was changed. Please say it another way, or try again later.",
        },
        "error.invalid_value": {
            Lang.ZH: "有个数值不对，没有记录。请检查后再发。",
            Lang.EN: "One value is not possible, so nothing was stored. Please check it and send it again.",
        },
        "error.invalid_input": {
            Lang.ZH: "这一行输入看不懂，请对照命令的说明修改。",
            Lang.EN: "This line of input cannot be used. Compare it with the help of the command.",
        },
        "error.invalid_id": {
            Lang.ZH: "这个编号不能用，请换一个新的编号。",
            Lang.EN: "This id cannot be used. Please choose a new one.",
        },
        "error.id_in_use": {
            Lang.ZH: "这个编号已经存了别的内容，请换一个新的编号。",
            Lang.EN: "This id already holds something else. Please choose a new one.",
        },
        "error.not_found": {
            Lang.ZH: "没有找到这一条。",
            Lang.EN: "That is not there.",
        },
        "error.stale": {
            Lang.ZH: "这一条刚刚改过了，请看过最新的再改。",
            Lang.EN: "This was changed in the meantime. Look at the latest version, then change it.",
        },
        "error.conflicting_write": {
            Lang.ZH: "同一时间有另一处改动，请再试一次。",
            Lang.EN: "Another change came at the same moment. Please try again.",
        },
        "error.forbidden": {
            Lang.ZH: "你不能做这个操作。",
            Lang.EN: "You may not do this.",
        },
    }
)
