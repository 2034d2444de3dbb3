"""Every sentence for people keeps the rules of what may be said to them."""

from __future__ import annotations

import re

import pytest

from bots.dialogue.messages import MOST_LINES
from meum.domain.languages import Lang
from meum.kernel.phrases import registered

pytestmark = pytest.mark.once

BANNED = re.compile(
    "治疗|治愈|根治|疗效|处方|降糖药|减肥神器|月瘦|包瘦|排毒|抗癌|最佳|第一(?![步次样项个条天])|国家级|"
    "分享到朋友圈|转发领取|邀请好友|转发"
)
BANNED_EN = re.compile(
    r"\b(cures?|heals?|prescription|detox|miracle|lose weight fast|invite (?:a|your) friends?)\b", re.I
)
SENTENCES = [(key, lang, words) for key, texts in registered().items() for lang, words in texts.items()]


def test_there_are_sentences_in_both_languages() -> None:
    assert {lang for _, lang, _ in SENTENCES} == set(Lang)
    assert len(SENTENCES) > 600


def test_no_sentence_holds_a_banned_word() -> None:
    said = [
        (key, found[0]) for key, _, words in SENTENCES if (found := BANNED.search(words) or BANNED_EN.search(words))
    ]

    assert said == []


def test_every_sentence_is_short() -> None:
    assert [key for key, _, words in SENTENCES if len(words) > 600 or len(words.encode()) > 2048] == []
    assert [key for key, _, words in SENTENCES if words.count("\n") >= MOST_LINES] == []
