"""A photo as it may leave this server: smaller, without faces, and without what a camera wrote beside it."""

from __future__ import annotations

from meum.files.faces import faces_in, hide
from meum.files.photos import MAX_SIDE, as_jpeg, opened


def photo_to_send(content: bytes, *, side: int) -> bytes:
    """Return a photo as JPEG of at most `side` pixels a side, in which every face that is found is a few squares.

    Raises Unavailable where nobody can look for faces: then it may not leave. Raises Invalid for what is no photo.
    """
    # Faces are looked for before it is made smaller, when the far ones can still be found.
    picture = opened(content, side=MAX_SIDE)
    faces = faces_in(picture)
    shown = hide(picture, faces) if faces else picture
    shown.thumbnail((side, side))
    return as_jpeg(shown)
