"""What a file is, read from its bytes; names and claimed types are not believed."""

from __future__ import annotations

UNKNOWN = "application/octet-stream"

# (offset, bytes there, type): the signatures of the formats' own specifications.
_SIGNATURES = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    *((4, b"ftyp" + brand, "image/heic") for brand in (b"heic", b"heix", b"heim", b"heis", b"mif1")),
    (8, b"WEBP", "image/webp"),
    (8, b".FIT", "application/vnd.ant.fit"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"\x1f\x8b\x08", "application/gzip"),
)


def content_type_of(content: bytes) -> str:
    """Return the media type that the bytes themselves show; `UNKNOWN` when they show none."""
    for offset, signature, content_type in _SIGNATURES:
        if content.startswith(signature, offset):
            return content_type
    return _text_type_of(content)


def _text_type_of(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return UNKNOWN
    if not text.strip() or "\x00" in text:
        return UNKNOWN
    start = text.lstrip()
    if start.startswith("<?xml"):
        return "application/xml"
    return "application/json" if start[0] in "{[" else "text/plain"
