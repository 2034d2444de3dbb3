"""Every store of objects keeps the same promises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import InMemoryStorage

from meum.files.store import DjangoStore, FolderStore, ObjectStore, new_object_name, store_at

STORES: dict[str, Callable[[Path], ObjectStore]] = {
    "folder": FolderStore,
    "in memory, by the adapter that a bucket has": lambda _folder: DjangoStore(InMemoryStorage()),
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    """Return each store in turn, empty."""
    return STORES[request.param](tmp_path / "files")


def test_what_was_put_can_be_read(store: ObjectStore) -> None:
    store.put("a1b2", b"\x00bytes")

    with store.open("a1b2") as file:
        assert file.read() == b"\x00bytes"


def test_objects_do_not_mix(store: ObjectStore) -> None:
    store.put("a1b2", b"one")
    store.put("a1b3", b"two")

    with store.open("a1b2") as file:
        assert file.read() == b"one"


def test_what_was_deleted_is_gone(store: ObjectStore) -> None:
    store.put("a1b2", b"bytes")

    store.delete("a1b2")

    with pytest.raises(FileNotFoundError):
        store.open("a1b2")


def test_deleting_twice_does_no_harm(store: ObjectStore) -> None:
    store.put("a1b2", b"bytes")

    store.delete("a1b2")
    store.delete("a1b2")


def test_a_bucket_refuses_a_name_that_is_taken() -> None:
    store = DjangoStore(InMemoryStorage())
    store.put("a1b2", b"one")

    with pytest.raises(FileExistsError):
        store.put("a1b2", b"two")


def test_files_in_a_folder_are_for_the_server_alone(tmp_path: Path) -> None:
    FolderStore(tmp_path).put("a1b2", b"bytes")

    assert (tmp_path / "a1/a1b2").stat().st_mode & 0o777 == 0o600


def test_deleting_clears_what_a_crash_left_half_written(tmp_path: Path) -> None:
    (tmp_path / "a1").mkdir()
    (tmp_path / "a1/a1b2.draft").write_bytes(b"ha")

    FolderStore(tmp_path).delete("a1b2")

    assert list((tmp_path / "a1").iterdir()) == []


def test_a_file_url_names_a_folder(tmp_path: Path) -> None:
    store_at(f"file://{tmp_path}/my%20files").put("a1b2", b"bytes")

    assert (tmp_path / "my files/a1/a1b2").read_bytes() == b"bytes"


def test_an_s3_url_names_a_bucket_and_its_server() -> None:
    store = store_at("s3://meum/private?endpoint=http://localhost:8333&region=eu-1")

    assert isinstance(store, DjangoStore)
    told = {name: getattr(store._storage, name) for name in ("bucket_name", "location", "endpoint_url", "region_name")}
    assert told == {
        "bucket_name": "meum",
        "location": "private",
        "endpoint_url": "http://localhost:8333",
        "region_name": "eu-1",
    }


def test_names_tell_nothing_and_differ() -> None:
    names = {new_object_name() for _ in range(100)}

    assert len(names) == 100
    assert {len(name) for name in names} == {32}
