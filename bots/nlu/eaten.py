"""Questions how much of one food was eaten, or whether it was: "how many eggs did I eat", 我今天喝咖啡了吗; pure."""

from __future__ import annotations

import re

from bots.nlu.courtesy import ENDING
from bots.nlu.spans import without_days

_LONGEST = 60
_I = r"(?:请问|我|\s)*(?:一共|总共|总计|到现在|目前|都|大概|\s)*"
_HOW_MANY = (
    r"(?:多少|几)(?:个|只|碗|杯|片|块|份|根|瓶|罐|勺|次|顿|盘|克|毫升|公?斤|两|粒|颗|串|条|听|盒|袋|包|支|口)?(?:的)?"
)
_OF = r"(?:(?:cups?|glass(?:es)?|slices?|bowls?|pieces?|cans?|bottles?|grams|servings?|portions?|plates?) of )?"
_HAD = r"(?:have|had|eaten|eat|ate|drink|drunk|drank|consumed?)"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_I}(?:吃|喝)(?:了|过)?{_HOW_MANY}(?P<food>[^\s,]+?)[了呢啊呀]*",
        rf"{_I}(?P<food>[^\s,我吃喝]+?){_I}(?:吃|喝)(?:了|过){_HOW_MANY}[呢啊呀]*",
        rf"{_I}(?:有没有|有无)(?:吃|喝)(?:了|过)?(?P<food>[^\s,]+?)[了呢啊吗]*",
        rf"{_I}(?:吃|喝)(?:了|过)(?P<food>[^\s,]+?)(?:吗|么|没有?)",
        rf"{_I}(?:吃|喝)(?:过)?(?P<food>[^\s,]+?)了(?:吗|么|没有?)",
        rf"how (?:many|much) {_OF}(?P<food>[a-z' -]+?) (?:did|have|had) i {_HAD}(?: so far| in total| already)*",
        rf"(?:did|have) i {_HAD} (?:any |some |an? )?(?P<food>[a-z' -]+?)(?: so far| already| yet)*",
    )
)
# 吃了几个饺子 without any sign of asking tells that there were a few.
_FEW = re.compile(r"几")
_ASKING = re.compile(r"[?？]|一共|总共|总计|[了呢]$|(?:吗|么|没有?)$")
_NO_FOOD = re.compile(
    r"什么?|啥|东西|^[早中午晚]?[饭餐]$|\b(?:enough|too|much|many|anything|something|breakfast|lunch|dinner|food|meals?)\b"
)


def food_counted(plain: str) -> str:
    """Return the food of which a cleaned text asks how much was eaten, in its words; empty for any other text."""
    if len(plain) > _LONGEST:
        return ""
    text = re.sub(r"\s+", " ", without_days(plain)).strip(ENDING)
    if _FEW.search(text) and not _ASKING.search(plain.strip()):
        return ""
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    food = found["food"].strip() if found else ""
    return "" if _NO_FOOD.search(food) else food
