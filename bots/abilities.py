"""What the channels of this deployment can do beside answering; each says so itself, the dialogue asks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Ability(StrEnum):
    """Name what not every account of a platform can do."""

    REMIND = "remind"
    """Say something to a person who has not just written."""
    SCAN = "scan"
    """Hear of a code that a person scanned."""


_TELLING: dict[Ability, Callable[[], bool]] = {}


def told_by(ability: Ability, can: Callable[[], bool]) -> None:
    """Let a channel tell whether its account has an ability."""
    _TELLING[ability] = can


def can(ability: Ability) -> bool:
    """Tell whether people may be offered what needs an ability."""
    return ability not in _TELLING or _TELLING[ability]()
