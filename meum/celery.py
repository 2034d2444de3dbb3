"""Celery as Meum uses it: early acknowledgement, no results, no retries; the rows of `meum.jobs` are the truth."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from celery import Celery
from django.conf import settings
from kombu import Queue as BrokerQueue
from kombu.transport import TRANSPORT_ALIASES

from meum.kernel.queues import Queue

RUN_TASK = "meum.jobs.run"
SWEEP_TASK = "meum.jobs.sweep"
SWEEP_SECONDS = 5

TRANSPORT_ALIASES["folder"] = "meum.jobs.folder:Transport"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meum.settings")


def configuration(*, broker_url: str, redis_url: str, var_dir: Path) -> dict[str, Any]:
    """Return Celery's settings: over the given broker, else over the Redis that is there, else over a folder."""
    url = broker_url or redis_url
    broker = _server(_as_broker(url)) if url else _folder(var_dir / "broker")
    return broker | {
        "result_backend": None,
        "task_ignore_result": True,
        "task_acks_late": False,
        "task_default_queue": Queue.DEFAULT.value,
        "task_queues": [BrokerQueue(name, routing_key=name) for name in Queue.values],
        "task_create_missing_queues": False,
        "task_publish_retry": False,
        "task_serializer": "json",
        "accept_content": ["json"],
        "worker_prefetch_multiplier": 1,
        "worker_enable_remote_control": False,
        "worker_hijack_root_logger": False,
        "broker_connection_retry_on_startup": True,
        "broker_connection_timeout": 1,
        "enable_utc": True,
        # Kept in memory: there is one entry, and what is due stands in the rows.
        "beat_scheduler": "celery.beat:Scheduler",
        "beat_max_loop_interval": SWEEP_SECONDS,
        "beat_schedule": {
            "sweep": {"task": SWEEP_TASK, "schedule": SWEEP_SECONDS, "options": {"expires": SWEEP_SECONDS}},
        },
    }


def _as_broker(url: str) -> str:
    """Return a broker's address; a Redis on a socket is written otherwise for caches than for brokers."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return url
    number = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{parts.path}?virtual_host={number}"


def _server(url: str) -> dict[str, Any]:
    """Return the settings of a broker that is a server; on Redis, lost messages come back within a minute or so."""
    if urlsplit(url).scheme.partition("+")[0] not in ("redis", "rediss", "sentinel"):
        return {"broker_url": url}
    options = {
        "visibility_timeout": 60,
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 1,
        "max_retries": 1,
        "interval_start": 0,
    }
    return {"broker_url": url, "broker_transport_options": options}


def _folder(root: Path) -> dict[str, Any]:
    """Return the settings of the broker that needs no server; kombu's own interval would be a message a second."""
    messages, control = root / "messages", root / "control"
    for folder in (messages, control):
        folder.mkdir(parents=True, exist_ok=True)
    options = {
        "data_folder_in": str(messages),
        "data_folder_out": str(messages),
        "control_folder": str(control),
        "polling_interval": 0.02,
    }
    return {"broker_url": "folder://localhost", "broker_transport_options": options}


app = Celery("meum")
app.conf.update(configuration(broker_url=settings.BROKER_URL, redis_url=settings.REDIS_URL, var_dir=settings.VAR_DIR))
app.autodiscover_tasks()
