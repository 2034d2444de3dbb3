"""Signing a follower in to their own pages inside WeChat, without a question to them (snsapi_base).

The browser that comes back must be the one that was sent: a random state lies in a signed cookie and in the address
that WeChat returns to, so nobody can make another one sign in as themselves. Where it goes then is kept in that cookie
too, and only a path of ours.
"""

from __future__ import annotations

import secrets
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from bots.channels.web.pages import page, secured, visitor_language
from bots.channels.wechat.account import Account, Capability, has, the_account
from bots.channels.wechat.client import RefusedError, WeChatError, web_visitor
from bots.channels.wechat.client.signing_in import BAD_CODE
from bots.channels.wechat.mini import refuse_who_signs_in_otherwise, unavailable
from meum.kernel.errors import Forbidden, MeumError
from meum.kernel.phrases import as_sentence
from meum.people import throttles
from meum.people.addresses import address_of
from meum.people.models import Identity, Person, Provider

_COOKIE, _SALT = "wechat_sign_in", "bots.wechat.sign_in"
_SECONDS = 600


@require_safe
@secured
def sign_in(request: HttpRequest) -> HttpResponse:
    """Send the browser to WeChat, which sends it back with a code."""
    account = _account()
    wanted = request.GET.get("next", "")
    kept = {"state": secrets.token_hex(16), "next": wanted if _is_ours(wanted) else reverse("bots:chat")}
    response = redirect(_address(account, kept["state"]))
    response.set_cookie(
        _COOKIE,
        signing.dumps(kept, salt=_SALT),
        max_age=_SECONDS,
        path=reverse("bots:wechat_signed_in"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_safe
@secured
def signed_in(request: HttpRequest) -> HttpResponse:
    """Take the code of whom this very browser was sent for, and open the page that they wanted."""
    _account()
    try:
        wanted = _wanted(request)
        throttles.count_platform_sign_in(address=address_of(request))
        person = _visitor(request.GET.get("code", ""))
    except MeumError as error:
        lang = visitor_language(request)
        response = page(request, "sign_in.html", lang=lang, status=403, problem=as_sentence(error, lang))
    else:
        login(request, person)
        response = redirect(wanted)
    # One try for one state, whatever came of it.
    response.delete_cookie(_COOKIE, path=reverse("bots:wechat_signed_in"))
    return response


def _account() -> Account:
    account = the_account()
    if account is None or not settings.PUBLIC_URL or not has(Capability.OAUTH):
        raise Http404
    return account


def _address(account: Account, state: str) -> str:
    query = {
        "appid": account.app_id,
        "redirect_uri": settings.PUBLIC_URL + reverse("bots:wechat_signed_in"),
        "response_type": "code",
        "scope": "snsapi_base",
        "state": state,
    }
    return f"{settings.WECHAT_SIGN_IN_BASE}/connect/oauth2/authorize?{urlencode(query)}#wechat_redirect"


def _wanted(request: HttpRequest) -> str:
    """Return where the browser wanted to go; raises Forbidden when it is not the one that was sent to WeChat."""
    try:
        kept = signing.loads(request.COOKIES.get(_COOKIE, ""), salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        kept = {"state": ""}
    if not kept["state"] or not constant_time_compare(kept["state"], request.GET.get("state", "")):
        raise Forbidden("wechat_sign_in_again", "this sign-in was not begun in this browser, or long ago")
    return str(kept["next"])


def _visitor(code: str) -> Person:
    """Return the follower whom a code stands for; raises a MeumError for whoever is none or signs in otherwise."""
    identity = Identity.objects.filter(
        provider=Provider.WECHAT_OA, app_id=settings.WECHAT_APP_ID, subject=_open_id(code)
    )
    found = identity.select_related("person").first()
    if found is None:
        raise Forbidden("wechat_not_known", "nobody has talked to the account by this id")
    refuse_who_signs_in_otherwise(found.person)
    return found.person


def _open_id(code: str) -> str:
    """Return whose code it is; raises Forbidden for a bad one, Unavailable when WeChat does not say."""
    try:
        return web_visitor(code).open_id
    except RefusedError as error:
        if error.code in BAD_CODE:
            raise Forbidden("wechat_sign_in_again", "the code is not good, or was used") from error
        raise unavailable() from error
    except WeChatError as error:
        raise unavailable() from error


def _is_ours(path: str) -> bool:
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
