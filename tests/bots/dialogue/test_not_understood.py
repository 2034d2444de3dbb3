"""What is said of words that were not understood: the name they misspell, where they most likely misspell one."""

from __future__ import annotations

import pytest

from meum.people.models import Person
from tests.bots.conftest import Say
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.usefixtures("foods")


def test_a_slip_is_quoted_with_the_name_that_it_misses(ada: Person, say: Say) -> None:
    make_food(name_zh="油泼面皮", name_en="chilli noodles")

    reply = say(ada, "午饭吃了一碗米饭、泼面皮")

    assert "没认出「泼面皮」，没有记它。是「油泼面皮」吗？" in reply.text


@pytest.mark.parametrize(
    ("text", "name_zh", "name_en"),
    [
        ("午饭吃了一碗米饭、周", "周村烧饼", "zhoucun wafer"),
        ("午饭吃了一碗米饭、回", "回头", "meat pastry"),
        ("for lunch i had a bowl of rice, squares", "全麦方格", "squares"),
        ("for lunch i had a bowl of rice, bind", "家常饼", "bing"),
    ],
)
def test_a_stray_sign_or_a_short_word_is_taken_for_no_food(
    ada: Person, say: Say, text: str, name_zh: str, name_en: str
) -> None:
    make_food(name_zh=name_zh, name_en=f"wheat {name_en}")

    reply = say(ada, text)

    assert "是「" not in reply.text
    assert "Did you mean" not in reply.text
