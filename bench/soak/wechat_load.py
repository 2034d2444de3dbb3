"""Fifty text messages a second over WeChat for a minute, beside twenty senders of photos whose answers take long.

Everything shares the cores: the webhook as it runs in production, a worker, beat, PostgreSQL, Redis and the generator.
`python -m bench.soak.wechat_load` prints, in a place, what each person logged, in the order of the journal.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import psutil

from bench.places import Place, free_port, places, web
from bench.reports import SEED, Figure, Report
from bench.soak.wechat_place import Parts, with_settings_of
from ops.engines import Redis, redis
from ops.run import WECHAT_THREADS
from tests.wxsim.accounts import Account, AccountKind

SECONDS, WARM_UP_SECONDS, RATE = 60, 15, 50
PEOPLE, PHOTO_SENDERS = 200, 20
PROCESSES = 2
MOST_MS = 500
DRAIN_SECONDS = 60
SOON = 25
"""A follow-up comes so many messages after the one before it of the same person: half a second."""
# Of twenty messages; each that is logged holds a number of its own, by which it is known again.
SAYINGS = (
    *("早饭两个鸡蛋、一碗小米粥、{n}克米饭", "中午吃了{n}克米饭和西红柿炒鸡蛋", "晚饭一盘青椒肉丝，{n}克米饭") * 3,
    *("{n}g rice and 2 eggs for lunch", "下午一个苹果，牛奶{n}毫升", "豆浆{n}毫升，两根油条"),
    *("喝水 {n}", "喝水{n}毫升", "体重 61.{n}", "体重 62.{n} 公斤"),
    *("今天", "今天吃了多少", "撤销", "帮助"),
)


def run(report: Report) -> None:
    """Load the webhook on PostgreSQL and Redis; SOAK_SECONDS and SOAK_RATE ask for less, for a try."""
    seconds = int(os.environ.get("SOAK_SECONDS", SECONDS))
    account = Account(app_id="wx00000000000load", gh_id="gh_00000000load", kind=AccountKind.PERSONAL_SUBSCRIPTION)
    with redis() as cache, places(("postgresql",)) as (bare,):
        place = _settled(bare, account, cache)
        senders = [f"oLoad{number:023d}" for number in range(PEOPLE + PHOTO_SENDERS)]
        place.call("-m", "bench.soak.wechat_place", "make", *senders)
        with _running(place) as parts:
            load = _Load(place, account, parts.port, senders)
            load.push(WARM_UP_SECONDS)
            meters = _meters(parts, cache)
            before = {name: _seconds_of(processes) for name, processes in meters.items()}
            said, found, generator = load.push(seconds)
            used = {name: _seconds_of(processes) - before[name] for name, processes in meters.items()}
            _tell(report, found, used | {"generator": generator}, seconds)
            report.count("pushed messages left without their answer", _left(place))
            report.count("messages logged out of their order", _out_of_order(place, said))


def _settled(bare: Place, account: Account, cache: Redis) -> Place:
    place = with_settings_of(bare, account, api_base="http://127.0.0.1:9")
    told = {"REDIS_URL": cache.cache_url, "BROKER_URL": cache.broker_url}
    told["DJANGO_SETTINGS_MODULE"] = "bench.soak.slow_photo_settings"
    return replace(place, environment={**place.environment, **told})


@contextmanager
def _running(place: Place) -> Iterator[Parts]:
    """Run what production runs: the webhook of its own beside the web, a worker and beat."""
    processes = int(os.environ.get("SOAK_PROCESSES", PROCESSES))
    parts = Parts(place, free_port(), processes, int(os.environ.get("SOAK_THREADS", WECHAT_THREADS)))
    with web(place):
        try:
            for name in ("web", "worker", "beat"):
                parts.start(name)
            yield parts
        finally:
            parts.stop()


@dataclass
class _Load:
    """Push messages of the same people, numbered on from one time to the next."""

    place: Place
    account: Account
    port: int
    senders: Sequence[str]
    number: int = 0

    def push(self, seconds: int) -> tuple[list[tuple[str, str]], dict[str, Any], float]:
        """Push for so long; return who said what, what came of it, and the seconds of processor that pushing took."""
        rate = int(os.environ.get("SOAK_RATE", RATE))
        said = _said(self.senders[:PEOPLE], count=seconds * rate, first=self.number + 100)
        told = {name: getattr(self.account, name) for name in ("app_id", "gh_id", "token", "aes_key", "kind", "mode")}
        texts = [(number / rate, open_id, words) for number, (open_id, words) in enumerate(said)]
        plan = {"account": told, "port": self.port, "first_number": 10**15 + self.number * 10**6, "texts": texts}
        plan["photo_senders"] = self.senders[PEOPLE:]
        self.number += 300
        return said, *self._pushed(json.dumps(plan))

    def _pushed(self, plan: str) -> tuple[dict[str, Any], float]:
        command = [sys.executable, "-m", "bench.soak.wechat_pushes"]
        pipe = subprocess.PIPE
        generator = subprocess.Popen(
            command, env={**self.place.environment, "PYTHONUNBUFFERED": "1"}, stdin=pipe, stdout=pipe, text=True
        )
        # Both are pipes.
        assert generator.stdin is not None
        assert generator.stdout is not None
        with generator:
            generator.stdin.write(plan)
            generator.stdin.close()
            generator.stdout.readline()
            sealed_after = _seconds_of([psutil.Process(generator.pid)])
            found = json.loads(generator.stdout.readline())
        return found, found["processor_seconds"] - sealed_after


def _said(people: Sequence[str], *, count: int, first: int) -> list[tuple[str, str]]:
    """Return who says what, in order: everybody in turn, and some soon after once more; no words come twice."""
    draw = random.Random(SEED)  # noqa: S311  # a fixed seed, so that a run can be repeated
    said: list[tuple[str, str]] = []
    for number in range(count):
        again = number >= SOON and number % 10 == 0
        open_id = said[number - SOON][0] if again else people[number % len(people)]
        said.append((open_id, draw.choice(SAYINGS).format(n=first + number // len(people) * 2 + again)))
    return said


def _meters(parts: Parts, cache: Redis) -> Mapping[str, list[psutil.Process]]:
    folder = unquote(urlsplit(parts.place.environment["DATABASE_URL"]).hostname or "")
    postmaster = int(Path(folder, "data", "postmaster.pid").read_text().split("\n", 1)[0])
    # Redis tells in its own name where it listens.
    servers = psutil.process_iter(["cmdline"])
    server = next(each for each in servers if str(cache.socket) in " ".join(each.info["cmdline"] or ()))
    return {
        "webhook": parts.processes_of("web"),
        "worker and beat": [*parts.processes_of("worker"), *parts.processes_of("beat")],
        "PostgreSQL": [psutil.Process(postmaster)],
        "Redis": [server],
    }


def _seconds_of(processes: Sequence[psutil.Process]) -> float:
    """Return the seconds of processor that processes, and those they have started meanwhile, have taken."""
    everybody = {each.pid: each for process in processes for each in [process, *process.children(recursive=True)]}
    ended = (process.cpu_times() for process in processes)
    alive = (process.cpu_times() for process in everybody.values())
    return sum(each.user + each.system for each in alive) + sum(
        each.children_user + each.children_system for each in ended
    )


def _tell(report: Report, found: Mapping[str, Any], used: Mapping[str, float], seconds: int) -> None:
    texts = found["texts"]
    took = sorted(each["seconds"] * 1000 for each in texts)
    for share in (50, 95, 99):
        value = took[min(len(took) - 1, len(took) * share // 100)]
        bound = MOST_MS if share == 99 else None
        report.add(Figure(name=f"text turn, p{share}", value=value, unit="ms", n=len(took), most=bound))
    report.count("text turns without an answer in five seconds", sum(not each["has_answer"] for each in texts))
    report.count("photos answered beside", found["photos_answered"], most=None)
    for name, value in used.items():
        report.add(Figure(name=f"processor for each message: {name}", value=value * 1000 / len(texts), unit="ms"))
    cores = os.cpu_count() or 1
    report.add(Figure(name="processor, share of all cores", value=sum(used.values()) / seconds / cores))


def _left(place: Place) -> int:
    """Wait until nothing is on its way; return how much still is."""
    ends = time.monotonic() + DRAIN_SECONDS
    while True:
        found = place.facts("-m", "bench.soak.wechat_place", "look")
        kinds = (("inbound", ("done",)), ("outbound", ("sent", "parked")), ("jobs", ("done",)))
        left = sum(count for kind, over in kinds for state, count in found[kind].items() if state not in over)
        if not left or time.monotonic() > ends:
            print("   ", {name: value for name, value in found.items() if name != "grams"})
            return int(left)
        time.sleep(2)


def _out_of_order(place: Place, said: Sequence[tuple[str, str]]) -> int:
    """Return how many messages were logged before one that the same person had sent earlier."""
    logged: Mapping[str, list[str]] = place.facts("-m", "bench.soak.wechat_load")
    places_of: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for number, (open_id, words) in enumerate(said):
        places_of[open_id].setdefault(words, number)
    wrong = 0
    for open_id, known in places_of.items():
        order = [known[words] for words in logged.get(open_id, ()) if words in known]
        wrong += sum(later < earlier for earlier, later in pairwise(order))
    return wrong


def _logged() -> Mapping[str, list[str]]:
    from meum.journal.models import Action, Change
    from meum.people.models import Identity

    subjects = dict(Identity.objects.values_list("person_id", "subject"))
    made = Change.objects.filter(action=Action.CREATE).order_by("person_id", "number")
    told: defaultdict[str, list[str]] = defaultdict(list)
    for change in made:
        told[subjects[change.person_id]].append((change.after or {})["words"])
    return told


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(_logged()))
