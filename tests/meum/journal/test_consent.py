"""Nothing is written without agreement, and a withdrawal ends it at once."""

from __future__ import annotations

import threading
from itertools import count

import pytest
from django.db import connection

from meum.journal import queries
from meum.journal import services as journal
from meum.journal.models import Change, Consent, Door, Purpose
from meum.kernel.errors import ConsentMissing, NotFound
from meum.people.models import Person, Profile
from meum.people.services import ProfileDraft, update_profile
from tests.factories.people import agree_to_sharing


def tell_height(person: Person, height_cm: float) -> Profile:
    return update_profile(person=person, author=person, door=Door.API, draft=ProfileDraft(height_cm=height_cm))


def withdraw(person: Person) -> Consent:
    return journal.withdraw_consent(person=person, purpose=Purpose.HEALTH_RECORDS, door=Door.API)


def test_agreeing_twice_to_the_same_text_is_one_answer(ada: Person) -> None:
    first, second = (
        journal.give_consent(person=ada, purpose=Purpose.NOTICES, text_version="1", door=Door.API) for _ in range(2)
    )

    assert first.pk == second.pk


def test_a_new_text_is_a_new_answer(ada: Person) -> None:
    journal.give_consent(person=ada, purpose=Purpose.NOTICES, text_version="1", door=Door.API)
    journal.give_consent(person=ada, purpose=Purpose.NOTICES, text_version="2", door=Door.API)

    answers = queries.consents(person=ada).filter(purpose=Purpose.NOTICES)
    assert [answer.text_version for answer in answers] == ["2", "1"]


def test_after_a_withdrawal_nothing_is_written(ada: Person) -> None:
    tell_height(ada, 160)
    withdraw(ada)

    with pytest.raises(ConsentMissing):
        tell_height(ada, 161)

    assert Profile.objects.get(person=ada).height_cm == 160


def test_what_was_never_agreed_to_cannot_be_withdrawn(ada: Person) -> None:
    with pytest.raises(NotFound):
        journal.withdraw_consent(person=ada, purpose=Purpose.FACE_SEARCH, door=Door.API)


def test_sharing_with_one_is_not_sharing_with_another(ada: Person, ben: Person, chen: Person) -> None:
    journal.give_consent(person=ada, purpose=Purpose.SHARING, text_version="1", door=Door.API, recipient=ben)

    assert queries.has_consent(person=ada, purpose=Purpose.SHARING, recipient=ben)
    assert not queries.has_consent(person=ada, purpose=Purpose.SHARING, recipient=chen)


@pytest.mark.parametrize("only_removes", [False, True])
def test_nobody_writes_for_somebody_who_does_not_share_with_them(
    ada: Person, ben: Person, chen: Person, only_removes: bool
) -> None:
    journal.give_consent(person=ada, purpose=Purpose.SHARING, text_version="1", door=Door.API, recipient=chen)

    with (
        pytest.raises(ConsentMissing) as refused,
        journal.recording(person=ada, author=ben, door=Door.ADMIN, only_removes=only_removes),
    ):
        pytest.fail("the recording was opened")

    assert refused.value.facts["purpose"] == Purpose.SHARING


def test_within_ones_own_recording_too_nobody_else_writes_without_sharing(ada: Person, ben: Person) -> None:
    with (
        pytest.raises(ConsentMissing),
        journal.recording(person=ada, author=ada, door=Door.API),
        journal.recording(person=ada, author=ben, door=Door.ADMIN),
    ):
        pytest.fail("the recording was opened")


def test_who_shares_lets_the_other_write_until_it_is_withdrawn(ada: Person, ben: Person) -> None:
    agree_to_sharing(ada, ben)
    with journal.recording(person=ada, author=ben, door=Door.ADMIN):
        pass
    journal.withdraw_consent(person=ada, purpose=Purpose.SHARING, door=Door.API, recipient=ben)

    with pytest.raises(ConsentMissing), journal.recording(person=ada, author=ben, door=Door.ADMIN):
        pytest.fail("the recording was opened")


@pytest.mark.django_db(transaction=True)
def test_a_withdrawal_that_races_with_writes_comes_wholly_before_or_after_each(ada: Person) -> None:
    """Writers run in threads of their own until the withdrawal stops them; no change may follow it."""
    started = threading.Barrier(4)
    withdrawn = threading.Event()
    refused: list[str] = []

    def write_until_refused(height_cm: float) -> None:
        started.wait()
        try:
            # One more when it is withdrawn: a database that is unfair to the withdrawal may let many go before it.
            for step in count():
                is_last = withdrawn.is_set()
                tell_height(ada, height_cm + step % 500 / 100)
                if is_last:
                    break
        except ConsentMissing as error:
            refused.append(error.code)
        finally:
            connection.close()

    writers = [threading.Thread(target=write_until_refused, args=(100 + 10 * n,)) for n in range(3)]
    for writer in writers:
        writer.start()
    started.wait()
    try:
        withdrawal = withdraw(ada)
    finally:
        withdrawn.set()
    for writer in writers:
        writer.join()

    assert refused == ["consent_missing"] * 3
    assert not Profile.objects.filter(person=ada, consent_id__gt=withdrawal.pk).exists()
    numbers = list(Change.objects.filter(person=ada).order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
