"""Give each request an id, count it by its route's name, and write one line about it: no address, no words."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase

from meum.kernel import logs
from meum.kernel.metrics import count_request

logger = logging.getLogger(__name__)

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# A caller's own id is taken over only when it cannot smuggle words into the log.
_ACCEPTED_ID = re.compile(r"[0-9a-f]{16,32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_QUIET = frozenset({"health", "ready", "metrics"})


class RequestLog:
    """The outermost middleware: what it sees is what the caller gets."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Wrap the rest of the stack."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the request's id in every log line meanwhile and in the header X-Request-Id."""
        request_id = _request_id(request)
        logs.request_id.set(request_id)
        started = time.perf_counter()
        response = self._get_response(request)
        _tell(request, response.status_code, time.perf_counter() - started)
        response["X-Request-Id"] = request_id
        return response


def _request_id(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-Id", "")
    return given if _ACCEPTED_ID.fullmatch(given) else uuid4().hex


def _tell(request: HttpRequest, status: int, seconds: float) -> None:
    route = route_name(request)
    method = request.method if request.method in METHODS else "OTHER"
    count_request(route=route, method=method, status=status, seconds=seconds)
    facts = {"route": route, "method": method, "status": status, "milliseconds": round(seconds * 1000, 1)}
    level = logging.DEBUG if route in _QUIET else logging.INFO
    logger.log(level, "request answered", extra=facts)


def route_name(request: HttpRequest) -> str:
    """Return the name of the address that was asked for, else its pattern; all unknown ones share one name."""
    match = request.resolver_match
    if match is None:
        return "unknown"
    return match.view_name if match.url_name else match.route
