"""A copy of everything that is the asker's."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from meum.kernel.api import ApiView
from meum.kernel.openapi import Operation
from meum.overview.export import ask_for_export, new_link
from meum.people.api.asking import asker


class ExportShown(serializers.Serializer[Any]):
    """How far a copy is; with an address and its digits once it is made and until it is fetched."""

    asked_at = serializers.DateTimeField()
    made_at = serializers.DateTimeField(allow_null=True)
    fetched_at = serializers.DateTimeField(allow_null=True)
    address = serializers.CharField(help_text="empty, or a page that asks for the digits; for 15 minutes")
    code = serializers.CharField(help_text="empty, or four digits")


class ExportView(ApiView):
    """A copy of everything that is the asker's."""

    operations = {
        "POST": Operation(
            name="export_my_data",
            tag="me",
            summary="Ask for a copy of your data, one a day; ask again to get the way to it once it is made",
            answer=ExportShown,
            status=202,
        )
    }

    def post(self, request: Request) -> Response:
        """Begin a copy, or answer how far it is."""
        export = ask_for_export(person=asker(request))
        shown = {"asked_at": export.asked_at, "made_at": export.made_at, "fetched_at": export.fetched_at}
        if export.file_id is None or export.fetched_at is not None:
            return Response({**shown, "address": "", "code": ""}, status=202)
        link = new_link(export=export)
        address = f"{settings.PUBLIC_URL}{reverse('bots:export', args=[link.token])}"
        return Response({**shown, "address": address, "code": link.code}, status=202)
