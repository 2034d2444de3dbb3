"""Start Meum for one person to try: web server, worker and beat, with a demo person and her nutritionist.

Where a WeChat account is set, its webhook gets a server of its own, as held requests would stand in the way of others.
"""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from ops.processes import Together

BIN = Path(sys.executable).parent
HOST = "127.0.0.1"
USAGE = 2
# Photos take seconds and hundreds of MB; nothing else waits behind them.
WORKERS = {"worker": "default,reports", "photos": "vision,ocr"}
# More threads than requests that may be held (WECHAT_HELD_REQUESTS), so that text is answered all the while.
WECHAT_THREADS = 32
# Who tries Meum in a container is root there; Celery's warning is for servers.
ROOT_IS_FINE = "ignore:You're running the worker with superuser privileges"


def main() -> int:
    """Start everything, wait for Ctrl-C, stop everything; return an exit status."""
    port = read_port(os.environ.get("PORT", "8000"))
    if port is None:
        print("meum: PORT must be a whole number from 1 to 65535", file=sys.stderr)
        return USAGE
    taken = [each for each in ports(port) if is_taken(each)]
    if taken:
        print(f"meum: port {taken[0]} is taken; choose another one: make run PORT={taken[0] + 1}", file=sys.stderr)
        return 1
    os.environ.setdefault("PUBLIC_URL", f"http://{HOST}:{port}")
    return serve(port)


def serve(port: int) -> int:
    """Run the parts until somebody asks to stop (0) or one of them ends by itself (1)."""
    with Together() as parts:
        parts.start("web", web_command(port), environment=web_environment(os.environ))
        # A session of its own: Ctrl-C reaches us alone, and we end the others.
        create = [sys.executable, "manage.py", "create_demo"]
        demo = subprocess.Popen(create, stdout=subprocess.PIPE, text=True, start_new_session=True)
        ended = parts.wait_until(lambda: answers(port))
        if ended or parts.is_asked_to_stop:
            demo.terminate()
        sign_in = demo.communicate()[0]
        if ended is None and not parts.is_asked_to_stop:
            for name, queues in WORKERS.items():
                parts.start(name, worker_command(queues), environment=worker_environment())
            parts.start("beat", celery_command("beat"))
            if has_wechat():
                parts.start("wechat", web_command(port + 1, threads=WECHAT_THREADS), environment=wechat_environment())
            print(welcome(port, sign_in), flush=True)
            ended = parts.wait_until(lambda: False)
        print("\nmeum: stopping, a few seconds", flush=True)
    print(f"meum: {ended}; stopped the rest" if ended else "meum: stopped", flush=True)
    return 1 if ended else 0


def has_wechat() -> bool:
    """Tell whether an official account is set."""
    return bool(os.environ.get("WECHAT_APP_ID", "").strip())


def ports(port: int) -> list[int]:
    """Return the ports that are listened on: the web's and, with an account, that of WeChat's webhook behind it."""
    return [port, port + 1] if has_wechat() else [port]


def web_command(port: int, *, threads: int = 4) -> list[str]:
    """Return the web server's command; docs/decisions/0001-web-server.md tells why it is this one."""
    listen = ["--interface", "wsgi", "--no-ws", "--host", HOST, "--port", str(port)]
    size = ["--workers", "1", "--blocking-threads", str(threads), "--backpressure", str(threads * 16)]
    return [str(BIN / "granian"), *listen, *size, "--log-level", "warning", "meum.wsgi:application"]


def web_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a web server: it holds no requests, so that nobody waits behind WeChat.

    glibc gives back what reading the catalogue took for a moment.
    """
    return {**wechat_environment(settings), "WECHAT_HELD_REQUESTS": "0"}


def wechat_environment(settings: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment of the server of WeChat's webhook."""
    return {**settings, "MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072"}


def worker_environment(settings: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment of a worker; one arena, as reading photos takes and gives back much memory."""
    return {**settings, "PYTHONWARNINGS": ROOT_IS_FINE, "MALLOC_ARENA_MAX": "1"}


def worker_command(queues: str = ",".join(WORKERS.values())) -> list[str]:
    """Return the command of one worker, for all queues unless some are named."""
    size = ["--concurrency", "1", "--without-gossip", "--without-mingle"]
    return celery_command("worker", "--queues", queues, *size)


def celery_command(*arguments: str) -> list[str]:
    """Return one of Celery's commands, without its banner."""
    return [str(BIN / "celery"), "--quiet", "--app", "meum", *arguments, "--loglevel", "WARNING"]


def read_port(text: str) -> int | None:
    """Return a port number, None for nonsense."""
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 65535 else None


def is_taken(port: int) -> bool:
    """Tell whether somebody else listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def answers(port: int) -> bool:
    """Tell whether the web server answers that it lives."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def welcome(port: int, sign_in: str) -> str:
    """Return what a person at the terminal reads once Meum answers."""
    site = f"http://{HOST}:{port}"
    wechat = f"\n  WeChat       http://{HOST}:{port + 1}/wechat/" if has_wechat() else ""
    return f"""
Meum is ready after {time.monotonic() - started():.1f} s. Ctrl-C stops it.

  chat         {site}/chat/
  admin site   {site}/admin/
  API          {site}/api/docs/
  terminal     .venv/bin/python manage.py chat --person demo{wechat}

{sign_in}"""


def started() -> float:
    """Return when the make target began, in seconds of the monotonic clock."""
    return float(os.environ.get("MEUM_STARTED", time.monotonic()))


if __name__ == "__main__":
    sys.exit(main())
