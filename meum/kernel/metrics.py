"""Prometheus metrics: requests by route name, and what other floors register to be watched.

Every server process counts for itself. One process (the default) keeps its counts in memory; with several,
PROMETHEUS_MULTIPROC_DIR names an empty folder in which each process keeps its counts in a file of its own, and
whichever process answers /metrics adds them up. The folder is emptied before a start, never while running.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_requests = Counter("meum_requests", "Answered requests", ["route", "method", "status"])
_request_seconds = Histogram("meum_request_seconds", "Time to answer", ["route", "method"], buckets=_SECONDS)


@dataclass(frozen=True)
class _Watch:
    name: str
    description: str
    label: str
    read: Callable[[], Mapping[str, float]]


_watches: dict[str, _Watch] = {}


def count_request(*, route: str, method: str, status: int, seconds: float) -> None:
    """Count one answered request; `route` is the name of an address, never the address itself."""
    _requests.labels(route, method, str(status)).inc()
    _request_seconds.labels(route, method).observe(seconds)


def watch(*, name: str, description: str, label: str, read: Callable[[], Mapping[str, float]]) -> None:
    """Show, at each look at /metrics, what `read` returns: a number for each value of `label`.

    It must come from a shared store such as the database, so that every process answers alike.
    """
    _watches[name] = _Watch(name, description, label, read)


class _Watches(Collector):
    """Ask what is watched at the moment of the look."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Return one family a watch."""
        for each in _watches.values():
            family = GaugeMetricFamily(each.name, each.description, labels=[each.label])
            for value, number in each.read().items():
                family.add_metric([value], number)
            yield family


def metrics(request: HttpRequest) -> HttpResponse:
    """Answer Prometheus: with DEBUG anybody, else who shows METRICS_TOKEN; without one there is no such page."""
    if not settings.DEBUG and not settings.METRICS_TOKEN:
        return HttpResponse(status=404)
    if not settings.DEBUG and not _shows_token(request):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    registry = CollectorRegistry()
    registry.register(_Watches())
    if settings.PROMETHEUS_MULTIPROC_DIR:
        MultiProcessCollector(registry, path=settings.PROMETHEUS_MULTIPROC_DIR)  # type: ignore[no-untyped-call]  # the package leaves it untyped
        return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
    return HttpResponse(generate_latest(registry) + generate_latest(REGISTRY), content_type=CONTENT_TYPE_LATEST)


def _shows_token(request: HttpRequest) -> bool:
    return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}")
