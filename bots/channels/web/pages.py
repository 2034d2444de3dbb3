"""What every page of the web channel has: its language, its words and its security headers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from bots.channels.web.phrases import page_words
from meum.domain.languages import Lang
from meum.kernel.language import DJANGO_NAMES, active_language
from meum.people.models import Person

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
_HTML_NAMES = {Lang.ZH: "zh-Hans", Lang.EN: "en"}

View = Callable[..., HttpResponseBase]


def secured(view: View) -> View:
    """Let a page load only what this server sends, and let nobody keep a copy of it."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        response = view(request, *args, **named)
        response["Content-Security-Policy"] = _POLICY
        response["Cache-Control"] = "no-store"
        return response

    return wrapper


def visitor_language(request: HttpRequest) -> Lang:
    """Return the language of who asks: the person's own, else the one chosen in this browser, else the browser's."""
    return request.user.lang if isinstance(request.user, Person) else active_language()


def remember_language(request: HttpRequest, response: HttpResponse, lang: Lang) -> HttpResponse:
    """Let the pages of this browser speak a language when nobody is signed in."""
    if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != DJANGO_NAMES[lang]:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            DJANGO_NAMES[lang],
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def page(request: HttpRequest, template: str, *, lang: Lang, status: int = 200, **facts: object) -> HttpResponse:
    """Render a page in a language."""
    other = Lang.EN if lang is Lang.ZH else Lang.ZH
    context = {
        "t": page_words(lang),
        "html_lang": _HTML_NAMES[lang],
        "other_language": other,
        "other_html_lang": _HTML_NAMES[other],
        **facts,
    }
    return render(request, f"bots/{template}", context, status=status)
