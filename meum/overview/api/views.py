"""What spans all apps: one day, many days, and the answer to addresses that are not there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, NoReturn

from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from meum.kernel.api import ApiView, day_asked, day_of_text, is_known, parameter_invalid, with_tag
from meum.kernel.errors import NotFound
from meum.kernel.openapi import IF_NONE_MATCH, Operation
from meum.kernel.rendering import render, render_all
from meum.overview.api.serializers import DayShown, ShortDayShown, ShortDaysShown
from meum.overview.queries import day_of
from meum.people.api.asking import PERSON, subject
from meum.people.api.entries import DAYS
from nutrition.queries import day_summaries

MOST_DAYS = 92
DAYS_SHOWN = 7


class DayDetail(ApiView):
    """One day."""

    operations = {
        "GET": Operation(
            name="get_day",
            tag="days",
            summary="Show one of a person's own days across food, body and skin",
            answer=DayShown,
            parameters=(PERSON, IF_NONE_MATCH),
            has_etag=True,
        )
    }

    def get(self, request: Request, day: str) -> Response:
        """Answer the day, or 304."""
        wanted = day_of_text(day, "day")
        owner = subject(request, what="day", day=wanted)
        found = day_of(person=owner, day=wanted)
        if is_known(request, found.version):
            return with_tag(Response(status=304), found.version)
        return with_tag(Response(render(DayShown, found)), found.version)


class DayList(ApiView):
    """Many days."""

    operations = {
        "GET": Operation(
            name="list_days",
            tag="days",
            summary=f"Show what each day counts to: {DAYS_SHOWN} days when none are told, {MOST_DAYS} at most",
            answer=ShortDaysShown,
            parameters=(*DAYS, PERSON),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer each day from the first to the last."""
        first, last = day_asked(request, "from"), day_asked(request, "to")
        owner = subject(request, what="day")
        last = last or owner.clock.day_of(timezone.now())
        first = first or last - timedelta(days=DAYS_SHOWN - 1)
        if not 0 <= (last - first).days < MOST_DAYS:
            raise parameter_invalid("to", "field.days_range", most=MOST_DAYS)
        return Response({"results": render_all(ShortDayShown, day_summaries(person=owner, since=first, until=last))})


class UnknownAddress(ApiView):
    """Answer every address that is not there in the one form of errors, to whoever asks."""

    permission_classes = ()
    is_described = False

    def perform_authentication(self, request: Request) -> None:
        """Ask nobody who they are: what is not there is not there, whatever the token."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> NoReturn:
        """Raise NotFound whatever the method."""
        super().initial(request, *args, **kwargs)
        raise NotFound("not_found", "there is no such address")
