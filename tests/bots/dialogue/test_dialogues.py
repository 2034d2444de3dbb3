"""Whole dialogues in both languages, line by line; see tests/bots/dialogues."""

from __future__ import annotations

from datetime import datetime

import pytest

from bots.sandbox.stored import stored_facts
from meum.domain.languages import Lang
from meum.people.models import Person
from tests.bots.conftest import DAY, Say
from tests.bots.dialogues import Dialogue, dialogues
from tests.factories.people import make_person

TABLES = [(Lang.ZH, "chinese.txt"), (Lang.EN, "english.txt")]


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize(
    ("lang", "dialogue"),
    [pytest.param(lang, dialogue, id=dialogue.title) for lang, table in TABLES for dialogue in dialogues(table)],
)
def test_the_dialogue_goes_as_written(say: Say, lang: Lang, dialogue: Dialogue) -> None:
    person = make_person(language=lang)

    for exchange in dialogue.exchanges:
        reply = say(person, exchange.text, at=exchange.at)

        assert reply.text.splitlines() == exchange.shown, exchange.text

    assert stored(person, dialogue.stored, lang) == dialogue.stored


def stored(person: Person, wanted: dict[str, str], lang: Lang) -> dict[str, str]:
    now = datetime.fromisoformat(f"{DAY}T23:00").replace(tzinfo=person.clock.zone)
    facts = stored_facts(person=person, now=now, lang=lang)
    return {name: f"{facts[name]}" for name in wanted}
