"""The files for servers name settings that there are, and programs as they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from meum import settings
from meum.kernel.queues import Queue

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
OTHERS = {"MALLOC_ARENA_MAX", "MALLOC_TRIM_THRESHOLD_"}
MANIFESTS = [DEPLOY / "compose.yaml", *sorted((DEPLOY / "kubernetes").glob("*.yaml"))]


def environments(node: Any) -> set[str]:
    """Return every name of an environment variable of Meum in a manifest."""
    if isinstance(node, list):
        return set().union(*map(environments, node))
    if not isinstance(node, dict):
        return set()
    here = {
        name for key in ("environment", "data") for name in (node.get(key) or {}) if not name.startswith("POSTGRES_")
    }
    return here.union(*(environments(child) for child in node.values()))


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda path: path.name)
def test_a_manifest_sets_only_what_there_is(manifest: Path) -> None:
    documents = list(yaml.safe_load_all(manifest.read_text(encoding="utf-8")))

    names = {name.removesuffix("_FILE") for name in environments(documents)}

    assert names
    assert names <= set(settings.env.names)


def test_the_units_set_only_what_there_is() -> None:
    names = re.findall(
        r"^([A-Z_]+)=", (DEPLOY / "systemd" / "meum.env").read_text(encoding="utf-8"), flags=re.MULTILINE
    )

    assert set(names) - OTHERS <= set(settings.env.names)


@pytest.mark.parametrize("place", ["compose.yaml", "kubernetes", "systemd"])
def test_every_queue_is_heard_by_one_worker(place: str) -> None:
    folder = DEPLOY / place
    files = [folder] if folder.is_file() else sorted(folder.iterdir())
    heard = re.findall(r"-Q,? \"?([a-z,]+?)\"?[, ]+-c", "\n".join(file.read_text(encoding="utf-8") for file in files))

    assert sorted(queue for queues in heard for queue in queues.split(",")) == sorted(Queue.values)
