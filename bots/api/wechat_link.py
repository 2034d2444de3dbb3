"""Linking the asker's account with WeChat: a code to scan or to type, the digits, and parting again."""

from __future__ import annotations

import logging
from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from bots.channels.wechat.account import Capability, has
from bots.channels.wechat.client import WeChatError, scene_code
from meum.journal.models import Door
from meum.kernel.api import ApiView
from meum.kernel.openapi import Operation
from meum.overview.joining import is_linked, unlink
from meum.people.api.asking import asker
from meum.people.linking import OFFER_LASTS, offer_link, withdraw_offer

logger = logging.getLogger(__name__)


class LinkShown(serializers.Serializer[Any]):
    """Whether the account is linked with WeChat."""

    is_linked = serializers.BooleanField()


class LinkOfferShown(serializers.Serializer[Any]):
    """What the app shows to link with WeChat, once and for ten minutes; a newer offer ends it."""

    words = serializers.CharField(help_text="to be typed in WeChat after 绑定")
    code = serializers.CharField(help_text="four digits, to be typed when WeChat asks for them; never in a picture")
    picture_url = serializers.CharField(
        help_text="a code to scan in WeChat; empty where the official account has no right to one"
    )
    expires_at = serializers.DateTimeField()


class WeChatLinkView(ApiView):
    """The link between an account and WeChat."""

    operations = {
        "GET": Operation(
            name="get_wechat_link", tag="me", summary="Tell whether you are linked with WeChat", answer=LinkShown
        ),
        "POST": Operation(
            name="offer_wechat_link",
            tag="me",
            summary="Get a code and digits by which WeChat can be linked; nothing is linked before a yes there",
            answer=LinkOfferShown,
            status=201,
        ),
        "DELETE": Operation(
            name="end_wechat_link",
            tag="me",
            summary="Part from WeChat; within seven days both accounts are as they were",
            status=204,
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer whether there is a link."""
        return Response({"is_linked": is_linked(person=asker(request))})

    def post(self, request: Request) -> Response:
        """Offer a link."""
        offer = offer_link(person=asker(request))
        shown = {
            "words": offer.typed,
            "code": offer.code,
            "picture_url": _picture_of(offer.scene),
            "expires_at": offer.expires_at,
        }
        return Response(shown, status=201)

    def delete(self, request: Request) -> Response:
        """End the link, and an offer of one."""
        withdraw_offer(person=asker(request))
        unlink(person=asker(request), door=Door.API)
        return Response(status=204)


def _picture_of(scene: str) -> str:
    """Return where the code is shown; empty where the platform gives none, as the words do the same."""
    if not has(Capability.QR_SCENE):
        return ""
    try:
        return scene_code(scene, int(OFFER_LASTS.total_seconds())).picture_url
    except WeChatError:
        logger.warning("the platform gave no code to scan")
        return ""
