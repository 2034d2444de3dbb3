"""A request sent twice is done once and answered twice alike."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from meum.files.idempotency import Answer, answer_once
from meum.files.models import IdempotencyKey
from meum.files.services import clear_old_answers
from meum.jobs import services as jobs
from meum.jobs.running import drain
from meum.journal.models import new_id
from meum.kernel.errors import Conflict, Invalid, Unprocessable
from meum.people.models import Person

DORA = Answer(status=201, body='{"name": "朵拉"}', headers={"ETag": '"1"'})


def sign_up_dora() -> Answer:
    Person.objects.create(username=f"dora-{new_id()}")
    return DORA


def times_done() -> int:
    return Person.objects.filter(username__startswith="dora-").count()


def post(person: Person, *, key: str = "k-1", path: str = "/api/v1/meals", body: bytes = b"{}") -> tuple[Answer, bool]:
    return answer_once(person=person, key=key, method="POST", path=path, body=body, respond=sign_up_dora)


def test_the_second_time_the_kept_answer_comes_back(ada: Person) -> None:
    assert post(ada) == (DORA, False)
    assert post(ada) == (DORA, True)

    assert times_done() == 1


@pytest.mark.parametrize("other", [{"body": b'{"a": 1}'}, {"path": "/api/v1/weights"}])
def test_another_request_under_the_same_key_is_refused(ada: Person, other: dict[str, str]) -> None:
    post(ada)

    with pytest.raises(Unprocessable) as refused:
        post(ada, **other)  # type: ignore[arg-type]  # each case names its own argument

    assert (refused.value.code, refused.value.status) == ("idempotency_key_reused", 422)


def test_two_people_may_choose_the_same_key(ada: Person, chen: Person) -> None:
    post(ada)

    assert post(chen) == (DORA, False)


def test_a_refused_request_may_be_sent_again_under_its_key(ada: Person) -> None:
    def refuse() -> Answer:
        Person.objects.create(username="half")
        raise Conflict("id_in_use", "taken")

    with pytest.raises(Conflict):
        answer_once(person=ada, key="k-1", method="POST", path="/", body=b"", respond=refuse)

    assert not Person.objects.filter(username="half").exists()
    assert post(ada) == (DORA, False)


@pytest.mark.parametrize("key", ["", "k" * 256, "键", "two\nlines", "\x00"])
def test_a_key_that_no_header_can_hold_is_refused(ada: Person, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        post(ada, key=key)

    assert refused.value.code == "invalid_idempotency_key"


def test_answers_are_cleared_after_two_days(ada: Person) -> None:
    post(ada, key="old")
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=49))
    post(ada, key="new")

    assert clear_old_answers(now=timezone.now()) == 1

    assert IdempotencyKey.objects.get().key == "new"


def test_old_answers_are_cleared_by_a_job(ada: Person) -> None:
    post(ada)
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=49))

    jobs.sweep(now=timezone.now())
    drain()

    assert not IdempotencyKey.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_same_request_eight_times_at_once_is_done_once(ada: Person) -> None:
    start, answers = Barrier(8), []

    def send() -> None:
        start.wait()
        answers.append(post(ada))
        connection.close()

    threads = [Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [answer for answer, _ in answers] == [DORA] * 8
    assert sum(is_replayed for _, is_replayed in answers) == 7
    assert times_done() == 1
