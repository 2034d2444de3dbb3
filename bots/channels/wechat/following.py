"""What the platform tells of a follower who agreed: the id that all accounts of one owner share."""

from __future__ import annotations

import logging

from django.conf import settings

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.client import WeChatError, user_info
from meum.people.identities import note_union_id
from meum.people.models import Identity, Provider

logger = logging.getLogger(__name__)


def learn_union_id(*, identity: Identity) -> bool:
    """Ask the platform once and keep the id; tell whether there was one. Never call it in a transaction."""
    if identity.provider != Provider.WECHAT_OA or identity.app_id != settings.WECHAT_APP_ID:
        return False
    if not has(Capability.USER_INFO):
        return False
    try:
        told = user_info(identity.subject)
    except WeChatError:
        # Without it two accounts are not found to be one person's; nothing else depends on it.
        logger.warning("the platform told nothing of a follower")
        return False
    if not told.union_id:
        return False
    return note_union_id(
        provider=Provider.WECHAT_OA, app_id=identity.app_id, subject=identity.subject, union_id=told.union_id
    )
