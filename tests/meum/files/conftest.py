"""What the tests of files share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from meum.files.store import object_store


@pytest.fixture
def stored(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """Return the folder in which the test's objects lie."""
    settings.FILES_URL = f"file://{tmp_path}/objects"
    object_store.cache_clear()
    yield tmp_path / "objects"
    object_store.cache_clear()
