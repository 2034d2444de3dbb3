"""What is taken in: by kind of file, which types, how big, and in which form it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from meum.files.domain.content import content_type_of
from meum.files.models import Kind
from meum.files.photos import clean_photo
from meum.kernel.errors import Invalid

_ACCEPTED: Mapping[Kind, frozenset[str]] = {
    Kind.PHOTO: frozenset({"image/heic", "image/jpeg", "image/png", "image/webp"}),
    Kind.IMPORT: frozenset(
        {
            "application/gzip",
            "application/json",
            "application/vnd.ant.fit",
            "application/xml",
            "application/zip",
            "text/plain",
        }
    ),
    Kind.EXPORT: frozenset({"application/json", "application/pdf", "application/zip", "text/plain"}),
    Kind.REPORT: frozenset({"application/pdf", "image/png"}),
}


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """Content in the form in which it is kept, and the digest of what was sent."""

    content: bytes
    content_type: str
    sha256: str


def accept(content: bytes, *, kind: Kind) -> Accepted:
    """Return the content as it is kept; raises Invalid for what this kind does not take."""
    if not content:
        raise Invalid("file_empty", "the file is empty", field="file")
    # What Meum makes itself is as big as it is.
    if kind is not Kind.EXPORT and len(content) > settings.UPLOAD_MAX_MIB * 1024 * 1024:
        raise Invalid("file_too_big", "the file is too big", field="file", mib=settings.UPLOAD_MAX_MIB)
    content_type = content_type_of(content)
    if content_type not in _ACCEPTED[kind]:
        raise Invalid("file_type_not_accepted", f"a {kind} is not accepted as {content_type}", field="file")
    digest = hashlib.sha256(content).hexdigest()
    if kind is Kind.PHOTO:
        return Accepted(content=clean_photo(content), content_type="image/jpeg", sha256=digest)
    return Accepted(content=content, content_type=content_type, sha256=digest)
