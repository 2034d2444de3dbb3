"""Calls of the simulator's API, as an app makes them."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.wxsim.accounts import Account
from tests.wxsim.simulator import Simulator


@dataclass(frozen=True)
class Got:
    """Hold one answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> dict[str, Any]:
        """Return the JSON of the answer."""
        data: dict[str, Any] = json.loads(self.body)
        return data

    @property
    def code(self) -> int:
        """Return the error code, 0 without one."""
        return int(self.data.get("errcode", 0))


def call(
    base: str,
    path: str,
    query: Mapping[str, object] | None = None,
    *,
    data: object = None,
    body: bytes = b"",
    kind: str = "",
) -> Got:
    """Call an address: POST with `data` (JSON) or `body`, else GET; raises OSError or HTTPException."""
    raw = json.dumps(data, ensure_ascii=False).encode() if data is not None else body
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=5)
    try:
        headers = {"Content-Type": kind} if kind else {}
        target = f"{path}?{urlencode(query)}" if query else path
        connection.request("POST" if raw or data is not None else "GET", target, raw or None, headers)
        answer = connection.getresponse()
        names = {name.casefold(): value for name, value in answer.getheaders()}
        return Got(answer.status, names, answer.read())
    finally:
        connection.close()


class Client:
    """Call with the stable token of one account."""

    def __init__(self, sim: Simulator, account: Account | None = None) -> None:
        """Fetch nothing yet."""
        self.sim, self.account = sim, account or sim.account

    def stable(self, **changes: object) -> Got:
        """Ask for the stable token."""
        data = {"grant_type": "client_credential", "appid": self.account.app_id, "secret": self.account.secret}
        return call(self.sim.api_base, "/cgi-bin/stable_token", data=data | changes)

    def get(self, path: str, **query: object) -> Got:
        """Call with a token."""
        return call(self.sim.api_base, path, {"access_token": self.token(), **query})

    def post(self, path: str, data: object) -> Got:
        """Call with a token and a body."""
        return call(self.sim.api_base, path, {"access_token": self.token()}, data=data)

    def send(self, open_id: str, text: str = "你好") -> Got:
        """Send a customer message."""
        data = {"touser": open_id, "msgtype": "text", "text": {"content": text}}
        return self.post("/cgi-bin/message/custom/send", data)

    def token(self) -> str:
        """Return the token of the latest fetch; fetched once."""
        if not hasattr(self, "_token"):
            self._token = str(self.stable().data["access_token"])
        return self._token

    def forget(self) -> None:
        """Fetch anew at the next call."""
        del self._token
