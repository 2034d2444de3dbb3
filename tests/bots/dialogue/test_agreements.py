"""One text for each purpose and language, at every door, tied to its version."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest
from pytest_django import Settings

from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.people.agreements import IN_USE, agreement_text, offers
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS
from tests.bots.conftest import Say
from tests.clients import client_of

# Other words need another version: whoever agreed has read those of the version that is stored.
WORDS = {
    (Purpose.HEALTH_RECORDS, "2026-11.2", Lang.ZH): "8d3d2f4ce6a14e97",
    (Purpose.HEALTH_RECORDS, "2026-11.2", Lang.EN): "74019b17c736a5ef",
    (Purpose.SHARING, "2026-11", Lang.ZH): "01283996621c5465",
    (Purpose.SHARING, "2026-11", Lang.EN): "c7a38fc09be31a37",
    (Purpose.NOTICES, "2026-11", Lang.ZH): "40d57c211c84344f",
    (Purpose.NOTICES, "2026-11", Lang.EN): "b1e8bd7bbc9f971b",
    (Purpose.PHOTOS_KEPT, "2026-11", Lang.ZH): "9c920f40edeed7df",
    (Purpose.PHOTOS_KEPT, "2026-11", Lang.EN): "6396af93de1003d4",
    (Purpose.PERSONAL_PHOTO_MEMORY, "2026-11", Lang.ZH): "ed5a3499ac3fa421",
    (Purpose.PERSONAL_PHOTO_MEMORY, "2026-11", Lang.EN): "ee447ff6df0a8ce8",
    (Purpose.IMPROVEMENT, "2026-11", Lang.ZH): "810bcc8ca892875c",
    (Purpose.IMPROVEMENT, "2026-11", Lang.EN): "f03ee7c036635fbb",
}


def test_the_words_of_a_version_do_not_change() -> None:
    found = {
        (purpose, TEXT_VERSIONS[purpose], lang): sha256(agreement_text(purpose, lang=lang).encode()).hexdigest()[:16]
        for purpose in IN_USE
        for lang in Lang
    }

    assert found == WORDS


@pytest.mark.parametrize(("hello", "lang"), [("你好", Lang.ZH), ("hello there", Lang.EN)])
def test_chat_and_rest_ask_for_the_same_words_and_version(
    newcomer: Callable[[], Person], say: Say, hello: str, lang: Lang
) -> None:
    person = newcomer()
    say(person, hello)

    *text, ask = say(person, "1").lines

    offered = client_of(person).get("/api/v1/consent-texts", HTTP_ACCEPT_LANGUAGE=lang).json()["results"][0]
    assert "\n".join(text) == offered["text"]
    assert offered["text_version"] in ask


def test_every_purpose_in_use_has_its_text_in_both_languages() -> None:
    assert [[offer.purpose for offer in offers(lang=lang)] for lang in Lang] == [list(IN_USE)] * 2


def test_the_outside_engine_is_offered_with_its_operators_name_only_where_there_is_one(settings: Settings) -> None:
    before = [offer.purpose for offer in offers(lang=Lang.ZH)]
    settings.EXTERNAL_ENGINE_URL, settings.EXTERNAL_ENGINE_OPERATOR = "https://engine.test/v1", "Example Ltd"

    texts = {lang: offers(lang=lang)[-1] for lang in Lang}

    assert Purpose.EXTERNAL_ENGINE not in before
    assert {text.text_version for text in texts.values()} == {"2026-11"}
    assert {lang: sha256(text.text.encode()).hexdigest()[:16] for lang, text in texts.items()} == {
        Lang.ZH: "633fc1f669a0577b",
        Lang.EN: "48b59ca69af87c46",
    }
    assert all("Example Ltd" in text.text for text in texts.values())


def test_nobody_agrees_to_an_engine_that_is_not_there(ada: Person) -> None:
    told = {"purpose": "external_engine", "text_version": TEXT_VERSIONS[Purpose.EXTERNAL_ENGINE]}

    answer = client_of(ada).post("/api/v1/consents", told)

    assert (answer.status_code, answer.json()["code"]) == (400, "unknown_text_version")
