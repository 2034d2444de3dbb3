"""One question to the API and its answer as a mapping, or one of our errors."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from prometheus_client import Counter

from bots.channels.wechat.client.errors import NoAnswerError, RefusedError
from bots.channels.wechat.client.transport import Answer, address, exchange

_calls = Counter(
    "meum_wechat_calls", "Calls of WeChat's API by outcome: an error code, or why nothing came", ["path", "outcome"]
)
_REQUEST_NUMBER = re.compile(r"rid:\s*([0-9A-Za-z-]{1,64})")
_SERVER_ADDRESS = re.compile(r"invalid ip ([0-9a-fA-F.:]{3,45})")


def asked(
    *,
    base: str,
    path: str,
    method: str = "POST",
    query: Mapping[str, str] | None = None,
    json_body: Mapping[str, Any] | None = None,
    content: bytes | None = None,
    content_type: str = "application/json; charset=utf-8",
) -> Mapping[str, Any]:
    """Return what the API answers; `content` is a body that is ready, else `json_body` is sent as raw UTF-8.

    Raises RefusedError for an error code and NoAnswerError for whatever is no answer of the API.
    """
    body = content if json_body is None else json.dumps(json_body, ensure_ascii=False).encode()
    try:
        answer = exchange(
            method=method,
            url=address(base, path, query or {}),
            body=body,
            headers={"Content-Type": content_type} if body is not None else {},
        )
        data = mapping_of(answer, path=path)
    except NoAnswerError as error:
        _calls.labels(path, error.kind).inc()
        raise
    except RefusedError as error:
        _calls.labels(path, str(error.code)).inc()
        raise
    _calls.labels(path, "0").inc()
    return data


def mapping_of(answer: Answer, *, path: str) -> Mapping[str, Any]:
    """Return the fields of an answer; raises as `asked` does."""
    if answer.status != 200:
        raise NoAnswerError(f"status_{answer.status}")
    data = _json(answer.body)
    code = data.get("errcode", 0)
    if not isinstance(code, int):
        raise NoAnswerError("not_json")
    if code:
        words = str(data.get("errmsg", ""))
        raise RefusedError(
            code,
            path=path,
            request_number=_first(_REQUEST_NUMBER, words),
            server_address=_first(_SERVER_ADDRESS, words),
        )
    return data


def _json(body: bytes) -> dict[str, Any]:
    data: object = None
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        # The error would quote the answer, which may be a token.
        data = None
    if not isinstance(data, dict):
        raise NoAnswerError("not_json")
    return data


def _first(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.search(words)
    return found[1] if found else ""
