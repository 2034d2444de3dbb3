"""Structured logs without personal data: constant messages, and beside them only facts of listed names.

A line holds the message as it stands in the code, never the arguments put into it, and an error's class and place,
never its text: both can carry what a person said. With DEBUG lines are for a developer's eyes and hold everything.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

# Names under which `extra=` may add facts to a line; each is a number, an id of ours or one of a few known words.
_WORDS = {"channel", "code", "command", "failure", "file", "handler", "job_name", "method", "queue", "reason", "route"}
_WORDS |= {"source", "state"}
_NUMBERS = {"attempts", "count", "file_id", "inbound_id", "job_id", "line", "milliseconds", "request_id", "seconds"}
_NUMBERS |= {"status"}
FACTS = frozenset(_WORDS | _NUMBERS)
FRAMES = 8


def logging_settings(*, level: str, is_debug: bool) -> dict[str, Any]:
    """Return Django's LOGGING: one JSON object a line, or with DEBUG coloured lines that hold everything."""
    formatter: dict[str, Any] = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": _before(is_debug),
        "processors": _renderers(is_debug),
        "use_get_message": is_debug,
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": formatter},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": _quiet_loggers(level),
    }


def _quiet_loggers(level: str) -> dict[str, Any]:
    """Let Django's own handlers go, and its line for each refused request, which `request_log` already writes."""
    return {
        "django": {"handlers": [], "level": level, "propagate": True},
        "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
        "django.db.backends": {"handlers": [], "level": "INFO", "propagate": True},
    }


def _before(is_debug: bool) -> list[Any]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(allow=sorted(FACTS)),
        *([] if is_debug else [error_without_words, message_without_words]),
    ]


def _renderers(is_debug: bool) -> list[Any]:
    json_lines = structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    last = structlog.dev.ConsoleRenderer() if is_debug else json_lines
    return [structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]


def error_without_words(_logger: object, _name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Put an error's class and the innermost frames into the line instead of its traceback and text."""
    told = line.pop("exc_info", None)
    line.pop("stack_info", None)
    error = told[1] if isinstance(told, tuple) else told
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
        line["error"] = type(error).__qualname__
        line["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return line


def message_without_words(_logger: object, _name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace Django's security messages, which repeat what was sent, by the name of their logger."""
    record: logging.LogRecord | None = line.get("_record")
    if record is not None and record.name.startswith("django.security"):
        line["event"] = record.name
    return line
