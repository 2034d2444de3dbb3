"""When somebody says to be born: 「1992年3月4日出生」, 「生日 1992-03-04」, "born in March 1992", 「92年的」; pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bots.nlu.ages import AgeTold, age_told
from bots.nlu.courtesy import ENDING

_LONGEST = 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_LEAD = r"(?:我|本人)?(?:的)?(?:是|在|于)?(?:出生(?:日期|年月|于|在)?|生日|生于)?(?:是|为|在)?[:\s]*"
_LEAD_EN = (
    r"(?:(?:i was |i am |i'm |im )?born (?:on|in)?|(?:my )?(?:birthday|birth ?date|date of birth|dob)(?: is|:)?)?[:\s]*"
)
_SAYS_SO = re.compile(r"生|birth|born|dob")
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LEAD}{_YEAR}\s*(?:年|[-./])\s*(?P<month>\d\d?)\s*(?:月|$|(?:月|[-./])\s*(?P<day>\d\d?)\s*[日号]?)"
        r"(?:出?生(?:人|的)?)?(?:的)?",
        rf"{_LEAD_EN}{_YEAR}[-./](?P<month>\d\d?)(?:[-./](?P<day>\d\d?))?",
        rf"{_LEAD_EN}(?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR}",
        rf"{_LEAD_EN}{_MONTH}(?: (?P<day>\d\d?)(?:st|nd|rd|th)?)?,? {_YEAR}",
    )
)
_BARE_YEAR = re.compile(rf"{_YEAR}\s*年?")
_WIDEST = 1
"""An age of more years than these (90后, over 40) tells too little of a birth date."""
_DAYS_A_YEAR = 365.25


def birth_told(plain: str, *, today: date, is_asked: bool = False) -> date | None:
    """Return the date of birth that a cleaned text tells of its writer, the middle of what is left open; or None.

    A date alone, a year alone and a number of years count only where they were asked for.
    """
    text = plain.strip().strip(ENDING).casefold()
    if not 0 < len(text) <= _LONGEST:
        return None
    if found := _found(text):
        return _date(found, today) if is_asked or _SAYS_SO.search(text) else None
    if year := _BARE_YEAR.fullmatch(text):
        return _checked(int(year["year"]), 7, 1, today) if is_asked else None
    age = age_told(text, year=today.year)
    return _of_age(age, today) if age and (is_asked or not age.is_bare) else None


def says_birth(plain: str) -> bool:
    """Tell whether a cleaned text is a month or a day of birth, and says so."""
    text = plain.strip().strip(ENDING).casefold()
    return len(text) <= _LONGEST and _found(text) is not None and bool(_SAYS_SO.search(text))


def _found(text: str) -> re.Match[str] | None:
    return next((match for pattern in _DATES if (match := pattern.fullmatch(text))), None)


def _of_age(age: AgeTold, today: date) -> date | None:
    if age.high - age.low > _WIDEST:
        return None
    # Who is 32 is on average 32 and a half; who was born in a year is within it.
    years = (age.low + age.high + 1) / 2
    return today - timedelta(days=round(years * _DAYS_A_YEAR))


def _date(found: re.Match[str], today: date) -> date | None:
    told = found.groupdict()
    month = _MONTHS.index(told["name"]) + 1 if told.get("name") else int(told["month"])
    return _checked(int(told["year"]), month, int(told["day"] or 15), today)


def _checked(year: int, month: int, day: int, today: date) -> date | None:
    try:
        born = date(year, month, day)
    except ValueError:
        return None
    return born if born <= today else None
