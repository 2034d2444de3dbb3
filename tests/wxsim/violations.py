"""What the app did that Tencent would punish, that people would suffer from, or that lets secrets out.

What the simulator spoiled itself does not count: a call that a fault struck, a push that was made hostile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.wxsim.accounts import Account, Right
from tests.wxsim.api.dispatch import ROUTES
from tests.wxsim.deliveries import Delivery
from tests.wxsim.faults import FORGED, HOSTILE
from tests.wxsim.judging import FAULT_TEXT, Verdict
from tests.wxsim.record import Call
from tests.wxsim.world import World

BANNED = (
    *("治疗", "治愈", "根治", "疗效", "处方", "降糖药", "减肥神器", "月瘦", "包瘦", "排毒", "抗癌", "国家级"),
    *("分享到朋友圈", "转发领取", "邀请好友"),
)
"""Words for which accounts are punished: cures, promises, and pressure to share."""

OLD_SECONDS = 900.0
MOST_BAD_TOKENS = 2
SEND = "/cgi-bin/message/custom/send"


@dataclass(frozen=True)
class Violation:
    """Hold the name of a rule and what broke it."""

    rule: str
    detail: str


def violations_of(world: World, deliveries: Sequence[Delivery]) -> tuple[Violation, ...]:
    """Return everything that was done wrong, in the order of the rules."""
    calls = [call for call in world.record.calls() if not call.is_faulty]
    of_calls: tuple[Callable[[World, Sequence[Call]], Iterator[Violation]], ...] = (
        _unknown_endpoints,
        _secrets_in_addresses,
        _escaped_bodies,
        _early_fetches,
        _bad_tokens_again,
        _mixed_families,
        _rights_learned,
        _outside_quota,
        _side_by_side,
    )
    of_pushes = (_late, _bad_answers, _faults_shown, _forged_taken, _different_replies)
    found = [violation for rule in of_calls for violation in rule(world, calls)]
    found += [violation for check in of_pushes for violation in check(deliveries)]
    return (*found, *_words(world))


def _unknown_endpoints(_world: World, calls: Sequence[Call]) -> Iterator[Violation]:
    for call in calls:
        if call.path not in ROUTES or call.errcode in (43001, 43002):
            yield Violation("unknown_endpoint", f"{call.method} {call.path}")


def _secrets_in_addresses(_world: World, calls: Sequence[Call]) -> Iterator[Violation]:
    if any(call.path == "/cgi-bin/token" for call in calls):
        yield Violation("secret_in_address", "GET /cgi-bin/token carries the secret; stable_token does not")


def _escaped_bodies(_world: World, calls: Sequence[Call]) -> Iterator[Violation]:
    for call in calls:
        if call.is_escaped:
            yield Violation("escaped_body", call.path)


def _early_fetches(world: World, _calls: Sequence[Call]) -> Iterator[Violation]:
    for fetch in world.tokens.fetches():
        if fetch.is_early:
            yield Violation("token_fetched_early", f"{fetch.family} token while the one before was good")


def _bad_tokens_again(_world: World, calls: Sequence[Call]) -> Iterator[Violation]:
    """Find calls that went on with a token that had been refused."""
    count = 0
    for call in calls:
        if "token" in call.path.rpartition("/")[2]:
            continue
        count = count + 1 if call.errcode in (40001, 40014, 42001) else 0
        if count == MOST_BAD_TOKENS + 1 and not call.family:
            yield Violation("bad_token_again", f"more than {MOST_BAD_TOKENS} calls in a row with a refused token")


def _mixed_families(_world: World, calls: Sequence[Call]) -> Iterator[Violation]:
    families = {(call.app_id, call.family) for call in calls if call.family}
    if len(families) > len({app_id for app_id, _ in families}):
        yield Violation("mixed_token_families", "one account calls with plain and with stable tokens")


def _rights_learned(_world: World, calls: Sequence[Call]) -> Iterator[Violation]:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for call in calls:
        if call.errcode in (48001, 40200):
            counts[call.app_id, call.path] += 1
            if counts[call.app_id, call.path] == 2:
                yield Violation("missing_right_again", f"{call.path} after it was refused for want of the right")


def _outside_quota(_world: World, calls: Sequence[Call]) -> Iterator[Violation]:
    for call in calls:
        if call.path == SEND and call.errcode in (45015, 45047, 48002, 43004):
            yield Violation("send_outside_quota", f"{call.errcode}")


def _side_by_side(_world: World, calls: Sequence[Call]) -> Iterator[Violation]:
    """Find customer messages to one person that were under way at the same time, which may arrive in any order."""
    ends: dict[str, float] = {}
    for call in sorted((call for call in calls if call.path == SEND), key=lambda each: each.started):
        if call.started < ends.get(call.open_id, 0.0):
            yield Violation("sends_side_by_side", "two customer messages to one person at once")
        ends[call.open_id] = max(ends.get(call.open_id, 0.0), call.ended)


def _is_honest(delivery: Delivery) -> bool:
    return not (HOSTILE & set(delivery.faults)) and abs(delivery.faults.get("skew", 0)) < OLD_SECONDS / 3


def _late(deliveries: Sequence[Delivery]) -> Iterator[Violation]:
    """Find attempts that were let run out although a customer message could have brought the answer."""
    for delivery in deliveries:
        if _is_honest(delivery) and _may_send(delivery.account) and Verdict.TIMED_OUT in delivery.verdicts:
            yield Violation("late_answer", f"push {delivery.number} was not answered in five seconds")


def _may_send(account: Account) -> bool:
    return Right.CUSTOMER_MESSAGE in account.rights


def _bad_answers(deliveries: Sequence[Delivery]) -> Iterator[Violation]:
    for delivery in filter(_is_honest, deliveries):
        for attempt in delivery.attempts:
            if attempt.verdict in (Verdict.FAULT, Verdict.REFUSED) or (attempt.status or 0) >= 500:
                yield Violation("bad_answer", f"push {delivery.number}: {attempt.judgement.problem}")


def _faults_shown(deliveries: Sequence[Delivery]) -> Iterator[Violation]:
    """Find messages to which nothing came at all, so that the person read of a fault."""
    for delivery in deliveries:
        if delivery.shown == FAULT_TEXT and all(attempt.status is None for attempt in delivery.attempts):
            yield Violation("fault_shown", f"push {delivery.number} was never answered")


def _forged_taken(deliveries: Sequence[Delivery]) -> Iterator[Violation]:
    """Find forged pushes, or ones from another time, that were answered as if they were true."""
    for delivery in deliveries:
        is_old = abs(delivery.faults.get("skew", 0)) > OLD_SECONDS
        if not (FORGED & set(delivery.faults) or is_old):
            continue
        for attempt in delivery.attempts:
            if attempt.verdict in (Verdict.SHOWN, Verdict.SILENT):
                names = ", ".join(sorted(delivery.faults))
                yield Violation("forged_push_taken", f"push {delivery.number} ({names}) got {attempt.status}")


def _different_replies(deliveries: Sequence[Delivery]) -> Iterator[Violation]:
    """Find a message whose attempts got different answers: it was handled more than once."""
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for delivery in deliveries:
        if delivery.message_id and _is_honest(delivery):
            texts[str(delivery.fields["FromUserName"]), delivery.message_id] += delivery.replies
    for (_, message_id), replies in texts.items():
        if len(set(replies)) > 1:
            yield Violation("different_replies", f"message {message_id} was answered in {len(set(replies))} ways")


def _words(world: World) -> Iterator[Violation]:
    """Find secrets, ids and banned words in what people were shown."""
    named = {name: value for name, value in world.secrets_by_name().items() if value}
    for person in list(world.people.values()):
        for bubble in list(person.bubbles):
            if bubble.mine or bubble.source == "fault":
                continue
            yield from (Violation("secret_shown", name) for name, value in named.items() if value in bubble.text)
            yield from (Violation("banned_words", word) for word in BANNED if word in bubble.text)
