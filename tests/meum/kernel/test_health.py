"""Whoever runs Meum learns whether it lives and can serve, and nothing else."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from meum.kernel import health


@pytest.fixture(autouse=True)
def _a_fresh_process() -> Iterator[None]:
    health.check_migrations.cache_clear()
    yield
    health.check_migrations.cache_clear()


def test_a_living_process_says_so_without_asking_the_database(
    client: Client, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        response = client.get("/health")

    assert response.json() == {"status": "ok"}


def test_a_ready_process_names_its_parts(client: Client, db: None) -> None:
    response = client.get("/ready")

    assert response.status_code == 200
    assert response.json()["parts"] == {"database": "ok", "migrations": "ok", "broker": "ok", "disk": "ok"}


def test_a_migration_that_waits_makes_the_process_unready(client: Client, db: None) -> None:
    (latest,) = MigrationLoader(connection).graph.leaf_nodes("bots")
    MigrationRecorder(connection).record_unapplied(*latest)

    response = client.get("/ready")

    assert response.status_code == 503
    assert response.json()["parts"]["migrations"] == "failed"


def test_a_process_that_waited_for_migrations_becomes_ready(client: Client, db: None) -> None:
    (latest,) = MigrationLoader(connection).graph.leaf_nodes("bots")
    MigrationRecorder(connection).record_unapplied(*latest)
    client.get("/ready")
    MigrationRecorder(connection).record_applied(*latest)

    assert client.get("/ready").status_code == 200


def test_migrations_that_are_all_there_are_looked_for_once(
    client: Client, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/ready")

    with django_assert_num_queries(1):
        assert client.get("/ready").json()["parts"]["migrations"] == "ok"


def test_a_folder_that_cannot_be_written_makes_the_process_unready(
    client: Client, db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.VAR_DIR = tmp_path / "gone"

    assert client.get("/ready").json()["parts"]["disk"] == "failed"


def test_a_full_disk_is_told_before_it_hurts(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "free")
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage(free=health.LEAST_FREE_BYTES - 1))

    with pytest.raises(health.NotReady):
        health.check_disk()
