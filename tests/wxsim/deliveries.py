"""One push on its way: its attempts, and what the person saw of the answer in the end."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.wxsim.accounts import Account
from tests.wxsim.judging import Judgement, Verdict
from tests.wxsim.markup import Fields
from tests.wxsim.people import Person
from tests.wxsim.wrapping import Request


@dataclass(frozen=True)
class Attempt:
    """Hold one try to deliver: `seconds` are real, `status` is None without an answer."""

    number: int
    sent_at: float
    seconds: float
    status: int | None
    body: bytes
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        """Return what became of it."""
        return self.judgement.verdict

    @property
    def text(self) -> str:
        """Return the text that was answered, shown or not."""
        return self.judgement.text


@dataclass(eq=False)
class Delivery:
    """Hold one push with everything that happened to it."""

    number: int
    account: Account
    person: Person
    fields: Fields
    faults: Mapping[str, float]
    attempts: list[Attempt] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    shown: str | None = None
    _done: threading.Event = field(default_factory=threading.Event)

    @property
    def message_id(self) -> str:
        """Return the MsgId, an empty text for an event."""
        return str(self.fields.get("MsgId", ""))

    @property
    def verdicts(self) -> list[Verdict]:
        """Return what became of each attempt."""
        return [attempt.verdict for attempt in self.attempts]

    @property
    def replies(self) -> list[str]:
        """Return every distinct text that attempts were answered with."""
        return list(dict.fromkeys(attempt.text for attempt in self.attempts if attempt.text))

    @property
    def is_done(self) -> bool:
        """Tell whether the platform is through with it."""
        return self._done.is_set()

    def wait(self, seconds: float = 60) -> Delivery:
        """Return this delivery once it is done; raises TimeoutError when it is not by then."""
        if not self._done.wait(seconds):
            raise TimeoutError(f"push {self.number} is still under way")
        return self

    def finish(self) -> None:
        """Mark the platform as through with it."""
        self._done.set()
