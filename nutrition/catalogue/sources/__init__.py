"""The registry of food sources: a new one is a module here and one line below."""

from __future__ import annotations

from nutrition.catalogue.sources import everyday, fndds, foundation, off, sr28, tfda
from nutrition.catalogue.sources.base import FoodSource

# In the order of building and loading: the everyday foods are computed from the tables before them.
_IN_ORDER = (sr28.SOURCE, foundation.SOURCE, tfda.SOURCE, fndds.SOURCE, everyday.SOURCE, off.SOURCE)
SOURCES: dict[str, FoodSource] = {source.name: source for source in _IN_ORDER}

__all__ = ["SOURCES", "FoodSource"]
