"""Every write of the conversations that is not a turn."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from bots.models import Conversation, Inbound, RawPush, WeChatSession
from meum.jobs.services import enqueue
from meum.journal.models import Door
from meum.kernel.prepared import Prepared
from meum.people.models import Identity, Person

LEARN_UNION_ID = "bots.learn_union_id"
KEYS_KEPT = timedelta(hours=72)
"""How long a message without words is known by its key: far longer than a channel or a phone sends it again."""
REFUSED_FOR = timedelta(hours=24)
"""How long a conversation remembers that somebody told to be under 14."""
_KNOWN = Prepared(
    lambda person, channel: Conversation.objects.select_related("person").filter(person_id=person, channel=channel)
)


def conversation_of(*, person: Person, door: Door) -> Conversation:
    """Return a person's conversation in one channel, made at the first contact."""
    known = _KNOWN.first(person=person.pk, channel=door)
    return known or Conversation.objects.select_related("person").get_or_create(person=person, channel=door)[0]


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


def forget_session_keys(person: Person) -> None:
    """Delete the keys by which the mini program's steps of a person could be read; in the caller's transaction."""
    WeChatSession.objects.filter(identity__person=person).delete()


def forget_raw_pushes(person: Person) -> None:
    """Delete the pushes that are kept of somebody who withdrew; in the caller's transaction."""
    RawPush.objects.filter(inbound__conversation__person=person).delete()


def hold_conversations(person: Person) -> None:
    """Lock the conversations of a person as turns do, before the person's counter; in the caller's transaction."""
    # Without `no_key` this would wait for a message that arrives and holds the counter, as it refers to the row.
    held = Conversation.objects.select_for_update(no_key=True).filter(person=person).order_by("pk")
    list(held.values_list("pk", flat=True))


def empty_conversations(person: Person) -> None:
    """Forget what conversations wait for, which holds a person's words and figures; in the caller's transaction."""
    Conversation.objects.filter(person=person).update(
        question=None, photo_session=None, photos_asked_at=None, photos_times_asked=0
    )


def look_for_other_accounts(*, person: Person) -> None:
    """Have the platforms asked, now that the person agreed, which of their accounts belong together; nothing is joined.

    In the caller's transaction.
    """
    for identity in Identity.objects.filter(person=person, union_id="").order_by("pk"):
        enqueue(LEARN_UNION_ID, person=person, identity_id=identity.pk)
