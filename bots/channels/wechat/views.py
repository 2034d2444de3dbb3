"""WeChat's webhook: the account's verification and its pushes, in the mode that the account is set to.

A push that is not from the platform gets 403 without a word; one of a shape that is not known gets `success`, so that
the platform neither retries it nor tells the person of a fault. A push that comes once more is the same message by its
key, so it does nothing and gets the answer of the first.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from bots.channels.wechat import account_events, delivery
from bots.channels.wechat.account import Account, Capability, has, may_be_sent, the_account, the_mini_account
from bots.channels.wechat.envelope import EnvelopeError, Opened, check_address, check_query, opened_push, sealed
from bots.channels.wechat.inbox import Answer, answer_to
from bots.channels.wechat.markup import MOST_BYTES, MarkupError, text_answer
from bots.channels.wechat.metrics import count_refused
from bots.channels.wechat.pushes import OF_THE_PLATFORM, Push, push_of
from meum.people.addresses import address_of

logger = logging.getLogger(__name__)

_SUCCESS = "success"
_SECOND, _LONGEST_AT_THE_DOOR = timedelta(seconds=1), timedelta(minutes=1)
_SURE, _SURE_BY_STAMP = 0.85, 1.09
"""Shares of four and a half seconds: five less the second that a push may have waited, and almost five by its stamp."""


class _Confirmed(HttpResponse):
    """A response that says so once the server is through with it."""

    def __init__(self, content: str, *, content_type: str, confirm: Callable[[], None]) -> None:
        super().__init__(content, content_type=content_type)
        self._confirm = confirm

    def close(self) -> None:
        self._confirm()
        super().close()


@csrf_exempt
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest) -> HttpResponse:
    """Answer the platform: the verification in the clear, a push in the way in which it came."""
    return _received(request, the_account(), _pushed)


@csrf_exempt
@require_http_methods(["GET", "POST"])
def receive_from_mini(request: HttpRequest) -> HttpResponse:
    """Take what the platform tells of people at the mini program; nobody talks with us there."""
    return _received(request, the_mini_account(), _pushed_from_mini)


def _received(
    request: HttpRequest,
    account: Account | None,
    pushed: Callable[[HttpRequest, Account, datetime], HttpResponse],
) -> HttpResponse:
    if account is None:
        raise Http404
    now = timezone.now()
    if request.method == "POST" and _is_too_large(request):
        count_refused("size")
        return HttpResponse(status=413)
    try:
        check_query(request.GET.dict(), account=account, now=now)
        return _verified(request) if request.method == "GET" else pushed(request, account, now)
    except EnvelopeError as error:
        count_refused(error.fault)
        logger.warning("a push was refused", extra={"reason": error.fault.value})
        return HttpResponseForbidden()
    except MarkupError:
        count_refused("markup")
        return HttpResponse(status=400)


def _is_too_large(request: HttpRequest) -> bool:
    length = request.headers.get("Content-Length") or "0"
    return not length.isdigit() or int(length) > MOST_BYTES


def _verified(request: HttpRequest) -> HttpResponse:
    return _plain(request.GET.get("echostr", ""))


def _pushed(request: HttpRequest, account: Account, now: datetime) -> HttpResponse:
    check_address(address_of(request), account=account, networks=settings.WECHAT_ADDRESSES)
    if _is_json(request):
        return _plain(_SUCCESS)
    opened = opened_push(request.body, request.GET.dict(), account=account)
    push = push_of(opened.fields, now=now)
    if push is None:
        return _plain(_SUCCESS)
    if push.incoming is None:
        account_events.note(opened.fields, open_id=push.open_id, account=account)
        return _plain(_SUCCESS)
    stamp = _stamp_of(request, now)
    since = _waiting_since(stamp, now)
    late_seconds = (now - since).total_seconds()
    answer = answer_to(push, push.incoming, account=account, xml=opened.xml, late_seconds=late_seconds)
    until = _heard_until(stamp, since, account)
    return _answered(answer, push, opened, account, until=until) if answer.text else _plain(_SUCCESS)


def _pushed_from_mini(request: HttpRequest, account: Account, now: datetime) -> HttpResponse:
    if not _is_json(request):
        opened = opened_push(request.body, request.GET.dict(), account=account)
        push = push_of(opened.fields, now=now)
        if push is not None and push.incoming is not None and push.incoming.event in OF_THE_PLATFORM:
            answer_to(push, push.incoming, account=account, xml=opened.xml)
    return _plain(_SUCCESS)


def _is_json(request: HttpRequest) -> bool:
    """Tell whether the console is set to JSON; whoever set it must hear of it, the platform need not try again."""
    is_json = request.body.lstrip()[:1] == b"{"
    if is_json:
        logger.error("pushes come as JSON; the account's console must be set to XML")
    return is_json


def _stamp_of(request: HttpRequest, now: datetime) -> datetime:
    """Return when the platform sent a push, to the second; a stamp of another clock tells no more than that second."""
    stamp = datetime.fromtimestamp(int(request.GET["timestamp"]), UTC)
    return stamp if stamp <= now < stamp + _LONGEST_AT_THE_DOOR else now - _SECOND


def _waiting_since(stamp: datetime, now: datetime) -> datetime:
    """Return since when the platform waits: a push may have stood at the door of a process that was starting.

    Where only a reply can bring the answer, a stamp that the platform did not renew for its next attempt must not keep
    it back.
    """
    return stamp if now - stamp > _SECOND and has(Capability.CUSTOMER_MESSAGE) else now


def _heard_until(stamp: datetime, since: datetime, account: Account) -> datetime:
    """Return until when an answer is surely heard; where nothing but a reply can bring it, until it should be."""
    if not may_be_sent(account):
        return since + delivery.limit()
    return max(since + delivery.limit() * _SURE, stamp + delivery.limit() * _SURE_BY_STAMP)


def _answered(answer: Answer, push: Push, opened: Opened, account: Account, *, until: datetime) -> HttpResponse:
    now = timezone.now()
    xml = text_answer(answer.text, to=push.sender, sender=push.account_id, now=now)
    if opened.key is not None:
        nonce = str(secrets.randbelow(10**10)).zfill(10)
        xml = sealed(xml, account=account, key=opened.key, timestamp=str(int(now.timestamp())), nonce=nonce)

    def confirm() -> None:
        # What went out later may have found nobody waiting; whether it comes again will tell.
        if answer.outbound_id is not None and timezone.now() <= until:
            delivery.confirm(outbound_id=answer.outbound_id)

    return _Confirmed(xml, content_type="text/xml; charset=utf-8", confirm=confirm)


def _plain(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"X-Content-Type-Options": "nosniff"})
