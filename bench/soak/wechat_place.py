"""A webhook, a worker and beat for one simulated official account; followers who have agreed; what is stored of them.

`python -m bench.soak.wechat_place make OPEN_ID...` makes the followers of the account in the environment,
`... foods` loads a catalogue of one food, `... look` prints what is stored.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import psutil

from bench.places import Place, free_port, wait_for
from ops.run import WECHAT_THREADS, celery_command, web_command, wechat_environment, worker_command
from tests.wxsim.accounts import Account
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator


def with_account(place: Place, simulator: Simulator) -> Place:
    """Return a place whose programs are the account that a simulator plays."""
    return with_settings_of(place, simulator.account, api_base=simulator.api_base)


def with_settings_of(place: Place, account: Account, *, api_base: str) -> Place:
    """Return a place whose programs are an account, and reach its platform at an address."""
    told = {
        "WECHAT_APP_ID": account.app_id,
        "WECHAT_APP_SECRET": account.secret,
        "WECHAT_TOKEN": account.token,
        "WECHAT_AES_KEY": account.aes_key,
        "WECHAT_GH_ID": account.gh_id,
        "WECHAT_ACCOUNT_KIND": account.kind.value.replace("-", "_"),
        "WECHAT_API_BASE": api_base,
        "PYTHONWARNINGS": "ignore",
    }
    return replace(place, environment={**place.environment, **told})


@dataclass
class Parts:
    """The processes of one place, each of which can be killed and is started anew."""

    place: Place
    port: int
    webs: int
    threads: int = WECHAT_THREADS
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str) -> None:
        """Start one part; the webhook brings a killed process of its own back by itself."""
        again = ["--respawn-failed-workers", "--respawn-interval", "0.1"]
        web = [part for part in web_command(self.port, threads=self.threads) if part != "meum.wsgi:application"]
        web[web.index("--workers") + 1] = str(self.webs)
        commands = {
            "web": [*web, *again, "meum.wsgi:application"],
            "worker": worker_command(),
            "beat": celery_command("beat"),
        }
        environment: Mapping[str, str] = self.place.environment
        if name == "web":
            environment = wechat_environment(environment)
        command = commands[name]
        self._running[name] = subprocess.Popen(
            command, env=environment, start_new_session=True, stderr=subprocess.DEVNULL
        )
        if name == "web":
            wait_for(self.port, self._running[name])

    def wait(self) -> None:
        """Return once the webhook answers again: the platform gives up after fifteen seconds, a slow machine later."""
        wait_for(self.port, self._running["web"])

    def revive(self) -> None:
        """Start again what ended by itself, as a supervisor does."""
        for name in [name for name, process in self._running.items() if process.poll() is not None]:
            self.start(name)

    def processes_of(self, name: str) -> list[psutil.Process]:
        """Return the process of a part and its children."""
        try:
            process = psutil.Process(self._running[name].pid)
            return [process, *process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def kill(self, name: str) -> None:
        """Kill a whole part, with no chance to tidy up."""
        process = self._running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(30)

    def stop(self) -> None:
        """Kill everything."""
        for name in list(self._running):
            self.kill(name)


@contextmanager
def parts_of(place: Place, simulator: Simulator, *, webs: int = 1, threads: int = WECHAT_THREADS) -> Iterator[Parts]:
    """Run webhook, worker and beat in a place, and aim the simulator at them."""
    parts = Parts(place, free_port(), webs, threads)
    try:
        for name in ("web", "worker", "beat"):
            parts.start(name)
        simulator.aim(f"http://127.0.0.1:{parts.port}/wechat/")
        yield parts
    finally:
        parts.stop()


def followers(place: Place, simulator: Simulator, count: int) -> list[Phone]:
    """Return so many phones of people who follow and have agreed to health records."""
    phones = [simulator.phone(f"person-{number}") for number in range(count)]
    place.call("-m", "bench.soak.wechat_place", "make", *(phone.open_id for phone in phones))
    for phone in phones:
        phone.person.is_following = True
    return phones


def _make(open_ids: list[str]) -> None:
    from django.conf import settings

    from bench.people import make_person
    from meum.people.models import Identity, Provider

    for number, open_id in enumerate(open_ids):
        Identity.objects.create(
            person=make_person(number), provider=Provider.WECHAT_OA, app_id=settings.WECHAT_APP_ID, subject=open_id
        )


def _load_few_foods() -> None:
    """Load rice alone, for places whose processes start all the time."""
    from nutrition.catalogue.drafts import FoodDraft
    from nutrition.catalogue.loading import load_source
    from nutrition.catalogue.sources import SOURCES
    from nutrition.catalogue.tables import read_table, table_bytes

    rows = read_table(SOURCES["everyday"].table, source="everyday")
    with tempfile.NamedTemporaryFile(suffix=".csv.gz") as file:
        file.write(table_bytes(row for row in rows if isinstance(row, FoodDraft) and row.code == "rice"))
        file.flush()
        load_source(name="everyday", path=Path(file.name))


def _look() -> dict[str, Any]:
    from bots.models import Inbound, Outbound
    from meum.jobs.models import Job
    from nutrition.models.diary import MealItem

    items = MealItem.objects.filter(meal__deleted_at=None).values_list("grams_mid", flat=True)
    return {
        "grams": [round(grams) for grams in items],
        "inbound": Counter(Inbound.objects.values_list("state", flat=True)),
        "outbound": Counter(Outbound.objects.values_list("state", flat=True)),
        "ways": Counter(Outbound.objects.values_list("way", flat=True)),
        "repeated": Outbound.objects.filter(repeats__gt=0).count(),
        "jobs": Counter(Job.objects.values_list("state", flat=True)),
    }


def main(what: str, open_ids: list[str]) -> None:
    """Do one of the three."""
    import django

    django.setup()
    if what == "foods":
        _load_few_foods()
    elif what == "make":
        _make(open_ids)
    else:
        print(json.dumps(_look()))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
