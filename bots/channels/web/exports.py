"""The page that hands out a copy of somebody's data to whoever has the link and its digits."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bots.channels.web.pages import page, secured, visitor_language
from meum.kernel.errors import NotFound
from meum.kernel.phrases import as_sentence, phrase
from meum.overview.export import fetch, is_link


@require_http_methods(["GET", "POST"])
@secured
def export(request: HttpRequest, token: str) -> HttpResponseBase:
    """Ask for the digits; with the right ones answer the archive, once."""
    if request.method == "GET":
        return _asking(request) if is_link(token=token) else _gone(request)
    try:
        archive = fetch(token=token, code=request.POST.get("code", "").strip())
    except NotFound:
        return _gone(request)
    if archive is None:
        return _asking(request, problem=phrase(visitor_language(request), "web.export_wrong"), status=403)
    name = f"meum-{timezone.now():%Y%m%d}.zip"
    return FileResponse(archive, content_type="application/zip", as_attachment=True, filename=name)


def _asking(request: HttpRequest, *, problem: str = "", status: int = 200) -> HttpResponse:
    return page(request, "export.html", lang=visitor_language(request), status=status, problem=problem, is_open=True)


def _gone(request: HttpRequest) -> HttpResponse:
    lang = visitor_language(request)
    problem = as_sentence(NotFound("no_export", "there is no copy to fetch"), lang)
    return page(request, "export.html", lang=lang, status=404, problem=problem, is_open=False)
