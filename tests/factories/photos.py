"""Makers of small pictures, some of them nasty."""

from __future__ import annotations

import base64
import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw, ImageFilter

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


def make_heic() -> bytes:
    """Return the picture of `make_photo` as a phone would send it; made once, as our decoder writes none."""
    return base64.b85decode(_HEIC)


def make_person_photo(*, turns: int = 0) -> bytes:
    """Draw a face that the detector takes for one, turned to the left by quarters."""
    picture = Image.new("RGB", (400, 300), (120, 140, 120))
    pen = ImageDraw.Draw(picture)
    for box, colour in _FACE:
        pen.ellipse(box, colour)
    for side in (-1, 1):
        pen.line((200 + side * 20 - 11, 133, 200 + side * 20 + 11, 132), (50, 32, 24), 4)
    pen.polygon([(200, 148), (192, 174), (208, 174)], (205, 158, 130))
    pen.line((182, 194, 218, 194), (110, 40, 45), 2)
    written = BytesIO()
    drawn = picture.filter(ImageFilter.GaussianBlur(1.6)).rotate(90 * turns, expand=True)
    drawn.save(written, "JPEG", quality=95)
    return written.getvalue()


# Hair, head, neck, then eyes, pupils and mouth.
_FACE = (
    ((138, 60, 262, 220), (60, 40, 30)),
    ((150, 94, 250, 226), (222, 178, 150)),
    ((178, 190, 222, 250), (205, 160, 135)),
    ((170, 141, 190, 151), (245, 240, 238)),
    ((210, 141, 230, 151), (245, 240, 238)),
    ((175, 141, 185, 151), (60, 35, 20)),
    ((215, 141, 225, 151), (60, 35, 20)),
    ((182, 188, 218, 200), (175, 75, 75)),
)
_HEIC = (
    "0000SW^{RQXk}?*00000ZE0pPXk}?*ZE0a<0005KZDn*}000000000XXk=`10000000000aA{+700000000000000000000G-+&a"
    "V*mgE07O6l0ssL300001;Q#>u00000005r=0ssI200Mvj0RR9100000Y5)KLIB98aW&i*H00062000$fZf0cy000000RRAKc4ILB"
    "0000LX>Mj^0ssI300IC2MR;ju000004sdC7Z2$lO00031008`HaB^?}007)+aAR)(004Dpc4I>U18@KU0FVFx0000U@BsY%`1k+-"
    "4+CHT0RR|40Sp2E{{wIU00RJ!0009300RIXx&lC90096gLID8-Z~y=U0FVFx0{{R603M(qfd!W8uA1iHA)vs3000bt00093gkk^z"
    "00u+>!E?ch0000JV{dG7ZewhC0096E00w{n000zeb8uw<00000002M$002M$001asY+-N!001Ze00031000yK00061|NrO!00092"
    "|Nqng00062000nhX?SS>000032nYxO000<iaBX1#00000000310R@2q0|kTt000_ka%E-!00000000hSWOHKx0ssL30RR925p85)"
    "bN~PVn<xRV1~MKn<M4?f@V~VL|Nr(>|7HA_M%eC8&->SjKeo*IWYxEh`TqCzn0U(hRWK>XNzww;U$lJO?^eU$3-puW3iq<5d#Z>O"
    "&}C7C`ebYG@}QD%f9X5BsfT<BV1a^M_BsN8GbRU`M_z1xvdy|Cb$Som!x`_qkEj@cPLx%Um<P|<=9BoPe+YN-A+QLLgWA#1Dyn`S"
    "00006MR;ju002!*04e|g00;mA0T2KJ0000F0000ch$R37000010000s00000Q)OdvWpq$zZ*FBEF){!E0096300jU500RI307w7;"
    "0000003QGV0096101f~E0096100000009"
)
