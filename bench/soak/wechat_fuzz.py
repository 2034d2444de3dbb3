"""Twenty thousand bodies that nobody foresaw: the webhook answers 200, 400, 403 or 413 to each, and nothing else."""

from __future__ import annotations

import os

from bench.places import places
from bench.reports import Report
from bench.soak.wechat_place import with_account
from tests.wxsim.simulator import Simulator

BODIES = 20_000
EXPECTED = ("200", "400", "403", "413")


def run(report: Report) -> None:
    """Push them all; SOAK_BODIES takes fewer for a try."""
    bodies = int(os.environ.get("SOAK_BODIES", BODIES))
    with places(("sqlite",)) as (place,), Simulator() as simulator:
        statuses = with_account(place, simulator).facts("-m", "bench.soak.wechat_bodies", str(bodies))
    for status in EXPECTED:
        report.count(f"bodies answered with {status}", statuses.pop(status, 0), most=None)
    report.count("bodies answered in another way", sum(statuses.values()))
