"""Every write of the conversations that is not a turn."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from bots.models import Conversation, Inbound
from meum.journal.models import Door
from meum.people.models import Person

KEYS_KEPT = timedelta(hours=72)
"""How long a message without words is known by its key: far longer than a channel or a phone sends it again."""
REFUSED_FOR = timedelta(hours=24)
"""How long a conversation remembers that somebody told to be under 14."""


def conversation_of(*, person: Person, door: Door) -> Conversation:
    """Return a person's conversation in one channel, made at the first contact."""
    return Conversation.objects.select_related("person").get_or_create(person=person, channel=door)[0]


def clear_keys(*, now: datetime, batch: int = 1000) -> int:
    """Delete messages of which only the key and the answer are kept, one batch; return how many were deleted.

    Those with words are the person's history and stay.
    """
    old = Inbound.objects.filter(words="", received_at__lt=now - KEYS_KEPT).order_by("received_at")
    chosen = list(old.values_list("pk", flat=True)[:batch])
    return Inbound.objects.filter(pk__in=chosen).delete()[0]


def note_refusal(*, person: Person, door: Door, at: datetime) -> None:
    """Remember in a conversation that somebody told to be under 14: the time alone, for a day."""
    Conversation.objects.filter(person=person, channel=door).update(refused_at=at)


def forget_refusal(*, person: Person, door: Door) -> None:
    """Forget it in the conversation in which somebody told another age.

    The others are left to `clear_refusals`, as the age group outweighs what they hold: a turn keeps its own
    conversation locked, and two turns that wanted each other's would wait for ever.
    """
    Conversation.objects.filter(person=person, channel=door).update(refused_at=None)


def clear_refusals(*, now: datetime) -> int:
    """Forget the refusals that are older than a day or before another age; return how many there were."""
    is_over = Q(refused_at__lt=now - REFUSED_FOR) | ~Q(person__age_band="")
    return Conversation.objects.exclude(refused_at=None).filter(is_over).update(refused_at=None)


def note_corrections_told(*, person: Person, door: Door, number: int) -> None:
    """Remember in a conversation up to which change the person was told what others corrected."""
    Conversation.objects.filter(person=person, channel=door).update(corrections_told=number)
