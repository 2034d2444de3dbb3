"""Wishes about photos in general: to keep them, to let Meum learn from them, or to end either; pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_ENDING = " 。.!！~?？"


class Use(StrEnum):
    """What photos may be kept for."""

    OWN = "keep"
    IMPROVEMENT = "improve"


@dataclass(frozen=True)
class PhotoWish:
    """Hold a wish: to begin with a use of photos, or to end it."""

    use: Use
    is_off: bool = False


_WORDS = {
    PhotoWish(Use.OWN): "保留照片 保存照片 照片保留 照片留着 留下照片 keep_photos keep_my_photos",
    PhotoWish(Use.OWN, is_off=True): "不保留照片 不要保留照片 删除照片 删掉照片 不保存照片 别保留照片 "
    "do_not_keep_photos don't_keep_photos stop_keeping_photos delete_my_photos delete_photos",
    PhotoWish(Use.IMPROVEMENT): "帮助改进 帮忙改进 帮助改进meum help_to_improve help_improve help_improve_meum",
    PhotoWish(Use.IMPROVEMENT, is_off=True): "不帮助改进 停止帮助改进 不再帮助改进 不帮忙改进 "
    "stop_helping_to_improve stop_helping do_not_help_to_improve",
}
_BY_WORDS = {word.replace("_", " "): wish for wish, words in _WORDS.items() for word in words.split()}


def photo_wish(plain: str) -> PhotoWish | None:
    """Return the wish about photos that a cleaned text is, None for any other text."""
    return _BY_WORDS.get(plain.strip().rstrip(_ENDING))
