"""The push engine: attempts of five seconds, three in all, with one MsgId and a fresh timestamp and nonce each.

An attempt that got no answer, or a 5xx, is tried again when its five seconds are over; any other answer ends the push.
The person sees the first reply that is valid and came in time, or the platform's words of a fault when none came.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from tests.wxsim.accounts import Account
from tests.wxsim.clock import HEADER
from tests.wxsim.deliveries import Attempt, Delivery
from tests.wxsim.faults import HOSTILE, check_push_faults
from tests.wxsim.judging import FAULT_TEXT, Judgement, Verdict, judge
from tests.wxsim.markup import Fields
from tests.wxsim.people import Person
from tests.wxsim.posting import Answer, NoAnswerError, NoAnswerInTimeError, ask
from tests.wxsim.world import World
from tests.wxsim.wrapping import Request, wrap

SECONDS = 5.0
MOST_ATTEMPTS = 3
SLOW_BODY_SECONDS = 30.0
ELSEWHERE = "127.0.0.2"
"""An address that is not among those that `getcallbackip` tells."""
_RETRIED = frozenset({Verdict.TIMED_OUT, Verdict.BROKEN, Verdict.LOST})
_CLICKS = frozenset({"CLICK", "scancode_push", "scancode_waitmsg"})


class PushEngine:
    """Deliver pushes to the webhooks of accounts."""

    def __init__(self, world: World, *, attempts: int = MOST_ATTEMPTS) -> None:
        """Take the world; `attempts` is how often a push is tried in all."""
        self._world = world
        self._attempts = attempts
        self._message_id = 7250021412600020992 + int(time.time() * 1000) % 10**12
        self._pool = ThreadPoolExecutor(256, "wxsim-push")
        self.deliveries: list[Delivery] = []

    def push(
        self,
        person: Person,
        fields: Fields,
        *,
        account: Account,
        faults: Mapping[str, float],
        message_id: str = "",
        is_from_platform: bool = False,
    ) -> Delivery:
        """Start to deliver what a person did; return at once.

        Raises ValueError for a fault that is not known. `is_from_platform` is for events whose FromUserName is not
        the person's.
        """
        check_push_faults(faults)
        now = int(self._world.clock.stamp())
        sender = "oPlatformPlatformPlatform000" if is_from_platform else person.open_id(account.app_id)
        common: Fields = {"ToUserName": account.gh_id, "FromUserName": sender, "CreateTime": now}
        # An order of its own may be told by a CreateTime among the fields.
        full = {**common, **fields, **self._key(fields, message_id)}
        self._open_quota(person, account, fields)
        return self._start(person, full, account, faults)

    def again(self, before: Delivery, faults: Mapping[str, float]) -> Delivery:
        """Deliver the same push once more, as after an answer that got lost: same MsgId, fresh timestamp."""
        check_push_faults(faults)
        return self._start(before.person, before.fields, before.account, faults)

    def replay(self, before: Delivery, forged: Request | None = None) -> Attempt:
        """Send the first request of a push once more, byte by byte, or a forged one made from it."""
        attempt = self._try(before, forged or before.requests[0], number=len(before.attempts) + 1)
        self._world.record.add("replay", attempt.sent_at, push=before.number, status=attempt.status)
        return attempt

    def close(self) -> None:
        """Start nothing more; what is under way ends by itself."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _key(self, fields: Fields, message_id: str) -> dict[str, str]:
        if fields.get("MsgType") == "event":
            return {}
        with self._world.lock:
            self._message_id += 1
            return {"MsgId": message_id or str(self._message_id)}

    def _open_quota(self, person: Person, account: Account, fields: Fields) -> None:
        event, open_id = fields.get("Event", ""), person.open_id(account.app_id)
        with self._world.lock:
            if event == "subscribe":
                self._world.quota.open(open_id, "subscribe")
            elif event == "SCAN":
                self._world.quota.open(open_id, "scan")
            elif event in _CLICKS or "bizmsgmenuid" in fields:
                self._world.quota.open(open_id, "click")
            elif not event:
                self._world.quota.open(open_id, "message")
        self._world.record.add("ledger", self._world.clock.now(), person=person.name, cause=event or "message")

    def _start(self, person: Person, fields: Fields, account: Account, faults: Mapping[str, float]) -> Delivery:
        struck = self._world.faults.of_push(person.open_id(account.app_id))
        with self._world.lock:
            delivery = Delivery(len(self.deliveries) + 1, account, person, fields, {**struck, **faults})
            self.deliveries.append(delivery)
        self._pool.submit(self._run, delivery)
        return delivery

    def _run(self, delivery: Delivery) -> None:
        copies = int(delivery.faults.get("dup_parallel", 0))
        try:
            others = [self._pool.submit(self._tried_once, delivery) for _ in range(copies)]
            self._tried_until_answered(delivery)
            for other in others:
                other.result()
            self._show(delivery)
            # Nothing is repeated that was given up.
            is_answered = delivery.attempts[-1].verdict not in _RETRIED
            for _ in range(int(delivery.faults.get("dup", 0)) if is_answered else 0):
                self._tried_once(delivery)
        finally:
            delivery.finish()

    def _tried_until_answered(self, delivery: Delivery) -> None:
        attempts = 1 if HOSTILE & set(delivery.faults) else self._attempts
        for number in range(1, attempts + 1):
            attempt = self._tried_once(delivery, is_lost=number == 1 and "drop_first_ack" in delivery.faults)
            if attempt.verdict not in _RETRIED:
                return
            if number < attempts:
                time.sleep(max(0.0, self._world.clock.wait_of(SECONDS) - attempt.seconds))

    def _tried_once(self, delivery: Delivery, *, is_lost: bool = False) -> Attempt:
        stamp = None
        if "same_nonce" in delivery.faults and delivery.requests:
            first = delivery.requests[0].query
            stamp = (first["timestamp"], first["nonce"])
        now = self._world.clock.stamp()
        request = wrap(delivery.fields, account=delivery.account, now=now, faults=delivery.faults, stamp=stamp)
        with self._world.lock:
            delivery.requests.append(request)
            number = len(delivery.requests)
        attempt = self._try(delivery, request, number=number, is_lost=is_lost)
        with self._world.lock:
            delivery.attempts.append(attempt)
        self._note(delivery, attempt)
        return attempt

    def _try(self, delivery: Delivery, request: Request, *, number: int, is_lost: bool = False) -> Attempt:
        at, started = self._world.clock.now(), time.perf_counter()
        headed = Request(
            request.query,
            {**request.headers, HEADER: repr(self._world.clock.offset)},
            request.body,
            request.bytes_per_second,
        )
        limit = SLOW_BODY_SECONDS if request.bytes_per_second else SECONDS
        answer: Answer | None = None
        try:
            seconds = self._world.clock.wait_of(limit)
            source = ELSEWHERE if "from_elsewhere" in delivery.faults else ""
            answer = ask(delivery.account.webhook, headed, seconds=seconds, source=source)
            judgement = judge(
                answer, fields=delivery.fields, account=delivery.account, is_old_key="old_key" in delivery.faults
            )
        except NoAnswerInTimeError:
            judgement = Judgement(Verdict.TIMED_OUT, problem="no answer in five seconds")
        except NoAnswerError as error:
            judgement = Judgement(Verdict.BROKEN, problem=str(error))
        if is_lost:
            judgement = Judgement(Verdict.LOST, judgement.kind, judgement.text)
        took = time.perf_counter() - started
        status, body = (answer.status, answer.body) if answer else (None, b"")
        return Attempt(number, at, took, status, body, judgement)

    def _show(self, delivery: Delivery) -> None:
        """Show the person the first valid reply, or the words of a fault."""
        judgements = [attempt.judgement for attempt in sorted(delivery.attempts, key=lambda each: each.number)]
        good = next((each for each in judgements if each.verdict is Verdict.SHOWN), None)
        is_silent = any(each.verdict is Verdict.SILENT for each in judgements)
        if HOSTILE & set(delivery.faults) or (good is None and is_silent):
            return
        is_reached = delivery.person.is_following or delivery.account is self._world.mini_program
        if not is_reached or delivery.fields["FromUserName"] != delivery.person.open_id(delivery.account.app_id):
            return
        if good is None:
            delivery.shown = FAULT_TEXT
            self._world.show(delivery.person, kind="text", text=FAULT_TEXT, source="fault")
            return
        delivery.shown = good.text
        self._world.show(delivery.person, kind=good.kind, text=good.text, source="reply", media_id=good.media_id)

    def _note(self, delivery: Delivery, attempt: Attempt) -> None:
        facts = {"of": delivery.fields["MsgType"], "event": delivery.fields.get("Event", "")}
        self._world.record.add(
            "attempt",
            attempt.sent_at,
            push=delivery.number,
            person=delivery.person.name,
            **facts,
            number_of_attempt=attempt.number,
            seconds=round(attempt.seconds, 4),
            status=attempt.status,
            verdict=attempt.verdict.value,
            problem=attempt.judgement.problem,
            answer=attempt.text,
            faults=dict(delivery.faults),
        )
