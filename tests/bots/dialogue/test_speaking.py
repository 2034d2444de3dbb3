"""Which language an answer is in."""

from __future__ import annotations

import pytest

from bots.dialogue.speaking import spoken_language
from meum.domain.languages import Lang

ZH, EN = Lang.ZH, Lang.EN


@pytest.mark.parametrize(
    ("text", "person", "before", "reply_before", "spoken"),
    [
        ("一碗米饭", ZH, "", "", ZH),
        ("a bowl of rice", ZH, "", "", EN),
        ("a bowl of rice", ZH, "zh", "zh", ZH),
        ("a bowl of rice", ZH, "en", "zh", EN),
        ("一碗米饭", EN, "en", "en", ZH),
        ("a bowl of rice", EN, "zh", "zh", EN),
        ("一杯 latte", EN, "en", "en", ZH),
        ("2", ZH, "en", "en", EN),
        ("2", EN, "", "", EN),
        ("🍜", ZH, "zh", "zh", ZH),
    ],
)
def test_the_answer_follows_the_words(text: str, person: Lang, before: str, reply_before: str, spoken: Lang) -> None:
    said = spoken_language(text, person_lang=person, text_language=before, reply_language=reply_before)

    assert said is spoken
