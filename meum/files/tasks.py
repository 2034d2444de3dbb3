"""The jobs of files."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from meum.files import services
from meum.jobs.registry import Effect, handler
from meum.kernel.queues import Queue


@handler(services.DELETE_UNOWNED)
def delete_unowned_object(*, object_name: str, **_later: object) -> None:
    """Delete an object whose row is gone, or never came."""
    services.delete_unowned_object(object_name=object_name)


@handler(services.HIDE_FACES, queue=Queue.VISION)
def hide_faces(*, file_id: str, **_later: object) -> Effect | None:
    """Make the faces in a photo unrecognisable."""
    return services.hide_faces(file_id=UUID(file_id))


@handler("files.clear_old_answers", every=timedelta(hours=1))
def clear_old_answers(**_later: object) -> Effect:
    """Delete the answers that were kept for repeated requests."""
    return lambda: services.clear_old_answers(now=timezone.now())
