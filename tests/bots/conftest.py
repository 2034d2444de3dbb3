"""A way to say something to Meum in a test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import pytest

from bots.dialogue.messages import Event, Incoming, Reply
from bots.dialogue.turn import take
from bots.services import conversation_of
from meum.domain.languages import Lang
from meum.journal.models import Door, new_id
from meum.people.models import Person
from tests.factories.nutrition import make_food
from tests.factories.people import make_person

DAY = "2026-11-20"


class Say(Protocol):
    """Say a text as a person, at a clock time of one Friday, and return the reply."""

    def __call__(
        self,
        person: Person,
        text: str = "",
        *,
        at: str = "12:00",
        day: str = DAY,
        message_id: str = "",
        event: Event | None = None,
        door: Door = Door.WEB,
    ) -> Reply:
        """Take one turn."""
        ...


@pytest.fixture
def say(db: None) -> Say:
    """Return the way to say something."""

    def _say(
        person: Person,
        text: str = "",
        *,
        at: str = "12:00",
        day: str = DAY,
        message_id: str = "",
        event: Event | None = None,
        door: Door = Door.WEB,
    ) -> Reply:
        sent_at = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=person.clock.zone)
        incoming = Incoming(message_id=message_id or str(new_id()), at=sent_at, text=text, event=event)
        return take(incoming, conversation=conversation_of(person=person, door=door))

    return _say


@pytest.fixture
def newcomer(db: None) -> Callable[[], Person]:
    """Return a maker of people who have told nothing yet, not even their age."""

    def make() -> Person:
        person = make_person(has_agreed=False)
        person.age_band = ""
        person.save()
        return person

    return make


@pytest.fixture
def foods(db: None) -> None:
    """Make a few foods with round figures, and water."""
    make_food(key="everyday:water", name_zh="水", name_en="water", nutrients=_NOTHING, is_drink=True)
    for name_zh, name_en, figures, portions in _FOODS:
        nutrients = dict(zip(("ENERC_KCAL", "PROCNT", "CHOCDF", "FAT"), figures, strict=True))
        make_food(name_zh=name_zh, name_en=name_en, nutrients=nutrients, portions=portions)
    make_food(name_zh="牛奶", name_en="milk", nutrients=dict(_MILK), is_drink=True, density_g_per_ml=1.0)
    make_food(name_zh="神秘果", name_en="mystery fruit", nutrients={"PROCNT": None}, portions={"个": (90, 100, 110)})
    for name_zh, name_en, kcal, prior in (("肉夹馍", "meat bun", 280, 33), ("菜夹馍", "vegetable bun", 150, 30)):
        aliases = {"夹馍": Lang.ZH, "bun": Lang.EN}
        portions = {"个": (100.0, 150.0, 200.0), "piece": (100.0, 150.0, 200.0)}
        energy = {"ENERC_KCAL": kcal}
        make_food(name_zh=name_zh, name_en=name_en, nutrients=energy, portions=portions, aliases=aliases, prior=prior)


_NOTHING = {"ENERC_KCAL": 0.0, "PROCNT": 0.0, "CHOCDF": 0.0, "FAT": 0.0}
_MILK = {"ENERC_KCAL": 60, "PROCNT": 3, "CHOCDF": 5, "FAT": 3}
_FOODS = [
    ("鸡蛋", "egg", (140, 12, 2, 10), {"个": (45.0, 50.0, 60.0), "piece": (45.0, 50.0, 60.0)}),
    ("小米粥", "millet porridge", (46, 1.4, 8.4, 0.7), {"碗": (200.0, 250.0, 350.0), "bowl": (200.0, 250.0, 350.0)}),
    ("米饭", "rice", (116, 2.6, 25.9, 0.3), {"碗": (180.0, 200.0, 220.0), "bowl": (180.0, 200.0, 220.0)}),
    ("牛肉面", "beef noodles", (100, 6, 14, 2), {"碗": (450.0, 600.0, 800.0), "bowl": (450.0, 600.0, 800.0)}),
    ("苹果", "apple", (53, 0.4, 13.7, 0.2), {"个": (150.0, 190.0, 230.0), "piece": (150.0, 190.0, 230.0)}),
]
