"""Show a private file to whoever holds a fresh link."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from meum.files import queries
from meum.files.models import Kind

_HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@require_safe
def show_file(request: HttpRequest, token: str) -> FileResponse:
    """Answer with the file's bytes: a photo to be looked at, anything else to be saved."""
    file = queries.file_of_link(token=token)
    if file is None:
        raise Http404
    return FileResponse(
        queries.read(file=file),
        content_type=file.content_type,
        as_attachment=file.kind != Kind.PHOTO,
        filename=f"{file.kind}-{file.created_at:%Y%m%d}",
        headers=_HEADERS,
    )
