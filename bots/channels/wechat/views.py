"""WeChat's webhook: the account's verification and its pushes, in safe mode only.

A push that is not from the platform gets 403 without a word; one of a shape that is not known gets `success`, so that
the platform neither retries it nor tells the person of a fault. A push that is sent once more within the time window
is the same message by its key, so it does nothing and gets the answer of the first.
"""

from __future__ import annotations

import logging
import secrets
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from bots.channels.wechat import WeChatChannel
from bots.channels.wechat.envelope import Account, EnvelopeError, is_signed, opened, sealed
from bots.channels.wechat.pushes import MOST_BYTES, Push, answer_xml, fields_of, push_of
from bots.dialogue.messages import Incoming, Reply
from bots.dialogue.turn import take
from bots.services import conversation_of
from meum.domain.languages import Lang
from meum.journal.models import Door
from meum.kernel.phrases import phrase
from meum.people.models import Provider
from meum.people.services import person_for_identity

logger = logging.getLogger(__name__)

_WINDOW_SECONDS = 600
_SUCCESS = "success"


@csrf_exempt
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest) -> HttpResponse:
    """Answer the platform: the verification in the clear, a push with an encrypted answer."""
    account = _account()
    now = timezone.now()
    if not _is_from_platform(request, account, now):
        return HttpResponseForbidden()
    if request.method == "GET":
        return _plain(request.GET.get("echostr", ""))
    try:
        fields = _opened_fields(request, account)
    except EnvelopeError:
        logger.warning("a push could not be opened")
        return HttpResponseForbidden()
    push = push_of(fields, now=now)
    if push is None or push.incoming is None:
        return _plain(_SUCCESS)
    return _answer(push, _reply(push, push.incoming, account), account, now)


def _account() -> Account:
    if not settings.WECHAT_APP_ID:
        raise Http404
    return Account(settings.WECHAT_APP_ID, settings.WECHAT_TOKEN, settings.WECHAT_AES_KEY)


def _is_from_platform(request: HttpRequest, account: Account, now: datetime) -> bool:
    """Tell whether the address was signed with the account's token a short while ago."""
    timestamp, nonce = request.GET.get("timestamp", ""), request.GET.get("nonce", "")
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 11 and 0 < len(nonce) <= 64):
        return False
    is_recent = abs(now.timestamp() - int(timestamp)) <= _WINDOW_SECONDS
    return is_recent and is_signed(request.GET.get("signature", ""), account.token, timestamp, nonce)


def _opened_fields(request: HttpRequest, account: Account) -> dict[str, str]:
    """Return the fields of the encrypted part, the only part that is trusted."""
    length = request.headers.get("Content-Length", "")
    if not length.isdigit() or int(length) > MOST_BYTES:
        raise EnvelopeError
    try:
        encrypted = fields_of(request.body.decode()).get("Encrypt", "")
        signed = (account.token, request.GET.get("timestamp", ""), request.GET.get("nonce", ""), encrypted)
        if not encrypted or not is_signed(request.GET.get("msg_signature", ""), *signed):
            raise EnvelopeError
        return dict(fields_of(opened(encrypted, account=account)))
    except ValueError as error:
        raise EnvelopeError from error


def _reply(push: Push, incoming: Incoming, account: Account) -> Reply:
    lang = Lang(settings.DEFAULT_LANGUAGE)
    try:
        person = person_for_identity(
            provider=Provider.WECHAT_OA, app_id=account.app_id, subject=push.open_id, language=lang
        )
        return take(incoming, conversation=conversation_of(person=person, door=Door.WECHAT))
    except Exception:
        # The platform would show its own fault text for an error; the person needs to know that nothing was kept.
        logger.exception("a push could not be answered")
        return Reply((phrase(lang, "chat.failed"),))


def _answer(push: Push, reply: Reply, account: Account, now: datetime) -> HttpResponse:
    text = WeChatChannel().render(reply)
    if not text:
        return _plain(_SUCCESS)
    nonce = str(secrets.randbelow(10**10)).zfill(10)
    inner = answer_xml(text, push, now=now)
    xml = sealed(inner, account=account, timestamp=str(int(now.timestamp())), nonce=nonce)
    return HttpResponse(xml, content_type="text/xml; charset=utf-8")


def _plain(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"X-Content-Type-Options": "nosniff"})
