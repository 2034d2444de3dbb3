"""The words of models and the admin site in Chinese: none is missing, and what is compiled is what is written."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "meum" / "locale" / "zh_Hans" / "LC_MESSAGES"
APPS = ("meum", "fitness", "nutrition", "skincare", "bots")
CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}
TRANSLATE = re.compile(r"""\{% translate "([^"]+)" %\}""")
BLOCK = re.compile(r"\{% blocktranslate[^%]*%\}(.*?)\{% (?:plural|endblocktranslate) %\}", re.DOTALL)
ENTRY = re.compile(
    r'^msgid ((?:".*"\n)+)(?:msgid_plural (?:".*"\n)+)?msgstr(?:\[0\])? ((?:".*"(?:\n|\Z))+)', re.MULTILINE
)


def _joined(quoted: str) -> str:
    return "".join(str(ast.literal_eval(line)) for line in quoted.splitlines())


def written() -> dict[str, str]:
    """Return the entries of the written catalogue."""
    text = (FOLDER / "django.po").read_text(encoding="utf-8")
    return {_joined(key): _joined(words) for key, words in ENTRY.findall(text)}


def compiled() -> gettext.GNUTranslations:
    """Return the catalogue that is read at run time."""
    with (FOLDER / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def _of_code(path: Path) -> Iterator[str]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in CALLS and call.args:
            first = call.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _of_page(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    yield from TRANSLATE.findall(text)
    for words in BLOCK.findall(text):
        yield re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", words.replace("%", "%%"))


def used() -> set[str]:
    """Return every sentence that source and templates mark for translation."""
    code = [path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]
    pages = [path for app in APPS for path in (ROOT / app).rglob("*.html")]
    return {words for path in code for words in _of_code(path)} | {words for path in pages for words in _of_page(path)}


def test_every_sentence_is_there_in_chinese() -> None:
    assert sorted(used() - written().keys()) == []


def test_no_sentence_is_kept_that_nobody_uses() -> None:
    assert sorted(written().keys() - used() - {""}) == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    catalogue = compiled()

    for key, words in written().items():
        assert not key or words in (catalogue.gettext(key), catalogue.ngettext(key, key, 1))


def test_placeholders_are_the_same_in_both() -> None:
    holders = re.compile(r"%\(\w+\)[sd]")

    for key, words in written().items():
        assert sorted(holders.findall(key)) == sorted(holders.findall(words)), key
