"""How lines of a reply break on a narrow screen."""

from __future__ import annotations

import re

from django import template

register = template.Library()

_UNIT = re.compile(r"(?<=\d) (?=\w)")
_RANGE = re.compile(r"(?<=\d)–(?=\d)")


@register.filter
def together(line: str) -> str:
    """Return a line in which a number stays with its unit, and the two ends of a range stay together."""
    return _RANGE.sub("\N{WORD JOINER}–\N{WORD JOINER}", _UNIT.sub("\N{NO-BREAK SPACE}", line))
