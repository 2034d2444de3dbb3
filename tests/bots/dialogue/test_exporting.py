"""A copy of one's data by the conversation: made by a job, fetched once with a link and four digits."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.dialogue.messages import Incoming, Reply
from bots.dialogue.turn import take
from bots.services import conversation_of
from meum.jobs.running import drain
from meum.journal.models import Door
from meum.overview.export import archive_of, ask_for_export, clear_exports
from meum.overview.models import Export
from meum.overview.ownership import personal_models, personal_of
from meum.people.models import Person
from tests.bots.conftest import Say
from tests.factories.diary import make_meal
from tests.factories.everything import CANARY, fill_every_table


@pytest.fixture
def ready(ada: Person, say: Say) -> Reply:
    """Return the reply that tells Ada where her copy is."""
    make_meal(person=ada, words="=cmd()|一碗米饭")
    say(ada, "导出")
    drain()
    return say(ada, "导出")


def test_without_an_address_of_its_own_no_link_goes_into_wechat(ada: Person, settings: Settings) -> None:
    settings.PUBLIC_URL = ""
    ask_for_export(person=ada)
    drain()
    incoming = Incoming(message_id="1", at=timezone.now(), text="导出")

    reply = take(incoming, conversation=conversation_of(person=ada, door=Door.WECHAT))

    assert "PUBLIC_URL" in reply.text
    assert "/copies/" not in reply.text


def path_in(reply: Reply) -> str:
    return reply.lines[1]


def code_in(reply: Reply) -> str:
    return reply.lines[2][-4:]


def wrong_code(reply: Reply) -> str:
    return "1000" if code_in(reply) != "1000" else "1001"


def archive_in(response: HttpResponseBase) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(response)))


def test_the_word_begins_a_copy_and_the_word_again_tells_where_it_is(ada: Person, say: Say) -> None:
    first = say(ada, "导出")
    drain()

    again = say(ada, "导出")

    assert first.lines[0].startswith("正在准备")
    assert path_in(again).startswith("/copies/")
    assert Export.objects.count() == 1


def test_the_page_asks_for_the_digits_and_hands_the_copy_out_once(client: Client, ready: Reply) -> None:
    assert client.get(path_in(ready)).status_code == 200

    fetched = client.post(path_in(ready), {"code": code_in(ready)})

    assert "index.html" in archive_in(fetched).namelist()
    assert client.post(path_in(ready), {"code": code_in(ready)}).status_code == 404
    assert client.get(path_in(ready)).status_code == 404


def test_five_wrong_digits_end_the_link(client: Client, ready: Reply) -> None:
    for _ in range(5):
        assert client.post(path_in(ready), {"code": wrong_code(ready)}).status_code == 403

    assert client.post(path_in(ready), {"code": code_in(ready)}).status_code == 404


def test_the_link_is_good_for_a_quarter_of_an_hour_and_a_new_one_ends_it(
    client: Client, ada: Person, say: Say, ready: Reply
) -> None:
    newer = say(ada, "导出")

    assert client.get(path_in(ready)).status_code == 404
    assert client.get(path_in(newer)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert client.get(path_in(newer)).status_code == 404


def test_one_copy_a_day(client: Client, ada: Person, say: Say, ready: Reply) -> None:
    archive_in(client.post(path_in(ready), {"code": code_in(ready)}))

    assert "明天" in say(ada, "导出").text
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert say(ada, "导出").lines[0].startswith("正在准备")


def test_a_copy_is_deleted_after_a_day(ada: Person, ready: Reply, client: Client) -> None:
    assert clear_exports(now=timezone.now() + timedelta(hours=25)) == 1

    assert client.get(path_in(ready)).status_code == 404


def test_the_link_is_shown_and_stored_nowhere(ada: Person, ready: Reply) -> None:
    token = path_in(ready).split("/")[2]

    assert not any(token in str(row) for row in Export.objects.values())
    assert not any(token in str(row) for row in ada.conversations.values("messages__reply", "question"))


def test_each_table_comes_in_two_forms_that_tell_the_same(ada: Person, ready: Reply) -> None:
    archive = zipfile.ZipFile(io.BytesIO(archive_of(person=ada)))
    lines = archive.read("data/nutrition.meal.jsonl").decode().splitlines()
    sheet = list(csv.DictReader(io.StringIO(archive.read("data/nutrition.meal.csv").decode("utf-8-sig"))))

    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in sheet]
    assert json.loads(lines[0])["words"] == "=cmd()|一碗米饭"
    assert sheet[0]["words"] == "'=cmd()|一碗米饭"


def test_every_exported_table_is_in_the_copy_and_no_other(ada: Person, ben: Person) -> None:
    fill_every_table(ada, nutritionist=ben)

    names = zipfile.ZipFile(io.BytesIO(archive_of(person=ada))).namelist()

    told = {name.removeprefix("data/").removesuffix(".jsonl") for name in names if name.endswith(".jsonl")}
    assert told == {model._meta.label_lower for model in personal_models() if personal_of(model) == "exported"}
    assert sum(name.startswith("files/") for name in names) == 1


def test_what_opens_a_door_is_not_in_the_copy(ada: Person, ben: Person) -> None:
    fill_every_table(ada, nutritionist=ben)
    ada.refresh_from_db()

    archive = zipfile.ZipFile(io.BytesIO(archive_of(person=ada)))
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode(errors="ignore")

    assert CANARY in everything
    assert ada.password not in everything
    assert all(str(sign_in.token_id) not in everything for sign_in in ada.sign_ins.all())


def test_nobody_elses_rows_are_in_the_copy(ada: Person, chen: Person) -> None:
    make_meal(person=chen, words="a secret of Chen")

    archive = zipfile.ZipFile(io.BytesIO(archive_of(person=ada)))

    assert all(b"secret of Chen" not in archive.read(name) for name in archive.namelist())


def test_before_anything_is_told_there_is_nothing_to_copy(newcomer: Callable[[], Person], say: Say) -> None:
    say(newcomer(), "导出")

    assert not Export.objects.exists()


def test_a_copy_is_somebodys_also_after_the_withdrawal(ada: Person, say: Say) -> None:
    make_meal(person=ada)
    say(ada, "撤回同意")

    say(ada, "导出")
    drain()

    assert path_in(say(ada, "导出")).startswith("/copies/")


def test_making_a_copy_twice_is_one_copy(ada: Person) -> None:
    ask_for_export(person=ada)
    drain()
    first = Export.objects.get()

    assert ask_for_export(person=ada) == first
    assert drain() == 0
