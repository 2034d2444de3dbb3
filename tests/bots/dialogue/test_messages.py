"""What comes in and what goes out."""

from __future__ import annotations

import pytest

from bots.dialogue.messages import Reply, short_key, storable
from bots.dialogue.questions import Choice
from meum.domain.languages import Lang
from meum.kernel.phrases import registered


def test_a_reply_of_six_lines_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="five lines"):
        Reply(("line",) * 6)


def test_a_reply_is_stored_and_read_as_it_is() -> None:
    reply = Reply(("一行",), (Choice("1", "是"),))

    assert Reply.from_json(reply.as_json()) == reply


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" 米饭 ", "米饭"),
        ("a\x00b\x1b[2J", "ab[2J"),
        ("\ud83c 半", "半"),
        ("两行\n都在", "两行\n都在"),
        ("🍜👩‍🍳", "🍜👩‍🍳"),
        ("\x07", ""),
    ],
)
def test_only_what_a_database_and_a_screen_can_take_is_kept(text: str, kept: str) -> None:
    assert storable(text) == kept


def test_a_short_plain_key_stays_and_any_other_becomes_64_characters() -> None:
    assert short_key("7250021412600020992") == "7250021412600020992"
    assert {len(short_key(key)) for key in ("x" * 65, "鸡", "\n", "\ud800")} == {64}


@pytest.mark.parametrize("lang", list(Lang))
def test_every_sentence_of_the_chat_is_one_short_line(lang: Lang) -> None:
    sentences = {key: texts[lang] for key, texts in registered().items() if key.startswith("chat.")}

    assert len(sentences) > 100
    assert [key for key, text in sentences.items() if "\n" in text or len(text) > 130] == []
