"""Wishes about photos in general: keep them, remember their dishes, learn from them, ask an engine outside; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_ENDING = " 。.!！~?？"


class Use(StrEnum):
    """What photos may be kept or used for."""

    OWN = "keep"
    MEMORY = "remember"
    IMPROVEMENT = "improve"
    OUTSIDE = "outside"


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
    PhotoWish(Use.OUTSIDE): "用外部识别 使用外部识别 开启外部识别 打开外部识别 "
    "use_outside_engine use_the_outside_engine",
    PhotoWish(Use.OUTSIDE, is_off=True): "不用外部识别 停用外部识别 关闭外部识别 别用外部识别 停止外部识别 "
    "stop_outside_engine stop_the_outside_engine do_not_use_the_outside_engine stop_using_the_outside_engine",
}
_KEEP_IN_MIND = r"(?:记住|记得|记下|记一下|记|认识|认得|学会|学会认|学着认)"
_DISHES = (
    r"(?:一下)?我(?:平时|平常|常常|常|经常)?(?:爱)?(?:吃过?)?的?(?:那些)?(?:菜品|菜式|饭菜|菜|餐)(?:的样子|长什么样)?"
)
_MY_DISHES = (
    r"(?:(?:what|how) my (?:usual |own |favou?rite )?(?:dishes|meals|food) looks?(?: like)?|"
    r"my (?:usual |own |favou?rite )?(?:dish(?:es)?|meals|foods?))"
)
_REMEMBERING = re.compile(
    rf"(?:请|麻烦|帮我|帮忙|你|开始)*{_KEEP_IN_MIND}{_DISHES}[吧呀啊]?|"
    rf"(?:please |can you |could you )?(?:start )?(?:remember|learn|memori[sz]e?)(?:ing)? {_MY_DISHES}(?: please)?"
)
_FORGETTING = re.compile(
    rf"(?:请|你)*(?:不|不要|不用|别|停止|取消)(?:再)?{_KEEP_IN_MIND}{_DISHES}[吧了]?|"
    rf"(?:请|你)*(?:忘掉|忘记|忘了|忘)(?:你)?(?:记住的|记得的|记的)?{_DISHES}吧?|"
    rf"(?:please )?(?:do not|don'?t|stop|no longer) (?:remember|learn|memori[sz]e?)(?:ing)? {_MY_DISHES}|"
    # "Forget my meals" may be about what was logged.
    r"(?:please )?forget (?:all )?(?:of )?(?:my (?:own |usual )?dish(?:es)?|how my (?:dishes|meals) look)"
)
_BY_WORDS = {word.replace("_", " "): wish for wish, words in _WORDS.items() for word in words.split()}


def photo_wish(plain: str) -> PhotoWish | None:
    """Return the wish about photos that a cleaned text is, None for any other text."""
    told = plain.strip().rstrip(_ENDING)
    return _BY_WORDS.get(told) or _memory_wish(told)


def _memory_wish(told: str) -> PhotoWish | None:
    if _REMEMBERING.fullmatch(told):
        return PhotoWish(Use.MEMORY)
    return PhotoWish(Use.MEMORY, is_off=True) if _FORGETTING.fullmatch(told) else None
