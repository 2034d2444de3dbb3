"""Whether this process lives (/health) and whether it can serve (/ready): for balancers and operators."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

logger = logging.getLogger(__name__)

LEAST_FREE_BYTES = 200 * 1024 * 1024


class NotReady(Exception):
    """Say that a part this process needs is not there; carries no text, the part's name says enough."""


def alive(_request: HttpRequest) -> JsonResponse:
    """Answer that the process lives; asks nothing else, so that a slow database does not get it killed."""
    return JsonResponse({"status": "ok"})


def ready(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part is there, else 503; names the parts, tells nothing else about them."""
    parts = {name: _state(name, check) for name, check in _checks.items()}
    is_ready = all(state == "ok" for state in parts.values())
    body = {"status": "ok" if is_ready else "unavailable", "parts": parts}
    return JsonResponse(body, status=200 if is_ready else 503)


def _state(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except Exception:  # the edge of the process: whatever is wrong with a part, the answer is that it is missing
        logger.exception("a part is not ready", extra={"source": name})
        return "failed"
    return "ok"


def check_database() -> None:
    """Ask the database for nothing; its error passes through."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@cache
def check_migrations() -> None:
    """Raise NotReady while migrations wait to be applied; a process that found none asks no more.

    Other code with more migrations runs in another process.
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotReady


def check_disk() -> None:
    """Raise NotReady when the folder of everything written takes nothing more."""
    folder = Path(settings.VAR_DIR)
    if not os.access(folder, os.W_OK) or shutil.disk_usage(folder).free < LEAST_FREE_BYTES:
        raise NotReady


_checks: dict[str, Callable[[], None]] = {
    "database": check_database,
    "migrations": check_migrations,
    "disk": check_disk,
}


def require(*, name: str, check: Callable[[], None]) -> None:
    """Make readiness depend on one more part; `check` raises while it is not there, within some seconds."""
    _checks[name] = check
