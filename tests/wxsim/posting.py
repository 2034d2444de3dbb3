"""One HTTP request with an end that holds for all of it: connecting, sending and every byte of the answer."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlencode, urlsplit

from tests.wxsim.wrapping import Request

MOST_BYTES = 1 << 20


class NoAnswerInTimeError(Exception):
    """Say that the time was over before the last byte."""


class NoAnswerError(Exception):
    """Say that the connection broke; its text names the class of the fault."""


@dataclass(frozen=True)
class Answer:
    """Hold what a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(url: str, request: Request, *, method: str = "POST", seconds: float, source: str = "") -> Answer:
    """Send a request, from the address `source` if told; raises NoAnswerInTimeError or NoAnswerError."""
    ends = time.perf_counter() + seconds
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    place = (source, 0) if source else None
    connection = kind(parts.hostname or "", parts.port, timeout=seconds, source_address=place)
    try:
        connection.connect()
        _send(connection, method, f"{parts.path or '/'}?{urlencode(request.query)}", request, ends)
        return _received(connection, ends)
    except TimeoutError as error:
        raise NoAnswerInTimeError from error
    except (OSError, HTTPException) as error:
        raise NoAnswerError(type(error).__name__) from error
    finally:
        connection.close()


def _send(connection: HTTPConnection, method: str, target: str, request: Request, ends: float) -> None:
    connection.putrequest(method, target, skip_accept_encoding=True)
    for name, value in request.headers.items():
        connection.putheader(name, value)
    connection.putheader("User-Agent", "Mozilla/4.0")
    if method == "POST":
        connection.putheader("Content-Length", str(len(request.body)))
    connection.endheaders()
    # A server that refuses a large body answers before it has read all of it, and closes.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        for piece, pause in _pieces(request):
            _limit(connection, ends)
            connection.send(piece)
            time.sleep(pause)


def _pieces(request: Request) -> list[tuple[bytes, float]]:
    if not request.bytes_per_second:
        return [(request.body, 0.0)] if request.body else []
    step = max(1, int(request.bytes_per_second / 10))
    pause = step / request.bytes_per_second
    return [(request.body[start : start + step], pause) for start in range(0, len(request.body), step)]


def _received(connection: HTTPConnection, ends: float) -> Answer:
    _limit(connection, ends)
    response = connection.getresponse()
    body = b""
    while len(body) < MOST_BYTES:
        _limit(connection, ends)
        piece = response.read1(65536)
        if not piece:
            break
        body += piece
    return Answer(response.status, {name.casefold(): value for name, value in response.getheaders()}, body)


def _limit(connection: HTTPConnection, ends: float) -> None:
    left = ends - time.perf_counter()
    if left <= 0:
        raise TimeoutError
    sock: socket.socket | None = connection.sock
    if sock is not None:
        sock.settimeout(left)
