"""What the platform tells beside messages: answers to notices, and that the account's verification ends or failed."""

from __future__ import annotations

from collections.abc import Mapping

from bots.channels.wechat.account import Account
from bots.channels.wechat.client import circuits, notices
from bots.models.wechat_api import Trouble

_ANSWERS = frozenset({"subscribe_msg_popup_event", "subscribe_msg_change_event"})
# The official sample of the second one wraps it in the name of the first.
_WRAPS = ("SubscribeMsgPopupEvent", "SubscribeMsgChangeEvent")
_VERIFICATION_ENDS = frozenset({"qualification_verify_fail", "naming_verify_fail", "annual_renew", "verify_expired"})
_VERIFIED = frozenset({"qualification_verify_success", "naming_verify_success"})


def note(fields: Mapping[str, str], *, open_id: str, account: Account) -> None:
    """Keep what an event tells that is no message; nothing of one that is not known. What comes twice counts once."""
    event = fields.get("Event", "").lower()
    if event in _ANSWERS:
        _note_answers(fields, open_id)
    elif event in _VERIFICATION_ENDS:
        # It takes rights away, so an operator should know before people notice.
        circuits.note(app_id=account.app_id, trouble=Trouble.VERIFICATION)
    elif event in _VERIFIED:
        circuits.close(circuits.open_of(app_id=account.app_id, trouble=Trouble.VERIFICATION))


def _note_answers(fields: Mapping[str, str], open_id: str) -> None:
    told_at = fields.get("CreateTime", "")
    if not (told_at.isascii() and told_at.isdigit() and len(told_at) <= 11):
        return
    for wrap in _WRAPS:
        templates = fields.get(f"{wrap}.List.TemplateId", "").split(",")
        statuses = fields.get(f"{wrap}.List.SubscribeStatusString", "").split(",")
        for template_id, status in zip(templates, statuses, strict=False):
            if template_id and len(template_id) <= 64 and status in ("accept", "reject"):
                notices.answered(
                    open_id=open_id, template_id=template_id, accepts=status == "accept", told_at=int(told_at)
                )
