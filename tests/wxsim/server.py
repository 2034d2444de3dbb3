"""The two servers: the API with the page and its controls, and the pictures on a port of their own."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qsl, urlsplit

from tests.wxsim.api.calls import Asked, Told
from tests.wxsim.api.dispatch import ResetError
from tests.wxsim.clock import HEADER
from tests.wxsim.world import World

MOST_BYTES = 32 << 20
Answering = Callable[[Asked], Told]


class Server(ThreadingHTTPServer):
    """Answer every request in a thread of its own, by one function."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, world: World, answering: Answering, *, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; `port` 0 takes a free one."""
        self.world, self.answering = world, answering
        super().__init__((host, port), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), name="wxsim-server", daemon=True)

    @property
    def url(self) -> str:
        """Return the address without a path."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Answer nobody any more."""
        self.shutdown()
        self.server_close()
        self._thread.join(5)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a caller that went away."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Print nothing: the record holds it all."""

    def _answer(self) -> None:
        server = cast("Server", self.server)
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(min(length, MOST_BYTES))
        headers = {name.casefold(): value for name, value in self.headers.items()}
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        try:
            asked = Asked(server.world, self.command, parts.path, query, body, headers, str(self.client_address[0]))
            told = server.answering(asked)
        except ResetError:
            self._reset()
            return
        self._tell(told, server.world.clock.offset)

    def _tell(self, told: Told, offset: float) -> None:
        headers: Mapping[str, str] = {"Content-Length": str(len(told.body)), HEADER: repr(offset), **told.headers}
        self.send_response(told.status)
        for name, value in headers.items():
            self.send_header(name, value)
        is_cut = int(headers["Content-Length"]) != len(told.body)
        if is_cut:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(told.body)
        self.close_connection = self.close_connection or is_cut

    def _reset(self) -> None:
        """Break the connection so that the caller sees a reset."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()
