"""The jobs by which reminders go out, and identities and codes are forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from meum.jobs.registry import handler_of
from meum.overview.tasks import erase_those_who_left, finish_joins
from meum.people.linking import offer_link, offer_named
from meum.people.models import LinkOffer, Person, Tombstone


@pytest.mark.parametrize(
    ("name", "every"),
    [
        ("bots.remind", timedelta(minutes=5)),
        ("overview.erase_those_who_left", timedelta(hours=1)),
        ("overview.finish_joins", timedelta(hours=1)),
        ("overview.clear_exports", timedelta(hours=1)),
    ],
)
def test_what_must_happen_by_itself_is_planned(name: str, every: timedelta) -> None:
    found = handler_of(name)

    assert found is not None
    assert found.every == every


def test_a_digest_of_an_erased_identity_is_forgotten_after_a_month(db: None) -> None:
    for digest, days in (("old", 31), ("young", 29)):
        Tombstone.objects.create(subject_digest=digest, erased_at=timezone.now() - timedelta(days=days))

    erase_those_who_left()

    assert [each.subject_digest for each in Tombstone.objects.all()] == ["young"]


def test_an_offer_that_is_over_is_forgotten_after_a_day(ada: Person) -> None:
    offer_link(person=ada)
    LinkOffer.objects.update(expires_at=timezone.now() - timedelta(hours=25))
    offer = offer_link(person=ada)

    finish_joins()

    assert LinkOffer.objects.count() == 1
    assert offer_named(told=offer.scene) is not None
