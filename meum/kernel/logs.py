"""Structured logs without personal data: constant messages, and beside them only facts of listed names.

A line holds the message as it stands in the code, never the arguments put into it, and an error's class and place,
never its text: both can carry what a person said. With DEBUG lines are for a developer's eyes and hold everything.
"""

from __future__ import annotations

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

# Names under which `extra=` may add facts to a line; each is a number, an id of ours or one of a few known words.
_WORDS = {"channel", "code", "command", "failure", "file", "handler", "job_name", "method", "queue", "reason", "route"}
_WORDS |= {"server_address", "source", "state"}
_NUMBERS = {
    "attempts",
    "count",
    "erasure_id",
    "file_id",
    "inbound_id",
    "job_id",
    "line",
    "milliseconds",
    "request_id",
    "seconds",
}
_NUMBERS |= {"deleted_kinds", "other_kinds", "status"}
FACTS = frozenset(_WORDS | _NUMBERS)
FRAMES = 8

request_id: ContextVar[str] = ContextVar("request_id", default="")


def logging_settings(*, level: str, is_debug: bool) -> dict[str, Any]:
    """Return Django's LOGGING: one JSON object a line, or with DEBUG plain lines that hold everything."""
    plain = {"format": "{asctime} {levelname:<7} {name}: {message}", "style": "{", "datefmt": "%H:%M:%S"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": plain if is_debug else {"()": JsonLines}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": _quiet_loggers(level),
    }


def _quiet_loggers(level: str) -> dict[str, Any]:
    """Let Django's own handlers go, and its line for each refused request, which `request_log` already writes."""
    return {
        "django": {"handlers": [], "level": level, "propagate": True},
        "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
        # Its lines quote the address of each call, which may hold a token.
        "urllib3": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.db.backends": {"handlers": [], "level": "INFO", "propagate": True},
    }


class JsonLines(logging.Formatter):
    """Write a record as one JSON object, without anything that a person may have said."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _message(record),
        }
        if request_id.get():
            line["request_id"] = request_id.get()
        line |= {name: value for name, value in vars(record).items() if name in FACTS}
        if record.exc_info and record.exc_info[1]:
            line |= _error(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def _message(record: logging.LogRecord) -> str:
    """Return the message without its arguments; Django's security messages repeat what was sent, so not even that."""
    return record.name if record.name.startswith("django.security") else str(record.msg)


def _error(error: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__qualname__, "where": where}
