"""WeChat's webhook."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def receive(request: HttpRequest) -> HttpResponse:
    """Answer."""
    return HttpResponse("success")
