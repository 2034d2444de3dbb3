"""The example on the front page is what Meum answers, word for word."""

from __future__ import annotations

import pytest

from bots.channels.web.phrases import page_words
from meum.domain.languages import Lang
from tests.bots.conftest import Say
from tests.factories.people import make_person


@pytest.mark.usefixtures("everyday_catalogue")
@pytest.mark.parametrize("lang", Lang)
def test_the_answer_on_the_front_page_is_the_one_given(say: Say, lang: Lang) -> None:
    words = page_words(lang)

    reply = say(make_person(language=lang), words["sample_you"], at="08:00")

    assert list(reply.lines) == [words["sample_food"], words["sample_energy"], words["sample_undo"]]
