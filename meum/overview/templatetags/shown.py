"""How figures and times are written on the pages of the overview."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.template.defaultfilters import capfirst, floatformat
from django.utils.formats import date_format, number_format

from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.kernel.language import active_language
from meum.kernel.phrases import phrase
from meum.language.measure_names import measure_name
from meum.people.models import Person
from nutrition.queries import ItemSummary

register = template.Library()
_LONG_DAY = {Lang.ZH: "Y年n月j日", Lang.EN: "j M Y"}


@register.filter
def middle(amount: Interval, digits: int = 0) -> str:
    """Write the best single figure of an estimate."""
    return _rounded(amount.mid, digits)


@register.filter
def span(amount: Interval, digits: int = 0) -> str:
    """Write low and high of an estimate; nothing when it is known exactly or both read the same."""
    low, high = _rounded(amount.low, digits), _rounded(amount.high, digits)
    return "" if low == high else f"{low}–{high}"


def _rounded(value: float, digits: int) -> str:
    # `number_format` alone would cut the rest off: 15.8 would read 15.
    return number_format(round(value, digits), digits)


@register.filter
def told(item: ItemSummary) -> str:
    """Write how much was told, such as 2 slices; nothing where it was told in grams or not at all."""
    if item.quantity is None or item.measure == "g":
        return ""
    number, lang = floatformat(item.quantity), active_language()
    measure = measure_name(item.measure, quantity=item.quantity, lang=lang)
    return f"{number} {measure}" if measure else f"× {number}"


@register.filter
def short_day(day: date) -> str:
    """Write month and day without leading zeros."""
    return date_format(day, "n月j日" if active_language() is Lang.ZH else "j M")


@register.filter(expects_localtime=True)
def long_day(day: date) -> str:
    """Write a day with its year."""
    return date_format(day, _LONG_DAY[active_language()])


@register.filter(expects_localtime=True)
def long_moment(at: datetime) -> str:
    """Write a day with its year and the time, by the clock of whoever reads the page."""
    return date_format(at, f"{_LONG_DAY[active_language()]} H:i")


@register.filter
def initial(person: Person) -> str:
    """Write the first letter of how somebody is called."""
    return str(person)[:1].upper()


@register.filter
def wall_clock(at: datetime, person: Person) -> str:
    """Write the time of day as the person's own clock showed it."""
    return person.clock.local(at).strftime("%H:%M")


@register.filter
def hours(minutes: float) -> str:
    """Write minutes as hours and minutes."""
    whole = round(minutes)
    return f"{whole // 60}:{whole % 60:02d}"


@register.simple_tag
def say(table: str, key: str) -> str:
    """Write a phrase such as `slot.lunch` in the language of the page."""
    return phrase(active_language(), f"{table}.{key}")


@register.simple_tag
def name_of(thing: object, lang: object) -> str:
    """Write the name of a food, a measure or an activity in a language, as it begins a line."""
    return str(capfirst(thing.name(lang)))  # type: ignore[attr-defined]  # whatever has a name in both languages has this method
