"""What a process that serves searches does not carry."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from nutrition.catalogue.index import IndexedName, NameIndex
from nutrition.reading.spelling import Spelling

assert [hit.food for hit in NameIndex([IndexedName("菠萝", 0, 100, 50)]).search("波萝", limit=1)] == [0]
assert Spelling(["菠萝"], {}).sound_alike("波萝") == "菠萝"
print("pypinyin" in sys.modules)
"""


def test_searching_and_reading_by_sound_do_not_import_pypinyin() -> None:
    told = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"
