"""A photo in the terminal is a line with its path."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.channels.terminal.photos import answer_to_photo, photo_named
from bots.dialogue.queries import latest_exchanges
from bots.services import conversation_of
from meum.jobs.running import drain
from meum.jobs.waking import telling
from meum.journal.models import Door
from meum.people.models import Person
from tests.bots.photos import key_of
from tests.factories.engines import ToldEngine, dishes
from tests.factories.photos import make_photo

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Return the path of a picture."""
    path = tmp_path / "my lunch.jpg"
    path.write_bytes(make_photo())
    return path


def test_the_path_of_a_picture_is_a_photo_and_other_lines_are_words(picture: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")

    assert photo_named(str(picture)) == picture
    assert photo_named(f"'{picture}'") == picture
    assert [photo_named(line) for line in ("一碗米饭", str(tmp_path), f"{tmp_path}/notes.txt", "gone.jpg")] == [
        None
    ] * 4


@pytest.mark.parametrize("name", ["IMG_1.HEIC", "IMG_1.heif", "IMG_1.JPG", "IMG_1.webp"])
def test_a_picture_is_known_by_its_ending(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(make_photo())

    assert photo_named(str(path)) == path


def test_the_answer_of_the_worker_is_waited_for(picture: Path, ada: Person, foods: None, engine: ToldEngine) -> None:
    engine.sees(dishes(key_of("牛肉面")))
    conversation = conversation_of(person=ada, door=Door.TERMINAL)

    with telling(lambda _job: drain()):
        reply = answer_to_photo(picture, conversation=conversation)

    assert str(reply.choices[0]) == "1 牛肉面 约195–1110千卡"


def test_without_a_worker_it_says_so(picture: Path, ada: Person, engine: ToldEngine) -> None:
    conversation = conversation_of(person=ada, door=Door.TERMINAL)

    reply = answer_to_photo(picture, conversation=conversation, seconds=0)

    assert reply.lines == ("还没有认好。请看 worker 有没有在运行（make run），或直接写菜名。",)
    assert latest_exchanges(conversation=conversation)[-1].is_photo


def test_what_is_no_picture_is_refused_in_words(ada: Person, tmp_path: Path) -> None:
    path = tmp_path / "fake.jpg"
    path.write_bytes(b"%PDF-1.4")

    reply = answer_to_photo(path, conversation=conversation_of(person=ada, door=Door.TERMINAL))

    assert reply.lines[0].startswith("这种文件用不了")
