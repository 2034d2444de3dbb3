"""Tell as JSON Lines what the conversation hears in messages: figures, activities, sleep, water, skin, food.

`python -m bench.listening` reads `{"text", "at"}` a line in a place that is measured and answers each with `facts`;
days count from the day of the message, in the time zone of its `at`. Nothing of the messages is stored.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import django

django.setup()

from bench.people import make_person
from bots.dialogue.hearing import Heard, hear
from bots.dialogue.messages import Incoming
from fitness.compendium import activities
from fitness.reading import ActivityDraft, BodyDraft, HeightDraft, MeasurementDraft, SleepDraft
from meum.people.models import Person
from nutrition.queries import Sitting, UnderstoodDrink, UnderstoodItem
from skincare.reading import SkinDraft

Fact = dict[str, Any]
# Zones without summer time, so that the offset of a message is that of its person.
ZONES = {8: "Asia/Shanghai", -5: "America/Bogota"}
WATER = "everyday:water"
HEARD = "bench-0"


def main() -> None:
    """Answer each line of the input."""
    person = Person.objects.filter(username=HEARD).first() or make_person(0)
    for number, line in enumerate(sys.stdin):
        print(json.dumps(answered(json.loads(line), person, number), ensure_ascii=False), flush=True)


def answered(question: Mapping[str, Any], person: Person, number: int) -> Fact:
    """Return the facts heard in one message, and how long that took."""
    at = datetime.fromisoformat(question["at"])
    offset = at.utcoffset()
    person.time_zone = ZONES[int(offset.total_seconds() // 3600)] if offset else "UTC"
    incoming = Incoming(message_id=f"heard-{number}", at=at, text=question["text"])
    started = time.perf_counter()
    heard = hear(incoming, person=person, may_keep=lambda: True)
    seconds = time.perf_counter() - started
    return {"facts": list(_facts(heard, at.date())), "elapsed_ms": round(seconds * 1000, 3)}


def _facts(heard: Heard, today: date) -> Iterator[Fact]:
    for draft in heard.body:
        yield {"day": (draft.at.date() - today).days, "problem": draft.problem, **_of_body(draft)}
    if heard.skin is not None:
        yield {"day": (heard.skin.at.date() - today).days, **_of_skin(heard.skin)}
    for sitting in heard.food.sittings if heard.food else ():
        yield from _eaten(sitting, (sitting.at.date() - today).days)


def _of_body(draft: BodyDraft) -> Fact:
    match draft:
        case MeasurementDraft():
            return {"kind": draft.kind.value, "value": draft.value, "diastolic": draft.diastolic_mmhg}
        case HeightDraft():
            return {"kind": "height", "value": draft.height_cm}
        case ActivityDraft():
            name = activities()[draft.code].name_en
            return {"kind": "activity", "name": name, "minutes": draft.minutes, "metres": draft.distance_m}
        case SleepDraft():
            return {"kind": "sleep", "minutes": draft.minutes}
        case _:
            return {"kind": draft.kind.value, "is_kept": False}


def _of_skin(draft: SkinDraft) -> Fact:
    told = {"ratings": draft.ratings.told(), "lesions": draft.lesions, "words": draft.condition}
    return {"kind": "skin", **told, "products": len(draft.applications)}


def _eaten(sitting: Sitting, day: int) -> Iterator[Fact]:
    told: tuple[UnderstoodItem | UnderstoodDrink, ...] = (*sitting.items, *sitting.drinks)
    for each in told:
        is_water = each.food.key == WATER
        yield {"kind": "water" if is_water else "food", "ml": each.portion.grams.mid, "day": day}


if __name__ == "__main__":
    main()
