"""Breaking running text into lines, Chinese and Latin mixed; pure."""

from __future__ import annotations

import re
from collections.abc import Callable

# One thing that no line breaks: a Latin word or number, or one Han character, with the opening signs before it and the
# closing signs behind it, which begin no line (GB/T 15834-2011, 5.1), and a number with the unit behind it.
_ATOM = re.compile(
    r"(?:[（《「“‘(]|约\s?)*(?:\d[\d.,–-]*\s?(?:千卡|毫克|微克|克|公斤|天|%|kcal|mg|µg|g|kg)|[A-Za-z0-9.,'%µα/+–-]+|\S)"
    r"[，。、；：！？）》」”’…,.;:!?)%]*\s*"
)


def wrapped(text: str, *, fits: Callable[[str], bool]) -> list[str]:
    """Return a text in lines that fit; an atom too wide for any line has one to itself."""
    lines: list[str] = []
    line = ""
    for atom in _ATOM.findall(text):
        if line and not fits((line + atom).rstrip()):
            lines.append(line.rstrip())
            line = ""
        line += atom
    return [*lines, line.rstrip()] if line else lines
