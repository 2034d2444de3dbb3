"""Every error of the REST API as application/problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.views import defaults
from rest_framework import exceptions
from rest_framework.response import Response

from meum.domain.languages import Lang
from meum.kernel.errors import Invalid, MeumError
from meum.kernel.language import active_language
from meum.kernel.phrases import as_sentence, phrase, register

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:meum:problem:"

# What the framework refuses by itself, in our words: its exception, our code and status.
FRAMEWORK_CODES: Mapping[type[Exception], tuple[str, int]] = {
    Http404: ("not_found", 404),
    PermissionDenied: ("forbidden", 403),
    exceptions.ParseError: ("not_json", 400),
    exceptions.AuthenticationFailed: ("signed_out", 401),
    exceptions.NotAuthenticated: ("not_signed_in", 401),
    exceptions.PermissionDenied: ("forbidden", 403),
    exceptions.NotFound: ("not_found", 404),
    exceptions.MethodNotAllowed: ("method_not_allowed", 405),
    exceptions.NotAcceptable: ("not_acceptable", 406),
    exceptions.UnsupportedMediaType: ("unsupported_media_type", 415),
}


class FieldsInvalid(MeumError):
    """Say which fields cannot be used, each with its JSON pointer or the name of its query parameter."""

    status = 400

    def __init__(self, errors: Sequence[Mapping[str, str]]) -> None:
        """Keep what is wrong with each field."""
        super().__init__("invalid_fields", "some fields cannot be used")
        self.errors = list(errors)


class QueryInvalid(Invalid):
    """Say that a query parameter cannot be used; `field` names it."""


def as_problem(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """Return the answer to an error; None for a fault of ours, which is not an answer but a bug."""
    if isinstance(error, MeumError):
        return _response(error)
    for theirs, (code, status) in FRAMEWORK_CODES.items():
        if isinstance(error, theirs):
            return _response(_from_framework(code, status=status))
    return None


def problem_of(error: MeumError, lang: Lang) -> dict[str, Any]:
    """Return the members of the problem, its sentence in `lang`."""
    problem: dict[str, Any] = {
        "type": TYPE_PREFIX + error.code,
        "title": phrase(lang, f"problem.{error.status}"),
        "status": error.status,
        "detail": as_sentence(error, lang),
        "code": error.code,
    }
    errors = list(_errors_of(error, problem["detail"]))
    return problem | ({"errors": errors} if errors else {})


def field_errors(errors: Any, *, pointer: str = "") -> Iterator[dict[str, str]]:
    """Yield each message of a serializer's errors with the JSON pointer of its field."""
    if isinstance(errors, Mapping):
        for name, below in errors.items():
            here = pointer if name == "non_field_errors" else f"{pointer}/{name}"
            yield from field_errors(below, pointer=here)
    elif isinstance(errors, list):
        for position, below in enumerate(errors):
            is_message = isinstance(below, str)
            yield from field_errors(below, pointer=pointer if is_message else f"{pointer}/{position}")
    else:
        yield {"pointer": pointer, "code": getattr(errors, "code", "invalid"), "detail": str(errors)}


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Answer a fault of ours: the API as a problem, pages as a page."""
    if not request.path.startswith("/api/"):
        return defaults.server_error(request)
    problem = problem_of(_from_framework("unexpected", status=500), active_language())
    return JsonResponse(problem, status=500, content_type=MEDIA_TYPE)


def _from_framework(code: str, *, status: int) -> MeumError:
    error = MeumError(code, "refused by the framework")
    error.status = status
    return error


def _response(error: MeumError) -> Response:
    response = Response(problem_of(error, active_language()), status=error.status, content_type=MEDIA_TYPE)
    if error.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    if "retry_after" in error.facts:
        response["Retry-After"] = str(error.facts["retry_after"])
    return response


def _errors_of(error: MeumError, sentence: str) -> Iterator[Mapping[str, str]]:
    if isinstance(error, FieldsInvalid):
        yield from error.errors
    elif isinstance(error, QueryInvalid):
        yield {"parameter": error.field, "code": error.code, "detail": sentence}
    elif isinstance(error, Invalid) and error.field:
        place = error.field if error.field.startswith("/") else f"/{error.field}".replace(".", "/")
        yield {"pointer": place, "code": error.code, "detail": sentence}


register(
    {
        "problem.400": {Lang.ZH: "内容有误", Lang.EN: "This cannot be used"},
        "problem.401": {Lang.ZH: "需要登录", Lang.EN: "Sign-in needed"},
        "problem.403": {Lang.ZH: "没有权限", Lang.EN: "Not allowed"},
        "problem.404": {Lang.ZH: "没有找到", Lang.EN: "Not found"},
        "problem.405": {Lang.ZH: "方法不对", Lang.EN: "Wrong method"},
        "problem.406": {Lang.ZH: "格式不支持", Lang.EN: "Format not offered"},
        "problem.409": {Lang.ZH: "有冲突", Lang.EN: "Conflict"},
        "problem.410": {Lang.ZH: "已经过期", Lang.EN: "No longer kept"},
        "problem.412": {Lang.ZH: "已被修改", Lang.EN: "Changed meanwhile"},
        "problem.413": {Lang.ZH: "内容太大", Lang.EN: "Too large"},
        "problem.415": {Lang.ZH: "类型不支持", Lang.EN: "Type not supported"},
        "problem.422": {Lang.ZH: "请求不一致", Lang.EN: "Requests differ"},
        "problem.429": {Lang.ZH: "太频繁了", Lang.EN: "Too often"},
        "problem.500": {Lang.ZH: "出了问题", Lang.EN: "Something went wrong"},
        "problem.503": {Lang.ZH: "暂时不可用", Lang.EN: "Not available now"},
        "error.invalid_fields": {
            Lang.ZH: "有些内容不对，没有记录。请按提示修改后再发。",
            Lang.EN: "Some values cannot be used, so nothing was stored. See the errors, then send it again.",
        },
        "error.not_json": {
            Lang.ZH: "内容不是有效的 JSON（UTF-8），请检查后再发。",
            Lang.EN: "The body is not valid JSON in UTF-8. Please check it and send it again.",
        },
        "error.too_deep": {
            Lang.ZH: "JSON 嵌套太深，最多 {most} 层。",
            Lang.EN: "The JSON is nested too deeply; {most} levels are the most.",
        },
        "error.unfit_text": {
            Lang.ZH: "文字里有控制字符或残缺字符，请去掉后再发。",
            Lang.EN: "A text holds control characters or half a character. Remove them and send it again.",
        },
        "error.too_large": {
            Lang.ZH: "内容太大，请分开发送。",
            Lang.EN: "The body is too large. Please send it in parts.",
        },
        "error.invalid_limit": {
            Lang.ZH: "每页条数要在 1 到 {most} 之间。",
            Lang.EN: "A page has 1 to {most} rows.",
        },
        "error.invalid_cursor": {
            Lang.ZH: "这个翻页位置不能用，请从头翻起。",
            Lang.EN: "This cursor cannot be used here. Please begin with the first page.",
        },
        "error.not_signed_in": {
            Lang.ZH: "请先登录。",
            Lang.EN: "Please sign in first.",
        },
        "error.method_not_allowed": {
            Lang.ZH: "这个地址不支持这种请求方法。",
            Lang.EN: "This address does not take that method.",
        },
        "error.not_acceptable": {
            Lang.ZH: "这里只提供 JSON。",
            Lang.EN: "Only JSON is offered here.",
        },
        "error.unsupported_media_type": {
            Lang.ZH: "请用 application/json 发送。",
            Lang.EN: "Please send application/json.",
        },
    }
)
