"""HTTP over one kept-open connection, as little as a measurement needs, so that the client costs next to nothing."""

from __future__ import annotations

import json
import re
import socket
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Any

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back, and after how many seconds."""

    status: int
    body: bytes
    seconds: float


class Wire:
    """A connection to a server on this machine; a context manager."""

    def __init__(self, port: int, *, token: str = "") -> None:
        """Connect; each request then shows `token`."""
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._head = f"Host: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nAccept: application/json\r\n"

    def __enter__(self) -> Wire:
        """Keep the connection open."""
        return self

    def __exit__(self, _kind: type[BaseException] | None, _e: BaseException | None, _at: TracebackType | None) -> None:
        """Close it."""
        self._socket.close()

    def ask(self, method: str, address: str, body: object = None) -> Answer:
        """Send one request, with `body` as JSON, and wait for its answer."""
        sent = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {address} HTTP/1.1\r\n{self._head}"
        head += f"Content-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
        message = head.encode() + sent
        started = time.perf_counter()
        self._socket.sendall(message)
        status, answer = self._read()
        return Answer(status=status, body=answer, seconds=time.perf_counter() - started)

    def _read(self) -> tuple[int, bytes]:
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._more()
        head, _, body = received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        while length and len(body) < int(length[1]):
            body += self._more()
        return int(head.split(b" ", 2)[1]), body

    def _more(self) -> bytes:
        more = self._socket.recv(65536)
        if not more:
            raise ConnectionError("the server closed the connection")
        return more


def parsed(answer: Answer) -> Any:
    """Return the JSON of an answer; raises RuntimeError with the answer when it is not a success."""
    if not 200 <= answer.status < 300:
        raise RuntimeError(f"answered {answer.status}: {answer.body[:500].decode(errors='replace')}")
    return json.loads(answer.body)
