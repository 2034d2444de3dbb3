"""Compare web servers on our own views: `python -m bench.web_servers` prints a table; it needs wrk.

Each server has one process on one core, wrk another core, PostgreSQL on a socket. gunicorn and uvicorn are installed
into a folder that is thrown away. The servers are asked in turn, several times over, and the medians are told.
"""

from __future__ import annotations

import dataclasses
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from bench.places import Place, free_port, places, wait_for
from bench.wire import Wire, parsed

BIN = Path(sys.executable).parent
PASSES = int(os.environ.get("PASSES", "3"))
SECONDS = 4
WARM_UP_SECONDS = 1
CONNECTIONS = 16
OTHER_SERVERS = ("gunicorn==27.0.1", "uvicorn==0.54.0", "h11", "httptools", "uvloop")
WSGI, ASGI = "meum.wsgi:application", "django.core.asgi:get_asgi_application"
GRANIAN = [str(BIN / "granian"), "--interface", "wsgi", "--no-ws", "--workers", "1", "--log-level", "warning"]
SERVERS = {
    "granian wsgi, 1 blocking thread": [*GRANIAN, "--blocking-threads", "1", "--port", "{port}", WSGI],
    "granian wsgi, 4 blocking threads": [*GRANIAN, "--blocking-threads", "4", "--port", "{port}", WSGI],
    "gunicorn gthread, 4 threads": [
        *(
            sys.executable,
            "-m",
            "gunicorn",
            "--worker-class",
            "gthread",
            "--threads",
            "4",
            "--bind",
            "127.0.0.1:{port}",
        ),
        *("--log-level", "warning", WSGI),
    ],
    "uvicorn asgi": [
        *(sys.executable, "-m", "uvicorn", "--factory", "--port", "{port}", "--log-level", "warning"),
        *("--no-access-log", ASGI),
    ],
}
SHOWN = ("rps", "p50", "p99", "failed", "mb")
_SPEED = re.compile(r"Requests/sec:\s+([\d.]+)")
_LATENCY = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s)$", flags=re.MULTILINE)
_FAILED = re.compile(r"Non-2xx or 3xx responses: (\d+)")
_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


def main() -> int:
    """Measure every server on every view; print the table."""
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    with tempfile.TemporaryDirectory(prefix="meum-servers-") as extra, places(("postgresql",)) as (made,):
        _install(extra)
        place = dataclasses.replace(made, environment={**made.environment, "PYTHONPATH": extra})
        people = place.facts("-m", "bench.people", "1")
        for _number in range(PASSES):
            for name, command in SERVERS.items():
                _measure(found, name, command, place, people)
    _print(found)
    return 0


def _install(folder: str) -> None:
    target = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", sys.executable, "--target", folder]
    subprocess.run([*target, "--no-deps", *OTHER_SERVERS], check=True)


def _measure(
    found: dict[tuple[str, str], list[dict[str, float]]],
    name: str,
    command: list[str],
    place: Place,
    people: dict[str, Any],
) -> None:
    port = free_port()
    told = [part.format(port=port) for part in command]
    server = subprocess.Popen(["taskset", "-c", "0", *told], env=place.environment, start_new_session=True)
    try:
        wait_for(port, server)
        with Wire(port, token=people["token"]) as wire:
            # A server reads the catalogue in the background at its start; a search waits for that to end.
            parsed(wire.ask("GET", "/api/v1/foods?q=egg"))
        for view, address in _addresses(people).items():
            url = f"http://127.0.0.1:{port}{address}"
            _wrk(url, people["token"], WARM_UP_SECONDS)
            found.setdefault((name, view), []).append(_wrk(url, people["token"], SECONDS) | {"mb": _memory(server.pid)})
    finally:
        _end(server)


def _addresses(people: dict[str, Any]) -> dict[str, str]:
    return {
        "/health": "/health",
        "the yardstick": f"/yardstick/{people['versions'][0]}",
        "a day": f"/api/v1/days/{people['day']}",
    }


def _wrk(url: str, token: str, seconds: int) -> dict[str, float]:
    size = ["-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--latency"]
    header = f"Authorization: Bearer {token}"
    done = subprocess.run(
        ["taskset", "-c", "1", "wrk", *size, "-H", header, url], check=True, capture_output=True, text=True
    )
    latency = {f"p{share}": float(value) * _MS[unit] for share, value, unit in _LATENCY.findall(done.stdout)}
    speed = _SPEED.search(done.stdout)
    failed = _FAILED.search(done.stdout)
    return {"rps": float(speed[1]) if speed else 0.0, "failed": float(failed[1]) if failed else 0.0, **latency}


def _memory(pid: int) -> float:
    processes = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return max(float(process.memory_info().rss) for process in processes) / 1e6


def _end(server: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(server.pid, 15)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, 9)
    time.sleep(0.2)


def _print(found: dict[tuple[str, str], list[dict[str, float]]]) -> None:
    print("| server | view | requests/s | p50 ms | p99 ms | failed | memory MB |\n|---|---|---|---|---|---|---|")
    for (name, view), passes in found.items():
        shown = {key: statistics.median(each.get(key, math.nan) for each in passes) for key in SHOWN}
        numbers = f"{shown['rps']:.0f} | {shown['p50']:.1f} | {shown['p99']:.1f} | {shown['failed']:.0f}"
        print(f"| {name} | {view} | {numbers} | {shown['mb']:.0f} |")


if __name__ == "__main__":
    sys.exit(main())
