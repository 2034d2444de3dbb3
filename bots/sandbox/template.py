"""The throw-away database: a copy of a template that holds the catalogue and nobody.

The copy is used by a process of its own, whose settings know no other database, so the live one cannot be touched.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.conf import settings

SANDBOX_NAME = "sandbox.sqlite3"
_SERVERS = ("REDIS_URL", "BROKER_URL", "FILES_URL", "WECHAT_APP_ID")
_SOURCES = ("*/migrations/*.py", "meum/*/migrations/*.py", "nutrition/catalogue/**/*")
_BUSY_MARK = ".making"


def run() -> int:
    """Serve the standard input on a copy of the template until it ends; return the exit code."""
    template = template_database()
    with tempfile.TemporaryDirectory(prefix="meum-sandbox-") as folder:
        copy = Path(folder) / SANDBOX_NAME
        shutil.copyfile(template, copy)
        return _manage("serve_sandbox", database=copy, folder=Path(folder))


def template_database() -> Path:
    """Return the database with the catalogue in it, made when the catalogue or a migration has changed."""
    shelf = settings.VAR_DIR / "sandbox"
    template: Path = shelf / f"{_edition()}.sqlite3"
    if not template.exists():
        shelf.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=shelf, suffix=_BUSY_MARK) as folder:
            _make(Path(folder) / "template.sqlite3", template)
        _forget_others(shelf, keep=template)
    return template


def _make(draft: Path, template: Path) -> None:
    for command in ("migrate", "load_foods"):
        if _manage(command, database=draft, folder=draft.parent, is_quiet=True):
            raise SystemExit(f"meum: the sandbox could not be made: {command} failed")
    connection = sqlite3.connect(draft)
    # Without a log beside it, a copy of the file alone holds everything.
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    draft.replace(template)


def _manage(command: str, *, database: Path, folder: Path, is_quiet: bool = False) -> int:
    """Run a command of ours on another database; return its exit code."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(settings.BASE_DIR / "manage.py"), command, "--verbosity=0"],
        env=_environment(database, folder),
        stdin=subprocess.DEVNULL if is_quiet else None,
        stdout=subprocess.DEVNULL if is_quiet else None,
        check=False,
    )
    return done.returncode


def _environment(database: Path, folder: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.removesuffix("_FILE") not in _SERVERS}
    return kept | {"DATABASE_URL": f"sqlite:///{database}", "VAR_DIR": str(folder), "LOG_LEVEL": "WARNING"}


def _edition() -> str:
    """Return a text that changes with the tables of the catalogue, their loader and the migrations."""
    digest = hashlib.sha256()
    for path in _source_files():
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _source_files() -> Iterator[Path]:
    for pattern in _SOURCES:
        found = settings.BASE_DIR.glob(pattern)
        yield from sorted(path for path in found if path.is_file() and path.suffix != ".pyc")


def _forget_others(shelf: Path, *, keep: Path) -> None:
    for other in shelf.glob("*.sqlite3"):
        if other != keep:
            other.unlink(missing_ok=True)
