"""The whole of Tencent's side in one object: start it, aim it at a webhook, take phones, look what happened."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from tests.wxsim.accounts import Account, AccountKind, Mode
from tests.wxsim.api.calls import Asked, Told, html
from tests.wxsim.api.dispatch import PREFIXES, answer
from tests.wxsim.api.media import picture
from tests.wxsim.clock import Clock
from tests.wxsim.crypto import new_aes_key, new_nonce, signature_of
from tests.wxsim.deliveries import Attempt, Delivery
from tests.wxsim.engine import PushEngine
from tests.wxsim.faults import Faults
from tests.wxsim.markup import Fields, as_xml
from tests.wxsim.phones import NO_FAULTS, Phone
from tests.wxsim.posting import Answer, ask
from tests.wxsim.quota import Quota
from tests.wxsim.record import Record
from tests.wxsim.server import Server
from tests.wxsim.tokens import Tokens
from tests.wxsim.violations import Violation, violations_of
from tests.wxsim.world import World
from tests.wxsim.wrapping import Request


class Simulator:
    """Play Tencent for one official account and one mini program of the same owner."""

    def __init__(
        self,
        *,
        scale: float = 1.0,
        clock_file: Path | None = None,
        is_clock_followed: bool = True,
        record_file: Path | None = None,
        attempts: int = 3,
        port: int = 0,
        pic_host: str = "",
    ) -> None:
        """Listen on loopback.

        `pic_host` replaces the address in PicUrl, for an app that maps the host itself. Say whether the app follows the
        clock when it is moved.
        """
        self.world = World(
            scale=scale, clock_path=clock_file, is_clock_followed=is_clock_followed, record_path=record_file
        )
        self.engine = PushEngine(self.world, attempts=attempts)
        self.pages: Callable[[Asked], Told] = lambda _asked: html(404)
        self._server = Server(self.world, self._answer, port=port)
        self._pictures = Server(
            self.world, lambda asked: picture(asked.world, asked.path), port=port + 1 if port else 0
        )
        self.world.pic_base, self.world.pic_host = self._pictures.url, pic_host
        self.world.push_later = self._push_later
        self._phones: dict[str, Phone] = {}

    def __enter__(self) -> Self:
        """Begin to answer."""
        self._server.start()
        self._pictures.start()
        return self

    def __exit__(self, *_of: object) -> None:
        """Stop both servers; pushes under way end by themselves."""
        self.world.stopping.set()
        self.engine.close()
        self._server.stop()
        self._pictures.stop()

    @property
    def account(self) -> Account:
        """Return the official account."""
        return self.world.official

    @property
    def mini_program(self) -> Account:
        """Return the mini program."""
        return self.world.mini_program

    @property
    def clock(self) -> Clock:
        """Return the shared clock."""
        return self.world.clock

    @property
    def faults(self) -> Faults:
        """Return the rules of what goes wrong."""
        return self.world.faults

    @property
    def record(self) -> Record:
        """Return what happened."""
        return self.world.record

    @property
    def tokens(self) -> Tokens:
        """Return the access tokens."""
        return self.world.tokens

    @property
    def quota(self) -> Quota:
        """Return the ledger of customer messages."""
        return self.world.quota

    @property
    def menu(self) -> dict[str, Any] | None:
        """Return the menu that the app made, None without one."""
        return self.world.menus.get(self.account.app_id)

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Return every push, in the order in which they began."""
        return tuple(self.engine.deliveries)

    @property
    def api_base(self) -> str:
        """Return the address that stands for https://api.weixin.qq.com."""
        return self._server.url

    @property
    def pic_base(self) -> str:
        """Return the address of the server of pictures."""
        return self._pictures.url

    def aim(self, webhook: str, *, mini: str = "") -> None:
        """Send the official account's pushes there, and to `mini` those of the mini program, sealed."""
        self.account.webhook = webhook
        if mini:
            self.mini_program.webhook = mini
            self.mini_program.become(mode=Mode.SAFE)

    def become(self, *, kind: AccountKind | None = None, mode: Mode | None = None) -> None:
        """Change the official account's type or mode; raises ValueError for what there is not."""
        self.account.become(kind=kind, mode=mode)

    def rotate_key(self) -> tuple[str, str]:
        """Give the official account a new EncodingAESKey; return the one before and the new one."""
        account = self.account
        account.previous_aes_key, account.aes_key = account.aes_key, new_aes_key()
        return account.previous_aes_key, account.aes_key

    def phone(self, name: str) -> Phone:
        """Return the phone of a person, who is made at first use."""
        with self.world.lock:
            if name not in self._phones:
                self._phones[name] = Phone(name, world=self.world, engine=self.engine)
            return self._phones[name]

    def verify(self, echo: str = "5927782489442352469", *, token: str = "", **changes: str) -> Answer:
        """Verify the address as the console's button does; `changes` replace parts of the query, empty ones go."""
        timestamp, nonce = str(int(self.clock.stamp())), new_nonce()
        signature = signature_of(token or self.account.token, timestamp, nonce)
        query = {"signature": signature, "timestamp": timestamp, "nonce": nonce, "echostr": echo} | changes
        request = Request({name: value for name, value in query.items() if value}, {}, b"")
        return ask(self.account.webhook, request, method="GET", seconds=5)

    def push_together(self, actions: Sequence[Callable[[], Delivery]]) -> list[Delivery]:
        """Do several things at once, each in a thread of its own; return their deliveries in the given order."""
        with ThreadPoolExecutor(len(actions)) as pool:
            return [each.result() for each in [pool.submit(action) for action in actions]]

    def out_of_order(
        self, sendings: Sequence[tuple[Phone, Fields]], *, order: Sequence[int], message_ids: Sequence[str] = ()
    ) -> list[Delivery]:
        """Give messages ids and times in their order, but deliver them in another; return them in their own order."""
        start = int(self.clock.stamp()) - len(sendings)
        stamped = [{**fields, "CreateTime": start + number} for number, (_, fields) in enumerate(sendings)]
        ids = list(message_ids) or [str(7_300_000_000_000_000_000 + start * 100 + n) for n in range(len(sendings))]
        done = {
            number: sendings[number][0].sends(stamped[number], message_id=ids[number], waits=False) for number in order
        }
        return [done[number].wait() for number in range(len(sendings))]

    def again(self, delivery: Delivery, *, faults: Mapping[str, float] = NO_FAULTS) -> Delivery:
        """Deliver the same message once more, hours later perhaps: the same MsgId, a fresh timestamp and nonce."""
        return self.engine.again(delivery, faults).wait()

    def replay(self, delivery: Delivery, *, fields: Fields | None = None) -> Attempt:
        """Send a recorded request again byte by byte, or with `fields` changed: a plain signature covers no body."""
        if fields is None:
            return self.engine.replay(delivery)
        forged = replace(delivery.requests[0], body=as_xml({**delivery.fields, **fields}).encode())
        return self.engine.replay(delivery, forged)

    def settle(self, seconds: float = 30) -> None:
        """Wait until no push is under way; raises TimeoutError when some still are."""
        ends = time.perf_counter() + seconds
        for delivery in self.deliveries:
            delivery.wait(max(0.0, ends - time.perf_counter()))

    def violations(self) -> tuple[Violation, ...]:
        """Return what the app did wrong so far."""
        return violations_of(self.world, self.deliveries)

    def assert_clean(self, *, allow: Sequence[str] = ()) -> None:
        """Raise AssertionError with everything that the app did wrong, save the rules that are allowed here."""
        found = [violation for violation in self.violations() if violation.rule not in allow]
        told = "\n".join(f"{violation.rule}: {violation.detail}" for violation in found)
        assert not found, f"the platform would object:\n{told}"

    def leaks_in(self, text: str) -> list[str]:
        """Return the names of the secrets and ids that stand in a text, such as a log or a dump of a database."""
        return sorted(name for name, value in self.world.secrets_by_name().items() if value and value in text)

    def _push_later(self, person: Any, fields: Fields, account: Account) -> None:
        if account.webhook:
            self.engine.push(person, fields, account=account, faults={})

    def _answer(self, asked: Asked) -> Told:
        return answer(asked) if asked.path.startswith(PREFIXES) else self.pages(asked)
