"""The activities one can log."""

from __future__ import annotations

from rest_framework.request import Request
from rest_framework.response import Response

from fitness.api.serializers import ActivityKindSerializer, ActivityKindsSerializer
from fitness.queries import search_activities
from meum.kernel.api import ApiView, text_asked
from meum.kernel.openapi import Operation, parameter
from meum.kernel.paging import limit_of


class ActivityKindList(ApiView):
    """Rows of the Compendium."""

    operations = {
        "GET": Operation(
            name="search_activity_kinds",
            tag="activities",
            summary="Find activities by words; their codes are what is logged",
            answer=ActivityKindsSerializer,
            parameters=(
                parameter("q", "words, Chinese or English"),
                parameter("limit", "1 to 200", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}),
            ),
        )
    }

    def get(self, request: Request) -> Response:
        """Answer the rows that fit best."""
        limit = limit_of(request.query_params.get("limit", ""))
        found = search_activities(query=text_asked(request, "q"), limit=limit)
        return Response({"results": ActivityKindSerializer(found, many=True).data})
