"""Pictures that follow a reply: uploaded and sent as a customer message, where the account may do both."""

from __future__ import annotations

import logging
from uuid import UUID

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.client.errors import SendRefused, WeChatError
from bots.channels.wechat.client.ledger import remaining
from bots.channels.wechat.client.media import upload_image
from bots.channels.wechat.client.messages import send_image
from bots.dialogue.messages import Reply
from meum.files.queries import read
from meum.jobs.services import enqueue
from meum.overview.reports.keeping import report_of
from meum.people.models import Identity

logger = logging.getLogger(__name__)

SEND = "bots.send_picture"
_KEPT_FOR_ANSWERS = 1


def have_sent(*, identity_id: UUID, reply: Reply) -> None:
    """Have the picture of a reply sent once it is drawn, in the caller's transaction; the words stand without it."""
    if reply.picture is not None and _may_send():
        enqueue(SEND, identity_id=identity_id, report_id=reply.picture)


def send(*, identity_id: UUID, report_id: UUID) -> bool:
    """Send a report that is drawn; tell whether it went out. Never call it in a transaction.

    The last message of the quota is left for an answer. What the platform refuses is not tried again, lest it comes
    twice: the words were delivered with the reply.
    """
    identity = Identity.objects.select_related("person").filter(pk=identity_id, left_at=None).first()
    if identity is None or not _may_send() or remaining(identity.subject) <= _KEPT_FOR_ANSWERS:
        return False
    report = report_of(person=identity.person, report_id=report_id)
    if report is None or report.picture is None:
        return False
    with read(file=report.picture) as content:
        drawn = content.read()
    try:
        send_image(open_id=identity.subject, media_id=upload_image(drawn))
    except (SendRefused, WeChatError) as refusal:
        logger.warning("a picture was not sent", extra={"reason": type(refusal).__name__})
        return False
    return True


def _may_send() -> bool:
    return has(Capability.CUSTOMER_MESSAGE) and has(Capability.MEDIA)
