"""Every sentence stands in both languages with the same facts."""

import string

import pytest

from meum.domain.languages import Lang
from meum.kernel.errors import Conflict, Invalid
from meum.kernel.phrases import as_sentence, phrase, register, registered


def facts(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("key", sorted(registered()))
def test_both_languages_tell_the_same_facts(key: str) -> None:
    texts = registered()[key]

    assert facts(texts[Lang.ZH]) == facts(texts[Lang.EN])


def test_facts_fill_the_sentence() -> None:
    error = Invalid("impossible_grams", "too heavy", most=5000)

    assert "5000" in as_sentence(error, Lang.ZH)


def test_an_error_without_a_sentence_of_its_own_gets_the_general_one() -> None:
    assert as_sentence(Conflict("never_heard_of", "x"), Lang.EN) == phrase(Lang.EN, "error.unexpected")


def test_a_key_has_one_sentence() -> None:
    with pytest.raises(ValueError, match="twice"):
        register({"error.unexpected": {Lang.ZH: "别的", Lang.EN: "other"}})
    with pytest.raises(ValueError, match="misses a language"):
        register({"only.zh": {Lang.ZH: "只有中文"}})
