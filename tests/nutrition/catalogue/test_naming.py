"""How Chinese names sound, and what is typed of them."""

from __future__ import annotations

import pytest

from nutrition.catalogue.naming import initials_of


@pytest.mark.parametrize(
    ("name", "initials"), [("西红柿", "xhs"), ("重庆小面", "cqxm"), ("白萝卜(长形)", "blbzx"), ("鍋貼餃", "gtj")]
)
def test_initials_are_the_first_letters_of_the_syllables(name: str, initials: str) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize("name", ["", "米饭", "QQ糖", "beef", "豆豉鲮鱼油麦菜炒饭"])
def test_short_long_and_mixed_names_are_not_found_by_initials(name: str) -> None:
    assert initials_of(name) == ""
