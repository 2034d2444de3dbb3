"""Requests that create take an `Idempotency-Key`, so that a phone may send them again without doing them twice."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.http import HttpResponse, HttpResponseBase
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from meum.files.idempotency import Answer, answer_once
from meum.people.api.asking import asker

_KEPT_HEADERS = ("ETag", "Location")


def answered_once(request: Request, respond: Callable[[], Response]) -> HttpResponseBase:
    """Return what `respond` answers; with a key that was used before for the same request, the stored answer.

    The effect and the stored answer commit together. Raises Unprocessable for the key of another request.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return respond()
    answer, is_replayed = answer_once(
        person=asker(request),
        key=key,
        method=request.method or "",
        path=request.get_full_path(),
        body=json.dumps(request.data, sort_keys=True).encode(),
        respond=lambda: _stored(respond()),
    )
    replay = {"Idempotency-Replayed": "true"} if is_replayed else {}
    return HttpResponse(
        answer.body, status=answer.status, content_type="application/json", headers={**answer.headers, **replay}
    )


def _stored(response: Response) -> Answer:
    body = JSONRenderer().render(response.data).decode()
    headers = {name: response[name] for name in _KEPT_HEADERS if name in response}
    return Answer(status=response.status_code, body=body, headers=headers)
