"""Which language a request is answered in."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from meum.domain.languages import Lang

DJANGO_NAMES = {Lang.ZH: "zh-hans", Lang.EN: "en"}


def asked_language(headers: Mapping[str, str]) -> Lang | None:
    """Return the first of our languages that `Accept-Language` names, or None when it names none."""
    for tag, _ in parse_accept_lang_header(headers.get("Accept-Language", "")):
        primary = tag.partition("-")[0]
        if primary in DJANGO_NAMES:
            return Lang(primary)
    return None


def active_language() -> Lang:
    """Return the language that is active in this thread."""
    return Lang.EN if (translation.get_language() or settings.LANGUAGE_CODE).startswith("en") else Lang.ZH


def activate_language(lang: Lang) -> None:
    """Make a language active for the rest of this request; the next request sets its own."""
    translation.activate(DJANGO_NAMES[lang])
