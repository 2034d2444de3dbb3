"""The language of a reply follows the language of the text."""

import pytest

from meum.domain.languages import Lang, language_of, name_in


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("两个鸡蛋", Lang.ZH),
        ("2 eggs", Lang.EN),
        ("一杯 latte", Lang.ZH),
        ("150", Lang.ZH),
        ("🙂", Lang.ZH),
        ("", Lang.ZH),
    ],
)
def test_han_means_chinese_and_latin_words_mean_english(text: str, lang: Lang) -> None:
    assert language_of(text, Lang.ZH) is lang


def test_a_name_that_one_language_lacks_is_told_in_the_other() -> None:
    assert (name_in(Lang.ZH, zh="鸡蛋", en="egg"), name_in(Lang.EN, zh="鸡蛋", en="egg")) == ("鸡蛋", "egg")
    assert (name_in(Lang.ZH, zh="", en="egg"), name_in(Lang.EN, zh="鸡蛋", en="")) == ("egg", "鸡蛋")
