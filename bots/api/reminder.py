"""The asker's reminder."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from bots import reminding
from meum.journal.models import Door
from meum.kernel.api import ApiView, parse
from meum.kernel.openapi import Operation
from meum.people.api.asking import asker


class ReminderShown(serializers.Serializer[Any]):
    """When a reminder comes on the person's own clock; null for none."""

    at = serializers.TimeField(format="%H:%M", allow_null=True)


class ReminderWished(serializers.Serializer[Any]):
    """When a reminder is to come: between 07:30 and 21:20, on the person's own clock."""

    at = serializers.TimeField(format="%H:%M", input_formats=["%H:%M"])


class ReminderView(ApiView):
    """One reminder a day, if nothing was logged by then; needs the consent `notices`."""

    operations = {
        "GET": Operation(name="get_reminder", tag="me", summary="Show your reminder", answer=ReminderShown),
        "PUT": Operation(
            name="change_reminder", tag="me", summary="Set your reminder", body=ReminderWished, answer=ReminderShown
        ),
        "DELETE": Operation(
            name="end_reminder", tag="me", summary="End your reminder and the consent to notices", status=204
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer the time."""
        return Response(ReminderShown({"at": reminding.reminder_of(person=asker(request))}).data)

    def put(self, request: Request) -> Response:
        """Set the time."""
        told = parse(ReminderWished, request.data)
        reminding.set_reminder(person=asker(request), at=told["at"])
        return Response(ReminderShown({"at": told["at"]}).data)

    def delete(self, request: Request) -> Response:
        """End it."""
        reminding.end_reminder(person=asker(request), door=Door.API)
        return Response(status=204)
