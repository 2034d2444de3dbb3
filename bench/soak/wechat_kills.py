"""Kill -9 of webhook and worker at 200 random points of a conversation of 1,000 messages, some twice, some late.

Each message logs a meal of its own weight in grams. Afterwards every meal that was acknowledged must be there once, and
every answer must have been seen; one that was seen twice is a repeat, and must be marked and counted.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import psutil

from bench.places import Place, places
from bench.reports import SEED, Report
from bench.soak.wechat_place import Parts, followers, parts_of, with_account
from tests.wxsim import messages
from tests.wxsim.deliveries import Delivery
from tests.wxsim.judging import Verdict
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

MESSAGES, KILLS, PEOPLE = 1000, 200, 10
PROCESSES = 3
GROWN_UP_SECONDS = 9
"""The server takes it for a fault of the program when a process dies younger than that, and gives up."""
LIGHTEST_GRAMS = 1001
"""The first meal's weight; each message has one more, so that each answer is known by its number."""
PATIENCE_SECONDS = 240
GOING_ON_SECONDS = 15
NOTHING_WAITS = "没有在等的结果。"
_ACKNOWLEDGED = frozenset({Verdict.SHOWN, Verdict.SILENT})


@dataclass
class Talk:
    """What was said, by the weight of its meal."""

    draw: random.Random
    phones: Sequence[Phone]
    said: dict[int, tuple[Phone, Delivery]] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)

    def say(self, grams: int) -> None:
        """Push one meal; some pushes come twice, at once or one after the other."""
        phone = self.phones[grams % len(self.phones)]
        faults: dict[str, float] = {}
        if self.draw.random() < 0.15:
            faults[self.draw.choice(["dup", "dup_parallel"])] = 1
        self.said[grams] = (phone, phone.says(f"米饭{grams}克", faults=faults, waits=False))

    def say_out_of_order(self, grams: Sequence[int]) -> None:
        """Push a few meals of one person later ones first."""
        phone = self.phones[grams[0] % len(self.phones)]
        order = list(range(len(grams)))
        self.draw.shuffle(order)
        now = int(phone.person.bubbles[-1].at if phone.person.bubbles else time.time())
        for number in order:
            fields = {**messages.text(f"米饭{grams[number]}克"), "CreateTime": now + number}
            self.said[grams[number]] = (phone, phone.sends(fields, waits=False))


def run(report: Report) -> None:
    """Talk and kill on PostgreSQL; SOAK_KILLS takes fewer for a try, with five messages each."""
    kills = int(os.environ.get("SOAK_KILLS", KILLS))
    with places(("postgresql",), has_catalogue=False) as (bare,), Simulator() as simulator:
        place = with_account(bare, simulator)
        place.call("-m", "bench.soak.wechat_place", "foods")
        phones = followers(place, simulator, PEOPLE)
        with parts_of(place, simulator, webs=PROCESSES, threads=40) as parts:
            talk = Talk(random.Random(SEED), phones)  # noqa: S311  # a fixed seed, so that a run can be repeated
            _talk(talk, parts, total=kills * MESSAGES // KILLS, kills=kills)
            _go_on(talk)
            simulator.settle(120)
            _wait_for_the_rest(place)
            _tell(report, talk, place)
            report.count("objections of the platform", len(_objections(simulator)))


def _talk(talk: Talk, parts: Parts, *, total: int, kills: int) -> None:
    """Say everything; after every few messages something is killed while one is under way."""
    each = total // kills
    grams = LIGHTEST_GRAMS
    while grams < LIGHTEST_GRAMS + total:
        if talk.draw.random() < 0.2:
            talk.say_out_of_order(range(grams, grams + each))
        else:
            for number in range(grams, grams + each):
                talk.say(number)
                time.sleep(talk.draw.uniform(0, 0.1))
        grams += each
        time.sleep(talk.draw.uniform(0, 0.15))
        _kill(talk, parts)
        parts.revive()
        parts.wait()
        time.sleep(talk.draw.uniform(1.0, 2.5))


def _go_on(talk: Talk) -> None:
    """Let people write a little longer, as they do: what comes in tells that what stayed away could have come, too."""
    ends = time.monotonic() + GOING_ON_SECONDS
    while time.monotonic() < ends:
        talk.draw.choice(talk.phones).says("帮助", waits=False)
        time.sleep(1)


def _kill(talk: Talk, parts: Parts) -> None:
    """Kill one process of the webhook, where another one answers, or the worker; once in twenty the whole webhook."""
    chance = talk.draw.random()
    if chance < 0.05:
        parts.kill("web")
        parts.start("web")
        talk.kills["the whole webhook"] += 1
    elif chance < 0.75 and len(children := _grown_up(parts)) > 1:
        os.kill(talk.draw.choice(children).pid, signal.SIGKILL)
        talk.kills["a process of the webhook"] += 1
    else:
        parts.kill("worker")
        parts.start("worker")
        talk.kills["the worker"] += 1


def _grown_up(parts: Parts) -> list[psutil.Process]:
    """Return the processes that answer requests, but for the youngest."""
    born = time.time() - GROWN_UP_SECONDS
    with suppress(psutil.NoSuchProcess):
        return [process for process in parts.processes_of("web")[1:] if process.create_time() < born]
    return []


def _wait_for_the_rest(place: Place) -> None:
    """Give the sweeper its time."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < ends:
        found = place.facts("-m", "bench.soak.wechat_place", "look")
        if set(found["outbound"]) <= {"sent", "parked"} and set(found["inbound"]) <= {"done"}:
            return
        time.sleep(5)


def _tell(report: Report, talk: Talk, place: Place) -> None:
    found = place.facts("-m", "bench.soak.wechat_place", "look")
    print("   ", {name: value for name, value in found.items() if name != "grams"})
    for phone in talk.phones:
        _ask_for_the_rest(phone)
    stored = Counter(found["grams"])
    seen = {grams: _times_seen(phone, grams) for grams, (phone, _) in talk.said.items()}
    acknowledged = [grams for grams, (_, each) in talk.said.items() if _ACKNOWLEDGED & set(each.verdicts)]
    kills = sum(talk.kills.values())
    unheard = Counter(str(each.verdicts) for _, each in talk.said.values() if not _ACKNOWLEDGED & set(each.verdicts))
    print("    not acknowledged:", dict(unheard))
    for name, number in talk.kills.items():
        report.count(f"killed: {name}", number, most=None)
    report.count("messages", len(talk.said), most=None)
    report.count("messages acknowledged", len(acknowledged), most=None)
    report.count("acknowledged meals lost", sum(not stored[grams] for grams in acknowledged))
    report.count("meals stored twice", sum(number > 1 for number in stored.values()))
    report.count("answers lost", sum(not seen[grams] for grams in {*acknowledged, *stored}))
    report.count("answers seen twice", sum(max(0, number - 1) for number in seen.values()), most=kills / 100)
    report.count("answers marked and counted as perhaps repeated", found["repeated"], most=None)


def _ask_for_the_rest(phone: Phone) -> None:
    """Fetch what could not be sent by itself: it comes with the next messages, as much as one of them holds."""
    for _ in range(MESSAGES // PEOPLE):
        if NOTHING_WAITS in (phone.says("结果").shown or NOTHING_WAITS):
            return


def _times_seen(phone: Phone, grams: int) -> int:
    # With the food's name: the day's carbohydrates may be as many grams as another meal.
    return sum(text.count(f"米饭 {grams} 克") for text in phone.answers)


def _objections(simulator: Simulator) -> list[str]:
    # A killed process answers nobody in time; that is what is tried here.
    found = [each for each in simulator.violations() if each.rule not in ("late_answer", "fault_shown", "bad_answer")]
    for each in found[:10]:
        print(f"    {each}")
    return [each.rule for each in found]
