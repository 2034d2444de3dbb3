"""Who may see one's records, who looked, and whose records one may see."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponseBase
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal.models import Door
from meum.journal.queries import looks
from meum.journal.services import note_looks
from meum.kernel.api import ApiView, paged, parse
from meum.kernel.openapi import IDEMPOTENCY_KEY, PAGE_PARAMETERS, Operation, page_form
from meum.kernel.rendering import render, render_all
from meum.people import queries, services
from meum.people.api.asking import asker
from meum.people.api.once import answered_once
from meum.people.api.serializers import GrantAnswer, GrantShown, LookShown, PersonShown
from meum.people.models import Person


class GrantList(ApiView):
    """With whom the asker shares."""

    operations = {
        "GET": Operation(
            name="list_grants",
            tag="sharing",
            summary="List with whom you share or shared, the latest first",
            answer=page_form(GrantShown),
            parameters=PAGE_PARAMETERS,
        ),
        "POST": Operation(
            name="share_with_nutritionist",
            tag="sharing",
            summary="Let a nutritionist see your records",
            body=GrantAnswer,
            answer=GrantShown,
            status=201,
            parameters=(IDEMPOTENCY_KEY,),
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer one page of grants."""
        rows = queries.grants_of(person=asker(request))
        return paged(request, rows, order=("-id",), render=lambda page: render_all(GrantShown, page))

    def post(self, request: Request) -> HttpResponseBase:
        """Open a grant; the open one with the same nutritionist is changed."""
        told = parse(GrantAnswer, request.data)

        def share() -> Response:
            grant = services.share_with(
                person=asker(request),
                nutritionist=queries.nutritionist(nutritionist_id=told["nutritionist"]),
                door=Door.API,
                until=told.get("until"),
            )
            return Response(render(GrantShown, grant), status=201)

        return answered_once(request, share)


class GrantDetail(ApiView):
    """One grant."""

    operations = {
        "DELETE": Operation(name="end_sharing", tag="sharing", summary="End the nutritionist's sight", status=204)
    }

    def delete(self, request: Request, grant_id: UUID) -> Response:
        """End a grant."""
        person = asker(request)
        grant = queries.open_grant_of(person=person, grant_id=grant_id)
        services.end_sharing(person=person, nutritionist=grant.viewer, door=Door.API)
        return Response(status=204)


class NutritionistList(ApiView):
    """With whom one can share."""

    operations = {
        "GET": Operation(
            name="list_nutritionists",
            tag="sharing",
            summary="List the nutritionists with whom you can share",
            answer=page_form(PersonShown),
            parameters=PAGE_PARAMETERS,
        )
    }

    def get(self, request: Request) -> Response:
        """Answer one page of nutritionists."""
        rows = queries.nutritionists()
        return paged(request, rows, order=("id",), render=lambda page: render_all(PersonShown, page))


class PeopleList(ApiView):
    """Whose records the asker may see."""

    operations = {
        "GET": Operation(
            name="list_people",
            tag="sharing",
            summary="List the people who share with you; each is told of the look",
            answer=page_form(PersonShown),
            parameters=PAGE_PARAMETERS,
        )
    }

    def get(self, request: Request) -> Response:
        """Answer one page of people, the look noted for each."""
        viewer = asker(request)

        def noted(page: list[Person]) -> list[object]:
            note_looks(people=[person.pk for person in page], viewer=viewer, what="people", door=Door.API)
            return list(render_all(PersonShown, page))

        rows = queries.visible_people(viewer=viewer).exclude(pk=viewer.pk)
        return paged(request, rows, order=("id",), render=noted)


class LookList(ApiView):
    """Who looked."""

    operations = {
        "GET": Operation(
            name="list_looks",
            tag="sharing",
            summary="List who looked at your records, the latest first",
            answer=page_form(LookShown),
            parameters=PAGE_PARAMETERS,
        )
    }

    def get(self, request: Request) -> Response:
        """Answer one page of looks."""
        rows = looks(person=asker(request))
        return paged(request, rows, order=("-id",), render=lambda page: render_all(LookShown, page))
