"""Notices outside the 48 hours: one for each time that a person accepted the template, and only with consent.

A notice shows on a locked screen, so it says one fixed sentence and never a value.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F
from django.db.models.functions import Least

from bots.channels.wechat.account import Capability, the_account
from bots.channels.wechat.client.calls import call
from bots.channels.wechat.client.errors import Reason, SendRefused, WeChatError
from bots.channels.wechat.client.messages import refusal_of
from bots.models import WeChatNotice
from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from meum.kernel.phrases import phrase
from meum.people.models import Identity, Provider

_PATH = "/cgi-bin/message/subscribe/bizsend"
_MOST_CREDITS = 100


def answered(*, open_id: str, template_id: str, accepts: bool, told_at: int) -> None:
    """Note that a person accepted one more notice of a template, where they agreed to notices, or wants no more.

    `told_at` are the seconds of the push; what comes twice counts once.
    """
    identity = _identity(open_id)
    if identity is None or not has_consent(person=identity.person, purpose=Purpose.NOTICES):
        return
    WeChatNotice.objects.get_or_create(identity=identity, template_id=template_id)
    news = WeChatNotice.objects.filter(identity=identity, template_id=template_id, told_at__lt=told_at)
    news.update(told_at=told_at, credits=Least(F("credits") + 1, _MOST_CREDITS) if accepts else 0)


def send_notice(*, open_id: str, page: str = "") -> None:
    """Send the one notice there is, which says that something new waits; `page` opens when it is touched.

    Takes one credit. Raises SendRefused: `not_allowed` without template, right or consent, `quota_spent` without a
    credit. Never call it in a transaction.
    """
    identity = _identity(open_id)
    if identity is None or not settings.WECHAT_NOTICE_TEMPLATE:
        raise SendRefused(Reason.NOT_ALLOWED)
    if not has_consent(person=identity.person, purpose=Purpose.NOTICES):
        raise SendRefused(Reason.NOT_ALLOWED)
    if not _rows(identity).filter(credits__gt=0).update(credits=F("credits") - 1):
        raise SendRefused(Reason.QUOTA_SPENT)
    _send(open_id, identity, page)


def try_notice(*, open_id: str) -> bool:
    """Send the notice where it may go now; tell whether it went. Never call it in a transaction."""
    try:
        send_notice(open_id=open_id)
    except SendRefused:
        return False
    return True


def _send(open_id: str, identity: Identity, page: str) -> None:
    words = phrase(identity.person.lang, "wechat.notice")
    form = {
        "touser": open_id,
        "template_id": settings.WECHAT_NOTICE_TEMPLATE,
        **({"page": page} if page else {}),
        "data": {settings.WECHAT_NOTICE_FIELD: {"value": words}},
    }
    failure: SendRefused | None = None
    try:
        call(path=_PATH, capability=Capability.BIZSEND, json_body=form, is_repeatable=False)
    except WeChatError as error:
        failure = refusal_of(error)
    if failure is None:
        return
    if failure.reason is Reason.QUOTA_SPENT:
        _rows(identity).update(credits=0)
    elif not failure.may_have_arrived:
        _rows(identity).update(credits=F("credits") + 1)
    raise failure


def _identity(open_id: str) -> Identity | None:
    account = the_account()
    found = Identity.objects.filter(
        provider=Provider.WECHAT_OA, app_id=account.app_id if account else "", subject=open_id
    )
    return found.select_related("person").first()


def _rows(identity: Identity) -> models.QuerySet[WeChatNotice]:
    return WeChatNotice.objects.filter(identity=identity, template_id=settings.WECHAT_NOTICE_TEMPLATE)
