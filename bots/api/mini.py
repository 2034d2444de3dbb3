"""Signing in to the API from WeChat's mini program."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from bots.channels.wechat import mini
from meum.domain.languages import Lang
from meum.kernel.api import parse
from meum.kernel.fields import ChoiceField, TextField
from meum.kernel.openapi import Operation
from meum.kernel.rendering import render
from meum.people.addresses import address_of
from meum.people.api.serializers import LANGUAGES, TokensShown
from meum.people.api.sign_in import OpenView


class MiniSignInWith(serializers.Serializer[Any]):
    """The code that wx.login gave, good once and for five minutes."""

    js_code = TextField(max_length=128)
    language = ChoiceField(choices=LANGUAGES, default=Lang.ZH.value)
    device_name = TextField(max_length=64, default="", allow_blank=True)


class MiniSignInShown(serializers.Serializer[Any]):
    """What a mini program keeps, and whether it has to ask for the age group and the agreement first."""

    tokens = TokensShown()
    age_band = serializers.CharField(allow_blank=True, help_text="as GET /me shows it; empty until it was told")
    has_consent = serializers.BooleanField(help_text="whether health records may be kept")


class MiniSignInView(OpenView):
    """Sign in with a code of WeChat's mini program."""

    operations = {
        "POST": Operation(
            name="sign_in_wechat_mini",
            tag="sign_in",
            summary="Sign in with a code of WeChat's mini program",
            body=MiniSignInWith,
            answer=MiniSignInShown,
        )
    }

    def post(self, request: Request) -> Response:
        """Answer the tokens of a new sign-in."""
        told = parse(MiniSignInWith, request.data)
        signed_in = mini.sign_in(
            js_code=told["js_code"],
            language=Lang(told["language"]),
            device_name=told["device_name"],
            address=address_of(request),
        )
        return Response(render(MiniSignInShown, signed_in), headers={"Cache-Control": "no-store"})
