"""One exchange over HTTP: bounded in time and size, nothing repeated, nothing followed, no address in any error.

The errors of urllib3 quote the address, and with it tokens and secrets. They are dropped where they arise, outside of
the handler that caught them, so that ours carry no trace of them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

CONNECT_SECONDS = 2.0
_PIECE = 64 * 1024


class NoAnswer(Exception):
    """Say that nothing whole came back; `kind` is one of a few words.

    `may_have_arrived` is False where the request surely never reached the server.
    """

    def __init__(self, kind: str, *, may_have_arrived: bool = True) -> None:
        """Keep what went wrong."""
        super().__init__(kind)
        self.kind = kind
        self.may_have_arrived = may_have_arrived


@dataclass(frozen=True)
class Answer:
    """Hold what came back; `location` is where a redirect points, `date` what the server's clock says."""

    status: int
    body: bytes
    location: str = ""
    date: str = ""


def exchange(
    *,
    method: str,
    url: str,
    seconds: float,
    read_seconds: float,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    most_bytes: int = 1024 * 1024,
    pool: urllib3.HTTPConnectionPool | None = None,
) -> Answer:
    """Return what a server answers to one request, whatever its status.

    Raises NoAnswer when nothing whole comes within `seconds` and `most_bytes`, or nothing at all for `read_seconds`.
    `pool` is for an address that was looked up and checked before.
    """
    failure = NoAnswer("too_slow_or_too_big")
    ends = time.perf_counter() + seconds
    timeout = urllib3.Timeout(connect=min(CONNECT_SECONDS, seconds), read=min(read_seconds, seconds))
    try:
        response = (pool or _pools(os.getpid())).urlopen(
            method, url, body=body, headers=dict(headers or {}), retries=False, redirect=False, timeout=timeout,
            preload_content=False,
        )  # fmt: skip
        with response:
            content = _content(response, most_bytes, ends)
        if content is not None:
            headers = response.headers
            return Answer(response.status, content, headers.get("Location", ""), headers.get("Date", ""))
    except (NewConnectionError, ConnectTimeoutError):
        failure = NoAnswer("no_connection", may_have_arrived=False)
    except (HTTPError, OSError, ValueError):
        failure = NoAnswer("broken_off")
    raise failure


def _content(response: urllib3.BaseHTTPResponse, most_bytes: int, ends: float) -> bytes | None:
    """Return the body, None when it is too big or too slow."""
    read = bytearray()
    # Whatever has come, so that a server which trickles is left when the time is over.
    while piece := response.read1(_PIECE):
        read += piece
        if len(read) > most_bytes or time.perf_counter() > ends:
            return None
    return bytes(read)


@cache
def _pools(_process: int) -> urllib3.PoolManager:
    """Return this process's open connections; a forked one must not go on with its parent's."""
    return urllib3.PoolManager(num_pools=4, maxsize=16)
