"""The question for the purines of a day: 今天嘌呤多少, "purines today"; pure."""

from __future__ import annotations

import re

from bots.nlu.spans import without_days

_LONGEST = 60
_ASKED = re.compile(
    r"(?:我|的|吃|摄入|摄取|了|有)*(?:多少)?嘌呤(?:的?(?:量|摄入))?(?:是|有)?(?:多少|高不高|高|多不多|怎么样|如何)?|"
    r"(?:(?:how (?:much|many)|what are) )?(?:my )?purines?(?: (?:did|have) i (?:eat|eaten|had|have))?"
)
_BLANK = re.compile(r"(?<=[^\x00-\x7f])\s|\s(?=[^\x00-\x7f])")
_ENDING = re.compile(r"(?:吗|呢|呀|啊|please|so far|[\s?？。.!！,，~])+$")


def asks_for_purines(text: str) -> bool:
    """Tell whether a cleaned text asks how much purine a day has; the day that it names does not matter."""
    if len(text) > _LONGEST:
        return False
    rest = _BLANK.sub("", re.sub(r"\s+", " ", without_days(text))).strip()
    return _ASKED.fullmatch(_ENDING.sub("", rest).strip(" ,，")) is not None
