"""All that Tencent knows: accounts, people, quotas, tokens, media, codes, and what goes wrong today."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.wxsim.accounts import Account, AccountKind, Mode
from tests.wxsim.clock import Clock
from tests.wxsim.faults import Faults
from tests.wxsim.markup import Fields
from tests.wxsim.media import MediaStore
from tests.wxsim.people import Bubble, Person
from tests.wxsim.quota import Quota
from tests.wxsim.record import Record
from tests.wxsim.tokens import Tokens


@dataclass
class Scene:
    """Hold one code with a scene; `expires_at` is infinite for a permanent one."""

    ticket: str
    scene: str
    app_id: str
    expires_at: float


@dataclass
class Code:
    """Hold a code of a sign-in: whose, for which account, until when, and whether it was used."""

    value: str
    person: Person
    app_id: str
    expires_at: float
    scope: str = ""
    is_used: bool = False


class World:
    """Hold everything that lives longer than one push or one call; use `lock` for more than one step."""

    def __init__(
        self,
        *,
        scale: float = 1.0,
        clock_path: Path | None = None,
        is_clock_followed: bool = True,
        record_path: Path | None = None,
    ) -> None:
        """Begin with one verified service account in safe mode and one mini program of the same owner."""
        self.lock = threading.RLock()
        self.shown = threading.Condition()
        self.clock = Clock(scale=scale, path=clock_path, is_followed=is_clock_followed)
        self.official = Account(app_id="wx5d0e11a5c0ffee01", gh_id="gh_5d0e11a5c0ff")
        self.mini_program = Account(
            app_id="wx5d0e11a5c0ffee02", gh_id="gh_5d0e11a5c1ff", kind=AccountKind.MINI_PROGRAM, mode=Mode.PLAIN
        )
        self.people: dict[str, Person] = {}
        self.quota, self.tokens, self.media = Quota(self.clock), Tokens(self.clock), MediaStore(self.clock)
        self.faults, self.record = Faults(), Record(record_path)
        self.menus: dict[str, dict[str, Any]] = {}
        self.scenes: dict[str, Scene] = {}
        self.codes: dict[str, Code] = {}
        self.session_keys: dict[str, str] = {}
        self.web_tokens: dict[str, Code] = {}
        self.typing: set[str] = set()
        self.templates = {"TEMPLATE-1"}
        self.has_union_ids = True
        self.pic_base = ""
        self.pic_host = ""
        self.stopping = threading.Event()
        self.push_later: Callable[[Person, Fields, Account], object] = lambda _person, _fields, _account: None

    @property
    def accounts(self) -> tuple[Account, Account]:
        """Return the official account and the mini program."""
        return self.official, self.mini_program

    def account_of(self, app_id: str) -> Account | None:
        """Return the account of an AppID."""
        return next((account for account in self.accounts if account.app_id == app_id), None)

    def person(self, name: str) -> Person:
        """Return the person of a name, who is made at first use."""
        with self.lock:
            return self.people.setdefault(name, Person(name))

    def person_of(self, *, app_id: str, open_id: str) -> Person | None:
        """Return whose open id this is at an account."""
        with self.lock:
            return next((person for person in self.people.values() if person.open_id(app_id) == open_id), None)

    def show(
        self, person: Person, *, kind: str, text: str, source: str, mine: bool = False, media_id: str = ""
    ) -> None:
        """Add a bubble to a person's conversation."""
        bubble = Bubble(mine, kind, text, self.clock.now(), source, media_id)
        with self.shown:
            person.bubbles.append(bubble)
            self.shown.notify_all()
        self.record.add("bubble", bubble.at, person=person.name, mine=mine, of=kind, text=text, source=source)

    def pic_url(self, media_id: str) -> str:
        """Return the address of a picture as a push tells it; without a token, as on the real platform."""
        base = f"http://{self.pic_host}" if self.pic_host else self.pic_base
        return f"{base}/mmbiz_jpg/{media_id}/0"

    def secrets_by_name(self) -> dict[str, str]:
        """Return everything that must never stand in a log, by a name that may."""
        named = {
            f"{each.kind}.{name}": value for each in self.accounts for name, value in each.secrets_by_name().items()
        }
        named |= {f"access_token.{number}": value for number, value in enumerate(self.tokens.values())}
        named |= {f"session_key.{number}": value for number, value in enumerate(self.session_keys.values())}
        named |= {f"web_token.{number}": value for number, value in enumerate(self.web_tokens)}
        named |= {f"code.{number}": value for number, value in enumerate(self.codes)}
        for person in list(self.people.values()):
            named |= {f"open_id.{person.name}.{each.kind}": person.open_id(each.app_id) for each in self.accounts}
            named[f"union_id.{person.name}"] = person.union_id
        return named
