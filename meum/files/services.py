"""Every write of private files: the row and the object it names come and go together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from meum.files.faces import faces_in, hide
from meum.files.intake import Accepted, accept
from meum.files.models import Faces, IdempotencyKey, Kind, PrivateFile
from meum.files.photos import MAX_SIDE, as_jpeg, opened
from meum.files.store import new_object_name, object_store
from meum.jobs import services as jobs
from meum.journal import services as journal
from meum.journal.models import Door, Purpose, new_id
from meum.journal.queries import has_consent
from meum.journal.recording import Owner, locked_counter
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, Unavailable

DELETE_UNOWNED = "files.delete_unowned_object"
HIDE_FACES = "files.hide_faces"
# Longer than any upload takes from its first byte in the store to its row.
UPLOAD_TAKES = timedelta(hours=1)
KEPT_ANSWERS = timedelta(hours=48)


def store_file(
    *,
    owner: Owner,
    kind: Kind,
    content: bytes,
    door: Door,
    purpose: Purpose | None = Purpose.HEALTH_RECORDS,
    file_id: UUID | None = None,
) -> PrivateFile:
    """Keep a file of a person; return its row. Not to be called in a transaction: the store is outside.

    A photo is kept to be looked at; only once the faces in it were hidden may it be kept for longer, which
    `have_faces_hidden` has a worker do.
    A `file_id` chosen by the client makes this repeatable. Only a copy of a person's own data has no `purpose`: it is
    theirs also after they withdrew. Raises Invalid for content that the kind does not take,
    ConsentMissing without the purpose's consent, Conflict when the id holds another file.
    """
    if purpose is not None and not has_consent(person=owner, purpose=purpose):
        raise ConsentMissing("consent_missing", f"the person has not agreed to {purpose}", purpose=purpose)
    accepted = accept(content, kind=kind)
    file_id = file_id or new_id()
    stored = _stored_under(file_id, owner, accepted)
    if stored is not None:
        return stored
    object_name = _put(accepted.content)
    with _written(owner, door, purpose):
        # Asked again under the person's lock: the same request may have come twice at once.
        return _stored_under(file_id, owner, accepted) or _create(file_id, owner, kind, accepted, object_name)


def _create(file_id: UUID, owner: Owner, kind: Kind, accepted: Accepted, object_name: str) -> PrivateFile:
    return PrivateFile.objects.create(
        id=file_id,
        person_id=owner.pk,
        kind=kind,
        content_type=accepted.content_type,
        size_bytes=len(accepted.content),
        sha256=accepted.sha256,
        object_name=object_name,
        faces=Faces.WAITING if kind is Kind.PHOTO else "",
        created_at=timezone.now(),
    )


@contextmanager
def _written(owner: Owner, door: Door, purpose: Purpose | None) -> Iterator[None]:
    """Write under the person's lock, with consent where there is a purpose."""
    if purpose is None:
        with transaction.atomic():
            locked_counter(owner)
            yield
    else:
        with journal.recording(person=owner, author=owner, door=door, purpose=purpose):
            yield


def _stored_under(file_id: UUID, owner: Owner, accepted: Accepted) -> PrivateFile | None:
    stored = PrivateFile.objects.filter(pk=file_id).first()
    if stored is None:
        return None
    if stored.person_id != owner.pk:
        raise Invalid("invalid_id", "this id cannot be used", field="id")
    if stored.sha256 != accepted.sha256:
        raise Conflict("id_in_use", "this id already holds another file")
    return stored


def _put(content: bytes) -> str:
    """Put the content into the store; return its name.

    The job that would delete it is committed first, so that a crash, or a consent withdrawn meanwhile, leaves no
    object without a row; the job leaves alone what has one.
    """
    object_name = new_object_name()
    with transaction.atomic(durable=True):
        jobs.enqueue(DELETE_UNOWNED, due_at=timezone.now() + UPLOAD_TAKES, object_name=object_name)
    object_store().put(object_name, content)
    return object_name


def have_faces_hidden(*, owner: Owner, file: PrivateFile) -> None:
    """Have a worker make the faces in a photo unrecognisable, in the caller's transaction."""
    jobs.enqueue(HIDE_FACES, person=owner, file_id=file.pk)


def hide_faces(*, file_id: UUID) -> Callable[[], object] | None:
    """Look for faces in a photo and make them unrecognisable; return what notes it. Not to be called in a transaction.

    None when the photo is gone or was looked at before. Where nobody can look, that is noted.
    """
    file = PrivateFile.objects.filter(pk=file_id, faces=Faces.WAITING).first()
    if file is None:
        return None
    with object_store().open(file.object_name) as kept:
        picture = opened(kept.read(), side=MAX_SIDE)
    try:
        faces = faces_in(picture)
    except Unavailable:
        return lambda: _note_faces(file, Faces.UNKNOWN)
    if not faces:
        return lambda: _note_faces(file, Faces.NONE)
    content = as_jpeg(hide(picture, faces))
    object_name = _put(content)
    return lambda: _replace(file, object_name, size_bytes=len(content))


def _note_faces(file: PrivateFile, faces: Faces) -> None:
    PrivateFile.objects.filter(pk=file.pk).update(faces=faces)


def _replace(file: PrivateFile, object_name: str, *, size_bytes: int) -> None:
    """Let a photo be the object in which faces are hidden; delete the one before, or this one if the photo is gone."""
    told = {"object_name": object_name, "size_bytes": size_bytes, "faces": Faces.HIDDEN}
    is_replaced = PrivateFile.objects.filter(pk=file.pk, faces=Faces.WAITING).update(**told)
    jobs.enqueue(DELETE_UNOWNED, object_name=file.object_name if is_replaced else object_name)


def hand_over(*, file_id: UUID, to: Owner) -> None:
    """Give a file to another account of the same person, in the caller's transaction; its object stays where it is."""
    PrivateFile.objects.filter(pk=file_id).update(person_id=to.pk)


def erase_file(*, file: PrivateFile) -> None:
    """Delete a file: its row now, its object by a job once that is committed."""
    with transaction.atomic():
        _erase(file)


def erase_files_of(*, person: Owner) -> int:
    """Delete all files of a person, before the person is deleted; return how many there were."""
    with transaction.atomic():
        files = list(PrivateFile.objects.select_for_update().filter(person_id=person.pk).order_by("id"))
        for file in files:
            _erase(file)
    return len(files)


def _erase(file: PrivateFile) -> None:
    # The job belongs to nobody: it has to outlive the person.
    jobs.enqueue(DELETE_UNOWNED, object_name=file.object_name)
    file.delete()


def delete_unowned_object(*, object_name: str) -> None:
    """Delete an object unless a file has it; to be called again does no harm."""
    if not PrivateFile.objects.filter(object_name=object_name).exists():
        object_store().delete(object_name)


def clear_old_answers(*, now: datetime, batch: int = 1000) -> int:
    """Delete answers kept for repeated requests of two days ago, one batch; return how many were deleted."""
    old = IdempotencyKey.objects.filter(created_at__lt=now - KEPT_ANSWERS).order_by("created_at")
    chosen = list(old.values_list("pk", flat=True)[:batch])
    return IdempotencyKey.objects.filter(pk__in=chosen).delete()[0]
