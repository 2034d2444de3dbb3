"""Pictures to send: a plate that every decoder opens, and files that look like pictures and are not."""

from __future__ import annotations

import base64
import struct
import zlib

_PLATE = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4"
    "x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAk"
    "ADADASIAAhEBAxEB/8QAGQAAAwEBAQAAAAAAAAAAAAAAAAECBQMG/8QALRAAAgIBAQUHAwUAAAAAAAAAAQIAEQMhBBMxQfAFEjJRYXGhI0KxYn"
    "KBkeH/xAAYAQADAQEAAAAAAAAAAAAAAAAAAwQCAf/EABoRAAMBAQEBAAAAAAAAAAAAAAABEQITEjH/2gAMAwEAAhEDEQA/APVxMQos8I4sZFNm"
    "fwrZX0Hn1ymDQhvW8OOh+s1f5+YfVHHGD+1rPzUzto2/Llc7tiicgDRk4dtzYnsuXXmGN3E98WDeWoaisGFi/YiiI5JYZcIz4gSa4VqRzH5lAg"
    "gEGweccKCcXQ5Oze4urBQK9RxHxO0QJxsWAtW1Yc/cdf6SqB8dMKE1sux4dqcviyBW+4DX+xyMlOz8OBg+fKCL0B0Ej4bsKeuYdOz13Oxl8mgJ"
    "Lfx0JeFSuFFbQhQDKZt9WhCA3qKJPXXm5Wl5SRM3XQhCE6BLY0eu+qtXCxcFxohtEVT5gVCEAKhCEAP/2Q=="
)
PLATE: bytes = base64.b64decode(_PLATE)
"""A JPEG of a plate, 48 by 36 pixels."""


def pixel_bomb(side: int = 30_000) -> bytes:
    """Return a small PNG that says it has side times side pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(side + 1) * 64, 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def grey_png(width: int, height: int, shade: int = 128) -> bytes:
    """Return a PNG of one grey, to tell pictures apart by their size or shade."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
