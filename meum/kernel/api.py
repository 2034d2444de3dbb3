"""What every view of the REST API shares: language, parsing, pages, entity tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, ClassVar, Protocol, TypeVar, cast
from uuid import UUID

from django.db import models
from rest_framework import serializers
from rest_framework.fields import empty
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from meum.domain.days import EARLIEST_DAY, LATEST_DAY
from meum.domain.languages import Lang
from meum.kernel.errors import MeumError
from meum.kernel.fields import DAY_FORM, ID_FORM
from meum.kernel.json_input import UNFIT
from meum.kernel.language import activate_language, active_language, asked_language
from meum.kernel.openapi import Operation
from meum.kernel.paging import Page, limit_of, page_of
from meum.kernel.phrases import phrase
from meum.kernel.problem import FieldsInvalid, field_errors

M = TypeVar("M", bound=models.Model)
_TAG = re.compile(r'(W/)?"([^"]*)"')


class Speaker(Protocol):
    """Whoever is signed in."""

    lang: Lang


class ApiView(APIView):
    """Speak the caller's language, keep personal answers out of caches, tell the schema what each method does."""

    operations: ClassVar[Mapping[str, Operation]] = {}
    is_described: ClassVar[bool] = True

    def operation_of(self, method: str) -> Operation:
        """Return what the schema tells of a method."""
        return self.operations[method]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Choose the language before anything can be refused: what the caller asks for, else the person's."""
        asked = asked_language(request.headers)
        if asked is not None:
            activate_language(asked)
        super().initial(request, *args, **kwargs)
        if asked is None:
            _speak_as_asker(request)

    def handle_exception(self, exc: Exception) -> Response:
        """Refuse in the person's language too where that came before it was known who asks."""
        if asked_language(self.request.headers) is None:
            _speak_as_asker(self.request)
        return super().handle_exception(exc)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Forbid shared caches to keep a personal answer; a view that allows it has said so already."""
        answer = super().finalize_response(request, response, *args, **kwargs)
        answer.headers.setdefault("Cache-Control", "private, no-cache")
        return answer


def _speak_as_asker(request: Request) -> None:
    """Speak the language of whoever is signed in; the kernel knows no people, but that they have one."""
    with suppress(MeumError):  # a token that is not good tells no language; whether it is refused is not decided here
        if request.user is not None:
            activate_language(cast(Speaker, request.user).lang)


def parse(serializer: type[serializers.Serializer[Any]], data: Any, *, is_partial: bool = False) -> dict[str, Any]:
    """Return the known fields of a body, checked for their form; raises FieldsInvalid with a pointer for each fault.

    `is_partial` lets fields of the body be left out, yet not those of what lies within it.
    """
    form = serializer(data=data)
    for field in form.fields.values() if is_partial else ():
        field.required, field.default = False, empty
    if not form.is_valid():
        raise FieldsInvalid(list(field_errors(form.errors)))
    return dict(form.validated_data)


def text_asked(request: Request, name: str, *, longest: int = 200) -> str:
    """Return a query parameter, empty when it is not there; raises FieldsInvalid when it is no fit text."""
    text = request.query_params.get(name, "").strip()
    if len(text) > longest or UNFIT.search(text):
        raise parameter_invalid(name, "field.text_form", most=longest)
    return text


def day_asked(request: Request, name: str) -> date | None:
    """Return a query parameter as a day between 1900 and 2199, None when it is not there."""
    text = text_asked(request, name)
    return day_of_text(text, name) if text else None


def day_of_text(text: str, name: str) -> date:
    """Return the day that `YYYY-MM-DD` names; raises FieldsInvalid for another form or a day that cannot be."""
    try:
        day = date.fromisoformat(text) if DAY_FORM.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not EARLIEST_DAY <= day < LATEST_DAY:
        raise parameter_invalid(name, "field.day_range" if day else "field.day_form")
    return day


def id_asked(request: Request, name: str) -> UUID | None:
    """Return a query parameter as an id, None when it is not there."""
    text = text_asked(request, name)
    if text and not ID_FORM.fullmatch(text):
        raise parameter_invalid(name, "field.id_form")
    return UUID(text) if text else None


def parameter_invalid(name: str, key: str, **facts: int) -> FieldsInvalid:
    """Return the error for a query parameter, with the phrase of a key that tells what would be right."""
    return FieldsInvalid([{"parameter": name, "code": "invalid", "detail": phrase(active_language(), key, **facts)}])


def paged(
    request: Request,
    rows: models.QuerySet[M],
    *,
    order: tuple[str, ...],
    render: Callable[[list[M]], list[Any]],
    filters: Mapping[str, str] | None = None,
) -> Response:
    """Answer one page of rows: `results`, and in `next` the address of the page after it, null on the last one."""
    page: Page[M] = page_of(
        rows,
        order=order,
        limit=limit_of(request.query_params.get("limit", "")),
        cursor=request.query_params.get("cursor", ""),
        filters=filters or {},
    )
    return Response({"results": render(page.rows), "next": _next_address(request, page.cursor)})


def _next_address(request: Request, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    query = request.query_params.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def is_known(request: Request, tag: str) -> bool:
    """Tell whether the caller already holds what `tag` (without quotes) names: answer 304."""
    header = request.headers.get("If-None-Match", "")
    return header.strip() == "*" or any(found == tag for _, found in _TAG.findall(header))


def with_tag(answer: Response, tag: str) -> Response:
    """Set the strong entity tag of an answer."""
    answer["ETag"] = f'"{tag}"'
    return answer


def tag_of(name: object, revision: int) -> str:
    """Return the entity tag of a revision of a thing, without quotes."""
    return f"{name}:{revision}"


def revision_wanted(request: Request, name: object) -> int | None:
    """Return the revision of a thing that `If-Match` allows to change, None when any.

    A tag of something else gives -1, which nothing has. Weak tags never match (RFC 9110, 13.1.1).
    """
    header = request.headers.get("If-Match", "").strip()
    if header in ("", "*"):
        return None
    prefix = f"{name}:"
    for weak, tag in _TAG.findall(header):
        number = tag.removeprefix(prefix)
        if not weak and tag.startswith(prefix) and number.isascii() and number.isdigit() and len(number) < 10:
            return int(number)
    return -1
