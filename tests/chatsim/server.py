"""The server: checks what it is asked as the protocol demands, keeps it, answers what it was told to."""

from __future__ import annotations

import base64
import binascii
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

PREFIX = "data:image/jpeg;base64,"


@dataclass
class Asked:
    """Hold one question: the picture that came with it, and all of it as it was written."""

    picture: bytes
    body: dict[str, Any]


@dataclass
class ChatServer:
    """Listen on loopback while it is entered; `key` is the only one that it takes."""

    key: str = "sk-only-for-tests"
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    status: int = 200
    raw: bytes | None = None
    content: str = '{"dishes": []}'
    is_silent: bool = False

    def says(self, *dishes: dict[str, Any]) -> None:
        """Name these dishes on the next photos."""
        self.content = json.dumps({"dishes": dishes}, ensure_ascii=False)

    @property
    def base(self) -> str:
        """Return the address up to `/v1`."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> ChatServer:
        """Begin to listen."""
        self._over = threading.Event()
        self._server = _Listening(("127.0.0.1", self.port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, also those that are kept waiting."""
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, *, path: str, authorization: str, body: bytes) -> tuple[int, bytes]:
        """Return the status and body of an answer to one question."""
        if path != "/v1/chat/completions":
            return 404, b'{"error": {"message": "no such path"}}'
        if authorization != f"Bearer {self.key}":
            return 401, json.dumps({"error": {"message": f"wrong key {authorization}"}}).encode()
        try:
            self.asked.append(_read(body))
        except (ValueError, LookupError, TypeError) as error:
            return 400, json.dumps({"error": {"message": str(error)}}).encode()
        if self.is_silent:
            self._over.wait()
        return self.status, self._body() if self.raw is None else self.raw

    def _body(self) -> bytes:
        message = {"role": "assistant", "content": self.content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        usage = {"prompt_tokens": 900, "completion_tokens": 60, "total_tokens": 960}
        told = {"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice], "usage": usage}
        return json.dumps(told).encode()


def _read(body: bytes) -> Asked:
    """Return a question that the protocol allows; raises for any other."""
    told = json.loads(body)
    (message,) = told["messages"]
    text, picture = message["content"]
    address = picture["image_url"]["url"]
    if message["role"] != "user" or text["type"] != "text" or picture["type"] != "image_url" or not told["model"]:
        raise ValueError("not the protocol")
    if told["response_format"]["type"] not in ("json_schema", "json_object") or not address.startswith(PREFIX):
        raise ValueError("not the protocol")
    try:
        return Asked(picture=base64.b64decode(address.removeprefix(PREFIX), validate=True), body=told)
    except binascii.Error as error:
        raise ValueError("no picture") from error


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], chat: ChatServer) -> None:
        super().__init__(address, _Handler)
        self.chat = chat


class _Handler(BaseHTTPRequestHandler):
    server: _Listening

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        status, answer = self.server.chat.answer(
            path=self.path, authorization=self.headers.get("Authorization", ""), body=body
        )
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        except OSError:
            # Who asked has left.
            return

    def log_message(self, *_told: object) -> None:
        """Write nothing."""
