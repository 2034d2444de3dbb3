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


@pytest.mark.parametrize(
    "text",
    [
        "two eggs and some 青菜",
        "I had 豆浆 and 油条",
        "I had 豆浆 and 油条 for breakfast",
        "how many calories in 油条?",
        "a bowl of 牛肉面 for lunch",
        "what is 麻辣烫",
        "call me 小明",
        "my mother made 红烧肉 today",
        "change the 米饭 to 150 g",
        "did I eat 鸡蛋 yesterday?",
    ],
)
def test_an_english_sentence_may_name_chinese_things(text: str) -> None:
    assert language_of(text, Lang.ZH) is Lang.EN


@pytest.mark.parametrize(
    "text",
    [
        "中午吃了 chicken salad sandwich",
        "中午吃了 mac and cheese",
        "一个 Big Mac 套餐",
        "星巴克 Caramel Macchiato Frappuccino Grande",
        "我今天喝了 a cup of tea",
        "早餐 oatmeal，午餐 salad",
        "delete 鸡蛋",
        "log 包子",
        "2 eggs 油条",
        "维生素A 多少",
        "喝了 coke zero",
    ],
)
def test_a_chinese_sentence_may_name_english_things(text: str) -> None:
    assert language_of(text, Lang.EN) is Lang.ZH


def test_a_name_that_one_language_lacks_is_told_in_the_other() -> None:
    assert (name_in(Lang.ZH, zh="鸡蛋", en="egg"), name_in(Lang.EN, zh="鸡蛋", en="egg")) == ("鸡蛋", "egg")
    assert (name_in(Lang.ZH, zh="", en="egg"), name_in(Lang.EN, zh="鸡蛋", en="")) == ("egg", "鸡蛋")
