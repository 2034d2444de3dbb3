"""Where the bytes lie: a folder, or a bucket; both answer alike."""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path
from typing import BinaryIO, Protocol, cast
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage


class ObjectStore(Protocol):
    """Keep bytes under names; raise FileNotFoundError for a name that is not there."""

    def put(self, name: str, content: bytes) -> None:
        """Keep `content` under a name that nobody used before; it is there for good once this returns."""
        ...

    def open(self, name: str) -> BinaryIO:
        """Open what lies under a name, to be read and closed."""
        ...

    def delete(self, name: str) -> None:
        """Remove what lies under a name; a name that is not there is fine."""
        ...


class FolderStore:
    """Keep each object as a file, in folders by the first letters of its name."""

    def __init__(self, root: Path) -> None:
        """Keep the objects below `root`, which is made when the first one comes."""
        self._root = root

    def put(self, name: str, content: bytes) -> None:
        """Write beside, flush to the disk, then rename: a power cut leaves all of it or nothing."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(".draft")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
        _flush_folder(path.parent)

    def open(self, name: str) -> BinaryIO:
        """Open the file of a name."""
        return self._path(name).open("rb")

    def delete(self, name: str) -> None:
        """Remove the file of a name, and what a crash left of it half-written."""
        path = self._path(name)
        path.with_suffix(".draft").unlink(missing_ok=True)
        path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._root / name[:2] / name


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class DjangoStore:
    """Keep objects in one of Django's storages, such as a bucket."""

    def __init__(self, storage: Storage) -> None:
        """Keep the objects in `storage`."""
        self._storage = storage

    def put(self, name: str, content: bytes) -> None:
        """Save under exactly this name."""
        saved = self._storage.save(name, ContentFile(content))
        if saved != name:
            self._storage.delete(saved)
            raise FileExistsError(name)

    def open(self, name: str) -> BinaryIO:
        """Open the object of a name."""
        return cast(BinaryIO, self._storage.open(name))

    def delete(self, name: str) -> None:
        """Remove the object of a name."""
        self._storage.delete(name)


def store_at(url: str) -> ObjectStore:
    """Return the store of a FILES_URL: file:///folder, or s3://bucket?endpoint=https://...&region=...

    The keys of a bucket come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, as boto3 reads them.
    """
    parts = urlsplit(url)
    return FolderStore(Path(unquote(parts.path))) if parts.scheme == "file" else DjangoStore(_bucket(parts))


def _bucket(parts: SplitResult) -> Storage:
    from storages.backends.s3 import S3Storage

    # Other makers' servers do not know the checksums that newer botocore adds by itself.
    os.environ.setdefault("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required")
    os.environ.setdefault("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required")
    told = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    bucket: Storage = S3Storage(
        bucket_name=parts.netloc,
        location=parts.path.strip("/"),
        endpoint_url=told.get("endpoint"),
        region_name=told.get("region"),
        addressing_style="path" if "endpoint" in told else "auto",
        signature_version="s3v4",
        file_overwrite=False,
        default_acl=None,
    )
    return bucket


@cache
def object_store() -> ObjectStore:
    """Return the store of this installation."""
    return store_at(settings.FILES_URL)


def new_object_name() -> str:
    """Return a name that tells nothing and cannot be guessed."""
    return secrets.token_hex(16)
