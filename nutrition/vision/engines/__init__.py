"""Every engine that recognises photos of food; a new one is a module here and one line below."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings

from meum.kernel.errors import Unavailable
from nutrition.vision.engines.base import Engine
from nutrition.vision.engines.bundle import shipped_bundle
from nutrition.vision.engines.chat_completions import NAME, chat_engine

ENGINES: dict[str, Callable[[], Engine]] = {"bundle": shipped_bundle}
OUTSIDE_ENGINES: dict[str, Callable[[], Engine]] = {NAME: chat_engine}
"""Engines to which a photo leaves this server: asked only of who agreed, never instead of one of those above."""


def engine_in_use() -> Engine:
    """Return the engine that PHOTO_ENGINE names, loaded once in a process.

    Raises Unavailable for a name that no engine has, or for an engine whose files are missing or altered.
    """
    load = ENGINES.get(settings.PHOTO_ENGINE)
    if load is None:
        raise Unavailable("photos_unavailable", "PHOTO_ENGINE names no engine")
    return load()


def outside_engine() -> Engine | None:
    """Return the engine outside of this server, None where the operator has none."""
    return OUTSIDE_ENGINES[NAME]() if settings.EXTERNAL_ENGINE_URL else None
