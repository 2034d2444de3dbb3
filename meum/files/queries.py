"""Reads of private files; who may see one is decided here and nowhere else."""

from __future__ import annotations

from datetime import timedelta
from typing import BinaryIO
from uuid import UUID

from django.core import signing
from django.db import models
from django.urls import reverse

from meum.files.models import PrivateFile
from meum.files.store import object_store
from meum.journal.recording import Owner
from meum.kernel.errors import NotFound

LINK_LASTS = timedelta(minutes=15)
_signer = signing.TimestampSigner(salt="meum.files")


def visible_files(*, viewer: Owner) -> models.QuerySet[PrivateFile]:
    """Return the files that `viewer` may see, which are their own, the latest first."""
    return PrivateFile.objects.filter(person_id=viewer.pk).order_by("-id")


def visible_file(*, viewer: Owner, file_id: UUID) -> PrivateFile:
    """Return one file that `viewer` may see; raises NotFound, whether or not such a file exists."""
    found = visible_files(viewer=viewer).filter(pk=file_id).first()
    if found is None:
        raise NotFound("not_found", "no such file for this viewer")
    return found


def read(*, file: PrivateFile) -> BinaryIO:
    """Open a file that was got through `visible_file` or a link, to be read and closed."""
    return object_store().open(file.object_name)


def link_to(*, file: PrivateFile) -> str:
    """Return an address that shows a visible file to its owner, signed in, for fifteen minutes."""
    return reverse("private-file", args=[_signer.sign(file.pk.hex)])


def file_of_link(*, token: str, viewer: Owner) -> PrivateFile:
    """Return the file of a link, for its owner.

    Raises NotFound when the link is forged or too old, the file was erased, or it is somebody else's.
    """
    try:
        file_id = UUID(_signer.unsign(token, max_age=LINK_LASTS))
    except (signing.BadSignature, ValueError):
        raise NotFound("not_found", "no such link") from None
    return visible_file(viewer=viewer, file_id=file_id)
