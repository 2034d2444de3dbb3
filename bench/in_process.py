"""How long a search, a sentence and a packet take inside a process, and how our search stands beside the usual ways."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace

from bench.packets import install_fonts
from bench.places import Place
from bench.reports import Figure, Report, interval_of
from ops.run import worker_environment

MOST_MS_OF_A_SEARCH = 20
MOST_MS_OF_A_SENTENCE = 5
MOST_MS_OF_ALMOST_EVERY_SENTENCE = 20
MOST_SECONDS_OF_A_PACKET = 3
MOST_MB_OF_READING_PACKETS = 550
MOST_MS_OF_A_PHOTO = 150
MOST_SECONDS_TO_START_LOOKING = 2
MOST_MB_OF_LOOKING = 350
MOST_MB_OF_PLANNING = 200
_PLANS = {"meal_s": ("a next meal", 0.3), "day_s": ("a day", 1.0), "week_s": ("a week", 5.0)}


def search(report: Report, places: Sequence[Place]) -> None:
    """Compare our search with SQLite's and PostgreSQL's trigrams and with a scan, query by query."""
    for place in places:
        ways = place.facts("-m", "bench.finding")
        for name, told in ways.items():
            _found(report, f"{place.name}: {name}", told)
        # The processor's time, as that of a wall clock grows with whatever else the machine does.
        p95 = statistics.quantiles(ways["ours"]["processor_ms"], n=20)[-1]
        name = f"{place.name}: ours, of the processor, p95"
        report.add(Figure(name=name, value=p95, unit="ms", n=len(ways["ours"]["ms"]), most=MOST_MS_OF_A_SEARCH))
        for name in ways.keys() - {"ours"}:
            _ratio(report, f"{place.name}: time of {name} / ours", ways[name]["ms"], ways["ours"]["ms"])


def sentence(report: Report, places: Sequence[Place]) -> None:
    """Time a sentence on the first place."""
    place = places[0]
    told = place.facts("-m", "bench.understanding")
    for name, bounded in (("processor", True), ("wall", False)):
        times = told[name]
        median, p99 = statistics.median(times), statistics.quantiles(times, n=100)[-1]
        most = (MOST_MS_OF_A_SENTENCE, MOST_MS_OF_ALMOST_EVERY_SENTENCE) if bounded else (None, None)
        said = f"{place.name}: a sentence, {name}"
        report.add(Figure(name=f"{said}, median", value=median, unit="ms", n=len(times), most=most[0]))
        report.add(Figure(name=f"{said}, p99", value=p99, unit="ms", n=len(times), most=most[1]))


def labels(report: Report, places: Sequence[Place]) -> None:
    """Time photos of packets of 12 megapixels, and weigh the process that reads them."""
    install_fonts()
    place = replace(places[0], environment=worker_environment(places[0].environment))
    with tempfile.TemporaryDirectory(prefix="meum-packets-") as folder:
        place.call("-m", "bench.labels.timing", "draw", folder)
        told = place.facts("-m", "bench.labels.timing", "read", folder)
    median = statistics.median(told["processor_s"])
    n = len(told["processor_s"])
    # The processor's time, as that of a wall clock grows with whatever else the machine does.
    report.add(Figure(name="a packet, processor, median", value=median, unit="s", n=n, most=MOST_SECONDS_OF_A_PACKET))
    report.add(Figure(name="a packet, wall, median", value=statistics.median(told["wall_s"]), unit="s", n=n))
    report.add(Figure(name="the first packet, with the models", value=told["start_s"], unit="s"))
    report.add(Figure(name="memory, peak", value=told["peak_mb"], unit="MB", most=MOST_MB_OF_READING_PACKETS))
    report.add(Figure(name="memory, between packets", value=told["idle_mb"], unit="MB"))


def photos(report: Report, places: Sequence[Place]) -> None:
    """Time the classifier on photos of meals of 12 megapixels, and weigh the process that looks at them."""
    place = replace(places[0], environment=worker_environment(places[0].environment))
    with tempfile.TemporaryDirectory(prefix="meum-photos-") as folder:
        place.call("-m", "bench.photo_timing", "draw", folder)
        told = place.facts("-m", "bench.photo_timing", "look", folder)
    n = len(told["processor_s"])
    bounds = {
        "processor_s": ("a photo, processor, median", MOST_MS_OF_A_PHOTO),
        "wall_s": ("a photo, wall, median", None),
    }
    for key, (name, most) in {**bounds, "clean_s": ("taking a photo in, processor, median", None)}.items():
        report.add(Figure(name=name, value=statistics.median(told[key]) * 1000, unit="ms", n=n, most=most))
    started = told["start_s"]
    report.add(Figure(name="the first photo, with Django", value=started, unit="s", most=MOST_SECONDS_TO_START_LOOKING))
    report.add(Figure(name="memory, peak", value=told["peak_mb"], unit="MB", most=MOST_MB_OF_LOOKING))
    report.add(Figure(name="memory, between photos", value=told["idle_mb"], unit="MB"))


def suggestions(report: Report, places: Sequence[Place]) -> None:
    """Time meals, days and weeks, three options of the first two, and weigh the process that plans them."""
    told = places[0].facts("-m", "bench.suggestion_timing")
    for key, (name, most) in _PLANS.items():
        p95 = statistics.quantiles(told[key], n=20)[-1]
        report.add(Figure(name=f"{name}, processor, p95", value=p95, unit="s", n=len(told[key]), most=most))
    report.add(Figure(name="the first meal, with the menu", value=told["first_s"][0], unit="s"))
    report.add(Figure(name="memory, peak, with Django", value=told["peak_mb"], unit="MB", most=MOST_MB_OF_PLANNING))


PARTS: dict[str, Callable[..., None]] = {
    "search": search,
    "sentence": sentence,
    "labels": labels,
    "photos": photos,
    "suggestions": suggestions,
}


def _found(report: Report, name: str, told: dict[str, list[float]]) -> None:
    times = told["ms"]
    report.sample(f"{name}, mean reciprocal rank", told["ranks"])
    report.add(Figure(name=f"{name}, p50", value=statistics.median(times), unit="ms", n=len(times)))
    p95 = statistics.quantiles(times, n=20)[-1]
    report.add(Figure(name=f"{name}, p95", value=p95, unit="ms", n=len(times)))


def _ratio(report: Report, name: str, others: Sequence[float], ours: Sequence[float]) -> None:
    ratios = [other / own for other, own in zip(others, ours, strict=True)]
    low, high = interval_of(ratios, statistics.median)
    report.add(Figure(name=name, value=statistics.median(ratios), unit="x", n=len(ratios), low=low, high=high))
