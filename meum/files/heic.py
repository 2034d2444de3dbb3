"""HEIC photos, decoded in a process of their own: a few bad bytes can take down the decoder, and nothing else."""

from __future__ import annotations

import resource
import subprocess
import sys
from io import BytesIO

TOO_LARGE = 3
_UNREADABLE = 2
_SECONDS = 20
_MEMORY = 2 * 1024**3
_QUALITY = 95


class HeicError(ValueError):
    """Say that a photo cannot be decoded; `is_too_large` tells that its pixels are too many."""

    def __init__(self, *, is_too_large: bool) -> None:
        """Keep the reason."""
        super().__init__("this HEIC cannot be decoded")
        self.is_too_large = is_too_large


def jpeg_of_heic(content: bytes, *, most_pixels: int) -> bytes:
    """Return a HEIC photo as JPEG, upright, with its colour profile and nothing else beside its pixels.

    Raises HeicError for what is no whole HEIC or has more than `most_pixels`.
    """
    command = [sys.executable, "-I", __file__, str(most_pixels)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603  # our own program; the photo goes in as bytes
    except subprocess.TimeoutExpired as error:
        raise HeicError(is_too_large=False) from error
    if done.returncode:
        raise HeicError(is_too_large=done.returncode == TOO_LARGE)
    return done.stdout


def _main(most_pixels: int) -> int:
    """Write to standard output the JPEG of what comes from standard input; return an exit status."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    from pi_heif import register_heif_opener
    from PIL import Image

    register_heif_opener(thumbnails=False)
    with Image.open(BytesIO(sys.stdin.buffer.read()), formats=("HEIF",)) as picture:
        if picture.width * picture.height > most_pixels:
            return TOO_LARGE
        written = BytesIO()
        profile = picture.info.get("icc_profile")
        picture.convert("RGB").save(written, "JPEG", quality=_QUALITY, icc_profile=profile)
    sys.stdout.buffer.write(written.getvalue())
    return 0


if __name__ == "__main__":
    try:
        sys.exit(_main(int(sys.argv[1])))
    except Exception:  # noqa: BLE001  # the edge of a process: whatever a decoder raises, the photo is unreadable
        sys.exit(_UNREADABLE)
