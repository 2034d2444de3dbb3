"""The OpenAPI document, made from what each view declares of its methods."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from meum.kernel.problem import MEDIA_TYPE

SerializerClass = type[serializers.BaseSerializer[Any]]


@dataclass(frozen=True, kw_only=True)
class Operation:
    """What the schema tells of one method of one view; `name` is a verb (`log_meal`)."""

    name: str
    tag: str
    summary: str
    body: SerializerClass | None = None
    answer: SerializerClass | None = None
    status: int = 200
    parameters: Sequence[OpenApiParameter] = field(default_factory=tuple)
    has_etag: bool = False


class Described(Protocol):
    """What the schema asks of a view."""

    is_described: bool

    def operation_of(self, method: str) -> Operation:
        """Return what the schema tells of a method."""
        ...


class ProblemField(serializers.Serializer[Any]):
    """One field that cannot be used."""

    pointer = serializers.CharField(required=False, help_text="JSON pointer (RFC 6901) into the body")
    parameter = serializers.CharField(required=False, help_text="name of the query parameter")
    code = serializers.CharField()
    detail = serializers.CharField()


class Problem(serializers.Serializer[Any]):
    """What went wrong (RFC 9457); `type` and `code` are stable, the texts are in the caller's language."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    code = serializers.CharField()
    errors = ProblemField(  # type: ignore[assignment]  # a declared field takes no attribute's place
        many=True, required=False
    )


def parameter(name: str, description: str, kind: Any = OpenApiTypes.STR, **facts: Any) -> OpenApiParameter:
    """Return the description of a query parameter."""
    return OpenApiParameter(name, kind, OpenApiParameter.QUERY, description=description, **facts)


def header(name: str, description: str) -> OpenApiParameter:
    """Return the description of a request header."""
    return OpenApiParameter(name, OpenApiTypes.STR, OpenApiParameter.HEADER, description=description)


PAGE_PARAMETERS = (
    parameter("limit", "rows on a page, 1 to 200", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}),
    parameter("cursor", "where to go on, from `next` of the page before"),
)
IDEMPOTENCY_KEY = header(
    "Idempotency-Key", "the same key and body again give the stored answer; another body is refused with 422"
)
IF_MATCH = header("If-Match", "the ETag that was read; refused with 412 when it is not the latest")
IF_NONE_MATCH = header("If-None-Match", "the ETag that is held; answered 304 when it is the latest")


class MeumSchema(AutoSchema):
    """Read the operation that the view declares."""

    @property
    def _described(self) -> Described:
        return cast(Described, self.view)

    @property
    def _operation(self) -> Operation:
        return self._described.operation_of(self.method)

    def is_excluded(self) -> bool:
        """Leave out what declares nothing, such as the answer to unknown addresses."""
        return not self._described.is_described

    def get_operation_id(self) -> str:
        """Return the verb."""
        return self._operation.name

    def get_tags(self) -> list[str]:
        """Return the one group of the operation."""
        return [self._operation.tag]

    def get_summary(self) -> str:
        """Return one line."""
        return self._operation.summary

    def get_description(self) -> str:  # type: ignore[override]  # drf-spectacular itself asks without arguments
        """Return nothing beyond the summary."""
        return ""

    def get_override_parameters(self) -> list[Any]:
        """Return what the operation declares, and the entity tag where it has one."""
        operation = self._operation
        etag = OpenApiParameter(
            "ETag",
            OpenApiTypes.STR,
            OpenApiParameter.HEADER,
            description="names this very state",
            response=[str(operation.status)],
        )
        return [*operation.parameters, *([etag] if operation.has_etag else [])]

    def get_request_serializer(self) -> Any:
        """Return the form of the body."""
        return self._operation.body

    def get_response_serializers(self) -> Any:
        """Return the one good answer, 304 where the caller may hold it already, and the problem."""
        operation = self._operation
        good = OpenApiResponse(operation.answer, description="done") if operation.answer else None
        answers: dict[Any, Any] = {operation.status: good or OpenApiResponse(description="done")}
        if IF_NONE_MATCH in operation.parameters:
            answers[304] = OpenApiResponse(description="the caller holds the latest state")
        return answers | {("default", MEDIA_TYPE): OpenApiResponse(Problem, description="refused")}


@functools.cache
def page_form(form: SerializerClass) -> SerializerClass:
    """Return the form of one page of rows: `results` and `next`."""
    name = f"{form.__name__.removesuffix('Serializer')}Page"
    fields = {
        "results": form(many=True),
        "next": serializers.URLField(allow_null=True, help_text="the address of the page after it"),
        "__doc__": "One page of a list.",
    }
    return type(name, (serializers.Serializer,), fields)
