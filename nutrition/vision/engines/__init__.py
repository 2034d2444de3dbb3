"""Every engine that recognises photos of food; a new one is a module here and one line below."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings

from meum.kernel.errors import Unavailable
from nutrition.vision.engines.base import Engine
from nutrition.vision.engines.bundle import shipped_bundle

ENGINES: dict[str, Callable[[], Engine]] = {"bundle": shipped_bundle}


def engine_in_use() -> Engine:
    """Return the engine that PHOTO_ENGINE names, loaded once in a process.

    Raises Unavailable for a name that no engine has, or for an engine whose files are missing or altered.
    """
    load = ENGINES.get(settings.PHOTO_ENGINE)
    if load is None:
        raise Unavailable("photos_unavailable", "PHOTO_ENGINE names no engine")
    return load()
