"""Writing the table of how signs sound, from pypinyin."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator

from pypinyin import Style, lazy_pinyin

_ROWS = range(0xB0, 0xF8)
_CELLS = range(0xA1, 0xFF)


def _signs() -> Iterator[str]:
    """Yield the Chinese signs of GB 2312, in its order: the common ones by sound, then the rare ones by radical."""
    for row in _ROWS:
        for cell in _CELLS:
            sign = bytes((row, cell)).decode("gb2312", errors="ignore")
            if sign:
                yield sign


def sounds_table() -> str:
    """Return a CSV table of syllables and their signs; ü is written v, as people type it."""
    signs: defaultdict[str, list[str]] = defaultdict(list)
    for sign in _signs():
        signs[lazy_pinyin(sign, style=Style.NORMAL)[0]].append(sign)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["syllable", "signs"])
    writer.writerows((syllable, "".join(own)) for syllable, own in sorted(signs.items()))
    return text.getvalue()
