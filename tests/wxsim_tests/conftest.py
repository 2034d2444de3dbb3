"""A small app of our own that answers pushes as a test tells it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from tests.wxsim.accounts import Mode
from tests.wxsim.api.calls import Asked, Told
from tests.wxsim.crypto import signature_of
from tests.wxsim.markup import Fields, as_xml, texts_of
from tests.wxsim.server import Server
from tests.wxsim.simulator import Simulator


class App:
    """Answer pushes; `says` returns the text for the fields of a push, an empty one for `success`.

    `first_wait` is how many seconds the first answer takes; `raw` replaces what is answered.
    """

    def __init__(self, sim: Simulator) -> None:
        """Listen, and aim the platform here."""
        self.sim = sim
        self.says: Callable[[dict[str, str]], str] = lambda fields: f"收到{fields.get('Content', '')}"
        self.waits: list[float] = []
        self.raw: Told | None = None
        self.got: list[Asked] = []
        self.fields: list[dict[str, str]] = []
        self.server = Server(sim.world, self._answer)
        sim.aim(f"{self.server.url}/wechat/")

    def _answer(self, asked: Asked) -> Told:
        self.got.append(asked)
        wait = self.waits.pop(0) if self.waits else 0.0
        time.sleep(wait)
        if self.raw is not None:
            return self.raw
        if asked.method == "GET":
            return Told(asked.query["echostr"].encode())
        fields = self.opened(asked.body)
        self.fields.append(fields)
        text = self.says(fields)
        return Told(self.wrapped(fields, text)) if text else Told(b"success")

    def opened(self, body: bytes) -> dict[str, str]:
        """Return the fields of a push."""
        outer = texts_of(body)
        if "Encrypt" not in outer:
            return outer
        return texts_of(self.sim.account.safe_mode().open(outer["Encrypt"]))

    def wrapped(self, fields: dict[str, str], text: str, **changes: str) -> bytes:
        """Return a reply to a push, sealed unless the account is plain."""
        names: Fields = {"ToUserName": fields["FromUserName"], "FromUserName": fields["ToUserName"], "CreateTime": 1}
        inner = as_xml({**names, "MsgType": "text", "Content": text, **changes})
        if self.sim.account.mode is Mode.PLAIN:
            return inner.encode()
        sealed = self.sim.account.safe_mode().seal(inner.encode())
        signature = signature_of(self.sim.account.token, "1", "2", sealed)
        return as_xml({"Encrypt": sealed, "MsgSignature": signature, "TimeStamp": 1, "Nonce": "2"}).encode()


@pytest.fixture
def app(wxsim: Simulator) -> Iterator[App]:
    """Return an app that the platform pushes to."""
    app = App(wxsim)
    app.server.start()
    yield app
    app.server.stop()
