"""More values than one statement of PostgreSQL takes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from bots.models import Inbound
from bots.services import conversation_of
from meum.journal.models import Door
from meum.people.models import Person

pytestmark = pytest.mark.storage

TOO_MANY = 2**16


@pytest.mark.django_db
def test_many_rows_are_stored_and_deleted_in_batches(ada: Person) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's batches are Django's own")
    talk, now = conversation_of(person=ada, door=Door.WEB), timezone.now()
    keys = (f"key-{number}" for number in range(TOO_MANY))

    Inbound.objects.bulk_create(Inbound(conversation=talk, sender=talk.pk, message_id=key, sent_at=now) for key in keys)
    deleted, _ = Inbound.objects.all().delete()

    assert deleted == TOO_MANY
