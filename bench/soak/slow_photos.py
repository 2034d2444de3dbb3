"""Photos whose answers take long, in a measured place: a job makes them some seconds later, at next to no cost."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.apps import AppConfig
from django.utils import timezone

TAKES = timedelta(seconds=6)
"""Longer than WeChat waits for an answer."""
JOB = "bench.look_at_photo"


class SlowPhotos(AppConfig):
    """Take photos before any other handler, in the process that answers and in the worker."""

    name = "bench.soak"
    label = "slow_photos"

    def ready(self) -> None:
        """Register the handler of the conversation and that of the job."""
        from bots.channels.answering import answer_later
        from bots.dialogue import handlers
        from bots.dialogue.handlers.base import Handler
        from bots.dialogue.messages import Event, Reply
        from bots.dialogue.speaking import Turn
        from meum.jobs.registry import Effect, handler
        from meum.jobs.services import enqueue
        from meum.journal.models import Door

        class Looking(Handler):
            def accepts(self, turn: Turn) -> bool:
                return turn.incoming.event is Event.PHOTO

            def answer(self, turn: Turn) -> Reply:
                enqueue(
                    JOB,
                    person=turn.person,
                    due_at=timezone.now() + TAKES,
                    person_id=turn.person.pk,
                    door=turn.door.value,
                    message_id=turn.incoming.message_id,
                )
                return Reply(is_later=True)

        @handler(JOB)
        def look(*, person_id: str, door: str, message_id: str, **_later: object) -> Effect:
            answer = Reply(("看起来像：牛肉面。",))
            return lambda: answer_later(person_id=UUID(person_id), door=Door(door), message_id=message_id, reply=answer)

        handlers.HANDLERS = (Looking(), *handlers.HANDLERS)
