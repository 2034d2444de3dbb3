"""Eight writers on one person, then eight on eight persons, a minute each, through the services, on both databases.

Counts what was acknowledged and is not there, what is there and was not acknowledged, gaps in the numbers of the
journal, and whatever reached a caller as an error. Fairness is told: the turns of the slowest writer against the
fastest.
"""

from __future__ import annotations

import json
import os
from typing import Any

from bench.places import Place, places
from bench.reports import Figure, Report

WRITERS = 8
SECONDS = 60


def run(report: Report) -> None:
    """Run both loads on both databases; SOAK_SECONDS shortens them for a try."""
    seconds = os.environ.get("SOAK_SECONDS", str(SECONDS))
    with places() as made:
        for place in made:
            people = place.facts("-m", "bench.people", str(WRITERS + 1))
            version, (alone, *others) = people["versions"][0], people["people"]
            _load(report, place, f"{place.name}, one person", [alone] * WRITERS, version, seconds)
            _load(report, place, f"{place.name}, {WRITERS} persons", others, version, seconds)


def _load(report: Report, place: Place, name: str, people: list[str], version: str, seconds: str) -> None:
    before = place.facts("-m", "bench.soak.audit", *set(people))
    writers = [place.start("-m", "bench.soak.writer", person, version, seconds) for person in people]
    told = [json.loads(writer.communicate(timeout=float(seconds) * 3 + 60)[0]) for writer in writers]
    after = place.facts("-m", "bench.soak.audit", *set(people))
    _tell(report, name, told, before, after, float(seconds))


def _tell(
    report: Report,
    name: str,
    told: list[dict[str, Any]],
    before: dict[str, Any],
    after: dict[str, Any],
    seconds: float,
) -> None:
    acknowledged = {meal: number for each in told for meal, number in each["changes"].items()}
    stored = {meal: number for meal, number in after["changes"].items() if meal not in before["changes"]}
    turns = [sum(each["changes"].values()) for each in told]
    meals = acknowledged.keys() | stored.keys()
    missing = sum(max(0, acknowledged.get(meal, 0) - stored.get(meal, 0)) for meal in meals)
    doubled = sum(max(0, stored.get(meal, 0) - acknowledged.get(meal, 0)) for meal in meals)
    failures = [failure for each in told for failure in each["failures"]]
    report.count(f"{name}: lost changes", missing)
    report.count(f"{name}: changes nobody asked for", doubled)
    report.count(f"{name}: gaps in the numbers", after["gaps"])
    report.count(f"{name}: locked databases that reached a caller", sum("locked" in each for each in failures))
    report.count(f"{name}: errors that reached a caller", sum(each["failed"] for each in told))
    report.add(Figure(name=f"{name}: changes a second", value=sum(turns) / seconds, unit="/s", n=sum(turns)))
    report.add(Figure(name=f"{name}: fewest turns / most turns", value=min(turns) / max(turns), n=len(turns)))
    longest = max(each["longest_seconds"] for each in told)
    report.add(Figure(name=f"{name}: longest wait", value=longest, unit="s"))
    for failure in sorted(set(failures)):
        print(f"    {failure}")
