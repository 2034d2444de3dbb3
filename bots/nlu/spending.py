"""The question how much energy a person spends or needs: 我一天消耗多少, 基础代谢, "what is my TDEE"; pure."""

from __future__ import annotations

import re

from bots.nlu.courtesy import ENDING

_LONGEST = 80
_DAILY_ZH = r"(?:每天|每日|一天|一日|平时|日常|平常|全天)"
_ENERGY_ZH = r"(?:的?(?:热量|能量|卡路里|千卡|大卡|卡))?"
_MUCH_ZH = r"(?:大概|大约|约)?(?:是|要|有)?(?:多少|几)"
_ASKED = re.compile(
    r"(?:请问|想知道|告诉我|看看|查)?(?:我|我的)?(?:"
    rf"(?:身体)?{_DAILY_ZH}(?:的|会|要|能)?(?:总)?(?:消耗|代谢|燃烧){_ENERGY_ZH}(?:{_MUCH_ZH}{_ENERGY_ZH})?|"
    rf"(?:日常|每日|总|身体)(?:的)?(?:热量|能量)?(?:消耗|代谢)(?:量)?(?:{_MUCH_ZH})?|"
    rf"(?:每日)?总消耗(?:{_MUCH_ZH})?|(?:基础|静息)代谢(?:率)?(?:{_MUCH_ZH})?|"
    rf"{_DAILY_ZH}(?:应该|应|该|可以|能|需要|要)(?:吃|摄入)?(?:多少|几){_ENERGY_ZH}(?:才(?:能)?[减变不]?[肥瘦胖重])?|"
    rf"(?:的)?(?:热量|能量|卡路里)?(?:目标|需求)(?:热量)?{_MUCH_ZH}{_ENERGY_ZH}"
    r")(?:呢|啊|呀)?|"
    r"(?:so |and )?(?:what(?:'s| is| are)|show me|tell me)? ?(?:my |the )?(?:"
    r"tdee|bmr|maintenance(?: (?:calories|level|intake))?|(?:daily |total |energy )?(?:energy |calorie )?expenditure|"
    r"(?:resting|basal) (?:metabolic rate|metabolism)|metabolism|(?:daily )?(?:calorie|energy) "
    r"(?:goal|target|needs?|budget)|daily calories)|"
    r"how (?:many calories|much energy|many kcal|much) (?:do|should|can|must) i (?:burn|spend|need|use|eat|have|get)"
    r"(?: (?:up|to eat))?(?: (?:a|per|each|every|in a) day| daily)|"
    r"how (?:many calories|much energy|many kcal) (?:do|should|can) i (?:need|eat)(?: to (?:lose|gain|keep|maintain)"
    r"(?: my)?(?: weight)?)?",
    re.IGNORECASE,
)


def asks_for_expenditure(plain: str) -> bool:
    """Tell whether a cleaned text asks what is spent or needed in a day; what sport took today is another question."""
    text = plain.strip().strip(ENDING)
    return len(text) <= _LONGEST and _ASKED.fullmatch(text) is not None
