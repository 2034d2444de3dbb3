"""What every engine that recognises photos of food has."""

from __future__ import annotations

from typing import Protocol

from nutrition.domain.dishes import Recognition


class Engine(Protocol):
    """Look at photos: the same photo gives the same answer."""

    @property
    def name(self) -> str:
        """Return the name under which it stands in the registry."""
        ...

    @property
    def version(self) -> str:
        """Return what tells its answers apart from those of another version, in at most 64 letters."""
        ...

    def look(self, photo: bytes) -> Recognition:
        """Return what is on a clean JPEG; raises Unavailable when the engine cannot look at any photo."""
        ...
