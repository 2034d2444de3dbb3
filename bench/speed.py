"""How long requests take, as ratios to the yardstick in the same run, on the same server and database.

A real server process is asked over loopback, one request after the other. A round asks for every kind a few times, the
yardstick among them, on one database and then on the other, in an order that changes; a ratio is taken within a round,
so that whatever else the machine does weighs on both sides of it.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bench.places import Place, Web, web
from bench.reports import SEED, Figure, Report, interval_of
from bench.wire import Answer, Wire, parsed

ROUNDS = 30
REQUESTS_A_ROUND = 12
WARM_UP = 30
MOST_MEMORY_MB = 260
YARDSTICK = "yardstick"
SAYINGS = ("早上吃了两个鸡蛋、一碗小米粥", "2 eggs and 200 ml milk", "午饭一碗米饭，一份番茄炒蛋")
WORDS = ("鸡蛋", "米饭", "egg", "jidan", "yogurt", "牛肉面", "豆漿", "bannana")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of request: how it is sent, and how many yardsticks it may take."""

    name: str
    send: Callable[[Wire, dict[str, Any], int], Answer]
    most: float | None = None


@dataclass
class Measured:
    """One database with its server, and the seconds of each request so far, by kind and round."""

    place: Place
    web: Web
    wire: Wire
    people: dict[str, Any]
    seconds: dict[str, list[list[float]]] = field(default_factory=dict)


def run(report: Report, names: list[str], made: Sequence[Place]) -> None:
    """Measure the kinds of request that are named, on every database; add ratios, times and memory."""
    kinds = [KINDS[YARDSTICK], *(KINDS[name] for name in names if name in KINDS and name != YARDSTICK)]
    with ExitStack() as stack:
        measured = [_measured(place, stack) for place in made]
        for each in measured:
            _warm_up(each, kinds)
        order = random.Random(SEED)  # noqa: S311  # the order of measurements is no secret
        for number in range(ROUNDS):
            _round(order.sample(measured, len(measured)), order.sample(kinds, len(kinds)), number)
        for each in measured:
            _tell(report, each, kinds)


def _measured(place: Place, stack: ExitStack) -> Measured:
    people = place.facts("-m", "bench.people", "1")
    server = stack.enter_context(web(place))
    wire = stack.enter_context(Wire(server.port, token=people["token"]))
    return Measured(place=place, web=server, wire=wire, people=people)


def _warm_up(measured: Measured, kinds: list[Kind]) -> None:
    """Fill the server's caches, the index of foods first; a refusal ends the measurement here."""
    for kind in (KINDS["search"], *kinds):
        for number in range(WARM_UP):
            parsed(kind.send(measured.wire, measured.people, number))


def _round(measured: list[Measured], kinds: list[Kind], number: int) -> None:
    for each in measured:
        for kind in kinds:
            answers = [kind.send(each.wire, each.people, number + i) for i in range(REQUESTS_A_ROUND)]
            for answer in answers:
                parsed(answer)
            each.seconds.setdefault(kind.name, []).append([answer.seconds for answer in answers])


def _tell(report: Report, measured: Measured, kinds: list[Kind]) -> None:
    name = measured.place.name
    yardstick = [statistics.median(seconds) for seconds in measured.seconds[YARDSTICK]]
    for kind in kinds:
        rounds = measured.seconds[kind.name]
        everything = [second * 1000 for seconds in rounds for second in seconds]
        p50 = statistics.median(everything)
        report.add(Figure(name=f"{name}: {kind.name}, p50", value=p50, unit="ms", n=len(everything)))
        p95 = statistics.quantiles(everything, n=20)[-1]
        report.add(Figure(name=f"{name}: {kind.name}, p95", value=p95, unit="ms", n=len(everything)))
        if kind.name != YARDSTICK:
            ratios = [statistics.median(seconds) / base for seconds, base in zip(rounds, yardstick, strict=True)]
            report.add(_ratio(f"{name}: {kind.name} / yardstick", ratios, kind.most))
    memory = measured.web.memory_mb()
    report.add(Figure(name=f"{name}: memory of the web process", value=memory, unit="MB", most=MOST_MEMORY_MB))


def _ratio(name: str, ratios: list[float], most: float | None) -> Figure:
    low, high = interval_of(ratios, statistics.median)
    value = statistics.median(ratios)
    return Figure(name=name, value=value, unit="x", n=len(ratios), low=low, high=high, most=most)


def _yardstick(wire: Wire, people: dict[str, Any], number: int) -> Answer:
    versions = people["versions"]
    return wire.ask("GET", f"/yardstick/{versions[number % len(versions)]}")


def _log_meal(wire: Wire, people: dict[str, Any], _number: int) -> Answer:
    items = [{"food_id": food, "grams": 100} for food in people["foods"]]
    return wire.ask("POST", "/api/v1/meals", {"at": datetime.now(UTC).isoformat(), "items": items})


def _log_words(wire: Wire, _people: dict[str, Any], number: int) -> Answer:
    said = {"at": datetime.now(UTC).isoformat(), "text": SAYINGS[number % len(SAYINGS)]}
    return wire.ask("POST", "/api/v1/meals", said)


def _understand(wire: Wire, _people: dict[str, Any], number: int) -> Answer:
    return wire.ask("POST", "/api/v1/meals/understand", {"text": SAYINGS[number % len(SAYINGS)]})


def _day(wire: Wire, people: dict[str, Any], _number: int) -> Answer:
    return wire.ask("GET", f"/api/v1/days/{people['day']}")


def _search(wire: Wire, _people: dict[str, Any], number: int) -> Answer:
    word = "".join(f"%{byte:02X}" for byte in WORDS[number % len(WORDS)].encode())
    return wire.ask("GET", f"/api/v1/foods?q={word}&limit=10")


KINDS = {
    kind.name: kind
    for kind in (
        Kind(name=YARDSTICK, send=_yardstick),
        Kind(name="log", send=_log_meal, most=6),
        Kind(name="words", send=_log_words),
        Kind(name="understand", send=_understand),
        Kind(name="day", send=_day, most=3),
        Kind(name="search", send=_search),
    )
}
