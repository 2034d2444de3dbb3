"""What every page of the web channel has: its language, its words and its security headers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from bots.channels.web.phrases import page_words
from meum.domain.languages import Lang

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)

View = Callable[[HttpRequest], HttpResponse]


def secured(view: View) -> View:
    """Let a page load only what this server sends, and let nobody keep a copy of it."""

    @wraps(view)
    def wrapper(request: HttpRequest) -> HttpResponse:
        response = view(request)
        response["Content-Security-Policy"] = _POLICY
        response["Cache-Control"] = "no-store"
        return response

    return wrapper


def visitor_language() -> Lang:
    """Return the language of somebody who has not signed in: the chosen one, else the browser's."""
    return Lang.EN if (get_language() or "").startswith("en") else Lang.ZH


def page(request: HttpRequest, template: str, *, lang: Lang, status: int = 200, **facts: object) -> HttpResponse:
    """Render a page in a language."""
    context = {"t": page_words(lang), "lang": lang, "html_lang": "zh-Hans" if lang is Lang.ZH else "en", **facts}
    return render(request, f"bots/{template}", context, status=status)
