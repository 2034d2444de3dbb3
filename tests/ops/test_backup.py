"""What was backed up can be put back, and nothing is ever overwritten."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder as a small Meum leaves it: a database, a private file, a key."""
    folder = tmp_path / "var"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "photo").write_bytes(b"jpeg")
    (folder / "secret_key").write_text("key")
    with sqlite3.connect(folder / "meum.sqlite3") as database:
        database.execute("CREATE TABLE meal (name TEXT)")
        database.execute("INSERT INTO meal VALUES ('eggs')")
    return folder


def call(script: str, argument: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(folder)}
    command = [str(ROOT / "deploy" / script), str(argument)]
    return subprocess.run(command, check=False, env=environment, capture_output=True, text=True)


def meals(folder: Path) -> list[tuple[str]]:
    with sqlite3.connect(folder / "meum.sqlite3") as database:
        return database.execute("SELECT name FROM meal").fetchall()


def test_a_backup_is_put_back_as_it_was(place: Path, tmp_path: Path) -> None:
    made = Path(call("backup", tmp_path / "kept", place).stdout.strip())
    fresh = tmp_path / "fresh"

    assert call("restore", made, fresh).returncode == 0

    assert meals(fresh) == [("eggs",)]
    assert (fresh / "files" / "photo").read_bytes() == b"jpeg"
    assert (fresh / "secret_key").read_text() == "key"


def test_a_restore_overwrites_nothing(place: Path, tmp_path: Path) -> None:
    made = Path(call("backup", tmp_path / "kept", place).stdout.strip())

    refused = call("restore", made, place)

    assert refused.returncode == 1
    assert refused.stderr.startswith("meum: ")
    assert meals(place) == [("eggs",)]


def test_a_damaged_backup_is_not_restored(place: Path, tmp_path: Path) -> None:
    made = Path(call("backup", tmp_path / "kept", place).stdout.strip())
    (made / "files.tar").write_bytes(b"damaged")

    refused = call("restore", made, tmp_path / "fresh")

    assert "damaged" in refused.stderr
    assert not (tmp_path / "fresh" / "meum.sqlite3").exists()


def test_a_backup_that_fails_leaves_nothing_that_looks_like_one(tmp_path: Path) -> None:
    failed = call("backup", tmp_path / "kept", tmp_path / "no-such-place")

    assert failed.returncode != 0
    assert list((tmp_path / "kept").iterdir()) == []
