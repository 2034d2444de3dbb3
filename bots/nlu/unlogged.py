"""Whether somebody asks that nothing of a message be logged: 别记，我吃了蛋糕, "don't log this: …"; pure."""

from __future__ import annotations

import re

_POLITE = r"(?:请|这(?:个|条|句|次)|以下|下面(?:这个|这句)?|先|都|就|也|\s)*"
_LEFT_OUT = (
    r"(?:不要|不用|不需要|别|勿|先别|不)(?:帮我|给我)?(?:记录?|登记|存|保存)"
    r"(?:这个|这条|这句|下来|进去|了|上|啊|哦|吧|它)*"
)
_POLITE_EN = r"(?:please |pls |but |and |so |hey |ok )*"
_LEFT_OUT_EN = (
    r"(?:(?:do not|don'?t|dont|never|no need to)(?: please)? (?:log|record|track|save|store|note|count|write down|add)"
    r"(?: (?:this|that|it|them|anything|the following|down|in|yet|now|please|for me))*|off the record)"
)
_FORMS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"{_POLITE}{_LEFT_OUT}(?:[\s,:;。.!].*|$)",
        rf".*[\s,:;。.!(]{_POLITE}{_LEFT_OUT}[)。.!~\s]*",
        rf"{_POLITE_EN}{_LEFT_OUT_EN}(?:\s*[,:;.!-].*|\s+(?:but |as |because )?(?:i|my|just|we)\b.*|$)",
        rf".*[\s,:;.!(-]{_POLITE_EN}{_LEFT_OUT_EN}[).!\s]*",
    )
)
# 删掉苹果，别记 asks for something beside it.
_CHANGES = re.compile(r"删|去掉|撤销|改成|\b(?:delete|remove|undo|change)\b")


def asks_not_to_log(plain: str) -> bool:
    """Tell whether a cleaned text asks that nothing of it be logged; what else it tells is then for nobody."""
    return not _CHANGES.search(plain) and any(form.fullmatch(plain.strip()) for form in _FORMS)
