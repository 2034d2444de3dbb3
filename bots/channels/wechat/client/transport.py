"""One exchange with WeChat, in its bounds and its errors; the addresses in it hold tokens and secrets."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import urllib3

from bots.channels.wechat.client.errors import NoAnswerError
from meum.kernel import exchange as http
from meum.kernel.exchange import CONNECT_SECONDS, Answer

__all__ = ["CONNECT_SECONDS", "READ_SECONDS", "Answer", "address", "exchange"]

READ_SECONDS = 5.0


def address(base: str, path: str, query: Mapping[str, str]) -> str:
    """Return an address with its query."""
    return f"{base}{path}?{urlencode(query)}" if query else f"{base}{path}"


def exchange(
    *,
    method: str,
    url: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    most_bytes: int = 1024 * 1024,
    seconds: float = READ_SECONDS + CONNECT_SECONDS,
    pool: urllib3.HTTPConnectionPool | None = None,
) -> Answer:
    """Return what a server answers to one request, whatever its status.

    Raises NoAnswerError when nothing whole comes within `seconds` and `most_bytes`. `pool` is for an address that was
    looked up and checked before.
    """
    try:
        return http.exchange(
            method=method, url=url, body=body, headers=headers, most_bytes=most_bytes, seconds=seconds,
            read_seconds=READ_SECONDS, pool=pool,
        )  # fmt: skip
    except http.NoAnswer as error:
        failure = NoAnswerError(error.kind, may_have_arrived=error.may_have_arrived)
    raise failure
