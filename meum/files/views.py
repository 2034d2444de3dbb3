"""Show a private file to its owner, by a fresh link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from django.http import FileResponse
from drf_spectacular.utils import extend_schema
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.views import APIView

from meum.files import queries
from meum.journal.recording import Owner

# The floor above names how a token proves who asks; the stubs take it for text.
_BY_TOKEN = cast(Sequence[type[BaseAuthentication]], api_settings.DEFAULT_AUTHENTICATION_CLASSES)
_HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@extend_schema(exclude=True)
class FileView(APIView):
    """A file by its link, for the owner alone: signed in by the browser's session or by a phone's token."""

    authentication_classes = [SessionAuthentication, *_BY_TOKEN]

    def get(self, request: Request, token: str) -> FileResponse:
        """Answer with the file's bytes: a picture to be looked at, anything else to be saved."""
        file = queries.file_of_link(token=token, viewer=cast(Owner, request.user))
        return FileResponse(
            queries.read(file=file),
            content_type=file.content_type,
            as_attachment=not file.content_type.startswith("image/"),
            filename=f"{file.kind}-{file.created_at:%Y%m%d}",
            headers=_HEADERS,
        )
