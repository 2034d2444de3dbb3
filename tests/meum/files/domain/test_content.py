"""A file is what its bytes say."""

from __future__ import annotations

import pytest

from meum.files.domain.content import UNKNOWN, content_type_of
from tests.factories.photos import make_heic, make_photo


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (make_photo(form="JPEG"), "image/jpeg"),
        (make_photo(form="PNG"), "image/png"),
        (make_photo(form="WEBP"), "image/webp"),
        (make_heic(), "image/heic"),
        (b"\x00\x00\x00\x1cftypavif", UNKNOWN),
        (b"\x00\x00\x00\x1cftypmp42", UNKNOWN),
        (b"GIF89a\x01\x00", UNKNOWN),
        (b"\x7fELF\x02\x01\x00", UNKNOWN),
        (b"\x0e\x10\x00\x08\x00\x00\x00\x00.FIT", "application/vnd.ant.fit"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04rest", "application/zip"),
        (b"\x1f\x8b\x08rest", "application/gzip"),
        (b'<?xml version="1.0"?><gpx/>', "application/xml"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><gpx/>', "application/xml"),
        (b' {"weight": 60}', "application/json"),
        ("日期,体重\n".encode(), "text/plain"),
        (b"<html><script>alert(1)</script>", "text/plain"),
        (b"MZ\x90\x00\x03", UNKNOWN),
        (b"\xff\xfe\xfd", UNKNOWN),
        (b"text with \x00 in it", UNKNOWN),
        (b"  \n ", UNKNOWN),
        (b"", UNKNOWN),
    ],
)
def test_the_type_is_found_in_the_bytes(content: bytes, content_type: str) -> None:
    assert content_type_of(content) == content_type
