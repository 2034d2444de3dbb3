"""The registry of food sources: a new one is a module here and one line below."""

from __future__ import annotations

from nutrition.catalogue.sources import china_fct6, everyday, fndds, foundation, off, sr28, tfda
from nutrition.catalogue.sources.base import FoodSource, HeldSource

# In the order of building and loading: the everyday foods are computed from the tables before them.
_IN_ORDER = (sr28.SOURCE, foundation.SOURCE, tfda.SOURCE, fndds.SOURCE, everyday.SOURCE, off.SOURCE)
SOURCES: dict[str, FoodSource] = {source.name: source for source in _IN_ORDER}

HELD_SOURCES: dict[str, HeldSource] = {source.name: source for source in (china_fct6.SOURCE,)}
"""Sources that operators bring themselves; nothing of them is in the repository."""

__all__ = ["HELD_SOURCES", "SOURCES", "FoodSource", "HeldSource"]
