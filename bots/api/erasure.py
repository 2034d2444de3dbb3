"""The end of the asker's account, proved by the way in which they sign in: a password, or a code of WeChat."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from bots.channels.wechat import mini
from meum.journal.models import Door
from meum.kernel.api import ApiView, parse
from meum.kernel.fields import TextField
from meum.kernel.openapi import Operation
from meum.kernel.rendering import render
from meum.overview.erasure import ask_for_erasure
from meum.overview.models import Cause, Erasure
from meum.people.addresses import address_of
from meum.people.api.asking import asker
from meum.people.sessions import known_person


class ErasureAnswer(serializers.Serializer[Any]):
    """What proves that it is the owner who wants everything deleted: one of the two."""

    password = serializers.CharField(max_length=4096, trim_whitespace=False, default="", allow_blank=True)
    js_code = TextField(
        max_length=128,
        default="",
        allow_blank=True,
        help_text="a fresh one of wx.login, where the mini program signs in",
    )


class ErasureShown(serializers.ModelSerializer[Erasure]):
    """That the erasure has begun."""

    class Meta:
        model = Erasure
        fields = ["id", "asked_at"]


class ErasureView(ApiView):
    """The end of the asker's account."""

    operations = {
        "POST": Operation(
            name="delete_my_account",
            tag="me",
            summary="Close your account at once and have everything deleted within minutes",
            body=ErasureAnswer,
            answer=ErasureShown,
            status=202,
        )
    }

    def post(self, request: Request) -> Response:
        """Begin the erasure, once the password or the code is right."""
        told, person, address = parse(ErasureAnswer, request.data), asker(request), address_of(request)
        if told["js_code"]:
            mini.prove(person=person, js_code=told["js_code"], address=address)
        else:
            person = known_person(username=person.username, password=told["password"], address=address)
        erasure = ask_for_erasure(person=person, cause=Cause.ASKED, door=Door.API)
        return Response(render(ErasureShown, erasure), status=202)
