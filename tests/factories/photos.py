"""Makers of small pictures, some of them nasty."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms

GPS_TAG, MODEL_TAG, ORIENTATION_TAG = 0x8825, 0x0110, 0x0112


def make_photo(
    *,
    form: str = "JPEG",
    size: tuple[int, int] = (40, 20),
    mode: str = "RGB",
    orientation: int = 1,
    icc_profile: bytes | None = None,
    is_located: bool = False,
) -> bytes:
    """Make a picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = orientation
    exif[MODEL_TAG] = "SecretPhone 12"
    if is_located:
        exif.get_ifd(GPS_TAG)[2] = (31.0, 14.0, 0.0)
    written = BytesIO()
    picture.convert(mode).save(written, form, exif=exif, icc_profile=icc_profile, comment="taken at home")
    return written.getvalue()


def make_giant_png(*, width: int, height: int) -> bytes:
    """Make a PNG of a hundred bytes that says it has so many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\x00" * 100)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def lab_profile() -> bytes:
    """Return a colour profile that is not sRGB's."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
