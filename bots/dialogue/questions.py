"""The one open question of a conversation: what it offers, what it is about, until when it can be answered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from meum.journal.models import new_id

LIFE = timedelta(minutes=30)
MOST_ASKED = 2


class QuestionKind(StrEnum):
    """What a question is about; the handler of the kind takes the answer."""

    AGE = "age"
    CONSENT = "consent"
    UNDER_AGE = "under_age"
    SHARING = "sharing"
    SHARE_WITH = "share_with"
    REMOVE_ENTRY = "remove_entry"
    WEIGHT = "weight"
    WHAT_EATEN = "what_eaten"
    WHICH_FOOD = "which_food"
    HOW_MUCH = "how_much"
    WHICH_ITEM = "which_item"
    WHICH_MOVED = "which_moved"
    USUAL_MEAL = "usual_meal"
    SAVED_MEAL = "saved_meal"
    ABOUT_BODY = "about_body"
    ABOUT_SEX = "about_sex"
    ABOUT_ACTIVITY = "about_activity"
    ABOUT_BIRTH = "about_birth"
    REMIND = "remind"
    ERASE = "erase"
    LINK_CODE = "link_code"
    LINK = "link"
    UNLINK = "unlink"
    JOIN = "join"
    PORTION = "portion"
    KEEP_PHOTOS = "keep_photos"
    MEAL_OFFER = "meal_offer"
    LABEL_NAME = "label_name"
    KEEP_LABEL = "keep_label"
    DAY_PLAN = "day_plan"


_LIVES = {QuestionKind.MEAL_OFFER: timedelta(hours=4), QuestionKind.DAY_PLAN: timedelta(hours=36)}
"""A meal that was offered is cooked and eaten first, those of a plan for tomorrow until its evening."""


@dataclass(frozen=True)
class Choice:
    """Offer one numbered answer; `key` is what the person types."""

    key: str
    label: str

    def __str__(self) -> str:
        """Show the choice as it is typed and read."""
        return f"{self.key} {self.label}"


@dataclass(frozen=True, kw_only=True)
class Question:
    """Hold a question with numbered choices; `facts` is what its handler needs to go on."""

    kind: QuestionKind
    choices: tuple[Choice, ...]
    asked_at: datetime
    facts: dict[str, Any] = field(default_factory=dict)
    times_asked: int = 1
    id: str = field(default_factory=lambda: str(new_id()))

    @property
    def labels(self) -> list[str]:
        """Return the labels of choices 1, 2, 3 ..., without the one for none."""
        return [choice.label for choice in self.choices if choice.key != "0"]

    @property
    def none(self) -> str:
        """Return the label of the choice for none, empty where there is none."""
        return next((choice.label for choice in self.choices if choice.key == "0"), "")

    def is_open(self, at: datetime) -> bool:
        """Tell whether the question can still be answered."""
        return at - self.asked_at < _LIVES.get(self.kind, LIFE)

    def again(self, at: datetime) -> Question | None:
        """Return the question for one more try, or None when it was asked often enough."""
        return None if self.times_asked >= MOST_ASKED else replace(self, asked_at=at, times_asked=self.times_asked + 1)

    def as_json(self) -> dict[str, Any]:
        """Return what is stored of a question."""
        return {
            "kind": self.kind.value,
            "choices": [[choice.key, choice.label] for choice in self.choices],
            "asked_at": self.asked_at.isoformat(),
            "facts": self.facts,
            "times_asked": self.times_asked,
            "id": self.id,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Question:
        """Return a stored question."""
        return cls(
            kind=QuestionKind(stored["kind"]),
            choices=tuple(Choice(key, label) for key, label in stored["choices"]),
            asked_at=datetime.fromisoformat(stored["asked_at"]),
            facts=stored["facts"],
            times_asked=stored["times_asked"],
            id=stored["id"],
        )


def numbered(*labels: str, none: str = "") -> tuple[Choice, ...]:
    """Return the labels as choices 1, 2, 3 ..., and with `none` a last one that is answered with 0."""
    choices = tuple(Choice(str(number), label) for number, label in enumerate(labels, start=1))
    return (*choices, Choice("0", none)) if none else choices
